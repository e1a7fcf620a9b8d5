//! What a file weighs on the line.

use std::{fs, path::Path};

use super::Outcome;

/// The bytes of a file as the build has packed it for servers, by brotli.
pub fn brotli_bytes(file: &Path) -> Outcome<usize> {
    let packed = format!("{}.br", file.display());
    let packed = fs::metadata(&packed).map_err(|error| format!("{packed}: {error}"))?;
    Ok(packed.len().try_into()?)
}
