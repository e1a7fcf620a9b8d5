//! Text without case and accents, so that “reintegracion” finds “Reintegración”.

use std::ops::Range;

use crate::locale::Locale;

/// A text without case and accents, and the way back, for marking what was found.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The text without case and accents.
    pub text: String,
    /// For each byte of `text`, the start of the character it comes from; then the length of the original. Empty where
    /// every byte has kept its place.
    origins: Vec<usize>,
}

impl Folded {
    pub fn new(original: &str, locale: &dyn Locale) -> Self {
        let mut folded = Self::default();
        if original.is_ascii() {
            folded.text = original.to_ascii_lowercase();
            return folded;
        }
        for (at, char) in original.char_indices() {
            fold_char(char, locale, &mut folded.text);
            folded.origins.resize(folded.text.len(), at);
        }
        folded.origins.push(original.len());
        folded
    }

    /// The original's bytes from which those of `text` came, accents and all.
    pub fn origin(&self, folded: Range<usize>) -> Range<usize> {
        if self.origins.is_empty() {
            return folded;
        }
        let at = |index: usize| self.origins.get(index).copied().unwrap_or_default();
        let last = at(folded.end.saturating_sub(1));
        // The end is where the next letter begins: a combining mark goes with its letter, a syllable with its first part.
        let end = self.origins.iter().skip(folded.end).copied().find(|origin| *origin != last);
        at(folded.start)..end.unwrap_or(last)
    }
}

/// A text without case and accents.
#[must_use]
pub fn fold(text: &str, locale: &dyn Locale) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
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
