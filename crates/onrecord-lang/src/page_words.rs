//! What the lists of all languages say about pages: furniture, stamps, bylines, outlets, and the signs of a language.
//!
//! A page in one language carries lines in another («Photo: Reuters» under a Russian story), and the language is not
//! known before it is looked for; so these lists are read together, and without loading a whole pack.

use hashbrown::{HashMap, HashSet};
use onrecord_model::Lang;

use crate::furniture::{FurnitureKind, FurniturePhrases};
use crate::signs::LanguageSigns;
use crate::{PackError, Table, normal};

/// A word of the line that says when a page was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StampWord {
    /// A month: 1 to 12.
    Month(u8),
    /// A day of the week.
    Weekday,
    /// Today, yesterday: so many days ago.
    Day(u8),
    /// Says that what follows is the day of a later change.
    Changed,
    /// A word that only surrounds the rest.
    Filler,
}

/// A word of the line that names who made an article or a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BylineWord {
    /// A trade of the newsroom.
    Staff,
    /// Who edited, translated or took pictures: no author follows.
    Helper,
    /// A name follows.
    By,
    /// Of a picture: who made it follows.
    Credit,
    /// An outlet follows.
    Source,
    /// Stands between two names.
    And,
    /// Names the newsroom instead of a person.
    Desk,
    /// A small word inside a name.
    Particle,
    /// Stands in a copyright line before who holds the rights.
    Rights,
}

/// What all languages' lists say about pages.
#[derive(Default)]
pub struct PageWords {
    /// Phrases by which furniture is known.
    pub furniture: FurniturePhrases,
    /// Signs of the languages.
    pub signs: LanguageSigns,
    stamps: HashMap<Box<str>, StampWord>,
    bylines: HashMap<Box<str>, BylineWord>,
    domains: HashMap<Box<str>, Vec<(Lang, Box<str>)>>,
    outlets: HashSet<Box<str>>,
}

impl PageWords {
    /// Reads the lists `(language, file, text)`; a broken list is left out ([`Packs::check`](crate::Packs::check) says why).
    pub(crate) fn new<'l>(lists: &[(Lang, &'l str, &'l str)]) -> Self {
        let mut page_words = Self::default();
        let mut phrases = Vec::new();
        for &(lang, file, text) in lists {
            let table = Table::new(file, text);
            // What a list gave before its broken row is kept.
            let _ = match file {
                "furniture.tsv" => each(table, ["phrase", "kind"], |[phrase, kind]| {
                    phrases.extend(FurnitureKind::parse(kind).map(|kind| (phrase, kind)));
                }),
                "stamp_words.tsv" => each(table, ["form", "kind", "value"], |row| page_words.add_stamp(row)),
                "bylines.tsv" => each(table, ["form", "kind"], |row| page_words.add_byline(row)),
                "outlets.tsv" => each(table, ["name", "domain", "aliases"], |row| page_words.add_outlet(lang, row)),
                "letters.tsv" => {
                    each(table, ["lang", "letters"], |[lang, all]| page_words.signs.add_letters(lang, all))
                }
                "function_words.tsv" => {
                    each(table, ["word", "langs"], |[word, langs]| page_words.signs.add_word(word, langs))
                }
                _ => Ok(()),
            };
        }
        page_words.furniture = FurniturePhrases::new(phrases);
        page_words
    }

    /// What a word (normal) means in a stamp.
    pub fn stamp(&self, form: &str) -> Option<StampWord> {
        self.stamps.get(form).copied()
    }

    /// What a word (normal) means in a byline or a credit.
    pub fn byline(&self, form: &str) -> Option<BylineWord> {
        self.bylines.get(form).copied()
    }

    /// The outlet at a web domain, by its name in `lang` if it has one.
    pub fn outlet_at(&self, domain: &str, lang: Lang) -> Option<&str> {
        let names = self.domains.get(domain)?;
        let own = names.iter().find(|(of, _)| *of == lang).or(names.first());
        own.map(|(_, name)| &**name)
    }

    /// Whether these words (normal) are an outlet's name or alias.
    pub fn is_outlet(&self, name: &str) -> bool {
        self.outlets.contains(name)
    }

    fn add_stamp(&mut self, [form, kind, value]: [&str; 3]) {
        let word = match kind {
            "month" => StampWord::Month(value.parse().unwrap_or_default()),
            "weekday" => StampWord::Weekday,
            "day" => StampWord::Day(value.parse().unwrap_or_default()),
            "changed" => StampWord::Changed,
            _ => StampWord::Filler,
        };
        self.stamps.entry(normal(form).into()).or_insert(word);
    }

    fn add_byline(&mut self, [form, kind]: [&str; 2]) {
        let word = match kind {
            "staff" => BylineWord::Staff,
            "helper" => BylineWord::Helper,
            "by" => BylineWord::By,
            "credit" => BylineWord::Credit,
            "source" => BylineWord::Source,
            "and" => BylineWord::And,
            "desk" => BylineWord::Desk,
            "particle" => BylineWord::Particle,
            "rights" => BylineWord::Rights,
            _ => return,
        };
        self.bylines.entry(normal(form).into()).or_insert(word);
    }

    fn add_outlet(&mut self, lang: Lang, [name, domains, aliases]: [&str; 3]) {
        for domain in domains.split_ascii_whitespace() {
            self.domains.entry(normal(domain).into()).or_default().push((lang, name.into()));
            self.outlets.insert(normal(domain).into());
        }
        let aliases = aliases.split('|').map(|alias| alias.trim_matches(|c: char| !c.is_alphanumeric()));
        // An older domain stands among the aliases.
        let is_domain = |alias: &&str| alias.contains('.') && !alias.contains(char::is_whitespace);
        for domain in aliases.clone().filter(is_domain) {
            self.domains.entry(normal(domain).into()).or_default().push((lang, name.into()));
        }
        for known in aliases.chain([name]).filter(|known| !known.is_empty()) {
            self.outlets.insert(normal(known).into());
        }
    }
}

/// Gives the named cells of every row of a list.
fn each<'t, const N: usize>(
    table: Table<'t>,
    names: [&'static str; N],
    mut take: impl FnMut([&'t str; N]),
) -> Result<(), PackError> {
    let mut columns = [0; N];
    for (column, name) in columns.iter_mut().zip(names) {
        *column = table.column(name)?;
    }
    for row in table.rows()? {
        take(columns.map(|column| row.cell(column)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, text: &str) -> PageWords {
        PageWords::new(&[(Lang::new("en").expect("a code"), file, text)])
    }

    #[test]
    fn a_month_has_its_number() {
        let words = read("stamp_words.tsv", "form\tkind\tvalue\texample\nmay\tmonth\t5\t\n");
        assert_eq!(words.stamp("may"), Some(StampWord::Month(5)));
    }

    #[test]
    fn an_outlet_is_known_by_domain_and_alias() {
        let words = read("outlets.tsv", "name\tdomain\taliases\texample\nRiver Post\triver.example\tThe Post\t\n");
        let en = Lang::new("en").expect("a code");
        assert_eq!(words.outlet_at("river.example", en), Some("River Post"));
        assert!(words.is_outlet("the post"));
    }

    #[test]
    fn a_broken_list_says_nothing() {
        assert!(read("bylines.tsv", "no such columns\n").byline("by").is_none());
    }
}
