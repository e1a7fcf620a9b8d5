//! What an instrument says on a topic, as every view shows it.

use std::{borrow::Cow, rc::Rc};

use super::{
    abbreviations::Abbreviations,
    differences::Piece,
    grid::{Grid, GridColumn, GridProvision},
    layout::Layout,
    selection::Selection,
};
use crate::{
    dataset::{Force, Instrument, Provision, Silence},
    locale::Locale,
    query::{Address, At, Facet, Query, Search, View},
};

/// What an instrument says on a topic.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Id of the column, for keys.
    pub column: &'static str,
    /// The column stays in sight.
    pub pinned: bool,
    /// It is what a link leads to.
    pub at: bool,
    /// The most forceful provisions.
    pub provisions: Vec<ProvisionEntry>,
    /// The rest of a long cell, and its title (“9 more”).
    pub more: Vec<ProvisionEntry>,
    /// Title of `more`, empty where there is no more.
    pub more_title: String,
    /// What the filters leave out (“2 provisions, not matching”), empty where they leave out none or not all.
    pub not_matching: String,
    /// Where they leave out all: the open provisions that were shown last. The view hides them, for to make them anew when
    /// they match again takes much longer.
    pub unseen: Vec<ProvisionEntry>,
    /// Silent, or in part only.
    pub silence: Option<SilenceEntry>,
    /// Nobody has read the text for this topic.
    pub not_assessed: bool,
    /// What an organisation does.
    pub statements: Vec<Cow<'static, str>>,
}

impl Cell {
    /// Every provision that is shown.
    pub fn entries(&self) -> impl Iterator<Item = &ProvisionEntry> {
        self.provisions.iter().chain(&self.more)
    }

    /// The cell after `before`, which stood in its place.
    pub(super) fn after(mut self, before: &Self) -> Self {
        if !self.not_matching.is_empty() {
            self.unseen.clone_from(if before.provisions.is_empty() { &before.unseen } else { &before.provisions });
        }
        self
    }

    /// A number that is larger the more forceful its strongest provision is; the least where it has none.
    pub(super) fn strength(&self) -> usize {
        let forces = self.entries().map(|entry| Force::NAMED.len() - entry.provision.force as usize);
        forces.max().unwrap_or_default()
    }
}

/// A provision in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionEntry {
    /// The provision.
    pub provision: &'static Provision,
    /// Where it stands.
    pub place: At,
    /// Its summary, with abbreviations written out.
    pub summary: Cow<'static, str>,
    /// Its operative words, where they are what the view is about: they stand open, and show what differs.
    pub compared: Option<Vec<Piece>>,
    /// What the details' disclosure is about: “Art. 5(1), Convention on Cluster Munitions”.
    pub full_pinpoint: Rc<str>,
    /// The day it was checked, written out.
    pub checked: Rc<str>,
    /// It is what a link leads to.
    pub at: bool,
    /// The reader has collected it.
    pub collected: bool,
    /// A fragment that leads to it, where the page keeps the query in its address.
    pub link: Option<String>,
}

/// A silence in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilenceEntry {
    /// The silence.
    pub silence: &'static Silence,
    /// Where it stands.
    pub place: At,
    /// The reader has collected it.
    pub collected: bool,
    /// What its disclosure is about: “Education, Mine Ban Convention”.
    pub about: String,
    /// The day it was checked, written out.
    pub checked: String,
}

/// So many provisions stand open in a cell; one more is not worth a disclosure.
const OPEN_PROVISIONS: usize = 3;

/// What every part of what is shown is made from.
pub(super) struct Context<'a> {
    pub grid: &'a Grid,
    /// The query as it stands in the controls.
    pub asked: &'a Query,
    pub layout: Layout,
    /// The query with all that the view and the room make of it.
    pub query: Query,
    pub search: Search,
    pub selection: Selection,
    pub locale: &'a dyn Locale,
    /// The name under which the page keeps the query in its address.
    pub links: Option<&'a str>,
    pub abbreviations: Abbreviations,
    /// So many rows of a large table are made anew at once.
    pub fresh_rows: usize,
}

impl<'a> Context<'a> {
    pub fn new(grid: &'a Grid, asked: &'a Query, links: Option<&'a str>, locale: &'a dyn Locale) -> Self {
        let layout = Layout::new(asked, grid);
        let mut query = asked.with_subject(grid.dataset);
        if layout.is_pair() && query.view == View::Compare {
            query = query.with_pair(grid.dataset);
        }
        // An outline is not searched: much of what would be found is not in it.
        let search = grid.answers.map_or_else(Search::default, |answers| answers.search(&query.search, locale));
        let selection = Selection::new(grid, &query, &search);
        let (abbreviations, fresh_rows) = (Abbreviations::default(), usize::MAX);
        Self { grid, asked, layout, query, search, selection, locale, links, abbreviations, fresh_rows }
    }

