//! Pages that scripts make and change: React, Turbo, another Yew app.

use std::fs;

use serde_json::json;
use victim_assistance_table::query::{Action, TextSize};
use xtask::integrity;

use crate::{
    Browser, Outcome,
    support::{
        node::{bundle, node_module},
        page::{Draft, ELEMENT, dist},
    },
};

in_every_engine![react_renders_the_page_again_and_again, turbo_swaps_the_body, a_page_that_is_a_yew_app_itself,];

const INCLUDES: &str =
    r#"<link rel="stylesheet" href="/table.css"><script type="module" src="/victim-assistance-table.js"></script>"#;

async fn react_renders_the_page_again_and_again(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<div id="react"></div>"#)?
        .text("/react.js", &bundle("react.js")?)
        .includes(format!(r#"{INCLUDES}<script defer src="/react.js"></script>"#))
        .open(&browser)
        .await?;
    page.comes_to("the table", "return probe.events.map(({ type }) => type);", json!(["vat-ready"])).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    assert_eq!(oracle.query().instruments, Some(vec!["crpd", "oslo"]));
    page.js("probe.nodes = [...probe.widgets()[0].shadowRoot.querySelectorAll('.vat-table tr')];").await?;

    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;
    // React hears of it, by its own kind of listener.
    page.comes_to("React to be told", "return document.querySelector('#search').textContent;", json!("rehab")).await?;
    let rendered = page.js("return Number(document.querySelector('output').textContent);").await?;
    let more = format!("return Number(document.querySelector('output').textContent) > {rendered} + 5;");
    page.comes_to("React to render", &more, json!(true)).await?;

    // What the reader has chosen stays, in the same nodes.
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("rehab").await?;
    let same = "return probe.nodes.length > 20 && [...root.querySelectorAll('.vat-table tr')].every((node, at) => node === probe.nodes[at]);";
    assert_eq!(widget.js(same).await?, true);
    assert_eq!(page.events("vat-ready").await?.len(), 1);

    page.js("document.querySelector('#toggle').click();").await?;
    page.comes_to("React to take it away", "return probe.widgets().length;", json!(0)).await?;
    page.js("document.querySelector('#toggle').click();").await?;
    page.comes_to("another table", "return probe.events.filter(({ type }) => type === 'vat-ready').length;", json!(2))
        .await?;
    let widget = page.widget(0);
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn turbo_swaps_the_body(browser: Browser) -> Outcome {
    let includes = format!(r#"<script src="/turbo.js"></script>{INCLUDES}"#);
    let page = Draft::new(format!(r#"<a href="/next.html">Next</a>{ELEMENT}"#))?
        .includes(includes.clone())
        .text("/turbo.js", &node_module("@hotwired/turbo/dist/turbo.es2017-umd.js")?)
        .beside("/next.html", r#"<a href="/test.html">First</a><victim-assistance-table id="next" search="women"></victim-assistance-table>"#)
        .show(&browser)
        .await?;
    page.js("window.kept = true;").await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;

    page.js("document.querySelector('main a').click();").await?;
    page.comes_to(
        "the next page's table",
        "return probe.events.at(-1)?.target === 'next' && probe.events.at(-1).type;",
        json!("vat-ready"),
    )
    .await?;
    let next = page.widget(0);
    next.comes_to_show(&next.oracle().await?).await?;
    // Back: Turbo puts a copy of the body in place, with what the attributes say.
    page.js("history.back();").await?;
    page.comes_to("the first page", "return probe.widgets().length === 1 && !probe.widgets()[0].id;", json!(true))
        .await?;
    let first = page.widget(0);
    first.comes_to("the table", "return Boolean(root?.querySelector('table'));", json!(true)).await?;
    first.comes_to_show(&oracle).await?;
    first.type_search("il").await?;
    oracle.search("rehabil");
    first.comes_to_show(&oracle).await?;
    // It was one document all the time.
    assert_eq!(page.js("return [window.kept, probe.errors.length];").await?, json!([true, 0]));
    Ok(())
}

/// Another Yew app that a page is made of: the widget itself, as any program that Yew's compiler makes would be, under
/// another name.
fn with_yew_app(mut draft: Draft) -> Outcome<Draft> {
    let dist = dist()?;
    let files = integrity::files(&dist)?;
    let named = |end: &str| {
        files.iter().find(|file| file.starts_with("victim-assistance-table-") && file.ends_with(end)).cloned()
    };
    let (Some(wasm), Some(glue)) = (
        named("_bg.wasm"),
        files.iter().find(|file| {
            file.starts_with("victim-assistance-table-") && file.ends_with(".js") && !file.contains("_on_demand")
        }),
    ) else {
        return Err("dist/ holds no wasm".into());
    };
    for file in files.iter().filter(|file| file.ends_with(".js")) {
        let text = fs::read_to_string(dist.join(file))?;
        // As Yew has it.
        let text = text.replace(".__vat_", ".__yew_").replace("victim-assistance-table\"", "yew-app\"");
        // Its wasm is where all of it is.
        let text = text.replace("import.meta.url", "location.href");
        draft = draft.text(&format!("/yew/{file}"), &text);
    }
    let start = format!("import init from './yew/{glue}'; await init({{ module_or_path: '/{wasm}' }});");
    Ok(draft.text("/yew.js", &start).includes(format!(r#"{INCLUDES}<script type="module" src="/yew.js"></script>"#)))
}

async fn a_page_that_is_a_yew_app_itself(browser: Browser) -> Outcome {
    let page = with_yew_app(Draft::new("<yew-app></yew-app>")?)?.open(&browser).await?;
    page.comes_to(
        "the page's app",
        "return Boolean(document.querySelector('yew-app').shadowRoot?.querySelector('.vat-app'));",
        json!(true),
    )
    .await?;
    // The widget stands among what the app has rendered, as a component's output would.
    page.js("const app = document.querySelector('yew-app');
        app.shadowRoot.querySelector('.vat-app').prepend(document.createElement('victim-assistance-table'));
        probe.widgets = () => [app.shadowRoot.querySelector('victim-assistance-table'), app];")
        .await?;
    let (widget, app) = (page.widget(0), page.widget(1));
    widget.comes_to("the widget", "return Boolean(root?.querySelector('.vat-app'));", json!(true)).await?;
    // All of the app is there, so that nothing of it is still to come.
    app.js("root.querySelector('.vat-search input').focus();").await?;
    let as_it_was = app.oracle().await?;
    app.comes_to_show_details(&as_it_was).await?;

    let mut oracle = widget.oracle().await?;
    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.click("radio", "125 %").await?;
    oracle.reader(Action::TextSize(TextSize::Second));
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", "TPNW").await?;
    oracle.reader(Action::ShowInstrument("tpnw", true));
    widget.comes_to_show(&oracle).await?;
    // The app has not taken the widget's events for its own.
    let touched = "return [host.getAttributeNames(), root.querySelectorAll('[aria-expanded=true]').length];";
    assert_eq!(app.js(touched).await?, json!([[], 0]));
    app.comes_to_show_details(&as_it_was).await
}
