//! The JSON in a page's scripts, also where it is broken.

use serde_json::{Deserializer, Value};

/// A script longer than this holds data of a program, not words about an article.
const LONGEST: usize = 4 << 20;

/// What is nested deeper is no description of an article; the parser gives up at the same depth.
const DEEPEST: usize = 128;

/// The values in the source of a script; none when there is no JSON in it.
pub(super) fn values(source: &str) -> Vec<Value> {
    let source = bare(source);
    if source.is_empty() || source.len() > LONGEST {
        return Vec::new();
    }
    match serde_json::from_str(source) {
        Ok(value) => vec![value],
        Err(_) => all_of(&repaired(source)),
    }
}

/// The values up to the first that cannot be read; what follows a value's end is often rubbish.
fn all_of(source: &str) -> Vec<Value> {
    Deserializer::from_str(source).into_iter::<Value>().map_while(Result::ok).collect()
}

/// The source without what wraps it: comments of HTML and of scripts, CDATA marks, semicolons.
fn bare(source: &str) -> &str {
    let start = source.find(['{', '[']).unwrap_or(source.len());
    // `<![CDATA[` has a bracket of its own.
    let start = match source.get(start..start + 1) {
        Some("[") if source.get(..start).is_some_and(|head| head.ends_with("<!")) => {
            let inside = source.get(start + 1..).unwrap_or_default();
            let skipped = inside.find('[').map_or(inside.len(), |at| at + 1);
            start + 1 + skipped
        }
        _ => start,
    };
    let rest = source.get(start..).unwrap_or_default();
    let rest = rest.trim_start_matches(|c| !matches!(c, '{' | '['));
    let end = rest.rfind(['}', ']']).map_or(rest.len(), |at| at + 1);
    let end =
        if rest.ends_with("]]>") { rest.get(..end).map_or(end, |kept| kept.len().saturating_sub(2)) } else { end };
    rest.get(..end).unwrap_or(rest)
}

/// The source as it was meant.
fn repaired(source: &str) -> String {
    let mut repair = Repair { out: String::with_capacity(source.len() + 8), open: Vec::new() };
    let mut at = 0;
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        if repair.open.len() > DEEPEST {
            return String::new();
        }
        at = match c {
            '"' => repair.string(source, at + 1),
            '/' => skip_comment(source, at),
            '<' => source.get(at..).and_then(|rest| rest.find('>')).map_or(source.len(), |end| at + end + 1),
            _ => {
                repair.mark(c);
                at + c.len_utf8()
            }
        };
    }
    while let Some(close) = repair.open.pop() {
        repair.close(close);
    }
    repair.out
}

/// One past a comment; past the stroke when there is none.
fn skip_comment(source: &str, at: usize) -> usize {
    let rest = source.get(at..).unwrap_or_default();
    let end = match rest.as_bytes().get(1) {
        Some(b'/') => rest.find('\n'),
        Some(b'*') => rest.find("*/").map(|end| end + 2),
        _ => Some(1),
    };
    end.map_or(source.len(), |end| at + end)
}

/// Writes JSON that can be read.
struct Repair {
    out: String,
    open: Vec<char>,
}

impl Repair {
    /// What stands outside strings.
    fn mark(&mut self, c: char) {
        match c {
            '{' | '[' => {
                self.open.push(if c == '{' { '}' } else { ']' });
                self.out.push(c);
            }
            '}' | ']' => {
                if let Some(place) = self.open.iter().rposition(|&close| close == c) {
                    while self.open.len() > place
                        && let Some(close) = self.open.pop()
                    {
                        self.close(close);
                    }
                }
            }
            ',' => {
                if !self.out.trim_end().ends_with([',', '{', '[', ':']) {
                    self.out.push(c);
                }
            }
            _ if c.is_control() || c.is_whitespace() || c == '\u{feff}' => {
                // One space is enough, and makes looking back cheap.
                if !self.out.ends_with(' ') {
                    self.out.push(' ');
                }
            }
            _ => self.out.push(c),
        }
    }

    fn close(&mut self, close: char) {
        let kept = self.out.trim_end().trim_end_matches(',').len();
        self.out.truncate(kept);
        if self.out.ends_with(':') {
            self.out.push_str("null");
        }
        self.out.push(close);
    }

