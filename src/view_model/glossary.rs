use super::{answer::Context, command::Command};
use crate::{
    dataset::{Abbreviation, Term},
    query::At,
};

/// Words as the table uses them, and abbreviations in what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glossary {
    /// Each word with what leads to the provisions that define or use it.
    pub terms: Vec<(&'static Term, Vec<Command>)>,
    /// Abbreviations.
    pub abbreviations: &'static [Abbreviation],
}

pub(super) fn glossary(context: &Context) -> Glossary {
    let terms = context.grid.reference.glossary.iter().map(|term| {
        let places = term.provisions.iter().filter_map(|place| At::from_value(place, context.grid.dataset));
        let commands = places.filter_map(|at| {
            let At::Provision(instrument, provision) = at else { return None };
            let column = context.grid.columns.get(context.grid.column(instrument)?)?;
            let texts = column.provisions.iter().find(|texts| texts.provision.id == provision)?;
            Some(Command::to_provision(instrument, texts))
        });
        (term, commands.collect())
    });
    Glossary { terms: terms.collect(), abbreviations: context.grid.dataset.abbreviations }
}
