//! The dataset as it is published, read from JSON and checked by the rules that hold for `assets/data`.
//!
//! Whoever wrote the JSON may mean no good: it is refused where it is too large, too deep or no dataset, and every
//! problem names its place in the document, as in `$.instruments[3].provisions[0].topics[1]`.

/// What holds between fields, and how much of each there may be.
mod check;
/// One field after the other.
mod read;
/// The document.
mod value;

use std::fmt;

pub(crate) use self::{
    read::{FromFields, FromJson, Object, choice, json_enum, json_struct},
    value::Json,
};
use crate::dataset::Published;

/// A larger file is not read.
pub const MOST_BYTES: usize = 32_000_000;

/// Reads a dataset in the published form, and checks it.
///
/// # Errors
///
/// When it is no such dataset.
pub fn read_published(json: &[u8]) -> Result<Published, Refused> {
    if json.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    // Some editors put a mark of their own before a text.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let json: Json = serde_json::from_slice(json)?;
    let mut wrong = Wrong::default();
    let published = read::published(&json, &mut wrong);
    drop(json);
    // What could not be read would be reported a second time.
    if wrong.0.is_empty() {
        check::check(&published, &mut wrong);
    }
    if wrong.0.is_empty() { Ok(published) } else { Err(Refused::Wrong(wrong)) }
}

/// Why a dataset is not shown.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It is not even read.
    #[error("it is larger than {} MB", MOST_BYTES / 1_000_000)]
    TooLarge,
    /// It is no JSON, or one of too many levels.
    #[error("it is no JSON: {0}")]
    NoJson(#[from] serde_json::Error),
    /// It is JSON, and no dataset.
    #[error("{0}")]
    Wrong(Wrong),
}

/// What is wrong with a document, the first few things of it.
#[derive(Debug, Default)]
pub struct Wrong(Vec<Problem>);

/// One thing wrong.
#[derive(Debug)]
pub struct Problem {
    /// Where: `$.groups[0].topics[2].id`.
    pub place: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl Wrong {
    /// Who mends so many asks again; a document may hold a million.
    const MOST: usize = 10;
    /// A text of the document is told with no more characters than these.
    const LONGEST: usize = 300;

    /// The problems, in the order they were found in.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }

    fn add(&mut self, place: Place, what: impl Into<String>) {
        if self.0.len() < Self::MOST {
            self.0.push(Problem { place: place.to_string(), what: what.into().chars().take(Self::LONGEST).collect() });
        }
    }

    fn add_if(&mut self, place: Place, what: Option<impl Into<String>>) {
        if let Some(what) = what {
            self.add(place, what);
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, Problem { place, what }) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(f, "{separator}{place}: {what}")?;
        }
        if self.0.len() == Self::MOST { f.write_str("; and there may be more") } else { Ok(()) }
    }
}

/// A place in the document; written out only where something is wrong.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    Document,
    Field(&'a Place<'a>, &'static str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    const fn field(&self, name: &'static str) -> Place<'_> {
        Place::Field(self, name)
    }

    const fn item(&self, at: usize) -> Place<'_> {
        Place::Item(self, at)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.write_str("$"),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, at) => write!(f, "{parent}[{at}]"),
        }
    }
}
