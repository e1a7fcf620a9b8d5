//! What a field may hold, whatever it is read from. Each rule says what is wrong, where something is.

use fluent_uri::Iri;
use jiff::civil::Date;

use crate::dataset::{DutyBearer, Force, InstrumentKind, Years};

/// Quotations stay short: a sentence of treaty text, no more.
const LONGEST_QUOTATION_WORDS: usize = 60;
/// A topic that needs more words than these is two topics.
const MOST_OTHER_WORDS: usize = 5;

pub(crate) fn text(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some("is empty");
    }
    text.contains(char::is_control).then_some("holds a control character")
}

pub(crate) fn id(id: &str) -> Option<String> {
    let fit = id.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-');
    (!fit).then(|| format!("“{id}” has other signs than a–z, 0–9 and -"))
}

/// A year, month or day, ISO 8601, that exists.
pub(crate) fn date(text: &str) -> Option<String> {
    let is_date = match text.split('-').collect::<Vec<_>>().as_slice() {
        [year] => is_day(year, "01", "01"),
        [year, month] => is_day(year, month, "01"),
        [year, month, day] => is_day(year, month, day),
        _ => false,
    };
    (!is_date).then(|| format!("“{text}” is no date; write 2015, 2015-09 or 2015-09-11"))
}

/// Its fields are told apart above: what parses dates is most of jiff, and weighs in the wasm.
fn is_day(year: &str, month: &str, day: &str) -> bool {
    let all_digits = [(year, 4), (month, 2), (day, 2)].iter().all(|(field, digits)| is_number(field, *digits));
    let (year, month, day) = (year.parse(), month.parse(), day.parse());
    all_digits && matches!((year, month, day), (Ok(year), Ok(month), Ok(day)) if Date::new(year, month, day).is_ok())
}

fn is_number(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year of four digits.
pub(crate) fn year(text: &str) -> Option<String> {
    (!is_number(text, 4)).then(|| format!("“{text}” is no year; write four digits"))
}

pub(crate) fn years(Years { from, until }: Years) -> Option<String> {
    (from > until).then(|| format!("“{until}” is before “{from}”; write the last year of the period"))
}

/// An address or a work in words.
pub(crate) fn source(source: &str) -> Option<String> {
    if !looks_like_address(source) {
        let is_work = source.split_whitespace().nth(1).is_some();
        return (!is_work).then(|| format!("“{source}” is neither an address nor a work in words"));
    }
    let is_address = Iri::parse(source).is_ok_and(|address| {
        matches!(address.scheme().as_str(), "http" | "https")
            && address.authority().is_some_and(|authority| authority.host().contains('.'))
    });
    (!is_address).then(|| format!("“{source}” is no web address; write https://… in full"))
}

/// A text that begins like an address (`www.`, or a scheme and something right after it) is none of a work in words.
fn looks_like_address(source: &str) -> bool {
    let scheme_and_rest = source
        .split_once(':')
        .filter(|(scheme, rest)| !scheme.contains(char::is_whitespace) && !rest.starts_with(char::is_whitespace));
    source.starts_with("www.") || scheme_and_rest.is_some()
}

pub(crate) fn other_words(words: &[&str]) -> Option<String> {
    let many = words.len() > MOST_OTHER_WORDS;
    many.then(|| format!("has {} words; at most {MOST_OTHER_WORDS} are allowed", words.len()))
}

pub(crate) fn quotation(words: &str) -> Option<String> {
    let words = words.split_whitespace().count();
    let long = words > LONGEST_QUOTATION_WORDS;
    long.then(|| format!("quotes {words} words; at most {LONGEST_QUOTATION_WORDS} are allowed"))
}

pub(crate) fn binding(kind: InstrumentKind, binding: bool) -> Option<&'static str> {
    let binds = matches!(kind, InstrumentKind::Treaty | InstrumentKind::Protocol);
    (binding != binds).then_some("a treaty or protocol binds, an action plan or declaration does not")
}

pub(crate) fn force(force: Force, binding: bool) -> Option<&'static str> {
    match force {
        Force::Obligation | Force::QualifiedObligation if !binding => {
            Some("only a binding instrument lays down an obligation")
        }
        Force::PoliticalCommitment if binding => {
            Some("a binding instrument lays down obligations, not political commitments")
        }
        _ => None,
    }
}

pub(crate) fn duty_bearer(force: Force, bearer: DutyBearer) -> Option<&'static str> {
    let is_no_duty = matches!(force, Force::Preambular | Force::Definition);
    let fits = is_no_duty == (bearer == DutyBearer::Nobody);
    (!fits).then_some("is nobody where the force is preambular or definition, and only there")
}

/// A name with a space or bracket is that of an instrument outside the dataset.
pub(crate) fn parent(parent: &str, is_instrument: impl Fn(&str) -> bool) -> Option<String> {
    let fits = parent.contains(' ') || is_instrument(parent);
    (!fits).then(|| format!("“{parent}” is the id of no instrument here; write the name of another in full"))
}

/// “no such …”, with the nearest known name or all of them.
pub(crate) fn unknown(name: &str, known: &[&str]) -> String {
    let nearest =
        known.iter().map(|known| (strsim::jaro_winkler(name, known), known)).max_by(|a, b| a.0.total_cmp(&b.0));
    match nearest {
        Some((likeness, nearest)) if likeness > 0.85 => format!("“{name}” is unknown; did you mean “{nearest}”?"),
        _ => format!("“{name}” is unknown; known are {}", known.join(", ")),
    }
}
