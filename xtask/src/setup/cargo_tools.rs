//! The tools that come from crates.io.

use std::path::{Path, PathBuf};

use super::{on_path, shelf};
use crate::{
    error::Error,
    pins,
    project::Project,
    run::{Run, cargo_in},
};

/// A program of a package at crates.io.
struct Tool<'a> {
    /// The program, and the name of its folder in the cache.
    program: &'a str,
    package: &'a str,
    version: &'a str,
    /// For cargo install, besides the package.
    options: &'a [&'a str],
    /// About how long it takes on two cores.
    takes: &'a str,
}

/// Trunk. It needs no TLS, as it must never download anything.
pub fn trunk(project: &Project) -> Result<PathBuf, Error> {
    Tool {
        program: "trunk",
        package: "trunk",
        version: pins::TRUNK,
        options: &["--locked", "--no-default-features"],
        takes: "3 minutes",
    }
    .get(project)
}

/// wasm-bindgen, in the version of `Cargo.lock`. Its own lock file names a package that is not everywhere to be had.
pub fn wasm_bindgen(project: &Project) -> Result<PathBuf, Error> {
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &project.wasm_bindgen_version()?,
        options: &["--no-default-features", "--bin", "wasm-bindgen"],
        takes: "1 minute",
    }
    .get(project)
}

/// geckodriver, which drives Firefox.
pub fn geckodriver(project: &Project) -> Result<PathBuf, Error> {
    Tool {
        program: "geckodriver",
        package: "geckodriver",
        version: pins::GECKODRIVER,
        options: &["--locked"],
        takes: "1 minute",
    }
    .get(project)
}

impl Tool<'_> {
    /// The one on PATH if it has the right version, else the one in the cache, which is made if need be.
    fn get(&self, project: &Project) -> Result<PathBuf, Error> {
        let in_folder = |folder: &Path| folder.join("bin").join(self.program);
        let folder = format!("{}-{}", self.program, self.version);
        let installed = in_folder(&project.cache()?.join(&folder));
        if installed.is_file() {
            return Ok(installed);
        }
        if let Some(program) = on_path(self.program, self.version) {
            return Ok(program);
        }
        let folder = shelf::get(project, &folder, |partial| self.install(project, partial))?;
        Ok(in_folder(&folder))
    }

    fn install(&self, project: &Project, root: &Path) -> Result<(), Error> {
        let what = format!("install {} {}", self.package, self.version);
        let log = format!("install-{}", self.program);
        let by_hand = format!("cargo install {}@{} {}", self.package, self.version, self.options.join(" "));
        let remedy = format!("check the network and that a C compiler is there, or run `{by_hand}`");
        // Elsewhere than in the project, whose cargo configuration is not the tool's.
        let mut command = cargo_in(root);
        command
            .args(["install", &format!("{}@{}", self.package, self.version), "--root"])
            .arg(root)
            .args(self.options)
            .env_remove("CARGO_TARGET_DIR")
            // These tools mostly wait for others: what counts is how soon they are there.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        Run { what: &what, takes: Some(self.takes), log: &log, remedy: &remedy }.run(project, &mut command)
    }
}
