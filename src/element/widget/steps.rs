//! What a reader does, and where it is written back: into the attributes and the address.

use std::rc::Rc;

use super::State;
use crate::{
    element::{REMEMBER_TEXT_SIZE, URL_STATE, address, storage},
    locale::{Locale, fill},
    query::{Action, Address, Attribute, Query},
};

impl State {
    /// The reader did something with a control: it is reflected, and told to the page.
    pub(super) fn step(self: &Rc<Self>, action: Action) {
        let typing = matches!(action, Action::Search(_));
        let kept = matches!(action, Action::TextSize(_) | Action::Reading(_));
        if !self.history.borrow_mut().step(action, self.dataset) {
            return;
        }
        if typing {
            self.update_model();
            self.announce_later();
            self.show();
            self.reflect_attributes();
        } else {
            self.changed();
            self.reflect();
        }
        if kept && self.host.has_attribute(REMEMBER_TEXT_SIZE) {
            for attribute in Attribute::KEPT {
                storage::keep(attribute, &attribute.value(self.history.borrow().now(), self.dataset));
            }
        }
        self.host.changed();
    }

    pub(super) fn undo(self: &Rc<Self>) {
        if self.history.borrow_mut().undo() {
            self.changed();
            self.reflect();
            self.host.changed();
        }
    }

    /// Shows what the address asks for, where the page's owner lets it ask.
    pub(super) fn visit(self: &Rc<Self>) {
        let Some(name) = self.host.get_attribute(URL_STATE) else { return };
        self.typing.set(false);
        let (asked, unknown) = address::read(&name).read(self.history.borrow().start(), self.dataset);
        if self.history.borrow_mut().visit(asked) {
            self.changed();
        }
        if !unknown.is_empty() {
            let words = self.intl.words();
            let values: Vec<_> = unknown.iter().map(|problem| problem.value.as_str()).collect();
            self.tell(&fill(words.link_not_understood, &[("values", &values.join(words.list_separator))]));
            for problem in &unknown {
                self.host.warn(&problem.to_string());
            }
            self.show();
        }
        self.reflect_attributes();
    }

    /// Shows the query as it is now, and announces how much is shown.
    pub(super) fn changed(self: &Rc<Self>) {
        self.update_model();
        self.announce();
        self.reveals.set(self.history.borrow().now().at.is_some());
        self.show();
    }

    fn announce_later(self: &Rc<Self>) {
        let state = self.clone();
        self.status.when_typing_stops(move || {
            state.announce();
            state.show();
            // Browsers allow so many changes of the address in a time, and Back should not go letter by letter.
            let is_step = !state.typing.replace(true);
            state.write_address(is_step);
        });
    }

    /// Writes the query back into the attributes and the address.
    pub(super) fn reflect(&self) {
        self.reflect_attributes();
        self.typing.set(false);
        self.write_address(true);
    }

    /// Writes what differs from what the page asked for into the address, where the page allows it; `step` is one that
    /// Back goes back from.
    fn write_address(&self, step: bool) {
        if let Some(name) = self.host.get_attribute(URL_STATE) {
            let history = self.history.borrow();
            address::write(&name, &Address::write(history.now(), history.start(), self.dataset), step);
        }
    }

    fn reflect_attributes(&self) {
        for attribute in Attribute::ALL {
            // Setting an attribute calls back into this widget: nothing may be borrowed.
            let value = attribute.write(self.history.borrow().now(), &Query::new(), self.dataset);
            let set = match value {
                Some(value) => self.host.set_attribute(attribute.name(), &value),
                None => self.host.remove_attribute(attribute.name()),
            };
            // The names are valid, so the browser has no reason to refuse.
            debug_assert!(set.is_ok(), "{set:?}");
        }
    }
}
