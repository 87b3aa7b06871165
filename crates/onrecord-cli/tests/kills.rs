//! The program may be killed at any moment: what it has written stays, and the same command goes on from there.
#![cfg(unix)]

// What `cargo xtask soak archive` does at length, with more kills.
#[path = "../../../xtask/src/kills/mod.rs"]
mod kills;
#[path = "../../../xtask/src/warc.rs"]
mod warc;

use std::fs;
use std::path::Path;

use onrecord_trials::{Archive, Day, Plan, Stock};

/// The articles of all inputs.
const COUNT: u64 = 240;

#[test]
fn nothing_is_lost_when_the_program_is_killed() {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kills");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).expect("a folder for the test");
    let inputs = kills::inputs(&archive(), COUNT, &place).expect("inputs for the test");
    let program = Path::new(env!("CARGO_BIN_EXE_onrecord"));
    let trial = kills::Trial { program, place: &place, inputs: &inputs, n_kills: 10, seed: 1 };
    let dealt = kills::run(&trial).unwrap_or_else(|error| panic!("{error:#}"));
    assert_eq!(dealt.adds(), 10, "{dealt}");
}

fn archive() -> Archive {
    let day = |written| Day::parse(written).expect("a day");
    let plan =
        Plan { count: COUNT, seed: 1, outlets: 10, reprints: 20, from: day("2021-01-01"), to: day("2021-12-31") };
    Archive::new(plan, &[russian(), ukrainian(), english()])
}

fn russian() -> Stock {
    stock(
        "ru",
        &[
            "Мост откроют в мае, заявил мэр Иван Петров.",
            "\"Мы ждали этого\", — сказала министр Анна Лебедева 3 марта.",
        ],
        &["Дорога идёт вдоль реки.", "В понедельник в порту начался ремонт."],
    )
}

fn ukrainian() -> Stock {
    stock(
        "uk",
        &[
            "Міст відкриють у травні, заявив мер Іван Петренко.",
            "«Ми чекали на це», — сказала міністерка Ганна Коваль.",
        ],
        &["Дорога йде вздовж річки.", "У понеділок у порту почався ремонт."],
    )
}

fn english() -> Stock {
    stock(
        "en",
        &[
            "The bridge will open in May, mayor Ruth Ashby said.",
            "\"We waited for this,\" said minister Owen Clarke on 3 March.",
        ],
        &["The road runs along the river.", "Repairs began in the port on Monday."],
    )
}

fn stock(lang: &str, speech: &[&str], plain: &[&str]) -> Stock {
    let [speech, plain] = [speech, plain].map(|sentences| sentences.iter().map(|&text| text.to_owned()).collect());
    Stock { lang: lang.to_owned(), speech, plain, year: 2021, ..Stock::default() }
}
