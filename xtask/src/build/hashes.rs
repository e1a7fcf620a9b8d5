//! Takes the hashes out of the names by which a wasm and its script call each other. wasm-bindgen ends each name by 16
//! digits, that two crates may use the same; they are the part of either file that no server can pack, 2 kB on the line.

use std::{collections::BTreeMap, fs, path::PathBuf};

use regex::bytes::{Captures, Regex};

use crate::error::Error;

/// Numbers them from one, in files that name the same; no name becomes longer or shorter.
pub fn number(files: &[PathBuf]) -> Result<(), Error> {
    let hashes = Regex::new("_[0-9a-f]{16}")?;
    let mut numbers = BTreeMap::new();
    for file in files {
        let content = fs::read(file).map_err(Error::file("read", file))?;
        let content = hashes.replace_all(&content, |found: &Captures| {
            let next = numbers.len() + 1;
            let number = numbers.entry(found.get_match().as_bytes().to_owned()).or_insert(next);
            format!("_{number:016}").into_bytes()
        });
        fs::write(file, content).map_err(Error::file("write", file))?;
    }
    Ok(())
}
