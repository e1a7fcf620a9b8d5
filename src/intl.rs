//! [`Locale`] by the browser's own `Intl`: no language data in the wasm.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl as JsIntl, JsString, Object, Reflect, RegExp};
use wasm_bindgen::JsValue;

use crate::locale::{ENGLISH, Locale, PluralCategory, Words};

/// A table counts in thousands of places, mostly one and two: for numbers below this the browser is asked once.
const MOST_KNOWN: usize = 32;

/// English, by the browser.
pub struct Intl {
    words: Words,
    plural_rules: JsIntl::PluralRules,
    /// Every choice has a number: made once, a formatter is quick.
    number_format: Function,
    letter_or_digit: RegExp,
    /// Small numbers as written, and their categories.
    numbers: RefCell<Vec<(usize, String)>>,
    plurals: RefCell<Vec<(usize, PluralCategory)>>,
    /// Dates as given and as written out. A dataset has a dozen, each asked for with every cell and keystroke, and the
    /// browser makes a new formatter each time.
    dates: RefCell<Vec<(String, String)>>,
}

impl Intl {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        let words = Words(&ENGLISH);
        let languages = Array::of1(&words.lang.into());
        Self {
            words,
            plural_rules: JsIntl::PluralRules::new(&languages, &Object::new()),
            number_format: JsIntl::NumberFormat::new(&languages, &Object::new()).format(),
            letter_or_digit: RegExp::new(r"[\p{L}\p{N}]", "u"),
            numbers: RefCell::default(),
            plurals: RefCell::default(),
            dates: RefCell::default(),
        }
    }
}

impl Locale for Intl {
    fn words(&self) -> Words {
        self.words
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a table are far below 2^53")]
    fn plural_category(&self, number: usize) -> PluralCategory {
        known(&self.plurals, number, || match String::from(self.plural_rules.select(number as f64)).as_str() {
            "zero" => PluralCategory::Zero,
            "one" => PluralCategory::One,
            "two" => PluralCategory::Two,
            "few" => PluralCategory::Few,
            "many" => PluralCategory::Many,
            _ => PluralCategory::Other,
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a table are far below 2^53")]
    fn number(&self, number: usize) -> String {
        known(&self.numbers, number, || {
            let written = self.number_format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number as f64));
            // It throws for no number.
            written.ok().and_then(|written| written.as_string()).unwrap_or_default()
        })
    }

    fn date(&self, iso: &str) -> String {
        let known = self.dates.borrow().iter().find(|(date, _)| date == iso).map(|(_, written)| written.clone());
        known.unwrap_or_else(|| {
            let written = self.write_date(iso);
            self.dates.borrow_mut().push((iso.to_owned(), written.clone()));
            written
        })
    }

    fn letters(&self, char: char) -> String {
        JsString::from(String::from(char)).to_lower_case().normalize("NFD").into()
    }

    fn is_letter_or_digit(&self, char: char) -> bool {
        // Most are answered without asking the browser.
        if char.is_ascii() { char.is_ascii_alphanumeric() } else { self.letter_or_digit.test(&String::from(char)) }
    }
}

/// What the browser answers for a number, or has answered.
fn known<T: Clone>(answers: &RefCell<Vec<(usize, T)>>, number: usize, ask: impl FnOnce() -> T) -> T {
    if let Some((_, answer)) = answers.borrow().iter().find(|(known, _)| *known == number) {
        return answer.clone();
    }
    let answer = ask();
    if number < MOST_KNOWN {
        answers.borrow_mut().push((number, answer.clone()));
    }
    answer
}

impl Intl {
    fn write_date(&self, iso: &str) -> String {
        let fields: &[&str] = match iso.len() {
            4 => &["year"],
            7 => &["year", "month"],
            _ => &["year", "month", "day"],
        };
        let options = Object::new();
        let set = |field: &str, value: &str| {
            // Setting a field of a fresh object cannot fail.
            let _ = Reflect::set(&options, &field.into(), &value.into());
        };
        // A date without time is midnight in Greenwich, the day before in America.
        set("timeZone", "UTC");
        for field in fields {
            set(field, if *field == "month" { "long" } else { "numeric" });
        }
        // British order, as the dataset and the no-script table write it: 24 November 2026.
        let lang = if self.words.lang == "en" { "en-GB" } else { self.words.lang };
        Date::new(&JsValue::from_str(iso)).to_locale_date_string(lang, &options).into()
    }
}
