//! Splits the widget's wasm in two: what a first visit needs, and what is loaded on demand (`src/on_demand.rs`).
//!
//! Trunk knows nothing of it. What it has made of the whole is dropped; both parts are made from what cargo made,
//! before wasm-bindgen and wasm-opt: only there are the functions' names, by which they are told apart.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use wasm_split_cli_support::{Options, transform};

use super::{bundle::bundle, symbols};
use crate::{
    error::Error,
    project::Project,
    run::{Run, command_in},
};

/// The script by which the first part loads the second.
const LOADER: &str = include_str!("../../../assets/on_demand.js");

/// As `index.html` asks of Trunk for the other wasm. Little is done to it: wasm-opt's further passes make it smaller by a
/// tenth, but it then compresses less well, and weighs more on the line.
const WASM_OPT: [&str; 14] = [
    "-O1",
    "--shrink-level=2",
    "--converge",
    "--rse",
    // Hints that no processor of today’s computers and phones needs.
    "--dealign",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What Trunk has made of the whole.
const WHOLE: [&str; 2] = ["victim-assistance-table.js", "victim-assistance-table_bg.wasm"];
/// What the script and the two parts are called until they are named by their content.
const GLUE: &str = "vat-table.js";
const FIRST: &str = "vat-table_bg.wasm";
const ON_DEMAND: &str = "vat-table_on_demand.wasm";

/// Puts the two parts and their script, which loads others `later`, into the folder where Trunk has put the whole.
pub fn split(project: &Project, staging: &Path, later: &[&str]) -> Result<(), Error> {
    let whole = newest_wasm(project)?;
    let folder = project.work().join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
    }

    for file in WHOLE {
        let path = staging.join(file);
        fs::remove_file(&path).map_err(Error::file("remove", &path))?;
    }
    let input = fs::read(&whole).map_err(Error::file("read", &whole))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = "./on_demand.js";
    transform(options).map_err(|problem| Error::Split { wasm: whole, problem: problem.to_string() })?;

    Run {
        what: "write the glue of the first part",
        takes: None,
        log: "split-bindgen",
        remedy: "mend that, and build again",
    }
    .run(
        project,
        command_in(&folder, "wasm-bindgen").arg(&main).args([
            "--target=web",
            "--no-typescript",
            "--keep-lld-exports",
            "--omit-default-module-path",
            "--out-dir=glue",
            "--out-name=vat-table",
        ]),
    )?;
    symbols::shorten(&folder.join("glue").join(FIRST), &folder.join("glue").join(GLUE))?;
    for (from, to) in [("glue/vat-table_bg.wasm", FIRST), ("split_on_demand.wasm", ON_DEMAND)] {
        Run { what: &format!("make {to} small"), takes: None, log: "split-opt", remedy: "mend that, and build again" }
            .run(project, command_in(&folder, "wasm-opt").args(WASM_OPT).arg(from).arg("-o").arg(staging.join(to)))?;
    }
    let scripts = folder.join("glue");
    let loader = scripts.join("on_demand.js");
    fs::write(&loader, LOADER).map_err(Error::file("write", &loader))?;
    bundle(project, &scripts.join(GLUE), &staging.join(GLUE), later)
}

/// What cargo made last, in the folder of the user's Rust or of Debian's.
fn newest_wasm(project: &Project) -> Result<PathBuf, Error> {
    let target = project.root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()));
    let targets = [target, project.root().join("target/web")];
    let files = targets.map(|target| target.join("wasm32-unknown-unknown/release/victim_assistance_table.wasm"));
    let made = |file: &PathBuf| fs::metadata(file).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let newest = files.into_iter().filter(|file| file.is_file()).max_by_key(made);
    newest.ok_or_else(|| Error::NoWasm(project.root().join("target")))
}
