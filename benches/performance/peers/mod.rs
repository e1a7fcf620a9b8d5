//! The same table of generated prose in two pages written by hand and in other table widgets.

mod chart;
mod prose;

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::{
    build::compress::compress,
    site::{Server, Site, serve},
};

use crate::{
    Outcome,
    engine::{Engine, Session},
    report::{self, conditions, kilobytes, number, quantile, spread},
    wait::until_within,
    weight::brotli_bytes,
};

/// A page: `pages/<file>.js`.
struct Page {
    file: &'static str,
    name: &'static str,
}

/// The page that the others are compared with.
const BY_HAND: usize = 2;
const OURS: &str = "ours";
/// All rows are in the document but where the name says that they are virtual.
const PAGES: [Page; 10] = [
    Page { file: OURS, name: "this widget" },
    Page { file: "plain_table", name: "by hand, plain table" },
    Page { file: "grid_rows", name: "by hand, rows as grids" },
    Page { file: "datatables", name: "DataTables" },
    Page { file: "simple_datatables", name: "simple-datatables" },
    Page { file: "list_js", name: "List.js" },
    Page { file: "gridjs", name: "Grid.js" },
    Page { file: "tabulator", name: "Tabulator, virtual rows" },
    Page { file: "ag_grid", name: "AG Grid, virtual rows" },
    Page { file: "tanstack", name: "TanStack, virtual rows" },
];
/// How many rows, and how often each page is loaded with so many.
const SIZES: [(usize, usize); 4] = [(1_000, 7), (300, 7), (30, 7), (5_000, 1)];
/// And on a slow line.
const SLOW_LOADS: usize = 3;
/// With so many rows, the slow line and the memory are measured as well, and the chart is drawn.
const LOOKED_AT_CLOSELY: usize = 1_000;
/// The letters of the rare word that are typed.
const TYPED: usize = 8;
const FILTERS: usize = 100;
/// Five thousand rows in a plain table take a slow machine as long.
const PATIENCE: Duration = Duration::from_secs(300);

pub async fn run(dist: &Path) -> Outcome {
    let folder = report::root().join("target/xtask/peers");
    write_pages(&folder, dist)?;
    let mut site = Site::new(&folder);
    site.packed = true;
    let server = serve(site, 0).await?;
    let session = Session::start(Engine::Chromium).await?;

    let mut text = conditions(&session).await?;
    for (rows, loads) in SIZES {
        let measured = measure(&session, &server, rows, loads).await?;
        write!(text, "\n\n### {rows} rows; loads: {loads}\n\n{}", table(&measured, &folder)?)?;
        // Each as soon as it is there: all of it takes long.
        report::write("peers", &text)?;
        if rows == LOOKED_AT_CLOSELY {
            draw(&measured)?;
        }
    }
    Ok(())
}

/// The pages with their scripts and styles as a site would deliver them, and the rows.
fn write_pages(folder: &Path, dist: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let sources = report::root().join("benches/performance/peers/pages");
    let scripts: Vec<PathBuf> = PAGES.iter().map(|page| sources.join(format!("{}.js", page.file))).collect();
    let bundled = Command::new(env::var("VAT_ESBUILD")?)
        .args(["--bundle", "--minify", "--format=esm", "--log-level=warning"])
        .arg(format!("--outdir={}", folder.display()))
        .args(scripts)
        .env("NODE_PATH", env::var("VAT_PEERS_MODULES")?)
        .status()?;
    if !bundled.success() {
        return Err("esbuild does not bundle the pages".into());
    }
    for Page { file, name } in &PAGES {
        let content = if *file == OURS {
            "<link rel=\"stylesheet\" href=\"widget/table.css\">\
             <script type=\"module\" src=\"widget/victim-assistance-table.js\"></script>\
             <victim-assistance-table></victim-assistance-table><script>\
             document.querySelector('victim-assistance-table').setAttribute('src', 'dataset-' + location.search.slice(6) + '.json');\
             </script>"
                .to_owned()
        } else {
            format!(
                "<link rel=\"stylesheet\" href=\"{file}.css\"><input type=\"search\" id=\"search\" aria-label=\"Search\">\
                 <button id=\"sort\">Sort</button><div id=\"table\"></div>"
            )
        };
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{name}</title>{content}\
             <script type=\"module\" src=\"{file}.js\"></script>"
        );
        fs::write(folder.join(format!("{file}.html")), page)?;
    }
    for (rows, _) in SIZES {
        fs::write(folder.join(format!("rows-{rows}.json")), prose::rows(rows).to_string())?;
        fs::write(folder.join(format!("dataset-{rows}.json")), prose::dataset(rows).to_string())?;
    }
    compress(folder)?;
    copy(dist, &folder.join("widget"))
}

