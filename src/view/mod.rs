//! Yew components: props in, [`Action`](crate::query::Action) out.

mod about;
mod app;
mod cell;
mod detail;
mod filter_panel;
mod force_mark;
mod marked;
mod pair_chooser;
mod provision;
mod row;
mod source;
mod table;
mod text_size;
mod toolbar;

pub use app::{App, AppProps, NoScript, NoScriptProps};

use yew::Callback;

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
