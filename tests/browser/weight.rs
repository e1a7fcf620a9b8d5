//! What a first visit weighs: everything the built page loads before its reader does anything.

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, dist},
        weight::brotli_bytes,
    },
};

in_every_engine![a_first_visit_keeps_its_budget];

/// Brotli bytes of all files: about a second on a line of 1.6 Mbit/s.
const BUDGET: usize = 150_000;

async fn a_first_visit_keeps_its_budget(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    page.go("/").await?;
    page.js_async("await customElements.whenDefined('victim-assistance-table'); await document.querySelector('victim-assistance-table').ready;").await?;
    let loaded = page
        .js("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1));")
        .await?;
    let mut loaded: Vec<String> = serde_json::from_value(loaded)?;
    loaded.push("index.html".to_owned());
    loaded.sort();
    loaded.dedup();

    let mut weights = Vec::new();
    for file in loaded {
        weights.push((brotli_bytes(&dist()?.join(&file))?, file));
    }
    let all: usize = weights.iter().map(|(bytes, _)| bytes).sum();
    assert!(weights.iter().any(|(_, file)| file.ends_with("_bg.wasm")), "{weights:#?}");
    assert!(all <= BUDGET, "{all} bytes are more than {BUDGET}: {weights:#?}");
    Ok(())
}
