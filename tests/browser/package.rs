//! The package for npm, as `cargo xtask package` makes it: installed from its tarball into a project (`tests/package/`),
//! and used there with and without a bundler.

use std::{
    collections::BTreeSet,
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use serde_json::{Value, json};

use crate::{
    Browser, Outcome,
    support::{
        engine::free_port,
        page::{Draft, ELEMENT, Page, dist_file},
        processes::{Processes, told},
        wait::until,
    },
};

in_every_engine![
    shows_the_table_in_a_plain_page,
    shows_the_table_in_what_a_bundler_built,
    shows_the_table_from_a_bundlers_development_server,
    the_manifest_names_what_the_element_has,
    the_manifest_names_the_events_that_are_fired,
];

/// The project with the package, installed and built once for all tests.
static PROJECT: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| install().map_err(|error| error.to_string()));

fn install() -> Outcome<PathBuf> {
    let project = Path::new(env!("CARGO_TARGET_TMPDIR")).join("package");
    if project.exists() {
        fs::remove_dir_all(&project)?;
    }
    let sources = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/package");
    run(Command::new("cp").args(["-R", sources]).arg(&project))?;
    run(Command::new("cp").args(["-R", &told("VAT_PACKAGE_MODULES")?]).arg(project.join("node_modules")))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(npm.arg(told("VAT_PACKAGE")?).current_dir(&project))?;
    run(Command::new("node_modules/.bin/vite").arg("build").current_dir(&project))?;
    Ok(project)
}

/// What a program prints; an error where it fails.
fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(said);
    }
    Err(format!("{command:?}: {said}{}", String::from_utf8_lossy(&output.stderr)).into())
}

fn project() -> Outcome<&'static Path> {
    PROJECT.as_deref().map_err(|error| error.clone().into())
}

#[test]
fn the_types_hold() -> Outcome {
    run(Command::new("node_modules/.bin/tsc").current_dir(project()?))?;
    Ok(())
}

#[test]
fn the_manifest_is_valid() -> Outcome {
    assert_eq!(run(Command::new("node").arg("valid.mjs").current_dir(project()?))?, "valid\n");
    Ok(())
}

#[test]
fn importing_it_does_nothing_on_a_server() -> Outcome {
    assert_eq!(run(Command::new("node").arg("on_a_server.mjs").current_dir(project()?))?, "function\n");
    Ok(())
}

#[test]
fn what_the_readmes_tell_to_write_is_what_the_project_does() -> Outcome {
    let written = fs::read_to_string(project()?.join("main.ts"))?;
    for readme in [include_str!("../../README.md"), include_str!("../../assets/package/README.md")] {
        let (_, after) = readme.split_once("```js\n").ok_or("no script")?;
        let (script, _) = after.split_once("```").ok_or("no end")?;
        for line in script.lines() {
            assert!(written.lines().any(|other| other == line), "{line}");
        }
    }
    Ok(())
}

/// Waits for the table on a page of a folder, then asks for what is loaded later, too.
async fn shows_the_table(browser: &Browser, folder: &Path, path: &str) -> Outcome<Page> {
    let page = Draft::new("")?.folder(folder).open(browser).await?;
    page.go(path).await?;
    shows_all(&page).await?;
    Ok(page)
}

async fn shows_all(page: &Page) -> Outcome {
    page.add_probe().await?;
    page.js_async("await customElements.whenDefined('victim-assistance-table'); await probe.widgets()[0].ready;")
        .await?;
    page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
    assert_eq!(page.js_async("return (await probe.widgets()[0].exportAs('csv')).size > 999;").await?, true);
    Ok(())
}

async fn shows_the_table_in_a_plain_page(browser: Browser) -> Outcome {
    shows_the_table(&browser, project()?, "/plain.html").await?;
    Ok(())
}

