//! Writes what `dist/` holds besides the wasm: the table for readers without scripts, the script to include, the
//! dataset, and what editors and compilers ask about the element. Trunk runs it after its own work, with the folder to
//! write to in `TRUNK_STAGING_DIR`.

mod builder;
mod contract;
mod tables;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use vat_content::{Problems, Published, json::MOST_BYTES, read_dataset};
use victim_assistance_table::{
    element::{SRC, URL_STATE, attributes},
    native_locale::NativeLocale,
};

use self::{
    contract::Contract,
    tables::{STANDALONE, STATIC_TABLES, no_script_table},
};

/// Where a page wants the table.
const PLACE: &str = "<!-- the table -->";
const ENTRY: &str = include_str!("../../../assets/entry.js");
const DOCTOR: &str = include_str!("../../../assets/embed-doctor.js");
/// The page for frames, its script and its styles.
const EMBED: &str = include_str!("../../../assets/embed.html");
const EMBED_SCRIPT: &str = include_str!("../../../assets/embed.js");
const EMBED_STYLES: &str = include_str!("../../../assets/embed.css");
/// Script and styles of the page that makes the lines to copy.
const BUILDER_SCRIPT: &str = include_str!("../../../assets/builder.js");
const BUILDER_STYLES: &str = include_str!("../../../assets/builder.css");
/// The script for pages with such a frame.
const FRAME: &str = include_str!("../../../assets/frame.js");

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("TRUNK_STAGING_DIR names no folder; `cargo xtask build` runs this with it")]
    NoFolder,
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("a page holds no {PLACE}, where the table is to stand")]
    NoPlace,
    #[error("ICU has no plural rules for English: {0}")]
    Plurals(icu_provider::DataError),
    #[error("{0}: the table in README.md and the element must name the same")]
    Contract(String),
    #[error("{0}")]
    Dataset(#[from] Problems),
    #[error("the dataset cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

fn main() -> Result<(), Error> {
    let folder = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").ok_or(Error::NoFolder)?);
    let locale = NativeLocale::english().map_err(Error::Plurals)?;

    let page = read(&folder.join("index.html"))?;
    // Trunk leaves its own instruction in the page where it injects no script.
    let page: String = page.lines().filter(|line| !line.contains("data-trunk")).flat_map(|line| [line, "\n"]).collect();
    let table = no_script_table(&[], false, &locale);
    write(&folder.join("index.html"), &with_table(&page, &table)?)?;

    write(&folder.join("victim-assistance-table.js"), ENTRY)?;
    let reader = folder.join("vat-reader.js");
    write(&reader, &read(&reader)?.replace("{most-bytes}", &MOST_BYTES.to_string()))?;
    write(&folder.join("embed-doctor.js"), &DOCTOR.replace("{own-version}", env!("CARGO_PKG_VERSION")))?;

    let names = attributes().map(|(name, _)| name).filter(|name| ![SRC, URL_STATE].contains(name));
    let embed_script = EMBED_SCRIPT.replace("{attributes}", &names.collect::<Vec<_>>().join(" "));
    write(&folder.join("embed.html"), &with_table(EMBED, &table)?)?;
    write(&folder.join("embed.js"), &embed_script)?;
    write(&folder.join("embed.css"), EMBED_STYLES)?;
    write(&folder.join("victim-assistance-frame.js"), FRAME)?;

    let contract = Contract::read()?;
    write(&folder.join("custom-elements.json"), &serde_json::to_string_pretty(&contract::manifest(&contract))?)?;
    write(&folder.join("victim-assistance-table.d.ts"), &contract::types(&contract)?)?;
    write(&folder.join("builder.html"), &builder::page())?;
    write(&folder.join("builder.js"), BUILDER_SCRIPT)?;
    write(&folder.join("builder.css"), BUILDER_STYLES)?;

    let statics = folder.join("static");
    fs::create_dir_all(&statics).map_err(|error| Error::File(statics.clone(), error))?;
    for table in STATIC_TABLES {
        let fragment = table.fragment(&locale);
        write(&statics.join(format!("{}.html", table.name)), &fragment)?;
        write(&statics.join(format!("{}-page.html", table.name)), &table.page(&fragment))?;
    }

    let standalone = STANDALONE.page(&STANDALONE.fragment(&locale));
    write(&folder.join(format!("{}.html", STANDALONE.name)), &standalone)?;

    // The whole of it, for those who want the data without the table.
    let published = read_dataset(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    write(&folder.join("dataset.json"), &serde_json::to_string_pretty(&published)?)?;
    write(&folder.join("dataset.schema.json"), &serde_json::to_string_pretty(&Published::schema())?)
}

/// The page with the table in its place.
fn with_table(page: &str, table: &str) -> Result<String, Error> {
    let (before, after) = page.split_once(PLACE).ok_or(Error::NoPlace)?;
    Ok([before, table, after].concat())
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::File(path.to_owned(), error))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|error| Error::File(path.to_owned(), error))
}
