//! Shortens the names by which a wasm and its script call each other. wasm-bindgen puts types and hashes into them, which
//! stand in both and pack badly: 2 kB on the line.

use std::{collections::BTreeMap, convert::Infallible, fs, path::Path};

use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error as ReencodeError, Reencode, utils},
};
use wasmparser::{Export, Import, Imports, Parser};

use crate::error::Error;

/// What the wasm imports from its script.
const SCRIPT: &str = "./vat-table_bg.js";
/// How the names of the closures that it exports begin. All other exports are imported by the second part, too.
const CLOSURE: &str = "wasm_bindgen_";

/// Rewrites both files.
pub fn shorten(wasm: &Path, script: &Path) -> Result<(), Error> {
    let before = fs::read(wasm).map_err(Error::file("read", wasm))?;
    let mut symbols = Symbols::default();
    let mut module = Module::new();
    symbols
        .parse_core_module(&mut module, Parser::new(0), &before)
        .map_err(|problem| Error::Symbols { wasm: wasm.to_owned(), problem: problem.to_string() })?;
    fs::write(wasm, module.finish()).map_err(Error::file("write", wasm))?;

    let mut text = fs::read_to_string(script).map_err(Error::file("read", script))?;
    // A name may be the beginning of another, which comes after it in the order of letters.
    for (long, short) in symbols.0.iter().rev() {
        text = text.replace(long, short);
    }
    fs::write(script, text).map_err(Error::file("write", script))
}

/// Short names, by the long ones.
#[derive(Default)]
struct Symbols(BTreeMap<String, String>);

impl Symbols {
    fn short(&mut self, long: &str) -> &str {
        let next = self.0.len();
        // No script has such names of its own.
        self.0.entry(long.to_owned()).or_insert_with(|| format!("${next:x}"))
    }
}

impl Reencode for Symbols {
    type Error = Infallible;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports) -> Result<(), ReencodeError> {
        match imports {
            Imports::Single(at, import) if import.module == SCRIPT => {
                let name = self.short(import.name).to_owned();
                utils::parse_imports(self, section, Imports::Single(at, Import { name: &name, ..import }))
            }
            imports => utils::parse_imports(self, section, imports),
        }
    }

    fn parse_export(&mut self, section: &mut ExportSection, export: Export) -> Result<(), ReencodeError> {
        if !export.name.starts_with(CLOSURE) {
            return utils::parse_export(self, section, export);
        }
        let name = self.short(export.name).to_owned();
        utils::parse_export(self, section, Export { name: &name, ..export })
    }
}
