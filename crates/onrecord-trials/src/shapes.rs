//! Texts that programs like this one trip over, of any size.

/// A way to make a text that nobody wrote.
pub struct Shape {
    /// What it looks like.
    pub name: &'static str,
    /// Makes one of about `n` bytes from an article.
    pub build: fn(n: usize, article: &str) -> String,
}

/// All shapes.
pub const SHAPES: &[Shape] = &[
    Shape { name: "an article again and again", build: |n, article| again(article, n) },
    Shape { name: "one endless line", build: |n, article| again(&article.replace('\n', " "), n) },
    Shape { name: "one endless line without an end of sentence", build: |n, article| again(&endless(article), n) },
    Shape { name: "letters without a space", build: |n, article| again(&letters(article), n) },
    Shape { name: "only capitals", build: |n, article| again(&article.to_uppercase(), n) },
    Shape { name: "capitals in one line", build: |n, article| again(&names(article), n) },
    Shape { name: "names that are all different", build: |n, article| others(&names(article), article, n) },
    Shape { name: "articles about other people", build: others_again },
    Shape { name: "only punctuation", build: |n, _| again("., !? … — – ( ) : ; « \" ' ", n) },
    Shape { name: "only quotation marks", build: |n, _| again("\"", n) },
    Shape { name: "quotations inside quotations", build: |n, _| again("«", n / 2) + &again("»", n / 2) },
    Shape { name: "quotations that never close", build: |n, article| again(&format!("«{}", first(article)), n) },
    Shape { name: "an article in one quotation", build: |n, article| format!("«{}»", again(&endless(article), n)) },
    Shape {
        name: "a quotation that opens every line",
        build: |n, article| again(&format!("\"{}\n", first(article)), n),
    },
    Shape { name: "apostrophes", build: |n, _| again("a' 'b ", n) },
    Shape { name: "brackets that never close", build: |n, article| again(&format!("({}", first(article)), n) },
    Shape { name: "short lines", build: |n, _| again("a\n", n) },
    Shape { name: "short lines of words", build: |n, article| again(&article.replace(' ', "\n"), n) },
    Shape { name: "empty lines", build: |n, _| again("\n", n) },
    Shape { name: "blanks", build: |n, _| again(" \t\u{a0}", n) },
    Shape { name: "zero bytes", build: |n, _| again("\0", n) },
    Shape { name: "digits", build: |n, _| again("12 01 2022 ", n) },
    Shape { name: "one endless number", build: |n, _| again("1234567890", n) },
    Shape { name: "hyphens inside a word", build: |n, _| again("a-", n) },
    Shape { name: "periods inside a word", build: |n, _| again("a.", n) },
    Shape { name: "combining marks", build: |n, _| "a".to_owned() + &again("\u{301}", n) },
    Shape { name: "commas", build: |n, article| again(&article.replace(' ', ", "), n) },
    Shape { name: "colons", build: |n, article| again(&article.replace(' ', ": "), n) },
    Shape { name: "dashes", build: |n, article| again(&article.replace(' ', " — "), n) },
];

