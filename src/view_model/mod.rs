//! Exactly what is shown: a dataset and a query in, words and numbers out. The view only lays it out.

mod about;
mod comparison;
mod filters;
mod grid;
mod layout;

use std::rc::Rc;

pub use about::{AboutInstrument, StatedFact};
pub use comparison::{Cell, Column, Comparison, Group, ProvisionEntry, Row, SilenceEntry};
pub use filters::{Choice, ChoiceGroup, Filters, PairChoice, TextSizeChoice};
pub use grid::Grid;
pub use layout::Layout;

use crate::{
    locale::{Locale, Words, fill},
    query::Query,
};

/// All that a widget shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewModel {
    /// The words of the interface.
    pub words: Words,
    /// How the room is used.
    pub layout: Layout,
    /// The controls and what they are set to.
    pub filters: Filters,
    /// The table.
    pub comparison: Comparison,
    /// Facts of the instruments in the table.
    pub about: Rc<Vec<AboutInstrument>>,
    /// Version and date of the dataset, in a sentence.
    pub edition: String,
}

impl ViewModel {
    /// What `query` shows of the dataset in `grid`. `start` is what the page's owner asked for.
    ///
    /// Rows that look as they did in `before` are the same `Rc`, so that the view can skip them.
    #[must_use]
    pub fn new(grid: &Grid, query: &Query, start: &Query, locale: &dyn Locale, before: Option<&Self>) -> Self {
        let words = locale.words();
        let layout = Layout::new(query);
        let columns = if layout.is_pair() { query.pair(grid.dataset).to_vec() } else { query.instruments.clone() };
        let dataset = grid.dataset;
        let about = about::about(dataset, &columns, locale);
        Self {
            words,
            layout,
            filters: Filters::new(dataset, query, start, layout, locale),
            comparison: Comparison::new(grid, query, &columns, locale, before.map(|before| &before.comparison)),
            about: match before {
                Some(before) if *before.about == about => before.about.clone(),
                _ => Rc::new(about),
            },
            edition: fill(words.edition, &[("version", dataset.version), ("date", &locale.date(dataset.date))]),
        }
    }
}
