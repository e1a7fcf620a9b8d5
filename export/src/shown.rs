//! What the reader sees, made anew from what they asked for.

use std::{fmt, rc::Rc};

use victim_assistance_table::{
    dataset::{DATASET, REFERENCE},
    locale::Locale,
    query::{Action, Attribute, History, Query},
    view_model::{Column, Comparison, Content, Grid, Group, Row, ViewModel},
};

use crate::words::ExportStrings;

/// A place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Id of the row.
    pub row: &'static str,
    /// Place of the column; none where the whole row is meant.
    pub column: Option<usize>,
}

/// What is printed, saved or copied, and what is said of it.
#[derive(Clone)]
pub struct Shown<'a> {
    /// What the reader sees.
    pub model: ViewModel,
    /// What the page's owner and the reader asked for.
    pub query: Query,
    /// What depends on the language.
    pub locale: &'a dyn Locale,
    /// The words of printing, saving and citing.
    pub words: &'static ExportStrings,
    /// Address of the page, `https:` or `http:`; it leads to what is shown, where the page keeps that in its address.
    pub address: Option<String>,
    /// The day, ISO 8601.
    pub today: String,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shown").field("query", &self.query).finish_non_exhaustive()
    }
}

impl<'a> Shown<'a> {
    /// What `asked` asks for: attributes of the table with their values, and its room in `em`, where it has any.
    pub fn new<'b>(
        asked: impl IntoIterator<Item = (&'b str, &'b str)>,
        room: Option<u16>,
        locale: &'a dyn Locale,
        words: &'static ExportStrings,
        address: Option<String>,
        today: String,
    ) -> Self {
        let asked: Vec<_> = asked.into_iter().collect();
        let query = |usual: &Query| {
            // What is asked for later may let go of what was asked for before: the order is that of the table.
            Attribute::ALL.into_iter().fold(usual.clone(), |query, attribute| {
                match asked.iter().find(|(name, _)| *name == attribute.name()) {
                    Some((_, value)) => query.reduce(attribute.read(Some(value), &DATASET).0, usual, &DATASET),
                    None => query,
                }
            })
        };
        let mut usual = Query::new();
        // A collection is taken along whole, however few of its columns the screen has room for.
        if let Some(room) = room.filter(|_| !query(&usual).only_collected) {
            usual = usual.reduce(Action::Room(room), &usual, &DATASET);
        }
        let query = query(&usual);
        // Started from what is usual, so that all that was asked for is told.
        let mut history = History::new(usual);
        history.change(Action::TextSize(query.text_size), &DATASET);
        history.change(Action::Reading(query.reading), &DATASET);
        history.visit(query.clone());
        let model = ViewModel::new(&Grid::new(&DATASET, &REFERENCE, locale), &history, None, locale, None);
        Self { model, query, locale, words, address, today }
    }

    /// The place in the table that is shown.
    #[must_use]
    pub fn spot(&self, row: &str, column: usize) -> Option<Spot> {
        let table = self.model.table()?;
        let row = table.rows().find(|known| known.id == row)?;
        (column < row.cells.len()).then_some(Spot { row: row.id, column: Some(column) })
    }

    /// A row of it alone, or a cell.
    #[must_use]
    pub fn part(&self, spot: Spot) -> Self {
        let mut part = self.clone();
        if let Content::Table(table) = &mut part.model.content {
            keep(table, spot);
        }
        part
    }
}

/// Takes everything else out of a table.
fn keep(table: &mut Comparison, spot: Spot) {
    let columns = |at: usize| spot.column.is_none_or(|column| column == at);
    let heads: Vec<Column> = kept(&table.columns, columns);
    table.columns = Rc::new(heads);
    for group in &mut table.groups {
        let rows = group.rows.iter().filter(|row| row.id == spot.row);
        let rows: Vec<_> =
            rows.map(|row| Rc::new(Row { cells: Rc::new(kept(&row.cells, columns)), ..(**row).clone() })).collect();
        *group = Rc::new(Group { hidden: rows.is_empty(), rows, ..(**group).clone() });
    }
}

/// Those at places that are kept.
fn kept<T: Clone>(all: &[T], is_kept: impl Fn(usize) -> bool) -> Vec<T> {
    all.iter().enumerate().filter(|(at, _)| is_kept(*at)).map(|(_, one)| one.clone()).collect()
}
