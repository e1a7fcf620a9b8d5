//! Makes `dist/`, through Trunk.

mod bundle;
pub mod compress;
mod minify;
mod names;
mod split;
mod stamp;
mod standalone;
mod symbols;
mod yew;

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use self::stamp::Stamp;
use crate::{
    error::Error,
    integrity, lock, pins,
    progress::Step,
    project::Project,
    run::{Run, cargo_in, command_in},
    setup::{self, path_with},
};

/// What `dist/` is made of and by, besides the tools, which the stamp knows.
const INPUTS: [&str; 13] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "build.rs",
    "index.html",
    "README.md",
    "src",
    "content",
    "export",
    "reader",
    "assets",
    "xtask/src/build",
    "xtask/src/integrity.rs",
];

/// The glue that wasm-bindgen writes for each wasm that the widget loads later, and the script that starts it: both become
/// one, in the place of the glue.
const STARTERS: [(&str, &str); 2] = [
    ("vat-export.js", include_str!("../../../assets/export.js")),
    ("vat-reader.js", include_str!("../../../assets/reader.js")),
];

/// What such scripts import.
const IMPORTED: [(&str, &str); 2] = [
    ("start.js", include_str!("../../../assets/start.js")),
    ("large_table.js", include_str!("../../../assets/large_table.js")),
];

/// Makes `dist/`, and gets what that takes, unless it is newer than everything it is made of.
pub fn build(project: &Project) -> Result<(), Error> {
    // Trunk empties dist/ and its staging folder in it; the lock is held until the end of this function.
    let _lock = lock::wait(&project.work().join("build.lock"), "another task builds dist/")?;
    let began = SystemTime::now();
    let bindgen = project.wasm_bindgen_version()?;
    let stamp = Stamp {
        path: project.work().join("built"),
        tools: format!(
            "trunk {}, wasm-bindgen {bindgen}, wasm-opt {}, esbuild {}",
            pins::TRUNK,
            pins::WASM_OPT,
            pins::ESBUILD
        ),
    };
    let inputs = INPUTS.map(|input| project.root().join(input));
    if project.dist().join("index.html").is_file() && stamp.is_newer_than(&inputs) {
        println!("  dist/ is up to date");
        return Ok(());
    }

    let tools = setup::for_build(project)?;
    fetch(project, &tools.cargo)?;
    clear_glue(project.root())?;
    let takes = if stamp.path.is_file() { "20 seconds" } else { "4 minutes" };
    Run { what: "build dist/", takes: Some(takes), log: "build", remedy: "mend that, and build again" }.run(
        project,
        command_in(project.root(), &tools.trunk)
            .args(["build", "--release", "--quiet", "--skip-version-check"])
            .env("PATH", path_with(&tools.path))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", short_paths())
            // Trunk would put both between its reader and the compiler's own words.
            .env("RUST_BACKTRACE", "0")
            .env_remove("RUST_LOG"),
    )?;
    yew::set_apart(&project.dist())?;
    minify::minify(project, &tools.esbuild)?;
    names::name_by_content(&project.dist())?;
    integrity::write_list(&project.dist())?;
    standalone::complete(project)?;
    let step = Step::begin("pack each file for servers");
    step.end(compress::compress(&project.dist()))?;
    stamp.write(began)
}

/// Finishes what Trunk has built in `staging`: splits the widget's wasm in two, makes one script of those that load
/// each wasm, then writes what else `dist/` holds.
pub fn finish(project: &Project, staging: &Path) -> Result<(), Error> {
    split::split(project, staging, &STARTERS.map(|(glue, _)| glue))?;
    for (name, script) in IMPORTED {
        let path = staging.join(name);
        fs::write(&path, script).map_err(Error::file("write", &path))?;
    }
    for (glue, starter) in STARTERS {
        let (script, glue) = (staging.join("starter.js"), staging.join(glue));
        fs::write(&script, starter).map_err(Error::file("write", &script))?;
        bundle::bundle(project, &script, &glue, &[])?;
        fs::remove_file(&script).map_err(Error::file("remove", &script))?;
    }
    for (name, _) in IMPORTED {
        let path = staging.join(name);
        fs::remove_file(&path).map_err(Error::file("remove", &path))?;
    }
    let bundled = staging.join("snippets");
    fs::remove_dir_all(&bundled).map_err(Error::file("remove", &bundled))?;
    Run { what: "write pages and tables", takes: None, log: "prerender", remedy: "mend that, and build again" }.run(
        project,
        cargo_in(project.root())
            .args(["run", "--quiet", "--locked", "--features", "prerender", "--bin", "prerender"])
            .env("TRUNK_STAGING_DIR", staging),
    )
}

/// Downloads the packages of the lock file, and of the standard library where it is built too: Trunk builds without a
/// network.
fn fetch(project: &Project, cargo: &Path) -> Result<(), Error> {
    Run {
        what: "fetch the packages of Cargo.lock",
        takes: None,
        log: "fetch",
        remedy: "check the network, or run `cargo fetch --locked`",
    }
    .run(
        project,
        command_in(project.root(), cargo).args([
            "fetch",
            "--locked",
            "--target=wasm32-unknown-unknown",
            "--target=host-tuple",
        ]),
    )
}

/// Flags that shorten the paths of sources which panics name: fewer bytes, and nothing of this machine in `dist/`.
fn short_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(etcetera::home_dir().ok()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten();
    let crates = registries.filter_map(|folder| Some((folder.ok()?.path().to_str()?.to_owned(), "crates")));
    crates
        .chain([(DEBIAN_STD_SOURCES.to_owned(), "std")])
        // A path with a space would be read as two flags.
        .filter(|(path, _)| !path.contains(' '))
        .map(|(path, short)| format!("--remap-path-prefix={path}={short}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where Debian's package keeps the sources of the standard library.
const DEBIAN_STD_SOURCES: &str = "/usr/lib/rustlib/src/rust/library";

/// wasm-bindgen adds to what it wrote the last time, and Trunk takes all of it, of earlier builds too.
fn clear_glue(root: &Path) -> Result<(), Error> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let glue = root.join(target).join("wasm-bindgen");
    if glue.exists() { fs::remove_dir_all(&glue).map_err(Error::file("remove", &glue)) } else { Ok(()) }
}
