//! Abbreviations, written out where a view uses them first.

use std::{borrow::Cow, cell::RefCell};

use crate::dataset::{Abbreviation, REFERENCE};

/// Which abbreviations a view has written out already.
#[derive(Debug, Default)]
pub(super) struct Abbreviations(RefCell<Vec<&'static str>>);

impl Abbreviations {
    /// Those that stand in a text, in its order.
    pub fn of(text: &str) -> Vec<&'static Abbreviation> {
        let known = REFERENCE.abbreviations.iter();
        let mut places: Vec<_> = known.filter_map(|one| Some((end_of_word(one.short, text)?, one))).collect();
        places.sort_by_cached_key(|(end, _)| *end);
        places.into_iter().map(|(_, abbreviation)| abbreviation).collect()
    }

    /// “CRPD” becomes “CRPD (Convention on the Rights of Persons with Disabilities)”, the first time. `abbreviations` are
    /// those [of](Self::of) the text.
    pub fn write_out(&self, text: &'static str, abbreviations: &[&'static Abbreviation]) -> Cow<'static, str> {
        let mut seen = self.0.borrow_mut();
        let mut written = Cow::Borrowed(text);
        let mut rest = text;
        for abbreviation in abbreviations {
            if seen.contains(&abbreviation.short) {
                continue;
            }
            let Some(end) = end_of_word(abbreviation.short, rest) else { continue };
            seen.push(abbreviation.short);
            let after = rest.split_at(end).1;
            let written = written.to_mut();
            written.truncate(written.len() - after.len());
            written.extend([" (", abbreviation.long, ")", after]);
            rest = after;
        }
        written
    }
}

/// Where a word ends in a text, if it stands there by itself.
fn end_of_word(word: &str, text: &str) -> Option<usize> {
    let is_apart = |char: Option<char>| !char.is_some_and(char::is_alphanumeric);
    text.match_indices(word).map(|(start, _)| (start, start + word.len())).find_map(|(start, end)| {
        let (before, after) = (text.get(..start)?, text.get(end..)?);
        (is_apart(before.chars().next_back()) && is_apart(after.chars().next())).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::Abbreviations;

    const LONG: &str = "Convention on the Rights of Persons with Disabilities";

    fn write_out(seen: &Abbreviations, text: &'static str) -> String {
        seen.write_out(text, &Abbreviations::of(text)).into_owned()
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
