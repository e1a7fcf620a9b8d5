//! The order of rows and columns, and the column that stays.

use serde_json::json;
use victim_assistance_table::query::{Action, ColumnOrder, Direction, Order};

use crate::{
    Browser, Outcome,
    support::{
        oracle::{Oracle, dataset},
        page::{Draft, ELEMENT},
        widget::Widget,
    },
};

in_every_engine![
    a_head_sorts_by_force_and_back,
    the_corner_sorts_by_name_and_back,
    sorting_keeps_the_focus_and_what_is_open,
    rows_are_ordered_by_buttons,
    columns_are_ordered_by_buttons,
    a_column_moves,
    a_pinned_column_stands_first,
    instruments_as_rows_are_sorted_by_topic,
];

/// Ids of the columns the reader sees, by their names.
async fn comes_to_have_columns(widget: Widget<'_>, oracle: &Oracle) -> Outcome {
    let ids: Vec<_> = oracle.table().columns.iter().map(|column| column.id).collect();
    let names: Vec<_> = ids.iter().map(|id| dataset().instrument(id).expect("an instrument").name).collect();
    let heads = "return [...root.querySelectorAll('thead th')].slice(1).map((head) => head.querySelector('.vat-name').textContent.trim());";
    widget.comes_to("the columns", heads, json!(names)).await
}

async fn a_head_sorts_by_force_and_back(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let sorted = "return [...root.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'));";
    assert_eq!(widget.js(sorted).await?, json!([null, null, null, null, null]));

    for (order, sort) in [
        (Order::Force("crpd", Direction::Descending), json!([null, null, null, "descending", null])),
        (Order::Force("crpd", Direction::Ascending), json!([null, null, null, "ascending", null])),
        (Order::Groups, json!([null, null, null, null, null])),
    ] {
        widget.click("button", "CRPD").await?;
        oracle.reader(Action::Order(order));
        widget.comes_to_show(&oracle).await.map_err(|error| format!("{order:?}: {error}"))?;
        assert_eq!(widget.js(sorted).await?, sort);
        // Groups are of an order of their own.
        let groups = oracle.lines(false).iter().any(|line| line.starts_with("group: "));
        assert_eq!(groups, order == Order::Groups);
    }
    Ok(())
}

async fn the_corner_sorts_by_name_and_back(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    for order in [Order::Name(Direction::Ascending), Order::Name(Direction::Descending), Order::Groups] {
        widget.click("button", "Topic").await?;
        oracle.reader(Action::Order(order));
        widget.comes_to_show(&oracle).await.map_err(|error| format!("{order:?}: {error}"))?;
        let lines = oracle.lines(false);
        let rows: Vec<_> =
            lines.iter().filter(|line| line.starts_with("row: ")).map(|row| row.to_lowercase()).collect();
        match order {
            Order::Name(Direction::Ascending) => assert!(rows.is_sorted(), "{rows:?}"),
            Order::Name(Direction::Descending) => assert!(rows.iter().rev().is_sorted(), "{rows:?}"),
            _ => assert!(!rows.is_sorted(), "{rows:?}"),
        }
    }
    Ok(())
}

async fn sorting_keeps_the_focus_and_what_is_open(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.find("button", "CRPD").await?.focus().await?;
    widget.press(thirtyfour::Key::Enter).await?;

    oracle.reader(Action::Order(Order::Force("crpd", Direction::Descending)));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("CRPD").await?;
    // What opens now stays with its provision when the rows change places.
    let open = "const [details] = root.querySelectorAll('details[open].vat-details');
        return details && probe.nameOf(details.querySelector('summary'));";
    widget.js("root.querySelector('.vat-details').open = true;").await?;
    let opened = widget.js(open).await?;
    widget.find("button", "CRPD").await?.click().await?;
    oracle.reader(Action::Order(Order::Force("crpd", Direction::Ascending)));
    widget.comes_to_show(&oracle).await?;
    assert_eq!(widget.js(open).await?, opened);
    Ok(())
}

async fn rows_are_ordered_by_buttons(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let pressed = "return [...root.querySelectorAll('[role=group][aria-label=Rows] button')].map((button) => button.getAttribute('aria-pressed'));";
    widget.click("button", "Order").await?;
    widget.comes_to("the buttons", pressed, json!(["true", "false", "false"])).await?;

    for (at, button, order) in [
        (2, "By number of provisions", Order::Provisions(Direction::Descending)),
        (1, "By name", Order::Name(Direction::Ascending)),
        (0, "In groups", Order::Groups),
    ] {
        // Columns have one of the first name as well.
        widget.find_all("button", button).await?[0].click().await?;
        oracle.reader(Action::Order(order));
        widget.comes_to_show(&oracle).await?;
        let wanted: Vec<_> = (0..3).map(|other| if other == at { "true" } else { "false" }).collect();
        widget.comes_to("the pressed button", pressed, json!(wanted)).await?;
    }
    Ok(())
}

