//! The dataset as a table: which provisions stand in which cell. Built once a dataset.

use crate::{
    dataset::{Dataset, Force, Instrument, Provision, Silence, Topic, TopicGroup},
    locale::Locale,
    query::{Answer, Facet, InstrumentId, PerFacet, Search, Text, fold},
};

/// Every cell of the dataset, and every text folded for search.
#[derive(Debug)]
pub struct Grid {
    /// The dataset it is made from.
    pub dataset: &'static Dataset,
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
    /// Id of the column.
    pub instrument_id: InstrumentId,
    /// Place among the provisions of its column, of a provision.
    pub provision: usize,
    /// What it is of each facet, as bits at the places in [`Facet::values`].
    pub values: PerFacet<u64>,
}

impl Unit {
    /// It is such an answer.
    pub fn is(&self, answer: Answer) -> bool {
        self.values.of(Facet::Answers) & answer.bit() != 0
    }
}

#[derive(Debug)]
pub(super) struct GridRow {
    pub group: &'static TopicGroup,
    pub topic: &'static Topic,
    pub title: Text,
    pub group_title: Text,
    /// Folded: other words for the topic.
    pub also: String,
    /// One cell a column.
    pub cells: Vec<GridCell>,
}

#[derive(Debug)]
pub(super) struct GridColumn {
    pub instrument: &'static Instrument,
    pub name: Text,
    /// Folded: titles and other names.
    pub also: String,
    pub provisions: Vec<GridProvision>,
    /// Place of its first provision among the units.
    pub first_unit: usize,
}

#[derive(Debug)]
pub(super) struct GridProvision {
    pub provision: &'static Provision,
    pub pinpoint: Text,
    pub summary: Text,
    pub words: Option<Text>,
    pub verb: Text,
    pub duty_bearer_words: Text,
    pub note: Option<Text>,
    /// Folded: the word for its legal force.
    pub force: String,
}

#[derive(Debug, Default)]
pub(super) struct GridCell {
    /// Places in the instrument's provisions, the most forceful first, then in the order of the text.
    pub provisions: Vec<usize>,
    pub silence: Option<&'static Silence>,
    /// What was found instead.
    pub silence_note: Option<Text>,
    /// Folded: the word for the silence.
    pub extent: String,
    /// Place among the units of the silence, or of what nobody has read; none where there are provisions alone.
    pub unit: Option<usize>,
}

impl Grid {
    /// Sorts the dataset's provisions and silences into cells.
    #[must_use]
    pub fn new(dataset: &'static Dataset, locale: &dyn Locale) -> Self {
        let mut units = Vec::new();
        let mut columns = Vec::with_capacity(dataset.instruments.len());
        for (at, instrument) in dataset.instruments.iter().enumerate() {
            columns.push(GridColumn::new(instrument, units.len(), locale));
            for (place, provision) in instrument.provisions.iter().enumerate() {
                let values = |facet: Facet| facet.of_provision(provision, dataset);
                units.push(Unit::new(at, instrument, place, values, dataset));
            }
        }
        let mut rows = Vec::new();
        let topics = dataset.groups.iter().flat_map(|group| group.topics.iter().map(move |topic| (group, topic)));
        for (row, (group, topic)) in topics.enumerate() {
            let mut cells = Vec::with_capacity(dataset.instruments.len());
            for (at, instrument) in dataset.instruments.iter().enumerate() {
                let mut cell = GridCell::new(instrument, topic, locale);
                if let Some(answer) = cell.answer(topic) {
                    let values = |facet| match facet {
                        Facet::Topics => 1 << row,
                        Facet::Answers => answer.bit(),
                        _ => 0,
                    };
                    cell.unit = Some(units.len());
                    units.push(Unit::new(at, instrument, 0, values, dataset));
                }
                cells.push(cell);
            }
            rows.push(GridRow {
                group,
                topic,
                title: Text::new(topic.title, locale),
                group_title: Text::new(group.title, locale),
                also: folded(topic.also, locale),
                cells,
            });
        }
        Self { dataset, rows, columns, units }
    }

