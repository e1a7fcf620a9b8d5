//! Beginnings of words in any order, and exact phrases in quotation marks, without case and accents.

use std::ops::Range;

use super::fold::{Folded, fold};
use crate::locale::Locale;

/// What stands in the search box, ready to match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    terms: Vec<Term>,
}

/// A beginning of a word, or an exact phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    folded: String,
    /// It stands in quotation marks: its end is the end of a word, too.
    exact: bool,
}

impl Search {
    /// Reads what was typed; a text without letters and digits searches for nothing.
    #[must_use]
    pub fn new(typed: &str, locale: &dyn Locale) -> Self {
        let says_something = |text: &str| text.chars().any(|char| locale.is_letter_or_digit(char));
        let mut terms = Vec::new();
        // Every other piece stands in quotation marks.
        let mut pieces = typed.split(is_quotation_mark);
        let mut quoted = false;
        while let Some(piece) = pieces.next() {
            let folded = fold(piece, locale);
            let words = folded.split_whitespace();
            if quoted {
                // The last may still be waiting for its end.
                let exact = pieces.clone().next().is_some();
                terms.push(Term { folded: words.collect::<Vec<_>>().join(" "), exact });
            } else {
                terms.extend(words.map(|word| Term { folded: word.to_owned(), exact: false }));
            }
            quoted = !quoted;
        }
        let mut different: Vec<Term> = Vec::new();
        for term in terms.into_iter().filter(|term| says_something(&term.folded)) {
            // What is said again is not looked for again, however long a text was pasted.
            if !different.contains(&term) {
                different.push(term);
            }
        }
        Self { terms: different }
    }

    /// Nothing is searched for: everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Every term stands in one of the folded texts.
    #[must_use]
    pub fn matches<'a>(&self, folded: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.terms.iter().all(|term| folded.clone().any(|text| term.stands_in(text)))
    }

    /// What must stand in a text, each by itself.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter()
    }

    /// Where any of the terms stands in a text, from left to right, as bytes; what overlaps or touches is one.
    #[must_use]
    pub fn found(&self, text: &str, locale: &dyn Locale) -> Vec<Range<usize>> {
        let folded = Folded::new(text, locale);
        let mut places: Vec<_> = self.terms.iter().flat_map(|term| term.places(&folded.text)).collect();
        places.sort_by_cached_key(|place| place.start);
        let mut found: Vec<Range<usize>> = Vec::new();
        for place in places {
            match found.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => found.push(place),
            }
        }
        found.into_iter().map(|place| folded.origin(place)).collect()
    }
}

impl Term {
    /// It stands in a folded text.
    #[must_use]
    pub fn stands_in(&self, folded: &str) -> bool {
        self.places(folded).next().is_some()
    }

    /// Where it stands in a folded text: at the beginning of a word, for “art” is not looked for in “part”.
    fn places<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        folded.match_indices(self.folded.as_str()).map(|(start, found)| start..start + found.len()).filter(|place| {
            let goes_on = |one: Option<u8>, next: Option<u8>| {
                matches!((one, next), (Some(one), Some(next)) if is_word_byte(one) && is_word_byte(next))
            };
            let bytes = folded.as_bytes();
            let byte = |at: usize| bytes.get(at).copied();
            let begins = !goes_on(place.start.checked_sub(1).and_then(byte), byte(place.start));
            begins && !(self.exact && goes_on(byte(place.end - 1), byte(place.end)))
        })
    }
}

/// A letter or digit of the scripts that put spaces between words and have no accents left; of all others, every
/// letter may begin a word.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn is_quotation_mark(char: char) -> bool {
    matches!(char, '"' | '“' | '”' | '„' | '«' | '»')
}
