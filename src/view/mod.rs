//! Yew components: props in, [`Action`](crate::query::Action) out.

mod about;
mod answer_button;
mod app;
mod cell;
mod chips;
mod chooser;
mod command;
mod detail;
mod details;
mod filter_panel;
mod force_mark;
mod glossary;
mod heading;
mod nothing;
mod on_demand;
mod operative_words;
mod overview;
mod page;
mod provision;
mod provision_details;
mod reading;
mod row;
mod search_box;
mod source;
mod table;
mod text_size;
mod toolbar;
mod views;

pub use app::{App, AppProps, NoScript, NoScriptProps, WidgetProps};
pub use detail::{class_and_words, detail};
pub use force_mark::force_mark;
pub use on_demand::{ALL_LAYOUTS, Layouts};
pub use operative_words::{compared_words, operative_words};
pub use overview::overview;

use web_sys::HtmlElement;
use yew::{Callback, NodeRef};

use crate::locale::Words;

/// What every part of an answer has to know.
#[derive(Clone, Copy, PartialEq)]
pub struct Manner {
    /// The words of the interface.
    words: Words,
    /// Rows are grids, for want of room or for their number, which takes table semantics away in some engines: the roles
    /// of a table are written out.
    roles: bool,
    /// There are so many answers that what stands behind a disclosure is laid out when it is first opened.
    large: bool,
    /// Details by disclosure; without them a pinpoint leads to its source.
    details: bool,
    /// What stands in the details can be collected, cited and copied, which takes the script.
    cites: bool,
    /// What lays out all besides a first table, where it is there.
    layouts: Option<Layouts>,
}

/// Listens to an event that may lead to something worth handing on.
fn listen<Event: 'static, Out: 'static>(
    handler: &Callback<Out>,
    read: impl Fn(Event) -> Option<Out> + 'static,
) -> Callback<Event> {
    let handler = handler.clone();
    Callback::from(move |event| {
        if let Some(out) = read(event) {
            handler.emit(out);
        }
    })
}

/// ARIA states are texts: a missing attribute is not `false`.
const fn aria_bool(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Puts the focus on what is there; what is not shown cannot take it.
fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // It throws for no element.
        let _ = element.focus();
    }
}

/// The id of a panel of filters in the element.
fn panel_id(panel: &str) -> String {
    ["vat-panel", panel].join("-")
}
