//! Expressions and their values, in three languages; every article is of Wednesday, 16 March 2022.

use std::sync::OnceLock;

use onrecord_lang::{Pack, Packs};
use onrecord_model::{Article, Block, BlockKind, Lang, Published, PublishedFrom, Span};

use crate::Findings;

/// The packs of the lists in this repository.
pub(crate) fn pack(code: &str) -> &'static Pack {
    static PACKS: OnceLock<Packs> = OnceLock::new();
    let packs = PACKS.get_or_init(|| {
        let files: Vec<_> = ["ru", "uk", "en"].into_iter().flat_map(lists).collect();
        Packs::new(files.iter().map(|(code, file, text)| (*code, file.as_str(), text.as_str())))
    });
    packs.check(Lang::new(code).expect("a code")).expect("good lists")
}

fn lists(code: &'static str) -> Vec<(&'static str, String, String)> {
    let folder = format!("{}/../../lang/{code}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let lists = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    let name = |path: &std::path::Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    lists.map(|path| (code, name(path), std::fs::read_to_string(path).expect("a list"))).collect()
}

/// An article whose paragraphs are the lines of a text.
pub(crate) fn article(code: &str, published: &str, text: &str) -> Article {
    let mut article = Article::new(Lang::new(code).expect("a code"), text.to_owned());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        article.blocks.push(Block { kind: BlockKind::Paragraph, span, furniture: None });
        start += line.len();
    }
    if !published.is_empty() {
        article.published = Some(Published { value: published.to_owned(), from: PublishedFrom::Given });
    }
    article
}

fn found(code: &str, published: &str, text: &str) -> Vec<String> {
    let article = article(code, published, text);
    let pack = pack(code);
    let mut findings = Findings::default();
    super::find(&onrecord_text::analyse(&article, pack), pack, &mut findings);
    let show =
        |time: &crate::FoundTime| format!("{} = {}", time.span.of(&article.text), time.value.as_deref().unwrap_or("?"));
    findings.times.iter().map(show).collect()
}

/// The times of a text are those in its brackets, with these values in order; `?` is a time without a value.
fn check_at(published: &str, code: &str, marked: &str, values: &str) {
    let text = marked.replace(['[', ']'], "");
    let spans = marked.split('[').skip(1).map(|rest| rest.split(']').next().unwrap_or_default());
    let wanted: Vec<_> =
        spans.zip(values.split_whitespace()).map(|(span, value)| format!("{span} = {value}")).collect();
    assert_eq!(wanted.len(), values.split_whitespace().count(), "as many brackets as values");
    assert_eq!(found(code, published, &text), wanted, "{marked}");
}

fn check(code: &str, marked: &str, values: &str) {
    check_at("2022-03-16", code, marked, values);
}

#[test]
fn a_day_has_the_year_it_names() {
    check("ru", "Мост открыли [9 января 2021 года].", "2021-01-09");
    check("uk", "Міст відкрили [9 січня 2021 року].", "2021-01-09");
    check("en", "The bridge opened on [January 9, 2021], they say.", "2021-01-09");
    check("en", "The bridge opened on [9 January 2021].", "2021-01-09");
    check("en", "The bridge opened on [the 9th of January], they say.", "2022-01-09");
    check("ru", "Запись от [5 мар. 2021 г.] утеряна.", "2021-03-05");
}

#[test]
fn a_day_without_a_year_is_the_nearest() {
    check("ru", "Мост открыли [20 декабря].", "2021-12-20");
    check("uk", "Міст відкриють [20 квітня].", "2022-04-20");
    check("en", "The bridge opened on [Dec. 20].", "2021-12-20");
    check_at("", "ru", "Мост открыли [9 января].", "XXXX-01-09");
    check_at("", "en", "The bridge opened in [January].", "XXXX-01");
}

#[test]
fn a_date_in_figures_is_a_day() {
    check("ru", "Приказ от [09.01.2021 г.] отменён.", "2021-01-09");
    check("uk", "Наказ від [2021-01-09] скасовано.", "2021-01-09");
    check("en", "The order of [2021-01-09] was lifted.", "2021-01-09");
    check("en", "The order of [1/29/2021] was lifted.", "2021-01-29");
    check("en", "The order of 1/9/2021 can be read in two ways.", "");
}

#[test]
fn a_day_may_be_a_word() {
    check("ru", "Парк откроют [двадцать первого мая].", "2022-05-21");
    check("uk", "Парк відкриють [першого травня].", "2022-05-01");
    check("en", "The park opens on [the first of May].", "2022-05-01");
    check("ru", "Парк откроют [5-го мая].", "2022-05-05");
}

#[test]
fn a_weekday_and_its_date_are_one_time() {
    check("ru", "Об этом сказали во [вторник, 15 марта], в порту.", "2022-03-15");
    check("uk", "Про це сказали у [вівторок, 15 березня], в порту.", "2022-03-15");
    check("en", "They said so on [Tuesday, March 15], at the port.", "2022-03-15");
    check("ru", "Мост закроют [18 марта, в пятницу], после обеда.", "2022-03-18");
    check("ru", "Порт открыли [сегодня, 16 марта].", "2022-03-16");
    check("en", "The port opens on [Friday, September 9, 2022].", "2022-09-09");
}

