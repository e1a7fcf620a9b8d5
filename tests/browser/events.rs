//! The element's side of the contract: events, attributes and properties.

use serde_json::json;
use victim_assistance_table::query::{Action, TextSize};

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT},
};

in_every_engine![
    ready_is_told_once,
    change_is_told_for_what_the_reader_does,
    change_is_not_told_for_what_the_page_does,
    attributes_follow_the_reader,
    attributes_and_properties_drive_the_widget,
    unknown_values_are_told_and_ignored,
    resetting_from_the_page_leaves_nothing_behind,
    resetting_from_the_page_keeps_what_the_page_asked_for,
    the_page_may_answer_a_change_at_once,
    events_leave_other_shadow_roots,
];

async fn ready_is_told_once(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table id="a"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    // The table stands when it is told, and doing things does not tell it again.
    widget.type_search("care").await?;
    let mut oracle = widget.oracle().await?;
    oracle.search("care");
    widget.comes_to_show(&oracle).await?;

    let told = page.events("vat-ready").await?;

    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["target"], "a");
    assert_eq!((&told[0]["bubbles"], &told[0]["composed"]), (&json!(true), &json!(true)));
    Ok(())
}

async fn change_is_told_for_what_the_reader_does(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    assert_eq!(page.events("vat-change").await?, [] as [serde_json::Value; 0]);

    widget.type_search("ab").await?;
    widget.click("radio", "150 %").await?;
    widget.click("button", "Reset").await?;
    // The same again changes nothing, and tells nothing.
    widget.click("button", "Reset").await?;
    widget.click("button", "Topics").await?;
    widget.click("checkbox", "Education").await?;

    let usual = "mine-ban-convention protocol-v crpd cluster-munitions";
    let pair = "mine-ban-convention protocol-v";
    let state = |search, size, topics| {
        json!({
            "view": "compare", "instruments": usual, "topics": topics, "forces": "", "dutyBearers": "", "kinds": "",
            "statuses": "", "answers": "", "search": search, "order": "groups", "pinned": "", "pair": pair,
            "collected": "", "only": "", "at": "",
            "textSize": size, "reading": "",
        })
    };
    let details = "return probe.events.filter((event) => event.type === 'vat-change').map((event) => event.detail);";
    let wanted = [
        state("a", "1", ""),
        state("ab", "1", ""),
        state("ab", "3", ""),
        state("", "3", ""),
        state("", "3", "education"),
    ];
    page.comes_to("the changes", details, json!(wanted)).await?;
    let told = page.events("vat-change").await?;
    assert!(told.iter().all(|event| event["bubbles"] == true && event["composed"] == true));
    Ok(())
}

async fn change_is_not_told_for_what_the_page_does(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table search="care"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget
        .js("host.setAttribute('instruments', 'crpd oslo'); host.search = 'shall'; host.textSize = 2; host.topics = ['education'];
            host.removeAttribute('topics'); host.reset(); host.style.width = '700px';")
        .await?;

    oracle.reader(Action::Instruments(Some(vec!["crpd", "oslo"])));
    oracle.search("shall");
    oracle.reader(Action::TextSize(TextSize::Second));
    oracle.reader(Action::Room(44));
    widget.comes_to_show(&oracle).await?;
    assert_eq!(page.events("vat-change").await?, [] as [serde_json::Value; 0]);
    Ok(())
}

async fn attributes_follow_the_reader(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let attributes = "return [...host.attributes].map(({ name, value }) => `${name}=${value}`).sort();";

    widget.type_search("care").await?;
    widget.click("radio", "125 %").await?;
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", "CRPD").await?;
    widget.click("button", "Topics").await?;
    widget.click("checkbox", "Education").await?;
    let wanted = json!([
        "instruments=mine-ban-convention protocol-v cluster-munitions",
        "search=care",
        "text-size=2",
        "topics=education"
    ]);
    widget.comes_to("the attributes", attributes, wanted).await?;

    // What is the usual again needs no attribute.
    widget.click("button", "Reset").await?;
    widget.click("radio", "100 %").await?;
    widget.comes_to("no attribute", attributes, json!([])).await
}

async fn attributes_and_properties_drive_the_widget(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let usual = widget.oracle().await?;
    let properties =
        "return [host.instruments, host.topics, host.search, host.textSize, host.dutyBearers, host.view, host.order,
        host.pinned, host.pair, host.at];";
    let usual_values = json!([
        "mine-ban-convention protocol-v crpd cluster-munitions",
        "",
        "",
        "1",
        "",
        "compare",
        "groups",
        "",
        "mine-ban-convention protocol-v",
        ""
    ]);
    assert_eq!(widget.js(properties).await?, usual_values);

    for script in [
        "host.setAttribute('instruments', 'oslo crpd');",
        "host.instruments = ['tpnw', 'crpd'];",
        "host.topics = 'education data-collection';",
        "host.search = 'women';",
        "host.setAttribute('text-size', '2');",
        "host.search = null;",
        "host.dutyBearers = ['every-party', 'affected-party'];",
        "host.order = 'crpd-descending';",
        "host.pinned = 'crpd';",
        "host.pair = 'oslo crpd';",
        "host.view = 'differences';",
        "host.view = 'transposed';",
    ] {
        widget.js(script).await?;
        widget.comes_to_show(&widget.oracle().await?).await.map_err(|error| format!("{script}: {error}"))?;
    }
    let values = json!([
        "tpnw crpd",
        "education data-collection",
        "",
        "2",
        "every-party affected-party",
        "transposed",
        "crpd-descending",
        "crpd",
        "oslo crpd",
        ""
    ]);
    assert_eq!(widget.js(properties).await?, values);

    widget.js("host.noToolbar = true; host.headingLevel = 4;").await?;
    widget
        .comes_to(
            "another heading",
            "return Boolean(root.querySelector('h4')) && !root.querySelector('h2');",
            json!(true),
        )
        .await?;
    assert!(!widget.has("button", "Reset").await? && !widget.has("group", "Text size").await?);
    widget.js("host.noToolbar = false;").await?;
    widget.find("button", "Reset").await?;

    widget.js("for (const { name } of [...host.attributes]) host.removeAttribute(name);").await?;
    widget.comes_to_show(&usual).await
}

