//! The dataset as a table: which provisions stand in which cell. Built once a dataset.
//!
//! That of the outline makes a first table; that of the whole dataset is searched, too, and brings what makes all else.

use std::{collections::HashMap, rc::Rc};

use super::{
    abbreviations::{self, Abbreviations},
    on_demand::{ALL_ANSWERS, Answers},
};
use crate::{
    dataset::{Dataset, Instrument, Provision, Reference, Silence, Topic, TopicGroup},
    locale::Locale,
    query::{Answer, At, Facet, PerFacet, Search, Term, fold},
};

/// Every cell of the dataset, and every text folded for search.
#[derive(Debug)]
pub struct Grid {
    /// The dataset it is made from.
    pub dataset: &'static Dataset,
    /// What stands beside it; nothing in an outline.
    pub(super) reference: &'static Reference,
    /// What makes all besides a first table; none in an outline.
    pub(super) answers: Option<&'static dyn Answers>,
    /// Rows, in the order of the dataset.
    pub(super) rows: Vec<GridRow>,
    /// Columns, in the order of the dataset.
    pub(super) columns: Vec<GridColumn>,
    /// Every answer: provisions, silences, and what nobody has read.
    pub(super) units: Vec<Unit>,
}

/// An answer of an instrument: a provision, or on a topic it has none for, that it is silent or not assessed.
#[derive(Debug)]
pub(super) struct Unit {
    /// Place of the column.
    pub instrument: usize,
    /// Place among the provisions of its column, of a provision.
    pub provision: usize,
    /// Where it stands.
    pub place: At,
    /// Places of the rows it stands in; the reader of datasets allows no more than there are bits.
    pub rows: Vec<usize>,
    /// What it is of each facet but the topics, as bits at the places in [`Facet::values`].
    pub values: PerFacet<u64>,
}

impl Unit {
    /// It is such an answer.
    pub fn is(&self, answer: Answer) -> bool {
        self.values.of(Facet::Answers) & answer.bit() != 0
    }

    /// Those of its rows that are asked for, as bits at their places in [`Self::rows`].
    pub fn rows_of(&self, asked: &dyn Fn(usize) -> bool) -> u64 {
        let mut rows = 0;
        for (at, row) in self.rows.iter().enumerate() {
            rows |= u64::from(asked(*row)) << at;
        }
        rows
    }
}

#[derive(Debug)]
pub(super) struct GridRow {
    pub group: &'static TopicGroup,
    pub topic: &'static Topic,
    /// Folded: its title.
    pub title: String,
    /// Folded: the title of its group.
    pub group_title: String,
    /// Folded: other words for the topic.
    pub also: String,
    /// One cell a column.
    pub cells: Vec<GridCell>,
}

#[derive(Debug)]
pub(super) struct GridColumn {
    pub instrument: &'static Instrument,
    /// Folded: its name, titles and other names.
    pub names: String,
    pub provisions: Vec<GridProvision>,
    /// Place of its first provision among the units.
    pub first_unit: usize,
}

#[derive(Debug)]
pub(super) struct GridProvision {
    pub provision: &'static Provision,
    /// Folded: all that is searched in it.
    pub folded: String,
    /// “Art. 5(1), Convention on Cluster Munitions”.
    pub full_pinpoint: Rc<str>,
    /// The day it was checked, written out.
    pub checked: Rc<str>,
    /// What its summary abbreviates.
    pub abbreviations: Vec<abbreviations::Place>,
}

#[derive(Debug, Default)]
pub(super) struct GridCell {
    /// Places in the instrument's provisions, the most forceful first, then in the order of the text.
    pub provisions: Vec<usize>,
    pub silence: Option<&'static Silence>,
    /// Folded: the word for the silence, and what was found instead.
    pub folded: String,
    /// Place among the units of the silence, or of what nobody has read; none where there are provisions alone.
    pub unit: Option<usize>,
}

impl Grid {
    /// The grid of a whole dataset.
    #[must_use]
    pub fn new(dataset: &'static Dataset, reference: &'static Reference, locale: &dyn Locale) -> Self {
        let columns = dataset.instruments.iter().map(|one| GridColumn::whole(one, dataset, locale));
        Self::whole(columns.collect(), dataset, reference, locale)
    }

    /// The same of a dataset that may be large: the future comes back to `pause` after each part of the work.
    pub async fn in_slices(
        dataset: &'static Dataset,
        reference: &'static Reference,
        locale: &dyn Locale,
        pause: impl AsyncFn(),
    ) -> Self {
        let mut columns = Vec::with_capacity(dataset.instruments.len());
        for instrument in dataset.instruments {
            columns.push(GridColumn::whole(instrument, dataset, locale));
            pause().await;
        }
        Self::whole(columns, dataset, reference, locale)
    }

