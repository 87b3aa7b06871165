//! Authors' names in what pages write beside "author": names alone, each once, no site, no newsroom.

use onrecord_lang::{BylineWord, Pack, PageWords, normal};

use super::addresses::is_address;
use super::persons::{is_degree, turned};
use super::sites::Sites;

/// More authors than this are a list of something else; papers of science have many.
const MOST: usize = 40;

/// The word before names is one of so many at the beginning of a line.
const FEW_WORDS: usize = 6;

/// What names are read with.
pub(super) struct Reader<'r> {
    pub(super) words: &'r PageWords,
    pub(super) sites: &'r Sites,
    /// The words of the page's language.
    pub(super) pack: Option<&'r Pack>,
}

impl Reader<'_> {
    /// The names in what a page gives to machines as authors.
    pub(super) fn given<'n>(&self, fields: impl IntoIterator<Item = &'n str>) -> Vec<String> {
        let mut names = Vec::new();
        for field in fields.into_iter().filter(|field| field.len() <= 2_000 && !is_address(field)) {
            self.field(field, &mut names);
        }
        names
    }

    fn field(&self, field: &str, names: &mut Vec<String>) {
        if let Some(name) = turned(field).filter(|_| !field.split(',').skip(1).any(|part| self.is_office(part.trim())))
        {
            return self.keep(&name, names);
        }
        let mut is_after_name = false;
        for (place, part) in self.parts(field).into_iter().enumerate() {
            let part = self.trimmed(part);
            let n_before = names.len();
            // "design: Ann Miller": what follows is no author.
            if part.contains(": ") {
                return;
            }
            if is_after_name && is_degree(part) && !self.words.is_outlet(&normal(part)) {
                add_degree(names, part);
            } else if place == 0 || !self.is_office(part) {
                self.keep(part, names);
                is_after_name = names.len() > n_before;
            }
        }
    }

    /// Whether words stand before an author's name: "Written by", «Автор».
    pub(super) fn is_label(&self, label: &str) -> bool {
        label.split_whitespace().any(|word| self.words.byline(&normal(word.trim_matches(':'))) == Some(BylineWord::By))
    }

    /// Whether words say that who follows edited, checked or took pictures: "Reviewed by".
    pub(super) fn is_label_of_helper(&self, label: &str) -> bool {
        let mut kinds = label.split_whitespace().rev().take(FEW_WORDS).filter_map(|word| self.byline(word));
        kinds.any(|kind| matches!(kind, BylineWord::Helper | BylineWord::Credit))
    }

    /// The names in a line that a reader sees: as long as what stands there looks like names.
    pub(super) fn seen(&self, line: &str) -> Vec<String> {
        let mut names = Vec::new();
        let mut has_begun = false;
        for part in self.parts(self.after_by(line)) {
            let part = self.before_stamp(self.trimmed(part));
            if part.is_empty() || has_begun && is_degree(part) {
                continue;
            }
            // What follows a name may be the next one, or the person's office.
            let is_name = self.is_person(part) && (!has_begun || self.begins_with_given_name(part));
            if is_name {
                self.keep(part, &mut names);
            } else if has_begun || names.len() >= MOST {
                break;
            }
            has_begun |= is_name;
        }
        names
    }

    /// The names in a line that begins with a person's full name and has no word before it that says so.
    pub(super) fn signed(&self, line: &str) -> Vec<String> {
        let first = self.parts(line).into_iter().map(|part| self.before_stamp(self.trimmed(part))).next();
        let is_signed = first.is_some_and(|name| self.is_person(name) && self.begins_with_given_name(name));
        if is_signed && !self.is_label_of_helper(line) { self.seen(line) } else { Vec::new() }
    }

    /// What follows the word before names, if that comes early: "Anna Miller" of "Text by Anna Miller".
    ///
    /// Nothing, where others than the author are named: "Photo by", "Reviewed by".
    fn after_by<'f>(&self, line: &'f str) -> &'f str {
        let mut at = 0;
        let mut is_other = false;
        for word in line.split_inclusive(char::is_whitespace).take(FEW_WORDS) {
            at += word.len();
            match self.words.byline(&normal(word.trim_matches(|c: char| !c.is_alphanumeric()))) {
                Some(BylineWord::By) if is_other => return "",
                Some(BylineWord::By) => return line.get(at..).unwrap_or_default(),
                Some(BylineWord::Helper | BylineWord::Credit) => is_other = true,
                _ => {}
            }
        }
        line
    }

    /// What stands before a date or another number: "Anna Miller" of "Anna Miller May 5".
    fn before_stamp<'f>(&self, part: &'f str) -> &'f str {
        let Some(digit) = part.find(|c: char| c.is_ascii_digit()) else { return part };
        let mut end = part.get(..digit).map_or(0, |head| head.rfind(char::is_whitespace).unwrap_or(0));
        while let Some(head) = part.get(..end).map(str::trim_end) {
            let last = head.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let word = head.get(last..).unwrap_or_default();
            if word.is_empty() || self.words.stamp(&normal(word.trim_end_matches('.'))).is_none() {
                return head;
            }
            end = last;
        }
        part
    }

    /// A field divided where one name ends and the next begins.
    fn parts<'f>(&self, field: &'f str) -> Vec<&'f str> {
        let is_mark = |c: char| matches!(c, ',' | ';' | '|' | '\n' | '/' | '&' | '•' | '·' | '–' | '—');
        let mut parts = Vec::new();
        for piece in field.split(is_mark) {
            let mut start = 0;
            let mut at = 0;
            for word in piece.split_inclusive(char::is_whitespace) {
                let is_and = word.trim() == "-" || self.words.byline(&normal(word.trim())) == Some(BylineWord::And);
                // "Text: Anna Miller. Photo: John Carter".
                let is_next = at > start && word.trim_end().ends_with(':') && self.byline(word).is_some();
                if is_and {
                    parts.extend(piece.get(start..at));
                    start = at + word.len();
                } else if is_next {
                    parts.extend(piece.get(start..at).map(|part| part.trim_end().trim_end_matches('.')));
                    start = at;
                }
                at += word.len();
            }
            parts.extend(piece.get(start..));
        }
        parts
    }

    /// A part without the words before a name ("By", «Автор:») and without marks around it.
    fn trimmed<'f>(&self, field: &'f str) -> &'f str {
        let is_around = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | ')' | '\'' | '’' | '!');
        let mut part = field.trim_matches(is_around);
        for _ in 0..4 {
            let end = part.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(part.len());
            let (first, rest) = part.split_at(end);
            let is_before = match self.words.byline(&normal(first)) {
                Some(BylineWord::By) => true,
                Some(BylineWord::Staff) => rest.starts_with(':'),
                _ => false,
            };
            // A label of any kind: "Words: Ann Miller".
            if !is_before {
                break;
            }
            part = rest.trim_matches(is_around);
        }
        closed(field, part.trim_start_matches('@'))
    }

    /// Adds a name, unless it is none or there already.
    fn keep(&self, name: &str, names: &mut Vec<String>) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_known = names.iter().any(|known| normal(known) == normal(&name));
        if !is_known && names.len() < MOST && self.is_name(&name) {
            names.push(name);
        }
    }

    /// A line that is one name of one word, as some sites have them: "infuy".
    pub(super) fn one_word(&self, line: &str) -> Vec<String> {
        let mut names = Vec::new();
        let name = self.trimmed(line.trim());
        if !name.is_empty()
            && !name.contains(|c: char| c.is_whitespace() || c.is_ascii_digit())
            && self.words.stamp(&normal(name)).is_none()
        {
            self.keep(name, &mut names);
        }
        names
    }
}

