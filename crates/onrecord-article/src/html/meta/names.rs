//! Authors' names in what pages write beside "author": names alone, each once, no site, no newsroom.

use onrecord_lang::{BylineWord, Pack, PageWords, Tags, normal};

use super::addresses::is_address;
use super::sites::Sites;

/// A name longer than this, in characters, is a sentence.
const LONGEST: usize = 60;
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
        if let Some(name) = turned(field) {
            return self.keep(&name, names);
        }
        let parts = self.parts(field);
        let mut is_after_name = false;
        for part in parts {
            let n_before = names.len();
            match self.trimmed(part) {
                part if is_after_name && is_degree(part) => {
                    if let Some(last) = names.last_mut() {
                        last.push_str(", ");
                        last.push_str(part);
                    }
                }
                part => {
                    self.keep(part, names);
                    is_after_name = names.len() > n_before;
                }
            }
        }
    }

    /// Whether words stand before an author's name: "Written by", «Автор».
    pub(super) fn is_label(&self, label: &str) -> bool {
        label.split_whitespace().any(|word| self.words.byline(&normal(word.trim_matches(':'))) == Some(BylineWord::By))
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
                if is_and {
                    parts.extend(piece.get(start..at));
                    start = at + word.len();
                }
                at += word.len();
            }
            parts.extend(piece.get(start..));
        }
        parts
    }

    /// A part without the words before a name ("By", «Автор:») and without marks around it.
    fn trimmed<'f>(&self, part: &'f str) -> &'f str {
        let is_around = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | ')' | '\'' | '’' | '!');
        let mut part = part.trim_matches(is_around);
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
        part.trim_start_matches('@')
    }

    /// Adds a name, unless it is none or there already.
    fn keep(&self, name: &str, names: &mut Vec<String>) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_known = names.iter().any(|known| normal(known) == normal(&name));
        if !is_known && names.len() < MOST && self.is_name(&name) {
            names.push(name);
        }
    }

    /// Whether words may be a name at all.
    fn is_name(&self, name: &str) -> bool {
        let n_words = name.split_whitespace().count();
        let has_letters = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        let is_words = has_letters && n_words <= 7 && name.chars().count() <= LONGEST;
        let is_path = !name.contains(' ') && name.matches('.').count() >= 2;
        let is_machine = is_path || is_address(name) || name.contains(['{', '}', '[', ']', '@', '<', '>', '=', '_']);
        is_words && !is_machine && !self.is_newsroom(name) && (!self.sites.is_name(name) || self.is_own_site(name))
    }

    /// Whether a site with this name may be the person's own: it begins with a given name.
    fn is_own_site(&self, name: &str) -> bool {
        self.is_person(name) && self.begins_with_given_name(name)
    }

    fn begins_with_given_name(&self, name: &str) -> bool {
        let first = name.split_whitespace().next().unwrap_or_default();
        let word = self.pack.and_then(|pack| pack.word(&normal(first)));
        word.is_some_and(|word| word.tags.has(Tags::GIVEN))
    }

    /// Whether words name nobody in person: "Staff", «Редакция», "Admin".
    fn is_newsroom(&self, name: &str) -> bool {
        let kind = |word: &str| self.words.byline(&normal(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let is_desk = |word: &str| {
            matches!(kind(word), Some(BylineWord::Desk | BylineWord::Staff | BylineWord::Helper | BylineWord::By))
        };
        name.split_whitespace().all(is_desk)
            || self.is_desk_of_site(name, is_desk)
            || self.words.is_outlet(&normal(name))
    }

    /// "River Post Staff": the site's name and a word of the newsroom.
    fn is_desk_of_site(&self, name: &str, is_desk: impl Fn(&str) -> bool) -> bool {
        let Some((rest, last)) = name.rsplit_once(' ') else { return false };
        is_desk(last) && self.sites.is_name(rest)
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

    /// Whether words look like a person's name: two to four words with capitals, small particles between them.
    fn is_person(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let is_particle = |word: &str| self.words.byline(&normal(word)) == Some(BylineWord::Particle);
        let fits = (2..=4).contains(&words.len())
            && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '"'));
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        let is_stamp = |word: &&&str| self.words.stamp(&normal(word.trim_matches('.'))).is_some();
        let n_stamps = words.iter().filter(is_stamp).count();
        let kind = |word: &str| self.words.byline(&normal(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let is_trade = |word: &&str| {
            matches!(kind(word), Some(BylineWord::Staff | BylineWord::Helper | BylineWord::Desk | BylineWord::Credit))
        };
        fits && is_capital(first)
            && is_capital(last)
            && words.iter().all(|word| is_capital(word) || is_particle(word))
            && n_stamps * 2 < words.len()
            && !words.iter().any(is_trade)
    }
}

/// "Miller, Ann", as catalogues write it.
fn turned(field: &str) -> Option<String> {
    let (last, first) = field.split_once(',')?;
    let is_one = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == ',');
    let first = first.trim();
    let is_given = |part: &str| (1..=2).contains(&part.split_whitespace().count()) && !part.contains(',');
    (is_one(last.trim()) && is_given(first) && !is_degree(first)).then(|| format!("{first} {}", last.trim()))
}

/// What stands behind a name: "MD", "Ph.D.", "RN", "Jr.".
fn is_degree(part: &str) -> bool {
    let part = part.trim();
    let n_capitals = part.chars().filter(|c| c.is_uppercase()).count();
    let is_short = (2..=8).contains(&part.chars().count()) && !part.contains(char::is_whitespace);
    is_short && (n_capitals >= 2 || part.ends_with('.')) && part.is_ascii()
}

#[cfg(test)]
mod tests {
    use onrecord_model::Lang;

    use super::*;
    use crate::testing::packs;

    fn read(of: impl Fn(&Reader<'_>) -> Vec<String>) -> Vec<String> {
        let packs = packs();
        let sites = Sites::new(["River Post"], Some("river-post.example"));
        let pack = Lang::new("en").and_then(|lang| packs.get(lang));
        of(&Reader { words: packs.page_words(), sites: &sites, pack })
    }

    fn check(field: &str, expected: &[&str]) {
        assert_eq!(read(|reader| reader.given([field])), expected, "{field}");
    }

    fn check_seen(line: &str, expected: &[&str]) {
        assert_eq!(read(|reader| reader.seen(line)), expected, "{line}");
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
