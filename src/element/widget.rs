use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use by_address::ByAddress;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::Callback;

use super::{
    HEADING_LEVEL, NO_TOOLBAR, REMEMBER_TEXT_SIZE, Shown, URL_STATE, VictimAssistanceTable, address, root::Root,
    storage, whole_grid,
};
use crate::{
    dataset::Dataset,
    intl::Intl,
    locale::{Locale, fill},
    on_demand::{self, OnDemand},
    query::{Action, Address, At, Attribute, History, Query},
    view::WidgetProps,
    view_model::{Grid, Layout, Shared, ViewModel},
};

/// After so long without a keystroke a reader has stopped typing, and the count is announced.
const TYPING_PAUSE_MS: u32 = 500;

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
    /// The count that was announced last.
    announced: RefCell<String>,
    /// What was told after it.
    told: RefCell<String>,
    announcement: Cell<Option<Timeout>>,
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
            announced: RefCell::new(model.status.clone()),
            told: RefCell::default(),
            history: RefCell::new(history),
            model: RefCell::new(model),
            rows: Cell::new(FIRST_ROWS),
            fresh_rows: Cell::new(FRESH_ROWS),
            announcement: Cell::default(),
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
        self.0.announcement.set(None);
        self.0.waits.set(false);
        if let Some(root) = self.0.root.take() {
            root.leave();
        }
    }
}

impl State {
    /// Loads all that a first table does without, unless it is there; then shows what is asked for.
    fn load(self: &Rc<Self>) {
        if self.on_demand.get().is_some() || self.loads.replace(true) {
            return;
        }
        let state = self.clone();
        spawn_local(async move {
            let loaded = on_demand::load().await;
            state.loads.set(false);
            state.loaded(loaded.ok());
        });
    }

    fn loaded(self: &Rc<Self>, on_demand: Option<OnDemand>) {
        let words = self.intl.words();
        let Some(on_demand) = on_demand else {
            if self.waits.get() {
                return self.host.fail(words.rest_not_loaded);
            }
            self.tell(words.rest_not_loaded);
            return self.show();
        };
        self.on_demand.set(Some(on_demand));
        self.grid.replace(whole_grid(on_demand, &self.intl));
        self.update_model();
        if *self.told.borrow() == words.rest_not_loaded {
            self.told.take();
        }
        self.announce_unless_typing();
        self.begin();
    }

    /// All that is asked for can be shown.
    fn begin(&self) {
        self.waits.set(false);
        self.show();
    }

    /// The reader did something with a control: it is reflected, and told to the page.
    fn step(self: &Rc<Self>, action: Action) {
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

    fn undo(self: &Rc<Self>) {
        if self.history.borrow_mut().undo() {
            self.changed();
            self.reflect();
            self.host.changed();
        }
    }

    /// Shows what the address asks for, where the page's owner lets it ask.
    fn visit(self: &Rc<Self>) {
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
    fn changed(self: &Rc<Self>) {
        self.update_model();
        self.announce();
        self.reveals.set(self.history.borrow().now().at.is_some());
        self.show();
    }

    /// All of the model is on the page. Yew lets the browser do other things in the midst of a long rendering, so that
    /// no timer could tell.
    fn rendered(&self) {
        if !self.stands.get() {
            if !self.host.shown() {
                return;
            }
            self.stands.set(true);
        }
        self.host.keep_focus();
        self.host.mark(!self.history.borrow().now().search.trim().is_empty());
        if let Some(rows) = self.rows_of_large_table() {
            self.host.large(self.rows.get() < rows || self.is_late());
        }
        // It may be in the next rendering only, where another was still under way.
        if self.reveals.get() && self.host.reveal() {
            self.reveals.set(false);
        }
    }

    fn update_model(self: &Rc<Self>) {
        self.make_model(FRESH_ROWS);
    }

    /// Makes so many rows of a large table anew, and everything else.
    fn make_model(self: &Rc<Self>, fresh_rows: usize) {
        self.fresh_rows.set(fresh_rows);
        let before = self.model.borrow().clone();
        let links = self.host.get_attribute(URL_STATE);
        let model = ViewModel::of_rows(
            fresh_rows,
            &self.grid.borrow(),
            &self.history.borrow(),
            links.as_deref(),
            &self.intl,
            Some(&before),
        );
        *self.model.borrow_mut() = ByAddress(Rc::new(model));
        if self.asks_for_more() {
            self.load();
        }
    }

    /// The layout of what is asked for now.
    fn layout(&self) -> Layout {
        Layout::new(self.history.borrow().now(), &self.grid.borrow())
    }

    fn rows_of_large_table(&self) -> Option<usize> {
        self.model.borrow().table().filter(|table| table.is_large()).map(|table| table.rows().count())
    }

    fn is_late(&self) -> bool {
        self.model.borrow().table().is_some_and(|table| table.is_late)
    }

    /// More is asked for than the outline can show.
    fn asks_for_more(&self) -> bool {
        self.history.borrow().now().asks_for_more(self.dataset) || self.model.borrow().nothing.is_some()
    }

    fn announce(&self) {
        self.announcement.set(None);
        self.told.take();
        self.announced.replace(self.model.borrow().status.clone());
    }

    /// After something the reader did not ask for. A scroll bar may come and go with what is typed, and the rest of the
    /// table be there: what is typed is still to be announced, and to be written into the address.
    fn announce_unless_typing(&self) {
        let pending = self.announcement.take();
        if pending.is_none() {
            self.announced.replace(self.model.borrow().status.clone());
        }
        self.announcement.set(pending);
    }

    fn announce_later(self: &Rc<Self>) {
        let state = self.clone();
        // A timeout that is replaced is cancelled.
        self.announcement.set(Some(Timeout::new(TYPING_PAUSE_MS, move || {
            state.announce();
            state.show();
            // Browsers allow so many changes of the address in a time, and Back should not go letter by letter.
            let is_step = !state.typing.replace(true);
            state.write_address(is_step);
        })));
    }

    /// Says something in the status line, after the count.
    fn tell(&self, message: &str) {
        self.announced.replace(self.model.borrow().status.clone());
        self.told.replace(message.to_owned());
    }

    fn show(&self) {
        if let Some(root) = self.root.borrow_mut().as_mut().filter(|_| !self.waits.get()) {
            root.show(self.props());
        }
    }

    fn props(&self) -> WidgetProps {
        let mut status = self.announced.borrow().clone();
        let told = self.told.borrow();
        if !told.is_empty() {
            status.push_str(self.intl.words().separator);
            status.push_str(&told);
        }
        WidgetProps {
            model: self.model.borrow().clone(),
            rows: self.rows.get(),
            layouts: self.on_demand.get().map(|on_demand| on_demand.layouts),
            status: status.into(),
            heading_level: self.host.get_attribute(HEADING_LEVEL).and_then(|level| level.parse().ok()).unwrap_or(2),
            no_toolbar: self.host.has_attribute(NO_TOOLBAR),
            has_links: self.host.has_attribute(URL_STATE),
            dispatch: self.dispatch.clone(),
            undo: self.undo.clone(),
            rendered: self.rendered.clone(),
        }
    }

    /// Writes the query back into the attributes and the address.
    fn reflect(&self) {
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
