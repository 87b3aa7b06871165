//! Texts cut by code points.

use onrecord_model::CharSpan;

/// The part of a text between two code points.
pub(crate) fn cut(text: &str, span: CharSpan) -> &str {
    let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = places.nth(span.start as usize);
    let length = span.end.saturating_sub(span.start) as usize;
    let end = if length == 0 { start } else { places.nth(length - 1) };
    start.zip(end).and_then(|(start, end)| text.get(start..end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_code_points() {
        let at = |start, end| cut("Мост 🌉 закрыт", CharSpan { start, end });
        assert_eq!((at(0, 4), at(5, 6), at(7, 13), at(3, 3)), ("Мост", "🌉", "закрыт", ""));
        assert_eq!(at(9, 40), "");
    }
}
