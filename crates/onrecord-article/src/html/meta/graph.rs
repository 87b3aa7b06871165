//! What a page's JSON-LD says about its article.

use serde_json::{Map, Value};

use super::addresses::is_same;
use crate::html::characters::decoded;

type Object = Map<String, Value>;

/// What the article's object says, as it is written there.
#[derive(Default, Debug, PartialEq)]
pub(super) struct Facts {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) section: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) image: Option<String>,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    /// What an object that is no article, such as the page, says of its date.
    pub(super) page_published: Option<String>,
    /// Whose text it is, by name.
    pub(super) sources: Vec<String>,
    /// The addresses of what it is taken from.
    pub(super) origins: Vec<String>,
    /// What names the site: the page's organisations and sites.
    pub(super) sites: Vec<String>,
}

/// What an object is, as far as it matters here; the better goes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Other,
    Site,
    Page,
    Work,
    Article,
}

/// Members under which an object speaks of something else than the page.
const ELSEWHERE: [&str; 17] = [
    "about",
    "aggregateRating",
    "associatedMedia",
    "author",
    "breadcrumb",
    "citation",
    "comment",
    "hasPart",
    "image",
    "isBasedOn",
    "isPartOf",
    "itemListElement",
    "mentions",
    "offers",
    "relatedLink",
    "review",
    "video",
];

/// Reads the values of a page's JSON-LD; `urls` are the page's addresses, by which its own article is known.
pub(super) fn facts(values: &[Value], urls: &[&str]) -> Facts {
    let mut objects = Vec::new();
    for value in values {
        collect(value, &mut objects);
    }
    let mut facts = Facts::default();
    let best = |kind: Kind| {
        let mut of_kind = objects.iter().copied().filter(move |object| kind_of(object) == kind);
        let first = of_kind.clone().next();
        of_kind.find(|object| is_about(object, urls)).or(first)
    };
    if let Some(article) = best(Kind::Article).or_else(|| best(Kind::Work)) {
        facts.read_article(article, &objects);
    }
    if let Some(page) = best(Kind::Page) {
        facts.page_published = words(page, "datePublished");
        facts.modified = facts.modified.take().or_else(|| words(page, "dateModified"));
        facts.lang = facts.lang.take().or_else(|| words(page, "inLanguage"));
        facts.image =
            facts.image.take().or_else(|| page.get("primaryImageOfPage").and_then(|image| url(image, &objects)));
    }
    facts.section = facts.section.take().or_else(|| objects.iter().find_map(|object| section(object, urls)));
    let sites = objects.iter().filter(|object| kind_of(object) == Kind::Site);
    facts.sites.extend(sites.filter_map(|site| words(site, "name")));
    facts
}

/// All objects that speak of the page.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Object>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(object) => {
            objects.push(object);
            let inner = object.iter().filter(|(name, _)| !ELSEWHERE.contains(&name.as_str()));
            inner.for_each(|(_, value)| collect(value, objects));
        }
        _ => {}
    }
}

fn kind_of(object: &Object) -> Kind {
    let of = |name: &Value| name.as_str().map_or(Kind::Other, kind_by_name);
    match object.get("@type") {
        Some(Value::Array(names)) => names.iter().map(of).max().unwrap_or(Kind::Other),
        Some(name) => of(name),
        None => Kind::Other,
    }
}

fn kind_by_name(name: &str) -> Kind {
    let name = name.rsplit(['/', ':', '#']).next().unwrap_or(name);
    match name {
        "WebPage" | "ItemPage" | "MedicalWebPage" | "AboutPage" | "FAQPage" => Kind::Page,
        "WebSite" | "Organization" | "NewsMediaOrganization" | "Corporation" => Kind::Site,
        "CreativeWork" | "Recipe" | "VideoObject" | "HowTo" | "Review" | "Question" | "DiscussionForumPosting" => {
            Kind::Work
        }
        "BlogPosting" | "LiveBlogPosting" | "Report" | "NewsStory" | "SocialMediaPosting" => Kind::Article,
        _ if name.ends_with("Article") => Kind::Article,
        _ => Kind::Other,
    }
}

