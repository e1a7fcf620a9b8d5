//! What depends on the language: the words of the interface, plurals, numbers, dates, letters.
//!
//! The browser does it with `Intl` ([`intl`](crate::intl)); natively, for the no-script table and the tests,
//! `native_locale` does it with crates that would be too heavy for the widget.

use std::{ops::Deref, sync::LazyLock};

use vat_content::packed::from_packed;
pub use vat_content::strings::{Plural, PluralCategory, Strings};

/// The interface in English.
pub static ENGLISH: LazyLock<Strings> = LazyLock::new(|| from_packed(include_str!(concat!(env!("OUT_DIR"), "/en"))));

/// The words of the interface, cheap to hand on and to compare.
#[derive(Debug, Clone, Copy)]
pub struct Words(pub &'static Strings);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Words {}

impl Deref for Words {
    type Target = Strings;

    fn deref(&self) -> &Strings {
        self.0
    }
}

/// What a language does with numbers, dates and letters.
pub trait Locale {
    /// The words of the interface.
    fn words(&self) -> Words;

    /// The plural category of a whole number.
    fn plural_category(&self, number: usize) -> PluralCategory;

    /// A whole number in the digits and grouping of the language.
    fn number(&self, number: usize) -> String;

    /// A date (`2008`, `2015-09` or `1997-09-18`) written out.
    fn date(&self, iso: &str) -> String;

    /// A character in lower case, then decomposed (NFD): its letters, each followed by its marks.
    fn letters(&self, char: char) -> String;

    /// The character is a letter or a digit of any script.
    fn is_letter_or_digit(&self, char: char) -> bool;

    /// The sentence for a number, with `{count}` filled in.
    fn count(&self, plural: &Plural, number: usize) -> String {
        fill(plural.get(self.plural_category(number)), &[("count", &self.number(number))])
    }

    /// The sentence for a number of all that there are, with `{count}` and `{all}` filled in.
    fn count_of_all(&self, plural: &Plural, count: usize, all: usize) -> String {
        let values = [("count", &*self.number(count)), ("all", &*self.number(all))];
        fill(plural.get(self.plural_category(all)), &values)
    }
}

/// Puts values in the place of `{name}`.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        filled.push_str(before);
        // A value is never looked through for further names.
        filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn fills_in_values_but_not_what_stands_in_them() {
        assert_eq!(fill("{a} of {b}", &[("a", "1"), ("b", "{a}")]), "1 of {a}");
        assert_eq!(fill("no name", &[]), "no name");
        assert_eq!(fill("open {a", &[("a", "1")]), "open {a");
    }
}