    fn whole(
        columns: Vec<GridColumn>,
        dataset: &'static Dataset,
        reference: &'static Reference,
        locale: &dyn Locale,
    ) -> Self {
        // It may have thousands of topics.
        let rows: HashMap<&str, usize> = dataset.topics().enumerate().map(|(row, topic)| (topic.id, row)).collect();
        let row_of: &RowOf = &|topic| rows.get(topic).copied();
        let sorted = Self::sort(columns, dataset, locale, &|texts| folded(texts, locale), row_of);
        Self { reference, answers: Some(&ALL_ANSWERS), ..sorted }
    }

    /// The grid of the outline of a dataset: enough for a first table.
    #[must_use]
    pub fn of_outline(dataset: &'static Dataset, locale: &dyn Locale) -> Self {
        // It is not searched, and has few topics.
        let row_of: &RowOf = &|topic| dataset.topics().position(|other| other.id == topic);
        let fold: &Fold = &|_| String::new();
        let columns = dataset.instruments.iter().map(|one| GridColumn::new(one, dataset, locale, fold));
        Self::sort(columns.collect(), dataset, locale, fold, row_of)
    }

    /// All that is asked for can be made from it.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.answers.is_some()
    }

    /// Sorts the dataset's provisions and silences into cells. What makes all besides a first table is added after: as an
    /// argument, the compiler would find out that there is but one, and tie it to the first table.
    fn sort(
        mut columns: Vec<GridColumn>,
        dataset: &'static Dataset,
        locale: &dyn Locale,
        fold: &Fold,
        row_of: &RowOf,
    ) -> Self {
        let mut units = Vec::new();
        let mut rows: Vec<GridRow> = Vec::new();
        for group in dataset.groups {
            rows.extend(group.topics.iter().map(|topic| GridRow::new(group, topic, dataset.instruments.len(), fold)));
        }
        for (at, column) in columns.iter_mut().enumerate() {
            let instrument = column.instrument;
            column.first_unit = units.len();
            for (place, provision) in instrument.provisions.iter().enumerate() {
                let spoken: Vec<_> = provision.topics.iter().filter_map(|topic| row_of(topic)).collect();
                for row in &spoken {
                    if let Some(cell) = cell(&mut rows, *row, at) {
                        cell.add(place, instrument);
                    }
                }
                let values = |facet: Facet| facet.of_provision(provision);
                let stands = At::Provision(instrument.id, provision.id);
                units.push(Unit::new(at, instrument, place, stands, spoken, values, dataset));
            }
            for silence in instrument.silences {
                if let Some(cell) = row_of(silence.topic).and_then(|row| cell(&mut rows, row, at)) {
                    let said = [locale.words().extent(silence.extent), silence.note.unwrap_or_default()];
                    cell.folded = fold(&said);
                    cell.silence = Some(silence);
                }
            }
        }
        for (row, GridRow { topic, cells, .. }) in rows.iter_mut().enumerate() {
            for (at, (cell, instrument)) in cells.iter_mut().zip(dataset.instruments).enumerate() {
                if let Some(answer) = cell.answer(topic) {
                    let values = |facet| if facet == Facet::Answers { answer.bit() } else { 0 };
                    cell.unit = Some(units.len());
                    let stands = At::Cell(instrument.id, topic.id);
                    units.push(Unit::new(at, instrument, 0, stands, vec![row], values, dataset));
                }
            }
        }
        Self { dataset, reference: &Reference::NONE, answers: None, rows, columns, units }
    }

    /// For each answer those of its rows in which a search finds it, as bits: by its own texts, and those of its row and
    /// column.
    pub(super) fn found(&self, search: &Search) -> Vec<u64> {
        let mut found = vec![u64::MAX; self.units.len()];
        for term in search.terms() {
            let by_row = self.rows.iter().map(|row| row.folded().iter().any(|text| term.stands_in(text)));
            let by_row: Vec<_> = by_row.collect();
            let by_column: Vec<_> = self.columns.iter().map(|column| term.stands_in(&column.names)).collect();
            for (unit, found) in self.units.iter().zip(&mut found) {
                let by_itself = by_column.get(unit.instrument) == Some(&true) || self.says(unit, term);
                if !by_itself {
                    *found &= unit.rows_of(&|row| by_row.get(row) == Some(&true));
                }
            }
        }
        found
    }

    /// The term stands in the answer itself.
    fn says(&self, unit: &Unit, term: &Term) -> bool {
        let text = if unit.is(Answer::Provision) {
            let provisions = self.columns.get(unit.instrument).map(|column| &column.provisions);
            provisions.and_then(|provisions| provisions.get(unit.provision)).map(|provision| &provision.folded)
        } else {
            // It has one topic.
            let row = unit.rows.first().and_then(|row| self.rows.get(*row));
            row.and_then(|row| row.cells.get(unit.instrument)).map(|cell| &cell.folded)
        };
        text.is_some_and(|text| term.stands_in(text))
    }

    /// The place of a column.
    pub(super) fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.instrument.id == id)
    }

    /// The place of a row.
    pub(super) fn row(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.topic.id == id)
    }
}