/// What stands in a folder, with what servers send packed.
fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// What was measured of a page: milliseconds and MB.
#[derive(Default)]
struct Measured {
    first_row: Vec<f64>,
    first_row_slowed: Vec<f64>,
    longest_task_slowed: Vec<f64>,
    keystrokes: Vec<f64>,
    cleared: Vec<f64>,
    sorted: Vec<f64>,
    loaded: Vec<f64>,
    filtered: Vec<f64>,
}

async fn measure(session: &Session, server: &Server, rows: usize, loads: usize) -> Outcome<Vec<Measured>> {
    let mut measured: Vec<_> = PAGES.iter().map(|_| Measured::default()).collect();
    let address = |page: &Page| format!("http://{}/{}.html?rows={rows}", server.address(), page.file);
    for load in 0..loads {
        for (page, measured) in PAGES.iter().zip(&mut measured) {
            let at = |step: &str| format!("{} with {rows} rows: {step}", page.name);
            measured.first_row.push(first_row(session, &address(page), &at("its first row")).await?);
            told(session, "measured.ready || null", &at("its rest")).await?;
            let is_last = load + 1 == loads;
            if is_last && rows == LOOKED_AT_CLOSELY {
                measured.loaded.push(report::memory(session).await?);
            }
            measured.use_it(session, &at("its answer")).await?;
            if is_last && rows == LOOKED_AT_CLOSELY {
                session.driver.execute(format!("filterOften({FILTERS})"), vec![]).await?;
                told(session, "measured.filtered || null", &at("the end of many filters")).await?;
                measured.filtered.push(report::memory(session).await?);
            }
        }
    }
    if rows == LOOKED_AT_CLOSELY {
        slow_down(session, 4, 150, 1_600_000 / 8).await?;
        for _ in 0..SLOW_LOADS {
            for (page, measured) in PAGES.iter().zip(&mut measured) {
                measured.first_row_slowed.push(first_row(session, &address(page), page.name).await?);
                let longest = told(session, "measured.ready ? measured.longestTask : null", page.name).await?;
                measured.longest_task_slowed.push(longest.as_f64().unwrap_or(f64::NAN));
            }
        }
        slow_down(session, 1, 0, -1).await?;
    }
    Ok(measured)
}

/// Loads a page, and says when its first row was painted.
async fn first_row(session: &Session, address: &str, awaited: &str) -> Outcome<f64> {
    session.driver.goto(address).await?;
    Ok(told(session, "measured.firstRow", awaited).await?.as_f64().unwrap_or(f64::NAN))
}

impl Measured {
    /// Types a word letter by letter, takes it back at once, and sorts.
    async fn use_it(&mut self, session: &Session, awaited: &str) -> Outcome {
        let driver = &session.driver;
        driver.execute("controls.search.focus()", vec![]).await?;
        for letter in prose::RARE.chars().take(TYPED) {
            driver.action_chain().send_keys(letter.to_string()).perform().await?;
            // The next one as soon as nothing moves any more.
            self.keystrokes.push(next_time(session, awaited).await?);
        }
        driver.execute("controls.search.select()", vec![]).await?;
        driver.action_chain().send_keys(Key::Delete.value().to_string()).perform().await?;
        self.cleared.push(next_time(session, awaited).await?);
        driver.execute("return controls.sort", vec![]).await?.element()?.click().await?;
        self.sorted.push(next_time(session, awaited).await?);
        Ok(())
    }
}

/// The time of what was done last, when it is painted.
async fn next_time(session: &Session, awaited: &str) -> Outcome<f64> {
    Ok(told(session, "measured.times.shift()", awaited).await?.as_f64().unwrap_or(f64::NAN))
}