    /// A text with its abbreviations written out, where they are the first of the view.
    pub fn write_out(&self, text: &'static str) -> Cow<'static, str> {
        self.abbreviations.write_out(text, &Abbreviations::of(text, self.grid.dataset.abbreviations, self.locale))
    }

    /// Places of the columns.
    pub fn columns(&self) -> Vec<usize> {
        self.query.columns(self.grid.dataset).iter().filter_map(|one| self.grid.column(one.id)).collect()
    }

    /// The choice of columns is at work: not where two instruments are compared, or one is shown.
    pub fn chooses_columns(&self) -> bool {
        self.asked.view.has_columns() && !(self.layout.is_pair() && self.asked.view.is_table())
    }

    /// “1997 · treaty · binding”.
    pub fn description(&self, instrument: &Instrument) -> String {
        let words = self.locale.words();
        let binding = words.bindingness(instrument.binding);
        let parts: Vec<_> = instrument.year().into_iter().chain([words.kind_name(instrument.kind), binding]).collect();
        parts.join(words.separator)
    }

    /// An answer of one of the columns is shown in that row.
    pub fn row_is_found(&self, row: usize, columns: &[usize]) -> bool {
        columns.iter().any(|column| self.cell_is_found(row, *column))
    }

    /// An answer is shown in that cell.
    pub fn cell_is_found(&self, row: usize, column: usize) -> bool {
        let (Some(grid_row), Some(grid_column)) = (self.grid.rows.get(row), self.grid.columns.get(column)) else {
            return false;
        };
        let Some(cell) = grid_row.cells.get(column) else { return false };
        let units = cell.provisions.iter().map(|at| grid_column.first_unit + at).chain(cell.unit);
        units.into_iter().any(|unit| self.selection.shows(self.grid, unit, row))
    }

    /// The row is asked for, or an answer of one of the columns is shown in it. A topic that is no core topic has an
    /// answer only where one of the instruments speaks of it or was read for it.
    pub fn row_is_shown(&self, row: usize, columns: &[usize]) -> bool {
        let topic = self.grid.rows.get(row).map_or("", |row| row.topic.id);
        self.is_asked_for(topic) || self.row_is_found(row, columns)
    }

    /// A topic that is asked for by itself, and nothing else with it, is shown whatever the answer is; so is the one
    /// that a link leads to.
    pub fn is_asked_for(&self, topic: &str) -> bool {
        if self.query.at.and_then(|at| at.topic(self.grid.dataset)) == Some(topic) {
            return true;
        }
        let alone = !self.query.only_collected
            && Facet::ALL.into_iter().all(|facet| facet == Facet::Topics || self.query.chosen.of(facet).is_empty());
        alone && self.search.is_empty() && self.query.chosen.of(Facet::Topics).contains(&topic)
    }

    /// The cell of a row and column, with the most forceful of a long cell open.
    pub fn cell(&self, row: usize, column: usize) -> Cell {
        let mut cell = self.whole_cell(row, column);
        if cell.provisions.len() > OPEN_PROVISIONS + 1 {
            cell.more = cell.provisions.split_off(OPEN_PROVISIONS);
            cell.more_title = self.locale.count(&self.locale.words().more, cell.more.len());
        }
        cell
    }

    /// The cell of a row and column, with all that is shown of it open.
    pub fn whole_cell(&self, row: usize, column: usize) -> Cell {
        let (Some(grid_row), Some(grid_column)) = (self.grid.rows.get(row), self.grid.columns.get(column)) else {
            return Cell::default();
        };
        let Some(cell) = grid_row.cells.get(column) else { return Cell::default() };
        let shown =
            cell.provisions.iter().filter(|at| self.selection.shows(self.grid, grid_column.first_unit + **at, row));
        let provisions: Vec<_> =
            shown.filter_map(|at| Some(self.provision(grid_column, grid_column.provisions.get(*at)?))).collect();
        let none_matches = provisions.is_empty() && !cell.provisions.is_empty();
        let words = self.locale.words();
        let place = At::Cell(grid_column.instrument.id, grid_row.topic.id);
        Cell {
            not_matching: if none_matches {
                self.locale.count(&words.not_matching, cell.provisions.len())
            } else {
                String::new()
            },
            provisions,
            silence: cell.silence.map(|silence| SilenceEntry {
                silence,
                place,
                collected: self.query.collected.contains(&place),
                about: [grid_row.topic.title, grid_column.instrument.name].join(words.list_separator),
                checked: self.locale.date(silence.checked),
            }),
            not_assessed: cell.provisions.is_empty() && cell.silence.is_none(),
            at: self.query.at == Some(place),
            ..Cell::default()
        }
    }

    pub fn provision(&self, column: &GridColumn, texts: &GridProvision) -> ProvisionEntry {
        let provision = texts.provision;
        let place = At::Provision(column.instrument.id, provision.id);
        ProvisionEntry {
            provision,
            place,
            summary: self.abbreviations.write_out(provision.summary, &texts.abbreviations),
            compared: None,
            full_pinpoint: texts.full_pinpoint.clone(),
            checked: texts.checked.clone(),
            at: self.query.at == Some(place),
            collected: self.query.collected.contains(&place),
            link: self.links.map(|name| Address::link(name, place)),
        }
    }
}
