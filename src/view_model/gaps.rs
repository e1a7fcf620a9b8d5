//! Where an instrument is silent while others speak.

use super::{
    answer::Context,
    command::Command,
    page::{Line, Page, Section},
};
use crate::{dataset::Extent, locale::fill};

pub(super) fn gaps(context: &Context, columns: &[usize]) -> Page {
    let words = context.locale.words();
    let sections = columns.iter().filter_map(|at| {
        let instrument = context.grid.columns.get(*at)?.instrument;
        let lines = context.grid.rows.iter().enumerate().filter_map(|(place, row)| {
            let cell = row.cells.get(*at)?;
            let silence = cell
                .silence
                .filter(|_| cell.unit.is_some_and(|unit| context.selection.shows(context.grid, unit, place)))?;
            let others = columns.iter().filter(|other| *other != at);
            let speak = others.filter(|other| row.cells.get(**other).is_some_and(|cell| !cell.provisions.is_empty()));
            let names: Vec<_> =
                speak.filter_map(|other| Some(context.grid.columns.get(*other)?.instrument.name)).collect();
            if names.is_empty() {
                return None;
            }
            let template =
                if silence.extent == Extent::Silent { words.others_speak } else { words.others_speak_partial };
            Some(Line {
                command: Command::to_cell(instrument.id, row.topic),
                text: fill(template, &[("names", &names.join(words.list_separator))]),
            })
        });
        let section = Section {
            id: instrument.id,
            title: instrument.short_title.to_owned(),
            description: context.description(instrument),
            lines: lines.collect(),
            ..Section::default()
        };
        (!section.lines.is_empty()).then_some(section)
    });
    Page { title: words.view_gaps.to_owned(), lead: words.gaps_lead.to_owned(), sections: sections.collect() }
}
