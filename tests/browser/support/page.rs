//! A page of a test, served beside the files of `dist/`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use xtask::site::{HeaderName, HeaderValue, Server, Site, Wasm, serve};

use super::{Outcome, pool::Browser, wait::until, widget::Widget};
use crate::states::NamedState;

const PROBE: &str = include_str!("probe.js");

/// What a page is to be like.
pub struct Draft {
    includes: String,
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

/// What includes the widget.
const INCLUDES: &str = r#"<link rel="stylesheet" href="/table.css">
<script type="module" src="/victim-assistance-table.js"></script>"#;

impl Draft {
    /// A page with the widget's script, and this in its body.
    pub fn new(body: impl Into<String>) -> Outcome<Self> {
        let includes = INCLUDES.to_owned();
        Ok(Self { includes, body: body.into(), script: String::new(), site: Site::new(dist()?) })
    }

    /// Serves another folder in the place of `dist/`.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.site.dir = folder.to_owned();
        self
    }

    /// What stands in the page's head to include the widget, in place of the usual.
    pub fn includes(mut self, includes: impl Into<String>) -> Self {
        self.includes = includes.into();
        self
    }

    /// A script that runs before the page's body is there and before the widget's.
    pub fn script(mut self, script: &str) -> Self {
        self.script.push_str(script);
        self
    }

    /// Another page of the same site.
    pub fn beside(mut self, path: &str, body: &str) -> Self {
        self.site.texts.insert(path.to_owned(), html(INCLUDES, body));
        self
    }

    /// The policy the site is served with.
    pub fn policy(self, policy: &'static str) -> Self {
        self.header("content-security-policy", policy)
    }

    /// A header of every answer of the site.
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.site.headers.push((HeaderName::from_static(name), HeaderValue::from_static(value)));
        self
    }

    /// A text that is served at a path, in place of a file of `dist/` where there is one.
    pub fn text(mut self, path: &str, text: &str) -> Self {
        self.site.texts.insert(path.to_owned(), text.to_owned());
        self
    }

    /// A file that the site has lost.
    pub fn missing(mut self, path: &str) -> Self {
        self.site.missing.push(path.to_owned());
        self
    }

    /// Every page may load the site's files, also one without an origin.
    pub fn shared(mut self) -> Self {
        let name = HeaderName::from_static("access-control-allow-origin");
        self.site.headers.push((name, HeaderValue::from_static("*")));
        self
    }

    /// How the site serves WebAssembly.
    pub fn wasm(mut self, wasm: Wasm) -> Self {
        self.site.wasm = wasm;
        self
    }

    /// Opens it; the widgets may not be ready.
    pub async fn open(mut self, browser: &Browser) -> Outcome<Page> {
        self.site.texts.insert("/test.html".to_owned(), html(&self.includes, &self.body));
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
    /// Where the site is.
    pub fn address(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// Goes to another page of the site.
    pub async fn go(&self, path: &str) -> Outcome {
        self.browser.driver.goto(self.address() + path).await?;
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

/// A page in a named state, with a script that runs before it. A narrow one stands in a frame of its width, for windows are not that narrow everywhere.
pub async fn page_in(state: &NamedState, browser: &Browser, script: &str) -> Outcome<Page> {
    let attributes: String = state.attributes.iter().map(|(name, value)| format!(r#" {name}="{value}""#)).collect();
    let element = format!("<victim-assistance-table{attributes}></victim-assistance-table>");
    if state.width >= 1280 {
        return Draft::new(element)?.script(script).show(browser).await;
    }
    let frame = format!(
        r#"<iframe title="narrow" src="/narrow.html" style="width: {}px; height: 700px; border: 0"></iframe>"#,
        state.width
    );
    let page = Draft::new(frame)?.beside("/narrow.html", &element).script(script).open(browser).await?;
    page.enter_frame().await?;
    page.ready().await?;
    Ok(page)
}

/// The build under test.
pub fn dist() -> Outcome<PathBuf> {
    let dist =
        env::var_os("VAT_DIST").map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/dist").into(), PathBuf::from);
    if !dist.join("victim-assistance-table.js").exists() {
        return Err(format!("{} holds no build; `cargo xtask build` makes it", dist.display()).into());
    }
    Ok(dist)
}

/// The table for readers without scripts, as pages are told to put it into the element.
pub fn static_table() -> Outcome<String> {
    dist_file("static/en.html")
}

/// A text file of the build under test.
pub fn dist_file(path: &str) -> Outcome<String> {
    Ok(fs::read_to_string(dist()?.join(path))?)
}

fn html(includes: &str, body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>A page with the widget</title>
<script src="/probe.js"></script>
<script src="/test.js"></script>
{includes}
<body>
<main>
<h1>A page with the widget</h1>
{body}
</main>
"#
    )
}
