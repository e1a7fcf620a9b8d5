//! Splits the widget's wasm in two: what a first visit needs, and what is loaded on demand (`src/on_demand.rs`).
//!
//! Trunk knows nothing of it: the two parts take the place of the whole when it has done its own work.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use wasm_split_cli_support::{Options, transform};

use super::bundle::bundle;
use crate::{
    error::Error,
    project::Project,
    run::{Run, command_in},
};

/// What the browser loads the second part by.
const LOADER: &str = include_str!("../../../assets/on_demand.js");

/// As `index.html` asks of Trunk for the other wasm. Little is done to it: wasm-opt's further passes make it smaller by a
/// tenth, but it then compresses less well, and weighs more on the line.
const WASM_OPT: [&str; 11] = [
    "-O1",
    "--shrink-level=2",
    "--converge",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Puts the two parts, and the script that loads both, into the folder where Trunk has put the whole.
pub fn split(project: &Project, staging: &Path) -> Result<(), Error> {
    let name = name_of_glue(staging)?;
    let whole = newest_wasm(project)?;
    let folder = project.work().join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
    }

    let [first, second, loader] = ["_bg.wasm", "_on_demand.wasm", "_on_demand.js"].map(|end| format!("{name}{end}"));
    let glue = format!("{name}.js");
    let input = fs::read(&whole).map_err(Error::file("read", &whole))?;
    let main = folder.join("main.wasm");
    let loader_import = format!("./{loader}");
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = &loader_import;
    transform(options).map_err(|problem| Error::Split { wasm: whole, problem: problem.to_string() })?;

    Run {
        what: "write the glue of the first part",
        takes: None,
        log: "split-bindgen",
        remedy: "mend that, and build again",
    }
    .run(
        project,
        command_in(&folder, "wasm-bindgen")
            .arg(&main)
            .args([
                "--target=web",
                "--no-typescript",
                "--keep-lld-exports",
                "--omit-default-module-path",
                "--out-dir=glue",
            ])
            .arg(format!("--out-name={name}")),
    )?;
    for (from, to) in [(format!("glue/{first}"), first), ("split_on_demand.wasm".to_owned(), second.clone())] {
        Run { what: &format!("make {to} small"), takes: None, log: "split-opt", remedy: "mend that, and build again" }
            .run(project, command_in(&folder, "wasm-opt").args(WASM_OPT).arg(from).arg("-o").arg(staging.join(to)))?;
    }
    let scripts = folder.join("glue");
    let to = scripts.join(loader);
    fs::write(&to, LOADER.replace("{glue}", &glue).replace("{wasm}", &second)).map_err(Error::file("write", &to))?;
    bundle(project, &scripts.join(&glue), &staging.join(&glue))
}

/// `victim-assistance-table-` and the hash that Trunk made.
fn name_of_glue(staging: &Path) -> Result<String, Error> {
    let files = fs::read_dir(staging).map_err(Error::file("read", staging))?;
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut names = names.filter_map(|name| Some(name.strip_suffix("_bg.wasm")?.to_owned()));
    names.find(|name| name.starts_with("victim-assistance-table-")).ok_or_else(|| Error::NoWasm(staging.to_owned()))
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
