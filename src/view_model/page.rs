use super::{about::StatedFact, answer::Cell, command::Command};

/// A view to be read from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence; may be empty.
    pub lead: String,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Id, for keys.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands below the heading; may be empty.
    pub description: String,
    /// Sentences.
    pub notes: Vec<String>,
    /// Facts with their sources.
    pub facts: Vec<StatedFact>,
    /// Answers.
    pub cell: Option<Cell>,
    /// Things that lead on, each with a sentence about it.
    pub lines: Vec<Line>,
    /// What it is about can be cited, under this name.
    pub cite: Option<String>,
}

impl Section {
    /// Nothing stands below its heading.
    pub(super) fn is_empty(&self) -> bool {
        let says_nothing = self.cell.as_ref().is_none_or(|cell| *cell == Cell::default());
        says_nothing && self.notes.is_empty() && self.facts.is_empty() && self.lines.is_empty()
    }
}

/// Something that leads on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where to.
    pub command: Command,
    /// A sentence about it; may be empty.
    pub text: String,
}
