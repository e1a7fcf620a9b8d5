//! What the reader asks for, in the address of the page.

use serde_json::json;
use thirtyfour::Key;
use victim_assistance_table::query::{Action, Facet};

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT},
};

in_every_engine![
    a_link_shows_what_was_shown,
    a_link_holds_everything_that_was_asked_for,
    back_and_forward_retrace_the_readers_steps,
    two_tables_and_the_page_share_the_address,
    a_link_that_is_not_understood_is_told,
    without_the_attribute_the_address_is_left_alone,
];

const LINKED: &str = r#"<victim-assistance-table url-state="va"></victim-assistance-table>"#;
const HASH: &str = "return decodeURIComponent(location.hash);";
const HASH_WITH_SPACES: &str = "return decodeURIComponent(location.hash.replaceAll('+', ' '));";

async fn a_link_shows_what_was_shown(browser: Browser) -> Outcome {
    let page = Draft::new(LINKED)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.click("button", "Topics").await?;
    widget.click("checkbox", "Education").await?;
    widget.type_search("child").await?;
    page.comes_to("the address", HASH, json!("#va=1&va.topics=education&va.search=child")).await?;
    let mut oracle = widget.oracle().await?;
    oracle.reader(Action::ShowChoice(Facet::Topics, "education", true));
    oracle.search("child");
    widget.comes_to_show(&oracle).await?;

    page.reload().await?;

    page.widget(0).comes_to_show(&oracle).await?;
    assert_eq!(page.js("return probe.events.map((event) => event.type);").await?, json!(["vat-ready"]));
    Ok(())
}

async fn a_link_holds_everything_that_was_asked_for(browser: Browser) -> Outcome {
    let asked = "va.view=transposed&va.instruments=tpnw crpd&va.topics=medical-care education&va.forces=obligation&va.duty-bearers=every-party\
        &va.kinds=treaty&va.statuses=in-force&va.answers=provision&va.search=person&va.order=name-descending&va.pinned=crpd&va.pair=oslo crpd";
    // In whatever order it is written.
    let reversed = asked.rsplit('&').collect::<Vec<_>>().join("&");
    let page = Draft::new(LINKED)?.show(&browser).await?;
    page.js_with("location.hash = arguments[0];", vec![json!(format!("#{reversed}&va=1"))]).await?;
    let widget = page.widget(0);
    widget.comes_to("the view", "return host.view;", json!("transposed")).await?;
    assert_eq!(page.events("vat-error").await?, [] as [serde_json::Value; 0]);
    let oracle = widget.oracle().await?;
    widget.comes_to_show(&oracle).await?;

    // What the reader does next writes it anew, in an order of its own.
    widget.type_search("s").await?;
    let written = asked.replace("person", "persons");
    page.comes_to("the same address", HASH_WITH_SPACES, json!(format!("#va=1&{written}"))).await?;
    page.reload().await?;
    let widget = page.widget(0);
    widget.comes_to("the search", "return host.search;", json!("persons")).await?;
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn back_and_forward_retrace_the_readers_steps(browser: Browser) -> Outcome {
    let page = Draft::new(LINKED)?.show(&browser).await?;
    let widget = page.widget(0);
    let first = widget.oracle().await?;
    widget.type_search("rehabilitation").await?;
    let mut searched = widget.oracle().await?;
    searched.search("rehabilitation");
    widget.comes_to_show(&searched).await?;
    // It stands in the address when the reader stops typing.
    page.comes_to("the address", HASH, json!("#va=1&va.search=rehabilitation")).await?;
    widget.click("button", "Reset").await?;
    widget.comes_to_show(&first).await?;

    browser.driver.back().await?;
    widget.comes_to_show(&searched).await?;
    assert_eq!(widget.js("return host.search;").await?, "rehabilitation");
    // A word is one step, however many letters it has.
    browser.driver.back().await?;
    widget.comes_to_show(&first).await?;
    browser.driver.forward().await?;
    widget.comes_to_show(&searched).await?;
    // Going back and forth is nothing the reader asked of the table.
    let told = page.events("vat-change").await?.len();
    assert_eq!(told, "rehabilitation".len() + 1);
    Ok(())
}

async fn two_tables_and_the_page_share_the_address(browser: Browser) -> Outcome {
    let two = [LINKED, r#"<victim-assistance-table url-state="vb" topics="education"></victim-assistance-table>"#];
    let page = Draft::new(two.concat())?.show(&browser).await?;
    page.js("history.replaceState(null, '', '#page=7');").await?;

    page.widget(0).type_search("a").await?;
    page.comes_to("the first", HASH, json!("#page=7&va=1&va.search=a")).await?;
    page.widget(1).type_search("b").await?;
    page.comes_to("both", HASH, json!("#page=7&va=1&va.search=a&vb=1&vb.search=b")).await?;
    page.widget(0).search_box().await?.send_keys(Key::Backspace).await?;
    page.comes_to("the second", HASH, json!("#page=7&vb=1&vb.search=b")).await?;
    assert_eq!(page.widget(1).js("return host.search;").await?, "b");
    Ok(())
}

async fn a_link_that_is_not_understood_is_told(browser: Browser) -> Outcome {
    let page = Draft::new(LINKED)?.show(&browser).await?;
    page.js("probe.events = []; location.hash = '#va=1&va.topics=education+%3Cimg%20src%3Dx%3E&va.onload=alert(1)';")
        .await?;

    let told = "The link asks for something this table does not have: onload, <img, src=x>.";
    page.widget(0).comes_to_say(told).await?;
    assert_eq!(page.widget(0).js("return root.querySelectorAll('img').length;").await?, 0);
    assert_eq!(page.events("vat-error").await?.len(), 3);
    // What it asks for and can have, it gets.
    assert_eq!(page.widget(0).js("return host.topics;").await?, "education");
    Ok(())
}

async fn without_the_attribute_the_address_is_left_alone(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    page.js("location.hash = '#va=1&va.search=zeppelin';").await?;

    page.widget(0).type_search("care").await?;

    page.widget(0).comes_to("the search", "return host.search;", json!("care")).await?;
    assert_eq!(page.js(HASH).await?, "#va=1&va.search=zeppelin");
    Ok(())
}
