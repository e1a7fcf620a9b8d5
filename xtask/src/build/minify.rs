//! Makes the scripts and styles in `dist/` smaller: Trunk's own minifier leaves wasm-bindgen's glue as it is.

use std::path::Path;

use crate::{
    error::Error,
    integrity::{files, has_end},
    project::Project,
    run::{Run, command_in},
};

/// Rewrites each in its place; names and addresses stay.
pub fn minify(project: &Project, esbuild: &Path) -> Result<(), Error> {
    let dist = project.dist();
    let scripts_and_styles = files(&dist)?.into_iter().filter(|file| has_end(file, "js") || has_end(file, "css"));
    Run {
        what: "minify scripts and styles",
        takes: None,
        log: "minify",
        remedy: "mend the script or style that it names, and build again",
    }
    .run(
        project,
        command_in(project.root(), esbuild)
            .args(["--minify", "--allow-overwrite", "--log-level=warning", "--charset=utf8"])
            .arg(format!("--outdir={}", dist.display()))
            .arg(format!("--outbase={}", dist.display()))
            .args(scripts_and_styles.map(|file| dist.join(file))),
    )
}
