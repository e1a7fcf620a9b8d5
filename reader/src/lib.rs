//! Reads a dataset that is given at run time: what `<victim-assistance-table>` loads where an element has `src`.
//!
//! A wasm of its own, so that it weighs nothing elsewhere, and can run in a worker (`assets/reader.js`).

use vat_content::{json::read_published, packed::to_packed};
use wasm_bindgen::prelude::wasm_bindgen;

/// The dataset in `json`, as a text that the widget unpacks.
///
/// # Errors
///
/// What is wrong with it, for the site's editor.
#[wasm_bindgen(js_name = readDataset)]
pub fn read_dataset(json: &[u8]) -> Result<String, String> {
    let published = read_published(json).map_err(|refused| refused.to_string())?;
    Ok(to_packed(&published))
}
