//! Dated events: what was held, is planned, or was called off.

use onrecord_lang::Pack;
use onrecord_text::Text;

use crate::Findings;

/// Adds every event that has a date.
pub(crate) fn find(_text: &Text<'_>, _pack: &Pack, _findings: &mut Findings) {}
