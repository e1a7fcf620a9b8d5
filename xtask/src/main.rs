//! `cargo xtask`: reads the command line, and calls the library.

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use xtask::{build, checks, data, error::Error, integrity, package, project::Project, serve};

/// The tasks of the victim-assistance table.
///
/// Each gets what is missing first (Trunk, wasm-bindgen, wasm-opt, Rust's wasm32 target, browsers …), says what it does
/// and how long it took, and does nothing that is already done. Tools go into your cache folder, for all checkouts;
/// packages of the system are asked of apt-get, on Debian, as root or with sudo.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build what has changed, and serve the demo page until Ctrl-C.
    Serve {
        /// The port at 127.0.0.1; 0 takes any that is free.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the page in the browser.
        #[arg(long)]
        open: bool,
    },
    /// Make dist/, optimised, unless it is newer than everything it is made of.
    Build,
    /// Finish what Trunk has just built; its hook calls this.
    #[command(hide = true)]
    Finish {
        /// Trunk's folder.
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        staging: PathBuf,
    },
    /// Build what has changed, and print the lines that include it with a check of every file.
    Integrity {
        /// Where the files of dist/ are served: https://cdn.example/victim-assistance
        address: String,
    },
    /// Build what has changed, and make the package for npm in target/package/.
    Package,
    /// Weigh the widget, and time it in Chromium beside pages written by hand and other table widgets; write all that
    /// into docs/performance.md.
    Bench {
        /// What to measure; all of it if none is named.
        #[arg(value_parser = ["wasm", "first-visit", "memory", "peers"])]
        parts: Vec<String>,
    },
    /// Check the dataset, and print what it covers and what nobody has assessed yet.
    Data,
    /// Run everything that must hold: format, clippy, docs, native tests, build, tests in Chromium, Firefox and WebKit,
    /// and what a screen reader says.
    Test,
}

fn main() -> ExitCode {
    let project = Project::here();
    let result = match Arguments::parse().task {
        Task::Serve { port, open } => serve::serve(&project, port, open),
        Task::Build => build::build(&project),
        Task::Finish { staging } => build::finish(&project, &staging),
        Task::Integrity { address } => print_snippet(&project, &address),
        Task::Package => package::package(&project).map(|tarball| println!("{}", tarball.display())),
        Task::Bench { parts } => checks::bench(&project, &parts),
        Task::Data => data::report(&project),
        Task::Test => checks::run_all(&project),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

fn print_snippet(project: &Project, address: &str) -> Result<(), Error> {
    build::build(project)?;
    print!("{}", integrity::snippet(&project.dist(), address)?);
    Ok(())
}

/// The end of a failed program's output, and then, where it is read, the one sentence.
fn report(error: &Error) {
    if let Some(tail) = error.tail() {
        eprintln!("\n{tail}");
    }
    eprintln!("\nerror: {error}");
}
