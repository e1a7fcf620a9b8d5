//! What the widget weighs, how fast it is and what it holds, beside pages written by hand and other table widgets:
//! `cargo xtask bench`. Each part writes its section of `docs/performance.md`; named on the command line, it runs alone.
//!
//! Times are compared within one run, as machines differ and are noisy; the pages' loads alternate.

#![expect(clippy::print_stdout, reason = "a bench reports")]

#[path = "../../tests/browser/support/display.rs"]
mod display;
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

mod first_visit;
mod memory;
mod peers;
mod report;
mod wasm;

use std::{env, error::Error, path::PathBuf};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let dist = PathBuf::from(env::var("VAT_DIST")?);
    // Cargo passes options of its own.
    let chosen: Vec<_> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let is_chosen = |part: &str| chosen.is_empty() || chosen.iter().any(|chosen| chosen == part);
    if is_chosen("wasm") {
        wasm::run()?;
    }
    if is_chosen("first-visit") {
        first_visit::run(&dist).await?;
    }
    if is_chosen("memory") {
        memory::run(&dist).await?;
    }
    if is_chosen("peers") {
        peers::run(&dist).await?;
    }
    Ok(())
}
