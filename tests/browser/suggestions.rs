//! What the search box suggests: an editable combobox, by the ARIA Authoring Practices.

use serde_json::json;
use thirtyfour::Key;
use victim_assistance_table::query::{Action, At};

use crate::{
    Browser, Outcome,
    support::{
        oracle::Oracle,
        page::{Draft, ELEMENT, Page},
        widget::Widget,
    },
};

in_every_engine![
    typing_suggests_what_may_be_meant,
    arrows_move_through_the_list_and_around,
    enter_takes_what_is_active,
    enter_without_a_choice_leaves_the_search_alone,
    escape_closes_the_list_first,
    a_click_takes_a_suggestion,
    leaving_the_box_closes_the_list,
    a_pinpoint_leads_to_its_provision,
    nothing_found_offers_other_words,
    nothing_found_offers_to_drop_a_filter,
];

async fn page(browser: &Browser) -> Outcome<Page> {
    Draft::new(ELEMENT)?.show(browser).await
}

/// Expanded or not, the options a reader sees, and which of them the box says is active and the list says is selected.
const LIST: &str = "const box = root.querySelector('[role=combobox]'), list = root.getElementById(box.getAttribute('aria-controls'));
    const options = [...list.querySelectorAll('[role=option]')];
    const shown = options.filter((option) => option.checkVisibility()).map((option) => option.textContent);
    const active = root.getElementById(box.getAttribute('aria-activedescendant'));
    const selected = options.filter((option) => option.getAttribute('aria-selected') === 'true');
    return { expanded: box.getAttribute('aria-expanded'), shown, active: options.indexOf(active), selected: selected.map((option) => options.indexOf(option)) };";

/// Waits until the list is open, with what the oracle suggests, and this one of it active.
async fn comes_to_suggest(widget: Widget<'_>, oracle: &Oracle, active: Option<usize>) -> Outcome {
    let wanted = json!({
        "expanded": "true", "shown": oracle.suggestions(), "active": active.map_or(json!(-1), |at| json!(at)),
        "selected": active.into_iter().collect::<Vec<_>>(),
    });
    widget.comes_to("the suggestions", LIST, wanted).await
}

/// Waits until the list is closed.
async fn comes_to_close(widget: Widget<'_>) -> Outcome {
    let closed = json!({ "expanded": "false", "shown": [], "active": -1, "selected": [] });
    widget.comes_to("the list to close", LIST, closed).await
}

async fn typing_suggests_what_may_be_meant(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    comes_to_close(widget).await?;

    // One letter begins too many words.
    widget.type_search("m").await?;
    oracle.search("m");
    widget.comes_to_show(&oracle).await?;
    comes_to_close(widget).await?;

    widget.type_search("ine").await?;
    oracle.search("mine");
    comes_to_suggest(widget, &oracle, None).await?;
    assert!(oracle.suggestions().iter().any(|label| label.contains("Mine")), "{:?}", oracle.suggestions());
    // They only suggest: what was typed is searched for.
    widget.comes_to_show(&oracle).await?;
    assert!(widget.has("listbox", "Suggestions").await?);
    Ok(())
}

async fn arrows_move_through_the_list_and_around(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("mine").await?;
    oracle.search("mine");
    comes_to_suggest(widget, &oracle, None).await?;
    let last = oracle.suggestions().len() - 1;
    assert!(last >= 1, "{:?}", oracle.suggestions());

    for (key, active) in [(Key::Down, 0), (Key::Down, 1), (Key::Up, 0), (Key::Up, last), (Key::Down, 0)] {
        widget.press(key).await?;
        comes_to_suggest(widget, &oracle, Some(active)).await?;
        // The focus never leaves the box, nor does the text.
        assert_eq!(widget.focused().await?, "Search provisions");
        widget.comes_to_hold("mine").await?;
    }
    // Typing on lets go of the choice.
    widget.type_search(" ").await?;
    oracle.search("mine ");
    comes_to_suggest(widget, &oracle, None).await
}

async fn enter_takes_what_is_active(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("medical").await?;
    oracle.search("medical");
    comes_to_suggest(widget, &oracle, None).await?;

    widget.press(Key::Down).await?;
    comes_to_suggest(widget, &oracle, Some(0)).await?;
    widget.press(Key::Enter).await?;

    let taken = oracle.model().suggestions.remove(0);
    assert!(matches!(taken.action, Action::Take(_)), "{taken:?}");
    oracle.reader(taken.action);
    widget.comes_to_show(&oracle).await?;
    comes_to_close(widget).await?;
    assert!(widget.lines().await?[1].starts_with(&format!("page: {}", taken.label)));
    // What was typed for it has done its work.
    widget.comes_to_hold("").await?;
    assert_eq!(widget.focused().await?, "Search provisions");
    Ok(())
}

