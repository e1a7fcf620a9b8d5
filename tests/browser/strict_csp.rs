//! Pages that allow almost nothing.

use serde_json::json;
use victim_assistance_table::query::{Action, TextSize};
use xtask::site::{HeaderName, HeaderValue, Server, Site, serve};

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT, Page, dist},
        wait::until,
    },
};

in_every_engine![
    works_under_a_strict_policy,
    works_where_trusted_types_are_required,
    works_in_a_sandbox_without_an_origin,
    works_in_a_page_that_isolates_itself,
];

const POLICY: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
const TRUSTED_TYPES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Searches, chooses and enlarges. That nothing was refused is seen when the test ends.
async fn reads(page: &Page) -> Outcome {
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.click("radio", "125 %").await?;
    oracle.reader(Action::TextSize(TextSize::Second));
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", "TPNW").await?;
    oracle.reader(Action::ShowInstrument("tpnw", true));

    widget.comes_to_show(&oracle).await?;
    // It is styled, too: of the sheet nothing is inline.
    let size = "return getComputedStyle(root.querySelector('.vat-app')).fontSize;";
    assert_eq!(widget.js(size).await?, "20px");
    Ok(())
}

/// Prints, saves and cites, by the same buttons as readers, and by the methods of the element.
async fn takes_along(page: &Page) -> Outcome {
    let widget = page.widget(0);
    for (button, saved) in [("Save or copy", "Web page"), ("Save or copy", "CSV, one row an answer, for programs")] {
        widget.click("button", button).await?;
        widget.click("button", saved).await?;
        until("the file to be saved", async || {
            let said = widget.js("return root.querySelector('dialog [role=status]')?.textContent;").await?;
            Ok(if said == "Saved." { Ok(()) } else { Err(said.to_string()) })
        })
        .await?;
        widget.click("button", "Close").await?;
    }
    let files = "const sizes = [];
        for (const format of ['html', 'document', 'spreadsheet', 'csv', 'markdown', 'json']) {
            sizes.push((await probe.widgets()[0].exportAs(format)).size > 500);
        }
        return sizes;";
    assert_eq!(page.js_async(files).await?, json!(vec![true; 6]));

    widget.js("root.querySelector('.vat-details summary').click();").await?;
    widget.js("root.querySelector('[data-task=cite]').click();").await?;
    widget.find("button", "Save citation").await?.click().await?;
    widget.click("button", "Close").await?;

    widget.click("button", "Print comparison").await?;
    widget.find("button", "Print").await?.click().await?;
    // What stands in the frame is styled, and holds nothing that a policy forbids. Nothing is done after it: WebKit has
    // no printer under automation, and waits.
    let paper = "const paper = root.querySelector('iframe')?.contentDocument;
        const table = paper?.querySelector('table');
        return table && [paper.querySelectorAll('script, style, [style]').length, getComputedStyle(table).tableLayout];";
    widget.comes_to("the paper", paper, json!([0, "fixed"])).await
}

async fn works_under_a_strict_policy(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.policy(POLICY).show(&browser).await?;
    reads(&page).await?;
    takes_along(&page).await
}

async fn works_where_trusted_types_are_required(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.policy(TRUSTED_TYPES).show(&browser).await?;
    let refuses = "try { document.createElement('p').innerHTML = '<b>'; return false; } catch { return 'trustedTypes' in window; }";
    let refused = page.js(refuses).await?;
    if page.js("return 'trustedTypes' in window;").await? == true {
        assert_eq!(refused, true, "the browser does not require them");
    }
    page.forgive().await?;
    reads(&page).await?;
    takes_along(&page).await
}

async fn works_in_a_sandbox_without_an_origin(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table url-state="va" remember-text-size></victim-assistance-table>"#)?
        .policy("sandbox allow-scripts")
        .header("access-control-allow-origin", "*")
        .show(&browser)
        .await?;
    let alone = "try { localStorage.length; return 'storage'; } catch { return origin; }";
    assert_eq!(page.js(alone).await?, "null");

    reads(&page).await?;
    let files = "return (await probe.widgets()[0].exportAs('csv')).size > 500;";
    assert_eq!(page.js_async(files).await?, true);
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}

/// Another site, which sends what the documentation names for pages that isolate themselves.
async fn elsewhere() -> Outcome<Server> {
    let mut site = Site::new(dist()?);
    for (name, value) in [
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
    ] {
        site.headers.push((HeaderName::from_static(name), HeaderValue::from_static(value)));
    }
    Ok(serve(site, 0).await?)
}

async fn works_in_a_page_that_isolates_itself(browser: Browser) -> Outcome {
    let other = elsewhere().await?;
    let base = format!("http://{}", other.address());
    let frame = format!(r#"<iframe src="{base}/embed.html?view=topic:medical-care" title="A" height="300"></iframe>"#);
    let page = Draft::new(format!("{ELEMENT}{frame}"))?
        .header("cross-origin-opener-policy", "same-origin")
        .header("cross-origin-embedder-policy", "require-corp")
        .includes(format!(
            r#"<link rel="stylesheet" href="{base}/table.css">
            <script type="module" src="{base}/victim-assistance-table.js"></script>
            <script type="module" src="{base}/victim-assistance-frame.js"></script>"#
        ))
        .show(&browser)
        .await?;
    assert_eq!(page.js("return crossOriginIsolated;").await?, true);
    assert_eq!(page.js("return document.styleSheets.length;").await?, 1);
    reads(&page).await?;
    let height = "return document.querySelector('iframe').clientHeight > 300;";
    page.comes_to("the frame, as high as its table", height, json!(true)).await
}
