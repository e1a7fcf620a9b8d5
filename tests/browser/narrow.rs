//! Little room: two instruments at a time. The widget goes by its own width, not the window's.

use serde_json::json;
use thirtyfour::By;
use victim_assistance_table::query::{Action, Facet, TextSize};

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT, Page},
        widget::Widget,
    },
};

in_every_engine![
    two_instruments_stand_side_by_side,
    choosing_changes_a_column,
    the_same_in_both_places_changes_them_over,
    reset_takes_the_choosers_back,
    filters_say_how_many_are_set,
    growing_and_shrinking_keeps_what_was_asked_for,
    the_page_does_not_scroll_sideways,
    cells_still_have_their_headers,
];

async fn narrow(browser: &Browser) -> Outcome<Page> {
    Draft::new(format!(r#"<div id="room" style="width: 320px">{ELEMENT}</div>"#))?.show(browser).await
}

/// Chooses an option as a reader does.
async fn choose(widget: Widget<'_>, chooser: &str, id: &str) -> Outcome {
    let chooser = widget.find("combobox", chooser).await?;
    chooser.find(By::Css(format!("option[value={id}]"))).await?.click().await?;
    Ok(())
}

/// Waits until the two choosers have these chosen.
async fn choosers_come_to(widget: Widget<'_>, ids: [&str; 2]) -> Outcome {
    widget
        .comes_to(
            "the choosers",
            "return [...root.querySelectorAll('select')].map((chooser) => chooser.value);",
            json!(ids),
        )
        .await
}

async fn two_instruments_stand_side_by_side(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    assert!(oracle.model().layout.is_pair());

    widget.comes_to_show(&oracle).await?;

    let [first, second] = oracle.query().pair(crate::support::oracle::dataset());
    choosers_come_to(widget, [first, second]).await?;
    for name in ["Compare", "with"] {
        assert!(widget.has("combobox", name).await?, "{name}");
    }
    // Two are chosen by name, so there is no other choice of instruments; all other controls are behind one button.
    let buttons = "return [...root.querySelectorAll('.vat-buttons button')].filter((button) => button.checkVisibility()).map(probe.nameOf);";
    assert_eq!(widget.js(buttons).await?, json!(["Filters", "Reset"]));
    let beside = "const [, first, second] = [...root.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect());
        const room = host.getBoundingClientRect();
        return first.right <= second.left + 1 && first.left >= room.left && second.right <= room.right + 1 && first.width > 100;";
    assert_eq!(widget.js(beside).await?, true, "the columns do not stand side by side");
    Ok(())
}

async fn choosing_changes_a_column(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    for (place, chooser, id) in [(1, "with", "tpnw"), (0, "Compare", "oslo"), (1, "with", "maputo")] {
        choose(widget, chooser, id).await?;
        oracle.reader(Action::Compare(place, id));
        widget.comes_to_show(&oracle).await?;
    }
    choosers_come_to(widget, ["oslo", "maputo"]).await
}

async fn the_same_in_both_places_changes_them_over(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    choose(widget, "Compare", "crpd").await?;
    choose(widget, "with", "tpnw").await?;

    choose(widget, "with", "crpd").await?;

    for (place, id) in [(0, "crpd"), (1, "tpnw"), (1, "crpd")] {
        oracle.reader(Action::Compare(place, id));
    }
    widget.comes_to_show(&oracle).await?;
    choosers_come_to(widget, ["tpnw", "crpd"]).await
}

async fn reset_takes_the_choosers_back(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    choose(widget, "Compare", "oslo").await?;
    choosers_come_to(widget, ["oslo", oracle.query().pair(crate::support::oracle::dataset())[1]]).await?;

    widget.click("button", "Reset").await?;

    widget.comes_to_show(&oracle).await?;
    choosers_come_to(widget, oracle.query().pair(crate::support::oracle::dataset())).await
}

async fn filters_say_how_many_are_set(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.click("button", "Filters").await?;
    widget.click("checkbox", "Education").await?;

    oracle.reader(Action::ShowChoice(Facet::Topics, "education", true));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_offer("Filters", &oracle).await?;
    let button = widget.find("button", "Filters").await?.text().await?;
    assert!(button.contains(&oracle.panel("Filters").chosen) && button.contains("1 set"), "{button}");
    Ok(())
}

async fn growing_and_shrinking_keeps_what_was_asked_for(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    choose(widget, "Compare", "tpnw").await?;
    oracle.reader(Action::Compare(0, "tpnw"));
    widget.type_search("health").await?;
    oracle.search("health");
    widget.comes_to_show(&oracle).await?;

    for (width, room) in [("1200px", 75), ("700px", 44), ("320px", 20)] {
        widget.js_with("host.parentElement.style.width = given;", json!(width)).await?;
        oracle.reader(Action::Room(room));
        widget.comes_to_show(&oracle).await.map_err(|error| format!("{width}: {error}"))?;
        widget.comes_to_hold("health").await?;
        assert_eq!(widget.has("combobox", "Compare").await?, width == "320px");
    }
    choosers_come_to(widget, ["tpnw", oracle.query().pair(crate::support::oracle::dataset())[1]]).await
}

async fn the_page_does_not_scroll_sideways(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<iframe src="/narrow.html" style="width: 320px; height: 640px; border: 0"></iframe>"#)?
        .beside("/narrow.html", ELEMENT)
        .open(&browser)
        .await?;
    page.enter_frame().await?;
    page.ready().await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    for (label, size) in ["100 %", "125 %", "150 %", "200 %"].into_iter().zip(TextSize::ALL) {
        widget.click("radio", label).await?;
        oracle.reader(Action::TextSize(size));
        widget.comes_to_show(&oracle).await?;
        // Of what must not scroll: all but the table, which may in a region of its own.
        let outside = widget
            .js("const room = document.documentElement.clientWidth;
                const outside = [...root.querySelectorAll('*')].filter((element) => !element.closest('.vat-scroller[role], .vat-unseen')
                    && element.checkVisibility() && element.getBoundingClientRect().right > room + 1);
                const scrolls = document.documentElement.scrollWidth > room ? ['the page scrolls'] : [];
                return [...scrolls, ...outside.map((element) => `${element.localName}.${element.className} ${element.textContent.slice(0, 40)}`)].slice(0, 9);")
            .await?;
        assert_eq!(outside, json!([]), "{label}");
    }
    Ok(())
}

async fn cells_still_have_their_headers(browser: Browser) -> Outcome {
    let page = narrow(&browser).await?;
    let roles = "const roles = (selector) => [...new Set([...root.querySelectorAll(selector)].map((element) => element.getAttribute('role')))];
        return [roles('table'), roles('tr'), roles('thead th'), roles('.vat-topic'), roles('td')];";
    let wanted = json!([["table"], ["row"], ["columnheader"], ["rowheader"], ["cell"]]);
    assert_eq!(page.widget(0).js(roles).await?, wanted, "display: grid takes table semantics away");
    Ok(())
}
