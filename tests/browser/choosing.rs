//! Choosing instruments and topics, and Reset.

use serde_json::json;
use thirtyfour::Key;
use victim_assistance_table::query::{Action, Facet, TextSize};

use crate::{
    Browser, Outcome,
    support::{
        oracle::dataset,
        page::{Draft, ELEMENT},
    },
};

in_every_engine![
    instruments_come_and_go,
    topics_narrow_the_rows,
    without_instruments_it_says_what_to_do,
    reset_goes_back_to_what_the_page_asked_for,
    one_panel_is_open_at_a_time,
    keys_alone_suffice,
    escape_gives_the_focus_back,
    escape_in_the_search_box_leaves_an_open_panel_alone,
];

fn instrument(id: &str) -> (&'static str, &'static str) {
    let instrument = dataset().instruments.iter().find(|instrument| instrument.id == id).expect("an instrument");
    (instrument.id, instrument.name)
}

fn topic(id: &str) -> (&'static str, &'static str) {
    let topic = dataset().groups.iter().flat_map(|group| group.topics).find(|topic| topic.id == id).expect("a topic");
    (topic.id, topic.title)
}

async fn instruments_come_and_go(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    assert!(!widget.has("group", "Instruments").await?);

    widget.click("button", "Instruments").await?;
    widget.find("group", "Instruments").await?;
    let button = widget.find("button", "Instruments").await?;
    assert_eq!(button.attr("aria-expanded").await?.as_deref(), Some("true"));
    for kind in ["Treaties and protocols", "Action plans", "Declarations"] {
        assert!(widget.has("group", kind).await?, "{kind}");
    }

    for (id, shown) in [("crpd", false), ("tpnw", true), ("nairobi", true), ("nairobi", false), ("crpd", true)] {
        let (id, name) = instrument(id);
        widget.click("checkbox", name).await?;
        oracle.reader(Action::ShowInstrument(id, shown));
        widget.comes_to_show(&oracle).await?;
        widget.comes_to_offer("Instruments", &oracle).await?;
    }
    assert!(button.text().await?.contains("5 of 16"), "{}", button.text().await?);
    assert!(widget.has("group", "Instruments").await?, "the panel closed");
    Ok(())
}

async fn topics_narrow_the_rows(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let button = widget.find("button", "Topics").await?;
    assert!(button.text().await?.ends_with("all"), "{}", button.text().await?);

    button.click().await?;
    for (id, shown) in
        [("education", true), ("data-collection", true), ("education", false), ("data-collection", false)]
    {
        let (id, title) = topic(id);
        widget.click("checkbox", title).await?;
        oracle.reader(Action::ShowChoice(Facet::Topics, id, shown));
        widget.comes_to_show(&oracle).await?;
        widget.comes_to_offer("Topics", &oracle).await?;
    }
    Ok(())
}

async fn without_instruments_it_says_what_to_do(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table instruments="crpd"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let (id, name) = instrument("crpd");

    widget.click("button", "Instruments").await?;
    widget.click("checkbox", name).await?;
    oracle.reader(Action::ShowInstrument(id, false));
    widget.comes_to_show(&oracle).await?;
    assert!(widget.lines().await?[1].starts_with("nothing: No instrument is chosen"));

    widget.click("checkbox", name).await?;
    oracle.reader(Action::ShowInstrument(id, true));
    widget.comes_to_show(&oracle).await
}

async fn reset_goes_back_to_what_the_page_asked_for(browser: Browser) -> Outcome {
    let element = r#"<victim-assistance-table instruments="crpd tpnw" topics="education" search="shall"></victim-assistance-table>"#;
    let page = Draft::new(element)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search(" work").await?;
    oracle.search("shall work");
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", instrument("oslo").1).await?;
    oracle.reader(Action::ShowInstrument(instrument("oslo").0, true));
    widget.click("button", "Topics").await?;
    widget.click("checkbox", topic("education").1).await?;
    oracle.reader(Action::ShowChoice(Facet::Topics, topic("education").0, false));
    widget.click("radio", "125 %").await?;
    oracle.reader(Action::TextSize(TextSize::Second));
    widget.comes_to_show(&oracle).await?;

    widget.click("button", "Reset").await?;
    oracle.reader(Action::Reset);
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_offer("Topics", &oracle).await?;
    widget.comes_to_hold("shall").await?;
    assert_eq!(oracle.query().text_size, TextSize::Second, "the text size is no filter");
    assert_eq!(widget.js("return root.querySelector('input[type=radio]:checked').value;").await?, "2");
    let attributes = "return ['instruments', 'topics', 'search', 'text-size'].map((name) => host.getAttribute(name));";
    assert_eq!(widget.js(attributes).await?, json!(["crpd tpnw", "education", "shall", "2"]));
    Ok(())
}

async fn one_panel_is_open_at_a_time(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let open = "return [...root.querySelectorAll('button[aria-expanded=true]')].map((button) => probe.nameOf(button));";

    let panels = ["Instruments", "Topics", "Force and duty", "Order"];
    for panel in panels {
        widget.click("button", panel).await?;
        widget.comes_to(&format!("{panel} to be open"), open, json!([panel])).await?;
        for other in panels {
            assert_eq!(widget.has("group", other).await?, other == panel, "{other} while {panel} is open");
        }
    }
    widget.click("button", "Order").await?;
    widget.comes_to("none to be open", open, json!([])).await?;
    for panel in panels {
        assert!(!widget.has("group", panel).await?, "{panel}");
    }
    // A closed panel holds nothing that would have to follow each keystroke.
    assert_eq!(widget.js("return root.querySelectorAll('input[type=checkbox]').length;").await?, 0);
    Ok(())
}

async fn keys_alone_suffice(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let first = dataset().instruments[0];

    widget.search_box().await?.focus().await?;
    widget.press(Key::Tab).await?;
    widget.comes_to_focus("Instruments").await?;
    widget.press(Key::Enter).await?;
    widget.find("group", "Instruments").await?;
    for stop in ["Topics", "Force and duty", "Order", "Reset", first.name] {
        widget.press(Key::Tab).await?;
        widget.comes_to_focus(stop).await?;
    }
    widget.press(Key::Space).await?;

    oracle.reader(Action::ShowInstrument(first.id, true));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_offer("Instruments", &oracle).await?;
    // Rendering anew does not take the focus away.
    assert_eq!(widget.focused().await?, first.name);
    Ok(())
}

async fn escape_gives_the_focus_back(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    widget.click("button", "Topics").await?;
    widget.find("checkbox", topic("education").1).await?.focus().await?;
    widget.press(Key::Escape).await?;

    widget
        .comes_to(
            "the panel to close",
            "return root.querySelector('button[aria-expanded=true]') === null;",
            json!(true),
        )
        .await?;
    // What had the focus is gone: the button that opened it must have it, or the reader starts at the top of the page.
    widget.comes_to_focus("Topics").await
}

async fn escape_in_the_search_box_leaves_an_open_panel_alone(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    widget.click("button", "Topics").await?;
    widget.search_box().await?.focus().await?;
    widget.press(Key::Escape).await?;
    // A key later, the reader's focus is where it was, and so is the panel.
    widget.press("r").await?;

    widget.comes_to("the letter", "return host.search;", json!("r")).await?;
    assert_eq!(widget.focused().await?, "Search provisions");
    assert_eq!(widget.js("return root.querySelectorAll('button[aria-expanded=true]').length;").await?, 1);
    Ok(())
}
