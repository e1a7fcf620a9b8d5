//! The dataset as a table: which provisions stand in which cell. Built once a dataset.

use crate::{
    dataset::{Dataset, Force, Instrument, Provision, Silence, Topic, TopicGroup},
    locale::Locale,
    query::fold,
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
    /// Folded titles of topic and group.
    pub folded: String,
    /// One cell a column.
    pub cells: Vec<GridCell>,
}

#[derive(Debug)]
pub(super) struct GridColumn {
    pub instrument: &'static Instrument,
    /// Folded names and titles.
    pub folded: String,
    /// Folded texts, one a provision.
    pub folded_provisions: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct GridCell {
    /// Places in the instrument's provisions, the most forceful first, then in the order of the text.
    pub provisions: Vec<usize>,
    pub silence: Option<&'static Silence>,
    /// What was found instead, folded.
    pub folded_silence: String,
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
                    folded: folded(&[topic.title, group.title], locale),
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

impl GridColumn {
    fn new(instrument: &'static Instrument, locale: &dyn Locale) -> Self {
        let names = [instrument.name, instrument.short_title, instrument.full_title];
        let words = locale.words();
        Self {
            instrument,
            folded: folded(&[&names, instrument.also_known_as].concat(), locale),
            folded_provisions: instrument
                .provisions
                .iter()
                .map(|provision| {
                    let texts = provision_texts(provision);
                    folded(&[&texts[..], &[words.force(provision.force)]].concat(), locale)
                })
                .collect(),
        }
    }
}

/// What is searched in a provision.
fn provision_texts(provision: &Provision) -> [&'static str; 6] {
    [
        provision.pinpoint,
        provision.summary,
        provision.words.unwrap_or_default(),
        provision.verb,
        provision.duty_bearer_words,
        provision.note.unwrap_or_default(),
    ]
}

impl GridCell {
    fn new(instrument: &'static Instrument, topic: &Topic, locale: &dyn Locale) -> Self {
        let of_force = |force| {
            let fits = move |provision: &Provision| provision.force == force && provision.topics.contains(&topic.id);
            instrument.provisions.iter().enumerate().filter(move |(_, provision)| fits(provision)).map(|(at, _)| at)
        };
        let silence = instrument.silences.iter().find(|silence| silence.topic == topic.id);
        let silence_texts =
            silence.map(|silence| [locale.words().extent(silence.extent), silence.note.unwrap_or_default()]);
        Self {
            provisions: Force::NAMED.into_iter().flat_map(|(_, force)| of_force(force)).collect(),
            silence,
            folded_silence: silence_texts.map(|texts| folded(&texts, locale)).unwrap_or_default(),
        }
    }
}

/// Texts as one, apart enough that no word runs from one into the next.
fn folded(texts: &[&str], locale: &dyn Locale) -> String {
    fold(&texts.join("\n"), locale)
}
