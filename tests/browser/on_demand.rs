//! What a first table does without is made when a reader turns to the table, and nothing is lost meanwhile.

use serde_json::json;
use victim_assistance_table::query::{Action, View};

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT},
};

in_every_engine![
    a_first_visit_does_without_it,
    the_focus_brings_it_to_each_table,
    a_disclosure_brings_what_stands_behind_it,
    what_is_typed_meanwhile_is_searched_for,
    a_view_waits_for_it,
    a_link_waits_for_it,
];

const IS_MADE: &str = "return root.querySelector('[part=glossary] dl') !== null;";

async fn a_first_visit_does_without_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.comes_to_show(&widget.oracle().await?).await?;
    // Larger text is no question.
    page.js("probe.widgets()[0].textSize = '2';").await?;
    widget.comes_to("the size", "return host.textSize;", json!("2")).await?;
    assert_eq!(widget.js(IS_MADE).await?, false);
    Ok(())
}

async fn the_focus_brings_it_to_each_table(browser: Browser) -> Outcome {
    let page = Draft::new([ELEMENT, ELEMENT].concat())?.show(&browser).await?;
    for at in [0, 1] {
        page.widget(at).turn_to().await?;
        page.widget(at).comes_to_show_details(&page.widget(at).oracle().await?).await?;
    }
    Ok(())
}

async fn a_disclosure_brings_what_stands_behind_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget
        .js("probe.summary = root.querySelector('.vat-details summary'); probe.summary.click(); probe.summary.focus();")
        .await?;

    widget.comes_to("the details", "return root.querySelector('.vat-details[open] dl') !== null;", json!(true)).await?;
    assert_eq!(widget.js("return root.activeElement === probe.summary;").await?, true, "the focus is on another node");
    Ok(())
}

async fn what_is_typed_meanwhile_is_searched_for(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    // Larger text and a narrower page render the table anew: the box must keep what is in it.
    widget.type_search("prosthe").await?;
    page.js("probe.widgets()[0].textSize = '2';").await?;
    oracle.reader(Action::TextSize(victim_assistance_table::query::TextSize::Second));
    widget.comes_to_hold("prosthe").await?;
    widget.type_search("tic").await?;

    oracle.search("prosthetic");
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("prosthetic").await
}

async fn a_view_waits_for_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.click("button", "Overview").await?;
    oracle.reader(Action::Show(View::Overview));
    widget.comes_to("the map", "return root.querySelector('.vat-map') !== null;", json!(true)).await?;
    widget.comes_to_say(&oracle.status()).await
}

async fn a_link_waits_for_it(browser: Browser) -> Outcome {
    let element = r#"<victim-assistance-table view="topic:medical-care"><p>static</p></victim-assistance-table>"#;
    let page = Draft::new(element)?.show(&browser).await?;
    page.widget(0).comes_to_show_details(&page.widget(0).oracle().await?).await
}
