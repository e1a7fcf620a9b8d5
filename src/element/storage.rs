//! What is the reader's own, kept only where the page's owner allows it. Storage that throws is no error.

use web_sys::Storage;

use crate::query::Attribute;

/// The value of an attribute as it was kept on an earlier visit.
pub fn kept(attribute: Attribute) -> Option<String> {
    storage()?.get_item(&key(attribute)).ok()?
}

/// Keeps the value of an attribute, if the browser lets it.
pub fn keep(attribute: Attribute, value: &str) {
    if let Some(storage) = storage() {
        // Full or forbidden storage: the choice holds for this visit.
        let _ = storage.set_item(&key(attribute), value);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(attribute: Attribute) -> String {
    ["victim-assistance-table:", attribute.name()].concat()
}
