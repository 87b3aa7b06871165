//! An article as an HTML page of its own: nothing of the source's markup, every word escaped.

use onrecord_model::{ArticlePart, BlockKind};

use super::part::{Part, credits, furniture_name, parts};
use crate::view::safe;

/// Writes an article.
pub(crate) fn html(article: &ArticlePart, with_furniture: bool) -> String {
    let title = escaped(&safe(article.title.as_deref().unwrap_or_default()));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n",
        escaped(article.lang.as_str())
    );
    if let Some(url) = article.canonical_url.as_deref().filter(|url| is_web(url)) {
        page.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(url)));
    }
    page.push_str("</head>\n<body>\n<article>\n");
    let parts = parts(article, with_furniture);
    let mut is_in_list = false;
    for (n, part) in parts.iter().enumerate() {
        let is_item = part.kind == BlockKind::List;
        if is_item != is_in_list {
            page.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            is_in_list = is_item;
        }
        page.push_str(&block(part));
        if n == 0 && part.kind == BlockKind::Headline {
            page.push_str(&byline(article));
        }
    }
    page.push_str(if is_in_list { "</ul>\n" } else { "" });
    page.push_str("</article>\n</body>\n</html>\n");
    page
}

fn byline(article: &ArticlePart) -> String {
    let credits = credits(article);
    if credits.is_empty() {
        String::new()
    } else {
        format!("<p class=\"byline\">{}</p>\n", escaped(&credits.join(" · ")))
    }
}

fn block(part: &Part) -> String {
    let words = part.lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br>\n");
    match part.kind {
        BlockKind::Headline => format!("<h1>{words}</h1>\n"),
        BlockKind::Subhead => format!("<h2>{words}</h2>\n"),
        BlockKind::List => format!("<li>{words}</li>\n"),
        BlockKind::Quote => format!("<blockquote>{words}</blockquote>\n"),
        BlockKind::Embed => format!("<blockquote class=\"embed\">{words}</blockquote>\n"),
        BlockKind::Question => format!("<p class=\"question\"><strong>{words}</strong></p>\n"),
        BlockKind::Caption => format!("<p class=\"caption\"><small>{words}</small></p>\n"),
        BlockKind::Table => table(&part.lines),
        BlockKind::Furniture => format!("<aside class=\"{}\">{words}</aside>\n", furniture_name(part.furniture)),
        BlockKind::Paragraph => format!("<p>{words}</p>\n"),
    }
}

fn table(rows: &[String]) -> String {
    let cell = |cell: &str| format!("<td>{}</td>", escaped(cell.trim()));
    let row = |row: &String| format!("<tr>{}</tr>\n", row.split('\t').map(cell).collect::<String>());
    format!("<table>\n{}</table>\n", rows.iter().map(row).collect::<String>())
}

/// An address from a page may be a script.
pub(crate) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Words that HTML shows as they are, inside elements and quoted attributes.
pub(crate) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_cannot_write_our_html() {
        assert_eq!(escaped("<a href=\"x\" title='y'>&amp;"), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
        assert!(!is_web("javascript:alert(1)") && is_web("https://a.example/"));
    }
}