/// The value of an expression in the page, when there is one.
async fn told(session: &Session, expression: &str, awaited: &str) -> Outcome<Value> {
    until_within(PATIENCE, awaited, async || {
        let value = session.driver.execute(format!("return window.measured ? {expression} : null"), vec![]).await?;
        let value = value.json().clone();
        Ok(if value.is_null() { Err("nothing".to_owned()) } else { Ok(value) })
    })
    .await
}

/// Slows the processor down so many times, and the line: milliseconds and bytes a second.
async fn slow_down(session: &Session, times: u32, latency: u32, bytes: i32) -> Outcome {
    let cdp = session.driver.cdp();
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
    cdp.send_raw("Network.enable", json!({})).await?;
    let line = json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes });
    cdp.send_raw("Network.emulateNetworkConditions", line).await?;
    Ok(())
}

/// What stands in a column, and which part of the values it is at most.
type Column = (&'static str, fn(&Measured) -> &[f64], f64);

const COLUMNS: [Column; 9] = [
    ("first row, ms", |of| &of.first_row, 0.5),
    ("the same, slowed down", |of| &of.first_row_slowed, 0.5),
    ("longest task then", |of| &of.longest_task_slowed, 0.5),
    ("keystroke, ms", |of| &of.keystrokes, 0.5),
    ("95 of 100 keystrokes within", |of| &of.keystrokes, 0.95),
    ("filter cleared, ms", |of| &of.cleared, 0.5),
    ("sorted, ms", |of| &of.sorted, 0.5),
    ("memory, MB", |of| &of.loaded, 0.5),
    ("after 100 filters", |of| &of.filtered, 0.5),
];

/// A row a page, with what was measured of it, and how many times as much that is as of the page written by hand.
fn table(measured: &[Measured], folder: &Path) -> Outcome<String> {
    let by_hand = measured.get(BY_HAND).ok_or("no page is written by hand")?;
    let columns: Vec<_> = COLUMNS.iter().filter(|(_, values, _)| !values(by_hand).is_empty()).collect();
    let titles: String = columns.iter().map(|(title, ..)| format!(" {title} |")).collect();
    let mut table = format!("| | code, brotli kB |{titles}\n|---|---:|{}\n", "---:|".repeat(columns.len()));
    for (page, own) in PAGES.iter().zip(measured) {
        let name = if page.file == OURS { format!("**{}**", page.name) } else { page.name.to_owned() };
        write!(table, "| {name} | {} |", kilobytes(code(page, folder)?))?;
        for (_, values, part) in &columns {
            let (own, by_hand) = (values(own), values(by_hand));
            let shown = if *part == 0.5 && own.len() > 1 { spread(own) } else { number(quantile(own, *part)) };
            write!(table, " {shown}, {:.1}× |", quantile(own, *part) / quantile(by_hand, *part))?;
        }
        table.push('\n');
    }
    Ok(table)
}

/// What is loaded to show the table, but for the page and the rows, packed by brotli.
fn code(page: &Page, folder: &Path) -> Outcome<usize> {
    if page.file != OURS {
        let [script, styles] = ["js", "css"].map(|end| brotli_bytes(&folder.join(format!("{}.{end}", page.file))));
        return Ok(script? + styles?);
    }
    let mut bytes = 0;
    for entry in fs::read_dir(folder.join("widget"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_code = name.ends_with(".js") || name.ends_with(".wasm");
        let is_loaded = name.starts_with("victim-assistance-table") || name.starts_with("victim-assistance-reader");
        if name == "table.css" || is_code && is_loaded {
            bytes += brotli_bytes(&path)?;
        }
    }
    Ok(bytes)
}

fn draw(measured: &[Measured]) -> Outcome {
    let medians = |column: fn(&Measured) -> &[f64]| {
        let values = measured.iter().map(|own| quantile(column(own), 0.5));
        PAGES.iter().map(|page| page.name).zip(values).collect::<Vec<_>>()
    };
    let panels = [
        ("First row, ms: 1,000 rows, processor 4 times slower, 1.6 Mbit/s", medians(|of| &of.first_row_slowed)),
        ("Keystroke to painted result, ms: 1,000 rows", medians(|of| &of.keystrokes)),
    ];
    Ok(fs::write(report::root().join("docs/performance.svg"), chart::bars(&panels)?)?)
}
