//! The reader's text size, kept only where the page's owner allows it. Storage that throws is no error.

use crate::query::TextSize;

const KEY: &str = "victim-assistance-table:text-size";

/// The text size kept on an earlier visit.
pub fn text_size() -> Option<TextSize> {
    let name = web_sys::window()?.local_storage().ok()??.get_item(KEY).ok()??;
    TextSize::from_name(&name)
}

/// Keeps a text size, if the browser lets it.
pub fn keep_text_size(size: TextSize) {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    if let Some(storage) = storage {
        // Full or forbidden storage: the choice holds for this visit.
        let _ = storage.set_item(KEY, size.name());
    }
}