    /// A string that begins at a byte; gives where what follows begins.
    fn string(&mut self, source: &str, start: usize) -> usize {
        self.out.push('"');
        let mut at = start;
        let bytes = source.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'"' if ends_string(source, at + 1) => break,
                b'"' => self.out.push_str("\\\""),
                b'\\' => at = self.escape(source, at),
                _ => at = self.plain(source, at),
            }
            at += 1;
        }
        self.out.push('"');
        (at + 1).min(source.len())
    }

    /// A backslash and what it stands before; gives the last byte of it.
    fn escape(&mut self, source: &str, at: usize) -> usize {
        let rest = source.get(at + 1..).unwrap_or_default();
        match rest.chars().next() {
            Some(c @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
                self.out.push('\\');
                self.out.push(c);
                at + 1
            }
            Some('u') if rest.get(1..5).is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit())) => {
                self.out.push('\\');
                self.out.push_str(&rest[..5]);
                at + 5
            }
            _ => at,
        }
    }

    /// A character inside a string; gives the last byte of it.
    fn plain(&mut self, source: &str, at: usize) -> usize {
        let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) else { return at };
        self.out.push(if c.is_control() { ' ' } else { c });
        at + c.len_utf8() - 1
    }
}

/// Whether a quotation mark before this byte ends its string: what follows a string follows, or the line ends.
fn ends_string(source: &str, after: usize) -> bool {
    let rest = source.get(after..).unwrap_or_default();
    let next = rest.char_indices().take(200).find(|(_, c)| !c.is_whitespace());
    match next {
        None | Some((_, ':' | '}' | ']')) => true,
        // After a comma comes another string or value; in a sentence words go on.
        Some((at, ',')) => {
            rest.get(at + 1..).and_then(|rest| rest.chars().take(200).find(|c| !c.is_whitespace())).is_none_or(|c| {
                matches!(c, '"' | '{' | '[' | '}' | ']' | ',' | '/' | '-' | 't' | 'f' | 'n') || c.is_ascii_digit()
            })
        }
        Some((at, _)) => rest.get(..at).is_some_and(|gap| gap.contains('\n')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let found: Vec<_> = values(source).iter().map(Value::to_string).collect();
        assert_eq!(found.join(" "), expected, "{source}");
    }

    #[test]
    fn sound_json_is_read_as_it_is() {
        check(r#" {"headline": "Bridge opens"} "#, r#"{"headline":"Bridge opens"}"#);
    }

    #[test]
    fn a_comma_before_the_end_means_nothing() {
        check(r#"{"a": [1, 2,], "b": 3,}"#, r#"{"a":[1,2],"b":3}"#);
        check(r#"{"a": 1,, "b": 2}"#, r#"{"a":1,"b":2}"#);
    }

    #[test]
    fn comments_around_json_mean_nothing() {
        check("<!-- {\"a\": 1} -->", r#"{"a":1}"#);
        check("//<![CDATA[\n{\"a\": 1}\n//]]>", r#"{"a":1}"#);
        check("{\"a\": 1}; ", r#"{"a":1}"#);
        check("{\"a\": 1, // first\n \"b\": 2 /* second */}", r#"{"a":1,"b":2}"#);
    }

    #[test]
    fn a_line_may_break_inside_a_string() {
        check("{\"a\": \"Мост\nоткрыли\t!\"}", r#"{"a":"Мост открыли !"}"#);
    }

    #[test]
    fn quotation_marks_inside_a_string_are_kept() {
        check(r#"{"a": "The "Sea Wind" sails", "b": 1}"#, r#"{"a":"The \"Sea Wind\" sails","b":1}"#);
    }

    #[test]
    fn what_was_not_closed_is_closed() {
        check(r#"{"a": {"b": 1}"#, r#"{"a":{"b":1}}"#);
        check(r#"{"a": [{"b": 1}, "c": 2}"#, "");
    }

    #[test]
    fn two_values_in_one_script_are_both_read() {
        check(r#"{"a": 1} {"b": 2}"#, r#"{"a":1} {"b":2}"#);
    }

    #[test]
    fn a_wrong_escape_loses_its_stroke() {
        check(r#"{"a": "it\'s"}"#, r#"{"a":"it's"}"#);
    }

    #[test]
    fn what_is_nested_too_deep_is_not_read() {
        check(&format!("{}}}", "[".repeat(100_000)), "");
        check(&format!("[1{}]", " ,".repeat(100_000)), "[1]");
    }

    #[test]
    fn a_program_is_no_json() {
        check("var a = function() { return 1 }", "");
        check("", "");
        check("[[[[", "[[[[]]]]");
    }
}
