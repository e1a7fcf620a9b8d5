//! The project's tasks. `cargo xtask --help` lists them.
//!
//! In reading order: [`pins`] says which tool in which version; [`setup`] gets those that are missing; [`build`] makes
//! `dist/` with them; [`serve`] and [`checks`] use it; [`integrity`] has pages check what
//! they load; [`package`] packs it for npm; [`data`] tells what the dataset covers. [`site`] is the web server of both, and of the browser tests, which
//! is why this is a library too. The rest is what all of them need: where things are ([`project`]), how a program is run
//! ([`run`]), what is said meanwhile ([`progress`]), what waits for what ([`lock`]), and what can go wrong ([`error`]).
//!
//! Invariants:
//! 1. A step looks first, and does nothing when there is nothing to do.
//! 2. Whatever fails ends with one sentence that says what to run by hand; the whole output of a failed program is in a
//!    file below `target/xtask/`.
//! 3. Nothing is downloaded but from crates.io, npm, Debian and, where its owner allows it, rustup.

pub mod pins;
pub mod setup;

pub mod build;
pub mod checks;
pub mod data;
pub mod integrity;
pub mod package;
pub mod serve;
pub mod site;

pub mod error;
pub mod lock;
pub mod progress;
pub mod project;
pub mod run;
