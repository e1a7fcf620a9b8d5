//! Texts as files can hold them.

/// A text of one line, in which what no file of text or XML can hold stands as `U+FFFD`.
pub fn line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace(|char: char| char.is_control() || matches!(char, '\u{fffe}' | '\u{ffff}'), "\u{fffd}")
}
