use std::rc::Rc;

use super::grid::{Grid, GridCell, GridColumn, GridProvision, GridRow};
use crate::{
    dataset::{Instrument, Provision, Silence},
    locale::{Locale, fill},
    query::{InstrumentId, Marked, Query, Search, Text, TopicId},
};

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Says what is shown.
    pub caption: String,
    /// One an instrument, after the column of topics.
    pub columns: Rc<Vec<Column>>,
    /// Groups of rows. All are there; some may be hidden.
    pub groups: Vec<Rc<Group>>,
    /// How much is shown, in a sentence for eyes and ears.
    pub status: String,
    /// What to do where nothing is shown.
    pub nothing: Option<String>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// Its name.
    pub name: Marked,
    /// “1997 · treaty · binding”.
    pub description: String,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Id, for keys.
    pub id: &'static str,
    /// Heading.
    pub title: Marked,
    /// None of its rows is shown.
    pub hidden: bool,
    /// Its rows.
    pub rows: Vec<Rc<Row>>,
}

/// A topic across the instruments.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Id, for keys.
    pub topic: TopicId,
    /// Row header.
    pub title: Marked,
    /// Not asked for, or not found.
    pub hidden: bool,
    /// One a column.
    pub cells: Vec<Cell>,
}

/// What an instrument says on a topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The instrument's id, for keys.
    pub instrument: InstrumentId,
    /// The most forceful provisions.
    pub provisions: Vec<ProvisionEntry>,
    /// The rest of a long cell, and its title (“9 more”).
    pub more: Vec<ProvisionEntry>,
    /// Title of `more`, empty where there is no more.
    pub more_title: String,
    /// What the search leaves out (“2 provisions, not matching”), empty where it leaves out none or not all.
    pub not_matching: String,
    /// Silent, or in part only.
    pub silence: Option<SilenceEntry>,
    /// Nobody has read the text for this topic.
    pub not_assessed: bool,
}

/// A provision in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct ProvisionEntry {
    /// The provision.
    pub provision: &'static Provision,
    /// Pinpoint.
    pub pinpoint: Marked,
    /// Summary.
    pub summary: Marked,
    /// Operative words.
    pub words: Option<Marked>,
    /// Verb.
    pub verb: Marked,
    /// Who owes it, in the words of the research.
    pub duty_bearer_words: Marked,
    /// Reservation.
    pub note: Option<Marked>,
    /// What the details' disclosure is about: “Art. 5(1), Convention on Cluster Munitions”.
    pub full_pinpoint: String,
    /// The day it was checked, written out.
    pub checked: String,
}

/// A silence in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct SilenceEntry {
    /// The silence.
    pub silence: &'static Silence,
    /// What was found instead.
    pub note: Option<Marked>,
    /// What its disclosure is about: “Education, Mine Ban Convention”.
    pub about: String,
    /// The day it was checked, written out.
    pub checked: String,
}

/// So many provisions stand open in a cell; one more is not worth a disclosure.
const OPEN_PROVISIONS: usize = 3;

impl Comparison {
    pub(super) fn new(
        grid: &Grid,
        query: &Query,
        columns: &[InstrumentId],
        locale: &dyn Locale,
        before: Option<&Self>,
    ) -> Self {
        let search = Search::new(&query.search, locale);
        let words = locale.words();
        let context = Context { grid, query, search: &search, locale, columns: places(grid, columns) };

        let new_columns: Vec<_> = context.columns().map(|(_, column)| context.column(column)).collect();
        let mut groups: Vec<Group> = Vec::new();
        for grid_row in &grid.rows {
            let row = context.row(grid_row);
            match groups.last_mut() {
                Some(group) if group.id == grid_row.group.id => group.add(row),
                _ => {
                    let title = context.mark(&grid_row.group_title);
                    let mut group = Group { id: grid_row.group.id, title, hidden: true, rows: Vec::new() };
                    group.add(row);
                    groups.push(group);
                }
            }
        }
        let counts = Counts::of(&groups);
        let names: Vec<_> = new_columns.iter().map(|column| column.instrument.name).collect();
        Self {
            caption: fill(words.caption, &[("instruments", &names.join(words.list_separator))]),
            status: context.status(&counts),
            nothing: context.nothing(&counts),
            columns: match before {
                Some(before) if *before.columns == new_columns => before.columns.clone(),
                _ => Rc::new(new_columns),
            },
            groups: groups
                .into_iter()
                .enumerate()
                .map(|(at, group)| group.or_before(before.and_then(|before| before.groups.get(at))))
                .collect(),
        }
    }
}

impl Group {
    fn add(&mut self, row: Row) {
        self.hidden &= row.hidden;
        self.rows.push(Rc::new(row));
    }

    /// The group before, and its rows, where they look the same: the view skips what is the same `Rc`.
    fn or_before(mut self, before: Option<&Rc<Self>>) -> Rc<Self> {
        let Some(before) = before else { return Rc::new(self) };
        for (row, row_before) in self.rows.iter_mut().zip(&before.rows) {
            if row == row_before {
                *row = row_before.clone();
            }
        }
        if self == **before { before.clone() } else { Rc::new(self) }
    }
}

/// Places of the columns in the grid.
fn places(grid: &Grid, columns: &[InstrumentId]) -> Vec<usize> {
    columns.iter().filter_map(|id| grid.columns.iter().position(|column| column.instrument.id == *id)).collect()
}

/// How much is shown.
struct Counts {
    provisions: usize,
    topics: usize,
}

