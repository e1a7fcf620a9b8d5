//! `<victim-assistance-table>`: what each international instrument says on victim assistance, as a table in any page.
//!
//! # Code map, in reading order
//!
//! - [`dataset`]: the facts, checked and embedded by the build script from `assets/data` (crate `vat-content`). Another
//!   dataset is read at run time by `reader/`, a wasm of its own, and given to the element as a text.
//! - [`locale`]: what depends on the language; [`intl`] in the browser, `native_locale` outside it.
//! - [`query`]: what the reader asked for; `Action`, `reduce`, `History`; to and from attributes and addresses.
//! - [`view_model`]: dataset + query → exactly what is shown.
//! - [`view`]: Yew components: props in, `Action` out.
//! - `on_demand`: what is loaded when a reader first turns to the table: the whole dataset, and all besides a first table.
//! - `element`: the custom element: lifecycle, attributes, events, address, storage, marks; when rows of a large table are
//!   laid out.
//! - `bin/prerender`: the table for readers without scripts, written natively from the same components.
//!
//! # Invariants
//!
//! 1. `dataset`, `locale`, `query` and `view_model` name no yew, `web_sys`, `js_sys` or `wasm_bindgen`.
//! 2. One state ([`query::Query`]), one way to change it (`reduce`), one way in ([`query::Action`]).
//! 3. Components hold no query state, and the DOM is never read to learn it. That a panel is open may be local.
//! 4. Only `element` touches `window`, storage, observers and timers, or dispatches events.
//! 5. Nothing from a dataset or an attribute ever becomes markup: text nodes and attributes only; links only
//!    `https:` and `http:`.
//! 6. No panic crosses the boundary: whatever goes wrong, the no-script table comes back and `vat-error` says why.
//! 7. What a first visit does without is reached through `on_demand` alone, by the traits that stand in the files of
//!    that name: nothing else names what implements them.
//! 8. No component renders to nothing but `App`, beside which nothing stands, and every list whose length changes has
//!    an element of its own or keys on all siblings (Yew 0.23 loses its place otherwise: yewstack/yew#4092, #3262).

pub mod dataset;
#[cfg(feature = "element")]
pub mod element;
pub mod intl;
pub mod locale;
#[cfg(not(target_arch = "wasm32"))]
pub mod native_locale;
#[cfg(feature = "element")]
pub mod on_demand;
pub mod query;
pub mod view;
pub mod view_model;
