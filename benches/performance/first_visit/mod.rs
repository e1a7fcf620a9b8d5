//! What a first visit weighs, and how fast it is beside a page written by hand.
//!
//! Both pages show the same table of the default view, in the same styles.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use thirtyfour::{By, Key, WebDriver};
use xtask::site::{Server, Site, serve};

use crate::{
    Outcome,
    engine::{Engine, Session},
    report::{self, conditions, quantile, spread},
    wait::until,
    weight::brotli_bytes,
};

const LOADS: usize = 9;
/// A search that narrows with each letter; then it is taken back.
const TYPED: &str = "rehabilitation";
const TAKEN_BACK: usize = 8;

pub async fn run(dist: &Path) -> Outcome {
    report::write("files", &weigh(dist)?)?;
    time(dist).await
}

/// The bytes of every file a first visit loads, and then of those that are loaded when a reader asks for them.
fn weigh(dist: &Path) -> Outcome<String> {
    let (on_demand, first): (Vec<_>, Vec<_>) = files(dist)?.into_iter().partition(|path| is_on_demand(path));
    let [first, on_demand] = [("file of a first visit", first), ("file loaded on demand", on_demand)]
        .map(|(title, files)| table(title, dist, &files));
    Ok(format!("{}\n{}", first?, on_demand?))
}

fn table(title: &str, dist: &Path, files: &[PathBuf]) -> Outcome<String> {
    let mut text = format!("| {title} | bytes | brotli |\n|---|---:|---:|\n");
    let (mut bytes, mut brotli) = (0, 0);
    for path in files {
        let content = fs::read(path)?;
        let packed = brotli_bytes(path)?;
        let name = path.strip_prefix(dist)?.display().to_string();
        writeln!(text, "| {name} | {} | {packed} |", content.len())?;
        bytes += content.len();
        brotli += packed;
    }
    writeln!(text, "| **all** | **{bytes}** | **{brotli}** |")?;
    Ok(text)
}

/// The part of the wasm that is loaded when a reader turns to the table; what prints, saves and cites; what reads other
/// datasets; and the doctor.
fn is_on_demand(path: &Path) -> bool {
    path.iter().any(|part| {
        let part = part.to_string_lossy();
        let is_of = |begin| part.starts_with(begin);
        part.contains("_on_demand.")
            || ["victim-assistance-export-", "victim-assistance-reader-", "embed-doctor"].into_iter().any(is_of)
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

/// Reports how long both pages take.
async fn time(dist: &Path) -> Outcome {
    let server = serve(site(dist)?, 0).await?;
    let session = Session::start(Engine::Chromium).await?;
    let conditions = conditions(&session).await?;
    let (mut ours, mut by_hand) = (Times::default(), Times::default());
    for _ in 0..LOADS {
        ours.measure(&session.driver, &server, "/ours.html").await?;
        by_hand.measure(&session.driver, &server, "/by-hand.html").await?;
    }
    let mut text = format!(
        "{conditions}\n\n| median of {LOADS} loads, ms (least–most) | ours | by hand | ratio |\n|---|---:|---:|---:|\n"
    );
    for (what, ours, by_hand) in [
        ("start to first table", &ours.table, &by_hand.table),
        ("keystroke to painted result", &ours.keystrokes, &by_hand.keystrokes),
    ] {
        let ratio = quantile(ours, 0.5) / quantile(by_hand, 0.5);
        writeln!(text, "| {what} | {} | {} | {ratio:.2} |", spread(ours), spread(by_hand))?;
    }
    report::write("first visit", &text)
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
