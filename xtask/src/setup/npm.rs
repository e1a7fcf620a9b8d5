//! The tools that come from npm, as `xtask/node/package-lock.json` names them: wasm-opt, esbuild and axe-core.

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

/// `node_modules` of the packages in the lock file. Its folder's name changes with the lock file.
fn modules(project: &Project) -> Result<PathBuf, Error> {
    let from = project.root().join("xtask/node");
    let lock_path = from.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(Error::file("read", &lock_path))?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&lock);
    let name = format!("node-{:08x}", hasher.finish() >> 32);

    let folder = shelf::get(project, &name, |partial| install(project, &from, partial))?;
    Ok(folder.join("node_modules"))
}

fn install(project: &Project, from: &Path, folder: &Path) -> Result<(), Error> {
    let Ok(npm) = which::which("npm") else {
        return Err(Error::Missing {
            program: "npm".to_owned(),
            remedy: "install Node.js 20 or later, with npm, and put both on PATH".to_owned(),
        });
    };
    for file in ["package.json", "package-lock.json"] {
        let path = from.join(file);
        fs::copy(&path, folder.join(file)).map_err(Error::file("copy", &path))?;
    }
    Run {
        what: "install wasm-opt, esbuild and axe-core from npm",
        takes: None,
        log: "install-npm",
        remedy: "check the network, and that `npm ci` works in xtask/node",
    }
    .run(project, Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}
