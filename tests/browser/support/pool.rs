//! Browsers that go from test to test: as many of an engine as tests that run at once need.

use std::{
    panic::Location,
    path::PathBuf,
    sync::{LazyLock, Once},
    time::Duration,
};

use serde_json::json;
use thirtyfour::WebDriver;
use tokio::{runtime::Runtime, sync::Mutex};

use super::{
    Outcome,
    engine::{Engine, Session, say},
    printer::Paper,
};

/// No behaviour takes so long; the browser hangs.
const LIMIT: Duration = Duration::from_secs(180);

/// Connections belong to a runtime, and sessions outlive a test: there is one for all.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// Those of each engine that no test has.
static SESSIONS: [Mutex<Vec<Session>>; 3] = [const { Mutex::const_new(Vec::new()) }; 3];

/// Held by the one that prints: of two Firefoxes that print at once, one may wait for its paper in vain.
static PRINTER: Mutex<()> = Mutex::const_new(());

/// A browser that is this test's alone.
#[derive(Clone)]
pub struct Browser {
    pub engine: Engine,
    pub driver: WebDriver,
}

/// Runs a test in an engine's browser.
///
/// A browser in which a test failed is not used again: the next test starts its own, and is not misled.
#[track_caller]
pub fn run<F: Future<Output = Outcome>>(engine: Engine, test: impl FnOnce(Browser) -> F) {
    static MISSING: Once = Once::new();
    if let Some(reason) = engine.missing() {
        MISSING.call_once(|| say(&format!("\n{} IS NOT TESTED HERE: {reason}\n", engine.name())));
        return;
    }
    let outcome = RUNTIME.block_on(async {
        let sessions = &SESSIONS[engine as usize];
        // Taken out, and put back only when all went well.
        let waiting = sessions.lock().await.pop();
        let session = match waiting {
            Some(session) => session,
            None => Session::start(engine).await?,
        };
        let browser = Browser { engine, driver: session.driver.clone() };
        tokio::time::timeout(LIMIT, test(browser)).await.map_err(|_| format!("not done after {LIMIT:?}"))??;
        leave(&session.driver).await?;
        sessions.lock().await.push(session);
        Outcome::Ok(())
    });
    if let Err(error) = outcome {
        panic!("{}: {error} (test at {})", engine.name(), Location::caller());
    }
}

/// Runs a test in a browser of its own, which prints on this paper; the test is told where to.
#[track_caller]
pub fn run_printing<F: Future<Output = Outcome>>(
    engine: Engine,
    paper: Paper,
    test: impl FnOnce(Browser, PathBuf) -> F,
) {
    let outcome = RUNTIME.block_on(async {
        let _printer = PRINTER.lock().await;
        let session = Session::that_prints(engine, paper).await?;
        let browser = Browser { engine, driver: session.driver.clone() };
        tokio::time::timeout(LIMIT, test(browser, session.printed()))
            .await
            .map_err(|_| format!("not done after {LIMIT:?}"))?
    });
    if let Err(error) = outcome {
        panic!("{}: {error} (test at {})", engine.name(), Location::caller());
    }
}

/// Sees that nothing went wrong unseen, and leaves nothing to the next test: no frame, no storage, no page.
async fn leave(driver: &WebDriver) -> Outcome {
    driver.enter_default_frame().await?;
    let script =
        "try { localStorage.clear(); } catch {} return window.probe ? [...probe.errors, ...probe.violations] : [];";
    let wrong = driver.execute(script, []).await?.json().clone();
    driver.goto("about:blank").await?;
    if wrong == json!([]) { Ok(()) } else { Err(format!("errors on the page that nobody caught: {wrong}").into()) }
}
