//! The dataset as a table: which provisions stand in which cell. Built once a dataset.
//!
//! That of the outline makes a first table; that of the whole dataset is searched, too, and brings what makes all else.

use std::rc::Rc;

use super::{
    abbreviations::{self, Abbreviations},
    on_demand::{ALL_ANSWERS, Answers},
};
use crate::{
    dataset::{Dataset, Force, Instrument, Provision, Reference, Silence, Topic, TopicGroup},
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
        let fold: &Fold = &|texts| fold(&texts.join("\n"), locale);
        Self { reference, answers: Some(&ALL_ANSWERS), ..Self::sort(dataset, locale, fold) }
    }

    /// The grid of the outline of a dataset: enough for a first table.
    #[must_use]
    pub fn of_outline(dataset: &'static Dataset, locale: &dyn Locale) -> Self {
        // It is not searched.
        Self::sort(dataset, locale, &|_| String::new())
    }

    /// All that is asked for can be made from it.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.answers.is_some()
    }

    /// Sorts the dataset's provisions and silences into cells. What makes all besides a first table is added after: as an
    /// argument, the compiler would find out that there is but one, and tie it to the first table.
    fn sort(dataset: &'static Dataset, locale: &dyn Locale, fold: &Fold) -> Self {
        let mut units = Vec::new();
        let mut columns = Vec::with_capacity(dataset.instruments.len());
        for (at, instrument) in dataset.instruments.iter().enumerate() {
            columns.push(GridColumn::new(instrument, units.len(), dataset, locale, fold));
            for (place, provision) in instrument.provisions.iter().enumerate() {
                let values = |facet: Facet| facet.of_provision(provision);
                let stands = At::Provision(instrument.id, provision.id);
                let spoken = dataset.topics().enumerate().filter(|(_, topic)| provision.topics.contains(&topic.id));
                let rows = spoken.map(|(row, _)| row).collect();
                units.push(Unit::new(at, instrument, place, stands, rows, values, dataset));
            }
        }
        let mut rows = Vec::new();
        let topics = dataset.groups.iter().flat_map(|group| group.topics.iter().map(move |topic| (group, topic)));
        for (row, (group, topic)) in topics.enumerate() {
            let mut cells = Vec::with_capacity(dataset.instruments.len());
            for (at, instrument) in dataset.instruments.iter().enumerate() {
                let mut cell = GridCell::new(instrument, topic, locale, fold);
                if let Some(answer) = cell.answer(topic) {
                    let values = |facet| if facet == Facet::Answers { answer.bit() } else { 0 };
                    cell.unit = Some(units.len());
                    let stands = At::Cell(instrument.id, topic.id);
                    units.push(Unit::new(at, instrument, 0, stands, vec![row], values, dataset));
                }
                cells.push(cell);
            }
            rows.push(GridRow {
                group,
                topic,
                title: fold(&[topic.title]),
                group_title: fold(&[group.title]),
                also: fold(topic.also),
                cells,
            });
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
    /// What is searched in a row's header.
    pub fn folded(&self) -> [&str; 3] {
        [&self.title, &self.group_title, &self.also]
    }
}

impl GridColumn {
    fn new(
        instrument: &'static Instrument,
        first_unit: usize,
        dataset: &Dataset,
        locale: &dyn Locale,
        fold: &Fold,
    ) -> Self {
        let titles = [instrument.name, instrument.short_title, instrument.full_title];
        let provision = |provision| GridProvision::new(provision, instrument, dataset, locale, fold);
        Self {
            instrument,
            names: fold(&[&titles, instrument.also_known_as, instrument.search_names].concat()),
            provisions: instrument.provisions.iter().map(provision).collect(),
            first_unit,
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
    fn new(instrument: &'static Instrument, topic: &Topic, locale: &dyn Locale, fold: &Fold) -> Self {
        let of_force = |force| {
            let fits = move |provision: &Provision| provision.force == force && provision.topics.contains(&topic.id);
            instrument.provisions.iter().enumerate().filter(move |(_, provision)| fits(provision)).map(|(at, _)| at)
        };
        let silence = instrument.silences.iter().find(|silence| silence.topic == topic.id);
        let said = |silence: &Silence| fold(&[locale.words().extent(silence.extent), silence.note.unwrap_or_default()]);
        Self {
            provisions: Force::NAMED.into_iter().flat_map(|(_, force)| of_force(force)).collect(),
            silence,
            folded: silence.map(said).unwrap_or_default(),
            unit: None,
        }
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

/// Makes one text without case and accents of several, apart enough that no word runs from one into the next.
type Fold<'a> = dyn Fn(&[&str]) -> String + 'a;
