use super::{InstrumentId, TopicId};
use crate::dataset::Dataset;

/// A place to open, scroll to and mark: a provision, or what an instrument says on a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A provision, by its id.
    Provision(InstrumentId, &'static str),
    /// A cell of the table.
    Cell(InstrumentId, TopicId),
}

impl At {
    /// The column it stands in.
    #[must_use]
    pub const fn instrument(self) -> InstrumentId {
        match self {
            Self::Provision(instrument, _) | Self::Cell(instrument, _) => instrument,
        }
    }

    /// `crpd/25-b`, or `crpd/topic/medical-care`.
    #[must_use]
    pub fn value(self) -> String {
        match self {
            Self::Provision(instrument, provision) => [instrument, provision].join("/"),
            Self::Cell(instrument, topic) => [instrument, "topic", topic].join("/"),
        }
    }

    /// Reads what [`Self::value`] writes.
    #[must_use]
    pub fn from_value(value: &str, dataset: &Dataset) -> Option<Self> {
        let (instrument, place) = value.split_once('/')?;
        let instrument = dataset.instrument(instrument)?;
        match place.strip_prefix("topic/") {
            Some(topic) => Some(Self::Cell(instrument.id, dataset.topic(topic)?.id)),
            None => {
                let provision = instrument.provision(place)?;
                Some(Self::Provision(instrument.id, provision.id))
            }
        }
    }

    /// The answers that stand there: of a cell with provisions these, each by itself; else the place itself.
    #[must_use]
    pub fn answers(self, dataset: &Dataset) -> Vec<Self> {
        let Self::Cell(id, topic) = self else { return vec![self] };
        let provisions = dataset.instrument(id).map_or(&[][..], |instrument| instrument.provisions);
        let provisions = provisions.iter().filter(|provision| provision.topics.contains(&topic));
        let answers: Vec<_> = provisions.map(|provision| Self::Provision(id, provision.id)).collect();
        if answers.is_empty() { vec![self] } else { answers }
    }

    /// The row it stands in; of a provision on several topics, the first.
    #[must_use]
    pub fn topic(self, dataset: &Dataset) -> Option<TopicId> {
        match self {
            Self::Cell(_, topic) => Some(topic),
            Self::Provision(instrument, id) => dataset.instrument(instrument)?.provision(id)?.topics.first().copied(),
        }
    }
}