async fn unknown_values_are_told_and_ignored(browser: Browser) -> Outcome {
    let element =
        r#"<victim-assistance-table id="odd" instruments="crpd nonsense" text-size="9"></victim-assistance-table>"#;
    let page = Draft::new(element)?.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    assert_eq!(oracle.query().instruments, Some(vec!["crpd"]));

    widget.comes_to_show(&oracle).await?;
    widget.js("host.topics = 'education poetry';").await?;
    widget.comes_to_show(&widget.oracle().await?).await?;

    let told = page.events("vat-error").await?;
    assert_eq!(told.len(), 3, "{told:?}");
    for (event, (attribute, value, known)) in told.iter().zip([
        ("instruments", "nonsense", "tpnw"),
        ("text-size", "9", "1 2 3 4"),
        ("topics", "poetry", "medical-care"),
    ]) {
        let message = event["detail"]["message"].as_str().unwrap_or_default();
        assert!(message.contains(attribute) && message.contains(value) && message.contains(known), "{message}");
        assert_eq!(event["detail"]["fatal"], false);
        assert_eq!(event["target"], "odd");
    }
    Ok(())
}

async fn resetting_from_the_page_leaves_nothing_behind(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("care").await?;
    widget.comes_to("the attribute", "return host.getAttribute('search');", json!("care")).await?;

    widget.js("host.reset();").await?;

    widget.comes_to_show(&oracle).await?;
    // The attribute says what is shown, or setting it to what it says would do nothing.
    assert_eq!(widget.js("return [host.getAttribute('search'), host.search];").await?, json!([null, ""]));
    widget.js("host.search = 'care';").await?;
    oracle.search("care");
    widget.comes_to_show(&oracle).await
}

async fn resetting_from_the_page_keeps_what_the_page_asked_for(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table instruments="crpd oslo"></victim-assistance-table>"#)?
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    widget.type_search("care").await?;
    widget.js("host.reset();").await?;
    widget.comes_to_show(&oracle).await?;

    widget.type_search("care").await?;
    widget.click("button", "Reset").await?;

    widget.comes_to_show(&oracle).await
}

async fn the_page_may_answer_a_change_at_once(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    page.js("addEventListener('vat-change', (event) => {
            event.target.instruments = 'crpd';
            throw new Error('a listener that throws');
        }, { once: true });")
        .await?;

    widget.type_search("care").await?;

    oracle.search("care");
    oracle.reader(Action::Instruments(Some(vec!["crpd"])));
    widget.comes_to_show(&oracle).await?;
    page.forgive().await
}

async fn events_leave_other_shadow_roots(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<div id="outer"></div>"#)?.open(&browser).await?;
    page.js("document.querySelector('#outer').attachShadow({ mode: 'open' }).innerHTML = '<victim-assistance-table></victim-assistance-table>';")
        .await?;

    page.comes_to(
        "the event",
        "return probe.events.map(({ type, target }) => [type, target]);",
        json!([["vat-ready", "outer"]]),
    )
    .await?;
    let shown = "return document.querySelector('#outer').shadowRoot.firstChild.shadowRoot.querySelector('[role=status]').textContent;";
    assert!(page.js(shown).await?.as_str().unwrap_or_default().starts_with("158 of 256 provisions"));
    Ok(())
}
