//! Events, their times and status; every article is of Wednesday, 16 March 2022.

use crate::Findings;
use crate::times::tests::{article, pack};

fn found(code: &str, text: &str) -> Vec<String> {
    let article = article(code, "2022-03-16", text);
    let pack = pack(code);
    let mut findings = Findings::default();
    let text = onrecord_text::analyse(&article, pack);
    crate::times::find(&text, pack, &mut findings);
    super::find(&text, pack, &mut findings);
    let show = |event: &crate::FoundEvent| {
        let value = findings.times[event.when].value.as_deref().unwrap_or("?");
        format!("{} {} {value}", event.trigger.of(&article.text), event.status.as_str())
    };
    findings.events.iter().map(show).collect()
}

/// The events of a text, each as "trigger status value".
fn check(code: &str, text: &str, events: &[&str]) {
    assert_eq!(found(code, text), events, "{text}");
}

#[test]
fn a_noun_is_the_event_of_a_light_verb() {
    check("ru", "Во вторник министры провели переговоры в порту.", &["переговоры held 2022-03-15"]);
    check("uk", "У п'ятницю відбувся саміт.", &["саміт held 2022-03-11"]);
    check("en", "The summit was held on Monday.", &["summit held 2022-03-14"]);
    check("en", "The attack was launched on Monday.", &["attack held 2022-03-14"]);
}

#[test]
fn a_verb_is_an_event() {
    check("ru", "Компании подписали договор 9 марта.", &["подписали held 2022-03-09"]);
    check("uk", "Парламент ухвалив закон 9 березня.", &["ухвалив held 2022-03-09"]);
    check("en", "The court ruled on Friday that the port must close.", &["ruled held 2022-03-11"]);
    check("ru", "В 2010 году суд приговорил его к штрафу.", &["приговорил held 2010"]);
}

#[test]
fn a_resignation_is_named_whole() {
    check("ru", "Мэр ушёл в отставку 9 марта.", &["ушёл в отставку held 2022-03-09"]);
}

#[test]
fn what_lies_ahead_is_planned() {
    check("ru", "В пятницу состоятся выборы.", &["выборы planned 2022-03-18"]);
    check("uk", "Саміт відбудеться 20 березня.", &["Саміт planned 2022-03-20"]);
    check("en", "The election will be held on April 2.", &["election planned 2022-04-02"]);
    check("ru", "Забастовка назначена на понедельник.", &["Забастовка planned 2022-03-21"]);
    check("uk", "Сторони мають підписати угоду 20 березня.", &["підписати planned 2022-03-20"]);
}

#[test]
fn a_planned_noun_stands_beside_its_participle() {
    check("ru", "Запланированные на пятницу переговоры важны для порта.", &["переговоры planned 2022-03-18"]);
    check("uk", "Порт чекає на страйк, оголошений на п'ятницю.", &["страйк planned 2022-03-18"]);
}

#[test]
fn what_was_called_off_is_cancelled() {
    check("ru", "Рейсы 20 марта отменены.", &["Рейсы cancelled 2022-03-20"]);
    check("uk", "Компанія скасувала рейси у п'ятницю.", &["рейси cancelled 2022-03-11"]);
    check("en", "The concert on Friday was cancelled.", &["concert cancelled 2022-03-11"]);
}

#[test]
fn a_quashed_verdict_took_place() {
    check("ru", "Верховный суд 9 марта утвердил приговор.", &["утвердил held 2022-03-09"]);
}

#[test]
fn what_goes_on_is_ongoing() {
    check("ru", "Переговоры продолжаются с понедельника.", &["Переговоры ongoing 2022-03-14"]);
    check("uk", "Страйк триває з понеділка.", &["Страйк ongoing 2022-03-14"]);
}

#[test]
fn the_act_of_speaking_is_no_event() {
    check("ru", "Об этом мэр сказал в понедельник.", &[]);
    check("uk", "Про це мер сказав у понеділок.", &[]);
    check("en", "The mayor said so on Monday.", &[]);
}