#[test]
fn a_weekday_told_in_the_past_is_the_latest() {
    check("ru", "Во [вторник] порт закрыли.", "2022-03-15");
    check("uk", "У [п'ятницю] порт закрили.", "2022-03-11");
    check("en", "The port closed on [Friday].", "2022-03-11");
    check("en", "The port closed on [Friday afternoon].", "2022-03-11");
    check("ru", "Газета пишет об этом в [среду].", "2022-03-16");
}

#[test]
fn a_weekday_told_in_the_future_is_the_next() {
    check("ru", "Порт откроют в [пятницу].", "2022-03-18");
    check("uk", "Порт відкриють у [п'ятницю].", "2022-03-18");
    check("en", "The port will open on [Friday].", "2022-03-18");
    check("ru", "Концерт назначен на [понедельник].", "2022-03-21");
    check("uk", "Концерт заплановано на [неділю].", "2022-03-20");
    check("ru", "Работы продлятся до [воскресенья].", "2022-03-20");
}

#[test]
fn last_and_next_choose_the_weekday() {
    check("ru", "В [прошлую среду] порт закрыли.", "2022-03-09");
    check("ru", "В [ближайшую субботу] порт откроют.", "2022-03-19");
    check("uk", "Порт закрили [минулої суботи].", "2022-03-12");
    check("en", "The port closed [last Wednesday].", "2022-03-09");
    check("en", "The port reopens [next Monday].", "2022-03-21");
    check("en", "The port closed on [Monday of last week].", "2022-03-07");
}

#[test]
fn a_weekday_that_the_text_dates_is_that_day() {
    check("ru", "Порт закрыт с [пятницы].\nПорт закроют в [пятницу, 18 марта].", "2022-03-18 2022-03-18");
    check("uk", "Порт зачинено з [п'ятниці].\nПорт зачинять у [п'ятницю, 18 березня].", "2022-03-18 2022-03-18");
}

#[test]
fn a_day_of_the_environment_is_no_wednesday() {
    check("ru", "Завод загрязнял окружающую среду.", "");
    check("ru", "Это заметно в научной среде.", "");
}

#[test]
fn days_are_counted_from_publication() {
    check("ru", "[Вчера] сошёл снег, [завтра] пойдёт дождь.", "2022-03-15 2022-03-17");
    check("uk", "[Позавчора] зійшов сніг, [післязавтра] піде дощ.", "2022-03-14 2022-03-18");
    check("en", "It snowed [yesterday morning] and [the day before yesterday].", "2022-03-15 2022-03-14");
    check("ru", "[Сегодня днём] открыли парк.", "2022-03-16");
    check("en", "The park opened [earlier today].", "2022-03-16");
}

#[test]
fn the_eve_is_a_day_unless_it_governs_a_noun() {
    check("ru", "[Накануне] прошёл ливень.", "2022-03-15");
    check("ru", "Накануне саммита прошёл ливень.", "");
    check("uk", "[Напередодні] пройшла злива.", "2022-03-15");
}

#[test]
fn months_and_years_stand_for_themselves() {
    check("ru", "Завод построили в [ноябре 2010 года].", "2010-11");
    check("uk", "Завод збудували у [листопаді 2010 року].", "2010-11");
    check("en", "The mill was built in [November 2010].", "2010-11");
    check("ru", "Завод построили в [2010-м], а закрыли в [2019 г.]", "2010 2019");
    check("en", "The mill was built in [2010] by 2015 workers.", "2010");
    check("uk", "Завод збудували у [2010 році].", "2010");
    check("ru", "Порт закрыли в [январе].", "2022-01");
    check("ru", "Порт закрыли в [сентябре].", "2021-09");
    check("en", "It may rain, and the march goes on until [May].", "2022-05");
}

#[test]
fn a_name_is_no_month() {
    check("en", "Theresa May met April Smith.", "");
    check("ru", "Газета «Сегодня» закрылась.", "");
    check("ru", "Чёрная пятница удалась.", "");
}

#[test]
fn a_part_has_the_value_of_the_whole() {
    check("ru", "В [конце марта 2021 года] сошёл снег.", "2021-03");
    check("uk", "На [початку лютого] зійшов сніг.", "2022-02");
    check("en", "It opened in [early 2019], at [the end of March].", "2019 2022-03");
    check("ru", "До [конца будущего года] откроют порт.", "2023");
    check("ru", "До [середины текущего 2022 г.] откроют порт.", "2022");
    check("en", "It closed by [the end of the day Saturday].", "2022-03-12");
    check("ru", "Во [второй половине марта] сойдёт снег.", "2022-03");
}

