//! Whether the widget holds more and more: what is held before and after a reader, or a page, does much of one thing.

use std::{fmt::Write, path::Path, time::Duration};

use xtask::site::{Site, serve};

use crate::{
    Outcome,
    engine::{Engine, Session},
    report::{self, conditions},
    wait::until_within,
};

/// What is done, how often, and how: an expression of `i` that gives a promise or nothing.
const DONE: [(&str, u32, &str); 3] = [
    ("filters", 1_000, "void (table.search = ['rehab', 'prosthe', 'data', ''][i % 4])"),
    ("views", 100, "void (table.view = ['transposed', 'gaps', 'overview', 'organisations', 'compare'][i % 5])"),
    ("tables made and removed", 500, "madeAndRemoved()"),
];
/// So often each is done before it counts: what is kept for the next time is there then, and the same is shown as at the end.
const BEFORE: u32 = 20;

const PAGE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Memory</title>
<link rel="stylesheet" href="table.css">
<victim-assistance-table></victim-assistance-table>
<script type="module" src="victim-assistance-table.js"></script>
<script>
  const table = document.querySelector("victim-assistance-table");
  window.done = null;
  table.addEventListener("vat-ready", () => (done = 0), { once: true });
  const frame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
  async function madeAndRemoved() {
    const made = document.body.appendChild(document.createElement("victim-assistance-table"));
    await made.ready;
    made.remove();
  }
  async function doOften(times, what) {
    done = null;
    for (let i = 0; i < times; i++) {
      await what(i);
      await frame();
    }
    done = times;
  }
</script>"#;

pub async fn run(dist: &Path) -> Outcome {
    let mut site = Site::new(dist);
    site.texts.insert("/memory.html".to_owned(), PAGE.to_owned());
    let server = serve(site, 0).await?;
    let session = Session::start(Engine::Chromium).await?;
    let mut text = format!(
        "{}\n\n| done on one page | times | MB before | MB after | kB more each |\n|---|---:|---:|---:|---:|\n",
        conditions(&session).await?
    );
    for (name, times, what) in DONE {
        session.driver.goto(format!("http://{}/memory.html", server.address())).await?;
        done(&session, "the table").await?;
        do_often(&session, BEFORE, what).await?;
        let before = report::memory(&session).await?;
        do_often(&session, times, what).await?;
        let after = report::memory(&session).await?;
        let each = (after - before) * 1e3 / f64::from(times);
        writeln!(text, "| {name} | {times} | {before:.1} | {after:.1} | {each:.2} |")?;
    }
    report::write("memory", &text)
}

async fn do_often(session: &Session, times: u32, what: &str) -> Outcome {
    session.driver.execute(format!("doOften({times}, (i) => {what})"), vec![]).await?;
    done(session, what).await
}

async fn done(session: &Session, what: &str) -> Outcome {
    until_within(Duration::from_secs(300), what, async || {
        let done = session.driver.execute("return done", vec![]).await?;
        Ok(if done.json().is_null() { Err("not yet".to_owned()) } else { Ok(()) })
    })
    .await
}
