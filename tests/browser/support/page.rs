//! A page of a test, served beside the files of `dist/`.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};
use xtask::site::{HeaderName, HeaderValue, Server, Site, Wasm, serve};

use super::{Outcome, pool::Browser, wait::until, widget::Widget};

const PROBE: &str = include_str!("probe.js");

/// What a page is to be like.
pub struct Draft {
    body: String,
    script: String,
    site: Site,
}

/// A page that is open in the browser.
pub struct Page {
    pub browser: Browser,
    server: Server,
}

/// An element without any attributes.
pub const ELEMENT: &str = "<victim-assistance-table></victim-assistance-table>";

impl Draft {
    /// A page with the widget's script, and this in its body.
    pub fn new(body: impl Into<String>) -> Outcome<Self> {
        Ok(Self { body: body.into(), script: String::new(), site: Site::new(dist()?) })
    }

    /// A script that runs before the page's body is there and before the widget's.
    pub fn script(mut self, script: &str) -> Self {
        self.script.push_str(script);
        self
    }

    /// Another page of the same site.
    pub fn beside(mut self, path: &str, body: &str) -> Self {
        self.site.texts.insert(path.to_owned(), html(body));
        self
    }

    /// The policy the site is served with.
    pub fn policy(mut self, policy: &'static str) -> Self {
        let name = HeaderName::from_static("content-security-policy");
        self.site.headers.push((name, HeaderValue::from_static(policy)));
        self
    }

    /// How the site serves WebAssembly.
    pub fn wasm(mut self, wasm: Wasm) -> Self {
        self.site.wasm = wasm;
        self
    }

    /// Opens it; the widgets may not be ready.
    pub async fn open(mut self, browser: &Browser) -> Outcome<Page> {
        self.site.texts.insert("/test.html".to_owned(), html(&self.body));
        self.site.texts.insert("/probe.js".to_owned(), PROBE.to_owned());
        self.site.texts.insert("/test.js".to_owned(), self.script);
        let page = Page { browser: browser.clone(), server: serve(self.site, 0).await? };
        page.go("/test.html").await?;
        Ok(page)
    }

    /// Opens it, and waits until every widget that stands in its body is ready.
    pub async fn show(self, browser: &Browser) -> Outcome<Page> {
        let page = self.open(browser).await?;
        page.ready().await?;
        Ok(page)
    }
}

impl Page {
    /// Goes to another page of the site.
    pub async fn go(&self, path: &str) -> Outcome {
        self.browser.driver.goto(format!("http://{}{path}", self.server.address())).await?;
        Ok(())
    }

    /// Loads it anew, and waits until its widgets are ready.
    pub async fn reload(&self) -> Outcome {
        self.browser.driver.refresh().await?;
        self.ready().await
    }

    /// Waits until every widget on the page is ready.
    pub async fn ready(&self) -> Outcome {
        until("every widget to be ready", async || {
            let state = self
                .js("const ready = probe.events.filter((event) => event.type === 'vat-ready').length;
                    return { ready, widgets: probe.widgets().length, errors: probe.errors, events: probe.events };")
                .await?;
            Ok(if state["ready"] == state["widgets"] { Ok(()) } else { Err(state.to_string()) })
        })
        .await
    }

    /// Runs a script, and gives what it returns.
    pub async fn js(&self, script: &str) -> Outcome<Value> {
        self.js_with(script, vec![]).await
    }

    /// Runs a script with `arguments`.
    pub async fn js_with(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let result = self.browser.driver.execute(script, arguments).await;
        Ok(result.map_err(|error| format!("{error}\nin script: {script}"))?.json().clone())
    }

    /// Runs the body of an async function, and gives what it returns.
    pub async fn js_async(&self, script: &str) -> Outcome<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async () => {{ {script} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let result = self.browser.driver.execute_async(script.as_str(), []).await?.json().clone();
        match result.get("error") {
            Some(error) => Err(format!("{error}\nin script: {script}").into()),
            None => Ok(result["value"].clone()),
        }
    }

    /// The widget that stands at this place on the page, from 0.
    pub fn widget(&self, at: usize) -> Widget<'_> {
        Widget { page: self, at }
    }

    /// Waits until a script returns this.
    pub async fn comes_to(&self, what: &str, script: &str, wanted: Value) -> Outcome {
        until(what, async || {
            let found = self.js(script).await?;
            Ok(if found == wanted { Ok(()) } else { Err(found.to_string()) })
        })
        .await
    }

    /// The events of a type that reached the window, oldest first.
    pub async fn events(&self, kind: &str) -> Outcome<Vec<Value>> {
        let events = self
            .js_with("return probe.events.filter((event) => event.type === arguments[0]);", vec![json!(kind)])
            .await?;
        Ok(events.as_array().cloned().unwrap_or_default())
    }

    /// Takes note of what went wrong, which else fails the test: it was meant to.
    pub async fn forgive(&self) -> Outcome {
        self.js("probe.errors = []; probe.violations = [];").await?;
        Ok(())
    }

    /// Gives a page that is no test's own what tests need to look at it.
    pub async fn add_probe(&self) -> Outcome {
        self.js(PROBE).await?;
        Ok(())
    }

    /// Goes into the page's frame.
    pub async fn enter_frame(&self) -> Outcome {
        self.browser.driver.enter_frame(0).await?;
        Ok(())
    }
}

/// The build under test.
fn dist() -> Outcome<PathBuf> {
    let dist =
        env::var_os("VAT_DIST").map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/dist").into(), PathBuf::from);
    if !dist.join("victim-assistance-table.js").exists() {
        return Err(format!("{} holds no build; `cargo xtask build` makes it", dist.display()).into());
    }
    Ok(dist)
}

/// The table for readers without scripts, as pages are told to put it into the element.
pub fn static_table() -> Outcome<String> {
    Ok(fs::read_to_string(dist()?.join("static/en.html"))?)
}

fn html(body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>A page with the widget</title>
<link rel="icon" href="data:,">
<script src="/probe.js"></script>
<script src="/test.js"></script>
<link rel="stylesheet" href="/table.css">
<script type="module" src="/victim-assistance-table.js"></script>
<body>
<main>
<h1>A page with the widget</h1>
{body}
</main>
"#
    )
}
