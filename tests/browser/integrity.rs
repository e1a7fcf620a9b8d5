//! A page that has its browser check every file, which another site serves: what was changed there never runs.

use std::fs;

use serde_json::json;
use xtask::{
    integrity,
    site::{HeaderName, HeaderValue, Server, Site, serve},
};

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT, Page, dist},
        wait::until,
    },
};

in_every_engine![
    all_that_is_as_built_works_from_another_site,
    a_script_that_was_changed_never_runs,
    wasm_that_was_changed_never_runs,
];

/// A site that serves the files to all others, one of them changed.
async fn cdn(changed: Option<(&str, &str)>) -> Outcome<Server> {
    let mut site = Site::new(dist()?);
    site.headers.push((HeaderName::from_static("access-control-allow-origin"), HeaderValue::from_static("*")));
    site.texts.extend(changed.map(|(file, text)| (format!("/{file}"), text.to_owned())));
    Ok(serve(site, 0).await?)
}

/// A page that includes the widget from there, as `cargo xtask integrity` tells.
fn draft(cdn: &Server) -> Outcome<Draft> {
    Ok(Draft::new(ELEMENT)?.includes(integrity::snippet(&dist()?, &format!("http://{}", cdn.address()))?))
}

/// Waits until the table is there, or is said not to come.
async fn settles(page: &Page) -> Outcome {
    page.comes_to("the table or an error", "return probe.events.length > 0;", json!(true)).await
}

async fn all_that_is_as_built_works_from_another_site(browser: Browser) -> Outcome {
    let cdn = cdn(None).await?;
    let page = draft(&cdn)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.type_search("rehab").await?;
    let mut oracle = widget.oracle().await?;
    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;
    assert_eq!(page.js_async("return (await probe.widgets()[0].exportAs('csv')).size > 99;").await?, true);
    // Nothing came from the page's own site but the page and the test's scripts.
    let own = "return performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(location.origin)).map(({ name }) => new URL(name).pathname).filter((path) => path !== '/favicon.ico').sort();";
    assert_eq!(page.js(own).await?, json!(["/probe.js", "/test.js"]));
    Ok(())
}

async fn a_script_that_was_changed_never_runs(browser: Browser) -> Outcome {
    let dist = dist()?;
    let scripts: Vec<_> = integrity::files(&dist)?.into_iter().filter(|file| file.ends_with(".js")).collect();
    assert!(scripts.len() > 4, "{scripts:?}");
    for script in scripts {
        let text = fs::read_to_string(dist.join(&script))? + "\nglobalThis.changed = true;";
        let cdn = cdn(Some((&script, &text))).await?;
        let page = draft(&cdn)?.open(&browser).await?;
        if script == "victim-assistance-table.js" {
            // There is nothing that could tell: the browser does not run it.
            until("the script to be refused", async || {
                let loaded = page.js("return document.readyState;").await?;
                Ok(if loaded == "complete" { Ok(()) } else { Err(loaded.to_string()) })
            })
            .await?;
            assert_eq!(page.js("return customElements.get('victim-assistance-table') === undefined;").await?, true);
        } else {
            // What is loaded on demand is asked for. A driver's own import would not be checked in WebKit.
            page.go("/test.html?vat-debug").await?;
            settles(&page).await?;
            page.js_async("await probe.widgets()[0].exportAs?.('csv').catch(() => {}); return null;").await?;
            let asked = "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/embed-doctor.js'));";
            page.comes_to("the doctor to be asked", asked, json!(true)).await?;
            // Whatever was in the midst of being loaded has been.
            page.js_async("await fetch('/probe.js'); await new Promise((done) => setTimeout(done)); return null;")
                .await?;
        }
        assert_eq!(page.js("return globalThis.changed ?? null;").await?, json!(null), "{script} ran");
        page.forgive().await?;
    }
    Ok(())
}

async fn wasm_that_was_changed_never_runs(browser: Browser) -> Outcome {
    for file in integrity::files(&dist()?)?.into_iter().filter(|file| file.ends_with(".wasm")) {
        // The smallest wasm there is: it would compile.
        let cdn = cdn(Some((&file, "\0asm\u{1}\0\0\0"))).await?;
        let page = draft(&cdn)?.open(&browser).await?;
        settles(&page).await?;
        if file.contains("_on_demand") {
            let widget = page.widget(0);
            widget.search_box().await?.focus().await?;
            widget.comes_to_say("The rest of the table could not be loaded; it is tried again when you go on.").await?;
            page.forgive().await?;
            continue;
        }
        if file.contains("-reader-") {
            page.widget(0).js("host.src = 'dataset.json';").await?;
            let told = "return probe.events.filter(({ type }) => type === 'vat-error').length;";
            page.comes_to("that the dataset cannot be read", told, json!(1)).await?;
            page.forgive().await?;
            continue;
        }
        let works = page.js_async("return await probe.widgets()[0].exportAs?.('csv').then(() => true) ?? false;").await;
        assert!(!matches!(works, Ok(works) if works == true), "{file} was not checked");
        page.forgive().await?;
    }
    Ok(())
}
