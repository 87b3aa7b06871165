//! The entries of RSS, Atom, RDF and sitemaps: one pass over the markup, no entities but the five of XML.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::markup::attribute;

/// No feed nests deeper.
const DEEPEST: usize = 200;
/// An entry is a child or a grandchild of the whole, or stands one deeper in Atom's sources.
const DEEPEST_ENTRY: usize = 4;

/// What a feed says of one page.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Entry {
    /// The address on the web.
    pub(crate) url: Option<String>,
    /// A link to a file.
    pub(crate) local: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<String>,
    /// When it was changed, until it is known when it was published.
    changed: Option<String>,
    pub(crate) content: Option<String>,
    pub(crate) summary: Option<String>,
}

/// An entry, or where the markup breaks off.
#[derive(Debug, PartialEq)]
pub(crate) enum Found {
    Entry(Box<Entry>),
    Broken { offset: u64, why: String },
}

/// What a part of an entry is.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Link,
    Title,
    Published,
    Changed,
    Content,
    Summary,
}

/// All entries of a feed.
pub(crate) fn entries(text: &str) -> Vec<Found> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut pass = Pass::default();
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(error) => {
                pass.found.push(Found::Broken { offset: reader.error_position(), why: error.to_string() });
                break;
            }
        };
        if let Event::Start(start) = &event
            && pass.is_markup_content(start)
            && let Ok(inside) = reader.read_text(start.to_end().name())
        {
            pass.set(Field::Content, inside.to_string());
            continue;
        }
        pass.take(event);
        if pass.depth > DEEPEST {
            let why = format!("its elements are nested more than {DEEPEST} deep");
            pass.found.push(Found::Broken { offset: reader.buffer_position(), why });
            break;
        }
    }
    pass.found
}

/// Where the pass stands.
#[derive(Default)]
struct Pass {
    depth: usize,
    /// The entry, and how deep it stands.
    entry: Option<(Entry, usize)>,
    /// The field that is being read, how deep it stands, and its words so far.
    field: Option<(Field, usize, String)>,
    found: Vec<Found>,
}

impl Pass {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(start) => {
                self.depth += 1;
                self.start(&start);
            }
            Event::Empty(start) => {
                self.depth += 1;
                self.start(&start);
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.add(&text.xml10_content()),
            Event::CData(text) => self.add(&text.xml10_content()),
            Event::GeneralRef(reference) => self.add_reference(&reference),
            _ => {}
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.name().as_ref().to_ascii_lowercase();
        let Some((_, depth)) = &self.entry else {
            let is_entry = matches!(name.as_str(), "item" | "entry" | "url" | "sitemap");
            if is_entry && (2..=DEEPEST_ENTRY).contains(&self.depth) {
                self.entry = Some((Entry::default(), self.depth));
            }
            return;
        };
        // Deeper down, things have titles and links of their own; news sitemaps put theirs into one element.
        let is_part = self.depth == depth + 1 || self.depth == depth + 2 && name.starts_with("news:");
        if self.field.is_some() || !is_part {
            return;
        }
        if name == "link"
            && let Some(href) = attribute(start, "href")
        {
            let rel = attribute(start, "rel");
            if rel.is_none_or(|rel| rel == "alternate") {
                self.set(Field::Link, href);
            }
            return;
        }
        let is_no_link = name == "guid" && attribute(start, "ispermalink").is_some_and(|is| is == "false");
        if let Some(field) = field(&name).filter(|_| !is_no_link) {
            self.field = Some((field, self.depth, String::new()));
        }
    }

    fn end(&mut self) {
        if let Some((field, _, words)) = self.field.take_if(|(_, depth, _)| *depth >= self.depth) {
            self.set(field, words);
        }
        if let Some((mut entry, _)) = self.entry.take_if(|(_, depth)| *depth >= self.depth) {
            entry.published = entry.published.take().or(entry.changed.take());
            self.found.push(Found::Entry(Box::new(entry)));
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether markup stands here as it is, not as text: it is read as one string.
    fn is_markup_content(&self, start: &BytesStart<'_>) -> bool {
        let is_content = self.entry.is_some() && self.field.is_none() && start.name().as_ref() == "content";
        is_content && attribute(start, "type").is_some_and(|form| form == "xhtml")
    }

    fn set(&mut self, field: Field, words: String) {
        let Some((entry, _)) = &mut self.entry else { return };
        let trimmed = words.trim();
        if trimmed.is_empty() {
            return;
        }
        match field {
            Field::Link if is_on_the_web(trimmed) => first(&mut entry.url, trimmed),
            Field::Link => first(&mut entry.local, trimmed),
            Field::Title => first(&mut entry.title, trimmed),
            Field::Published => first(&mut entry.published, trimmed),
            Field::Changed => first(&mut entry.changed, trimmed),
            // Two kinds of content may stand side by side, the text and an abstract of it.
            Field::Content => longest(&mut entry.content, words),
            Field::Summary => longest(&mut entry.summary, words),
        }
    }

    fn add(&mut self, words: &str) {
        if let Some((_, _, all)) = &mut self.field {
            all.push_str(words);
        }
    }

    /// A character by its number or one of the five names of XML; any other name stays as it is, for HTML to know.
    fn add_reference(&mut self, reference: &BytesRef<'_>) {
        let name = reference.xml10_content();
        match (reference.resolve_char_ref(), name.as_ref()) {
            (Ok(Some(letter)), _) => self.add(letter.encode_utf8(&mut [0; 4])),
            (_, "lt") => self.add("<"),
            (_, "gt") => self.add(">"),
            (_, "amp") => self.add("&"),
            (_, "quot") => self.add("\""),
            (_, "apos") => self.add("'"),
            (_, other) => self.add(&format!("&{other};")),
        }
    }
}

fn field(name: &str) -> Option<Field> {
    Some(match name {
        "link" | "loc" | "guid" => Field::Link,
        "title" | "news:title" => Field::Title,
        "pubdate" | "published" | "dc:date" | "news:publication_date" => Field::Published,
        "updated" | "lastmod" => Field::Changed,
        "content:encoded" | "content" | "yandex:full-text" => Field::Content,
        "description" | "summary" => Field::Summary,
        _ => return None,
    })
}

fn is_on_the_web(link: &str) -> bool {
    let scheme = link.get(..8).unwrap_or(link).to_ascii_lowercase();
    scheme.starts_with("http://") || scheme.starts_with("https://")
}

fn first(place: &mut Option<String>, words: &str) {
    place.get_or_insert_with(|| words.to_owned());
}

fn longest(place: &mut Option<String>, words: String) {
    if place.as_ref().is_none_or(|before| before.len() < words.len()) {
        *place = Some(words);
    }
}
