//! What a first visit weighs, and how fast it is beside a page written by hand: `cargo xtask bench`.
//!
//! Times are ratios of medians within one run, as machines differ and are noisy. Both pages show the same table of the
//! default view, in the same styles; the loads alternate.

#![expect(clippy::print_stdout, reason = "a bench reports")]

#[path = "../../tests/browser/support/engine.rs"]
#[allow(dead_code, reason = "the tests use all three engines of it")]
mod engine;
#[path = "../../tests/browser/support/printer.rs"]
#[allow(dead_code, reason = "nothing is printed here")]
mod printer;
#[path = "../../tests/browser/support/processes.rs"]
mod processes;
#[path = "../../tests/browser/support/wait.rs"]
mod wait;
#[path = "../../tests/browser/support/weight.rs"]
mod weight;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use thirtyfour::{By, Key, WebDriver};
use xtask::site::{Server, Site, serve};

use self::{
    engine::{Engine, Session},
    wait::until,
    weight::brotli_bytes,
};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const LOADS: usize = 9;
/// A search that narrows with each letter; then it is taken back.
const TYPED: &str = "rehabilitation";
const TAKEN_BACK: usize = 8;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let dist = PathBuf::from(env::var("VAT_DIST")?);
    weigh(&dist)?;
    time(&dist).await
}

/// Prints the bytes of every file a first visit loads, and then of those that are loaded when a reader asks for them.
fn weigh(dist: &Path) -> Outcome {
    let (on_demand, first): (Vec<_>, Vec<_>) = files(dist)?.into_iter().partition(|path| is_on_demand(path));
    table("file of a first visit", dist, &first)?;
    table("file loaded on demand", dist, &on_demand)
}

fn table(title: &str, dist: &Path, files: &[PathBuf]) -> Outcome {
    println!("| {title} | bytes | brotli |\n|---|---:|---:|");
    let (mut bytes, mut brotli) = (0, 0);
    for path in files {
        let content = fs::read(path)?;
        let packed = brotli_bytes(path)?;
        let name = path.strip_prefix(dist)?.display().to_string();
        println!("| {name} | {} | {packed} |", content.len());
        bytes += content.len();
        brotli += packed;
    }
    println!("| **all** | **{bytes}** | **{brotli}** |\n");
    Ok(())
}

/// The part of the wasm that is loaded when a reader turns to the table; what prints, saves and cites; and the doctor.
fn is_on_demand(path: &Path) -> bool {
    path.iter().any(|part| {
        let part = part.to_string_lossy();
        let is_of = |crate_name| part.starts_with(crate_name);
        part.contains("_on_demand.") || is_of("victim-assistance-export-") || is_of("embed-doctor")
    })
}

/// What no page loads: the dataset, hashes, what editors and compilers read, and every file packed once more.
fn is_aside(name: &str) -> bool {
    ["dataset.", "custom-elements.", "integrity."].iter().any(|start| name.starts_with(start))
        || [".d.ts", ".br", ".gz"].iter().any(|end| name.ends_with(end))
}

/// What other pages load than the one that is visited.
const OF_OTHER_PAGES: [&str; 8] = [
    "builder.html",
    "builder.js",
    "builder.css",
    "embed.html",
    "embed.js",
    "embed.css",
    "victim-assistance-frame.js",
    "victim-assistance-comparison.html",
];

/// The page, its styles and scripts, and all wasm: all but the dataset for download and the static table for pasting.
fn files(dist: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "static" && !name.starts_with('.') {
                    folders.push(path);
                }
            } else if !is_aside(&name) && !OF_OTHER_PAGES.contains(&&*name) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Prints how long both pages take.
