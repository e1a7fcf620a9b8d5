//! Writes what `dist/` holds besides the wasm: the table for readers without scripts, the script to include, and the
//! dataset. Trunk runs it after its own work, with the folder to write to in `TRUNK_STAGING_DIR`.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
    rc::Rc,
};

use by_address::ByAddress;
use vat_content::{Problems, read_dataset};
use victim_assistance_table::{
    dataset::DATASET,
    native_locale::NativeLocale,
    query::{History, Query},
    view::{NoScript, NoScriptProps},
    view_model::{Grid, Shared, ViewModel},
};
use yew::LocalServerRenderer;

/// Where `index.html` wants the table.
const PLACE: &str = "<!-- the table -->";
const ENTRY: &str = include_str!("../../assets/entry.js");

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("TRUNK_STAGING_DIR names no folder; `cargo xtask build` runs this with it")]
    NoFolder,
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("{0} holds no *{1}; Trunk should have put it there")]
    Missing(PathBuf, &'static str),
    #[error("index.html holds no {PLACE}, where the table is to stand")]
    NoPlace,
    #[error("ICU has no plural rules for English: {0}")]
    Plurals(icu_provider::DataError),
    #[error("{0}")]
    Dataset(#[from] Problems),
    #[error("the dataset cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

fn main() -> Result<(), Error> {
    let folder = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").ok_or(Error::NoFolder)?);
    let locale = NativeLocale::english().map_err(Error::Plurals)?;
    let model = ByAddress(Rc::new(ViewModel::new(
        &Grid::new(&DATASET, &locale),
        &History::new(Query::new()),
        None,
        &locale,
        None,
    )));

    let page = read(&folder.join("index.html"))?;
    // Trunk leaves its own instruction in the page where it injects no script.
    let page: String = page.lines().filter(|line| !line.contains("data-trunk")).flat_map(|line| [line, "\n"]).collect();
    let (before, after) = page.split_once(PLACE).ok_or(Error::NoPlace)?;
    write(&folder.join("index.html"), &[before, &no_script_table(&model, false), after].concat())?;

    let statics = folder.join("static");
    fs::create_dir_all(&statics).map_err(|error| Error::File(statics.clone(), error))?;
    write(&statics.join("en.html"), &no_script_table(&model, true))?;

    let (export_wasm, export_glue) = hash_export(&folder)?;
    let entry = ENTRY
        .replace("{wasm}", &hashed_file(&folder, "_bg.wasm")?)
        .replace("{glue}", &hashed_file(&folder, ".js")?)
        .replace("{export-wasm}", &export_wasm)
        .replace("{export-glue}", &export_glue);
    write(&folder.join("victim-assistance-table.js"), &entry)?;
    // The whole of it, for those who want the data without the table.
    let published = read_dataset(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    write(&folder.join("dataset.json"), &serde_json::to_string_pretty(&published)?)
}

/// The table as a page shows it before, without and in spite of the script: with what stands behind the disclosures,
/// or four times as short.
fn no_script_table(model: &Shared<ViewModel>, details: bool) -> String {
    let props = NoScriptProps { model: model.clone(), details };
    // Nothing hydrates it, so it needs no marks for that.
    let rendering = LocalServerRenderer::<NoScript>::with_props(props).hydratable(false).render();
    futures::executor::block_on(rendering)
}

/// Name of the file whose name Trunk gave a hash, and which ends so.
fn hashed_file(folder: &Path, end: &'static str) -> Result<String, Error> {
    let files = fs::read_dir(folder).map_err(|error| Error::File(folder.to_owned(), error))?;
    files
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("victim-assistance-table-") && name.ends_with(end))
        .ok_or_else(|| Error::Missing(folder.to_owned(), end))
}

/// Names of the two files that print, save and cite. Trunk gives no hash to what it takes for a worker.
fn hash_export(folder: &Path) -> Result<(String, String), Error> {
    let names = ["vat-export_bg.wasm", "vat-export.js"];
    let mut hasher = DefaultHasher::new();
    for name in names {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| Error::File(path, error))?.hash(&mut hasher);
    }
    let hash = hasher.finish();
    let [wasm, glue] = ["_bg.wasm", ".js"].map(|end| format!("victim-assistance-export-{hash:016x}{end}"));
    for (before, after) in names.into_iter().zip([&wasm, &glue]) {
        let path = folder.join(before);
        fs::rename(&path, folder.join(after)).map_err(|error| Error::File(path, error))?;
    }
    Ok((wasm, glue))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::File(path.to_owned(), error))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|error| Error::File(path.to_owned(), error))
}
