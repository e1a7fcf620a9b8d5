//! Text without case and accents, so that “reintegracion” finds “Reintegración”.

use std::ops::Range;

use crate::locale::Locale;

/// A text of the dataset, with its letters folded for search: made once, searched with each keystroke.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text, as it stands in the dataset.
    pub original: &'static str,
    /// The text without case and accents.
    pub folded: String,
    /// For each byte of `folded`, the start of the character it comes from; then the length of the original. Empty
    /// where every byte has kept its place.
    origins: Vec<u32>,
}

impl Text {
    /// Folds a text, and keeps the way back, for marking what was found.
    #[must_use]
    pub fn new(original: &'static str, locale: &dyn Locale) -> Self {
        if original.is_ascii() {
            return Self { original, folded: original.to_ascii_lowercase(), origins: Vec::new() };
        }
        let mut text = Self { original, ..Self::default() };
        for (at, char) in original.char_indices() {
            fold_char(char, locale, &mut text.folded);
            text.origins.resize(text.folded.len(), place(at));
        }
        text.origins.push(place(original.len()));
        text
    }

    /// The original's bytes from which those of `folded` came, accents and all.
    #[must_use]
    pub fn origin(&self, folded: Range<usize>) -> Range<usize> {
        if self.origins.is_empty() {
            return folded;
        }
        let at = |index: usize| self.origins.get(index).copied().unwrap_or_default();
        let last = at(folded.end.saturating_sub(1));
        // The end is where the next letter begins: a combining mark goes with its letter, a syllable with its first part.
        let end = self.origins.iter().skip(folded.end).copied().find(|origin| *origin != last);
        at(folded.start) as usize..end.unwrap_or(last) as usize
    }
}

/// A place in a text; none in the dataset is near 4 GiB.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Folds what a reader typed.
#[must_use]
pub fn fold(text: &str, locale: &dyn Locale) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars() {
        fold_char(char, locale, &mut folded);
    }
    folded
}

fn fold_char(char: char, locale: &dyn Locale, folded: &mut String) {
    if char.is_ascii() {
        folded.push(char.to_ascii_lowercase());
        return;
    }
    let letters = locale.letters(char);
    let bare = letters.chars().filter(|char| !is_mark(*char));
    // A sigma at the end of a word is the same letter.
    folded.extend(bare.map(|char| if char == 'ς' { 'σ' } else { char }));
}

/// Combining marks of the Latin, Greek and Cyrillic scripts, Hebrew points and Arabic vowel signs.
fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}