async fn shows_the_table_in_what_a_bundler_built(browser: Browser) -> Outcome {
    let page = shows_the_table(&browser, &project()?.join("dist"), "/index.html").await?;
    let names = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path !== '/favicon.ico');";
    let loaded: Vec<String> = serde_json::from_value(page.js(names).await?)?;
    let outside: Vec<_> = loaded.iter().filter(|path| !path.starts_with("/assets/")).collect();
    assert_eq!(outside, [""; 0], "asked for past the bundler");
    // What shows a first table, what is loaded on demand, and what saves.
    assert_eq!(loaded.iter().filter(|path| path.ends_with(".wasm")).count(), 3, "{loaded:?}");

    // The doctor knows no names there, and finds nothing wrong.
    page.go("/index.html?vat-debug").await?;
    let said = "return [...document.querySelectorAll('body > div')].map((host) => host.shadowRoot?.textContent ?? '').join().includes('Nothing to mend was found.');";
    page.comes_to("the doctor", said, json!(true)).await
}

/// The project's development server, for all tests.
static DEVELOPMENT: LazyLock<Result<(u16, Processes), String>> =
    LazyLock::new(|| develop().map_err(|error| error.to_string()));

fn develop() -> Outcome<(u16, Processes)> {
    let port = free_port()?;
    let mut vite = Command::new("node_modules/.bin/vite");
    vite.args(["--host=127.0.0.1", "--strictPort", &format!("--port={port}")]).current_dir(project()?);
    Ok((port, Processes::new("vite")?.start(&mut vite)?))
}

async fn shows_the_table_from_a_bundlers_development_server(browser: Browser) -> Outcome {
    let (port, server) = DEVELOPMENT.as_ref().map_err(Clone::clone)?;
    until("the server to listen", async || {
        let there = TcpStream::connect(("127.0.0.1", *port));
        Ok(there.map(drop).map_err(|error| format!("{error}: {}", server.log())))
    })
    .await?;
    let page = Draft::new("")?.open(&browser).await?;
    browser.driver.goto(format!("http://127.0.0.1:{port}/index.html")).await?;
    shows_all(&page).await
}

/// What the manifest says of the element.
fn declared(kind: &str) -> Outcome<Vec<Value>> {
    let manifest: Value = serde_json::from_str(&dist_file("custom-elements.json")?)?;
    Ok(manifest["modules"][0]["declarations"][0][kind].as_array().cloned().unwrap_or_default())
}

fn names(declared: &[Value]) -> BTreeSet<&str> {
    declared.iter().filter_map(|declared| declared["name"].as_str()).collect()
}

async fn the_manifest_names_what_the_element_has(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let real = "const prototype = Object.getPrototypeOf(host);
        const accessors = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { get }]) => get);
        return { attributes: host.constructor.observedAttributes.toSorted(), accessors: accessors.map(([name]) => name).toSorted() };";
    let real = page.widget(0).js(real).await?;
    assert_eq!(json!(names(&declared("attributes")?)), real["attributes"]);

    let members = declared("members")?;
    let (settings, own): (Vec<_>, Vec<_>) = members.into_iter().partition(|member| member["attribute"].is_string());
    assert_eq!(json!(names(&settings)), real["accessors"]);
    for member in own {
        let (name, is_method) = (&member["name"], member["kind"] == "method");
        let kind = page.widget(0).js(&format!("return typeof host[{name}];")).await?;
        assert_eq!(kind, if is_method { "function" } else { "object" }, "{name}");
        let parameters = member["parameters"].as_array().map_or(0, Vec::len);
        assert!(
            !is_method || page.widget(0).js(&format!("return host[{name}].length;")).await? == parameters,
            "{name}"
        );
    }
    Ok(())
}

async fn the_manifest_names_the_events_that_are_fired(browser: Browser) -> Outcome {
    let note = "window.fired = new Set(); const { dispatchEvent } = EventTarget.prototype;
        EventTarget.prototype.dispatchEvent = function (event) {
            if (this.localName === 'victim-assistance-table') fired.add(event.type);
            return dispatchEvent.call(this, event);
        };";
    let page = Draft::new(r#"<victim-assistance-table view="nonsense"></victim-assistance-table>"#)?
        .script(note)
        .show(&browser)
        .await?;
    page.widget(0).click("radio", "125 %").await?;
    let declared = declared("events")?;
    page.comes_to("each event", "return [...fired].toSorted();", json!(names(&declared))).await
}
