//! One element's table: what the element's class calls, and its state.

mod showing;
mod status;
mod steps;

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use by_address::ByAddress;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Callback;

use self::status::Status;
use super::{REMEMBER_TEXT_SIZE, Shown, URL_STATE, VictimAssistanceTable, root::Root, storage};
use crate::{
    dataset::Dataset,
    intl::Intl,
    locale::Locale,
    on_demand::OnDemand,
    query::{Action, At, Attribute, History, Query},
    view_model::{Grid, Shared, ViewModel},
};

/// So many rows of a large table are shown at once: they fill a window, mostly. The others follow within a moment, when
/// the browser has time.
const FIRST_ROWS: usize = 6;

/// So many that are shown say at once what is asked now, more than fit into a window.
const FRESH_ROWS: usize = 20;

/// One element's table: the state, and the Yew app that shows it. Owned by the element's class.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget(Rc<State>);

struct State {
    host: VictimAssistanceTable,
    /// Its outline, which tells all that a query may name.
    dataset: &'static Dataset,
    /// Of the outline, until the whole dataset is loaded.
    grid: RefCell<Rc<Grid>>,
    /// All that a first table does without; none until it is loaded.
    on_demand: Cell<Option<OnDemand>>,
    /// It is being loaded.
    loads: Cell<bool>,
    intl: Intl,
    history: RefCell<History>,
    model: RefCell<Shared<ViewModel>>,
    /// How many rows of a large table are laid out yet.
    rows: Cell<usize>,
    /// How many of those that are shown say what is asked now; the others follow.
    fresh_rows: Cell<usize>,
    status: Status,
    /// What stands in the address was typed: more of it is the same step.
    typing: Cell<bool>,
    /// Made once, so that components see the same ones each time.
    dispatch: Callback<Action>,
    undo: Callback<()>,
    rendered: Callback<()>,
    /// The table stands, and the page was told.
    stands: Cell<bool>,
    /// What a link led to is to be brought into sight when it is on the page.
    reveals: Cell<bool>,
    /// Where it is shown, until it is closed.
    root: RefCell<Option<Root>>,
    /// What stands inside the element is there to be read, until all that is asked for can be shown.
    waits: Cell<bool>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State").field("history", &self.history).finish_non_exhaustive()
    }
}

impl Widget {
    /// Shows a dataset in `base`, as the attributes of `host` ask for it, in so much room.
    pub(super) fn open(host: VictimAssistanceTable, base: Element, room: u16, shown: Shown) -> Self {
        let Shown { grid, on_demand } = shown;
        let dataset = grid.dataset;
        let intl = Intl::english();
        let usual = Query::new();
        let mut start = if room > 0 { usual.reduce(Action::Room(room), &usual, dataset) } else { usual.clone() };
        for attribute in Attribute::ALL {
            if let Some(value) = host.get_attribute(attribute.name()) {
                let action = read(&host, attribute, Some(&value), dataset);
                start = start.reduce(action, &usual, dataset);
            }
        }
        let mut history = History::new(start);
        if host.has_attribute(REMEMBER_TEXT_SIZE) {
            for attribute in Attribute::KEPT {
                if let Some(value) = storage::kept(attribute) {
                    history.change(attribute.read(Some(&value), dataset).0, dataset);
                }
            }
        }
        let links = host.get_attribute(URL_STATE);
        let model = ByAddress(Rc::new(ViewModel::new(&grid, &history, links.as_deref(), &intl, None)));
        let state = Rc::new_cyclic(|state: &Weak<State>| State {
            host,
            dataset,
            grid: RefCell::new(grid),
            on_demand: Cell::new(on_demand),
            loads: Cell::default(),
            intl,
            status: Status::default(),
            history: RefCell::new(history),
            model: RefCell::new(model),
            rows: Cell::new(FIRST_ROWS),
            fresh_rows: Cell::new(FRESH_ROWS),
            typing: Cell::default(),
            // The app holds the callbacks and the state holds the app: a weak link, or neither would be freed.
            dispatch: weakly(state, State::step),
            undo: weakly(state, |state, ()| state.undo()),
            rendered: weakly(state, |state, ()| state.rendered()),
            stands: Cell::default(),
            reveals: Cell::default(),
            root: RefCell::new(Some(Root::take(base))),
            waits: Cell::new(true),
        });
        state.announce();
        state.visit();
        state.reveals.set(state.history.borrow().now().at.is_some());
        if on_demand.is_none() && state.asks_for_more() {
            state.load();
        } else if state.rows_of_large_table().is_some() {
            // To sort so many rows took a while: others may do what waits.
            let state = state.clone();
            Timeout::new(0, move || state.begin()).forget();
        } else {
            state.begin();
        }
        Self(state)
    }
}