#[test]
fn a_press_conference_is_an_event_where_something_is_said() {
    check("uk", "Про це мер сказав на прес-конференції у понеділок.", &["прес-конференції held 2022-03-14"]);
    check("en", "The mayor said so at a briefing on Monday.", &["briefing held 2022-03-14"]);
}

#[test]
fn a_time_without_a_happening_has_no_event() {
    check("ru", "Программа на 2021 год.", &[]);
    check("en", "A budget for 2021.", &[]);
}

#[test]
fn a_strike_for_which_flights_are_cancelled_is_not_cancelled() {
    check("ru", "Из-за забастовки 20 марта порт отменит рейсы.", &["забастовки planned 2022-03-20"]);
    check("uk", "Через страйк 20 березня порт скасує рейси.", &["страйк planned 2022-03-20"]);
    check("uk", "Порт оголосив про скасування 15 з 40 рейсів у п'ятницю.", &["рейсів cancelled 2022-03-11"]);
}

#[test]
fn a_date_in_brackets_dates_the_noun_before_them() {
    check("ru", "Сегодня стало известно о заседании совета (25 марта).", &["заседании planned 2022-03-25"]);
    check("uk", "Сьогодні стало відомо про засідання ради (25 березня).", &["засідання planned 2022-03-25"]);
}

#[test]
fn what_is_being_held_is_ongoing() {
    check("ru", "Порт с января ведёт переговоры.", &["переговоры ongoing 2022-01"]);
    check("uk", "З понеділка пілоти здійснюють страйк.", &["страйк ongoing 2022-03-14"]);
    check("en", "On Monday the site was not loading at all.", &["was not loading held 2022-03-14"]);
}

#[test]
fn what_lies_ahead_is_planned_though_it_lasts() {
    check("ru", "Забастовка продлится сутки и запланирована на пятницу.", &["Забастовка planned 2022-03-18"]);
    check("uk", "Страйк триватиме до 31 грудня 2022 року.", &["Страйк planned 2022-12-31"]);
}

#[test]
fn a_future_with_an_infinitive_is_an_event() {
    check("ru", "20 марта пилоты будут бастовать.", &["бастовать planned 2022-03-20"]);
    check("uk", "20 березня пілоти будуть страйкувати.", &["страйкувати planned 2022-03-20"]);
}

#[test]
fn what_only_states_or_compares_is_no_event() {
    check("ru", "По состоянию на 9 марта долги были связаны с портом. В 2021 году условия улучшились.", &[]);
    check("uk", "Станом на 9 березня борги були пов'язані з портом. У 2021 році умови покращилися.", &[]);
    check("en", "In 2021 it accounted for half.", &[]);
}

#[test]
fn brackets_asides_and_lists_are_stepped_over() {
    check("uk", "Порт отримав (уперше за довгий час) дозвіл 9 березня.", &["дозвіл held 2022-03-09"]);
    check("ru", "Поставки начнутся, как запланировано, 20 марта.", &["Поставки planned 2022-03-20"]);
    check("en", "By 2050, prices would increase by half.", &["increase planned 2050"]);
}

#[test]
fn a_time_whose_word_is_taken_finds_its_next() {
    let wanted = ["узгодженого held 2022-03-07/2022-03-13", "схвалити planned 2022-03-25"];
    check("uk", "Окрім узгодженого сторонами минулого тижня проекту 25 березня мають схвалити заяву.", &wanted);
    let wanted = ["согласованного held 2022-03-07/2022-03-13", "одобрить planned 2022-03-25"];
    check(
        "ru",
        "Кроме согласованного сторонами на прошлой неделе проекта 25 марта должны одобрить заявление.",
        &wanted,
    );
}

#[test]
fn whoever_is_appointed_today_is_appointed() {
    check("ru", "Сегодня назначен новый министр.", &["назначен held 2022-03-16"]);
    check("uk", "Сьогодні призначено нового міністра.", &["призначено held 2022-03-16"]);
}
