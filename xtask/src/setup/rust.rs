//! What the Rust toolchain must have: the standard library for wasm32, rustfmt and clippy.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use super::apt;
use crate::{
    error::Error,
    pins,
    project::{Project, cargo},
    run::{Run, output_of},
};

/// Whose standard library for wasm32 a build uses.
pub enum WasmStd {
    /// The one of the toolchain that called us.
    OfToolchain,
    /// The one that Debian's cargo makes from its sources.
    OfDebian,
}

const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to it that there is a standard library for wasm32.
pub fn wasm_std(project: &Project) -> Result<WasmStd, Error> {
    if toolchain_has_target() {
        return Ok(WasmStd::OfToolchain);
    }
    let by_hand = format!("run `rustup target add {TARGET}`");
    if let Some(rustup) = rustup_that_may_download() {
        Run {
            what: "add Rust's wasm32 target",
            takes: None,
            log: "rustup-target",
            remedy: &format!("check the network, or {by_hand}"),
        }
        .run(project, Command::new(rustup).args(["target", "add", TARGET]).current_dir(project.root()))?;
        return Ok(WasmStd::OfToolchain);
    }
    if apt::is_there() {
        apt::install(project, "install Debian's Rust for wasm32", &pins::DEBIAN_WEB_RUST)?;
        return Ok(WasmStd::OfDebian);
    }
    Err(Error::Missing { program: "Rust's standard library for wasm32".to_owned(), remedy: by_hand })
}

/// Sees to it that there are rustfmt and clippy.
pub fn components(project: &Project) -> Result<(), Error> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output_of(cargo(), &[subcommand, "--version"]).is_some() {
            continue;
        }
        let by_hand = format!("run `rustup component add {component}`");
        let Some(rustup) = rustup_that_may_download() else {
            return Err(Error::Missing { program: component.to_owned(), remedy: by_hand });
        };
        Run {
            what: &format!("add Rust's {component}"),
            takes: None,
            log: "rustup-component",
            remedy: &format!("check the network, or {by_hand}"),
        }
        .run(project, Command::new(rustup).args(["component", "add", component]).current_dir(project.root()))?;
    }
    Ok(())
}

fn toolchain_has_target() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    // rustc names the folder whether it is there or not.
    output_of(rustc, &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(folder.trim_end()).is_dir())
}

/// rustup, unless there is none, or its owner has said that it must download nothing by itself.
fn rustup_that_may_download() -> Option<PathBuf> {
    let forbidden = env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0");
    if forbidden { None } else { which::which("rustup").ok() }
}
