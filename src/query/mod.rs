//! What the reader asked for, and the one way to change it.

mod action;
mod address;
mod at;
mod attributes;
mod facet;
mod fold;
mod history;
mod order;
mod reading;
mod search;
mod text_size;
mod view;

pub use action::Action;
pub use address::Address;
pub use at::At;
pub use attributes::{Attribute, UnknownValue};
pub use facet::{Answer, Chosen, Facet, PerFacet};
pub use fold::fold;
pub use history::History;
pub use order::{ColumnOrder, Direction, Order};
pub use reading::Reading;
pub use search::{Search, Term};
pub use text_size::TextSize;
pub use view::View;

use crate::dataset::{Dataset, Instrument};

/// Id of an instrument, as in [`crate::dataset::Instrument::id`].
pub type InstrumentId = &'static str;
/// Id of a topic, as in [`crate::dataset::Topic::id`].
pub type TopicId = &'static str;

/// The whole state of a widget: what is asked for, and the room there is to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The question asked.
    pub view: View,
    /// What stands in the search box, exactly as typed.
    pub search: String,
    /// The columns, in the order of the reader; none for the usual ones of the view.
    pub instruments: Option<Vec<InstrumentId>>,
    /// What is chosen of each facet.
    pub chosen: Chosen,
    /// The two instruments chosen where there is room for two only, or where two are asked for; else the first two.
    pub pair: Option<[InstrumentId; 2]>,
    /// What the reader has collected, in the order of collecting: provisions, and cells without any.
    pub collected: Vec<At>,
    /// Nothing else is asked for.
    pub only_collected: bool,
    /// The order of the rows.
    pub order: Order,
    /// The column that stays in sight, before all others.
    pub pinned: Option<InstrumentId>,
    /// What is opened, scrolled to and marked.
    pub at: Option<At>,
    /// How large everything is.
    pub text_size: TextSize,
    /// How the text is set.
    pub reading: Reading,
    /// The widget's width in `em` at the first text size.
    pub room: u16,
}

impl Query {
    /// A desktop's width, in `em`: what is assumed until the widget was measured.
    const USUAL_ROOM: u16 = 75;
    /// So much can be collected: it has to fit into an address.
    pub const MOST_COLLECTED: usize = 50;

    /// What is shown where nobody asked for anything.
    #[must_use]
    pub fn new() -> Self {
        Self {
            view: View::default(),
            search: String::new(),
            instruments: None,
            chosen: Chosen::default(),
            pair: None,
            collected: Vec::new(),
            only_collected: false,
            order: Order::default(),
            pinned: None,
            at: None,
            text_size: TextSize::default(),
            reading: Reading::default(),
            room: Self::USUAL_ROOM,
        }
    }

    /// It asks for a table that the outline of a dataset can show.
    #[must_use]
    pub fn asks_for_first_table(&self, dataset: &Dataset) -> bool {
        let mut shown =
            self.columns(dataset).into_iter().map(|column| column.id).chain(self.pair.into_iter().flatten());
        self.view == View::Compare && shown.all(|id| dataset.shown_first.contains(&id))
    }

    /// It asks for more than the outline of a dataset can show.
    #[must_use]
    pub fn asks_for_more(&self, dataset: &Dataset) -> bool {
        let filters = !self.search.trim().is_empty() || !self.chosen.is_empty() || !self.collected.is_empty();
        let changes = self.order != Order::default() || self.reading != Reading::default();
        !self.asks_for_first_table(dataset) || filters || changes || self.at.is_some()
    }

    /// The same, as another is read: its text size, how its text is set, and its room.
    #[must_use]
    pub fn as_read(self, other: &Self) -> Self {
        Self { text_size: other.text_size, reading: other.reading, room: other.room, ..self }
    }

    /// The same with the subject of the view chosen: what filters have to work with.
    #[must_use]
    pub fn with_subject(&self, dataset: &Dataset) -> Self {
        let mut query = self.clone();
        match self.view {
            View::Topic(topic) | View::Time(topic) => query.chosen.set(Facet::Topics, |id| id == topic, dataset),
            View::Instrument(instrument) => query.instruments = Some(vec![instrument]),
            View::Differences => query = query.with_pair(dataset),
            _ => {}
        }
        query
    }

    /// The same with the two instruments as columns that are compared where two are.
    #[must_use]
    pub fn with_pair(&self, dataset: &Dataset) -> Self {
        Self { instruments: Some(self.pair(dataset).to_vec()), pinned: None, ..self.clone() }
    }

    /// The instruments asked for, the pinned one first.
    ///
    /// Where nobody chose any, a table shows the dataset's first few, and everything else shows all; a kind or status
    /// that is asked for shows all of that kind, for a reader who asks for action plans wants to see some, and so does
    /// what is collected.
    #[must_use]
    pub fn instruments(&self, dataset: &Dataset) -> Vec<&'static Instrument> {
        let narrowed = self.only_collected
            || [Facet::Kinds, Facet::Statuses].iter().any(|facet| !self.chosen.of(*facet).is_empty());
        let mut instruments: Vec<_> = match &self.instruments {
            Some(ids) => ids.iter().filter_map(|id| dataset.instrument(id)).collect(),
            None if self.view.is_table() && !narrowed => {
                dataset.shown_first.iter().filter_map(|id| dataset.instrument(id)).collect()
            }
            None => dataset.instruments.iter().collect(),
        };
        if let Some(pinned) = self.pinned {
            instruments.sort_by_cached_key(|instrument| usize::from(instrument.id != pinned));
        }
        instruments
    }

    /// Those of the instruments asked for that are of a kind and status asked for, and hold something collected where
    /// nothing else is asked for: the columns.
    #[must_use]
    pub fn columns(&self, dataset: &Dataset) -> Vec<&'static Instrument> {
        let mut columns = self.instruments(dataset);
        for facet in [Facet::Kinds, Facet::Statuses] {
            let chosen = self.chosen.mask(facet, dataset);
            columns.retain(|instrument| chosen == 0 || facet.of_instrument(instrument, dataset) & chosen != 0);
        }
        if self.only_collected {
            columns.retain(|instrument| self.collected.iter().any(|place| place.instrument() == instrument.id));
        }
        columns
    }

    /// Ids of the instruments asked for.
    #[must_use]
    pub fn instrument_ids(&self, dataset: &Dataset) -> Vec<InstrumentId> {
        self.instruments(dataset).iter().map(|instrument| instrument.id).collect()
    }

    /// The two instruments to compare where there is room for two only, or where two are asked for.
    #[must_use]
    pub fn pair(&self, dataset: &Dataset) -> [InstrumentId; 2] {
        self.pair.unwrap_or_else(|| {
            let chosen = self.instruments.as_deref().unwrap_or(dataset.shown_first);
            let mut ids = chosen.iter().chain(dataset.shown_first).copied();
            let first = ids.next().unwrap_or_default();
            let second = ids.find(|id| *id != first).unwrap_or_default();
            [first, second]
        })
    }
}

impl Default for Query {
    fn default() -> Self {
        Self::new()
    }
}
