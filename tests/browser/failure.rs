//! Whatever fails, the page shows the table that stands in the element, and says why.

use serde_json::json;
use xtask::site::Wasm;

use crate::{
    Browser, Outcome,
    support::{
        oracle::Oracle,
        page::{Draft, ELEMENT, Page, static_table},
        widget::difference,
    },
};

in_every_engine![
    without_scripts_the_static_table_is_there,
    wasm_that_is_missing,
    wasm_of_the_wrong_type_works,
    a_policy_that_forbids_wasm,
    a_panic_while_it_starts,
    a_panic_later_on,
    storage_that_throws_is_no_error,
    storage_that_is_full_is_no_error,
];

/// An element that holds the static table, as the built page does.
fn element() -> Outcome<String> {
    Ok(format!("<victim-assistance-table>{}</victim-assistance-table>", static_table()?))
}

/// What a page shows without script: the usual query in a desktop's room.
fn usual() -> Vec<String> {
    Oracle::new(75, &[]).lines(false)
}

/// The static table of every element is visible and says everything.
async fn shows_the_static_table(page: &Page, elements: usize) -> Outcome {
    for at in 0..elements {
        let widget = page.widget(at);
        widget
            .comes_to("the static table", "return host.querySelector('table').checkVisibility();", json!(true))
            .await?;
        let (shown, wanted) = (widget.lines_of("host", false).await?, usual());
        assert!(shown == wanted, "{}", difference(&shown, &wanted));
        // There is really something to see.
        let size = widget.js("const { width, height } = host.querySelector('tbody td').getBoundingClientRect(); return width > 99 && height > 20;");
        assert_eq!(size.await?, true);
    }
    Ok(())
}

/// One error was told for every element, and only that.
async fn tells_a_fatal_error(page: &Page, elements: usize, about: &str) -> Outcome {
    page.comes_to("an error for every element", "return probe.events.length;", json!(elements)).await?;
    for event in page.events("vat-error").await? {
        let message = event["detail"]["message"].as_str().unwrap_or_default();
        assert!(message.contains(about), "{message}");
        assert_eq!(event["detail"]["fatal"], true);
        assert_eq!((&event["bubbles"], &event["composed"]), (&json!(true), &json!(true)));
    }
    assert_eq!(page.events("vat-error").await?.len(), elements);
    Ok(())
}

async fn without_scripts_the_static_table_is_there(browser: Browser) -> Outcome {
    // A frame that may run no scripts is a browser that runs none.
    let page = Draft::new(
        r#"<iframe sandbox="allow-same-origin" src="/plain.html" style="width: 1200px; height: 700px"></iframe>"#,
    )?
    .beside("/plain.html", &element()?)
    .open(&browser)
    .await?;
    assert_eq!(page.js("return typeof frames[0].probe;").await?, "undefined", "scripts run in the frame");

    let host =
        "const host = document.querySelector('iframe').contentDocument.querySelector('victim-assistance-table');";
    let shown: Vec<String> =
        serde_json::from_value(page.js(&format!("{host} return probe.lines(host, false);")).await?)?;
    assert!(shown == usual(), "{}", difference(&shown, &usual()));
    // All can be read: disclosures are the browser's own, and styles are there.
    let state = format!(
        "{host} const summary = host.querySelector('.vat-details summary'); summary.click();
        return [host.querySelectorAll('details[open]').length, getComputedStyle(host.querySelector('.vat-title')).fontSize];"
    );
    assert_eq!(page.js(&state).await?, json!([1, "22px"]));
    Ok(())
}

async fn wasm_that_is_missing(browser: Browser) -> Outcome {
    let page = Draft::new([element()?, element()?].concat())?.wasm(Wasm::Missing).open(&browser).await?;

    tells_a_fatal_error(&page, 2, "answers 404: copy all files of the widget").await?;
    shows_the_static_table(&page, 2).await
}

async fn wasm_of_the_wrong_type_works(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.wasm(Wasm::WrongType).show(&browser).await?;

    page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}

async fn a_policy_that_forbids_wasm(browser: Browser) -> Outcome {
    let page = Draft::new(element()?)?.policy("script-src 'self'").open(&browser).await?;

    tells_a_fatal_error(&page, 1, "wasm-unsafe-eval").await?;
    shows_the_static_table(&page, 1).await?;
    page.forgive().await
}

/// Breaks what every rendering needs, in shadow roots only.
const BREAK: &str = "
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function (...nodes) {
        if (probe.broken && this.getRootNode() instanceof ShadowRoot) throw new Error('broken on purpose');
        return insertBefore.apply(this, nodes);
    };";

async fn a_panic_while_it_starts(browser: Browser) -> Outcome {
    let page = Draft::new(element()?)?.script(BREAK).script("probe.broken = true;").open(&browser).await?;

    page.comes_to("an error", "return probe.events.some((event) => event.type === 'vat-error');", json!(true)).await?;
    shows_the_static_table(&page, 1).await?;
    page.js_async("await new Promise((done) => setTimeout(done, 50)); return null;").await?;
    assert_eq!(
        page.js("return probe.events.map((event) => event.type);").await?,
        json!(["vat-error"]),
        "ready, after it failed?"
    );
    tells_a_fatal_error(&page, 1, "").await?;
    assert_eq!(
        page.widget(0).js("return [host.matches(':state(error)'), host.matches(':state(loading)')];").await?,
        json!([true, false])
    );
    // Whoever waits for the table is not left waiting.
    let ready = "return await probe.widgets()[0].ready.then(() => 'shown', (error) => error.message);";
    let told = page.events("vat-error").await?[0]["detail"]["message"].clone();
    assert_eq!(page.js_async(ready).await?, told);
    page.forgive().await
}

async fn a_panic_later_on(browser: Browser) -> Outcome {
    let page = Draft::new([element()?, element()?].concat())?.script(BREAK).show(&browser).await?;
    assert_eq!(page.widget(0).js("return host.querySelector('table').checkVisibility();").await?, false);
    page.js("probe.broken = true; probe.events = [];").await?;

    page.widget(0).js("host.search = 'care';").await?;

    shows_the_static_table(&page, 2).await?;
    tells_a_fatal_error(&page, 2, "").await?;
    // What the page does with them afterwards is no error.
    page.js("for (const host of probe.widgets()) { host.search = 'x'; host.reset(); host.measure(); host.remove(); }")
        .await?;
    page.js_async("await new Promise((done) => setTimeout(done)); return null;").await?;
    assert_eq!(page.events("vat-error").await?.len(), 2);
    page.forgive().await
}

async fn remembers_nothing_but_works(browser: &Browser, storage: &str) -> Outcome {
    let page = Draft::new("<victim-assistance-table remember-text-size></victim-assistance-table>")?
        .script(storage)
        .show(browser)
        .await?;
    let widget = page.widget(0);

    widget.click("radio", "150 %").await?;

    widget.comes_to("the size", "return host.textSize;", json!("3")).await?;
    let shown = "return getComputedStyle(root.querySelector('.vat-app')).fontSize;";
    widget.comes_to("the size of the text", shown, json!("24px")).await?;
    let types = "return probe.events.map((event) => event.type);";
    assert_eq!(page.js(types).await?, json!(["vat-ready", "vat-change"]));
    Ok(())
}

async fn storage_that_throws_is_no_error(browser: Browser) -> Outcome {
    let storage =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    remembers_nothing_but_works(&browser, storage).await
}

async fn storage_that_is_full_is_no_error(browser: Browser) -> Outcome {
    let storage = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
        Storage.prototype.getItem = () => 'nonsense';";
    remembers_nothing_but_works(&browser, storage).await
}
