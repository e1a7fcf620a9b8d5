//! What a screen reader says: Orca, on a desktop of its own, with Firefox and with Chromium, and with real keys.
//!
//! The release build in `dist/` is used by ear for the main tasks ([`tasks`]), and what is said is compared with the
//! transcripts in `tests/golden/speech`, which a person can read. `UPDATE_GOLDEN=1` writes them anew.
//!
//! `cargo xtask test` builds `dist/`, gets browsers and Orca, and tells where they are. The transcripts are those of Orca
//! 43.1, Debian 12's: another says the same in other words, and the first line tells.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect has to stop, and says where"
)]

mod desktop;
mod orca;
mod tasks;
mod transcript;

#[path = "../browser/support/display.rs"]
mod display;
#[path = "../browser/support/processes.rs"]
mod processes;
#[path = "../browser/support/wait.rs"]
mod wait;

use std::{fmt::Write, process::Command};

use desktop::{Browser, Desktop};
use tasks::{Step, TASKS};
use transcript::Kept;

/// What a test or a step of it ends with.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::test(flavor = "multi_thread")]
async fn firefox() {
    says_what_is_kept(Browser::Firefox).await.unwrap_or_else(|error| panic!("{error}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn chromium() {
    says_what_is_kept(Browser::Chromium).await.unwrap_or_else(|error| panic!("{error}"));
}

async fn says_what_is_kept(browser: Browser) -> Outcome {
    let kept = Kept::read(browser);
    let desktop = Desktop::start(browser).await?;
    orca::hear(&desktop, 0, |_| false).await?;

    let version = Command::new("orca").arg("--version").output()?;
    let mut transcript = format!("Orca {}", String::from_utf8(version.stdout)?.trim());
    let mut step = 0;
    for (task, steps) in TASKS {
        write!(transcript, "\n\n{task}")?;
        for action in *steps {
            let before = desktop.log()?.len();
            match action {
                Step::Press(key) => {
                    desktop.press(key)?;
                    write!(transcript, "\n  {key}")?;
                }
                Step::Type(text) => {
                    desktop.write(text)?;
                    write!(transcript, "\n  “{text}”")?;
                }
            }
            let said = orca::hear(&desktop, before, |said| kept.has(step, said)).await?;
            for line in kept.as_kept(step, &said) {
                write!(transcript, "\n    {line}")?;
            }
            step += 1;
        }
    }
    transcript.push('\n');
    kept.compare(&transcript)
}
