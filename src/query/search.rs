//! Words in any order, without case and accents.

use std::ops::Range;

use super::fold::{fold, fold_with_origins};
use crate::locale::Locale;

/// What stands in the search box, ready to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
}

/// A piece of a text, found or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The piece, as it stands in the dataset.
    pub text: &'static str,
    /// It is one of the words searched for.
    pub found: bool,
}

/// A text in pieces, of which some were searched for.
pub type Marked = Vec<Piece>;

impl Search {
    /// Reads what was typed; a text without letters and digits searches for nothing.
    #[must_use]
    pub fn new(typed: &str, locale: &dyn Locale) -> Self {
        let folded = fold(typed, locale);
        let says_something = |word: &&str| {
            word.chars().any(|char| {
                // Most are answered without asking the browser.
                char.is_ascii_alphanumeric() || (!char.is_ascii() && locale.is_letter_or_digit(char))
            })
        };
        let words = folded.split_whitespace().filter(says_something);
        Self { words: words.map(str::to_owned).collect() }
    }

    /// Nothing is searched for: everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Every word stands in one of the folded texts.
    #[must_use]
    pub fn matches(&self, folded: &[&str]) -> bool {
        self.words.iter().all(|word| folded.iter().any(|text| text.contains(word.as_str())))
    }

    /// The text in pieces, the found words apart.
    #[must_use]
    pub fn mark(&self, text: &'static str, locale: &dyn Locale) -> Marked {
        if self.is_empty() {
            return vec![Piece { text, found: false }];
        }
        let folded = fold_with_origins(text, locale);
        let mut pieces = Vec::new();
        let mut done = 0;
        for found in self.found(&folded.text) {
            let found = folded.origin(found);
            push(&mut pieces, text, done..found.start, false);
            push(&mut pieces, text, found.clone(), true);
            done = found.end;
        }
        push(&mut pieces, text, done..text.len(), false);
        pieces
    }

    /// Where any of the words stands in a folded text, from left to right; what overlaps or touches is one.
    fn found(&self, folded: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for (start, _) in folded.char_indices() {
            let rest = folded.get(start..).unwrap_or_default();
            let longest = self.words.iter().filter(|word| rest.starts_with(word.as_str())).map(String::len).max();
            let Some(length) = longest else { continue };
            match found.last_mut() {
                Some(last) if start <= last.end => last.end = last.end.max(start + length),
                _ => found.push(start..start + length),
            }
        }
        found
    }
}

fn push(pieces: &mut Marked, text: &'static str, range: Range<usize>, found: bool) {
    if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
        pieces.push(Piece { text, found });
    }
}
