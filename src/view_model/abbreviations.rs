//! Abbreviations, written out where a view uses them first.

use std::cell::RefCell;

use crate::{
    dataset::{Abbreviation, REFERENCE},
    query::{Marked, Piece},
};

/// Which abbreviations a view has written out already.
#[derive(Debug, Default)]
pub(super) struct Abbreviations(RefCell<Vec<&'static str>>);

impl Abbreviations {
    /// “CRPD” becomes “CRPD (Convention on the Rights of Persons with Disabilities)”, the first time.
    pub fn write_out(&self, text: &str) -> String {
        let mut written = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((end, abbreviation)) = self.first(rest) {
            let (before, after) = rest.split_at(end);
            written.extend([before, " (", abbreviation.long, ")"]);
            rest = after;
        }
        written.push_str(rest);
        written
    }

    /// The same in a text in pieces.
    pub fn write_out_in(&self, marked: Marked) -> Marked {
        let mut written = Vec::with_capacity(marked.len());
        for Piece { text, mark } in marked {
            let mut rest = text;
            while let Some((end, abbreviation)) = self.first(rest) {
                let (before, after) = rest.split_at(end);
                written.push(Piece { text: before, mark });
                written.extend([" (", abbreviation.long, ")"].map(Piece::from));
                rest = after;
            }
            if !rest.is_empty() {
                written.push(Piece { text: rest, mark });
            }
        }
        written
    }

    /// Where the first one ends that was not written out yet; from now on it was.
    fn first(&self, text: &str) -> Option<(usize, &'static Abbreviation)> {
        let mut seen = self.0.borrow_mut();
        let new = REFERENCE.abbreviations.iter().filter(|abbreviation| !seen.contains(&abbreviation.short));
        let places = new.filter_map(|abbreviation| Some((end_of_word(abbreviation.short, text)?, abbreviation)));
        let first = places.min_by_key(|(end, _)| *end)?;
        seen.push(first.1.short);
        Some(first)
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
    use crate::query::{Mark, Piece};

    const LONG: &str = "Convention on the Rights of Persons with Disabilities";

    #[test]
    fn an_abbreviation_is_written_out_once() {
        let seen = Abbreviations::default();
        assert_eq!(seen.write_out("CRPD and CRPD"), format!("CRPD ({LONG}) and CRPD"));
        assert_eq!(seen.write_out("the CRPD"), "the CRPD");
    }

    #[test]
    fn a_part_of_a_word_is_no_abbreviation() {
        assert_eq!(Abbreviations::default().write_out("UNICORNS, WHOSE, HIs"), "UNICORNS, WHOSE, HIs");
    }

    #[test]
    fn several_are_written_out_where_they_stand() {
        let written = Abbreviations::default().write_out("UN, then CRPD (2006)");
        assert_eq!(written, format!("UN (United Nations), then CRPD ({LONG}) (2006)"));
    }

    #[test]
    fn marks_stay_on_what_was_marked() {
        let found = Piece { text: "CRPD", mark: Some(Mark::Found) };
        let written = Abbreviations::default().write_out_in(vec!["see ".into(), found, " here".into()]);
        let expected: Vec<Piece> = vec!["see ".into(), found, " (".into(), LONG.into(), ")".into(), " here".into()];
        assert_eq!(written, expected);
    }
}
