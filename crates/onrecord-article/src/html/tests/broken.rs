//! Pages that are broken, empty, huge, or no articles.

use super::{LAST, LEAD, LEAD_EN, LEAD_UK, NEXT, check, codes, parts, read};
use crate::html::tree::Tree;

#[test]
fn a_page_that_ends_inside_a_tag_says_so() {
    let html = format!("<body><p>{LEAD}</p><p>{NEXT}</p><div class=\"teaser");
    assert!(codes(&html).contains(&"page-truncated".into()));
    assert_eq!(parts(&read(&html).0), [format!("paragraph: {LEAD}"), format!("paragraph: {NEXT}")]);
}

#[test]
fn a_page_without_elements_is_a_plain_text() {
    let (article, notices) = read(LEAD);
    assert_eq!(article.text, LEAD);
    assert!(notices.iter().any(|notice| notice.code == "no-markup"));
}

#[test]
fn an_empty_page_has_a_record() {
    assert!(codes("").contains(&"no-markup".into()));
    assert!(codes("<html><body></body></html>").contains(&"no-text".into()));
}

#[test]
fn a_page_made_by_scripts_says_so() {
    let html = "<html><body><div id=root></div><script src=/app.js></script></body></html>";
    assert!(codes(html).contains(&"script-only".into()));
}

#[test]
fn a_page_made_by_scripts_may_tell_its_story_in_its_json() {
    let body = format!("{LEAD}\\n{NEXT}\\n{LAST}");
    let html = format!(
        "<html><body><script type=application/ld+json>{{\"articleBody\": \"{body}\"}}</script><div id=root></div></body></html>"
    );
    assert_eq!(parts(&read(&html).0), [LEAD, NEXT, LAST].map(|words| format!("paragraph: {words}")));
}

#[test]
fn a_page_that_is_not_free_says_so() {
    let html = format!(
        "<script type=application/ld+json>{{\"isAccessibleForFree\": \"False\"}}</script><p>{LEAD_EN}</p><p>{LEAD_EN}</p>"
    );
    assert!(codes(&html).contains(&"paywall".into()));
}

#[test]
fn a_page_of_links_is_an_index() {
    let teasers: String = (0..40)
        .map(|n| format!("<div><a href=/news/{n}>Старый мост через реку закрыли, и это новость {n}</a></div>"))
        .collect();
    assert!(codes(&format!("<main><p>{LEAD}</p>{teasers}</main>")).contains(&"index-page".into()));
    assert!(!codes(&format!("<main><p>{LEAD}</p><p>{NEXT}</p></main>")).contains(&"index-page".into()));
}

#[test]
fn a_page_may_hold_nothing_but_a_headline() {
    check("<h1>Мост закрыт</h1><p>Молния</p>", &["headline: Мост закрыт"]);
}

#[test]
fn end_tags_that_come_again_and_again_cost_nothing() {
    let html = "<span>".repeat(400) + &"<div>".repeat(100) + &"</span>".repeat(1_000_000) + "<p>" + LEAD;
    assert!(read(&html).0.text.contains(LEAD));
}

#[test]
fn unclosed_elements_do_not_lose_the_story() {
    check(
        &format!("<div><b><i><p>{LEAD}<p>{NEXT}<span></i></u>"),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}")],
    );
}

#[test]
fn nesting_without_end_is_read_in_linear_time() {
    let html = "<div>".repeat(400_000) + LEAD_UK + &"</div>".repeat(400_000) + "<p>" + LEAD_UK;
    let tree = Tree::parse(&html);
    assert!(tree.len() > 400_000 && tree.ancestors(tree.len() as u32 - 1).count() <= 512);
    assert!(read(&html).0.text.contains(LEAD_UK));
}

#[test]
fn no_page_has_more_nodes_than_are_read() {
    let html = "<i>x".repeat(600_000);
    let tree = Tree::parse(&html);
    assert!(tree.is_cut() && tree.len() <= (1 << 20) + 1);
}

#[test]
fn broken_pages_of_all_kinds_give_sound_blocks() {
    let page = format!(
        "<!doctype html><html><head><title>М</title></head><body class='a\"b'><h1>Мост</h1><p>{LEAD}<br><a href='x'>{NEXT}</a>\
         <table><tr><td>1<td>2</table><ul><li>один<li>два</ul>&laquo;&#0;&#xD800;&raquo;<!-- x --><svg><path/></svg></body>"
    );
    for cut in (0..page.len()).filter(|&cut| page.is_char_boundary(cut)) {
        for html in [&page[..cut], &page[cut..]] {
            let (article, _) = read(html);
            let mut end = 0;
            for block in &article.blocks {
                assert!(block.span.start >= end && !article.slice(block.span).trim().is_empty());
                end = block.span.end;
            }
        }
    }
}

#[test]
fn a_paragraph_of_endless_lines_costs_no_more_than_its_length() {
    let html = format!("<p>{}", "мост закрыт<br>".repeat(200_000));
    assert!(read(&html).0.text.starts_with("мост закрыт"));
}
