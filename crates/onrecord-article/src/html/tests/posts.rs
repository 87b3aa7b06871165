//! Posts of other sites inside a story, walls before it, words on its author after it, parts that come later.

use super::{LAST, LEAD, LEAD_EN, NEXT, check, codes, parts, read};

/// A post between two paragraphs is one block of these lines.
#[track_caller]
fn check_post(post: &str, lines: &[&str]) {
    let expected = [format!("paragraph: {LEAD}"), format!("embed: {}", lines.join("\n")), format!("paragraph: {NEXT}")];
    check(&format!("<article><p>{LEAD}</p>{post}<p>{NEXT}</p></article>"), &expected.each_ref().map(String::as_str));
}

#[test]
fn a_post_is_known_by_its_class() {
    for class in [
        "twitter-tweet",
        "twitter-video",
        "instagram-media",
        "fb-post",
        "telegram-post",
        "bluesky-embed",
        "mastodon-embed",
        "tiktok-embed",
        "tgme_widget_message",
    ] {
        let post = "<p>Мост закрыли, идём пешком!</p>&mdash; Мэр (@mayor) <a href=https://posts.example/1>1 мая</a>";
        check_post(
            &format!("<blockquote class='{class}'>{post}</blockquote>"),
            &["Мост закрыли, идём пешком!", "— Мэр (@mayor) 1 мая"],
        );
    }
}

#[test]
fn an_account_that_is_a_link_stays_with_its_post() {
    check_post(
        "<div id=vk_post_-1_2><a href=https://posts.example/m>Мэр</a><div>Мост закрыли</div></div>",
        &["Мэр", "Мост закрыли"],
    );
    check_post(
        "<blockquote class=instagram-media><p><a href=https://posts.example/p>Публикация от Мэр (@mayor)</a></p></blockquote>",
        &["Публикация от Мэр (@mayor)"],
    );
}

#[test]
fn a_quote_inside_a_post_is_the_post() {
    check_post(
        "<div class=fb-post><blockquote><p>Мост закрыли</p>Опубликовано <a href=https://posts.example/m>мэром</a></blockquote></div>",
        &["Мост закрыли", "Опубликовано мэром"],
    );
    check_post(
        "<amp-twitter><blockquote placeholder><p>Мост закрыли</p></blockquote></amp-twitter>",
        &["Мост закрыли"],
    );
}

#[test]
fn counters_times_and_the_foot_of_a_post_are_left_out() {
    check_post(
        "<div class=tgme_widget_message><a href=https://posts.example/m>Мэр</a><div>Мост закрыли<br><br>Идём пешком</div>\
         <div><span>14.2K</span><span>08:31</span></div><div>вчера в 22:14</div>\
         <div class=tgme_widget_message_footer>Открыть запись</div></div>",
        &["Мэр", "Мост закрыли", "Идём пешком"],
    );
}

#[test]
fn two_posts_side_by_side_are_two_blocks() {
    let post = |words: &str| format!("<blockquote class=twitter-tweet><p>{words}</p>&mdash; Мэр</blockquote>");
    check(
        &format!("<article><p>{LEAD}</p>{}{}<p>{NEXT}</p></article>", post("Мост закрыли"), post("Мост открыли")),
        &[
            &format!("paragraph: {LEAD}"),
            "embed: Мост закрыли\n— Мэр",
            "embed: Мост открыли\n— Мэр",
            &format!("paragraph: {NEXT}"),
        ],
    );
}

#[test]
fn a_post_inside_a_box_of_furniture_is_kept() {
    check_post(
        "<aside class=social><blockquote class=twitter-tweet><p>Мост закрыли</p></blockquote></aside>",
        &["Мост закрыли"],
    );
}

#[test]
fn a_post_may_end_the_story() {
    check(
        &format!(
            "<article><p>{LEAD}</p><p>{NEXT}</p><blockquote class=twitter-tweet><p>Идём пешком</p>&mdash; Мэр</blockquote></article>"
        ),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}"), "embed: Идём пешком\n— Мэр"],
    );
}

