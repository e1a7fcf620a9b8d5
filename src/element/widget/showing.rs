//! What is shown: the model of what is asked for, how much of it is laid out yet, and the status line.

use std::rc::Rc;

use by_address::ByAddress;
use wasm_bindgen_futures::spawn_local;

use super::{FRESH_ROWS, State};
use crate::{
    element::{HEADING_LEVEL, NO_TOOLBAR, URL_STATE, whole_grid},
    locale::Locale,
    on_demand::{self, OnDemand},
    view::WidgetProps,
    view_model::{Layout, ViewModel},
};

impl State {
    /// Loads all that a first table does without, unless it is there; then shows what is asked for.
    pub(super) fn load(self: &Rc<Self>) {
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
        self.status.take_back(words.rest_not_loaded);
        self.announce_unless_typing();
        self.begin();
    }

    /// All that is asked for can be shown.
    pub(super) fn begin(&self) {
        self.waits.set(false);
        self.show();
    }

    /// All of the model is on the page. Yew lets the browser do other things in the midst of a long rendering, so that
    /// no timer could tell.
    pub(super) fn rendered(&self) {
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

    pub(super) fn update_model(self: &Rc<Self>) {
        self.make_model(FRESH_ROWS);
    }

    /// Makes so many rows of a large table anew, and everything else.
    pub(super) fn make_model(self: &Rc<Self>, fresh_rows: usize) {
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
    pub(super) fn layout(&self) -> Layout {
        Layout::new(self.history.borrow().now(), &self.grid.borrow())
    }

    pub(super) fn rows_of_large_table(&self) -> Option<usize> {
        self.model.borrow().table().filter(|table| table.is_large()).map(|table| table.rows().count())
    }

    pub(super) fn is_late(&self) -> bool {
        self.model.borrow().table().is_some_and(|table| table.is_late)
    }

    /// More is asked for than the outline can show.
    pub(super) fn asks_for_more(&self) -> bool {
        self.history.borrow().now().asks_for_more(self.dataset) || self.model.borrow().nothing.is_some()
    }

    pub(super) fn announce(&self) {
        self.status.announce(&self.model.borrow().status);
    }

    pub(super) fn announce_unless_typing(&self) {
        self.status.announce_unless_typing(&self.model.borrow().status);
    }

    /// Says something in the status line, after the count.
    pub(super) fn tell(&self, message: &str) {
        self.status.tell(&self.model.borrow().status, message);
    }

    pub(super) fn show(&self) {
        if let Some(root) = self.root.borrow_mut().as_mut().filter(|_| !self.waits.get()) {
            root.show(self.props());
        }
    }

    fn props(&self) -> WidgetProps {
        WidgetProps {
            model: self.model.borrow().clone(),
            rows: self.rows.get(),
            layouts: self.on_demand.get().map(|on_demand| on_demand.layouts),
            status: self.status.line(self.intl.words().separator).into(),
            heading_level: self.host.get_attribute(HEADING_LEVEL).and_then(|level| level.parse().ok()).unwrap_or(2),
            no_toolbar: self.host.has_attribute(NO_TOOLBAR),
            has_links: self.host.has_attribute(URL_STATE),
            dispatch: self.dispatch.clone(),
            undo: self.undo.clone(),
            rendered: self.rendered.clone(),
        }
    }
}
