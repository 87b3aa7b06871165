//! Trees of small pages.

use crate::html::tree::{NodeId, Tag, Tree};

/// A node and what stands in it: `p[text b[…]]`.
fn outline(tree: &Tree<'_>, id: NodeId) -> String {
    let inside: Vec<_> = tree.children(id).map(|child| outline(tree, child)).collect();
    let own = if tree.is_text(id) { tree.raw(id).trim().to_owned() } else { tree.name(id).to_ascii_lowercase() };
    if inside.is_empty() { own } else { format!("{own}[{}]", inside.join(" ")) }
}

#[track_caller]
fn check(html: &str, expected: &str) {
    let tree = Tree::parse(html);
    let found: Vec<_> = tree.children(tree.root()).map(|child| outline(&tree, child)).collect();
    assert_eq!(found.join(" "), expected);
}

#[track_caller]
fn check_text(html: &str, expected: &str) {
    let tree = Tree::parse(html);
    assert_eq!(tree.text(tree.root()), expected);
}

#[test]
fn a_paragraph_ends_where_a_block_begins() {
    check("<p>one<p>two<div>three</div>", "p[one] p[two] div[three]");
}

#[test]
fn list_items_end_each_other_but_not_those_around_them() {
    check("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>", "ul[li[a ul[li[b] li[c]]] li[d]]");
}

#[test]
fn cells_and_rows_end_each_other() {
    check("<table><tr><td>a<td>b<tr><td>c</table>d", "table[tr[td[a] td[b]] tr[td[c]]] d");
}

#[test]
fn an_end_tag_does_not_reach_out_of_a_cell() {
    check("<div><table><tr><td></div>a</td></tr></table>b</div>c", "div[table[tr[td[a]]] b] c");
}

#[test]
fn definitions_end_each_other() {
    check("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt[a] dd[b] dt[c]]");
}

#[test]
fn a_link_ends_the_link_before() {
    check("<a href=1>one <a href=2>two</a> three", "a[one] a[two] three");
}

#[test]
fn an_inline_element_around_a_block_ends_with_the_block() {
    check("<b><div>one</b> two</div> three", "b[div[one two]] three");
}

#[test]
fn lone_end_tags_mean_nothing() {
    check("one</div></b> two", "one two");
}

#[test]
fn scripts_and_styles_are_not_parsed() {
    check("<script>if (a < b) '<p>'</script><style>a > b {}</style>x", "script style x");
    let tree = Tree::parse("<script>if (a < b) '<p>'</script>");
    assert_eq!(tree.raw(1), "if (a < b) '<p>'");
}

#[test]
fn a_title_is_text_with_references() {
    let tree = Tree::parse("<title>Мост &amp; река <b></title>");
    assert_eq!((tree.tag(1), tree.text(1)), (Tag::Title, "Мост & река <b>".to_owned()));
}

#[test]
fn comments_and_declarations_vanish() {
    check("<!doctype html>a<!-- <p>b</p> -->c<!-->d<!--e--!>f<?php x ?>g<![CDATA[h]]>i", "a c d f g i");
}

#[test]
fn a_sign_that_begins_no_tag_is_text() {
    check_text("1 < 2 <3 </ > a & b", "1 < 2 <3 a & b");
}

#[test]
fn attributes_are_read_however_they_are_written() {
    let tree = Tree::parse("<A HREF='a?b=1&amp;c' class = x title=\"1 > 2\" hidden data-a=b/c>t</A>");
    let attr = |name| tree.attr(1, name).map(|value| value.into_owned());
    assert_eq!(attr("href").as_deref(), Some("a?b=1&c"));
    assert_eq!(attr("Class").as_deref(), Some("x"));
    assert_eq!(attr("title").as_deref(), Some("1 > 2"));
    assert_eq!(attr("hidden").as_deref(), Some(""));
    assert_eq!(attr("data-a").as_deref(), Some("b/c"));
    assert_eq!(attr("none"), None);
    assert_eq!(tree.name(1), "A");
}

#[test]
fn the_first_of_two_attributes_counts() {
    let tree = Tree::parse("<p class=a class=b>");
    assert_eq!(tree.attr_source(1, "class"), Some("a"));
}

#[test]
fn a_drawing_ends_at_its_end_or_at_a_block() {
    check("<svg><path d=1 /><title>t</title></svg>a", "svg[path title[t]] a");
    check("<svg><g><p>a</p>", "svg[g] p[a]");
}

#[test]
fn blocks_are_lines_and_inline_elements_are_not() {
    check_text(
        "<h1>Мост</h1>\n<p>За<b>кр</b>ыт  <i>до</i>\n мая<br>и июня</p>  <p>да",
        "Мост\nЗакрыт до мая\nи июня\nда",
    );
}

#[test]
fn the_head_is_closed_by_what_does_not_belong_there() {
    check("<head><meta name=a><p>b", "head[meta] p[b]");
}

#[test]
fn ways_through_a_tree_agree() {
    let tree = Tree::parse("<div><p>a</p><p>b <i>c</i></p></div><p>d</p>");
    for id in tree.descendants(tree.root()) {
        let parent = tree.parent(id).expect("only the root has no parent");
        assert!(tree.children(parent).any(|child| child == id));
        assert!(tree.ancestors(id).last() == Some(tree.root()));
        assert!(tree.span(parent).start <= tree.span(id).start && tree.span(id).end <= tree.span(parent).end);
    }
}

#[test]
fn a_span_is_the_element_with_its_tags() {
    let page = "a <p>b <b>c</b></p> d";
    let tree = Tree::parse(page);
    let spans: Vec<_> = tree.descendants(0).map(|id| &page[tree.span(id)]).collect();
    assert_eq!(spans, ["a ", "<p>b <b>c</b></p>", "b ", "<b>c</b>", "c", " d"]);
}
