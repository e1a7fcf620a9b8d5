use super::{answer::Context, command::Command};
use crate::{
    dataset::{Abbreviation, REFERENCE, Term},
    query::{Action, At},
};

/// Words as the table uses them, and abbreviations in what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// Each word with what leads to the provisions that define or use it.
    pub terms: Vec<(&'static Term, Vec<Command>)>,
    /// Abbreviations.
    pub abbreviations: &'static [Abbreviation],
}

pub(super) fn glossary(context: &Context) -> Glossary {
    let terms = REFERENCE.glossary.iter().map(|term| {
        let places = term.provisions.iter().filter_map(|place| At::from_value(place, context.grid.dataset));
        let commands = places.filter_map(|at| {
            let At::Provision(instrument, provision) = at else { return None };
            let instrument = context.grid.dataset.instrument(instrument)?;
            let label = [instrument.provision(provision)?.pinpoint, instrument.name];
            Some(Command::new(label.join(context.locale.words().list_separator), Action::GoTo(Some(at))))
        });
        (term, commands.collect())
    });
    Glossary { terms: terms.collect(), abbreviations: REFERENCE.abbreviations }
}
