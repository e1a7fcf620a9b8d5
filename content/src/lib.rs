//! What is edited by hand: the dataset and the words of the interface.
//!
//! The types here are plain data that can stand in a Rust `static`, so the widget carries no parser.
//! With the feature `compile`, `assets/` is read, checked and written as such statics.

#![allow(clippy::exhaustive_structs, clippy::exhaustive_enums)]

/// The shape of the dataset: instruments, provisions, silences, topics.
pub mod dataset;
/// The shape of the words of the interface.
pub mod strings;

/// One TOML table, read with its place, so that every problem names file, line and field.
#[cfg(feature = "compile")]
mod record;

/// `assets/data` → checked [`dataset::Dataset`].
#[cfg(feature = "compile")]
mod read;

/// `assets/i18n` → checked [`strings::Strings`].
#[cfg(feature = "compile")]
mod read_strings;

#[cfg(feature = "compile")]
pub use {
    read::read_dataset,
    read_strings::read_strings,
    record::{Problem, Problems},
};

/// A value as a Rust expression that can stand in a `static`.
#[cfg(feature = "compile")]
pub fn to_rust(value: &impl databake::Bake) -> String {
    value.bake(&databake::CrateEnv::default()).to_string()
}
