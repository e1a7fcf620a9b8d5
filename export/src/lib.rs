//! Print, save, cite: what `<victim-assistance-table>` loads when a reader asks for it.
//!
//! A wasm of its own, so that it weighs nothing on a first visit. It is told what the reader asked for, as attributes,
//! and makes the same view model of it as the table on the screen.
//!
//! # Code map, in reading order
//!
//! - [`words`]: the words of printing, saving and citing.
//! - [`shown`]: what the reader sees, made anew from what they asked for.
//! - [`paper`]: the same as a document of its own, to be printed or saved.
//! - [`records`]: the same, flat: one record an answer.
//! - [`mod@file`]: the same as files: CSV, JSON, Markdown, a spreadsheet, a text document.
//! - [`citation`]: an instrument, a provision or a publication as a citation, in each style.
//! - [`subject`]: what can be cited by itself.
//! - [`dialog`]: where the reader says how.
//! - [`browser`]: what the page calls, and what touches the browser.

pub mod browser;
pub mod citation;
pub mod dialog;
pub mod file;
pub mod paper;
pub mod records;
pub mod shown;
pub mod subject;
pub mod words;