/// A part of a field with the quotation mark behind it that closes one in it.
fn closed<'f>(field: &'f str, part: &'f str) -> &'f str {
    let start = part.as_ptr().addr() - field.as_ptr().addr();
    let past = field.get(start + part.len()..).and_then(|rest| rest.chars().next());
    let is_open = |open: char, close: char| past == Some(close) && part.contains(open) && !part.contains(close);
    let is_closed_by_next = is_open('«', '»') || is_open('“', '”') || is_open('„', '“');
    let n_more = past.filter(|_| is_closed_by_next).map_or(0, char::len_utf8);
    field.get(start..start + part.len() + n_more).unwrap_or(part)
}

/// Adds what stands behind the last name to it.
fn add_degree(names: &mut [String], degree: &str) {
    if let Some(last) = names.last_mut() {
        last.push_str(", ");
        last.push_str(degree);
    }
}

#[cfg(test)]
mod tests {
    use onrecord_model::Lang;

    use super::*;
    use crate::testing::packs;

    fn check_in(lang: &str, field: &str, expected: &[&str]) {
        assert_eq!(read_in(lang, |reader| reader.given([field])), expected, "{field}");
    }

    fn read(of: impl Fn(&Reader<'_>) -> Vec<String>) -> Vec<String> {
        read_in("en", of)
    }

    fn read_in(lang: &str, of: impl Fn(&Reader<'_>) -> Vec<String>) -> Vec<String> {
        let packs = packs();
        let sites = Sites::new(["River Post"], Some("river-post.example"));
        let pack = Lang::new(lang).and_then(|lang| packs.get(lang));
        of(&Reader { words: packs.page_words(), sites: &sites, pack })
    }

    fn check(field: &str, expected: &[&str]) {
        assert_eq!(read(|reader| reader.given([field])), expected, "{field}");
    }

    fn check_seen(line: &str, expected: &[&str]) {
        assert_eq!(read(|reader| reader.seen(line)), expected, "{line}");
    }

    #[test]
    fn a_quotation_mark_that_is_open_is_closed() {
        check("Команда «Берега»", &["Команда «Берега»"]);
        check("«Anna Miller»", &["Anna Miller"]);
    }

    #[test]
    fn another_label_ends_a_name() {
        check_seen("By Anna Miller. Photo: John Carter", &["Anna Miller"]);
        check_seen("5 May | By Anna Miller", &["Anna Miller"]);
    }

    #[test]
    fn several_authors_are_told_apart() {
        check("Anna Miller and John Carter", &["Anna Miller", "John Carter"]);
        check("Anna Miller, John Carter & Mary Stone", &["Anna Miller", "John Carter", "Mary Stone"]);
        check("Иван Петров и Мария Соколова", &["Иван Петров", "Мария Соколова"]);
        check("Іван Мельник та Олена Бондар", &["Іван Мельник", "Олена Бондар"]);
        check("Андрей Ильин; Ирина Андреева", &["Андрей Ильин", "Ирина Андреева"]);
    }

    #[test]
    fn the_words_before_a_name_are_no_part_of_it() {
        check("By Anna Miller", &["Anna Miller"]);
        check("by: Anna Miller", &["Anna Miller"]);
        check("Автор: Мария Соколова", &["Мария Соколова"]);
        check("Авторка: Олена Бондар", &["Олена Бондар"]);
    }

    #[test]
    fn a_site_and_its_newsroom_are_no_authors() {
        check("River Post", &[]);
        check("River Post Staff", &[]);
        check("admin", &[]);
        check("Редакция", &[]);
        check("Редакція", &[]);
        check("https://www.facebook.example/anna", &[]);
        check("anna@river-post.example", &[]);
    }

    #[test]
    fn an_office_and_a_place_are_no_authors() {
        check("Anna Miller, Health Correspondent", &["Anna Miller"]);
        check("By Anna Miller, London", &["Anna Miller"]);
        check("Health Correspondent", &[]);
        check("Reuters, Washington", &[]);
        check("London", &[]);
        check("Anna Miller, CNN", &["Anna Miller"]);
        check("content: River Post; design: John Carter", &[]);
        check("RiverPost.com", &[]);
        check_in("uk", "Ганна Коваль, редакторка", &["Ганна Коваль"]);
        check_in("ru", "А. С. Петров и М. Соколова", &["А. С. Петров", "М. Соколова"]);
        check_in("ru", "Анна Миронова, корреспондент", &["Анна Миронова"]);
    }

    #[test]
    fn an_author_is_named_once() {
        assert_eq!(read(|reader| reader.given(["Anna Miller", "ANNA MILLER"])), ["Anna Miller"]);
    }

    #[test]
    fn a_degree_stays_with_its_name() {
        check("Anna Miller, MD, PhD, John Carter", &["Anna Miller, MD, PhD", "John Carter"]);
    }

    #[test]
    fn a_catalogue_puts_the_surname_first() {
        check("Miller, Anna", &["Anna Miller"]);
        check("Miller, Anna M.", &["Anna M. Miller"]);
    }

    #[test]
    fn a_line_gives_names_as_long_as_they_last() {
        check_seen("By Anna Miller, Senior Editor | Updated May 5, 2021", &["Anna Miller"]);
        check_seen("Anna Miller and John Carter\nMay 5, 2021", &["Anna Miller", "John Carter"]);
        check_seen("Text by Anna Miller", &["Anna Miller"]);
        check_seen("This story was written by Anna Miller, editor", &["Anna Miller"]);
        check_seen("Текст: Иван Петров", &["Иван Петров"]);
        check_seen("By Anna Miller May 5, 2021", &["Anna Miller"]);
        check_seen("Анна Миронова 5 мая 2021", &["Анна Миронова"]);
        check_seen("Oscar de la Vega", &["Oscar de la Vega"]);
    }

    #[test]
    fn a_line_without_a_name_gives_none() {
        check_seen("May 5, 2021", &[]);
        check_seen("5 min read", &[]);
        check_seen("About the author", &[]);
        check_seen("Staff Writer", &[]);
        check_seen("Photo by Anna Miller", &[]);
        check_seen("Reviewed by Anna Miller", &[]);
    }
}
