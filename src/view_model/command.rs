use super::grid::GridProvision;
use crate::{
    dataset::{Instrument, Topic},
    query::{Action, At, InstrumentId, View},
};

/// Something the reader can do by one button: what it is called, and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What the button says.
    pub label: String,
    /// What it does.
    pub action: Action,
    /// It is what is shown now, or is not; none where it never stays.
    pub current: Option<bool>,
}

impl Command {
    pub(super) fn new(label: impl Into<String>, action: Action) -> Self {
        Self { label: label.into(), action, current: None }
    }

    /// Shows an instrument.
    pub(super) fn to_instrument(instrument: &Instrument) -> Self {
        Self::new(instrument.short_title, Action::Show(View::Instrument(instrument.id)))
    }

    /// Goes to what an instrument says on a topic.
    pub(super) fn to_cell(instrument: InstrumentId, topic: &Topic) -> Self {
        Self::new(topic.title, Action::GoTo(Some(At::Cell(instrument, topic.id))))
    }

    /// Goes to a provision of an instrument.
    pub(super) fn to_provision(instrument: InstrumentId, texts: &GridProvision) -> Self {
        Self::new(&*texts.full_pinpoint, Action::GoTo(Some(At::Provision(instrument, texts.provision.id))))
    }

    pub(super) fn current(self, current: bool) -> Self {
        Self { current: Some(current), ..self }
    }
}
