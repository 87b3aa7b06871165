//! Furniture that is known by its neighbours: teasers under «Читайте также», the page's foot, a story told twice.

use onrecord_lang::FurnitureKind;
use onrecord_model::{Furniture, Span};

use crate::kinds::ends_as_sentence;
use crate::pieces::{Piece, Pieces, What};

/// A teaser is no longer than this, in bytes.
const LONGEST_TEASER: usize = 320;
/// A list of teasers has no more lines than this; longer ones are a list of something else.
const MOST_TEASERS: usize = 40;

/// Turns the neighbours of furniture into furniture.
pub(crate) fn settle(text: &str, pieces: &mut Pieces) {
    teasers(text, &mut pieces.pieces);
    told_twice(text, pieces);
    foot(text, &mut pieces.pieces, pieces.headline);
    stray_word(text, &mut pieces.pieces);
}

/// Whether a piece might be a teaser: short, and no sentence.
fn is_teaser(text: &str, piece: &Piece) -> bool {
    let words = piece.span.of(text);
    piece.what == What::Body && words.len() <= LONGEST_TEASER && !ends_as_sentence(words)
}

/// The lines after a bare announcement: as long as they are no sentences, they are what it announced.
fn teasers(text: &str, pieces: &mut [Piece]) {
    let mut place = 0;
    while place < pieces.len() {
        let Some(kind) = announced(&pieces[place]) else {
            place += 1;
            continue;
        };
        let run = pieces[place + 1..].iter().take_while(|piece| is_teaser(text, piece)).count();
        if run <= MOST_TEASERS {
            for piece in &mut pieces[place + 1..=place + run] {
                piece.what = What::Other(kind);
            }
        }
        place += run + 1;
    }
}

/// What a bare announcement announces.
fn announced(piece: &Piece) -> Option<Furniture> {
    match piece.what {
        What::Listed { kind: FurnitureKind::Related, is_bare: true } => Some(Furniture::Related),
        What::Listed { kind: FurnitureKind::Credit, is_bare: true } => Some(Furniture::Credit),
        _ => None,
    }
}

/// A page's foot: from its first furniture on there is no sentence, only short lines among more furniture.
fn foot(text: &str, pieces: &mut [Piece], headline: Option<usize>) {
    let first = headline.map_or(1, |headline| headline + 1);
    let tail =
        pieces.iter().rposition(|piece| piece.what == What::Body && !is_teaser(text, piece)).map_or(0, |last| last + 1);
    let start = tail.max(first).min(pieces.len());
    let is_foot = |piece: &Piece| {
        matches!(
            piece.what.furniture(),
            Some(Furniture::Related | Furniture::Promo | Furniture::Copyright | Furniture::Comment)
        )
    };
    let Some(top) = pieces[start..].iter().position(is_foot).map(|place| start + place) else { return };
    for place in top + 1..pieces.len() {
        // What goes on in the same line after furniture is the story taken up again.
        if pieces[place].what == What::Body && pieces[place].unit != pieces[place - 1].unit {
            pieces[place].what = What::Other(Furniture::Navigation);
        }
    }
}

/// One word alone at the very end, with no sentence's end: a left-over of the page.
fn stray_word(text: &str, pieces: &mut [Piece]) {
    let n_lines = pieces.last().map_or(0, |last| last.unit);
    let Some(last) = pieces.last_mut().filter(|last| last.what == What::Body) else { return };
    let words = last.span.of(text);
    let is_word = words.len() <= 40 && !words.contains(char::is_whitespace) && !ends_as_sentence(words);
    if n_lines >= 3 && is_word {
        last.what = What::Other(Furniture::Navigation);
    }
}

/// A teaser of this very story on its first line, up to «Читать далее»: the same words open the next line.
fn told_twice(text: &str, pieces: &mut Pieces) {
    let found = pieces.pieces.iter().take(4).position(|piece| {
        matches!(piece.what, What::Listed { kind: FurnitureKind::Related | FurnitureKind::Navigation, is_bare: true })
    });
    let Some(place) = found.filter(|&place| place > 0) else { return };
    let Some(next) = pieces.pieces.get(place + 1).map(|next| next.span.of(text)) else { return };
    let opening = next.get(..next.floor_char_boundary(60)).unwrap_or_default();
    let body = pieces.pieces[place - 1];
    let same_line = body.unit == pieces.pieces[place].unit && body.what == What::Body;
    if !same_line || opening.len() < 40 || body.span.len() > 4_000 {
        return;
    }
    let Some(at) = body.span.of(text).find(opening).filter(|&at| at > 0) else { return };
    let cut = body.span.start + at as u32;
    let kept = crate::units::trimmed(text, body.span.start as usize, cut as usize);
    pieces.pieces[place - 1].span = kept;
    let repeat = Piece { span: Span { start: cut, end: body.span.end }, what: What::Other(Furniture::Related), ..body };
    pieces.pieces.insert(place, repeat);
}