impl Unit {
    fn new(
        at: usize,
        instrument: &Instrument,
        provision: usize,
        place: At,
        rows: Vec<usize>,
        values: impl Fn(Facet) -> u64,
        dataset: &Dataset,
    ) -> Self {
        let values = PerFacet::new(|facet| values(facet) | facet.of_instrument(instrument, dataset));
        Self { instrument: at, provision, place, rows, values }
    }
}

impl GridRow {
    fn new(group: &'static TopicGroup, topic: &'static Topic, columns: usize, fold: &Fold) -> Self {
        let mut cells = Vec::new();
        cells.resize_with(columns, GridCell::default);
        Self {
            group,
            topic,
            title: fold(&[topic.title]),
            group_title: fold(&[group.title]),
            also: fold(topic.also),
            cells,
        }
    }

    /// What is searched in a row's header.
    pub fn folded(&self) -> [&str; 3] {
        [&self.title, &self.group_title, &self.also]
    }
}

impl GridColumn {
    /// With all that is searched.
    fn whole(instrument: &'static Instrument, dataset: &Dataset, locale: &dyn Locale) -> Self {
        Self::new(instrument, dataset, locale, &|texts| folded(texts, locale))
    }

    fn new(instrument: &'static Instrument, dataset: &Dataset, locale: &dyn Locale, fold: &Fold) -> Self {
        let titles = [instrument.name, instrument.short_title, instrument.full_title];
        let provision = |provision| GridProvision::new(provision, instrument, dataset, locale, fold);
        Self {
            instrument,
            names: fold(&[&titles, instrument.also_known_as, instrument.search_names].concat()),
            provisions: instrument.provisions.iter().map(provision).collect(),
            first_unit: 0,
        }
    }
}

impl GridProvision {
    fn new(
        provision: &'static Provision,
        instrument: &Instrument,
        dataset: &Dataset,
        locale: &dyn Locale,
        fold: &Fold,
    ) -> Self {
        let words = locale.words();
        let texts = [
            provision.pinpoint,
            provision.summary,
            provision.words.unwrap_or_default(),
            provision.verb,
            provision.duty_bearer_words,
            provision.note.unwrap_or_default(),
            words.force(provision.force),
        ];
        Self {
            provision,
            folded: fold(&texts),
            full_pinpoint: [provision.pinpoint, instrument.name].join(words.list_separator).into(),
            checked: locale.date(provision.checked).into(),
            abbreviations: Abbreviations::of(provision.summary, dataset.abbreviations, locale),
        }
    }
}

impl GridCell {
    /// A provision of `instrument`: before those of less force.
    fn add(&mut self, place: usize, instrument: &Instrument) {
        let force = |place: usize| instrument.provisions.get(place).map(|provision| provision.force as usize);
        let weaker = self.provisions.iter().position(|other| force(*other) > force(place));
        self.provisions.insert(weaker.unwrap_or(self.provisions.len()), place);
    }

    /// What it is besides its provisions. A topic that is no core topic is not asked of every instrument: where one does
    /// not speak of it, that is no answer.
    fn answer(&self, topic: &Topic) -> Option<Answer> {
        match self.silence {
            Some(silence) => Some(Answer::Silence(silence.extent)),
            None => (self.provisions.is_empty() && topic.core).then_some(Answer::NotAssessed),
        }
    }
}

fn cell(rows: &mut [GridRow], row: usize, column: usize) -> Option<&mut GridCell> {
    rows.get_mut(row)?.cells.get_mut(column)
}

/// One text without case and accents of several, apart enough that no word runs from one into the next.
fn folded(texts: &[&str], locale: &dyn Locale) -> String {
    fold(&texts.join("\n"), locale)
}

/// Makes such a text, or in an outline none.
type Fold<'a> = dyn Fn(&[&str]) -> String + 'a;
/// The place of the row of a topic.
type RowOf<'a> = dyn Fn(&str) -> Option<usize> + 'a;
