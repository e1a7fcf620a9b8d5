//! Words in any order, without case and accents.

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
        let mut words: Vec<_> = fold(typed, locale).split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words.dedup();
        Self { words }
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
        let whole = vec![Piece { text, found: false }];
        if self.words.is_empty() {
            return whole;
        }
        let folded = fold_with_origins(text, locale);
        let mut found: Vec<_> = self
            .words
            .iter()
            .flat_map(|word| folded.text.match_indices(word.as_str()))
            .map(|(start, word)| folded.origin(start, start + word.len()))
            .collect();
        if found.is_empty() {
            return whole;
        }
        found.sort_unstable_by_key(|range| (range.start, range.end));

        let mut pieces = Vec::new();
        let mut push = |range: std::ops::Range<usize>, found| {
            if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
                pieces.push(Piece { text, found });
            }
        };
        let mut done = 0;
        for range in merged(found) {
            push(done..range.start, false);
            done = range.end;
            push(range, true);
        }
        push(done..text.len(), false);
        pieces
    }
}

/// Sorted ranges, those that overlap or touch made one.
fn merged(sorted: Vec<std::ops::Range<usize>>) -> Vec<std::ops::Range<usize>> {
    let mut merged: Vec<std::ops::Range<usize>> = Vec::new();
    for range in sorted {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