#[wasm_bindgen]
impl Widget {
    /// An attribute was set, or removed.
    pub fn attribute(&self, name: &str, value: Option<String>) {
        let Some(attribute) = Attribute::from_name(name) else {
            self.0.update_model();
            self.0.show();
            return;
        };
        let reflected = attribute.write(self.0.history.borrow().now(), &Query::new(), self.0.dataset);
        if value != reflected {
            let action = read(&self.0.host, attribute, value.as_deref(), self.0.dataset);
            if self.0.history.borrow_mut().restart(action, self.0.dataset) {
                self.0.changed();
            }
        }
    }

    /// The value an attribute has now, also where it is the usual one; none for an attribute of another kind.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        Some(Attribute::from_name(name)?.value(self.0.history.borrow().now(), self.0.dataset))
    }

    /// The element is so wide, in `em` at the first text size.
    pub fn room(&self, room: u16) {
        let changed = self.0.history.borrow_mut().change(Action::Room(room), self.0.dataset);
        // A scroll bar may come and go: what does not depend on it is not made anew.
        if changed && self.0.layout() != self.0.model.borrow().layout {
            self.0.update_model();
            self.0.announce_unless_typing();
            self.0.show();
        }
    }

    /// The address of the page has changed.
    pub fn visit(&self) {
        self.0.visit();
    }

    /// There is time to lay out so many more rows; or all have to be there.
    pub fn lay_out(&self, more: Option<usize>) {
        let fresh_rows = self.0.fresh_rows.get();
        // However many rows there are, what is not theirs is made anew for each slice: there are not to be too many.
        let (rows, fresh_rows) = match more {
            Some(more) => (self.0.rows.get().saturating_add(more), fresh_rows.saturating_add(more.max(fresh_rows / 8))),
            None => (usize::MAX, usize::MAX),
        };
        self.0.rows.set(rows);
        if self.0.is_late() {
            self.0.make_model(fresh_rows);
        }
        self.0.show();
    }

    /// A reader turns to the table: all that they may ask of it is loaded.
    pub fn load(&self) {
        self.0.load();
    }

    /// Where what is searched for stands in `texts`: for each place the text, the start and the end, counted as
    /// JavaScript does, in units of UTF-16.
    #[must_use]
    pub fn found(&self, texts: Vec<String>) -> Vec<usize> {
        let Some(on_demand) = self.0.on_demand.get() else { return Vec::new() };
        (on_demand.found)(&self.0.history.borrow().now().search, &texts, &self.0.intl)
    }

    /// The reader collects what stands in a place, or lets it go.
    pub fn collect(&self, place: &str) {
        if let Some(place) = At::from_value(place, self.0.dataset) {
            self.0.step(Action::Collect(place));
        }
    }

    /// A link was copied, or could not be.
    pub fn copied(&self, copied: bool) {
        let words = self.0.intl.words();
        self.0.tell(if copied { words.copied } else { words.not_copied });
        self.0.show();
    }

    /// What a button asks for could not be loaded.
    pub fn not_loaded(&self) {
        self.0.tell(self.0.intl.words().not_loaded);
        self.0.show();
    }

    /// Takes all filters back to what the page asked for.
    pub fn reset(&self) {
        if self.0.history.borrow_mut().change(Action::Reset, self.0.dataset) {
            self.0.changed();
            self.0.reflect();
        }
    }

    /// Frees everything the table holds.
    pub fn close(self) {
        self.0.status.close();
        self.0.waits.set(false);
        if let Some(root) = self.0.root.take() {
            root.leave();
        }
    }
}

/// A callback that does nothing when the state is gone.
fn weakly<T: 'static>(state: &Weak<State>, call: fn(&Rc<State>, T)) -> Callback<T> {
    let state = state.clone();
    Callback::from(move |value| {
        if let Some(state) = state.upgrade() {
            call(&state, value);
        }
    })
}

/// Reads an attribute; what is not understood is told to the page's owner.
fn read(host: &VictimAssistanceTable, attribute: Attribute, value: Option<&str>, dataset: &Dataset) -> Action {
    let (action, unknown) = attribute.read(value, dataset);
    for problem in &unknown {
        host.warn(&problem.to_string());
    }
    action
}
