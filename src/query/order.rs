use crate::dataset::Dataset;

/// The order of the rows of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// In groups, as the dataset has them.
    #[default]
    Groups,
    /// By name.
    Name(Direction),
    /// By the number of provisions in the columns shown.
    Provisions(Direction),
    /// By how forceful the provisions of a column are: an instrument, or a topic where instruments are the rows.
    Force(&'static str, Direction),
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The first, fewest or weakest first.
    Ascending,
    /// The last, most or strongest first.
    Descending,
}

impl Direction {
    /// The other way.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl Order {
    /// `groups`, `name`, `provisions` or the id of a column, with `-descending` where it runs so.
    #[must_use]
    pub fn value(self) -> String {
        let (name, direction) = match self {
            Self::Groups => ("groups", Direction::Ascending),
            Self::Name(direction) => ("name", direction),
            Self::Provisions(direction) => ("provisions", direction),
            Self::Force(id, direction) => (id, direction),
        };
        [name, if direction == Direction::Descending { DESCENDING } else { "" }].concat()
    }

    /// Reads what [`Self::value`] writes.
    #[must_use]
    pub fn from_value(value: &str, dataset: &Dataset) -> Option<Self> {
        let (name, direction) = match value.strip_suffix(DESCENDING) {
            Some(name) => (name, Direction::Descending),
            None => (value, Direction::Ascending),
        };
        match name {
            "groups" if direction == Direction::Ascending => Some(Self::Groups),
            "name" => Some(Self::Name(direction)),
            "provisions" => Some(Self::Provisions(direction)),
            id => {
                let instrument = dataset.instrument(id).map(|instrument| instrument.id);
                Some(Self::Force(instrument.or_else(|| Some(dataset.topic(id)?.id))?, direction))
            }
        }
    }
}

const DESCENDING: &str = "-descending";

/// The ways to put the columns in order all at once; the reader can move each on from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnOrder {
    /// Treaties, action plans, declarations; each by date.
    Kind,
    /// The oldest first.
    Date,
    /// The one with most provisions first.
    Provisions,
}

impl ColumnOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Kind, Self::Date, Self::Provisions];
}
