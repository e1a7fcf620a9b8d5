//! What the README tells to put into a page does what it says.

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::page::{Draft, dist_file},
};

in_every_engine![what_it_tells_to_copy_shows_the_table];

const README: &str = include_str!("../../README.md");

/// The README's lines of HTML, as they stand there.
fn snippets() -> Vec<&'static str> {
    README.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

async fn what_it_tells_to_copy_shows_the_table(browser: Browser) -> Outcome {
    let snippets = snippets();
    assert!(snippets.len() >= 2, "{snippets:?}");
    for snippet in snippets {
        // Where the files are, and what is to be pasted, are the only words that stand for others.
        let table = dist_file("static/en.html")?;
        let body =
            snippet.replace("/victim-assistance/", "/").replace(" … the contents of dist/static/en.html … ", &table);
        assert!(!body.contains('…'), "{body:.300}");
        let page = Draft::new(body)?.includes("").open(&browser).await?;
        if snippet.contains("<iframe") {
            let frame = "const frame = document.querySelector('iframe');
                const shown = frame.contentDocument?.querySelector('victim-assistance-table')?.shadowRoot?.querySelector('.vat-page');
                return [Boolean(shown), frame.clientHeight !== 800];";
            page.comes_to("the frame, as high as its table", frame, json!([true, true])).await?;
        } else {
            page.ready().await?;
            page.comes_to("a widget", "return probe.events.map(({ type }) => type);", json!(["vat-ready"])).await?;
            page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
        }
    }
    Ok(())
}
