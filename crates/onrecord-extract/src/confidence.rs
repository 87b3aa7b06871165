//! How likely a statement is one, with the right speaker: the product of what its shape and its speaker tell.
//!
//! The figures are shares of right statements on the development gold, drawn towards the middle where few were counted.
//! `cargo xtask report` shows how they hold: of what has 0.8 or more, at most one in fifty may have a wrong speaker.

use onrecord_model::SpeakerForm;

use crate::FoundSpeaker;
use crate::statements::Shape;

/// The confidence of a statement, 0 to 1.
pub(crate) fn of(shape: Shape, speaker: &FoundSpeaker) -> f32 {
    of_shape(shape) * of_speaker(speaker)
}

/// The share of statements of a shape that are statements at all.
fn of_shape(shape: Shape) -> f32 {
    match shape {
        Shape::QuoteBefore | Shape::QuoteSplit | Shape::ColonQuote | Shape::QuoteAfter | Shape::Transcript => 0.98,
        Shape::That | Shape::SourcePhrase => 0.97,
        Shape::Aside | Shape::Headline | Shape::ColonText | Shape::Whether => 0.92,
        Shape::Bare | Shape::Called | Shape::Object => 0.86,
        Shape::Infinitive | Shape::Noun | Shape::PointsBack | Shape::Preposition => 0.8,
        Shape::LooseQuote | Shape::Rumour => 0.7,
        Shape::Topic => 0.6,
    }
}

/// The share of speakers that are right: somebody the article names, before words that only describe.
fn of_speaker(speaker: &FoundSpeaker) -> f32 {
    let known = !speaker.entities.is_empty();
    match speaker.form {
        SpeakerForm::NamedRole => 0.98,
        SpeakerForm::Named if known => 0.97,
        SpeakerForm::Collective | SpeakerForm::Description | SpeakerForm::Metonym if known => 0.94,
        SpeakerForm::Pronoun if known => of_pronoun(speaker),
        SpeakerForm::Unnamed => 0.9,
        SpeakerForm::Document if known => 0.85,
        SpeakerForm::Collective | SpeakerForm::Named => 0.8,
        SpeakerForm::Document | SpeakerForm::Metonym => 0.7,
        SpeakerForm::Description => 0.65,
        SpeakerForm::Pronoun | SpeakerForm::None if known => 0.75,
        SpeakerForm::Pronoun | SpeakerForm::None => 0.5,
    }
}

/// A pronoun is as sure as its best candidate is ahead of the next.
fn of_pronoun(speaker: &FoundSpeaker) -> f32 {
    match speaker.candidates.as_slice() {
        [_] => 0.95,
        [best, second, ..] => (0.6 + 0.2 * (best.score - second.score)).clamp(0.6, 0.95),
        [] => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speakers::nobody;

    fn speaker(form: SpeakerForm, entities: &[usize]) -> FoundSpeaker {
        FoundSpeaker { form, entities: entities.to_vec(), name: Some("X".to_owned()), ..nobody() }
    }

    #[test]
    fn a_name_is_surer_than_a_description_and_that_surer_than_nobody() {
        let of = |form, entities: &[usize]| of(Shape::That, &speaker(form, entities));
        assert!(of(SpeakerForm::Named, &[0]) > of(SpeakerForm::Description, &[0]));
        assert!(of(SpeakerForm::Description, &[0]) > of(SpeakerForm::Description, &[]));
        assert!(of(SpeakerForm::Description, &[]) > of(SpeakerForm::None, &[]));
    }

    #[test]
    fn every_confidence_is_a_share() {
        for shape in [Shape::That, Shape::Topic, Shape::LooseQuote, Shape::Noun] {
            let confidence = of(shape, &speaker(SpeakerForm::NamedRole, &[0]));
            assert!((0.0..=1.0).contains(&confidence));
        }
    }
}
