//! Pages whose styles wreck what they touch: the widget looks as it does on a plain page.

use serde_json::Value;

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT, Page},
};

in_every_engine![styles_of_the_page_do_not_reach_in];

/// What themes and resets do to elements that a widget is made of.
const HOSTS: [(&str, &str); 6] = [
    ("a root of 62.5 %", "html { font-size: 62.5%; }"),
    (
        "tables that scroll",
        "table { display: block; overflow-x: auto; width: 100%; } td, th { padding: 40px; border: 5px solid red; }",
    ),
    ("a reset of everything", "body *:not(main, h1, victim-assistance-table, .place) { all: unset !important; }"),
    (
        "big buttons and boxes",
        "button, input, select { padding: 30px !important; width: 100% !important; border-radius: 30px !important; text-transform: uppercase; }",
    ),
    (
        "other boxes",
        "* { box-sizing: content-box !important; } ul, li, dl, dd, p { margin: 50px !important; list-style: square !important; }",
    ),
    (
        "parts that are called the same",
        ".vat-app, .vat-table, .vat-title { display: none !important; } details { display: none; }",
    ),
];

const PLACE: &str = "main { position: absolute; inset: 0 auto auto 0; inline-size: 1200px; font: 16px/1.5 sans-serif; } h1 { all: unset; display: block; block-size: 40px; }";

/// Where each element of the widget is and how it is painted.
const LOOK: &str = "return [...root.querySelectorAll('*')].filter((element) => element.checkVisibility()).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { display, color, fontSize, padding, borderWidth, textTransform } = getComputedStyle(element);
    return [element.localName, [x, y, width, height].map(Math.round), display, color, fontSize, padding, borderWidth, textTransform].join(' ');
});";

async fn page(browser: &Browser, styles: &str) -> Outcome<Page> {
    Draft::new(ELEMENT)?
        .text("/host.css", &format!("{PLACE}\n{styles}"))
        .includes(r#"<link rel="stylesheet" href="/host.css"><script type="module" src="/victim-assistance-table.js"></script>"#)
        .show(browser)
        .await
}

async fn look(page: &Page) -> Outcome<Vec<Value>> {
    Ok(page.widget(0).js(LOOK).await?.as_array().cloned().unwrap_or_default())
}

async fn styles_of_the_page_do_not_reach_in(browser: Browser) -> Outcome {
    let wanted = look(&page(&browser, "").await?).await?;
    assert!(wanted.len() > 300, "{} elements", wanted.len());
    for (host, styles) in HOSTS {
        let found = look(&page(&browser, styles).await?).await?;
        let different = found.iter().zip(&wanted).find(|(found, wanted)| found != wanted);
        assert!(different.is_none(), "{host}: {different:?}");
        assert_eq!(found.len(), wanted.len(), "{host}");
    }
    Ok(())
}
