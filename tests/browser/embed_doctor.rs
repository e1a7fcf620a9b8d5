//! What the doctor finds in a page, and what it tells the site's editor to do.

use serde_json::json;
use xtask::site::{HeaderName, HeaderValue, Site, Wasm, serve};

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT, Page, dist},
        wait::until,
    },
};

in_every_engine![
    a_good_page_has_nothing_to_mend,
    it_is_not_loaded_unless_something_is_wrong,
    a_policy_without_wasm,
    a_policy_without_connections,
    wasm_that_is_missing,
    a_script_that_is_missing,
    a_page_in_the_place_of_a_missing_file,
    wasm_of_the_wrong_type,
    a_site_that_shares_its_files_with_nobody,
    the_script_included_twice,
    another_version_on_the_page,
    no_element_on_the_page,
    storage_that_is_refused,
    what_keeps_heads_from_staying_in_sight,
    attributes_that_are_not_known,
    it_can_be_closed,
];

/// Keeps what is told in the console.
const LISTEN: &str = "probe.told = [];
    for (const level of ['warn', 'error']) {
        const before = console[level];
        console[level] = (...texts) => { probe.told.push(texts.join(' ')); before.apply(console, texts); };
    }";

fn draft(body: &str) -> Outcome<Draft> {
    Ok(Draft::new(body)?.script(LISTEN))
}

/// What the panel says, when it is there.
const PANEL: &str =
    "const panel = [...document.querySelectorAll('body > div')].at(-1)?.shadowRoot?.querySelector('section');";

/// Opens the page with `?vat-debug`, and gives all that the panel finds.
async fn findings(browser: &Browser, draft: Draft) -> Outcome<(Page, Vec<String>)> {
    let page = draft.open(browser).await?;
    page.go("/test.html?vat-debug").await?;
    let read = format!("{PANEL} return panel && [...panel.querySelectorAll('li')].map((item) => item.textContent);");
    let found = until("the panel", async || {
        let found = page.js(&read).await?;
        Ok(if found.is_array() { Ok(found) } else { Err("no panel".to_owned()) })
    })
    .await?;
    let found: Vec<String> = serde_json::from_value(found)?;
    // The console says the same.
    for finding in &found {
        let told = page.js_with("return probe.told.some((text) => text.includes(arguments[0]));", vec![json!(finding)]);
        assert_eq!(told.await?, true, "the console does not say: {finding}");
    }
    Ok((page, found))
}

/// The one finding is this.
async fn finds(browser: &Browser, draft: Draft, wanted: &str) -> Outcome {
    let (page, found) = findings(browser, draft).await?;
    assert!(matches!(found.as_slice(), [only] if only.contains(wanted)), "{found:#?}\nwanted: {wanted}");
    page.forgive().await
}

async fn a_good_page_has_nothing_to_mend(browser: Browser) -> Outcome {
    let body = r#"<victim-assistance-table id="a" class="b" lang="en" url-state="va" remember-text-size data-x aria-label="x" ng-version="1" onclick="1"></victim-assistance-table>"#;
    let (page, found) = findings(&browser, draft(body)?).await?;
    assert_eq!(found, Vec::<String>::new());
    let said = page.js(&format!("{PANEL} return [...panel.querySelectorAll('p')].map((p) => p.textContent);")).await?;
    let version = concat!("The widget works (version ", env!("CARGO_PKG_VERSION"), ").");
    assert_eq!(said, json!([version, "Nothing to mend was found."]));
    Ok(())
}

async fn it_is_not_loaded_unless_something_is_wrong(browser: Browser) -> Outcome {
    let page = draft(ELEMENT)?.show(&browser).await?;
    page.js_async("await fetch('/probe.js'); await new Promise((done) => setTimeout(done)); return null;").await?;
    let loaded = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('embed-doctor'));";
    assert_eq!(page.js(loaded).await?, false);
    assert_eq!(page.js("return probe.told;").await?, json!([]));
    Ok(())
}

async fn a_policy_without_wasm(browser: Browser) -> Outcome {
    finds(&browser, draft(ELEMENT)?.policy("script-src 'self'"), "add 'wasm-unsafe-eval' to its script-src").await
}

async fn a_policy_without_connections(browser: Browser) -> Outcome {
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src https://elsewhere.example";
    finds(&browser, draft(ELEMENT)?.policy(policy), "add 'self' to its connect-src").await
}

async fn wasm_that_is_missing(browser: Browser) -> Outcome {
    let (page, found) = findings(&browser, draft(ELEMENT)?.wasm(Wasm::Missing)).await?;
    assert!(!found.is_empty());
    for finding in found {
        assert!(finding.contains(".wasm answers 404: copy all files of the widget"), "{finding}");
    }
    // It is told in the event, too.
    let errors = page.events("vat-error").await?;
    let message = errors[0]["detail"]["message"].as_str().unwrap_or_default();
    assert!(message.contains(".wasm answers 404: copy all files"), "{message}");
    page.forgive().await
}

