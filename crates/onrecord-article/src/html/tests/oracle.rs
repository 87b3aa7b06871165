//! The tree against html5ever, which parses as the HTML standard says: the same words must be shown, on the same lines.

use std::path::Path;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use onrecord_trials::{Chance, damage};

use crate::html::characters::{break_line, push_folded};
use crate::html::tree::{Tag, Tree};

/// The lines a page shows, as its standard tree has them.
fn oracle(html: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut out = String::new();
    push(&dom.document, &mut out);
    out.trim().to_owned()
}

fn push(node: &Handle, out: &mut String) {
    match &node.data {
        NodeData::Text { contents } => push_folded(out, &contents.borrow()),
        NodeData::Element { name, .. } => {
            let tag = Tag::of(name.local.as_bytes());
            if tag.is_unseen() {
                return;
            }
            if tag == Tag::Br {
                break_line(out);
            }
            inside(node, tag.is_block(), out);
        }
        _ => inside(node, false, out),
    }
}

fn inside(node: &Handle, is_block: bool, out: &mut String) {
    if is_block {
        break_line(out);
    }
    node.children.borrow().iter().for_each(|child| push(child, out));
    if is_block {
        break_line(out);
    }
}

/// Whether both show the same lines. Where an element of the page's own making begins lines is our guess: there the letters
/// count.
fn is_same(html: &str) -> bool {
    let (ours, oracle) = (ours(html), oracle(html));
    let letters = |lines: &str| lines.split_whitespace().collect::<String>();
    ours == oracle || has_custom(html) && letters(&ours) == letters(&oracle)
}

fn words(lines: &str) -> Vec<&str> {
    lines.split_whitespace().collect()
}

fn has_custom(html: &str) -> bool {
    let tree = Tree::parse(html);
    tree.descendants(tree.root()).any(|id| tree.tag(id) == Tag::Custom)
}

fn ours(html: &str) -> String {
    let tree = Tree::parse(html);
    tree.text(tree.root()).trim().to_owned()
}

#[test]
fn odd_markup_shows_what_the_standard_shows() {
    let pages = [
        "<p>one<p>two<div>three</p>four</div>",
        "<ul><li>one<li>two<ul><li>three</ul><li>four</ul>five",
        "<dl><dt>one<dd>two<dt>three<dd>four</dl>",
        "<b>one<p>two</b>three</p>four",
        "<a href=1>one<a href=2>two</a>three</a>",
        "<h1>one<h2>two</h3>three",
        "one<br>two<br/>three</br>four",
        "<div>one</span></p>two</div>three",
        "<table><tr><td>one<td>two<tr><td>three</table>four",
        "<table><thead><tr><th>one<tbody><tr><td>two</table>",
        "<table><caption>one</caption><tr><td><table><tr><td>two</table>three</table>",
        "<select><option>one<option>two</select>three",
        "<textarea>one</p>two</textarea>three",
        "<script>one</p><!-- <script>two</script> --></script>three",
        "<style>one</style>two<title>three</title>four",
        "<noscript><p>one</p></noscript><p>two",
        "<iframe><p>one</iframe>two",
        "<!-- one -- two --!>three<!-->four--><!--->five-->",
        "<!doctype html><!-- <p>one</p> --><p>two",
        "<?php one ?>two</?three>four",
        "<p title=\"a>b\" class='c>d' e=f/g>one</p>",
        "<p\ttitle = \"a\"\n>one</p\t>two</ p>three",
        "one < two <3 three <- four & five &amp six &lt;b> &notit; &copy2 &#1087; &#x43f &#0; &#x80;",
        "<svg><title>one</title><text>two</text></svg>three<svg><p>four</svg>five",
        "<math><mi>one</mi></math>two",
        "<template><p>one</p></template><p>two",
        "<button>one<p>two</button>three<button>four<button>five",
        "<form><p>one<form><p>two</form>three</form>four",
        "<pre>\none\n  two</pre><p>three",
        "<body><p>one</body><p>two</html><p>three",
        "<head><p>one</head><p>two",
        "<p>one<table><tr><td>two</table>three",
        "<article><p>one<section>two</article>three</section>four",
        "<details><summary>one</summary>two</details>three",
        "<ruby>one<rp>(<rt>two<rp>)</ruby>three",
        "<center>one<font color=red><p>two</font>three</center>",
        "<i><b>one</i>two</b>three",
        "<li>one<p>two<li>three<div><li>four</div>",
        "<p>one<hr>two<p>three<address>four<li>five</address>",
        "one</p></p>two</h2>three",
        "<script>one<!-- two</script>three",
        "<object>one</object><audio>two</audio><video>three</video>four",
        "<my-element><p>one<other-one>two</my-element>three",
        "<div><div><div>one</div>two",
        "<P>ONE<DIV CLASS=X>TWO</P>THREE</DIV>",
    ];
    let differ: Vec<_> = pages.iter().filter(|page| !is_same(page)).collect();
    let told = |page: &&&str| format!("{page}\n  ours:   {:?}\n  oracle: {:?}\n", ours(page), oracle(page));
    assert!(differ.is_empty(), "{}", differ.iter().map(told).collect::<String>());
}

/// The pages among the cases, with their names.
fn case_pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/pages");
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let page = |entry: std::fs::DirEntry| {
        let html = std::fs::read_to_string(entry.path().join("page.html")).ok()?;
        Some((entry.file_name().to_string_lossy().into_owned(), html))
    };
    let mut pages: Vec<_> = entries.filter_map(page).collect();
    pages.sort();
    pages
}

#[test]
fn the_pages_of_the_cases_show_what_the_standard_shows() {
    let pages = case_pages();
    assert!(pages.len() > 10, "{} pages", pages.len());
    for (name, html) in pages {
        let (ours, oracle) = (ours(&html), oracle(&html));
        let first = ours.lines().zip(oracle.lines()).find(|(ours, oracle)| ours != oracle);
        assert!(is_same(&html), "{name}: {first:?}");
    }
}

/// Foster parenting and the adoption agency are not imitated: of pages that are broken at random a few differ.
#[test]
fn damaged_pages_show_mostly_what_the_standard_shows() {
    let pages = case_pages();
    let (mut n_same, mut n_all, mut different) = (0, 0, Vec::new());
    for (number, (name, html)) in pages.iter().enumerate() {
        for round in 0..30 {
            let other = pages[(number + round) % pages.len()].1.as_bytes();
            let mut chance = Chance::new((100 * number + round) as u64);
            let html = String::from_utf8_lossy(&damage(html.as_bytes(), other, &mut chance)).into_owned();
            let is_same = is_same(&html) || words(&ours(&html)) == words(&oracle(&html));
            n_all += 1;
            n_same += usize::from(is_same);
            different.extend((!is_same).then(|| format!("{name}:{round}")));
        }
    }
    assert!(100 * n_same >= 97 * n_all, "{n_same} of {n_all}: {different:?}");
}
