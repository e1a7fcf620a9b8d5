//! What is shown as files.
//!
//! Each says what it shows, of which edition of the dataset, when and where, and that the summaries are not the text;
//! only CSV, which has no place for that, says it in the heads of its columns.

mod cell;
mod csv;
mod document;
mod json;
mod markdown;
mod ooxml;
mod page;
mod report;
mod spreadsheet;
mod text;

pub use self::{
    csv::write as write_csv,
    document::write as write_document,
    markdown::write as write_markdown,
    report::{Block, Entry, Report, Table, TableGroup, TableRow},
    spreadsheet::write as write_spreadsheet,
};
use crate::{records::Records, shown::Shown, words::ExportStrings};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML, for word processors.
    Document,
    /// Office Open XML, for spreadsheets.
    Spreadsheet,
    /// For programs: one record an answer.
    Csv,
    /// To be read as it is, or made into anything.
    Markdown,
    /// A dataset of its own, in the schema of the whole.
    Json,
}

/// Why there is no file. [`ExportStrings::not_saved`] says it to readers.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Records.
    #[error("the records could not be written as CSV ({0}); a spreadsheet holds the same")]
    Csv(#[from] ::csv::Error),
    /// A dataset.
    #[error("the answers could not be written as JSON ({0}); dataset.json holds the whole dataset")]
    Json(#[from] serde_json::Error),
    /// A part of a spreadsheet or of a text document.
    #[error("the document could not be written ({0}); CSV and Markdown hold the same")]
    Document(#[from] std::io::Error),
    /// The file itself.
    #[error("the browser makes no files")]
    NoFiles,
    /// The parts together.
    #[error("the document could not be packed ({0}); CSV and Markdown hold the same")]
    Packing(#[from] zip::result::ZipError),
}

impl Format {
    /// Every kind of file.
    pub const ALL: [Self; 5] = [Self::Document, Self::Spreadsheet, Self::Csv, Self::Markdown, Self::Json];

    /// Name in events and methods.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Spreadsheet => "spreadsheet",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// The kind of file of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// Name for readers.
    #[must_use]
    pub const fn label(self, words: &ExportStrings) -> &'static str {
        match self {
            Self::Document => words.file_document,
            Self::Spreadsheet => words.file_spreadsheet,
            Self::Csv => words.file_csv,
            Self::Markdown => words.file_markdown,
            Self::Json => words.file_json,
        }
    }

    /// The end of a file name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Document => "docx",
            Self::Spreadsheet => "xlsx",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// Media type, as registered at IANA.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Document => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Spreadsheet => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// What is shown, as a file.
///
/// # Errors
///
/// When a writer of files refuses what is shown.
pub fn file(shown: &Shown, format: Format) -> Result<Vec<u8>, FileError> {
    match format {
        Format::Document => document::write(&Report::new(shown), shown.query.text_size, shown.words),
        Format::Spreadsheet => spreadsheet::write(&Report::new(shown), &Records::new(shown), shown.words),
        Format::Csv => csv::write(&Records::new(shown)),
        Format::Markdown => Ok(markdown::write(&Report::new(shown)).into_bytes()),
        Format::Json => json::write(shown),
    }
}

/// What the file is called: the same everywhere, and new every day.
#[must_use]
pub fn file_name(shown: &Shown, extension: &str) -> String {
    let is_safe = |char: &char| char.is_ascii_alphanumeric() || *char == '-';
    let day: String = shown.today.chars().filter(is_safe).collect();
    format!("victim-assistance-{day}.{extension}")
}
