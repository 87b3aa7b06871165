//! The names of the site a page stands on, by which they are kept out of titles and authors.

use onrecord_lang::normal;

/// The names of a site, in small letters without spaces and marks.
#[derive(Default)]
pub(super) struct Sites {
    names: Vec<String>,
    /// The site's part of its address: "river-post" of "www.river-post.example".
    hosts: Vec<String>,
}

impl Sites {
    /// The site of a host with these names.
    pub(super) fn new<'n>(names: impl IntoIterator<Item = &'n str>, host: Option<&str>) -> Self {
        let names = names.into_iter().map(squeezed).filter(|name| !name.is_empty()).collect();
        let hosts = host.map(labels).unwrap_or_default();
        Self { names, hosts }
    }

    /// Whether words are the site's name.
    pub(super) fn is_name(&self, words: &str) -> bool {
        let words = squeezed(words);
        let is_known = |name: &String| *name == words;
        !words.is_empty() && (self.names.iter().any(is_known) || self.hosts.iter().any(is_known))
    }

    /// Whether words at the end of a title are a form of the site's name: "The River Post News" of river-post.example.
    pub(super) fn is_like(&self, words: &str) -> bool {
        let words = squeezed(words);
        if words.len() < 3 {
            return self.is_name(&words);
        }
        let is_like = |name: &String| name.len() >= 3 && (name.contains(&words) || words.contains(name.as_str()));
        self.names.iter().any(is_like) || self.hosts.iter().filter(|host| host.len() >= 4).any(is_like)
    }
}

/// The parts of a host that may be a name, and the whole.
fn labels(host: &str) -> Vec<String> {
    let mut labels: Vec<_> = host.split('.').collect();
    labels.pop();
    let is_name = |label: &&&str| label.len() > 3 || labels.len() == 1;
    let longest = labels.iter().filter(is_name).max_by_key(|label| label.len());
    let mut names = vec![squeezed(host)];
    names.extend(longest.map(|label| squeezed(label)));
    names
}

/// Small letters and digits alone.
pub(super) fn squeezed(words: &str) -> String {
    normal(words).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, is_name: bool, is_like: bool) {
        let sites = Sites::new(["The River Post", ""], Some("news.river-post.example"));
        assert_eq!((sites.is_name(words), sites.is_like(words)), (is_name, is_like), "{words}");
    }

    #[test]
    fn a_site_is_known_by_name_and_host() {
        check("the river post", true, true);
        check("River-Post", true, true);
        check("River Post News", false, true);
        check("The bridge", false, false);
        check("", false, false);
    }
}
