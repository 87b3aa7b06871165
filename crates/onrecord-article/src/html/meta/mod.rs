//! What a page says of its article: title, authors, dates, outlet, section, tags, addresses.

mod addresses;
mod authors;
mod dates;
mod days;
mod gather;
mod graph;
mod hints;
mod images;
mod json;
mod leaves;
mod lines;
mod masthead;
mod moment;
mod names;
mod persons;
mod recent;
mod scripts;
mod section;
mod shown;
mod sites;
mod sources;
#[cfg(test)]
mod tests;
mod title;
mod zones;

use onrecord_lang::{Packs, normal};
use onrecord_model::{Lang, Page, Published};

pub(super) use self::addresses::absolute;
use self::authors::Authors;
use self::days::Order;
use self::gather::Gathered;
use self::graph::Facts;
use self::leaves::Leaves;
use self::masthead::Masthead;
use self::sites::Sites;
use self::sources::Sources;
use self::title::Titles;
use super::tree::{NodeId, Tree};

/// What a page says of its article. Where it says nothing, or only what cannot be true, there is nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Meta {
    /// The headline.
    pub(crate) title: Option<String>,
    /// The authors' names.
    pub(crate) authors: Vec<String>,
    /// When it was published.
    pub(crate) published: Option<Published>,
    /// When it was changed, RFC 3339.
    pub(crate) modified: Option<String>,
    /// Who published it.
    pub(crate) outlet: Option<String>,
    /// The outlet's section.
    pub(crate) section: Option<String>,
    /// The outlet's tags.
    pub(crate) tags: Vec<String>,
    /// The language that the page says it is in.
    pub(crate) lang: Option<Lang>,
    /// The address that the page calls its own.
    pub(crate) canonical_url: Option<String>,
    /// The address of the lead image.
    pub(crate) image_url: Option<String>,
    /// From whom the whole text was taken.
    pub(crate) syndicated_from: Option<String>,
    /// What makes the page's addresses whole.
    pub(crate) base: Option<String>,
}

/// Reads what a page says of its article; `html` is the source of the tree.
pub(crate) fn read(tree: &Tree<'_>, page: &Page, packs: &Packs) -> Meta {
    let gathered = Gathered::new(tree);
    let url = page.url.as_deref();
    let base = gathered.base.as_deref().and_then(|base| addresses::absolute(base, url));
    let base = base.as_deref().or(url);
    let canonical = canonical(&gathered, base, url);
    let urls: Vec<&str> = url.into_iter().chain(canonical.as_deref()).collect();
    let facts = graph::facts(&gathered.values, &urls);
    let sites = sites(&gathered, &facts, url.or(canonical.as_deref()));
    let leaves = Leaves::new(tree, gathered.title.as_deref(), &gathered.headings);
    let mut titles = titles(&gathered, &facts);
    titles.shown = titles.title.and_then(|title| title::shown_alone(title, &|part| leaves.find(part).is_some()));
    let title = title::headline(&titles, &sites);
    let headline = headline_node(&gathered, &leaves, title.as_deref());
    let lang = lang(&gathered, &facts);
    let host = url.or(canonical.as_deref()).and_then(crate::outlet::host);
    let order = order(tree, &gathered, lang.as_deref(), host.as_deref());
    let dates = dates::Reader {
        words: packs.page_words(),
        order,
        tree,
        urls: &urls,
        fetched: page.fetched.as_deref(),
        headline,
    };
    let published = dates.published(&gathered, &facts);
    let modified = dates.modified(&gathered, &facts, published.as_ref().map(|published| published.value.as_str()));
    let known = lang.as_deref().and_then(two_letters).or_else(|| Lang::new("en"));
    let pack = known.and_then(|lang| packs.get(lang));
    let sources = Sources { words: packs.page_words(), sites: &sites, lang: known, url };
    let names = names::Reader { words: packs.page_words(), sites: &sites, pack };
    Meta {
        authors: Authors { tree, gathered: &gathered, reader: &names, headline }.names(&facts),
        outlet: outlet(&gathered, &facts, title.as_deref(), &|| {
            Masthead::new(tree, host.as_deref(), packs.page_words())
        }),
        section: section::section(tree, &gathered, &facts, headline, title.as_deref()),
        tags: tags(&gathered, &facts.tags),
        lang: lang.as_deref().and_then(two_letters),
        image_url: images::lead(images(&gathered, &facts), base.or(canonical.as_deref())),
        syndicated_from: sources.syndicated_from(&gathered, &facts),
        base: base.or(canonical.as_deref()).map(str::to_owned),
        canonical_url: canonical,
        title,
        published,
        modified,
    }
}

/// The address that the page calls its own; the site's first page is no article's.
fn canonical(gathered: &Gathered, base: Option<&str>, url: Option<&str>) -> Option<String> {
    let metas = ["ogurl", "parselylink", "twitterurl"];
    let written =
        gathered.canonical.as_deref().into_iter().chain(metas.iter().filter_map(|name| gathered.meta(&[name])));
    let is_first_page =
        |address: &String| addresses::is_first_page(address) && !url.is_some_and(addresses::is_first_page);
    let mut whole = written.filter_map(|written| addresses::absolute(written, base));
    whole.find(|address| crate::outlet::host(address).is_some() && !is_first_page(address))
}

/// The addresses that may be the lead image's, the surest first.
fn images<'g>(gathered: &'g Gathered, facts: &'g Facts) -> impl Iterator<Item = &'g str> {
    const OPEN: [&str; 3] = ["ogimage", "ogimageurl", "ogimagesecureurl"];
    const OTHERS: [&str; 5] = ["twitterimage", "twitterimagesrc", "parselyimageurl", "sailthruimagefull", "image"];
    let open = OPEN.iter().flat_map(|name| gathered.metas_of(name));
    let others = OTHERS.iter().flat_map(|name| gathered.metas_of(name));
    open.chain(facts.image.as_deref()).chain(others).chain(gathered.image.as_deref()).chain(gathered.picture.as_deref())
}

