//! Puts the scripts that wasm-bindgen writes for a wasm into one file: a browser asks once, where it would ask for one
//! after the other.

use std::path::Path;

use crate::{
    error::Error,
    project::Project,
    run::{Run, command_in},
    setup::npm,
};

/// Writes a script with all that it imports, but for what is loaded `later`, as one module.
pub fn bundle(project: &Project, script: &Path, to: &Path, later: &[&str]) -> Result<(), Error> {
    let options: Vec<_> = later.iter().map(|script| format!("--external:./{script}")).collect();
    run(project, script, to, &options.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The same, made small.
pub fn minified(project: &Project, script: &Path, to: &Path) -> Result<(), Error> {
    run(project, script, to, &["--minify"])
}

fn run(project: &Project, script: &Path, to: &Path, options: &[&str]) -> Result<(), Error> {
    Run {
        what: "put scripts into one",
        takes: None,
        log: "bundle",
        remedy: "mend the script that it names, and build again",
    }
    .run(
        project,
        command_in(project.root(), npm::esbuild(project)?)
            .arg(script)
            .args(["--bundle", "--format=esm", "--allow-overwrite", "--log-level=warning", "--charset=utf8"])
            .args(options)
            .arg(format!("--outfile={}", to.display())),
    )
}
