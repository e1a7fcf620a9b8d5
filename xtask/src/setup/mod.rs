//! Gets what is missing, and says where it is. Each tool has its module; each looks first.

pub mod apt;
pub mod browsers;
pub mod cargo_tools;
pub mod npm;
pub mod rust;
pub mod shelf;
pub mod wasm_cargo;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::{
    error::Error,
    project::{self, Project},
    run::output_of,
};

/// What a build runs.
pub struct BuildTools {
    /// Trunk itself.
    pub trunk: PathBuf,
    /// esbuild, for after Trunk.
    pub esbuild: PathBuf,
    /// The cargo that builds for wasm32.
    pub cargo: PathBuf,
    /// What Trunk must find on PATH before anything else.
    pub path: Vec<PathBuf>,
}

/// Gets what a build needs.
pub fn for_build(project: &Project) -> Result<BuildTools, Error> {
    let mut path = Vec::new();
    let cargo = match rust::wasm_std(project)? {
        rust::WasmStd::OfToolchain => project::cargo(),
        rust::WasmStd::OfDebian => {
            let cargo = wasm_cargo::write(project)?;
            path.extend(parent(&cargo));
            cargo
        }
    };
    let trunk = cargo_tools::trunk(project)?;
    path.extend(parent(&cargo_tools::wasm_bindgen(project)?));
    path.extend(parent(&npm::wasm_opt(project)?));
    Ok(BuildTools { trunk, esbuild: npm::esbuild(project)?, cargo, path })
}

/// Gets what the tests need besides, and gives what the browser tests must be told: variables of the environment.
pub fn for_tests(project: &Project) -> Result<Vec<(&'static str, OsString)>, Error> {
    rust::components(project)?;
    let mut told = browsers::all(project)?;
    told.push(("VAT_GECKODRIVER", cargo_tools::geckodriver(project)?.into()));
    told.push(("VAT_AXE", npm::axe_core(project)?.into()));
    told.push(("VAT_EQUAL_ACCESS", npm::equal_access(project)?.into()));
    told.push(("VAT_NU_HTML", npm::nu_html(project)?.into()));
    told.push(("VAT_PACKAGE_MODULES", npm::example_modules(project)?.into()));
    told.push(("VAT_NODE_MODULES", npm::modules(project)?.into()));
    told.push(("VAT_DIST", project.dist().into()));
    Ok(told)
}

/// PATH with some folders before all others.
pub fn path_with(folders: &[PathBuf]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    // A folder with a colon in its name cannot stand in PATH at all.
    env::join_paths(all).unwrap_or(path)
}

/// The program of this name on PATH, if it says it has this version.
fn on_path(name: &str, version: &str) -> Option<PathBuf> {
    let program = which::which(name).ok()?;
    says_version(&output_of(&program, &["--version"])?, version).then_some(program)
}

/// Whether what a program prints for `--version` names this version as a word of its first line.
fn says_version(output: &str, version: &str) -> bool {
    output.lines().next().unwrap_or_default().split_whitespace().any(|word| word == version)
}

fn parent(program: &Path) -> Option<PathBuf> {
    program.parent().map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::says_version;

    #[test]
    fn a_version_is_a_whole_word_of_the_first_line() {
        assert!(says_version("trunk 0.21.14", "0.21.14"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(says_version("geckodriver 0.37.1 (3b2a8b1 2026-01-12)\n\nThe source code …", "0.37.1"));
        assert!(!says_version("trunk 0.21.14", "0.21.1"));
        assert!(!says_version("trunk 0.22.0-beta.1", "0.22.0"));
        assert!(!says_version("wasm-opt version 108\n132", "132"));
    }
}