/// HTML pages of the same make.
pub const PAGES: &[Shape] = &[
    Shape { name: "an article in paragraphs", build: |n, article| again(&paragraphs(article), n) },
    Shape {
        name: "elements inside elements",
        build: |n, article| again("<div class=\"story\">", n / 2) + &again(&paragraphs(article), n / 2),
    },
    Shape { name: "elements that only end", build: |n, _| again("</div></p>", n) },
    Shape { name: "paragraphs that never end", build: |n, article| again(&format!("<p>{}", first(article)), n) },
    Shape { name: "formatting that never ends", build: |n, article| again(&format!("<b><i>{}", first(article)), n) },
    Shape { name: "tables inside tables", build: |n, _| again("<table><tr><td>a", n) },
    Shape {
        name: "lists of links",
        build: |n, article| again(&format!("<li><a href=\"/a\">{}</a>", first(article)), n),
    },
    Shape { name: "one element with endless attributes", build: |n, _| "<p ".to_owned() + &again("a=\"b\" ", n) },
    Shape { name: "an attribute that never ends", build: |n, article| "<p a=\"".to_owned() + &again(article, n) },
    Shape { name: "comments that never end", build: |n, article| again(&format!("<!-- {}", first(article)), n) },
    Shape { name: "a script that never ends", build: |n, article| "<script>".to_owned() + &again(article, n) },
    Shape { name: "opening brackets", build: |n, _| again("<", n) },
    Shape { name: "references", build: |n, _| again("&amp;&#1081;&nbsp&x", n) },
    Shape {
        name: "data about the article",
        build: |n, _| {
            again("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>", n)
        },
    },
    Shape {
        name: "lists inside data about the article",
        build: |n, _| "<script type=\"application/ld+json\">".to_owned() + &again("[", n),
    },
    Shape { name: "a paragraph of lines", build: |n, _| "<p>".to_owned() + &again("a bridge<br>", n) },
    Shape {
        name: "lines that two breaks divide",
        build: |n, article| "<p>".to_owned() + &again(&format!("{}<br><br>", first(article)), n),
    },
    Shape { name: "elements of the page's own", build: |n, article| again(&format!("<a-b>{}", first(article)), n) },
    Shape {
        name: "stories after stories",
        build: |n, article| {
            let story =
                format!("<article class=\"article-body\"><h2>{}</h2>{}</article>", first(article), paragraphs(article));
            format!("<title>{0}</title><h1>{0}</h1>{1}", first(article), again(&story, n))
        },
    },
    Shape {
        name: "boxes beside boxes",
        build: |n, article| {
            let boxed = format!("<div class=\"a\"><div>{}</div></div>", paragraphs(article));
            format!("<title>{0}</title><h1>{0}</h1>{1}", first(article), again(&boxed, n - n / 50))
        },
    },
    Shape { name: "meta elements", build: |n, _| again("<meta property=\"og:title\" content=\"a\">", n) },
];

fn paragraphs(article: &str) -> String {
    article.lines().filter(|line| !line.is_empty()).map(|line| format!("<p>{line}</p>\n")).collect()
}

/// A text, repeated up to about `n` bytes.
fn again(text: &str, n: usize) -> String {
    text.repeat(n / text.len().max(1))
}

/// The article without line feeds and without what ends sentences.
fn endless(article: &str) -> String {
    article.replace(['.', '!', '?', '\n'], " ")
}

fn letters(article: &str) -> String {
    article.chars().filter(|letter| letter.is_alphabetic()).collect()
}

/// The words that begin with a capital.
fn names(article: &str) -> String {
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    article.split_whitespace().filter(is_name).flat_map(|word| [word, " "]).collect()
}

fn others_again(n: usize, article: &str) -> String {
    others(article, article, n)
}

/// A text again and again, every name in it another one each time.
fn others(text: &str, article: &str, n: usize) -> String {
    let words: Vec<String> = article.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase).collect();
    let words: Vec<&String> = words.iter().filter(|word| word.chars().count() > 3).collect();
    let (mut all, mut n_names) = (String::with_capacity(n + 100), 0);
    while all.len() < n && !text.is_empty() {
        for piece in text.split_inclusive(char::is_whitespace) {
            all.push_str(piece.trim_end());
            if piece.starts_with(char::is_uppercase) && !words.is_empty() {
                all.push_str(words[n_names % words.len()]);
                all.push_str(words[n_names / words.len() % words.len()]);
                n_names += 1;
            }
            all.push_str(&piece[piece.trim_end().len()..]);
        }
    }
    all.truncate(all.floor_char_boundary(n));
    all
}

/// The article's first long line.
fn first(article: &str) -> &str {
    article.lines().find(|line| line.len() > 60).unwrap_or(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_have_the_size_that_was_asked_for() {
        let article = "A headline\n\nA man said that it would rain all day in the whole town, and it did.\n";
        for shape in SHAPES.iter().chain(PAGES) {
            let n = (shape.build)(10_000, article).len();
            assert!((9_000..=10_100).contains(&n), "{}: {n}", shape.name);
        }
    }
}
