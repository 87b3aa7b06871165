//! From whom a whole text was taken, as far as its page tells machines.

use onrecord_lang::{PageWords, normal};
use onrecord_model::Lang;

use super::addresses::is_address;
use super::authors::AUTHORS;
use super::gather::Gathered;
use super::graph::Facts;
use super::sites::{Sites, squeezed};
use crate::outlet::{by_host, host};

/// Meta elements that name the source of a text.
const SOURCES: [&str; 7] = [
    "syndicationsource",
    "originalsource",
    "articlesource",
    "newssource",
    "articleoriginalsource",
    "dcsource",
    "sourceorganization",
];
/// A source's name is no longer, in characters.
const LONGEST: usize = 60;

/// What sources are read with.
pub(super) struct Sources<'r> {
    pub(super) words: &'r PageWords,
    pub(super) sites: &'r Sites,
    pub(super) lang: Option<Lang>,
    /// The page's address.
    pub(super) url: Option<&'r str>,
}

impl Sources<'_> {
    /// The outlet or agency that the page names as its text's source, or as its author.
    pub(super) fn syndicated_from(&self, gathered: &Gathered, facts: &Facts) -> Option<String> {
        let in_metas = SOURCES.iter().flat_map(|name| gathered.metas_of(name));
        // An owner is named there as well: only what the lists know is a source.
        let is_known = |name: &&str| self.words.is_outlet(&normal(name));
        let organisations = facts.sources.iter().map(String::as_str).filter(is_known);
        let named = in_metas.chain(organisations).find_map(|source| self.source(source));
        let origins = facts.origins.iter().map(String::as_str).chain(gathered.canonical.as_deref());
        named
            .or_else(|| self.author(gathered, facts))
            .or_else(|| origins.filter_map(|from| self.outlet_at(from)).next())
    }

    /// A source as it is named, or the outlet at its address.
    fn source(&self, source: &str) -> Option<String> {
        if is_address(source) {
            return self.outlet_at(source);
        }
        let n_letters = source.chars().filter(|c| c.is_alphabetic()).count();
        let is_name = n_letters >= 3 && source.chars().count() <= LONGEST && !self.is_own(source);
        is_name.then(|| source.to_owned())
    }

    /// The agency that is named as the author.
    fn author(&self, gathered: &Gathered, facts: &Facts) -> Option<String> {
        let in_metas = AUTHORS.iter().flat_map(|name| gathered.metas_of(name));
        let all = facts.authors.iter().map(String::as_str).chain(in_metas);
        // Two letters alone may be anybody's: "AP" only beside a name.
        let is_sure = |author: &str, part: &str| part.chars().count() > 2 || part.len() < author.trim().len();
        let parts = all.flat_map(|author| {
            let parts = author.split([',', ';', '|', '/']).map(str::trim);
            parts.filter(move |part| is_sure(author, part))
        });
        let mut agencies = parts.filter(|part| self.words.is_outlet(&normal(part)) && !part.contains('.'));
        agencies.find(|part| !self.is_own(part)).map(str::to_owned)
    }

    /// The outlet that the lists know at an address, if it is another than the page's.
    fn outlet_at(&self, address: &str) -> Option<String> {
        let host = host(address)?;
        let name = by_host(&host, self.lang?, self.words);
        let own = self.url.and_then(crate::outlet::host)?;
        let is_here = is_part(&own, &host) || is_part(&host, &own);
        (name != host && !is_here && !self.is_own(&name)).then_some(name)
    }

    fn is_own(&self, name: &str) -> bool {
        self.sites.is_like(name) || squeezed(name).is_empty()
    }
}

/// Whether a host is another or stands under it.
fn is_part(host: &str, of: &str) -> bool {
    host.strip_suffix(of).is_some_and(|head| head.is_empty() || head.ends_with('.'))
}
