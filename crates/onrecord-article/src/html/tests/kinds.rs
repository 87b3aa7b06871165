//! What kind each part of a story is, and what stands inside it that is not its own.

use super::{LAST, LEAD, NEXT, check};

/// What stands between two paragraphs is these parts.
#[track_caller]
fn check_between(html: &str, expected: &[&str]) {
    let (first, last) = (format!("paragraph: {LEAD}"), format!("paragraph: {NEXT}"));
    let expected: Vec<&str> =
        [first.as_str()].into_iter().chain(expected.iter().copied()).chain([last.as_str()]).collect();
    check(&format!("<article><p>{LEAD}</p>{html}<p>{NEXT}</p></article>"), &expected);
}

#[test]
fn bars_and_menus_inside_a_story_are_not_written() {
    check_between("<div class=share>Поделиться <a href=#>ВКонтакте</a></div>", &[]);
    check_between("<nav><a href=/1>Новости</a> <a href=/2>Спорт</a></nav>", &[]);
}

#[test]
fn a_box_set_apart_is_what_its_words_say() {
    check_between(
        "<aside><a href=/2>Почему мост через реку закрывают третий год подряд</a></aside>",
        &["related: Почему мост через реку закрывают третий год подряд"],
    );
    check_between("<aside><p>Погода на завтра</aside>", &[]);
}

#[test]
fn the_credit_of_a_caption_is_a_part_of_its_own() {
    let expected = ["caption: Мост весной.", "credit: Анна Река"];
    for caption in [
        "Мост весной. <small>Анна Река</small>",
        "Мост весной. <cite>Анна Река</cite>",
        "Мост весной. <i>Анна Река</i>",
        "Мост весной. <span class=photo-credit>Анна Река</span>",
        "<span>Мост весной.</span><span>Анна Река</span>",
    ] {
        check_between(&format!("<figure><img src=1.jpg><figcaption>{caption}</figcaption></figure>"), &expected);
    }
}

#[test]
fn a_name_at_the_end_of_a_caption_is_no_credit() {
    check_between(
        "<figure><figcaption>На берегу ждут буксир <i>«Смелый»</i></figcaption></figure>",
        &["caption: На берегу ждут буксир «Смелый»"],
    );
}

#[test]
fn words_in_the_box_of_a_picture_are_its_caption() {
    check_between(
        "<div class=x1><img src=1.jpg><div class=x2>Мост весной</div><div class=x3>Фото: Анна Река</div></div>",
        &["caption: Мост весной", "credit: Фото: Анна Река"],
    );
    check_between("<div><img src=1.jpg><p>Жители ждут.</p></div>", &["paragraph: Жители ждут."]);
}

#[test]
fn a_gallery_counts_its_pictures() {
    check_between(
        "<div><img src=1.jpg><div><span>1/2</span><p>Мост весной.</p></div></div><div><img src=2.jpg><div><span>2/2</span>\
         <p>Мост осенью.</p></div></div>",
        &["caption: Мост весной.", "caption: Мост осенью."],
    );
}

#[test]
fn the_caption_of_the_first_picture_stays_wherever_it_stands() {
    let expected = [
        "headline: Мост закрыли",
        "caption: Мост весной",
        &format!("paragraph: {LEAD}"),
        &format!("paragraph: {NEXT}"),
    ];
    let figure = "<figure><img src=1.jpg><figcaption>Мост весной</figcaption></figure>";
    let body = format!("<div class=article-body><p>{LEAD}</p><p>{NEXT}</p></div>");
    check(&format!("<main><h1>Мост закрыли</h1><div class=by>Анна Река</div>{figure}{body}</main>"), &expected);
}

#[test]
fn a_table_that_lays_out_a_page_is_no_table() {
    check_between(&format!("<table><tr><td><p>{LAST}</p></td></tr></table>"), &[&format!("paragraph: {LAST}")]);
    check_between("<table><tr><td>Жители ждут.</td></tr></table>", &["paragraph: Жители ждут."]);
    check_between(
        "<table><tr><td>май</td><td>3</td></tr><tr><td>июнь</td><td>5</td></tr></table>",
        &["table: май\t3\nиюнь\t5"],
    );
}

