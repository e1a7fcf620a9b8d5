//! What a page says of colours, font, corners and density reaches the widget.

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT, Page},
};

in_every_engine![
    custom_properties_reach_what_they_name,
    parts_take_the_pages_styles,
    colours_follow_the_page_or_are_set,
    the_readmes_example_does_what_it_says,
];

const WIDGET: &str = r#"<link rel="stylesheet" href="/table.css"><link rel="stylesheet" href="/page.css"><script type="module" src="/victim-assistance-table.js"></script>"#;

async fn page(browser: &Browser, styles: &str) -> Outcome<Page> {
    Draft::new(ELEMENT)?.text("/page.css", styles).includes(WIDGET).show(browser).await
}

async fn custom_properties_reach_what_they_name(browser: Browser) -> Outcome {
    let styles = "victim-assistance-table { --vat-ink: rgb(1, 0, 0); --vat-ink-quiet: rgb(2, 0, 0); --vat-paper: rgb(3, 0, 0); --vat-paper-raised: rgb(4, 0, 0);
        --vat-rule: rgb(5, 0, 0); --vat-edge: rgb(6, 0, 0); --vat-accent: rgb(7, 0, 0); --vat-font: Georgia, serif; --vat-radius: 9px; --vat-cell-padding: 3px; }";
    let page = page(&browser, styles).await?;
    let widget = page.widget(0);
    widget.click("button", "Instruments").await?;
    let seen = "const style = (selector) => getComputedStyle(selector ? root.querySelector(selector) : host);
        return [style().color, style('.vat-status').color, style().backgroundColor, style('[aria-expanded=true]').backgroundColor,
            style('.vat-table td').borderBottomColor, style('.vat-reset').borderTopColor, style('.vat-table .vat-group th').color,
            style('.vat-table td').fontFamily, style('.vat-reset').borderTopLeftRadius, style('.vat-table td').paddingTop];";
    let colour = |at: u8| format!("rgb({at}, 0, 0)");
    let wanted = json!([
        colour(1),
        colour(2),
        colour(3),
        colour(4),
        colour(5),
        colour(6),
        colour(7),
        "Georgia, serif",
        "9px",
        "3px"
    ]);
    widget.comes_to("the page's styles", seen, wanted).await
}

async fn parts_take_the_pages_styles(browser: Browser) -> Outcome {
    let parts = ["base", "title", "text-size", "reading", "toolbar", "views", "status", "table", "provision", "about"];
    let styles: String = parts
        .iter()
        .map(|part| format!("victim-assistance-table::part({part}) {{ scroll-margin-top: 7px; }}"))
        .collect();
    let page = page(&browser, &styles).await?;
    page.widget(0).turn_to().await?;
    for part in parts {
        let seen = format!(
            "return [...root.querySelectorAll('[part={part}]')].map((part) => getComputedStyle(part).scrollMarginTop)[0] ?? 'none';"
        );
        page.widget(0).comes_to(part, &seen, json!("7px")).await?;
    }
    Ok(())
}

async fn colours_follow_the_page_or_are_set(browser: Browser) -> Outcome {
    let (light, dark) = ("rgb(255, 255, 255)", "rgb(18, 24, 31)");
    for (styles, wanted) in [
        (":root { color-scheme: light; }", light),
        (":root { color-scheme: dark; }", dark),
        (":root { color-scheme: light; } victim-assistance-table { color-scheme: dark; }", dark),
        (":root { color-scheme: dark; } victim-assistance-table { color-scheme: light; }", light),
    ] {
        let page = page(&browser, styles).await?;
        assert_eq!(page.widget(0).js("return getComputedStyle(host).backgroundColor;").await?, wanted, "{styles}");
    }
    Ok(())
}

async fn the_readmes_example_does_what_it_says(browser: Browser) -> Outcome {
    let example = include_str!("../../README.md").split("```css\n").nth(1).and_then(|rest| rest.split("```").next());
    let page =
        page(&browser, &["body { font-family: Georgia; color-scheme: dark; }", example.unwrap_or_default()].concat())
            .await?;
    let seen = "const style = (selector) => getComputedStyle(root.querySelector(selector));
        return [style('.vat-group th').color, style('.vat-reset').borderTopLeftRadius, style('.vat-table td').paddingTop, style('.vat-title').fontFamily,
            getComputedStyle(host).backgroundColor];";
    let wanted = json!(["rgb(122, 31, 92)", "0px", "8px", "Georgia", "rgb(255, 255, 255)"]);
    assert_eq!(page.widget(0).js(seen).await?, wanted);
    Ok(())
}
