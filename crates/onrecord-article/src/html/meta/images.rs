//! The lead image's address; logos and the pictures that stand where there is none are no lead images.

use super::addresses::absolute;

/// Words in the name of a file that is a site's logo or stands for a missing picture.
const STAND_INS: [&str; 8] = ["favicon", "logo", "logos", "logotype", "noimage", "nophoto", "placeholder", "spacer"];
/// The same in two words.
const PAIRS: [(&str, &str); 9] = [
    ("no", "image"),
    ("no", "img"),
    ("no", "photo"),
    ("default", "image"),
    ("default", "thumbnail"),
    ("default", "share"),
    ("default", "facebook"),
    ("default", "og"),
    ("default", "opengraph"),
];
/// A file with more words in its name is a picture of something: "alibaba-logo-getty-1024-683.jpg".
const MOST_WORDS: usize = 4;

/// The first of some addresses that may be the lead image's, made whole.
pub(super) fn lead<'a>(written: impl Iterator<Item = &'a str>, page: Option<&str>) -> Option<String> {
    written.filter_map(|image| absolute(image, page)).find(|image| !is_stand_in(image))
}

fn is_stand_in(image: &str) -> bool {
    let file = image.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let (name, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let name = name.to_ascii_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    let is_named = STAND_INS.iter().any(|word| has(word)) || PAIRS.iter().any(|(a, b)| has(a) && has(b));
    is_named && words.len() <= MOST_WORDS || ["svg", "ico"].iter().any(|drawn| ending.eq_ignore_ascii_case(drawn))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(images: &[&str], expected: Option<&str>) {
        assert_eq!(lead(images.iter().copied(), Some("https://river.example/a")).as_deref(), expected);
    }

    #[test]
    fn a_logo_is_no_lead_image() {
        check(&["/img/site_logo_share.png", "/2022/bridge.jpg"], Some("https://river.example/2022/bridge.jpg"));
        check(&["/no-image.jpg", "/icons/river.svg", "/opengraph_default.png"], None);
    }

    #[test]
    fn a_picture_of_a_logo_may_be_one() {
        let picture = "https://river.example/company-logo-on-the-wall-2022.jpg";
        check(&[picture], Some(picture));
        check(&["https://river.example/catalogo.jpg"], Some("https://river.example/catalogo.jpg"));
    }
}
