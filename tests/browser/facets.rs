//! Choosing by properties: counts, the filters that are set, and Undo.

use serde_json::json;
use victim_assistance_table::query::{Action, Facet};

use crate::{
    Browser, Outcome,
    support::{
        oracle::Oracle,
        page::{Draft, ELEMENT},
        widget::Widget,
    },
};

in_every_engine![
    counts_follow_every_choice,
    counts_follow_the_search,
    what_would_leave_nothing_is_marked,
    a_facet_of_instruments_chooses_columns,
    a_chip_takes_its_filter_away,
    undo_takes_back_step_by_step,
    undo_has_nothing_to_take_back_at_first,
];

const PANELS: [&str; 3] = ["Instruments", "Topics", "Force and duty"];

/// Opens each panel in turn, and compares all it offers.
async fn comes_to_offer_everywhere(widget: Widget<'_>, oracle: &Oracle) -> Outcome {
    for panel in PANELS {
        widget.click("button", panel).await?;
        widget.comes_to_offer(panel, oracle).await.map_err(|error| format!("{panel}: {error}"))?;
        widget.click("button", panel).await?;
    }
    Ok(())
}

async fn counts_follow_every_choice(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    comes_to_offer_everywhere(widget, &oracle).await?;

    for (panel, facet, id, name) in [
        ("Force and duty", Facet::Forces, "obligation", "Obligation"),
        ("Instruments", Facet::Kinds, "treaty", "treaty"),
        ("Topics", Facet::Topics, "medical-care", "Medical care"),
        ("Force and duty", Facet::Answers, "silent", "Silent"),
    ] {
        let before = oracle.choices("Topics");
        widget.click("button", panel).await?;
        widget.click("checkbox", name).await?;
        widget.click("button", panel).await?;
        oracle.reader(Action::ShowChoice(facet, id, true));
        widget.comes_to_show(&oracle).await.map_err(|error| format!("{name}: {error}"))?;
        comes_to_offer_everywhere(widget, &oracle).await.map_err(|error| format!("{name}: {error}"))?;
        assert_ne!(oracle.choices("Topics"), before, "{name} changes no count");
    }
    let button = widget.find("button", "Force and duty").await?.text().await?;
    assert!(button.contains(&oracle.panel("Force and duty").chosen) && button.contains("2 of "), "{button}");
    Ok(())
}

async fn counts_follow_the_search(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.click("button", "Force and duty").await?;

    // The panel stays open while the reader types.
    let mut typed = String::new();
    for key in ["c", "h", "i", "l", "d"] {
        widget.type_search(key).await?;
        typed.push_str(key);
        oracle.search(&typed);
        widget.comes_to_offer("Force and duty", &oracle).await?;
    }
    Ok(())
}

async fn what_would_leave_nothing_is_marked(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table search="prosthe"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.click("button", "Topics").await?;
    widget.comes_to_offer("Topics", &oracle).await?;
    let choices = oracle.choices("Topics");
    let (nothing, something): (Vec<_>, Vec<_>) = choices.iter().partition(|choice| choice.ends_with("(nothing)"));
    assert!(!nothing.is_empty() && !something.is_empty(), "{choices:?}");
    assert!(nothing.iter().all(|choice| choice.ends_with(": 0 (nothing)")), "{nothing:?}");

    // It can be chosen all the same, and what comes of it is said.
    let id = nothing[0].split(" · topics=").nth(1).and_then(|rest| rest.split(' ').next()).expect("an id");
    let topic = crate::support::oracle::dataset().topic(id).expect("a topic");
    widget.click("checkbox", topic.title).await?;
    oracle.reader(Action::ShowChoice(Facet::Topics, topic.id, true));
    widget.comes_to_show(&oracle).await?;
    assert!(oracle.lines(false)[1].starts_with("nothing: "), "{:?}", oracle.lines(false));
    Ok(())
}

async fn a_facet_of_instruments_chooses_columns(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.click("button", "Instruments").await?;

    // Among the usual four there is none of that kind: the reader who asks for action plans sees all of them.
    widget.click("checkbox", "action plan").await?;

    oracle.reader(Action::ShowChoice(Facet::Kinds, "action-plan", true));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_offer("Instruments", &oracle).await?;
    assert!(oracle.table().columns.len() > 4, "{}", oracle.status());
    Ok(())
}

async fn a_chip_takes_its_filter_away(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.comes_to_chips(&oracle).await?;
    assert_eq!(oracle.chips(), [] as [String; 0]);

    widget.type_search("person").await?;
    oracle.search("person");
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", "TPNW").await?;
    oracle.reader(Action::ShowInstrument("tpnw", true));
    widget.click("button", "Force and duty").await?;
    widget.click("checkbox", "Obligation").await?;
    oracle.reader(Action::ShowChoice(Facet::Forces, "obligation", true));
    widget.click("checkbox", "Silent").await?;
    oracle.reader(Action::ShowChoice(Facet::Answers, "silent", true));
    widget.comes_to_chips(&oracle).await?;
    assert_eq!(oracle.chips(), ["“person”", "5 instruments", "Obligation", "Silent"]);

    for chip in oracle.model().chips {
        widget.click("button", &format!("Take away: {}", chip.label)).await?;
        oracle.reader(chip.action);
        widget.comes_to_show(&oracle).await.map_err(|error| format!("{}: {error}", chip.label))?;
        widget.comes_to_chips(&oracle).await?;
        // The button is gone: the focus is on the one that takes this back.
        widget.comes_to_focus("Undo").await?;
    }
    assert_eq!(oracle.chips(), [] as [String; 0]);
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn undo_takes_back_step_by_step(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let first = oracle.lines(false);
    widget.type_search("person").await?;
    oracle.search("person");
    widget.click("radio", "125 %").await?;
    oracle.reader(Action::TextSize(victim_assistance_table::query::TextSize::Second));
    widget.click("button", "Silences").await?;
    oracle.reader(Action::Show(victim_assistance_table::query::View::Gaps));
    widget.click("button", "Reset").await?;
    oracle.reader(Action::Reset);
    widget.comes_to_show(&oracle).await?;
    page.js("probe.events = [];").await?;

    for step in 0..4 {
        widget.click("button", "Undo").await?;
        oracle.undo();
        widget.comes_to_show(&oracle).await.map_err(|error| format!("step {step}: {error}"))?;
        widget.comes_to_chips(&oracle).await?;
        let size = json!(oracle.query().text_size.name());
        widget.comes_to("the size", "return root.querySelector('input[type=radio]:checked').value;", size).await?;
        widget.comes_to_hold(&oracle.query().search).await?;
        widget.comes_to_focus("Undo").await?;
    }
    // A word is one step, however many letters it has.
    assert_eq!(widget.lines().await?, first);
    // What the page is told of is what the reader did.
    assert_eq!(page.events("vat-change").await?.len(), 4);
    Ok(())
}

async fn undo_has_nothing_to_take_back_at_first(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let disabled = "return probe.find(root, 'button', 'Undo')[0].getAttribute('aria-disabled');";
    assert_eq!(widget.js(disabled).await?, "true");

    widget.click("button", "Undo").await?;
    widget.comes_to_show(&oracle).await?;
    assert_eq!(page.events("vat-change").await?, [] as [serde_json::Value; 0]);

    widget.type_search("x").await?;
    oracle.search("x");
    widget.comes_to_show(&oracle).await?;
    widget.comes_to("Undo to work", disabled, json!("false")).await?;
    widget.click("button", "Undo").await?;
    oracle.undo();
    widget.comes_to_show(&oracle).await?;
    widget.comes_to("Undo to rest", disabled, json!("true")).await
}
