//! What Yew is mounted on.

use std::cell::Cell;

use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::view::{App, AppProps, WidgetProps};

thread_local! {
    /// In the order in which the element's class keeps their nodes.
    static LEFT: Cell<Vec<Root>> = const { Cell::new(Vec::new()) };
}

/// A node in which one element after the other shows its table: Yew frees neither what listens on a node that it was
/// mounted on, nor what that holds.
pub(super) struct Root {
    app: AppHandle<App>,
    /// How many elements have had it.
    turn: u32,
}

impl Root {
    /// The one that an element has left last, whose node this is; where there is none, a new one of this node.
    pub(super) fn take(node: Element) -> Self {
        let mut left = LEFT.take();
        let root = left.pop();
        LEFT.set(left);
        let mut root = root.unwrap_or_else(|| Self { app: Renderer::with_root(node).render(), turn: 0 });
        root.turn += 1;
        root
    }

    pub(super) fn show(&mut self, widget: WidgetProps) {
        self.app.update(AppProps { widget: Some(widget), turn: self.turn });
    }

    /// Frees what is shown, and leaves the node to the next element.
    pub(super) fn leave(mut self) {
        self.app.update(AppProps::default());
        let mut left = LEFT.take();
        left.push(self);
        LEFT.set(left);
    }
}
