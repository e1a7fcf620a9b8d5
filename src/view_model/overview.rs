//! How much is said where, on one screen; and when the instruments stood.

use super::{answer::Context, command::Command};
use crate::{
    dataset::{Extent, Force, Instrument, Status},
    query::{Action, At},
};

/// A map of the answers, and a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// What the map shows.
    pub caption: String,
    /// Its columns, topics: key and title.
    pub topics: Vec<(&'static str, &'static str)>,
    /// Its rows, instruments.
    pub rows: Vec<MapRow>,
    /// What the timeline shows.
    pub timeline_caption: String,
    /// The years it begins and ends with.
    pub years: (u16, u16),
    /// One an instrument, the oldest first.
    pub periods: Vec<Period>,
}

/// An instrument in the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// Id, for keys.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// One a topic.
    pub cells: Vec<MapCell>,
}

/// An answer in the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapCell {
    /// The strongest force with which the instrument speaks.
    pub force: Option<Force>,
    /// It is silent.
    pub silence: Option<Extent>,
    /// The filters leave it out.
    pub faint: bool,
    /// Says it all, and leads to the cell of the table.
    pub command: Command,
}

/// An instrument in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Id, for keys.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The first year, and the last where it has ended or is to end.
    pub years: (u16, Option<u16>),
    /// The same in words.
    pub text: String,
}

pub(super) fn overview(context: &Context, columns: &[usize]) -> Overview {
    let words = context.locale.words();
    let dataset = context.grid.dataset;
    let rows = columns.iter().filter_map(|at| context.grid.columns.get(*at).map(|column| (*at, column.instrument)));
    let instruments: Vec<_> = rows.clone().map(|(_, instrument)| instrument).collect();
    let rows = rows.map(|(at, instrument)| MapRow {
        id: instrument.id,
        name: instrument.name,
        cells: (0..context.grid.rows.len()).filter_map(|row| map_cell(context, row, at, instrument)).collect(),
    });
    let mut periods: Vec<_> = instruments.iter().filter_map(|instrument| period(context, instrument)).collect();
    periods.sort_by_cached_key(|period| usize::from(period.years.0));
    let this_year = year(dataset.date).unwrap_or_default();
    let first = periods.first().map_or(this_year, |period| period.years.0);
    let last = periods.iter().filter_map(|period| period.years.1).max().unwrap_or_default();
    Overview {
        caption: words.overview_caption.to_owned(),
        topics: dataset.topics().map(|topic| (topic.id, topic.title)).collect(),
        rows: rows.collect(),
        timeline_caption: words.timeline_caption.to_owned(),
        years: (first, last.max(this_year) + 1),
        periods,
    }
}

fn map_cell(context: &Context, row: usize, column: usize, instrument: &Instrument) -> Option<MapCell> {
    let words = context.locale.words();
    let grid_row = context.grid.rows.get(row)?;
    let cell = grid_row.cells.get(column)?;
    // The most forceful stands first.
    let strongest =
        cell.provisions.first().and_then(|at| instrument.provisions.get(*at)).map(|provision| provision.force);
    let answer = match (strongest, cell.silence) {
        (Some(force), _) => [words.force(force), &context.locale.count(&words.count_provisions, cell.provisions.len())]
            .join(words.list_separator),
        (None, Some(silence)) => words.extent(silence.extent).to_owned(),
        (None, None) => words.not_assessed.to_owned(),
    };
    let label = [instrument.name, grid_row.topic.title, &answer].join(words.list_separator);
    Some(MapCell {
        force: strongest,
        silence: cell.silence.map(|silence| silence.extent),
        faint: !context.cell_is_found(row, column) && (strongest.is_some() || cell.unit.is_some()),
        command: Command::new(label, Action::GoTo(Some(At::Cell(instrument.id, grid_row.topic.id)))),
    })
}

fn period(context: &Context, instrument: &Instrument) -> Option<Period> {
    let words = context.locale.words();
    let adopted = instrument.adopted.and_then(|fact| fact.date)?;
    let (from, until) = match instrument.years {
        Some(years) => (years.from, Some(years.until)),
        None => (adopted, None),
    };
    let mut text = vec![[words.adopted, &context.locale.date(adopted)].join(" ")];
    if let Some(entry) = instrument.entry_into_force.and_then(|fact| fact.date) {
        text.push([words.entry_into_force, &context.locale.date(entry)].join(" "));
    }
    if let Some(years) = instrument.years {
        text.push([words.period, &[years.from, years.until].join("–")].join(" "));
    }
    if instrument.status(context.grid.dataset.date) == Status::Expired {
        text.push(words.status_expired.to_owned());
    }
    Some(Period {
        id: instrument.id,
        name: instrument.name,
        years: (year(from)?, until.and_then(year)),
        text: text.join(words.separator),
    })
}

fn year(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}
