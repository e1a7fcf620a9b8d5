//! What comes from npm: what `xtask/node/package-lock.json` names (wasm-opt, esbuild, three checkers, and what the pages of the
//! tests are made with), and the tools of the project that uses the package, in `tests/package/`; and other table widgets, for
//! the bench.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

use super::{on_path, shelf};
use crate::{error::Error, pins, project::Project, run::Run};

/// wasm-opt, which makes the wasm smaller.
pub fn wasm_opt(project: &Project) -> Result<PathBuf, Error> {
    if let Some(program) = on_path("wasm-opt", pins::WASM_OPT) {
        return Ok(program);
    }
    Ok(modules(project)?.join(".bin/wasm-opt"))
}

/// esbuild, which makes scripts and styles smaller.
pub fn esbuild(project: &Project) -> Result<PathBuf, Error> {
    if let Some(program) = on_path("esbuild", pins::ESBUILD) {
        return Ok(program);
    }
    Ok(modules(project)?.join(".bin/esbuild"))
}

/// axe-core's script, which the browser tests put into the page.
pub fn axe_core(project: &Project) -> Result<PathBuf, Error> {
    Ok(modules(project)?.join("axe-core/axe.min.js"))
}

/// The script of IBM's Equal Access checker, which they put there as well.
pub fn equal_access(project: &Project) -> Result<PathBuf, Error> {
    Ok(modules(project)?.join("accessibility-checker-engine/ace.js"))
}

/// The Nu HTML checker, for Java.
pub fn nu_html(project: &Project) -> Result<PathBuf, Error> {
    Ok(modules(project)?.join("vnu-jar/build/dist/vnu.jar"))
}

/// `node_modules` of the project that uses the package: a bundler, and what checks types and manifest.
pub fn example_modules(project: &Project) -> Result<PathBuf, Error> {
    modules_of(project, "tests/package")
}

/// `node_modules` of what the bench compares the widget with.
pub fn peers_modules(project: &Project) -> Result<PathBuf, Error> {
    modules_of(project, "benches/performance/peers")
}

/// npm itself.
pub fn npm() -> Result<PathBuf, Error> {
    which::which("npm").map_err(|_| Error::Missing {
        program: "npm".to_owned(),
        remedy: "install Node.js 20 or later, with npm, and put both on PATH".to_owned(),
    })
}

/// `node_modules` of the tools: the pages of the tests take what they are made with from there.
pub fn modules(project: &Project) -> Result<PathBuf, Error> {
    modules_of(project, "xtask/node")
}

/// `node_modules` of the packages in the lock file of a folder. Its own folder's name changes with the lock file.
fn modules_of(project: &Project, folder: &str) -> Result<PathBuf, Error> {
    let from = project.root().join(folder);
    let lock_path = from.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(Error::file("read", &lock_path))?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&lock);
    let name = format!("node-{:08x}", hasher.finish() >> 32);

    let folder = shelf::get(project, &name, |partial| install(project, &from, partial))?;
    Ok(folder.join("node_modules"))
}

fn install(project: &Project, from: &Path, folder: &Path) -> Result<(), Error> {
    let npm = npm()?;
    for file in ["package.json", "package-lock.json"] {
        let path = from.join(file);
        fs::copy(&path, folder.join(file)).map_err(Error::file("copy", &path))?;
    }
    Run {
        what: &format!("install from npm what {} names", from.display()),
        takes: None,
        log: "install-npm",
        remedy: "check the network, and that `npm ci` works there",
    }
    .run(project, Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}
