//! What is made when a reader first turns to the table: the whole dataset, and what makes and lays out all besides a
//! first table.
//!
//! A first table stands without it, and so stands sooner. Nothing else names `DATASET`, `REFERENCE`, `Grid::new` or
//! `ALL_LAYOUTS`.

use by_address::ByAddress;

use crate::{
    dataset::DATASET,
    locale::Locale,
    query::Search,
    view::{ALL_LAYOUTS, Layouts},
    view_model::Grid,
};

/// What is made.
#[derive(Debug, Clone, Copy)]
pub struct OnDemand {
    /// Its styles.
    pub css: &'static str,
    /// Makes the grid of the whole dataset.
    pub grid: fn(&dyn Locale) -> Grid,
    /// Lays out what it answers.
    pub layouts: Layouts,
    /// Where what is typed stands in texts: for each place the text, the start and the end in units of UTF-16.
    pub found: fn(&str, &[String], &dyn Locale) -> Vec<usize>,
}

/// All of it.
#[must_use]
pub fn on_demand() -> OnDemand {
    let css = include_str!(concat!(env!("OUT_DIR"), "/on_demand.css"));
    OnDemand { css, grid: |locale| Grid::new(&DATASET, locale), layouts: ByAddress(&ALL_LAYOUTS), found }
}

fn found(typed: &str, texts: &[String], locale: &dyn Locale) -> Vec<usize> {
    let search = Search::new(typed, locale);
    let mut places = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        for found in search.found(text, locale) {
            let units = |bytes| text.get(..bytes).map_or(0, |before| before.encode_utf16().count());
            places.extend([at, units(found.start), units(found.end)]);
        }
    }
    places
}