    /// The rows in which a search finds an answer, as bits: by its own texts, and those of its row and column.
    pub(super) fn found(&self, unit: &Unit, search: &Search) -> u64 {
        let Some(column) = self.columns.get(unit.instrument) else { return 0 };
        let topics = *unit.values.of(Facet::Topics);
        let mut found = 0;
        for (at, row) in self.rows.iter().enumerate().filter(|(at, _)| topics >> at & 1 == 1) {
            let (row_texts, column_texts) = (row.folded(), column.folded());
            let header = row_texts.iter().chain(&column_texts);
            let matches = if unit.is(Answer::Provision) {
                let texts = column.provisions.get(unit.provision).map(GridProvision::folded);
                search.matches(header.chain(texts.iter().flatten()).copied())
            } else {
                let texts = row.cells.get(unit.instrument).map(GridCell::folded);
                search.matches(header.chain(texts.iter().flatten()).copied())
            };
            found |= u64::from(matches) << at;
        }
        found
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
        values: impl Fn(Facet) -> u64,
        dataset: &Dataset,
    ) -> Self {
        let values = PerFacet::new(|facet| values(facet) | facet.of_instrument(instrument, dataset));
        Self { instrument: at, instrument_id: instrument.id, provision, values }
    }
}

impl GridRow {
    /// What is searched in a row's header.
    pub fn folded(&self) -> [&str; 3] {
        [&self.title.folded, &self.group_title.folded, &self.also]
    }
}

impl GridColumn {
    fn new(instrument: &'static Instrument, first_unit: usize, locale: &dyn Locale) -> Self {
        let titles = [instrument.short_title, instrument.full_title];
        Self {
            instrument,
            name: Text::new(instrument.name, locale),
            also: folded(&[&titles, instrument.also_known_as, instrument.search_names].concat(), locale),
            provisions: instrument.provisions.iter().map(|provision| GridProvision::new(provision, locale)).collect(),
            first_unit,
        }
    }

    /// What is searched in a column's header.
    pub fn folded(&self) -> [&str; 2] {
        [&self.name.folded, &self.also]
    }
}

impl GridProvision {
    fn new(provision: &'static Provision, locale: &dyn Locale) -> Self {
        let text = |text| Text::new(text, locale);
        Self {
            provision,
            pinpoint: text(provision.pinpoint),
            summary: text(provision.summary),
            words: provision.words.map(text),
            verb: text(provision.verb),
            duty_bearer_words: text(provision.duty_bearer_words),
            note: provision.note.map(text),
            force: fold(locale.words().force(provision.force), locale),
        }
    }

    /// What is searched in a provision.
    pub fn folded(&self) -> [&str; 7] {
        [
            &self.pinpoint.folded,
            &self.summary.folded,
            self.words.as_ref().map_or("", |words| &words.folded),
            &self.verb.folded,
            &self.duty_bearer_words.folded,
            self.note.as_ref().map_or("", |note| &note.folded),
            &self.force,
        ]
    }
}

impl GridCell {
    fn new(instrument: &'static Instrument, topic: &Topic, locale: &dyn Locale) -> Self {
        let of_force = |force| {
            let fits = move |provision: &Provision| provision.force == force && provision.topics.contains(&topic.id);
            instrument.provisions.iter().enumerate().filter(move |(_, provision)| fits(provision)).map(|(at, _)| at)
        };
        let silence = instrument.silences.iter().find(|silence| silence.topic == topic.id);
        Self {
            provisions: Force::NAMED.into_iter().flat_map(|(_, force)| of_force(force)).collect(),
            silence,
            silence_note: silence.and_then(|silence| silence.note).map(|note| Text::new(note, locale)),
            extent: silence.map(|silence| fold(locale.words().extent(silence.extent), locale)).unwrap_or_default(),
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

    /// What is searched in a silence.
    pub fn folded(&self) -> [&str; 2] {
        [&self.extent, self.silence_note.as_ref().map_or("", |note| &note.folded)]
    }
}

/// Texts as one, apart enough that no word runs from one into the next.
fn folded(texts: &[&str], locale: &dyn Locale) -> String {
    fold(&texts.join("\n"), locale)
}
