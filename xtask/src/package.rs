//! Makes the package for npm.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    build,
    error::Error,
    integrity,
    project::Project,
    run::{Run, command_in},
    setup::npm,
};

/// What of `dist/` stands in the package, besides all scripts and wasm that the widget loads.
const OF_DIST: [&str; 4] = ["table.css", "static/en.html", "custom-elements.json", "victim-assistance-table.d.ts"];
/// What stands in `assets/package/`, and is not taken as it is: the types are in `dist/` with all their names.
const TEMPLATES: [&str; 2] = ["package.json", "victim-assistance-table.d.ts"];
const LICENCES: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-CC-BY-4.0"];

/// Builds what has changed, makes the package in `target/package/`, and gives its tarball.
pub fn package(project: &Project) -> Result<PathBuf, Error> {
    build::build(project)?;
    let folder = project.root().join("target/package");
    let contents = folder.join("contents");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
    }
    fs::create_dir_all(&contents).map_err(Error::file("create", &contents))?;

    let dist = project.dist();
    let loaded = integrity::files(&dist)?.into_iter().filter(|file| is_loaded(file));
    for file in loaded.chain(OF_DIST.map(str::to_owned)) {
        copy(&dist, &file, &contents)?;
    }
    let own = project.root().join("assets/package");
    for file in integrity::files(&own)?.iter().filter(|file| !TEMPLATES.contains(&&***file)) {
        copy(&own, file, &contents)?;
    }
    for file in LICENCES {
        copy(project.root(), file, &contents)?;
    }
    let (from, to) = (own.join("package.json"), contents.join("package.json"));
    let manifest = fs::read_to_string(&from).map_err(Error::file("read", &from))?;
    fs::write(&to, manifest.replace("{version}", VERSION)).map_err(Error::file("write", &to))?;

    Run {
        what: "pack target/package/",
        takes: None,
        log: "npm-pack",
        remedy: "run `npm pack` in target/package/contents",
    }
    .run(
        project,
        command_in(&contents, npm::npm()?).args(["pack", "--ignore-scripts", "--pack-destination"]).arg(&folder),
    )?;
    Ok(folder.join(format!("victim-assistance-table-{VERSION}.tgz")))
}

/// The workspace's, for all that is in it.
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn is_loaded(file: &str) -> bool {
    let extension = Path::new(file).extension();
    extension.is_some_and(|extension| extension == "js" || extension == "wasm") && !integrity::OTHERS.contains(&file)
}

fn copy(from: &Path, file: &str, to: &Path) -> Result<(), Error> {
    let (from, to) = (from.join(file), to.join(file));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    fs::copy(&from, &to).map(drop).map_err(Error::file("copy", from))
}
