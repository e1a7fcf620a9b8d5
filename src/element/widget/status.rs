//! The status line.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;

/// After so long without a keystroke a reader has stopped typing, and the count is announced.
const TYPING_PAUSE_MS: u32 = 500;

/// How much is shown, announced once, and what was told after it.
#[derive(Default)]
pub(super) struct Status {
    /// The count that was announced last.
    count: RefCell<String>,
    told: RefCell<String>,
    /// While a reader types: announces the count when they have stopped.
    pause: Cell<Option<Timeout>>,
}

impl Status {
    /// Announces how much is shown.
    pub(super) fn announce(&self, count: &str) {
        self.pause.set(None);
        self.told.take();
        self.count.replace(count.to_owned());
    }

    /// The same after something the reader did not ask for. A scroll bar may come and go with what is typed, and the rest
    /// of the table be there: what is typed is still to be announced.
    pub(super) fn announce_unless_typing(&self, count: &str) {
        let pause = self.pause.take();
        if pause.is_none() {
            self.count.replace(count.to_owned());
        }
        self.pause.set(pause);
    }

    /// Calls back when the reader has stopped typing.
    pub(super) fn when_typing_stops(&self, call: impl FnOnce() + 'static) {
        // A timeout that is replaced is cancelled.
        self.pause.set(Some(Timeout::new(TYPING_PAUSE_MS, call)));
    }

    /// Says something after the count.
    pub(super) fn tell(&self, count: &str, message: &str) {
        self.count.replace(count.to_owned());
        self.told.replace(message.to_owned());
    }

    /// Says it no more, if that is what was told.
    pub(super) fn take_back(&self, message: &str) {
        if *self.told.borrow() == message {
            self.told.take();
        }
    }

    /// The line, with a separator between both.
    pub(super) fn line(&self, separator: &str) -> String {
        let (count, told) = (self.count.borrow(), self.told.borrow());
        if told.is_empty() { count.clone() } else { [&**count, separator, &**told].concat() }
    }

    /// Announces nothing more.
    pub(super) fn close(&self) {
        self.pause.set(None);
    }
}
