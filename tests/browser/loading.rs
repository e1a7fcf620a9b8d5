//! When the widget is loaded, and that the page holds still meanwhile.

use serde_json::json;

use crate::{
    Browser, Engine, Outcome,
    support::page::{Draft, Page, static_table},
};

in_every_engine![
    a_lazy_table_waits_until_it_is_near,
    a_lazy_table_does_not_keep_another_waiting,
    the_page_holds_still_when_the_table_comes,
    nothing_but_styles_keeps_the_page_from_being_painted,
];

const LAZY: &str = r#"<victim-assistance-table loading="lazy"></victim-assistance-table>"#;

fn far(element: &str) -> String {
    format!(r#"<div class="far"></div>{element}"#)
}

fn draft(body: &str) -> Outcome<Draft> {
    Ok(Draft::new(body)?.text("/far.css", ".far { block-size: 5000px; }").includes(
        r#"<link rel="stylesheet" href="/table.css"><link rel="stylesheet" href="/far.css">
        <script type="module" src="/victim-assistance-table.js"></script>"#,
    ))
}

/// The wasm that was asked for.
const ASKED: &str =
    "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('_bg.wasm')).length;";

/// Waits until the script has run, and the browser has had the time to tell it what is near.
async fn settles(page: &Page) -> Outcome {
    page.comes_to("the page", "return document.readyState;", json!("complete")).await?;
    page.js_async("for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame); return null;")
        .await?;
    Ok(())
}

async fn a_lazy_table_waits_until_it_is_near(browser: Browser) -> Outcome {
    let page = draft(&far(LAZY))?.open(&browser).await?;
    settles(&page).await?;
    assert_eq!(page.js(ASKED).await?, 0);

    // Within a window's height of the window.
    page.js("scrollTo(0, document.querySelector('victim-assistance-table').getBoundingClientRect().top - 1.9 * innerHeight);")
        .await?;
    page.ready().await?;
    assert_eq!(page.js(ASKED).await?, 1);
    assert_eq!(page.js("return document.querySelector('victim-assistance-table').loading;").await?, "lazy");
    Ok(())
}

async fn a_lazy_table_does_not_keep_another_waiting(browser: Browser) -> Outcome {
    let page =
        draft(&far(&format!("{LAZY}<victim-assistance-table></victim-assistance-table>")))?.show(&browser).await?;
    assert_eq!(page.js("return scrollY;").await?, 0);
    Ok(())
}

/// Notes what moves, as Chromium sees it, from the beginning.
const NOTE: &str = "probe.moved = []; if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
        const place = ({ x, y, width, height }) => [x, y, width, height].join(' ');
        for (const { value, sources } of list.getEntries()) {
            probe.moved.push([value, ...sources.map(({ node, previousRect, currentRect }) =>
                `${node?.className || node?.nodeName}: ${place(previousRect)} to ${place(currentRect)}`)]);
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// Where what stands around the table is.
const PLACES: &str = "return [...document.querySelectorAll('main > *')].map((element) => {
    const { x, y, width } = element.getBoundingClientRect();
    return [element.localName, x, y, width].join(' ');
});";

/// Where the text of the title is that is seen: of the static table, then of the live one.
const TITLE: &str = "const title = (root ?? host).querySelector('.vat-title');
    const text = document.createRange();
    text.selectNodeContents(title);
    const { x, y, height } = text.getBoundingClientRect();
    return [title.textContent, x, y, height, getComputedStyle(title).font];";

async fn the_page_holds_still_when_the_table_comes(browser: Browser) -> Outcome {
    // Controls beside the title, below it, and below a title of two lines.
    for width in ["auto", "700px", "320px"] {
        holds_still(&browser, width).await.map_err(|error| format!("{width}: {error}"))?;
    }
    Ok(())
}

async fn holds_still(browser: &Browser, width: &str) -> Outcome {
    let table = static_table()?;
    let body = format!(
        r#"<p>Before</p><div style="width: {width}"><victim-assistance-table>{table}</victim-assistance-table></div>
        <script type="module" src="/later.js"></script>"#
    );
    // The script is included when the page has long been seen with its static table.
    let page = Draft::new(body)?
        .script(NOTE)
        .includes(r#"<link rel="stylesheet" href="/table.css"><link rel="stylesheet" href="/long.css">"#)
        // The page's own scroll bar is there from the beginning, as on a page that is long before the table.
        .text("/long.css", ":root { overflow-y: scroll; }")
        .text("/later.js", "addEventListener('later', () => import('/victim-assistance-table.js'));")
        .open(browser)
        .await?;
    settles(&page).await?;
    let before = page.js(PLACES).await?;
    let title_before = page.widget(0).js(TITLE).await?;

    page.js("dispatchEvent(new Event('later'));").await?;
    page.ready().await?;
    settles(&page).await?;

    assert_eq!(page.js(PLACES).await?, before, "{width}");
    assert_eq!(page.widget(0).js(TITLE).await?, title_before, "{width}");
    if browser.engine == Engine::Chromium {
        assert_eq!(page.js("return probe.moved;").await?, json!([]), "{width}");
        // That it counts at all.
        page.js("document.querySelector('main').style.marginTop = '300px';").await?;
        page.comes_to("a move", "return probe.moved.length > 0;", json!(true)).await?;
    }
    Ok(())
}

/// Of the engines only Chromium tells. The styles of the static table are its looks: painted before them it would move.
async fn nothing_but_styles_keeps_the_page_from_being_painted(browser: Browser) -> Outcome {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    let page = Draft::new("")?.open(&browser).await?;
    page.go("/").await?;
    page.js_async("await customElements.whenDefined('victim-assistance-table'); return null;").await?;
    let blocking = "return performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking').map(({ name }) => new URL(name).pathname).sort();";
    assert_eq!(page.js(blocking).await?, json!(["/page.css", "/table.css"]));
    Ok(())
}
