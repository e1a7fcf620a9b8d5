//! What a first visit does without is loaded when a reader turns to the table, and nothing is lost meanwhile.

use serde_json::json;
use victim_assistance_table::query::{Action, View};

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT, Page},
};

in_every_engine![
    a_first_visit_does_without_it,
    the_focus_brings_it_once_for_all_tables,
    a_disclosure_brings_what_stands_behind_it,
    what_is_typed_meanwhile_is_searched_for,
    a_view_waits_for_it,
    a_link_waits_for_it,
    without_it_the_reader_is_told_and_it_is_tried_again,
    without_it_a_page_that_asks_for_more_keeps_its_static_table,
];

const LOADED: &str =
    "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('_on_demand.wasm')).length;";

/// Holds the file back until the page says `release()`, or fails while it says `offline`.
const HOLD: &str = "
    const load = window.fetch.bind(window);
    const released = new Promise((release) => (window.release = release));
    window.fetch = async (address, options) => {
        if (!String(address).endsWith('_on_demand.wasm')) return load(address, options);
        if (window.offline) throw new TypeError('the line is down');
        await released;
        return load(address, options);
    };";

async fn release(page: &Page) -> Outcome {
    page.js("window.release();").await.map(drop)
}

async fn a_first_visit_does_without_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.comes_to_show(&widget.oracle().await?).await?;
    // Larger text is no question.
    page.js("probe.widgets()[0].textSize = '2';").await?;
    widget.comes_to("the size", "return host.textSize;", json!("2")).await?;
    assert_eq!(page.js(LOADED).await?, 0);
    Ok(())
}

async fn the_focus_brings_it_once_for_all_tables(browser: Browser) -> Outcome {
    let page = Draft::new([ELEMENT, ELEMENT].concat())?.show(&browser).await?;
    for at in [0, 1] {
        page.widget(at).turn_to().await?;
        page.widget(at).comes_to_show_details(&page.widget(at).oracle().await?).await?;
    }
    assert_eq!(page.js(LOADED).await?, 1);
    Ok(())
}

async fn a_disclosure_brings_what_stands_behind_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.script(HOLD).show(&browser).await?;
    let widget = page.widget(0);
    widget
        .js("probe.summary = root.querySelector('.vat-details summary'); probe.summary.click(); probe.summary.focus();")
        .await?;
    assert_eq!(widget.js("return root.querySelector('.vat-details[open] dl');").await?, json!(null));

    release(&page).await?;

    widget.comes_to("the details", "return root.querySelector('.vat-details[open] dl') !== null;", json!(true)).await?;
    assert_eq!(widget.js("return root.activeElement === probe.summary;").await?, true, "the focus is on another node");
    Ok(())
}

async fn what_is_typed_meanwhile_is_searched_for(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.script(HOLD).show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    // Larger text and a narrower page render the table anew: the box must keep what is in it.
    widget.type_search("prosthe").await?;
    page.js("probe.widgets()[0].textSize = '2';").await?;
    oracle.reader(Action::TextSize(victim_assistance_table::query::TextSize::Second));
    widget.comes_to_hold("prosthe").await?;
    widget.type_search("tic").await?;

    release(&page).await?;

    oracle.search("prosthetic");
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("prosthetic").await
}

async fn a_view_waits_for_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.script(HOLD).show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.click("button", "Overview").await?;
    widget.comes_to_say("Loading …").await?;
    let chosen = "return root.querySelector('[aria-current]').textContent;";
    assert_eq!(widget.js(chosen).await?, "Overview", "the question that is asked is not marked");

    release(&page).await?;

    oracle.reader(Action::Show(View::Overview));
    widget.comes_to("the map", "return root.querySelector('.vat-map') !== null;", json!(true)).await?;
    widget.comes_to_say(&oracle.status()).await
}

async fn a_link_waits_for_it(browser: Browser) -> Outcome {
    let element = r#"<victim-assistance-table view="topic:medical-care"><p>static</p></victim-assistance-table>"#;
    let page = Draft::new(element)?.script(HOLD).open(&browser).await?;
    let waits = "return [host.matches(':state(loading)'), host.firstChild.checkVisibility()];";
    page.widget(0).comes_to("the static table", waits, json!([true, true])).await?;

    release(&page).await?;

    page.ready().await?;
    page.widget(0).comes_to_show_details(&page.widget(0).oracle().await?).await
}

async fn without_it_the_reader_is_told_and_it_is_tried_again(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.script(HOLD).script("window.offline = true;").show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    widget.search_box().await?.focus().await?;
    widget.comes_to_say("The rest of the table could not be loaded; it is tried again when you go on.").await?;

    page.js("window.offline = false; window.release();").await?;
    widget.find("radio", "100 %").await?.focus().await?;
    widget.turn_to().await?;
    widget.comes_to_show_details(&oracle).await
}

async fn without_it_a_page_that_asks_for_more_keeps_its_static_table(browser: Browser) -> Outcome {
    let element = r#"<victim-assistance-table view="overview"><p>static</p></victim-assistance-table>"#;
    let page = Draft::new(element)?.script(HOLD).script("window.offline = true;").open(&browser).await?;
    let shown = "return [host.matches(':state(error)'), root?.querySelector('slot') instanceof Element, probe.events.map((event) => event.type)];";
    page.widget(0).comes_to("the static table", shown, json!([true, true, ["vat-error"]])).await
}
