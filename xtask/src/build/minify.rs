//! Makes the scripts and styles in `dist/` smaller: Trunk's own minifier leaves wasm-bindgen's glue as it is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    error::Error,
    project::Project,
    run::{Run, command_in},
};

/// Rewrites each in its place; names and addresses stay.
pub fn minify(project: &Project, esbuild: &Path) -> Result<(), Error> {
    let dist = project.dist();
    let mut files = Vec::new();
    scripts_and_styles(&dist, &mut files)?;
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
            .args(files),
    )
}

fn scripts_and_styles(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.is_dir() {
            scripts_and_styles(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "js" || extension == "css") {
            files.push(path);
        }
    }
    Ok(())
}
