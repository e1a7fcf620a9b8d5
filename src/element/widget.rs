use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, console};
use yew::{AppHandle, Callback, Renderer};

use super::{HEADING_LEVEL, NO_TOOLBAR, REMEMBER_TEXT_SIZE, VictimAssistanceTable, events, grid, intl::Intl, storage};
use crate::{
    dataset::DATASET,
    query::{Action, Attribute, Query},
    view::{App, AppProps},
    view_model::{Grid, ViewModel},
};

/// After so long without a keystroke a reader has stopped typing, and the count is announced.
const TYPING_PAUSE_MS: u32 = 500;

/// One element's table: the state, and the Yew app that shows it. Owned by the element's class.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget(Rc<State>);

struct State {
    host: VictimAssistanceTable,
    grid: Rc<Grid>,
    intl: Intl,
    /// What the page's owner asked for: where Reset goes back to.
    start: RefCell<Query>,
    query: RefCell<Query>,
    model: RefCell<Rc<ViewModel>>,
    status: RefCell<String>,
    announcement: Cell<Option<Timeout>>,
    /// Made once, so that components see the same one each time.
    dispatch: Callback<Action>,
    app: RefCell<Option<AppHandle<App>>>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State").field("query", &self.query).finish_non_exhaustive()
    }
}

/// Who an action comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// The reader, with a control: it is reflected, and told to the page.
    Reader,
    /// The page, with an attribute: it is where Reset goes back to.
    Attribute,
    /// The page, with a method: it is reflected.
    Method,
    /// The room there is: nobody asked for anything.
    Room,
}

impl Widget {
    /// Shows the table in `base`, as the attributes of `host` ask for it, in so much room.
    pub(super) fn open(host: VictimAssistanceTable, base: Element, room: u16) -> Self {
        let intl = Intl::english();
        let grid = grid(&intl);
        let usual = Query::new(&DATASET);
        let mut start = if room > 0 { usual.reduce(Action::Room(room), &usual, &DATASET) } else { usual.clone() };
        for attribute in Attribute::ALL {
            if let Some(value) = host.get_attribute(attribute.name()) {
                let action = read(&host, attribute, Some(&value));
                start = start.reduce(action, &usual, &DATASET);
            }
        }
        let kept = host.has_attribute(REMEMBER_TEXT_SIZE).then(storage::text_size).flatten();
        let query = match kept {
            Some(size) => start.reduce(Action::TextSize(size), &start, &DATASET),
            None => start.clone(),
        };
        let model = Rc::new(ViewModel::new(&grid, &query, &start, &intl, None));
        let state = Rc::new_cyclic(|state: &Weak<State>| State {
            host,
            grid,
            intl,
            status: RefCell::new(model.comparison.status.clone()),
            start: RefCell::new(start),
            query: RefCell::new(query),
            model: RefCell::new(model),
            announcement: Cell::default(),
            dispatch: {
                // The app holds the callback and the state holds the app: a weak link, or neither would be freed.
                let state = state.clone();
                Callback::from(move |action| {
                    if let Some(state) = state.upgrade() {
                        state.dispatch(action, By::Reader);
                    }
                })
            },
            app: RefCell::default(),
        });
        let app = Renderer::<App>::with_root_and_props(base, state.props()).render();
        *state.app.borrow_mut() = Some(app);
        // Yew renders in a microtask of its own; the element is ready after it.
        let shown = state.clone();
        Timeout::new(0, move || {
            if shown.host.shown() {
                events::ready(&shown.host);
            }
        })
        .forget();
        Self(state)
    }
}

#[wasm_bindgen]
impl Widget {
    /// An attribute was set, or removed.
    pub fn attribute(&self, name: &str, value: Option<String>) {
        let Some(attribute) = Attribute::from_name(name) else {
            self.0.show();
            return;
        };
        let reflected = attribute.write(&self.0.query.borrow(), &DATASET);
        if value != reflected {
            let action = read(&self.0.host, attribute, value.as_deref());
            self.0.dispatch(action, By::Attribute);
        }
    }

