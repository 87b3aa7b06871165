//! Whole pages and who wrote them.

use super::check_authors;

#[test]
fn authors_are_read_off_marked_elements() {
    check_authors("<h1>Bridge</h1><a rel=author href=/a>Anna Miller</a>", &["Anna Miller"]);
    check_authors("<h1>Міст</h1><div class='post-author'>Авторка: Олена Бондар</div>", &["Олена Бондар"]);
    check_authors(
        "<h1>Мост</h1><span itemprop='author'><span itemprop='name'>Анна Миронова</span></span>",
        &["Анна Миронова"],
    );
    check_authors(
        "<h1>Bridge</h1><p class=byline>By <b>Anna Miller</b> and John Carter | May 5, 2022",
        &["Anna Miller", "John Carter"],
    );
}

#[test]
fn authors_are_read_off_lines_that_begin_as_bylines_do() {
    check_authors("<h1>Bridge opens early</h1><p>Written by Anna Miller</p>", &["Anna Miller"]);
    check_authors("<h1>Мост открыли раньше</h1><p>Текст: Иван Петров</p>", &["Иван Петров"]);
    check_authors("<h1>Міст відкрили раніше</h1><p>Автор: Іван Мельник</p>", &["Іван Мельник"]);
}

#[test]
fn who_only_reviewed_took_pictures_or_commented_is_no_author() {
    check_authors("<h1>Bridge opens early</h1><p>Reviewed by Anna Miller</p>", &[]);
    check_authors("<h1>Bridge opens early</h1><p>Photo by Anna Miller</p>", &[]);
    check_authors("<h1>Bridge</h1><div class=comments><b class=author>Anna Miller</b></div>", &[]);
}

#[test]
fn markup_may_part_a_name_from_what_stands_before_it() {
    check_authors("<h1>Bridge opens early</h1><p><b>By</b><b>Anna Miller</b></p>", &["Anna Miller"]);
    let html = "<h1>Bridge opens early</h1><p>By <a href=/a>Anna Miller</a> <a href=/b>More stories</a></p>";
    check_authors(html, &["Anna Miller"]);
}

#[test]
fn a_name_right_under_the_headline_is_the_authors() {
    check_authors("<h1>Bridge opens early</h1><p>Anna Miller | Senior Writer | May 5, 2022</p>", &["Anna Miller"]);
    check_authors("<html lang=ru><h1>Мост открыли раньше</h1><p>Иван Петров</p>", &["Иван Петров"]);
}

#[test]
fn a_name_among_tags_or_under_a_picture_is_of_whom_the_story_is_about() {
    check_authors("<h1>Bridge opens early</h1><a href=/tag/anna-miller>Anna Miller</a>", &[]);
    check_authors("<h1>Bridge opens early</h1><figure><figcaption>Anna Miller</figcaption></figure>", &[]);
    check_authors("<h1>Bridge opens early</h1><p>Anna Miller / Photo: Reuters</p>", &[]);
}

#[test]
fn one_word_is_a_name_where_it_leads_to_an_authors_page() {
    check_authors("<h1>Bridge</h1><p><a href=/author/anna>Anna</a></p>", &["Anna"]);
    check_authors("<h1>Bridge</h1><p><a href=/author/new>Subscribe</a></p>", &[]);
}

#[test]
fn the_line_under_the_headline_is_believed_against_whoever_put_the_text_there() {
    let html =
        |by: &str| format!(r#"<meta name="author" content="John Carter"><h1>Bridge opens early</h1><p>By {by}</p>"#);
    check_authors(&html("Anna Miller"), &["Anna Miller"]);
    check_authors(&html("John Carter"), &["John Carter"]);
    check_authors(&html("Reuters"), &["John Carter"]);
}

#[test]
fn the_outlet_is_no_author() {
    let html = r#"<meta property="og:site_name" content="River Post"><meta name="author" content="River Post">"#;
    check_authors(html, &[]);
    check_authors(r#"<meta name="author" content="Редакция">"#, &[]);
    check_authors(r#"<meta name="author" content="Reuters">"#, &[]);
}

#[test]
fn a_person_may_have_a_site_of_the_same_name() {
    check_authors(
        r#"<meta property="og:site_name" content="Anna Miller"><meta name="author" content="Anna Miller">"#,
        &["Anna Miller"],
    );
}

#[test]
fn links_to_an_authors_page_are_believed_when_they_agree() {
    let filler = "<p>text</p>".repeat(200);
    let link = "<a href='/authors/anna-miller'>Anna Miller</a>";
    check_authors(&format!("<h1>Bridge opens early</h1>{filler}<p>{link}</p><p>{link}</p>"), &["Anna Miller"]);
    let other = "<a href='/authors/john-carter'>John Carter</a>";
    check_authors(&format!("<h1>Bridge opens early</h1>{filler}<p>{link}</p><p>{other}</p>"), &[]);
}

#[test]
fn a_list_that_knows_more_authors_is_taken() {
    let html = r#"<meta name="author" content="Anna Miller"><meta name="citation_author" content="Anna Miller">
        <meta name="citation_author" content="John Carter">"#;
    check_authors(html, &["Anna Miller", "John Carter"]);
}

#[test]
fn a_card_names_the_author_beside_its_label() {
    let html = r#"<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Anna Miller">"#;
    check_authors(html, &["Anna Miller"]);
    check_authors(
        r#"<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Five Minutes">"#,
        &[],
    );
}

#[test]
fn the_author_in_a_line_with_who_took_the_pictures_is_named_alone() {
    let html = r#"<html lang="ru"><body><h1>Посёлок переехал</h1><div><div>Текст: Фаина Строгова. Фото: Илья Кречет<br />28 сентября 2021</div></div></body>"#;
    check_authors(html, &["Фаина Строгова"]);
}