#[test]
fn seasons_and_quarters_are_ranges() {
    check("ru", "[Летом 2018 года] было сухо.", "2018-06-01/2018-08-31");
    check("uk", "[Восени] було сухо.", "2021-09-01/2021-11-30");
    check("en", "It was dry in [the summer of 2018].", "2018-06-01/2018-08-31");
    check("ru", "С [лета прошлого года] идёт стройка.", "2021-06-01/2021-08-31");
    check("ru", "За [первый квартал 2018 года] выпуск вырос.", "2018-01-01/2018-03-31");
    check("en", "Output rose in [the third quarter of 2021].", "2021-07-01/2021-09-30");
    check("uk", "У [першому півріччі 2021 року] випуск зріс.", "2021-01-01/2021-06-30");
}

#[test]
fn weeks_run_from_monday_to_sunday() {
    check("ru", "На [прошлой неделе] закрыли порт.", "2022-03-07/2022-03-13");
    check("uk", "[Наступного тижня] відкриють порт.", "2022-03-21/2022-03-27");
    check("en", "The port closed [this week].", "2022-03-14/2022-03-20");
    check("en", "The fair was held over [the weekend].", "2022-03-12/2022-03-13");
    check("ru", "На [выходных] будет ярмарка.", "2022-03-19/2022-03-20");
}

#[test]
fn counted_times_keep_the_precision_of_their_unit() {
    check("ru", "[Месяц назад] закрыли порт.", "2022-02");
    check("uk", "[Два роки тому] закрили порт.", "2020");
    check("en", "The port closed [nearly a decade ago].", "2012");
    check("en", "The port closed [three weeks ago].", "2022-02-23");
    check("en", "The port closed [just over 24 hours ago].", "2022-03-15");
    check("uk", "[Через тиждень] відкриють порт.", "2022-03-23");
    check("en", "The port will reopen [in two months].", "2022-05");
    check("ru", "[Двадцать пять лет назад] здесь был порт.", "1997");
}

#[test]
fn other_periods_are_counted_from_publication() {
    check("ru", "В [прошлом году] построили школу, в [этом месяце] её открыли.", "2021 2022-03");
    check("uk", "[Торік] збудували школу.", "2021");
    check("en", "The school opened [last year], and a park will open [next month].", "2021 2022-04");
    check("uk", "У [листопаді минулого року] випав сніг.", "2021-11");
    check("en", "It snowed [last March].", "2021-03");
}

#[test]
fn ranges_have_two_ends() {
    check("ru", "Он был мэром [с 1998 по 2005 год].", "1998-01-01/2005-12-31");
    check("uk", "Музей зачинено [з 5 до 9 травня].", "2022-05-05/2022-05-09");
    check("en", "It ran [from 1980 to 2012].", "1980-01-01/2012-12-31");
    check("ru", "Рейсы отменены [25 и 26 марта].", "2022-03-25/2022-03-26");
    check("en", "It ran on [May 5 and 6], then on [June 7-9].", "2022-05-05/2022-05-06 2022-06-07/2022-06-09");
    check("uk", "Так було у [2014–2016 роках].", "2014-01-01/2016-12-31");
    check("en", "The count covers the time [from January 1 to March 10].", "2022-01-01/2022-03-10");
}

#[test]
fn a_time_may_point_back_to_another() {
    check("ru", "Порт закрыли [10 марта]. В [тот же день] закрыли и мост.", "2022-03-10 2022-03-10");
    check("uk", "Порт закриють [20 березня]. На [цей день] чекали всі.", "2022-03-20 2022-03-20");
    check("en", "The port closed in [2010]. [That year] it snowed.", "2010 2010");
}

#[test]
fn some_times_have_no_value() {
    check("ru", "В [1990-х] город рос, в [прошлом финансовом году] он рос снова.", "? ?");
    check("uk", "[Минулого фінроку] завод зріс.", "?");
    check("en", "The town grew in [the 1990s].", "?");
}

#[test]
fn durations_ages_and_vague_times_are_no_times() {
    check("ru", "Недавно ему исполнилось 20 лет, он работает три месяца.", "");
    check("uk", "Раніше йому було 20 років, він працює три місяці.", "");
    check("en", "She is 20 years old and has worked for two months.", "");
    check("ru", "На складе 2015 человек и 1950 рублей.", "");
    check("uk", "Цього разу все тому, що йшов сніг.", "");
}

#[test]
fn a_dateline_alone_in_its_block_is_no_time() {
    check("en", "Wednesday, March 16, 2022\nThe port closed [yesterday].", "2022-03-15");
    check("ru", "16.03.2022 18:26\nПорт закрыли [вчера].", "2022-03-15");
}

#[test]
fn any_text_can_be_read() {
    for text in [
        "",
        "в",
        "31 февраля",
        "99.99.9999",
        "с по до",
        "2022-13-45",
        "через",
        "9999 год назад",
        "1 2 3 4 5 6",
        "the of in a",
    ] {
        found("ru", "2022-03-16", text);
        found("en", "not a date at all", text);
        found("uk", "9999-12-31", text);
    }
    for piece in ["и 5, 6, ", "начало ", "почти ", "вторая половина ", "пятница ", "2018 – "]
    {
        found("ru", "2022-03-16", &piece.repeat(20_000));
    }
    for piece in ["the early ", "early the ", "more than ", "Friday ", "the first half of ", "May 5 to "] {
        found("en", "2022-03-16", &piece.repeat(20_000));
    }
}