async fn enter_without_a_choice_leaves_the_search_alone(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("medical").await?;
    oracle.search("medical");
    comes_to_suggest(widget, &oracle, None).await?;

    widget.press(Key::Enter).await?;
    widget.press("s").await?;

    oracle.search("medicals");
    widget.comes_to_show(&oracle).await
}

async fn escape_closes_the_list_first(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("mine").await?;
    oracle.search("mine");
    comes_to_suggest(widget, &oracle, None).await?;
    widget.press(Key::Down).await?;
    comes_to_suggest(widget, &oracle, Some(0)).await?;

    widget.press(Key::Escape).await?;

    comes_to_close(widget).await?;
    widget.comes_to_hold("mine").await?;
    widget.comes_to_show(&oracle).await?;
    // An arrow opens it again, and chooses.
    widget.press(Key::Down).await?;
    comes_to_suggest(widget, &oracle, Some(0)).await
}

async fn a_click_takes_a_suggestion(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("oslo").await?;
    oracle.search("oslo");
    comes_to_suggest(widget, &oracle, None).await?;
    let taken = oracle.model().suggestions.into_iter().last().expect("a suggestion");

    widget.click("option", &taken.label).await?;

    oracle.reader(taken.action);
    widget.comes_to_show(&oracle).await?;
    comes_to_close(widget).await?;
    assert_eq!(widget.focused().await?, "Search provisions", "the press took the focus away");
    Ok(())
}

async fn leaving_the_box_closes_the_list(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("mine").await?;
    oracle.search("mine");
    comes_to_suggest(widget, &oracle, None).await?;

    widget.press(Key::Tab).await?;

    comes_to_close(widget).await?;
    widget.comes_to_focus("Instruments").await?;
    widget.comes_to_show(&oracle).await
}

async fn a_pinpoint_leads_to_its_provision(browser: Browser) -> Outcome {
    for typed in ["art 5(2)c", "5.2.c", "Article 5 2 (c)"] {
        let page = page(&browser).await?;
        let widget = page.widget(0);
        let mut oracle = widget.oracle().await?;
        widget.type_search(typed).await?;
        oracle.search(typed);
        comes_to_suggest(widget, &oracle, None).await.map_err(|error| format!("{typed}: {error}"))?;
        let (at, taken) = oracle
            .model()
            .suggestions
            .into_iter()
            .enumerate()
            .find(|(_, one)| one.label.starts_with("Art. 5(2)(c)"))
            .ok_or_else(|| format!("{typed}: {:?}", oracle.suggestions()))?;
        let Action::GoTo(Some(At::Provision(instrument, _))) = taken.action else { panic!("{taken:?}") };

        for _ in 0..=at {
            widget.press(Key::Down).await?;
        }
        comes_to_suggest(widget, &oracle, Some(at)).await?;
        widget.press(Key::Enter).await?;

        oracle.reader(taken.action);
        widget.comes_to_show(&oracle).await?;
        assert!(oracle.query().instrument_ids(crate::support::oracle::dataset()).contains(&instrument));
        let place = "const place = root.activeElement; const { top, bottom } = place?.getBoundingClientRect() ?? {};
            return [place?.matches('li[data-at]') && place.querySelector('b').textContent, Boolean(place?.querySelector('details')?.open), bottom > 0 && top < innerHeight];";
        widget
            .comes_to("the provision, open and in sight", place, json!(["Art. 5(2)(c)", true, true]))
            .await
            .map_err(|error| format!("{typed}: {error}"))?;
        comes_to_close(widget).await?;
    }
    Ok(())
}

async fn nothing_found_offers_other_words(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search("rehabilitatoin").await?;
    oracle.search("rehabilitatoin");
    widget.comes_to_show(&oracle).await?;
    let nothing = oracle.model().nothing.expect("nothing is found");
    let meant = nothing.did_you_mean.expect("other words");
    assert_eq!(meant.label, "rehabilitation");

    widget.click("button", &meant.label).await?;

    oracle.reader(meant.action);
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("rehabilitation").await?;
    assert!(oracle.model().nothing.is_none());
    Ok(())
}

async fn nothing_found_offers_to_drop_a_filter(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table topics="education" forces="definition"></victim-assistance-table>"#)?
            .show(&browser)
            .await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.comes_to_show(&oracle).await?;
    let nothing = oracle.model().nothing.expect("nothing is found");
    assert!(!nothing.drop.is_empty(), "{nothing:?}");
    let drop = &nothing.drop[0];

    widget.click("button", &drop.label).await?;

    oracle.reader(drop.action.clone());
    widget.comes_to_show(&oracle).await?;
    assert!(oracle.model().nothing.is_none(), "{:?}", oracle.lines(false));
    widget.comes_to_chips(&oracle).await
}
