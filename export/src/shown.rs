//! What the reader sees, made anew from what they asked for.

use std::fmt;

use victim_assistance_table::{
    dataset::DATASET,
    locale::Locale,
    query::{Action, Attribute, History, Query},
    view_model::{Grid, ViewModel},
};

use crate::words::ExportStrings;

/// What is printed, saved or copied, and what is said of it.
pub struct Shown<'a> {
    /// What the reader sees.
    pub model: ViewModel,
    /// What the page's owner and the reader asked for.
    pub query: Query,
    /// What depends on the language.
    pub locale: &'a dyn Locale,
    /// The words of printing, saving and citing.
    pub words: &'static ExportStrings,
    /// Address of the page, `https:` or `http:`; it leads to what is shown, where the page keeps that in its address.
    pub address: Option<String>,
    /// The day, ISO 8601.
    pub today: String,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shown").field("query", &self.query).finish_non_exhaustive()
    }
}

impl<'a> Shown<'a> {
    /// What `asked` asks for: attributes of the table with their values, and its room in `em`, where it has any.
    pub fn new<'b>(
        asked: impl IntoIterator<Item = (&'b str, &'b str)>,
        room: Option<u16>,
        locale: &'a dyn Locale,
        words: &'static ExportStrings,
        address: Option<String>,
        today: String,
    ) -> Self {
        let mut usual = Query::new();
        if let Some(room) = room {
            usual = usual.reduce(Action::Room(room), &usual, &DATASET);
        }
        let mut query = usual.clone();
        let asked: Vec<_> = asked.into_iter().collect();
        // What is asked for later may let go of what was asked for before: the order is that of the table.
        for attribute in Attribute::ALL {
            if let Some((_, value)) = asked.iter().find(|(name, _)| *name == attribute.name()) {
                query = query.reduce(attribute.read(Some(value), &DATASET).0, &usual, &DATASET);
            }
        }
        // Started from what is usual, so that all that was asked for is told.
        let mut history = History::new(usual);
        history.change(Action::TextSize(query.text_size), &DATASET);
        history.visit(query.clone());
        let model = ViewModel::new(&Grid::new(&DATASET, locale), &history, None, locale, None);
        Self { model, query, locale, words, address, today }
    }
}