/// Whether an object says that it is about one of these addresses.
fn is_about(object: &Object, urls: &[&str]) -> bool {
    let own = ["url", "@id", "mainEntityOfPage"].iter().filter_map(|name| match object.get(*name)? {
        Value::String(url) => Some(url.as_str()),
        Value::Object(page) => page.get("@id").or(page.get("url"))?.as_str(),
        _ => None,
    });
    own.into_iter().any(|own| urls.iter().any(|url| is_same(own, url)))
}

/// The section in a trail of links from the site's first page to the article: the last that is neither.
fn section(trail: &Object, urls: &[&str]) -> Option<String> {
    let is_trail = trail.get("@type").and_then(Value::as_str).is_some_and(|name| name.ends_with("BreadcrumbList"));
    let items = trail.get("itemListElement").filter(|_| is_trail)?.as_array()?;
    let link = |item: &Value| {
        let inner = item.get("item").unwrap_or(item);
        let name = item.get("name").or(inner.get("name"))?.as_str().and_then(plain)?;
        let url = inner.get("@id").or(inner.get("url")).unwrap_or(inner).as_str();
        Some((name, url.map(str::to_owned)))
    };
    let links: Vec<(String, Option<String>)> = items.iter().take(20).filter_map(link).collect();
    let is_page = |url: &str| urls.iter().any(|own| is_same(own, url));
    let n_before = match links.last() {
        // The article itself may be the last link, or stand there without one.
        Some((_, Some(url))) if !is_page(url) => links.len(),
        _ => links.len().saturating_sub(1),
    };
    links.into_iter().take(n_before).skip(1).last().map(|(name, _)| name)
}

impl Facts {
    fn read_article(&mut self, article: &Object, objects: &[&Object]) {
        self.headline = words(article, "headline").or_else(|| words(article, "name"));
        self.published = words(article, "datePublished").or_else(|| words(article, "dateCreated"));
        self.published = self.published.take().or_else(|| words(article, "uploadDate"));
        self.modified = words(article, "dateModified");
        self.section = words(article, "articleSection");
        self.url = words(article, "url");
        self.lang = words(article, "inLanguage");
        self.image = article.get("image").and_then(|image| url(image, objects));
        self.publisher = article.get("publisher").and_then(|by| names(by, objects).into_iter().next());
        let by = article.get("author").or_else(|| article.get("creator"));
        self.authors = by.map(|by| names(by, objects)).unwrap_or_default();
        self.tags = article.get("keywords").map(|tags| names(tags, objects)).unwrap_or_default();
        self.sources = article.get("sourceOrganization").map(|by| names(by, objects)).unwrap_or_default();
        self.origins =
            ["isBasedOn", "isBasedOnUrl"].iter().filter_map(|name| url(article.get(*name)?, objects)).collect();
    }
}

/// A member that is text, or the first text in it.
fn words(object: &Object, name: &str) -> Option<String> {
    let mut value = object.get(name)?;
    while let Value::Array(values) = value {
        value = values.first()?;
    }
    match value {
        Value::String(text) => plain(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(inner) => inner.get("@value").or(inner.get("name"))?.as_str().and_then(plain),
        _ => None,
    }
}

/// Text without the character references and the white space that some programs leave in it.
fn plain(text: &str) -> Option<String> {
    let text = decoded(text);
    let text = decoded(&text);
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    (!out.is_empty()).then_some(out)
}

/// The names in a value: of a text, of objects, of objects named by `@id`.
fn names(value: &Value, objects: &[&Object]) -> Vec<String> {
    match value {
        Value::String(text) => plain(text).into_iter().collect(),
        Value::Array(values) => values.iter().take(100).flat_map(|value| names(value, objects)).collect(),
        Value::Object(object) => match object.get("name") {
            Some(name) => names(name, &[]),
            None => by_id(object, objects).and_then(|object| words(object, "name")).into_iter().collect(),
        },
        _ => Vec::new(),
    }
}

/// The object that an object with nothing but an `@id` stands for.
fn by_id<'v>(object: &Object, objects: &[&'v Object]) -> Option<&'v Object> {
    let id = object.get("@id")?.as_str()?;
    objects
        .iter()
        .copied()
        .find(|other| other.contains_key("name") && other.get("@id").and_then(Value::as_str) == Some(id))
}

