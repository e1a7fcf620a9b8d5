//! One instrument: its facts, its relatives, and all it says, from its first article to its last.

use super::{
    about,
    answer::{Cell, Context},
    command::Command,
    page::{Line, Page, Section},
    publications,
};
use crate::query::InstrumentId;

/// The page of an instrument; an empty one where the dataset has none of that id.
pub(super) fn instrument(context: &Context, id: InstrumentId) -> Page {
    known(context, id).unwrap_or_default()
}

fn known(context: &Context, id: InstrumentId) -> Option<Page> {
    let grid = context.grid;
    let words = context.locale.words();
    let at = grid.column(id)?;
    let column = grid.columns.get(at)?;
    let instrument = column.instrument;

    let relatives = grid.dataset.instruments.iter().filter_map(|other| {
        let (is_parent, is_child) = (instrument.parent == Some(other.id), other.parent == Some(id));
        let is_sibling = other.id != id && instrument.parent.is_some() && other.parent == instrument.parent;
        let what = match () {
            () if is_parent => words.parent,
            () if is_child => words.stands_under_it,
            () if is_sibling && other.year() > instrument.year() => words.successor,
            () if is_sibling => words.predecessor,
            () => return None,
        };
        Some(Line { command: Command::to_instrument(other), text: what.to_owned() })
    });
    let provisions = column
        .provisions
        .iter()
        .enumerate()
        .filter(|(place, _)| context.selection.rows(column.first_unit + place) != 0);
    let all =
        Cell { provisions: provisions.map(|(_, texts)| context.provision(column, texts)).collect(), ..Cell::default() };
    let silences = grid.rows.iter().filter_map(|row| {
        let silence = row.cells.get(at)?.silence?;
        Some(Line { command: Command::to_cell(id, row.topic), text: words.extent(silence.extent).to_owned() })
    });
    let mut sections = vec![
        Section {
            id: "facts",
            title: words.facts.to_owned(),
            cite: Some(id.to_owned()),
            facts: about::facts(grid.dataset, instrument, context.locale),
            lines: relatives.collect(),
            ..Section::default()
        },
        Section {
            id: "provisions",
            title: context.locale.count(&words.count_provisions, all.provisions.len()),
            cell: Some(all),
            ..Section::default()
        },
        Section { id: "silences", title: words.silences.to_owned(), lines: silences.collect(), ..Section::default() },
    ];
    let beside = publications::sections(context).filter(|(about, _)| about.contains(&id));
    sections.extend(beside.map(|(_, section)| section));
    sections.retain(|section| !section.is_empty());
    Some(Page { title: instrument.short_title.to_owned(), lead: context.description(instrument), sections })
}
