//! From the words of an article back to the page.

use super::{LEAD, NEXT, read};

#[test]
fn every_block_is_found_again_in_the_page() {
    let html = format!(
        "<html><body><h1>Мост &amp;\n брод</h1><p>{LEAD}</p><script>x()</script>\
         <p>Рабочие <b>уже</b>&nbsp;привезли<!-- , --> краску.<br>{NEXT}</p></body></html>"
    );
    let (article, _) = read(&html);
    let source = |n: usize| article.in_page(article.blocks[n].span).map(|span| span.of(&html));
    let words: Vec<&str> = article.blocks.iter().map(|block| article.slice(block.span)).collect();
    assert_eq!(words, ["Мост & брод", LEAD, "Рабочие уже\u{a0}привезли краску.", NEXT]);
    assert_eq!(source(0), Some("Мост &amp;\n брод"));
    assert_eq!(source(1), Some(LEAD));
    assert_eq!(source(2), Some("Рабочие <b>уже</b>&nbsp;привезли<!-- , --> краску."));
    assert_eq!(source(3), Some(NEXT));
}

#[test]
fn a_plain_text_is_its_own_page() {
    assert!(read(LEAD).0.origins.is_empty());
}