async fn columns_are_ordered_by_buttons(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table instruments="oslo crpd nairobi tpnw"></victim-assistance-table>"#)?
            .show(&browser)
            .await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    comes_to_have_columns(widget, &oracle).await?;
    widget.click("button", "Order").await?;

    for (button, order) in [
        ("By date", ColumnOrder::Date),
        ("By kind", ColumnOrder::Kind),
        ("By number of provisions", ColumnOrder::Provisions),
    ] {
        let before = oracle.query().instruments.clone();
        // Rows have one of the last name as well, before it.
        widget.find_all("button", button).await?.pop().expect("a button").click().await?;
        oracle.reader(Action::OrderInstruments(order));
        comes_to_have_columns(widget, &oracle).await.map_err(|error| format!("{order:?}: {error}"))?;
        widget.comes_to_show(&oracle).await?;
        assert_ne!(oracle.query().instruments, before, "{order:?} changes nothing");
    }
    Ok(())
}

async fn a_column_moves(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.click("button", "Order").await?;

    // To the start, beyond which it cannot go, and back by one.
    for (button, places) in [("start", -1), ("start", -1), ("start", -1), ("end", 1)] {
        let button = format!("Move CRPD towards the {button}");
        widget.click("button", &button).await?;
        oracle.reader(Action::MoveInstrument("crpd", places));
        comes_to_have_columns(widget, &oracle).await?;
        widget.comes_to_show(&oracle).await?;
        // It can be pressed again at once.
        widget.comes_to_focus(&button).await?;
    }
    let order = "mine-ban-convention crpd protocol-v cluster-munitions";
    assert_eq!(widget.js("return host.instruments;").await?, order);

    // Another one that comes now comes last: the order is the reader's.
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", "TPNW").await?;
    oracle.reader(Action::ShowInstrument("tpnw", true));
    comes_to_have_columns(widget, &oracle).await?;
    assert_eq!(widget.js("return host.instruments;").await?, format!("{order} tpnw"));
    Ok(())
}

async fn a_pinned_column_stands_first(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let mut oracle = widget.oracle().await?;
    widget.click("button", "Order").await?;
    let pinned = "const button = probe.find(root, 'button', 'Pin CRPD')[0];
        const cells = (at) => [...root.querySelectorAll('.vat-table tbody tr:not(.vat-group)')].map((row) => row.cells[at].classList.contains('vat-pinned'));
        return [button.getAttribute('aria-pressed'), cells(1).every(Boolean), cells(2).some(Boolean)];";
    assert_eq!(widget.js(pinned).await?, json!(["false", false, false]));

    widget.click("button", "Pin CRPD").await?;
    oracle.reader(Action::Pin(Some("crpd")));
    comes_to_have_columns(widget, &oracle).await?;
    widget.comes_to_show(&oracle).await?;
    assert_eq!(oracle.table().columns[0].id, "crpd");
    widget.comes_to("the pinned column", pinned, json!(["true", true, false])).await?;
    assert_eq!(widget.js("return host.pinned;").await?, "crpd");

    // The others move behind it.
    widget.click("button", "Pin CRPD").await?;
    oracle.reader(Action::Pin(None));
    comes_to_have_columns(widget, &oracle).await?;
    widget.comes_to_show(&oracle).await?;
    widget.comes_to("the pinned column", pinned, json!(["false", false, false])).await?;
    Ok(())
}

async fn instruments_as_rows_are_sorted_by_topic(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table view="transposed"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.comes_to_show(&oracle).await?;
    let column = oracle.table().columns[0].clone();
    let name = column.name.to_owned();

    for order in
        [Order::Force(column.id, Direction::Descending), Order::Force(column.id, Direction::Ascending), Order::Groups]
    {
        widget.click("button", &name).await?;
        oracle.reader(Action::Order(order));
        widget.comes_to_show(&oracle).await?;
    }
    widget.click("button", "Instrument").await?;
    oracle.reader(Action::Order(Order::Name(Direction::Ascending)));
    widget.comes_to_show(&oracle).await
}
