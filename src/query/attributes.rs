//! Attributes to actions and back.

use std::fmt;

use super::{Action, Query, TextSize};
use crate::dataset::Dataset;

/// An attribute that says something of the [`Query`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// `instruments`: ids, separated by spaces; left out for the usual ones, empty for none.
    Instruments,
    /// `topics`: ids, separated by spaces; left out for all.
    Topics,
    /// `search`: what stands in the search box.
    Search,
    /// `text-size`: `1` to `4`.
    TextSize,
}

/// A part of an attribute's value that is not understood, and is ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    /// The attribute.
    pub attribute: &'static str,
    /// What is not understood.
    pub value: String,
    /// What would be.
    pub known: String,
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.attribute)?;
        f.write_str("=\"")?;
        f.write_str(&self.value)?;
        f.write_str("\" is not understood and is ignored; use one of: ")?;
        f.write_str(&self.known)
    }
}

impl Attribute {
    /// Every attribute.
    pub const ALL: [Self; 4] = [Self::Instruments, Self::Topics, Self::Search, Self::TextSize];

    /// The name in HTML.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Instruments => "instruments",
            Self::Topics => "topics",
            Self::Search => "search",
            Self::TextSize => "text-size",
        }
    }

    /// The name of the property in JavaScript.
    #[must_use]
    pub const fn property(self) -> &'static str {
        match self {
            Self::TextSize => "textSize",
            Self::Instruments | Self::Topics | Self::Search => self.name(),
        }
    }

    /// The attribute of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// What a value asks for, and which parts of it are not understood. `None` is an attribute that is not there.
    #[must_use]
    pub fn read(self, value: Option<&str>, dataset: &Dataset) -> (Action, Vec<UnknownValue>) {
        let is_there = value.is_some();
        let value = value.unwrap_or_default();
        match self {
            Self::Instruments => {
                let known: Vec<_> = dataset.instruments.iter().map(|instrument| instrument.id).collect();
                let (mut ids, unknown) = self.read_ids(value, &known);
                // None is what the reader may choose; nothing understood is a mistake of the page's owner.
                if !is_there || (ids.is_empty() && !unknown.is_empty()) {
                    ids = dataset.shown_first.to_vec();
                }
                (Action::Instruments(ids), unknown)
            }
            Self::Topics => {
                let known: Vec<_> =
                    dataset.groups.iter().flat_map(|group| group.topics).map(|topic| topic.id).collect();
                let (ids, unknown) = self.read_ids(value, &known);
                (Action::Topics(ids), unknown)
            }
            Self::Search => (Action::Search(value.to_owned()), Vec::new()),
            Self::TextSize => {
                let size = TextSize::from_name(value);
                let unknown = if size.is_none() && !value.is_empty() {
                    vec![self.unknown(value, &TextSize::ALL.map(TextSize::name))]
                } else {
                    Vec::new()
                };
                (Action::TextSize(size.unwrap_or_default()), unknown)
            }
        }
    }

    /// The value that asks for what `query` holds.
    #[must_use]
    pub fn value(self, query: &Query) -> String {
        match self {
            Self::Instruments => query.instruments.join(" "),
            Self::Topics => query.topics.join(" "),
            Self::Search => query.search.clone(),
            Self::TextSize => query.text_size.name().to_owned(),
        }
    }

    /// The value to reflect; `None` where it is what a missing attribute asks for.
    #[must_use]
    pub fn write(self, query: &Query, dataset: &Dataset) -> Option<String> {
        let value = self.value(query);
        (value != self.value(&Query::new(dataset))).then_some(value)
    }

    fn read_ids(self, value: &str, known: &[&'static str]) -> (Vec<&'static str>, Vec<UnknownValue>) {
        let mut ids = Vec::new();
        let mut unknown = Vec::new();
        for word in value.split_whitespace() {
            match known.iter().find(|id| **id == word) {
                Some(id) => ids.push(*id),
                None => unknown.push(self.unknown(word, known)),
            }
        }
        (ids, unknown)
    }

    fn unknown(self, value: &str, known: &[&str]) -> UnknownValue {
        UnknownValue { attribute: self.name(), value: value.to_owned(), known: known.join(" ") }
    }
}
