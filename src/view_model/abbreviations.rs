//! Abbreviations, written out where a view uses them first.

use std::{borrow::Cow, cell::RefCell};

use crate::{dataset::Abbreviation, locale::Locale};

/// Which abbreviations a view has written out already.
#[derive(Debug, Default)]
pub(super) struct Abbreviations(RefCell<Vec<&'static str>>);

/// An abbreviation in a text, and where it ends there first.
pub(super) type Place = (usize, &'static Abbreviation);

impl Abbreviations {
    /// Those of the known ones that stand in a text by themselves, in its order.
    pub fn of(text: &str, known: &'static [Abbreviation], locale: &dyn Locale) -> Vec<Place> {
        let is_apart = |char: Option<char>| !char.is_some_and(|char| locale.is_letter_or_digit(char));
        let mut places: Vec<Place> = Vec::new();
        let mut before = None;
        for (start, char) in text.char_indices() {
            if char.is_ascii_uppercase() && is_apart(before) {
                let rest = text.get(start..).unwrap_or_default();
                let here = known
                    .iter()
                    .filter(|one| rest.strip_prefix(one.short).is_some_and(|after| is_apart(after.chars().next())));
                for one in here {
                    if places.iter().all(|(_, other)| other.short != one.short) {
                        places.push((start + one.short.len(), one));
                    }
                }
            }
            before = Some(char);
        }
        places
    }

    /// “CRPD” becomes “CRPD (Convention on the Rights of Persons with Disabilities)”, the first time. `places` are
    /// those [of](Self::of) the text.
    pub fn write_out(&self, text: &'static str, places: &[Place]) -> Cow<'static, str> {
        let mut seen = self.0.borrow_mut();
        let mut written = String::new();
        let mut rest = text;
        for (end, abbreviation) in places {
            // One that begins like another is written out as the one found first.
            let Some(at) = (rest.len() + end).checked_sub(text.len()) else { continue };
            if !seen.contains(&abbreviation.short) {
                seen.push(abbreviation.short);
                let (before, after) = rest.split_at(at);
                written.extend([before, " (", abbreviation.long, ")"]);
                rest = after;
            }
        }
        if written.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(written + rest) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::Abbreviations;
    use crate::{dataset::DATASET, native_locale::NativeLocale};

    const LONG: &str = "Convention on the Rights of Persons with Disabilities";

    fn write_out(seen: &Abbreviations, text: &'static str) -> String {
        seen.write_out(text, &Abbreviations::of(text, DATASET.abbreviations, &NativeLocale::english().unwrap()))
            .into_owned()
    }

    #[test]
    fn an_abbreviation_is_written_out_once() {
        let seen = Abbreviations::default();
        assert_eq!(write_out(&seen, "CRPD and CRPD"), format!("CRPD ({LONG}) and CRPD"));
        assert_eq!(write_out(&seen, "the CRPD"), "the CRPD");
    }

    #[test]
    fn a_part_of_a_word_is_no_abbreviation() {
        assert_eq!(write_out(&Abbreviations::default(), "UNICORNS, WHOSE, HIs"), "UNICORNS, WHOSE, HIs");
    }

    #[test]
    fn several_are_written_out_where_they_stand() {
        let written = write_out(&Abbreviations::default(), "UN, then CRPD (2006) of the UN");
        assert_eq!(written, format!("UN (United Nations), then CRPD ({LONG}) (2006) of the UN"));
    }
}
