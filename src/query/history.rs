use super::{Action, Query};
use crate::dataset::Dataset;

/// The query, what it was before, and what the page's owner asked for.
#[derive(Debug, Clone)]
pub struct History {
    start: Query,
    now: Query,
    /// What Undo goes back to, the latest last.
    past: Vec<Query>,
    /// The last step was typing: more of it is the same step.
    typing: bool,
}

impl History {
    /// So many steps back are kept.
    const STEPS: usize = 100;

    /// Starts with what the page's owner asked for.
    #[must_use]
    pub fn new(start: Query) -> Self {
        Self { now: start.clone(), start, past: Vec::new(), typing: false }
    }

    /// What is asked for now.
    #[must_use]
    pub const fn now(&self) -> &Query {
        &self.now
    }

    /// What the page's owner asked for: where Reset goes back to.
    #[must_use]
    pub const fn start(&self) -> &Query {
        &self.start
    }

    /// There is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// The reader does something: a step that can be taken back. Says whether it changed anything.
    pub fn step(&mut self, action: Action, dataset: &Dataset) -> bool {
        let mut typing = matches!(action, Action::Search(_));
        let next = self.now.reduce(action, &self.start, dataset);
        if next == self.now {
            return false;
        }
        let before = std::mem::replace(&mut self.now, next);
        if !(typing && self.typing) {
            if self.past.len() == Self::STEPS {
                self.past.remove(0);
            }
            self.past.push(before);
        } else if self.past.last() == Some(&self.now) {
            // What was typed is taken back by hand.
            self.past.pop();
            typing = false;
        }
        self.typing = typing;
        true
    }

    /// Takes the reader's last step back; how wide the widget is stays as it is. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.now = Query { room: self.now.room, ..before };
        self.typing = false;
        true
    }

    /// Something else than the reader changes the query: the room, a method. Says whether it changed anything.
    pub fn change(&mut self, action: Action, dataset: &Dataset) -> bool {
        let next = self.now.reduce(action, &self.start, dataset);
        let changed = next != self.now;
        self.now = next;
        changed
    }

    /// The page's owner asks for something: now, and wherever Reset goes back to. Says whether it changed anything.
    pub fn restart(&mut self, action: Action, dataset: &Dataset) -> bool {
        self.start = self.start.reduce(action.clone(), &Query::new(), dataset);
        self.change(action, dataset)
    }

    /// The address asks for something, on top of what the page's owner asked for. Says whether it changed anything.
    pub fn visit(&mut self, query: Query) -> bool {
        let next = query.as_read(&self.now);
        let changed = next != self.now;
        self.now = next;
        self.typing = false;
        changed
    }
}
