//! What is edited by hand: the dataset and the words of the interface.
//!
//! With the feature `compile`, `assets/` is read, checked and packed into texts that the widget embeds; without it
//! there is only the way back, so the widget carries no parser.

#![allow(clippy::exhaustive_structs, clippy::exhaustive_enums)]

/// The shape of the dataset: instruments, provisions, silences, topics, and what stands beside the table.
pub mod dataset;
/// The shape of the words of the interface.
pub mod strings;

/// Values as one text, and back.
pub mod packed;

/// What a field may hold.
#[cfg(feature = "rules")]
mod rules;

/// The dataset as it is published, read from JSON and checked.
#[cfg(feature = "json")]
pub mod json;

/// One TOML table, read with its place, so that every problem names file, line and field.
#[cfg(feature = "compile")]
mod record;

/// `assets/data` → checked [`Published`].
#[cfg(feature = "compile")]
mod read;

/// `assets/i18n` → checked [`strings::Strings`].
#[cfg(feature = "compile")]
mod read_strings;

#[cfg(feature = "compile")]
pub use {
    dataset::Published,
    read::read_dataset,
    read_strings::read_strings,
    record::{Problem, Problems},
};
