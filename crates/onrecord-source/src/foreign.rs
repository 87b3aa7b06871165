//! Files that are no text at all, known by how they begin.

/// First bytes, and what a file that begins so is.
const KNOWN: [(&[u8], &str); 14] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"Rar!\x1A", "an archive"),
    (b"7z\xBC\xAF\x27\x1C", "an archive"),
    (b"BZh", "a file packed with bzip2"),
    (b"\xFD7zXZ\x00", "a file packed with xz"),
    (b"\x1F\x8B\x08", "a file packed once more with gzip"),
    (b"\x28\xB5\x2F\xFD", "a file packed once more with zstd"),
];

/// Where a tar archive says that it is one: the first file's name stands before it.
const TAR: (usize, &[u8]) = (257, b"ustar");

/// What the bytes are, when they are known to be no text.
pub(crate) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(TAR.0..).is_some_and(|rest| rest.starts_with(TAR.1)) {
        return Some("a tar archive");
    }
    KNOWN.iter().find(|(head, _)| bytes.starts_with(head)).map(|(_, what)| *what)
}
