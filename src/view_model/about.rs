use super::answer::Context;
use crate::{
    dataset::{Dataset, Fact, Instrument},
    locale::{Locale, fill},
    query::View,
};

/// The facts of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutInstrument {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// Its facts, in reading order.
    pub facts: Vec<StatedFact>,
}

/// A fact with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedFact {
    /// What it is about.
    pub label: &'static str,
    /// The fact.
    pub text: String,
    /// Where it was seen: addresses or works in words.
    pub sources: &'static [&'static str],
    /// A reservation.
    pub note: Option<&'static str>,
}

impl StatedFact {
    /// A fact without a source of its own.
    pub(super) fn plain(label: &'static str, text: impl Into<String>) -> Self {
        Self { label, text: text.into(), sources: &[], note: None }
    }
}

/// The facts of the columns; of no table, none.
pub(super) fn about(context: &Context, columns: &[usize]) -> Vec<AboutInstrument> {
    let facts = |instrument| facts(context.grid.dataset, instrument, context.locale);
    shown(context, columns).map(|instrument| AboutInstrument { instrument, facts: facts(instrument) }).collect()
}

/// They are the facts of these columns.
pub(super) fn is_of(about: &[AboutInstrument], context: &Context, columns: &[usize]) -> bool {
    about.iter().map(|about| about.instrument.id).eq(shown(context, columns).map(|instrument| instrument.id))
}

fn shown(context: &Context, columns: &[usize]) -> impl Iterator<Item = &'static Instrument> {
    let is_table = context.query.view.is_table() || context.query.view == View::Differences;
    columns.iter().filter(move |_| is_table).filter_map(|at| Some(context.grid.columns.get(*at)?.instrument))
}

/// The facts of an instrument, in reading order.
pub(super) fn facts(dataset: &Dataset, instrument: &'static Instrument, locale: &dyn Locale) -> Vec<StatedFact> {
    let words = locale.words();
    let binding = words.bindingness(instrument.binding);
    let mut facts = vec![
        StatedFact::plain(words.full_title, instrument.full_title),
        StatedFact::plain(words.kind, [words.kind_name(instrument.kind), binding].join(words.list_separator)),
    ];
    if !instrument.also_known_as.is_empty() {
        facts.push(StatedFact::plain(words.also_known_as, instrument.also_known_as.join(words.list_separator)));
    }
    if let Some(parent) = instrument.parent {
        let known = dataset.instrument(parent);
        facts.push(StatedFact::plain(words.parent, known.map_or(parent, |known| known.short_title)));
    }
    let stated = [
        (words.adopted, instrument.adopted),
        (words.opened_for_signature, instrument.opened_for_signature),
        (words.entry_into_force, instrument.entry_into_force),
        (words.period, instrument.period),
        (words.parties, instrument.parties),
        (words.depositary, instrument.depositary),
        (words.languages, instrument.languages),
        (words.registration, instrument.registration),
        (words.address, instrument.address),
    ];
    let further = instrument.further_facts.iter().map(|further| (further.about, Some(further.fact)));
    for (label, fact) in stated.into_iter().chain(further) {
        let Some(fact) = fact else { continue };
        let as_of = fact.date.filter(|_| label == words.parties).map(|date| as_of(&fact, date, locale));
        facts.push(StatedFact {
            label,
            text: as_of.unwrap_or_else(|| fact.text.to_owned()),
            sources: fact.sources,
            note: fact.note,
        });
    }
    if let Some(note) = instrument.note {
        facts.push(StatedFact::plain(words.note, note));
    }
    facts
}

/// A number with the date it was seen for.
fn as_of(fact: &Fact, date: &str, locale: &dyn Locale) -> String {
    let words = locale.words();
    [fact.text, &fill(words.as_of, &[("date", &locale.date(date))])].join(words.list_separator)
}
