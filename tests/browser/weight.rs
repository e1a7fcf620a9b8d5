//! What a first visit weighs: everything the built page loads before its reader does anything.

use xtask::integrity;

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

/// Packed by brotli, each file that the widget loads keeps its own budget, which it fills to nine tenths at least: what grows
/// is seen where it grows.
#[test]
fn each_file_keeps_its_budget() -> Outcome {
    let budgets = [
        ("victim-assistance-table.js", "", 850),
        ("table.css", "", 1_950),
        ("victim-assistance-table-", ".js", 7_400),
        ("victim-assistance-table-", "_bg.wasm", 131_000),
        ("victim-assistance-table-", "_on_demand.wasm", 86_000),
        ("victim-assistance-export-", ".js", 6_500),
        ("victim-assistance-export-", "_bg.wasm", 297_000),
        ("victim-assistance-reader-", ".js", 2_200),
        ("victim-assistance-reader-", "_bg.wasm", 39_000),
    ];
    let dist = dist()?;
    let files = integrity::files(&dist)?;
    for (begin, end, budget) in budgets {
        let named =
            |file: &&String| file.starts_with(begin) && file.ends_with(end) && (!end.is_empty() || *file == begin);
        let [file] = files.iter().filter(named).collect::<Vec<_>>()[..] else {
            return Err(format!("not one file is {begin}…{end}").into());
        };
        let bytes = brotli_bytes(&dist.join(file))?;
        assert!((budget / 10 * 9..=budget).contains(&bytes), "{file} weighs {bytes} bytes, not about {budget}");
    }
    Ok(())
}
