//! What is loaded when a reader first turns to the table: the whole dataset, and what makes and lays out all besides a
//! first table.
//!
//! The build puts it into a wasm of its own (`xtask/src/build/split.rs`), which shares its memory with the first: what
//! only `on_demand` reaches weighs nothing on a first visit. So nothing else names `DATASET`, `REFERENCE`,
//! `Grid::new` or `ALL_LAYOUTS`, nor what only they reach.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use by_address::ByAddress;
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

/// A dataset that was read at run time (`reader/`).
#[derive(Debug)]
pub struct Given {
    /// Where it comes from.
    pub address: String,
    /// The dataset as one text.
    pub packed: String,
}

thread_local! {
    // One of each for all elements on a page.
    static WHOLE_GRID: OnceCell<Rc<Grid>> = const { OnceCell::new() };
    static GIVEN_GRIDS: RefCell<Vec<(String, Rc<Grid>)>> = const { RefCell::new(Vec::new()) };
}

/// What was loaded.
#[derive(Debug, Clone, Copy)]
pub struct OnDemand {
    /// Its styles.
    pub css: &'static str,
    /// The grid of the whole dataset, or of one that is given at run time: the same one each time.
    pub grid: fn(Option<Given>, &dyn Locale) -> Rc<Grid>,
    /// Lays out what it answers.
    pub layouts: Layouts,
    /// Where what is typed stands in texts: for each place the text, the start and the end in units of UTF-16.
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

#[wasm_split(on_demand, fallible)]
fn on_demand() -> Result<OnDemand, NotLoaded> {
    let css = include_str!(concat!(env!("OUT_DIR"), "/on_demand.css"));
    Ok(OnDemand { css, grid, layouts: ByAddress(&ALL_LAYOUTS), found })
}

fn grid(given: Option<Given>, locale: &dyn Locale) -> Rc<Grid> {
    let Some(Given { address, packed }) = given else {
        let whole = || Rc::new(Grid::new(&DATASET, &REFERENCE, locale));
        return WHOLE_GRID.with(|grid| grid.get_or_init(whole).clone());
    };
    GIVEN_GRIDS.with_borrow_mut(|grids| {
        if let Some((_, grid)) = grids.iter().find(|(known, _)| *known == address) {
            return grid.clone();
        }
        // Tables may come and go: what is given lives as long as the page, as the built-in dataset does.
        let given: &'static Published = Box::leak(Box::new(from_packed(packed.leak())));
        let grid = Rc::new(Grid::new(&given.dataset, &given.reference, locale));
        grids.push((address, grid.clone()));
        grid
    })
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
