//! Everything by real keys, without a pointer: what a reader comes for, and where the focus goes.

use serde_json::{Value, json};
use thirtyfour::Key;
use victim_assistance_table::query::{Action, Direction, Facet, Order, TextSize, View};

use crate::{
    Browser, Outcome,
    states::STATES,
    support::{
        page::{Draft, ELEMENT, Page},
        widget::Widget,
    },
};

in_every_engine![
    searching_and_choosing,
    sorting_and_ordering_columns,
    reading_citing_printing_and_saving,
    asking_every_question_at_another_size,
    escape_closes_the_panel_of_reading,
    letters_do_nothing_by_themselves,
    what_scrolls_can_be_scrolled_by_keys,
];

/// A widget with something before and after it. The first has the focus.
pub async fn between_buttons(attributes: &str, browser: &Browser) -> Outcome<Page> {
    let body = format!(
        r#"<button id="before">before</button><victim-assistance-table {attributes}></victim-assistance-table><button id="after">after</button>"#
    );
    let page = Draft::new(body)?.show(browser).await?;
    page.js("document.querySelector('#before').focus();").await?;
    Ok(page)
}

pub async fn press_back(widget: Widget<'_>) -> Outcome {
    let keys = widget.page.browser.driver.action_chain();
    keys.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift).perform().await?;
    Ok(())
}

/// Goes on by Tab until what is called so has the focus.
pub async fn tab_to(widget: Widget<'_>, name: &str) -> Outcome {
    let mut met = Vec::new();
    for _ in 0..120 {
        widget.press(Key::Tab).await?;
        met.push(widget.focused().await?);
        if met.last().is_some_and(|focused| focused == name) {
            return Ok(());
        }
    }
    Err(format!("Tab does not lead to “{name}” but to {met:#?}").into())
}

/// The same backwards.
async fn tab_back_to(widget: Widget<'_>, name: &str) -> Outcome {
    let mut met = Vec::new();
    for _ in 0..120 {
        press_back(widget).await?;
        met.push(widget.focused().await?);
        if met.last().is_some_and(|focused| focused == name) {
            return Ok(());
        }
    }
    Err(format!("Tab does not lead back to “{name}” but to {met:#?}").into())
}