#[test]
fn a_wall_before_the_story_is_told() {
    let page = |wall: &str| format!("<article><p>{LEAD_EN}</p><p>{LEAD_EN} It is old.</p>{wall}</article>");
    let words = "<p>Give us your address and read on for a week.</p>";
    for wall in ["<div class='b-paywall__box'>", "<div id=regwall>", "<section class='subscriber-only'>"] {
        assert!(codes(&page(&format!("{wall}{words}"))).contains(&"paywall".into()), "{wall}");
    }
    for none in ["<div class=paywall hidden>", "<div class=wallpaper>"] {
        assert!(!codes(&page(&format!("{none}{words}"))).contains(&"paywall".into()), "{none}");
    }
    let microdata = "<meta itemprop=isAccessibleForFree content=False>";
    assert!(codes(&page(microdata)).contains(&"paywall".into()));
}

#[test]
fn what_the_last_lines_tell_of_the_author_is_no_story() {
    let page = |last: &str| {
        format!(
            "<meta name=author content='Анна Река'><article><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p><p>{LEAD} {LAST}</p><p>{last}</p></article>"
        )
    };
    for about in ["Анна Река пишет о мостах и рынках с 2010 года.", "(Пишите: Анна Река, anna@reka.example.)"]
    {
        assert!(parts(&read(&page(about)).0).contains(&format!("credit: {about}")), "{about}");
    }
    let question = "Анна Река: А когда мост откроют для автобусов?";
    assert!(!parts(&read(&page(question)).0).contains(&format!("credit: {question}")));
}

#[test]
fn a_list_at_the_end_that_leads_to_other_pages_is_no_story() {
    let list = |site: &str| {
        let item = |n: u32| format!("<li>Как строили мост, <a href='{site}/{n}'>часть {n}, начало и конец</a>");
        format!("<h3>Ещё</h3><ul>{}{}{}</ul>", item(1), item(2), item(3))
    };
    let page = |site: &str| {
        format!("<article>{}{}</article>", format!("<p>{LEAD} {NEXT}</p><p>{NEXT} {LAST}</p>").repeat(3), list(site))
    };
    let n_of =
        |site: &str, kind: &str| parts(&read(&page(site)).0).iter().filter(|part| part.starts_with(kind)).count();
    assert_eq!((n_of("", "related"), n_of("", "list")), (4, 0));
    assert_eq!((n_of("https://rynok.example", "related"), n_of("https://rynok.example", "list")), (0, 3));
}

#[test]
fn three_cards_alike_may_tell_much_of_their_stories() {
    let card = |n: u32| {
        format!(
            "<div class=item><h3><a href=/n/{n}>Другая новость {n}</a></h3><p>Номер {n}: {}</p></div>",
            NEXT.repeat(5)
        )
    };
    let page = |n: u32| {
        let cards: String = (0..n).map(card).collect();
        format!("<main><div>{}</div><div>{cards}</div></main>", format!("<p>{LEAD} {NEXT} {LAST}</p>").repeat(3))
    };
    let has_card = |n: u32| parts(&read(&page(n)).0).iter().any(|part| part.starts_with("paragraph: Номер 1"));
    assert!(!has_card(3) && has_card(2));
}

#[test]
fn a_heading_that_is_a_link_to_itself_is_no_card() {
    let part = |n: u32| {
        format!("<div><h3><a href='#part{n}'>Пролёт {n}</a></h3><p>О пролёте номер {n} говорят мало.</p></div>")
    };
    let (article, _) = read(&format!("<main><p>{LEAD} {NEXT} {LAST}</p>{}{}</main>", part(1), part(2)));
    assert!(article.text.contains("О пролёте номер 1 говорят мало.") && article.text.contains("Пролёт 2"));
}

#[test]
fn a_part_that_is_sent_later_stands_in_its_place() {
    check(
        &format!(
            "<article><p>{LEAD}</p><!--$?--><template id=\"B:0\"></template><p>Грузится…</p><!--/$--><p>{NEXT}</p></article>\
             <div hidden id=\"S:0\"><p>{LAST}</p></div><script>$RC(\"B:0\",\"S:0\")</script>"
        ),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {LAST}"), &format!("paragraph: {NEXT}")],
    );
}