impl Counts {
    fn of(groups: &[Group]) -> Self {
        let mut topics = 0;
        // A provision on several topics counts once.
        let mut counted = Vec::new();
        for row in groups.iter().flat_map(|group| &group.rows).filter(|row| !row.hidden) {
            topics += 1;
            for entry in row.cells.iter().flat_map(|cell| cell.provisions.iter().chain(&cell.more)) {
                let provision = std::ptr::from_ref(entry.provision);
                if !counted.contains(&provision) {
                    counted.push(provision);
                }
            }
        }
        Self { provisions: counted.len(), topics }
    }
}

/// What every part of a comparison is made from.
struct Context<'a> {
    grid: &'a Grid,
    query: &'a Query,
    search: &'a Search,
    locale: &'a dyn Locale,
    columns: Vec<usize>,
}

impl Context<'_> {
    fn columns(&self) -> impl Iterator<Item = (usize, &GridColumn)> {
        self.columns.iter().filter_map(|at| Some((*at, self.grid.columns.get(*at)?)))
    }

    fn mark(&self, text: &Text) -> Marked {
        self.search.mark(text)
    }

    fn column(&self, column: &GridColumn) -> Column {
        let words = self.locale.words();
        let instrument = column.instrument;
        let binding = words.bindingness(instrument.binding);
        let parts: Vec<_> = instrument.year().into_iter().chain([words.kind_name(instrument.kind), binding]).collect();
        Column { instrument, name: self.mark(&column.name), description: parts.join(words.separator) }
    }

    fn row(&self, row: &GridRow) -> Row {
        let mut found = self.search.is_empty();
        let mut spoken_of = false;
        let mut cells = Vec::with_capacity(self.columns.len());
        for (at, column) in self.columns() {
            let Some(grid_cell) = row.cells.get(at) else { continue };
            let (cell, cell_found) = self.cell(row, column, grid_cell);
            found |= cell_found;
            spoken_of |= !cell.not_assessed;
            cells.push(cell);
        }
        let asked_for = self.query.topics.contains(&row.topic.id);
        // A topic that is no core topic is only a row where one of the instruments speaks of it.
        let relevant = asked_for || (self.query.topics.is_empty() && (row.topic.core || spoken_of));
        Row { topic: row.topic.id, title: self.mark(&row.title), hidden: !(found && relevant), cells }
    }

    /// The cell, and whether the search finds anything in it.
    fn cell(&self, row: &GridRow, column: &GridColumn, cell: &GridCell) -> (Cell, bool) {
        let (row_texts, column_texts) = (row.folded(), column.folded());
        let finds = |texts: &[&str]| self.search.matches(row_texts.iter().chain(&column_texts).chain(texts).copied());
        let provision_at = |at: &usize| {
            let provision = column.provisions.get(*at)?;
            finds(&provision.folded()).then(|| self.provision(column.instrument, provision))
        };
        let mut provisions: Vec<_> = cell.provisions.iter().filter_map(provision_at).collect();
        let silence_found = cell.silence.is_some() && finds(&cell.folded());
        let found = !provisions.is_empty() || silence_found;

        let words = self.locale.words();
        let none_matches = provisions.is_empty() && !cell.provisions.is_empty();
        let more =
            if provisions.len() > OPEN_PROVISIONS + 1 { provisions.split_off(OPEN_PROVISIONS) } else { Vec::new() };
        let cell = Cell {
            instrument: column.instrument.id,
            more_title: if more.is_empty() { String::new() } else { self.locale.count(&words.more, more.len()) },
            not_matching: if none_matches {
                self.locale.count(&words.not_matching, cell.provisions.len())
            } else {
                String::new()
            },
            provisions,
            more,
            silence: cell.silence.map(|silence| SilenceEntry {
                silence,
                note: cell.silence_note.as_ref().map(|note| self.mark(note)),
                about: [row.topic.title, column.instrument.name].join(words.list_separator),
                checked: self.locale.date(silence.checked),
            }),
            not_assessed: cell.provisions.is_empty() && cell.silence.is_none(),
        };
        (cell, found)
    }

    fn provision(&self, instrument: &Instrument, texts: &GridProvision) -> ProvisionEntry {
        let provision = texts.provision;
        let separator = self.locale.words().list_separator;
        ProvisionEntry {
            provision,
            pinpoint: self.mark(&texts.pinpoint),
            summary: self.mark(&texts.summary),
            words: texts.words.as_ref().map(|words| self.mark(words)),
            verb: self.mark(&texts.verb),
            duty_bearer_words: self.mark(&texts.duty_bearer_words),
            note: texts.note.as_ref().map(|note| self.mark(note)),
            full_pinpoint: [provision.pinpoint, instrument.name].join(separator),
            checked: self.locale.date(provision.checked),
        }
    }

    fn status(&self, counts: &Counts) -> String {
        let words = self.locale.words();
        let mut parts = vec![
            self.locale.count(&words.count_provisions, counts.provisions),
            self.locale.count(&words.count_topics, counts.topics),
            self.locale.count(&words.count_instruments, self.columns.len()),
        ];
        if !self.search.is_empty() {
            parts.push(fill(words.searched_for, &[("search", self.query.search.trim())]));
        }
        parts.join(words.separator)
    }

    fn nothing(&self, counts: &Counts) -> Option<String> {
        let words = self.locale.words();
        if self.columns.is_empty() {
            Some(words.no_instrument.to_owned())
        } else if counts.topics == 0 {
            Some(fill(words.nothing_found, &[("search", self.query.search.trim())]))
        } else {
            None
        }
    }
}
