//! What pages are made with, from npm.

use std::{fs, path::PathBuf, process::Command};

use super::{Outcome, processes::told};

/// A file of a package: `bootstrap/dist/css/bootstrap.css`.
pub fn node_module(file: &str) -> Outcome<String> {
    let path = PathBuf::from(told("VAT_NODE_MODULES")?).join(file);
    Ok(fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// A script of `tests/hosts/` and the packages that it imports, in one.
pub fn bundle(script: &str) -> Outcome<String> {
    let modules = PathBuf::from(told("VAT_NODE_MODULES")?);
    let bundled = Command::new(modules.join(".bin/esbuild"))
        .arg(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hosts").join(script))
        .args(["--bundle", "--format=iife", "--log-level=warning", r#"--define:process.env.NODE_ENV="production""#])
        .env("NODE_PATH", &modules)
        .output()?;
    let problem = String::from_utf8_lossy(&bundled.stderr);
    if bundled.status.success() { Ok(String::from_utf8(bundled.stdout)?) } else { Err(problem.into()) }
}
