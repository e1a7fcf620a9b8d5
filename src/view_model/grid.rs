//! The dataset as a table: which provisions stand in which cell. Built once a dataset.

use crate::{
    dataset::{Dataset, Force, Instrument, Provision, Silence, Topic, TopicGroup},
    locale::Locale,
    query::{Text, fold},
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
}

impl Grid {
    /// Sorts the dataset's provisions and silences into cells.
    #[must_use]
    pub fn new(dataset: &'static Dataset, locale: &dyn Locale) -> Self {
        let rows = dataset.groups.iter().flat_map(|group| group.topics.iter().map(move |topic| (group, topic)));
        Self {
            dataset,
            rows: rows
                .map(|(group, topic)| GridRow {
                    group,
                    topic,
                    title: Text::new(topic.title, locale),
                    group_title: Text::new(group.title, locale),
                    also: folded(topic.also, locale),
                    cells: dataset
                        .instruments
                        .iter()
                        .map(|instrument| GridCell::new(instrument, topic, locale))
                        .collect(),
                })
                .collect(),
            columns: dataset.instruments.iter().map(|instrument| GridColumn::new(instrument, locale)).collect(),
        }
    }
}

impl GridRow {
    /// What is searched in a row's header.
    pub fn folded(&self) -> [&str; 3] {
        [&self.title.folded, &self.group_title.folded, &self.also]
    }
}

impl GridColumn {
    fn new(instrument: &'static Instrument, locale: &dyn Locale) -> Self {
        let titles = [instrument.short_title, instrument.full_title];
        Self {
            instrument,
            name: Text::new(instrument.name, locale),
            also: folded(&[&titles, instrument.also_known_as, instrument.search_names].concat(), locale),
            provisions: instrument.provisions.iter().map(|provision| GridProvision::new(provision, locale)).collect(),
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
