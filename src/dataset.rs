//! The embedded dataset, checked and written by the build script from `assets/data`.

pub use vat_content::dataset::*;

/// Every fact the widget shows.
pub static DATASET: Dataset = include!(concat!(env!("OUT_DIR"), "/dataset.rs"));
