//! What the reader asked for, and the one way to change it.

mod action;
mod attributes;
mod fold;
mod search;
mod text_size;

pub use action::Action;
pub use attributes::{Attribute, UnknownValue};
pub use fold::{Text, fold};
pub use search::{Marked, Piece, Search};
pub use text_size::TextSize;

use crate::dataset::Dataset;

/// Id of an instrument, as in [`crate::dataset::Instrument::id`].
pub type InstrumentId = &'static str;
/// Id of a topic, as in [`crate::dataset::Topic::id`].
pub type TopicId = &'static str;

/// The whole state of a widget: what is asked for, and the room there is to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// What stands in the search box, exactly as typed.
    pub search: String,
    /// The columns, in the order of the dataset.
    pub instruments: Vec<InstrumentId>,
    /// The rows, in the order of the dataset; empty for all.
    pub topics: Vec<TopicId>,
    /// The two instruments chosen where there is room for two only; else the first two columns.
    pub pair: Option<[InstrumentId; 2]>,
    /// How large everything is.
    pub text_size: TextSize,
    /// The widget's width in `em` at the first text size.
    pub room: u16,
}

impl Query {
    /// A desktop's width, in `em`: what is assumed until the widget was measured.
    const USUAL_ROOM: u16 = 75;

    /// What is shown where nobody asked for anything.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        Self {
            search: String::new(),
            instruments: dataset.shown_first.to_vec(),
            topics: Vec::new(),
            pair: None,
            text_size: TextSize::default(),
            room: Self::USUAL_ROOM,
        }
    }

    /// The two instruments to compare where there is room for two only.
    #[must_use]
    pub fn pair(&self, dataset: &Dataset) -> [InstrumentId; 2] {
        self.pair.unwrap_or_else(|| {
            let mut ids = self.instruments.iter().chain(dataset.shown_first).copied();
            let first = ids.next().unwrap_or_default();
            let second = ids.find(|id| *id != first).unwrap_or_default();
            [first, second]
        })
    }
}
