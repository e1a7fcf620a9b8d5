//! The page that holds all of itself, opened from a disk.

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::page::{Draft, dist},
};

in_every_engine![works_from_a_disk_without_a_network];

async fn works_from_a_disk_without_a_network(browser: Browser) -> Outcome {
    // Alone in a folder.
    let folder =
        std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("standalone-{}", browser.engine.name()));
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("comparison.html");
    std::fs::copy(dist()?.join("victim-assistance-comparison.html"), &file)?;

    let page = Draft::new("")?.open(&browser).await?;
    page.browser.driver.goto(format!("file://{}", file.display())).await?;
    page.add_probe().await?;
    page.js_async("await customElements.whenDefined('victim-assistance-table'); await probe.widgets()[0].ready;")
        .await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.comes_to_show(&oracle).await?;

    // What is loaded on demand is in it, too.
    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;
    widget.click("button", "Reset").await?;
    assert_eq!(page.js_async("return (await probe.widgets()[0].exportAs('document')).size > 999;").await?, true);

    let asked = "return performance.getEntriesByType('resource').map(({ name }) => name.slice(0, 40)).filter((name) => !name.startsWith('data:'));";
    assert_eq!(page.js(asked).await?, json!([]));
    // Nor could it: the page forbids it.
    let fetched = "return await fetch('http://127.0.0.1:1/').then(() => 'answered', () => 'refused');";
    page.js("probe.violations = []; document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => probe.violations.push(effectiveDirective));").await?;
    assert_eq!(page.js_async(fetched).await?, "refused");
    page.comes_to("the policy to be broken", "return probe.violations.includes('connect-src');", json!(true)).await?;
    page.forgive().await
}
