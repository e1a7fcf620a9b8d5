//! Every event the element fires: they bubble, and cross shadow roots.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

use crate::{
    dataset::Dataset,
    query::{Attribute, Query},
};

/// The table is shown for the first time.
pub fn ready(host: &EventTarget) {
    fire(host, "vat-ready", &[]);
}

/// The reader changed something. The detail holds each attribute of the query as it is now.
pub fn change(host: &EventTarget, query: &Query, dataset: &Dataset) {
    let detail = Attribute::ALL.map(|attribute| (attribute.property(), attribute.value(query, dataset).into()));
    fire(host, "vat-change", &detail);
}

/// The page's owner wrote something that is not understood, and that was ignored.
pub fn warning(host: &EventTarget, message: &str) {
    fire(host, "vat-error", &[("message", message.into()), ("fatal", false.into())]);
}

fn fire(host: &EventTarget, name: &str, detail: &[(&str, JsValue)]) {
    let fields = Object::new();
    for (field, value) in detail {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&fields, &(*field).into(), value);
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&fields);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // What a listener does with it, and whether it throws, is its own affair.
        let _ = host.dispatch_event(&event);
    }
}