async fn time(dist: &Path) -> Outcome {
    let server = serve(site(dist)?, 0).await?;
    let session = Session::start(Engine::Chromium).await?;
    let (mut ours, mut by_hand) = (Times::default(), Times::default());
    for _ in 0..LOADS {
        ours.measure(&session.driver, &server, "/ours.html").await?;
        by_hand.measure(&session.driver, &server, "/by-hand.html").await?;
    }
    println!("| median of {LOADS} loads, ms (least to most) | ours | by hand | ratio |\n|---|---:|---:|---:|");
    row("start to first table", &ours.table, &by_hand.table);
    row("keystroke to painted result", &ours.keystrokes, &by_hand.keystrokes);
    Ok(())
}

fn row(what: &str, ours: &[f64], by_hand: &[f64]) {
    let shown = |times: &[f64]| {
        format!("{:.0} ({:.0} to {:.0})", quantile(times, 0.5), quantile(times, 0.0), quantile(times, 1.0))
    };
    let ratio = quantile(ours, 0.5) / quantile(by_hand, 0.5);
    println!("| {what} | {} | {} | {ratio:.2} |", shown(ours), shown(by_hand));
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few dozen values"
)]
fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * part).round() as usize).copied().unwrap_or(f64::NAN)
}

/// The two pages beside the files of `dist/`.
fn site(dist: &Path) -> Outcome<Site> {
    let table = fs::read_to_string(dist.join("static/en.html"))?;
    let page = |body: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Bench</title>\
             <link rel=\"stylesheet\" href=\"table.css\"><script src=\"measure.js\"></script><body>{body}"
        )
    };
    let mut site = Site::new(dist);
    site.texts.extend([
        ("/measure.js".to_owned(), include_str!("measure.js").to_owned()),
        (
            "/ours.html".to_owned(),
            page(
                "<script>addEventListener('vat-ready', tableIsThere)</script>\
                 <victim-assistance-table></victim-assistance-table>\
                 <script type=\"module\" src=\"victim-assistance-table.js\"></script>",
            ),
        ),
        (
            "/by-hand.html".to_owned(),
            page(
                "<victim-assistance-table><input id=\"search\"><div id=\"table\"></div></victim-assistance-table>\
                 <script type=\"module\" src=\"by-hand.js\"></script>",
            ),
        ),
        (
            "/by-hand.js".to_owned(),
            format!(
                "const TABLE = {};\n{}\ntableIsThere();",
                serde_json::to_string(&table)?,
                include_str!("hand_written.js")
            ),
        ),
    ]);
    Ok(site)
}

#[derive(Default)]
struct Times {
    table: Vec<f64>,
    keystrokes: Vec<f64>,
}

impl Times {
    async fn measure(&mut self, driver: &WebDriver, server: &Server, path: &str) -> Outcome {
        driver.goto(format!("http://{}{path}", server.address())).await?;
        let table = until("the table to be painted", async || {
            Ok(driver
                .execute("return measured.table", vec![])
                .await?
                .json()
                .as_f64()
                .ok_or_else(|| "nothing".to_owned()))
        })
        .await?;
        self.table.push(table);

        let search = match driver.find(By::Css("#search")).await {
            Ok(search) => search,
            Err(_) => {
                let host = driver.find(By::Css("victim-assistance-table")).await?;
                host.get_shadow_root().await?.find(By::Css("[role=combobox]")).await?
            }
        };
        search.click().await?;
        let keys = TYPED.chars().map(String::from).chain((0..TAKEN_BACK).map(|_| Key::Backspace.value().to_string()));
        for key in keys {
            // Into what has the focus, as a keyboard does: sent to an element in a shadow tree, each key would take the
            // focus away and bring it back first.
            driver.action_chain().send_keys(key).perform().await?;
            // As a quick typist.
            tokio::time::sleep(Duration::from_millis(80)).await;
        }
        let count = TYPED.chars().count() + TAKEN_BACK;
        let times = until("every keystroke to be painted", async || {
            let times = driver.execute("return measured.keystrokes", vec![]).await?.convert::<Vec<f64>>()?;
            Ok(if times.len() == count { Ok(times) } else { Err(format!("{} of {count}", times.len())) })
        })
        .await?;
        self.keystrokes.extend(times);
        Ok(())
    }
}