/// The script that the one that is included imports.
fn imported() -> Outcome<String> {
    let files = xtask::integrity::files(&dist()?)?;
    let found = files.into_iter().find(|file| file.starts_with("victim-assistance-table-") && file.ends_with(".js"));
    Ok(found.ok_or("dist/ holds no script that is imported")?)
}

async fn a_script_that_is_missing(browser: Browser) -> Outcome {
    let file = imported()?;
    let draft = draft(ELEMENT)?.missing(&format!("/{file}"));
    let wanted = format!("{file} answers 404: copy all files of the widget to the server, with their folders");
    finds(&browser, draft, &wanted).await
}

async fn a_page_in_the_place_of_a_missing_file(browser: Browser) -> Outcome {
    let file = imported()?;
    let draft = draft(ELEMENT)?.missing(&format!("/{file}")).text("/404.html", "<title>Home</title>");
    finds(&browser, draft, &format!("{file} answers with a web page")).await
}

async fn wasm_of_the_wrong_type(browser: Browser) -> Outcome {
    // Without being asked: it works, and nobody would know.
    let page = draft(ELEMENT)?.wasm(Wasm::WrongType).show(&browser).await?;
    let told = "return probe.told.some((text) => text.includes('is served as application/octet-stream: have the server deliver .wasm as application/wasm'));";
    page.comes_to("the console to tell", told, json!(true)).await?;
    assert_eq!(page.js(&format!("{PANEL} return panel ?? null;")).await?, json!(null), "on the page of readers");
    Ok(())
}

async fn a_site_that_shares_its_files_with_nobody(browser: Browser) -> Outcome {
    // Scripts are shared, which browsers ask for first; what is fetched is not.
    let mut site = Site::new(dist()?);
    site.headers.push((HeaderName::from_static("access-control-allow-origin"), HeaderValue::from_static("*")));
    site.wasm = Wasm::NotShared;
    let cdn = serve(site, 0).await?;
    let include =
        format!(r#"<script type="module" src="http://{}/victim-assistance-table.js"></script>"#, cdn.address());
    let (page, found) = findings(&browser, draft(ELEMENT)?.includes(include)).await?;
    assert!(
        matches!(found.as_slice(), [only] if only.contains("it must send the header “Access-Control-Allow-Origin: *”")),
        "{found:#?}"
    );
    page.forgive().await
}

async fn the_script_included_twice(browser: Browser) -> Outcome {
    let again = r#"<script type="module" src="/victim-assistance-table.js?again"></script>"#;
    let page = draft(&format!("{ELEMENT}{again}"))?.show(&browser).await?;
    let told =
        "return probe.told.filter((text) => text.includes('The page includes the widget’s script 2 times')).length;";
    page.comes_to("the console to tell once", told, json!(1)).await
}

async fn another_version_on_the_page(browser: Browser) -> Outcome {
    let other = "customElements.define('victim-assistance-table', class extends HTMLElement {
        static version = '0.0.1';
        static isServed = true;
    });";
    let draft = draft(ELEMENT)?.script(other);
    finds(&browser, draft, "Version 0.0.1 of the widget is on this page already").await
}

async fn no_element_on_the_page(browser: Browser) -> Outcome {
    finds(&browser, draft("")?, "There is no <victim-assistance-table> on the page").await
}

async fn storage_that_is_refused(browser: Browser) -> Outcome {
    let storage =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let body = "<victim-assistance-table remember-text-size></victim-assistance-table>";
    finds(&browser, draft(body)?.script(storage), "remember-text-size has no effect").await
}

async fn what_keeps_heads_from_staying_in_sight(browser: Browser) -> Outcome {
    let body = format!(r#"<div class="wrap" style="overflow: hidden">{ELEMENT}</div>"#);
    finds(&browser, draft(&body)?, r#"<div class="wrap"> around the table has overflow: hidden hidden"#).await?;
    // A box that scrolls keeps them, and so does one that only clips.
    let body =
        format!(r#"<div style="overflow: clip"><div style="height: 300px; overflow: auto">{ELEMENT}</div></div>"#);
    let (_, found) = findings(&browser, draft(&body)?).await?;
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

async fn attributes_that_are_not_known(browser: Browser) -> Outcome {
    let body = r#"<victim-assistance-table serach="care" urlState="va" language="en"></victim-assistance-table>"#;
    let (_, found) = findings(&browser, draft(body)?).await?;
    assert_eq!(
        found[..2],
        ["The attribute “serach” is not known: “search” is.", "The attribute “urlstate” is not known: “url-state” is.",]
    );
    assert!(
        found[2].starts_with("The attribute “language” is not known, and is ignored. Known are: view, "),
        "{found:?}"
    );
    assert_eq!(found.len(), 3);
    Ok(())
}

async fn it_can_be_closed(browser: Browser) -> Outcome {
    let (page, _) = findings(&browser, draft(ELEMENT)?).await?;
    let close = format!("{PANEL} return panel.querySelector('button');");
    page.browser.driver.execute(close, []).await?.element()?.click().await?;
    page.comes_to("no panel", &format!("{PANEL} return panel ?? null;"), json!(null)).await
}
