//! How word forms are compared: case, ё, apostrophes; and crude stems.

/// The form a word is looked up by: lower case, Russian io as ie, every apostrophe as `'`, no soft hyphen or stress mark.
pub fn normal(word: &str) -> String {
    let mut form = String::with_capacity(word.len());
    normal_into(word, &mut form);
    form
}

/// [`normal`] into a buffer that is reused.
pub fn normal_into(word: &str, form: &mut String) {
    form.clear();
    if word.is_ascii() && !word.contains('`') {
        form.push_str(word);
        form.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            // Russian io, which newspapers print with or without its dots.
            '\u{451}' | '\u{401}' => form.push('\u{435}'),
            '’' | 'ʼ' | '‘' | '`' | '´' => form.push('\''),
            '\u{ad}' | '\u{301}' | '\u{200b}' => {}
            'a'..='z' | '\u{430}'..='\u{44f}' | '0'..='9' => form.push(c),
            'A'..='Z' => form.push(c.to_ascii_lowercase()),
            // The capitals of the Russian alphabet stand right before its small letters.
            '\u{410}'..='\u{42f}' => form.extend(char::from_u32(u32::from(c) + 0x20)),
            _ => form.extend(c.to_lowercase()),
        }
    }
}

/// Whether a word begins with a capital letter.
pub fn is_upper_first(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The part of a word that its endings leave alone, roughly: all but the last two letters, four at least.
pub fn stem(word: &str) -> &str {
    &word[..stem_len(word)]
}

/// The length in bytes of [`stem`].
pub fn stem_len(word: &str) -> usize {
    let n = word.chars().count();
    let keep = n.saturating_sub(2).max(4);
    word.char_indices().nth(keep).map_or(word.len(), |(at, _)| at)
}