    /// The value an attribute has now, also where it is the usual one; none for an attribute of another kind.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        Some(Attribute::from_name(name)?.value(&self.0.query.borrow()))
    }

    /// The element is so wide, in `em` at the first text size.
    pub fn room(&self, room: u16) {
        self.0.dispatch(Action::Room(room), By::Room);
    }

    /// Takes all filters back to what the page asked for.
    pub fn reset(&self) {
        self.0.dispatch(Action::Reset, By::Method);
    }

    /// Frees everything the table holds.
    pub fn close(self) {
        self.0.announcement.set(None);
        if let Some(app) = self.0.app.take() {
            app.destroy();
        }
    }
}

impl State {
    fn dispatch(self: &Rc<Self>, action: Action, by: By) {
        let typing = matches!(action, Action::Search(_));
        let sized = matches!(action, Action::TextSize(_));
        let next = self.query.borrow().reduce(action.clone(), &self.start.borrow(), &DATASET);
        if by == By::Attribute {
            let start = self.start.borrow().reduce(action, &Query::new(&DATASET), &DATASET);
            *self.start.borrow_mut() = start;
        }
        if next == *self.query.borrow() {
            return;
        }
        *self.query.borrow_mut() = next;
        self.update_model();
        if typing {
            self.announce_later();
        } else {
            self.announce();
        }
        self.show();
        if matches!(by, By::Reader | By::Method) {
            self.reflect();
        }
        if by == By::Reader {
            let query = self.query.borrow().clone();
            if sized && self.host.has_attribute(REMEMBER_TEXT_SIZE) {
                storage::keep_text_size(query.text_size);
            }
            events::change(&self.host, &query);
        }
    }

    fn update_model(&self) {
        let before = self.model.borrow().clone();
        let model = ViewModel::new(&self.grid, &self.query.borrow(), &self.start.borrow(), &self.intl, Some(&before));
        *self.model.borrow_mut() = Rc::new(model);
    }

    fn announce(&self) {
        self.announcement.set(None);
        self.status.replace(self.model.borrow().comparison.status.clone());
    }

    fn announce_later(self: &Rc<Self>) {
        let state = self.clone();
        // A timeout that is replaced is cancelled.
        self.announcement.set(Some(Timeout::new(TYPING_PAUSE_MS, move || {
            state.announce();
            state.show();
        })));
    }

    fn show(&self) {
        let props = self.props();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }

    fn props(&self) -> AppProps {
        AppProps {
            model: self.model.borrow().clone(),
            status: self.status.borrow().clone().into(),
            heading_level: self.host.get_attribute(HEADING_LEVEL).and_then(|level| level.parse().ok()).unwrap_or(2),
            no_toolbar: self.host.has_attribute(NO_TOOLBAR),
            dispatch: self.dispatch.clone(),
        }
    }

    /// Writes the query back into the attributes, where the reader changed it.
    fn reflect(&self) {
        for attribute in Attribute::ALL {
            // Setting an attribute calls back into this widget: nothing may be borrowed.
            let value = attribute.write(&self.query.borrow(), &DATASET);
            let set = match value {
                Some(value) => self.host.set_attribute(attribute.name(), &value),
                None => self.host.remove_attribute(attribute.name()),
            };
            // The names are valid, so the browser has no reason to refuse.
            debug_assert!(set.is_ok(), "{set:?}");
        }
    }
}

/// Reads an attribute; what is not understood is told to the page's owner.
fn read(host: &VictimAssistanceTable, attribute: Attribute, value: Option<&str>) -> Action {
    let (action, unknown) = attribute.read(value, &DATASET);
    for problem in unknown {
        let message = problem.to_string();
        console::warn_2(&"<victim-assistance-table>:".into(), &message.as_str().into());
        events::warning(host, &message);
    }
    action
}
