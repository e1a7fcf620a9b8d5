//! What a reader sees first.

use serde_json::json;
use victim_assistance_table::query::Facet;

use crate::{
    Browser, Outcome,
    support::{
        oracle::{Oracle, dataset},
        page::{Draft, ELEMENT},
        widget::difference,
    },
};

in_every_engine![
    shows_what_the_dataset_says,
    every_fact_of_every_instrument,
    the_built_page,
    the_built_page_without_scripts,
    attributes_choose_what_is_shown,
    the_static_table_is_covered,
    headers_stay_in_sight_while_the_page_scrolls,
    many_columns_scroll_in_a_region_of_their_own,
];

async fn shows_what_the_dataset_says(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;

    widget.comes_to_show(&oracle).await?;

    assert!(widget.status().await?.starts_with("158 of 256 provisions"), "{}", widget.status().await?);
    assert_eq!(dataset().shown_first.len(), 4);
    assert_eq!(oracle.model().layout.name(), "wide");
    assert!(widget.has("heading", "Victim assistance: what each instrument says").await?);
    assert_eq!(widget.js("return host.matches(':state(loading)') || host.matches(':state(error)');").await?, false);
    assert_eq!(page.js_async("return await probe.widgets()[0].ready === probe.widgets()[0];").await?, true);
    Ok(())
}

async fn every_fact_of_every_instrument(browser: Browser) -> Outcome {
    let all = dataset().instruments.iter().map(|instrument| instrument.id).collect::<Vec<_>>().join(" ");
    let element = format!(r#"<victim-assistance-table instruments="{all}"></victim-assistance-table>"#);
    let page = Draft::new(element)?.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    widget.comes_to_show(&oracle).await?;

    widget.turn_to().await?;

    widget.comes_to_show_details(&oracle).await?;
    assert!(widget.status().await?.starts_with("256 of 256 provisions"), "{}", widget.status().await?);
    Ok(())
}

async fn the_built_page(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    page.go("/").await?;
    page.add_probe().await?;
    let widget = page.widget(0);
    page.comes_to(
        "the widget to stand",
        "return Boolean(probe.widgets()[0].shadowRoot?.querySelector('table'));",
        json!(true),
    )
    .await?;

    widget.comes_to_show(&widget.oracle().await?).await?;

    assert_eq!(page.js("return document.documentElement.scrollWidth > innerWidth;").await?, false, "scrolls sideways");
    Ok(())
}

async fn the_built_page_without_scripts(browser: Browser) -> Outcome {
    // A frame that may run no scripts is a browser that runs none.
    let frame = r#"<iframe sandbox="allow-same-origin" src="/" style="width: 1200px; height: 700px"></iframe>"#;
    let page = Draft::new(frame)?.open(&browser).await?;
    assert_eq!(page.js("return typeof frames[0].probe;").await?, "undefined", "scripts run in the frame");

    // The short table: no disclosures, and each pinpoint leads to its source.
    let host =
        "const host = document.querySelector('iframe').contentDocument.querySelector('victim-assistance-table');";
    let shown: Vec<String> =
        serde_json::from_value(page.js(&format!("{host} return probe.lines(host, false);")).await?)?;
    let wanted = Oracle::new(75, &[]).lines_without_details();
    assert!(shown == wanted, "{}", difference(&shown, &wanted));
    assert!(shown.iter().filter(|line| line.contains(" <https://")).count() > 100, "pinpoints lead nowhere");
    let controls = format!(
        "{host} return [host.querySelectorAll('.vat-provision details').length, host.querySelectorAll('button, input, select').length];"
    );
    assert_eq!(page.js(&controls).await?, json!([0, 0]));
    Ok(())
}

async fn attributes_choose_what_is_shown(browser: Browser) -> Outcome {
    let page = Draft::new(
        r#"<victim-assistance-table instruments="tpnw crpd" topics="physical-rehabilitation medical-care" search="health" text-size="2"
            heading-level="3" no-toolbar></victim-assistance-table>"#,
    )?
    .show(&browser)
    .await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;

    widget.comes_to_show(&oracle).await?;

    // In the order in which the page asks for them.
    assert_eq!(oracle.query().instruments, Some(vec!["tpnw", "crpd"]));
    assert_eq!(oracle.query().chosen.of(Facet::Topics).len(), 2);
    assert_eq!(
        widget.js("return root.querySelector('h3').textContent;").await?,
        "Victim assistance: what each instrument says"
    );
    for (role, name) in [("combobox", "Search provisions"), ("group", "Text size"), ("button", "Reset")] {
        assert!(!widget.has(role, name).await?, "{role} {name}");
    }
    Ok(())
}

async fn the_static_table_is_covered(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table><table id="static"><tr><td>static</table></victim-assistance-table>"#)?
            .show(&browser)
            .await?;

    assert_eq!(page.js("return document.querySelector('#static').checkVisibility();").await?, false);
    assert!(page.widget(0).status().await?.starts_with("158 of 256 provisions"));
    Ok(())
}

async fn headers_stay_in_sight_while_the_page_scrolls(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    widget.js("root.querySelectorAll('.vat-row')[20].scrollIntoView();").await?;

    page.comes_to("the page to have scrolled", "return scrollY > 1000;", json!(true)).await?;
    let top = "return Math.round(root.querySelector('thead th').getBoundingClientRect().top);";
    assert_eq!(widget.js(top).await?, 0);
    Ok(())
}

async fn many_columns_scroll_in_a_region_of_their_own(browser: Browser) -> Outcome {
    let all = dataset().instruments.iter().map(|instrument| instrument.id).collect::<Vec<_>>().join(" ");
    let element = format!(r#"<victim-assistance-table instruments="{all}"></victim-assistance-table>"#);
    let page = Draft::new(element)?.show(&browser).await?;
    let widget = page.widget(0);
    let region = widget.find("region", "Comparison table, scrolls sideways").await?;

    // Reachable by keys: it takes the focus, and arrows move it.
    region.focus().await?;
    assert_eq!(widget.js("return root.activeElement.getAttribute('role');").await?, "region");
    region.send_keys(thirtyfour::Key::Right + thirtyfour::Key::Right).await?;
    page.comes_to(
        "the table to scroll",
        "return probe.widgets()[0].shadowRoot.activeElement.scrollLeft > 0;",
        json!(true),
    )
    .await?;

    widget.js("root.activeElement.scrollLeft = 1000; root.activeElement.scrollTop = 3000;").await?;
    let heads = "const region = root.activeElement.getBoundingClientRect();
        const corner = root.querySelector('thead th').getBoundingClientRect();
        const topic = [...root.querySelectorAll('.vat-topic')].map((topic) => topic.getBoundingClientRect().left - region.left);
        return [Math.round(corner.left - region.left), Math.round(corner.top - region.top), Math.round(Math.max(...topic))];";
    widget.comes_to("the headers to be where they were", heads, json!([0, 0, 0])).await?;
    assert_eq!(
        page.js("return document.documentElement.scrollWidth > innerWidth;").await?,
        false,
        "the page scrolls sideways"
    );
    Ok(())
}
