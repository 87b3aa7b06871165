//! Who wrote it: the line that names the author, and the names in it.

use onrecord_lang::{BylineWord, Features, Pack, PageWords, Tags, normal};
use onrecord_model::Span;

use crate::fold::Folded;
use crate::kinds::ends_as_sentence;

/// The line that names the author.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Byline {
    /// Where it stands.
    pub(crate) span: Span,
    /// The names in it, as far as they are names of people for sure.
    pub(crate) authors: Vec<String>,
}

/// A byline has no more words than this.
const MOST_WORDS: usize = 14;

/// A line whose words no list knows as a whole: "By Anna Miller", «Журналист отдела новостей», or a name alone.
pub(crate) fn line(
    text: &str,
    span: Span,
    folded: &Folded,
    words: &PageWords,
    pack: Option<&Pack>,
    is_after_headline: bool,
) -> Option<Byline> {
    let line = span.of(text);
    if folded.words.len() > MOST_WORDS || folded.words.len() < 2 || ends_as_sentence(line) {
        return None;
    }
    let first = words.byline(folded.word(0).trim_matches(|c: char| !c.is_alphanumeric()));
    let authors = names(line, words, pack);
    let is_byline = match first {
        Some(BylineWord::By) => !authors.is_empty(),
        Some(BylineWord::Staff | BylineWord::Helper) => {
            is_after_headline && folded.words.len() <= 5 && !has_verb(folded, pack)
        }
        _ => is_after_headline && is_name_alone(line, &authors),
    };
    is_byline.then_some(Byline { span, authors })
}

/// A line that a list knows as a byline («Автор: …»); `None` when it names nobody.
pub(crate) fn listed(text: &str, span: Span, words: &PageWords, pack: Option<&Pack>) -> Option<Byline> {
    let authors = names(span.of(text), words, pack);
    (!authors.is_empty()).then_some(Byline { span, authors })
}

/// Whether the line is one name and nothing else.
fn is_name_alone(line: &str, authors: &[String]) -> bool {
    matches!(authors, [name] if name.len() + 2 >= line.len())
}

/// A staff line has no verb; a headline about a journalist has.
fn has_verb(folded: &Folded, pack: Option<&Pack>) -> bool {
    let Some(pack) = pack else { return false };
    let is_verb = |form: &str| {
        let features = pack.word(form).map_or_else(|| pack.guess(form), |word| word.features);
        features.any(Features::FINITE | Features::INF) && !features.any(Features::NOUN | Features::ADJ)
    };
    (1..folded.words.len()).any(|place| is_verb(folded.word(place)))
}

/// The names of people in a line: two or three words with capitals, one of the first two a listed given name.
///
/// Who edited or translated comes last and is no author.
fn names(line: &str, words: &PageWords, pack: Option<&Pack>) -> Vec<String> {
    let (mut names, mut run) = (Vec::new(), Vec::new());
    for written in line.split_whitespace().take(4 * MOST_WORDS) {
        let core = written.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let core = if is_initial(core) { core } else { core.trim_matches('.') };
        if words.byline(&normal(core.trim_matches('.'))) == Some(BylineWord::Helper) {
            break;
        }
        let is_part = is_name_word(core) && !is_only_introduction(core, run.is_empty(), pack);
        if is_part {
            run.push(core);
        }
        let closes = !is_part || written.ends_with([',', ';', ':', '/', '|', '.', ')']) && !is_initial(core);
        if closes {
            names.extend(name(&run, pack));
            run.clear();
        }
    }
    names.extend(name(&run, pack));
    names
}

/// A capital at the beginning of the line proves nothing: it must be a given name.
fn is_only_introduction(core: &str, is_first: bool, pack: Option<&Pack>) -> bool {
    is_first
        && !is_initial(core)
        && !is_given(core, pack)
        && pack.is_none_or(|pack| pack.surname(&normal(core)).is_none())
}

fn is_name_word(core: &str) -> bool {
    let mut chars = core.chars();
    let is_capital = chars.next().is_some_and(char::is_uppercase);
    let rest_is_small =
        core.split(['-', '\'', '’']).all(|part| part.chars().skip(1).all(|c| c.is_lowercase() || c == '.'));
    is_capital && rest_is_small && core.chars().count() <= 30 || is_initial(core)
}

fn is_initial(core: &str) -> bool {
    core.len() <= 8
        && core.ends_with('.')
        && core.split_terminator('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
        })
}

fn is_given(core: &str, pack: Option<&Pack>) -> bool {
    pack.and_then(|pack| pack.word(&normal(core))).is_some_and(|word| word.tags.has(Tags::GIVEN))
}

fn name(run: &[&str], pack: Option<&Pack>) -> Option<String> {
    let is_person = (2..=3).contains(&run.len()) && run.iter().take(2).any(|core| is_given(core, pack));
    is_person.then(|| run.join(" "))
}

#[cfg(test)]
mod tests {
    use onrecord_model::Lang;

    use super::*;
    use crate::testing::packs;

    fn check(lang: &str, line: &str, expected: Option<&[&str]>) {
        let packs = packs();
        let pack = Lang::new(lang).and_then(|lang| packs.get(lang));
        let span = Span::new(0, line.len());
        let mut folded = Folded::default();
        folded.fold(line, span);
        let byline = super::line(line, span, &folded, packs.page_words(), pack, true);
        assert_eq!(
            byline.map(|byline| byline.authors),
            expected.map(|names| names.iter().map(|&name| name.into()).collect())
        );
    }

    #[test]
    fn a_byline_names_its_authors() {
        check("en", "By Anna Miller and John Carter", Some(&["Anna Miller", "John Carter"]));
    }

    #[test]
    fn a_name_alone_is_a_byline() {
        check("ru", "Иван Петров", Some(&["Иван Петров"]));
        check("uk", "Оксана Коваленко", Some(&["Оксана Коваленко"]));
    }

    #[test]
    fn a_trade_of_the_newsroom_is_a_byline_without_a_name() {
        check("ru", "Корреспондент отдела культуры", Some(&[]));
        check("uk", "Журналістка відділу культури", Some(&[]));
    }

    #[test]
    fn a_subhead_about_a_journalist_is_no_byline() {
        check("ru", "Журналист рассказал о поездке", None);
    }

    #[test]
    fn an_editor_is_no_author() {
        let packs = packs();
        let check = |line: &str, lang: &str, expected: &[&str]| {
            let pack = Lang::new(lang).and_then(|lang| packs.get(lang));
            assert_eq!(names(line, packs.page_words(), pack), expected);
        };
        check("(Reporting by Anna Miller; Editing by John Carter)", "en", &["Anna Miller"]);
        check("Редактор: Иван Петров", "ru", &[]);
    }

    #[test]
    fn a_sentence_is_no_byline() {
        check("en", "By Anna Miller's own account she left.", None);
    }

    #[test]
    fn a_place_is_no_author() {
        check("ru", "Нижний Новгород", None);
    }

    #[test]
    fn a_listed_byline_gives_the_name() {
        let packs = packs();
        let line = "Автор: Мария Соколова";
        let pack = Lang::new("ru").and_then(|lang| packs.get(lang));
        let byline = listed(line, Span::new(0, line.len()), packs.page_words(), pack);
        assert_eq!(byline.map(|byline| byline.authors), Some(vec!["Мария Соколова".to_owned()]));
    }
}
