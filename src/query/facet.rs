use crate::dataset::{Dataset, DutyBearer, Extent, Force, Instrument, InstrumentKind, Provision, Status};

/// A property by which provisions, and answers that are none, are chosen. The columns are chosen by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// What is spoken of.
    Topics,
    /// How far a provision binds.
    Forces,
    /// Who owes it.
    DutyBearers,
    /// What sort of instrument says it.
    Kinds,
    /// Whether the instrument is in force, or its period has ended.
    Statuses,
    /// What the answer is: a provision, a silence, or that nobody has looked.
    Answers,
}

/// An answer of an instrument on a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It has a provision.
    Provision,
    /// It was read whole and says nothing, or touches the topic only in part.
    Silence(Extent),
    /// Nobody has read it for the topic.
    NotAssessed,
}

impl Answer {
    /// Every answer with its name in attributes and addresses.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("provision", Self::Provision),
        ("silent", Self::Silence(Extent::Silent)),
        ("partial", Self::Silence(Extent::Partial)),
        ("not-assessed", Self::NotAssessed),
    ];
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 6] =
        [Self::Topics, Self::Forces, Self::DutyBearers, Self::Kinds, Self::Statuses, Self::Answers];

    /// The name of its attribute.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Forces => "forces",
            Self::DutyBearers => "duty-bearers",
            Self::Kinds => "kinds",
            Self::Statuses => "statuses",
            Self::Answers => "answers",
        }
    }

    /// Every value that can be chosen, in reading order; of topics as many as the dataset has, of all else fewer than 64.
    #[must_use]
    pub fn values(self, dataset: &Dataset) -> Vec<&'static str> {
        match self {
            Self::Topics => dataset.topics().map(|topic| topic.id).collect(),
            Self::Forces => names(&Force::NAMED),
            Self::DutyBearers => names(&DutyBearer::NAMED),
            Self::Kinds => names(&InstrumentKind::NAMED),
            Self::Statuses => names(&Status::NAMED),
            Self::Answers => names(&Answer::NAMED),
        }
    }

    /// The values an instrument has, as bits at the places in [`Self::values`]; none for a facet of provisions.
    #[must_use]
    pub fn of_instrument(self, instrument: &Instrument, dataset: &Dataset) -> u64 {
        match self {
            Self::Kinds => bit(&InstrumentKind::NAMED, instrument.kind),
            // The facts are of the dataset's day: so is what follows from them.
            Self::Statuses => bit(&Status::NAMED, instrument.status(dataset.date)),
            Self::Topics | Self::Forces | Self::DutyBearers | Self::Answers => 0,
        }
    }

    /// The values a provision has, in the same way; none for a facet of instruments, nor for topics, which may be more
    /// than there are bits.
    #[must_use]
    pub fn of_provision(self, provision: &Provision) -> u64 {
        match self {
            Self::Forces => bit(&Force::NAMED, provision.force),
            Self::DutyBearers => bit(&DutyBearer::NAMED, provision.duty_bearer),
            Self::Answers => bit(&Answer::NAMED, Answer::Provision),
            Self::Topics | Self::Kinds | Self::Statuses => 0,
        }
    }
}

impl Answer {
    /// Its bit at its place in [`Facet::values`].
    #[must_use]
    pub fn bit(self) -> u64 {
        bit(&Self::NAMED, self)
    }
}

fn bit<T: PartialEq>(named: &[(&'static str, T)], value: T) -> u64 {
    mask(named, |(_, other)| *other == value)
}

fn mask<T>(values: &[T], has: impl Fn(&T) -> bool) -> u64 {
    values.iter().enumerate().filter(|(_, value)| has(value)).fold(0, |mask, (at, _)| mask | 1 << at)
}

fn names<T>(named: &[(&'static str, T)]) -> Vec<&'static str> {
    named.iter().map(|(name, _)| *name).collect()
}

/// A value for each facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PerFacet<T>([T; Facet::ALL.len()]);

impl<T> PerFacet<T> {
    /// Asks for the value of each facet.
    #[must_use]
    pub fn new(value: impl FnMut(Facet) -> T) -> Self {
        Self(Facet::ALL.map(value))
    }

    /// The value of a facet.
    #[must_use]
    pub const fn of(&self, facet: Facet) -> &T {
        let [topics, forces, duty_bearers, kinds, statuses, answers] = &self.0;
        match facet {
            Facet::Topics => topics,
            Facet::Forces => forces,
            Facet::DutyBearers => duty_bearers,
            Facet::Kinds => kinds,
            Facet::Statuses => statuses,
            Facet::Answers => answers,
        }
    }

    /// The value of a facet, to be changed.
    pub const fn of_mut(&mut self, facet: Facet) -> &mut T {
        let [topics, forces, duty_bearers, kinds, statuses, answers] = &mut self.0;
        match facet {
            Facet::Topics => topics,
            Facet::Forces => forces,
            Facet::DutyBearers => duty_bearers,
            Facet::Kinds => kinds,
            Facet::Statuses => statuses,
            Facet::Answers => answers,
        }
    }
}

/// What is chosen of each facet; nothing chosen is everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen(PerFacet<Vec<&'static str>>);

impl Chosen {
    /// The values chosen of a facet.
    #[must_use]
    pub fn of(&self, facet: Facet) -> &[&'static str] {
        self.0.of(facet)
    }

    /// The same as bits at the places in [`Facet::values`]; none for everything. Not of topics.
    #[must_use]
    pub fn mask(&self, facet: Facet, dataset: &Dataset) -> u64 {
        mask(&facet.values(dataset), |value| self.of(facet).contains(value))
    }

    /// Nothing is chosen of any facet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Facet::ALL.into_iter().all(|facet| self.of(facet).is_empty())
    }

    /// Chooses these values of a facet, and puts them in order.
    pub fn set(&mut self, facet: Facet, chosen: impl Fn(&str) -> bool, dataset: &Dataset) {
        let values = self.0.of_mut(facet);
        *values = facet.values(dataset);
        values.retain(|value| chosen(value));
    }
}
