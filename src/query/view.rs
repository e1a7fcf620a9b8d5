use super::{InstrumentId, TopicId};
use crate::dataset::Dataset;

/// The question that is asked of the dataset: each view is an answer to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// What do these instruments say, topic by topic? The table: rows are topics, columns instruments.
    #[default]
    Compare,
    /// The same table with instruments as rows.
    Transposed,
    /// What does each instrument say on this topic? To be read, in order of date.
    Topic(TopicId),
    /// What is this instrument, and what does it say, from its first article to its last?
    Instrument(InstrumentId),
    /// Where do the words of two instruments differ?
    Differences,
    /// Where is an instrument silent while others speak?
    Gaps,
    /// Which instrument added what to this topic, and when?
    Time(TopicId),
    /// How much is said where? The whole dataset on one screen.
    Overview,
    /// Who works on victim assistance?
    Organisations,
    /// What was written on it?
    Publications,
}

impl View {
    /// Every view, in the order a reader is offered them; those on one subject with the dataset's first.
    #[must_use]
    pub fn all(dataset: &Dataset) -> [Self; 10] {
        let topic = dataset.groups.iter().flat_map(|group| group.topics).find(|topic| topic.core);
        let topic = topic.map_or("", |topic| topic.id);
        let instrument = dataset.shown_first.first().copied().unwrap_or_default();
        [
            Self::Compare,
            Self::Transposed,
            Self::Topic(topic),
            Self::Instrument(instrument),
            Self::Differences,
            Self::Gaps,
            Self::Time(topic),
            Self::Overview,
            Self::Organisations,
            Self::Publications,
        ]
    }

    /// The name in attributes and addresses, without its subject.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::Transposed => "transposed",
            Self::Topic(_) => "topic",
            Self::Instrument(_) => "instrument",
            Self::Differences => "differences",
            Self::Gaps => "gaps",
            Self::Time(_) => "time",
            Self::Overview => "overview",
            Self::Organisations => "organisations",
            Self::Publications => "publications",
        }
    }

    /// The topic or instrument it is about.
    #[must_use]
    pub const fn subject(self) -> Option<&'static str> {
        match self {
            Self::Topic(id) | Self::Instrument(id) | Self::Time(id) => Some(id),
            _ => None,
        }
    }

    /// The same question about another subject; a view without one stays as it is.
    #[must_use]
    pub const fn about(self, id: &'static str) -> Self {
        match self {
            Self::Topic(_) => Self::Topic(id),
            Self::Time(_) => Self::Time(id),
            Self::Instrument(_) => Self::Instrument(id),
            other => other,
        }
    }

    /// `compare`, or `topic:medical-care`.
    #[must_use]
    pub fn value(self) -> String {
        match self.subject() {
            Some(subject) => [self.name(), subject].join(":"),
            None => self.name().to_owned(),
        }
    }

    /// Reads what [`Self::value`] writes; a subject that is left out is the dataset's first.
    #[must_use]
    pub fn from_value(value: &str, dataset: &Dataset) -> Option<Self> {
        let (name, subject) = value.split_once(':').map_or((value, None), |(name, subject)| (name, Some(subject)));
        let view = Self::all(dataset).into_iter().find(|view| view.name() == name)?;
        let Some(subject) = subject else { return Some(view) };
        match view {
            Self::Topic(_) | Self::Time(_) => Some(view.about(dataset.topic(subject)?.id)),
            Self::Instrument(_) => Some(view.about(dataset.instrument(subject)?.id)),
            _ => None,
        }
    }

    /// The reader chooses which instruments it is about.
    #[must_use]
    pub const fn has_columns(self) -> bool {
        !matches!(self, Self::Instrument(_) | Self::Differences | Self::Organisations | Self::Publications)
    }

    /// Provisions stand in a table of topics and instruments.
    #[must_use]
    pub const fn is_table(self) -> bool {
        matches!(self, Self::Compare | Self::Transposed)
    }
}
