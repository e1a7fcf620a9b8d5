use crate::query::Action;

/// Something the reader can do by one button: what it is called, and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What the button says.
    pub label: String,
    /// What it does.
    pub action: Action,
    /// It is what is shown now.
    pub current: bool,
}

impl Command {
    pub(super) fn new(label: impl Into<String>, action: Action) -> Self {
        Self { label: label.into(), action, current: false }
    }

    pub(super) fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }
}