/// The names of the site.
fn sites(gathered: &Gathered, facts: &Facts, url: Option<&str>) -> Sites {
    let metas = ["ogsitename", "applicationname", "applemobilewebapptitle", "dcpublisher", "publisher", "copyright"];
    let metas = metas.iter().filter_map(|name| gathered.meta(&[name]));
    let handle = gathered.meta(&["twittersite"]).map(|handle| handle.trim_start_matches('@'));
    let linked = facts.sites.iter().chain(&facts.publisher).map(String::as_str);
    let left_out = gathered.title.as_deref().zip(gathered.meta(&["ogtitle"]).or(facts.headline.as_deref()));
    let left_out = left_out.and_then(|(title, headline)| title::rest_of(title, headline));
    let host = url.and_then(crate::outlet::host);
    Sites::new(metas.chain(handle).chain(linked).chain(left_out), host.as_deref())
}

fn titles<'g>(gathered: &'g Gathered, facts: &'g Facts) -> Titles<'g> {
    let metas = ["ogtitle", "twittertitle", "parselytitle", "sailthrutitle", "citationtitle", "dctitle", "headline"];
    let mut heads: Vec<&str> = metas.iter().filter_map(|name| gathered.meta(&[name])).collect();
    heads.extend(facts.headline.as_deref());
    Titles {
        headings: gathered.headings.iter().map(|heading| heading.text.as_str()).collect(),
        heads,
        title: gathered.title.as_deref(),
        shown: None,
    }
}

/// The heading that is the headline, else what says the same, else the first heading.
fn headline_node(gathered: &Gathered, leaves: &Leaves, title: Option<&str>) -> Option<NodeId> {
    let is_title = |text: &str| title.is_some_and(|title| sites::squeezed(text).contains(&sites::squeezed(title)));
    let found = gathered.headings.iter().find(|heading| is_title(&heading.text));
    let shown = || title.and_then(|title| leaves.find(title));
    found.map(|heading| heading.id).or_else(shown).or_else(|| gathered.headings.first().map(|heading| heading.id))
}

fn lang(gathered: &Gathered, facts: &Facts) -> Option<String> {
    let named =
        gathered.lang.as_deref().or_else(|| gathered.meta(&["oglocale", "contentlanguage", "dclanguage", "language"]));
    named.or(facts.lang.as_deref()).map(str::to_owned).filter(|lang| !lang.trim().is_empty())
}

/// The language of `uk-UA`, `uk_UA`, `UK`.
fn two_letters(lang: &str) -> Option<Lang> {
    Lang::new(&lang.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase())
}

/// Zones of web addresses with two letters that are no country's in use.
const OPEN_ZONES: [&str; 7] = ["ai", "co", "io", "me", "tv", "us", "cc"];

/// In the United States the month goes first; of English without a country only the page's other dates can tell.
fn order(tree: &Tree<'_>, gathered: &Gathered, lang: Option<&str>, host: Option<&str>) -> Order {
    let named = gathered.meta(&["oglocale"]).or(lang).map(str::to_ascii_lowercase).unwrap_or_default();
    let zone = host.and_then(|host| host.rsplit('.').next()).unwrap_or_default();
    let is_of_country = zone.len() == 2 && !OPEN_ZONES.contains(&zone);
    if named.len() > 2 && named.starts_with("en") && named.ends_with("us") {
        return Order::MonthFirst;
    }
    if is_of_country || named.len() > 2 || !named.is_empty() && named != "en" {
        return Order::DayFirst;
    }
    let hints = gathered.dates.iter().take(60).filter(|hint| tree.span(hint.id).len() <= 600);
    hints.filter_map(|hint| days::order_in(tree.raw(hint.id))).next().unwrap_or(Order::Unknown)
}

fn outlet(gathered: &Gathered, facts: &Facts, title: Option<&str>, masthead: &dyn Fn() -> Masthead) -> Option<String> {
    let named = gathered.meta(&["ogsitename"]).or(facts.publisher.as_deref());
    let named = named
        .or(facts.sites.first().map(String::as_str))
        .or_else(|| gathered.meta(&["applicationname", "dcpublisher"]));
    match named.filter(|name| name.len() <= 200 && !addresses::is_address(name)) {
        Some(named) if title::parts(named).len() > 1 => Some(masthead().bare(named)),
        Some(named) => Some(named.to_owned()),
        None => masthead().outlet(gathered.title.as_deref(), title),
    }
}

/// The tags, each once.
fn tags(gathered: &Gathered, linked: &[String]) -> Vec<String> {
    let listed: Vec<&str> = gathered.metas_of("articletag").collect();
    let of_words = |words: &'_ str| words.split([',', ';']).map(|tag| tag.trim().to_owned()).collect::<Vec<_>>();
    let all: Vec<String> = if !listed.is_empty() {
        listed.iter().flat_map(|tag| of_words(tag)).collect()
    } else if !linked.is_empty() {
        linked.iter().flat_map(|tag| of_words(tag)).collect()
    } else {
        let words = gathered.meta(&["newskeywords", "parselytags", "sailthrutags", "keywords"]);
        words.map(of_words).unwrap_or_default()
    };
    let mut known: Vec<String> = Vec::new();
    let mut tags = Vec::new();
    for tag in all.into_iter().filter(|tag| !tag.is_empty() && tag.len() <= 120).take(120) {
        let form = normal(&tag);
        if tags.len() < 60 && !known.contains(&form) {
            tags.push(tag);
            known.push(form);
        }
    }
    tags
}
