//! Exploration.
use super::check;

#[test]
fn e1() {
    for (code, text) in [("ru","Министр приехал и заявил это."),("ru","Приехали эксперты."),("uk","Міністр приїхав. Приїхали лікарі."),("uk","Він жив у Києві та поїхав із Києва до Львова, Харкова, Чернігова, Миколаєва, Тернополя, Києвом."),("en","US officials said John Baker's spokesman Mary Page left."),("uk","Влада США заявила"),("ru","По словам Ивана Орлова и Павла"),("uk","У звіті ООН йдеться"),("en","The UN's report"),("uk","Місцеві жителі"),("ru","мэрии отчёте"),("uk","мерії звіті пресслужбі"),("en","hope promise Baker found"),("ru","новый мост открыт и запросила"), ("uk","коментуючи коментує"), ("ru", "об этом"), ("uk", "цитує цитувати наводить слова")] {
        super::viewed(code, text, |view| {
            for at in 0..view.text.tokens.len() {
                let t = &view.text.tokens[at];
                let f = t.word.features;
                use onrecord_lang::Features as F;
                println!("{code} {} noun={} adj={} fin={} past={} guessed={} nominal={:x} tags={:?} lemma={:?} name={:?}", view.text.word(at), t.is(F::NOUN), t.is(F::ADJ), t.is(F::FINITE), t.is(F::PAST), t.is(F::GUESSED), f.nominal().0, t.word.tags, view.pack.lemma(t.word.lemma), view.names.at(at).map(|n| (n.kind, n.tokens.clone())));
            }
        });
    }
}
#[test]
fn e2() {
    for (code, text) in [
        ("ru", "Реакция на закрытие моста: Сергей Орлов заявил, что это ошибка."), ("en", "U.S. officials said that the bridge is open."), ("en", "UK police said that the bridge is open."), ("en", "EU leaders said that the bridge is open."), ("en", "French officials said that the bridge is open."), ("en", "White House officials said that the bridge is open."), ("en", "BBC journalist John Ellison said that the bridge is open."), ("en", "London police said that the bridge is open."),
        ("uk", "Влада заявила, що новий міст відкрито."), ("uk", "Влада міста заявила, що новий міст відкрито."), ("ru", "Вера в победу есть. Она заявила, что новый мост открыт."), ("ru", "Роман опубликован в мае. Он заявил, что новый мост открыт."), ("uk", "Надія на мир є. Вона заявила, що новий міст відкрито."),
        ("ru", "Новый мост откроют завтра, об этом сообщил министр."), ("uk", "Новий міст відкриють завтра, про це повідомив міністр."), ("uk", "Новий міст відкриють завтра, про це повідомили в мерії."),
        ("en", "The bridge is open, Mary Stone said, and schools are shut."), ("en", "“It is open,” Stone said, “and it is safe.”"), ("en", "“It is open,” Mary Stone said. “It is safe.”"), ("en", "“The bridge over the river is open,” said John Ellison, “and it is safe.”"),
        ("en", "Speaking in Paris, John Ellison said that the bridge is open."), ("en", "In Paris, John Ellison said that the bridge is open."), ("en", "On Monday John Ellison said that the bridge is open."), ("en", "When asked about the bridge, John Ellison said it was open."), ("en", "John Ellison, when asked about the bridge, said it was open."),
        ("ru", "В Киеве Сергей Орлов заявил, что новый мост открыт."), ("ru", "Во Львове заявили, что новый мост открыт."), ("uk", "У Харкові заявили, що новий міст відкрито."), ("uk", "У Києві заявили, що новий міст відкрито."), ("ru", "В Москве заявили, что новый мост открыт."),
        ("ru", "Орлова заявила, что новый мост открыт. Она добавила, что школы закрыты."), ("ru", "По словам Анны Седовой, новый мост открыт. Седова добавила, что школы закрыты."), ("ru", "По словам Ивана Орлова, новый мост открыт. Орлов добавил, что школы закрыты."), ("uk", "За словами Івана Орленка, новий міст відкрито. Орленко додав, що школи закрито."),
        ("en", "John Ellison, the mayor of Paris, said that the bridge is open."), ("en", "The mayor of Paris, John Ellison, said that the bridge is open."), ("en", "John Ellison told the court he saw the bridge."), ("en", "John Ellison told reporters: “It is open.”"), ("en", "John Ellison wrote on Twitter that the bridge is open."), ("en", "He also said the bridge is open."), ("en", "Both men said that the bridge is open."), ("en", "One of the men said that the bridge is open."), ("en", "Many people said that the bridge is open."), ("en", "Some say that the bridge is open."), ("ru", "Многие говорят, что новый мост открыт."), ("uk", "Багато хто каже, що новий міст відкрито."), ("ru", "Один из врачей сказал, что новый мост открыт."), ("uk", "Один із лікарів сказав, що новий міст відкрито."), ("ru", "Никто не сказал, что новый мост открыт."), ("en", "Nobody said that the bridge is open."), ("uk", "Ніхто не сказав, що новий міст відкрито."),
        ("ru", "Министр обороны и глава МИД заявили, что новый мост открыт."), ("uk", "Міністр оборони та глава МЗС заявили, що новий міст відкрито."), ("ru", "Ни министр, ни мэр не заявляли, что новый мост открыт."), ("ru", "Сергей Орлов вместе с Анной Седовой заявил, что новый мост открыт."), ("ru", "Если министр заявит, что мост открыт, его закроют."), ("uk", "Якщо міністр заявить, що міст відкрито, його закриють."), ("en", "If the minister says that the bridge is open, it will close."), ("ru", "Заявил ли министр, что мост открыт?"), ("en", "Did the minister say that the bridge is open?"), ("uk", "Чи заявив міністр, що міст відкрито?"), ("ru", "Министр может заявить, что мост открыт."), ("uk", "Міністр може заявити, що міст відкрито."), ("en", "The minister may say that the bridge is open."), ("en", "The minister is expected to say that the bridge is open."), ("ru", "Ожидается, что министр заявит, что мост открыт."),
    ] { println!("{code} {text}"); check(code, text, ""); }
}
