//! Other checkers than axe-core, for each sees other things: IBM's Equal Access, and the Nu HTML checker.

use std::{env, fs, path::PathBuf, process};

use serde_json::json;

use crate::{
    Browser, Outcome,
    colours::COLOURS,
    states::{NamedState, STATES},
    support::{
        equal_access, nu_html,
        page::{Draft, ELEMENT, Page},
    },
};

// What they read is the same in each engine, and it takes them minutes.
in_chromium![equal_access_finds_nothing_in_a_table, equal_access_finds_nothing_in_another_view, nu_html_finds_nothing,];

/// A page in a named state, in a box of its width, with the texts at this size.
async fn page_in(state: &NamedState, size: &str, script: &str, browser: &Browser) -> Outcome<Page> {
    let others = state.attributes.iter().filter(|(name, _)| *name != "text-size");
    let attributes: String = others.map(|(name, value)| format!(r#" {name}="{value}""#)).collect();
    // One row is like another, and there are dozens.
    let asks_for_topics = state.attributes.iter().any(|(name, _)| *name == "topics");
    let topics = if asks_for_topics { "" } else { r#" topics="education medical-care timeframe""# };
    let element = ELEMENT.replacen('>', &format!(r#"{attributes}{topics} text-size="{size}">"#), 1);
    let body = format!(r#"<div style="width: {}px">{element}</div>"#, state.width.min(1200));
    Draft::new(body)?.script(script).show(browser).await
}

async fn equal_access_finds_nothing(browser: Browser, is_looked_at: impl Fn(&NamedState) -> bool) -> Outcome {
    let script = equal_access::source()?;
    let mut wrong = Vec::new();
    for state in STATES.iter().filter(|state| is_looked_at(state)) {
        for (size, scheme) in [("1", "light"), ("4", "dark")] {
            let page = page_in(state, size, &script, &browser).await?;
            page.js_with(COLOURS, vec![json!(scheme)]).await?;
            let found = equal_access::violations(&page).await?;
            wrong.extend(found.into_iter().map(|found| format!("{}, {scheme}, size {size}: {found}", state.name)));
        }
    }
    assert!(wrong.is_empty(), "{} violations\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

fn is_other_view(state: &NamedState) -> bool {
    state.attributes.iter().any(|(name, _)| *name == "view")
}

async fn equal_access_finds_nothing_in_a_table(browser: Browser) -> Outcome {
    equal_access_finds_nothing(browser, |state| !is_other_view(state)).await
}

async fn equal_access_finds_nothing_in_another_view(browser: Browser) -> Outcome {
    equal_access_finds_nothing(browser, is_other_view).await
}

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in the system's folder for such things does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the site delivers, and what the widget renders and saves in each named state, with a panel open where there are
/// controls.
async fn nu_html_finds_nothing(browser: Browser) -> Outcome {
    let folder = Folder(env::temp_dir().join(format!("vat-nu-html-{}-{}", process::id(), browser.engine.name())));
    fs::create_dir_all(&folder.0)?;
    let document = |body: &str| {
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<title>A state</title>\n<body>\n<h1>A page with the widget</h1>\n{body}"
        )
    };
    for state in STATES {
        let page = page_in(state, "1", "", &browser).await?;
        let widget = page.widget(0);
        let open = "const buttons = [...root.querySelectorAll('.vat-buttons [aria-expanded]')].filter((button) => button.checkVisibility());
            if (!buttons.some((button) => button.ariaExpanded === 'true')) buttons[0]?.click();
            return !buttons.length || root.querySelector('.vat-panel') !== null;";
        widget.comes_to("an open panel", open, json!(true)).await?;
        let html = widget.js("return root.querySelector('.vat-app').outerHTML;").await?;
        fs::write(folder.0.join(format!("{}.html", state.name)), document(html.as_str().ok_or("no HTML")?))?;
        let save = "return await (await document.querySelector('victim-assistance-table').exportAs('html')).text();";
        let saved = page.js_async(save).await?;
        fs::write(folder.0.join(format!("{}-saved.html", state.name)), saved.as_str().ok_or("no page")?)?;
    }
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    for path in ["/index.html", "/static/en.html"] {
        let text = page.js_async(&format!("return (await fetch('{path}')).text();")).await?;
        let text = text.as_str().ok_or("no text")?;
        assert!(text.len() > 10_000, "{path} is short");
        // The static table is a part of a page.
        let text = if path == "/index.html" { text.to_owned() } else { document(text) };
        fs::write(folder.0.join(format!("site{}", path.replace('/', "-"))), text)?;
    }
    let wrong = nu_html::violations(&folder.0)?;
    assert!(wrong.is_empty(), "{} errors and warnings\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}