/// The address of an image.
fn url(value: &Value, objects: &[&Object]) -> Option<String> {
    match value {
        Value::String(url) => plain(url),
        Value::Array(values) => values.first().and_then(|value| url(value, objects)),
        Value::Object(object) => {
            let own = object.get("url").or(object.get("contentUrl")).and_then(Value::as_str).and_then(plain);
            own.or_else(|| {
                let id = object.get("@id")?.as_str()?;
                let same = |other: &&&Object| other.get("@id").and_then(Value::as_str) == Some(id);
                let image =
                    objects.iter().filter(same).find_map(|other| other.get("url").or(other.get("contentUrl")))?;
                image.as_str().and_then(plain)
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str) -> Facts {
        let value: Value = serde_json::from_str(source).expect("sound JSON");
        facts(&[value], &["https://river.example/bridge"])
    }

    #[test]
    fn an_article_stands_in_a_graph() {
        let facts = check(
            r#"{"@graph": [{"@type": "WebSite", "name": "River Post"}, {"@type": ["NewsArticle"], "headline": "Bridge &amp; river",
            "datePublished": "2022-01-13", "author": {"@id": "\u0023ann"}}, {"@type": "Person", "@id": "\u0023ann", "name": "Ann Miller"}]}"#,
        );
        assert_eq!(facts.headline.as_deref(), Some("Bridge & river"));
        assert_eq!(facts.published.as_deref(), Some("2022-01-13"));
        assert_eq!(facts.authors, ["Ann Miller"]);
        assert_eq!(facts.sites, ["River Post"]);
    }

    #[test]
    fn authors_come_as_text_as_objects_and_as_lists() {
        let authors = |by: &str| check(&format!(r#"{{"@type": "Article", "author": {by}}}"#)).authors;
        assert_eq!(authors(r#""Ann Miller""#), ["Ann Miller"]);
        assert_eq!(authors(r#"[{"name": "Ann Miller"}, "John Carter"]"#), ["Ann Miller", "John Carter"]);
        assert_eq!(authors(r#"{"name": ["Ann Miller", "John Carter"]}"#), ["Ann Miller", "John Carter"]);
        assert_eq!(authors("null"), Vec::<String>::new());
    }

    #[test]
    fn the_article_of_this_address_is_the_pages_own() {
        let facts = check(
            r#"[{"@type": "NewsArticle", "headline": "Other", "url": "https://river.example/other"},
            {"@type": "NewsArticle", "headline": "Own", "mainEntityOfPage": {"@id": "http://river.example/bridge/"}}]"#,
        );
        assert_eq!(facts.headline.as_deref(), Some("Own"));
    }

    #[test]
    fn a_page_alone_knows_its_date() {
        let facts = check(r#"{"@type": "WebPage", "datePublished": "2022-01-13", "name": "Bridge"}"#);
        assert_eq!(facts.page_published.as_deref(), Some("2022-01-13"));
        assert_eq!(facts.headline, None);
    }

    #[test]
    fn an_article_in_a_list_of_others_is_not_this_one() {
        let facts =
            check(r#"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}"#);
        assert_eq!(facts, Facts::default());
    }

    #[test]
    fn publisher_section_tags_and_image_are_read() {
        let facts = check(
            r#"{"@type": "ReportageNewsArticle", "publisher": {"name": "Речная газета"}, "articleSection": ["Город", "Мосты"],
            "keywords": ["мост", "река"], "image": [{"url": "https://river.example/a.jpg"}], "inLanguage": "ru-RU"}"#,
        );
        assert_eq!(facts.publisher.as_deref(), Some("Речная газета"));
        assert_eq!(facts.section.as_deref(), Some("Город"));
        assert_eq!(facts.tags, ["мост", "река"]);
        assert_eq!(facts.image.as_deref(), Some("https://river.example/a.jpg"));
        assert_eq!(facts.lang.as_deref(), Some("ru-RU"));
    }
}