async fn searching_and_choosing(browser: Browser) -> Outcome {
    let page = between_buttons("", &browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    tab_to(widget, "Search provisions").await?;
    widget.press("educ").await?;
    oracle.search("educ");
    widget.comes_to_show(&oracle).await?;
    widget.press(Key::Down).await?;
    let suggestion = oracle.model().suggestions.first().expect("a suggestion").action.clone();
    widget.press(Key::Enter).await?;
    oracle.reader(suggestion);
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("Search provisions").await?;
    tab_back_to(widget, "Compare").await?;
    widget.press(Key::Enter).await?;
    oracle.reader(Action::Show(View::Compare));
    widget.comes_to_show(&oracle).await?;

    tab_to(widget, "Instruments").await?;
    widget.press(Key::Enter).await?;
    tab_to(widget, "TPNW").await?;
    widget.press(Key::Space).await?;
    oracle.reader(Action::ShowInstrument("tpnw", true));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("TPNW").await?;
    widget.press(Key::Escape).await?;
    widget.comes_to_focus("Instruments").await?;
    tab_to(widget, "Topics").await?;
    widget.press(Key::Enter).await?;
    tab_to(widget, "Medical care").await?;
    widget.press(Key::Space).await?;
    oracle.reader(Action::ShowChoice(Facet::Topics, "medical-care", true));
    widget.comes_to_show(&oracle).await?;
    widget.press(Key::Escape).await?;
    widget.comes_to_focus("Topics").await?;

    // What is taken away leaves the focus where it can be had back.
    let chip = oracle.chips().pop().expect("a filter that is set");
    let named = widget
        .js_with("return [...root.querySelectorAll('.vat-chips li button')].map(probe.nameOf).find((name) => name.endsWith(given));", json!(chip))
        .await?;
    tab_to(widget, named.as_str().ok_or("no chip")?).await?;
    widget.press(Key::Enter).await?;
    widget.comes_to_focus("Undo").await?;
    widget.comes_to("the filter to go", "return host.topics;", json!("")).await?;
    widget.press(Key::Enter).await?;
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("Undo").await?;
    tab_back_to(widget, "Reset").await?;
    widget.press(Key::Enter).await?;
    oracle.reader(Action::Reset);
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("Reset").await
}

async fn sorting_and_ordering_columns(browser: Browser) -> Outcome {
    let page = between_buttons(r#"topics="education medical-care""#, &browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    tab_to(widget, "Order").await?;
    widget.press(Key::Enter).await?;
    for (button, action) in
        [("Move CRPD towards the start", Action::MoveInstrument("crpd", -1)), ("Pin CRPD", Action::Pin(Some("crpd")))]
    {
        tab_to(widget, button).await?;
        widget.press(Key::Enter).await?;
        oracle.reader(action);
        widget.comes_to_show(&oracle).await?;
        widget.comes_to_focus(button).await?;
    }
    widget.press(Key::Escape).await?;
    widget.comes_to_focus("Order").await?;
    tab_to(widget, "CRPD").await?;
    widget.press(Key::Enter).await?;
    oracle.reader(Action::Order(Order::Force("crpd", Direction::Descending)));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("CRPD").await
}

async fn reading_citing_printing_and_saving(browser: Browser) -> Outcome {
    let page = between_buttons(r#"topics="education" instruments="crpd""#, &browser).await?;
    let widget = page.widget(0);

    for task in ["Print comparison", "Save or copy"] {
        tab_to(widget, task).await?;
        closes_by_escape(widget, task).await?;
    }
    let name = |selector: &str| {
        format!(
            "return probe.nameOf([...root.querySelectorAll('{selector}')].find((element) => element.checkVisibility()));"
        )
    };
    let details = widget.js(&name(".vat-details summary")).await?;
    tab_to(widget, details.as_str().ok_or("no details")?).await?;
    widget.press(Key::Enter).await?;
    widget.comes_to("the details", "return root.activeElement.parentElement.open;", json!(true)).await?;
    let cite = widget.js(&name("details[open] [data-task=cite]")).await?;
    let cite = cite.as_str().ok_or("nothing to cite")?;
    tab_to(widget, cite).await?;
    closes_by_escape(widget, cite).await?;
    tab_back_to(widget, details.as_str().unwrap_or_default()).await?;
    widget.press(Key::Space).await?;
    widget.comes_to("the details to close", "return root.activeElement.parentElement.open;", json!(false)).await
}

/// Opens the dialog of what has the focus; the focus goes into it, and comes back by Escape.
async fn closes_by_escape(widget: Widget<'_>, task: &str) -> Outcome {
    widget.press(Key::Enter).await?;
    let inside = "return root.activeElement?.closest('dialog[open]') != null;";
    widget.comes_to(&format!("a dialog of “{task}” with the focus"), inside, json!(true)).await?;
    widget.press(Key::Escape).await?;
    widget.comes_to("no dialog", "return root.querySelector('dialog') === null;", json!(true)).await?;
    widget.comes_to_focus(task).await
}

async fn asking_every_question_at_another_size(browser: Browser) -> Outcome {
    let page = between_buttons("", &browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    tab_to(widget, "100 %").await?;
    widget.press(Key::Right).await?;
    oracle.reader(Action::TextSize(TextSize::Second));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("125 %").await?;
    let questions = oracle.model().views;
    assert!(questions.len() > 1, "{questions:?}");
    for question in questions.into_iter().filter(|question| question.current != Some(true)) {
        tab_to(widget, &question.label).await?;
        widget.press(Key::Enter).await?;
        oracle.reader(question.action);
        widget.comes_to_show(&oracle).await.map_err(|error| format!("{}: {error}", question.label))?;
        widget.comes_to_focus(&question.label).await?;
    }
    Ok(())
}

/// Wherever the focus is in it.
async fn escape_closes_the_panel_of_reading(browser: Browser) -> Outcome {
    let page = between_buttons("", &browser).await?;
    let widget = page.widget(0);
    let open = "return root.querySelector('.vat-reading').open;";
    tab_to(widget, "Reading").await?;
    for focused in ["Reading", "As the page"] {
        widget.press(Key::Enter).await?;
        widget.find("radio", "Wide").await?;
        if focused != "Reading" {
            tab_to(widget, focused).await?;
        }
        widget.press(Key::Escape).await?;
        widget.comes_to("the panel to close", open, json!(false)).await?;
        widget.comes_to_focus("Reading").await?;
    }
    Ok(())
}

/// Screen readers and speech input send letters (WCAG 2.1.4).
async fn letters_do_nothing_by_themselves(browser: Browser) -> Outcome {
    let page = between_buttons("", &browser).await?;
    let widget = page.widget(0);
    let before = widget.lines().await?;
    for stop in ["Compare", "Topics"] {
        tab_to(widget, stop).await?;
        widget.press("abcdefghijklmnopqrstuvwxyz0123456789/?.,;[]-+").await?;
        assert_eq!(widget.focused().await?, stop);
    }
    assert_eq!(page.events("vat-change").await?, Vec::<Value>::new());
    assert_eq!(widget.lines().await?, before);
    Ok(())
}

/// In each named state: what scrolls has a name and takes the focus, and nothing else that is no control does.
async fn what_scrolls_can_be_scrolled_by_keys(browser: Browser) -> Outcome {
    let mut wrong = Vec::new();
    let mut scrolling = 0;
    for state in STATES {
        let attributes: String = state.attributes.iter().map(|(name, value)| format!(r#" {name}="{value}""#)).collect();
        let element = ELEMENT.replacen('>', &format!("{attributes}>"), 1);
        let page =
            Draft::new(format!(r#"<div style="width: {}px">{element}</div>"#, state.width))?.show(&browser).await?;
        let found = page
            .widget(0)
            .js("const seen = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility() && !element.matches('input, .vat-unseen'));
                const moves = (element) => {
                    const { overflowX, overflowY } = getComputedStyle(element), can = (way) => /auto|scroll/.test(way);
                    return (can(overflowX) && element.scrollWidth > element.clientWidth) || (can(overflowY) && element.scrollHeight > element.clientHeight);
                };
                const called = (element) => `${element.localName}.${element.className}`;
                const moving = seen.filter(moves);
                return [moving.length,
                    [...moving.filter((element) => (element.tabIndex !== 0 && !element.querySelector('button')) || element.getAttribute('role') !== 'region' || !element.getAttribute('aria-label')).map((element) => `${called(element)} scrolls without name or focus`),
                    ...seen.filter((element) => element.hasAttribute('tabindex') && element.tabIndex === 0 && !moves(element)).map((element) => `${called(element)} takes the focus and does not scroll`)]];")
            .await?;
        let (moving, troubles): (usize, Vec<String>) = serde_json::from_value(found)?;
        scrolling += moving;
        wrong.extend(troubles.into_iter().map(|trouble| format!("{}: {trouble}", state.name)));
    }
    assert!(scrolling > 3, "{scrolling} parts scroll");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
