//! [`Locale`] outside the browser: for the no-script table and the tests.

use icu_locale_core::locale;
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_plurals::PluralRules;
use jiff::civil::Date;

use crate::locale::{ENGLISH, Locale, PluralCategory, Words};

/// English.
#[derive(Debug)]
pub struct NativeLocale {
    plural_rules: PluralRules,
}

impl NativeLocale {
    /// English.
    ///
    /// # Errors
    ///
    /// When the plural rules of English are not in ICU's data, which would be a broken build of it.
    pub fn english() -> Result<Self, icu_provider::DataError> {
        Ok(Self { plural_rules: PluralRules::try_new_cardinal(locale!("en").into())? })
    }
}

impl Locale for NativeLocale {
    fn words(&self) -> Words {
        Words(&ENGLISH)
    }

    fn plural_category(&self, number: usize) -> PluralCategory {
        match self.plural_rules.category_for(number) {
            icu_plurals::PluralCategory::Zero => PluralCategory::Zero,
            icu_plurals::PluralCategory::One => PluralCategory::One,
            icu_plurals::PluralCategory::Two => PluralCategory::Two,
            icu_plurals::PluralCategory::Few => PluralCategory::Few,
            icu_plurals::PluralCategory::Many => PluralCategory::Many,
            icu_plurals::PluralCategory::Other => PluralCategory::Other,
        }
    }

    fn number(&self, number: usize) -> String {
        number.to_string()
    }

    fn date(&self, iso: &str) -> String {
        let (day, format) = match iso.len() {
            4 => (format!("{iso}-01-01"), "%Y"),
            7 => (format!("{iso}-01"), "%B %Y"),
            _ => (iso.to_owned(), "%-d %B %Y"),
        };
        // What is no date was refused by the build script; it is shown as it stands.
        day.parse::<Date>().map_or_else(|_| iso.to_owned(), |day| day.strftime(format).to_string())
    }

    fn letters(&self, char: char) -> String {
        DecomposingNormalizerBorrowed::new_nfd().normalize_iter(char.to_lowercase()).collect()
    }

    fn is_letter_or_digit(&self, char: char) -> bool {
        char.is_alphanumeric()
    }
}