#[test]
fn bold_lines_that_ask_are_questions() {
    let ask = |n: usize| {
        format!("<p><b>Когда откроют мост номер {n}?</b></p><p>Откроют через {n} недели, когда сойдёт лёд.</p>")
    };
    let expected = |n: usize| {
        [
            format!("question: Когда откроют мост номер {n}?"),
            format!("paragraph: Откроют через {n} недели, когда сойдёт лёд."),
        ]
    };
    let expected: Vec<String> = (1..4).flat_map(expected).collect();
    let html: String = (1..4).map(ask).collect();
    check_between(&html, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn an_answer_may_stand_on_the_next_line() {
    let html = "<b>Когда откроют мост?</b><br>Весной, как сойдёт лёд.<br><br><b>Кто платит за доски?</b><br>Город и область.\
                <br><br><b>Говорят, вы спешите.</b><br>Нет, мы ждём тепла.<br><br><b>А перила?</b><br>Перила готовы.";
    check_between(
        &format!("<div>{html}</div>"),
        &[
            "question: Когда откроют мост?",
            "paragraph: Весной, как сойдёт лёд.",
            "question: Кто платит за доски?",
            "paragraph: Город и область.",
            "question: Говорят, вы спешите.",
            "paragraph: Нет, мы ждём тепла.",
            "question: А перила?",
            "paragraph: Перила готовы.",
        ],
    );
}

#[test]
fn a_list_of_terms_may_be_a_conversation() {
    check_between(
        "<dl><dt>Когда откроют мост?<dd>Весной, как сойдёт лёд.</dl>",
        &["question: Когда откроют мост?", "paragraph: Весной, как сойдёт лёд."],
    );
    check_between("<dl><dt>Мост<dd>Открыт весной.</dl>", &["list: Мост", "list: Открыт весной."]);
}

#[test]
fn a_standfirst_and_a_bold_heading_are_subheads() {
    check(
        &format!(
            "<article><h1>Мост закрыли</h1><p class=deck>Город обещает открыть его к лету, жители не очень верят обещаниям \
             мэрии.</p><div>Анна Река</div><p>{LEAD}</p><p><b>Что с перилами</b></p><p>{NEXT}</p></article>"
        ),
        &[
            "headline: Мост закрыли",
            "subhead: Город обещает открыть его к лету, жители не очень верят обещаниям мэрии.",
            &format!("paragraph: {LEAD}"),
            "subhead: Что с перилами",
            &format!("paragraph: {NEXT}"),
        ],
    );
}

#[test]
fn times_of_entries_are_subheads_and_their_words_paragraphs() {
    let entry = |time: &str, words: &str| format!("<li><a href=#1>{time}</a><div><p>{words}</p></div></li>");
    let html = format!("<ol>{}{}{}</ol>", entry("18:05", LEAD), entry("17:30", NEXT), entry("17:00", LAST));
    check(
        &format!("<article><h1>Мост закрыли</h1>{html}</article>"),
        &[
            "headline: Мост закрыли",
            "subhead: 18:05",
            &format!("paragraph: {LEAD}"),
            "subhead: 17:30",
            &format!("paragraph: {NEXT}"),
            "subhead: 17:00",
            &format!("paragraph: {LAST}"),
        ],
    );
}

#[test]
fn a_quotation_set_apart_names_its_speaker() {
    for end in ["<footer>Анна Река</footer>", "<cite>Анна Река</cite>"] {
        check_between(
            &format!("<blockquote>Мост ещё постоит{end}</blockquote>"),
            &["quote: Мост ещё постоит", "quote: Анна Река"],
        );
    }
    check_between("<div class=pullquote>Мост ещё постоит</div>", &["quote: Мост ещё постоит"]);
}

#[test]
fn words_that_a_paragraph_repeats_are_a_quotation_set_apart() {
    check_between(
        "<div style='float:left'>Жители просят не трогать перила моста</div><p>«Мэр сказал, что жители просят не трогать \
         перила моста до самой весны, и мы не трогаем», — рассказал бригадир.</p>",
        &[
            "quote: Жители просят не трогать перила моста",
            "paragraph: «Мэр сказал, что жители просят не трогать перила моста до самой весны, и мы не трогаем», — \
             рассказал бригадир.",
        ],
    );
}

#[test]
fn a_box_that_asks_to_write_something_is_an_invitation() {
    let html = |inside: &str| format!("<p>{LAST}</p><p>{LAST} Так решил мэр.</p><div>{inside}</div>");
    let (first, second) = (format!("paragraph: {LAST}"), format!("paragraph: {LAST} Так решил мэр."));
    check_between(
        &html("<h4>Письмо с реки</h4><p>Пишем по пятницам.</p><form><label>Почта</label><input type=email></form>"),
        &[&first, &second, "promo: Письмо с реки", "promo: Пишем по пятницам."],
    );
}

#[test]
fn a_label_and_a_link_lead_to_another_story() {
    check_between(
        "<div><span>Ещё одна беседа: </span><a href=/2>Бакенщик о реке и людях</a></div>",
        &["related: Ещё одна беседа: Бакенщик о реке и людях"],
    );
}

#[test]
fn words_of_elements_side_by_side_do_not_glue() {
    check_between(
        "<p><span>Анна Река</span><span>Вчера было тепло.</span></p>",
        &["paragraph: Анна Река Вчера было тепло."],
    );
    check_between("<p><span>М</span>ост был <b>за</b>крыт.</p>", &["paragraph: Мост был закрыт."]);
}

#[test]
fn notes_at_the_end_are_the_storys() {
    let note = |n: usize, words: &str| format!("<li>{words} <a href=#r{n}>↩︎</a></li>");
    let notes = ["Так в книге прихода.", "По данным музея реки.", "Из письма бакенщика."];
    let list: String = notes.iter().enumerate().map(|(n, words)| note(n, words)).collect();
    check(
        &format!("<article><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p><ol>{list}</ol></article>"),
        &[
            &format!("paragraph: {LEAD}"),
            &format!("paragraph: {NEXT}"),
            &format!("paragraph: {LAST}"),
            "list: Так в книге прихода.",
            "list: По данным музея реки.",
            "list: Из письма бакенщика.",
        ],
    );
}

#[test]
fn lines_between_headline_and_story_are_left_out() {
    check(
        &format!(
            "<article><div><h1>Мост закрыли</h1><p>Город обещает открыть его к лету, жители не очень верят обещаниям мэрии.\
             </p><div><a href=/a>Анна Река</a></div><div><time>8 мая, 12:00</time></div></div><h2>Главное</h2>\
             <a href=/1>Мост закрыт</a><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p><p>{LAST} Так решил мэр.</p></article>"
        ),
        &[
            "headline: Мост закрыли",
            "subhead: Город обещает открыть его к лету, жители не очень верят обещаниям мэрии.",
            &format!("paragraph: {LEAD}"),
            &format!("paragraph: {NEXT}"),
            &format!("paragraph: {LAST}"),
            &format!("paragraph: {LAST} Так решил мэр."),
        ],
    );
}

#[test]
fn an_invitation_right_after_the_last_sentence_is_promo() {
    check(
        &format!(
            "<article><p>{LEAD}</p><p>{NEXT}</p><p><b><a href=https://posts.example/r>Подписывайтесь на наш канал</a></b></p></article>"
        ),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}"), "promo: Подписывайтесь на наш канал"],
    );
}

#[test]
fn words_under_the_last_picture_stay() {
    let figure = "<div class=gallery><figure><img src=1.jpg><figcaption>Мост весной</figcaption></figure></div>";
    check(
        &format!("<article><p>{LEAD}</p><p>{NEXT}</p>{figure}</article>"),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}"), "caption: Мост весной"],
    );
}

#[test]
fn a_signature_set_to_the_right_is_credit() {
    check(
        &format!("<article><p>{LEAD}</p><p>{NEXT}</p><p style='text-align: right'>Анна Река</p></article>"),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}"), "credit: Анна Река"],
    );
}
