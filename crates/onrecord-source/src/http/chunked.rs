//! The chunked transfer coding taken off, also where it is broken.

use memchr::memchr;

/// The line with a chunk's length is no longer.
const LONGEST_LINE: usize = 1024;

/// The content without its chunks.
#[derive(Debug, PartialEq)]
pub(crate) enum Joined {
    Sound(Vec<u8>),
    /// The coding breaks off; this came before.
    Part(Vec<u8>),
    /// There are no chunks: the archive's maker took the coding off and left the head as it was.
    NotChunked,
}

/// Joins the chunks of a content.
pub(crate) fn joined(mut bytes: &[u8]) -> Joined {
    let mut whole = Vec::new();
    let mut is_first = true;
    loop {
        let Some((length, rest)) = length(bytes) else {
            return if is_first { Joined::NotChunked } else { Joined::Part(whole) };
        };
        is_first = false;
        if length == 0 {
            return Joined::Sound(whole);
        }
        let chunk = usize::try_from(length).ok().and_then(|length| rest.split_at_checked(length));
        let Some((chunk, rest)) = chunk else {
            whole.extend_from_slice(rest);
            return Joined::Part(whole);
        };
        whole.extend_from_slice(chunk);
        let behind = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n"));
        match behind {
            Some(rest) => bytes = rest,
            None => return Joined::Part(whole),
        }
    }
}

/// A chunk's length in hexadecimal digits, and what follows its line.
fn length(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let end = memchr(b'\n', bytes.get(..LONGEST_LINE).unwrap_or(bytes))?;
    let (line, rest) = bytes.split_at_checked(end + 1)?;
    let digits = line.split(|&byte| byte == b';').next()?.trim_ascii();
    let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?;
    Some((u64::from_str_radix(digits, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(coded: &str, expected: Joined) {
        assert_eq!(joined(coded.as_bytes()), expected, "{coded:?}");
    }

    #[test]
    fn chunks_are_joined() {
        check("3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", Joined::Sound(b"abc0123456789".to_vec()));
        check("0\r\n\r\n", Joined::Sound(Vec::new()));
    }

    #[test]
    fn broken_chunks_give_what_came_before() {
        check("3\r\nabc\r\nFF\r\nshort", Joined::Part(b"abcshort".to_vec()));
        check("3\r\nabc\r\nno length", Joined::Part(b"abc".to_vec()));
        check("3\r\nabcd\r\n", Joined::Part(b"abc".to_vec()));
        check("FFFFFFFFFFFFFFFF\r\nabc", Joined::Part(b"abc".to_vec()));
    }

    #[test]
    fn a_page_that_is_not_chunked_is_told() {
        check("<html>\n", Joined::NotChunked);
        check("+5\r\nabcde\r\n", Joined::NotChunked);
        check("", Joined::NotChunked);
    }
}
