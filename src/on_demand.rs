//! What is loaded when a reader first turns to the table: the whole dataset, and what makes and lays out all besides a
//! first table.
//!
//! `wasm_split` marks where the build cuts the wasm in two (`xtask/src/build/split.rs`): what only the marked function
//! reaches goes into the second part, and weighs nothing on a first visit; the two share memory and functions. So no
//! other code that runs in a browser names `DATASET`, `REFERENCE`, `Grid::new` or `ALL_LAYOUTS`, nor what only they
//! reach.

use std::{cell::Cell, future::Future, pin::Pin, time::Duration};

use by_address::ByAddress;
use gloo::timers::future::sleep;
use js_sys::Date;
use vat_content::packed::from_packed;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::{
    dataset::{DATASET, Published, REFERENCE},
    locale::Locale,
    query::Search,
    view::{ALL_LAYOUTS, Layouts},
    view_model::Grid,
};

/// It was not loaded: the files of the widget are not all there, or the line is down.
pub type NotLoaded = SplitLoaderError;

/// A grid that is being made, while the page goes on.
pub type GridInSlices<'a> = Pin<Box<dyn Future<Output = Grid> + 'a>>;

/// The way into what was loaded.
#[derive(Debug, Clone, Copy)]
pub struct OnDemand {
    /// The styles of what it lays out.
    pub css: &'static str,
    /// Makes the grid of the whole dataset.
    pub grid: fn(&dyn Locale) -> Grid,
    /// Makes the grid of a dataset that was read at run time, from the text that `reader/` makes of it.
    pub grid_of: fn(String, &dyn Locale) -> GridInSlices<'_>,
    /// Lays out what it answers.
    pub layouts: Layouts,
    /// Where what is typed stands in texts: for each place the number of the text, the start and the end in units of
    /// UTF-16.
    pub found: fn(&str, &[String], &dyn Locale) -> Vec<usize>,
}

/// Loads it, the first time; after a failure it is tried again.
///
/// # Errors
///
/// When it cannot be loaded. The browser's console says why.
pub async fn load() -> Result<OnDemand, NotLoaded> {
    on_demand().await
}

/// The mark: the build makes a call of it load the second part, by `assets/on_demand.js`.
#[wasm_split(on_demand, fallible)]
fn on_demand() -> Result<OnDemand, NotLoaded> {
    let css = include_str!(concat!(env!("OUT_DIR"), "/on_demand.css"));
    Ok(OnDemand { css, grid, grid_of, layouts: ByAddress(&ALL_LAYOUTS), found })
}

fn grid(locale: &dyn Locale) -> Grid {
    Grid::new(&DATASET, &REFERENCE, locale)
}

fn grid_of(packed: String, locale: &dyn Locale) -> GridInSlices<'_> {
    Box::pin(async move {
        let slices = Slices::begin().await;
        // Tables may come and go: it lives as long as the page, as the built-in dataset does.
        let published: &'static Published = Box::leak(Box::new(from_packed(packed.leak())));
        slices.pause().await;
        let grid =
            Grid::in_slices(&published.dataset, &published.reference, locale, async || slices.pause().await).await;
        slices.pause().await;
        grid
    })
}

/// Work that lets the browser do other things now and then.
struct Slices {
    /// When the browser last could, in milliseconds.
    began: Cell<f64>,
}

impl Slices {
    /// So long the browser waits at most for the parts of a slice that are short; a browser may let each pause take four.
    const SLICE_MS: f64 = 8.0;

    /// Begins the first slice when the browser has done what is to be done now.
    async fn begin() -> Self {
        sleep(Duration::ZERO).await;
        Self { began: Cell::new(Date::now()) }
    }

    /// After a part of the work.
    async fn pause(&self) {
        if Date::now() - self.began.get() >= Self::SLICE_MS {
            sleep(Duration::ZERO).await;
            self.began.set(Date::now());
        }
    }
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
