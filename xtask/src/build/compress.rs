//! Writes each text and wasm a second and third time, packed as servers send it: `.br` and `.gz` beside it.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use flate2::{Compression, GzBuilder};

use crate::{
    error::Error,
    integrity::{files, has_end},
};

const PACKED: [&str; 6] = ["html", "js", "css", "json", "svg", "wasm"];
/// Brotli's best, in the window that servers use.
const BEST: i32 = 11;
const WINDOW: i32 = 22;
/// For what no visit loads: tables to paste, pages that stand alone, and the dataset. It takes a tenth of the time, and
/// makes them a tenth larger.
const FAST: i32 = 9;
const ASIDE: [&str; 3] = ["static/", "dataset.json", super::standalone::FILE];

/// Packs all files of `dist`. The same file gives the same bytes: they name no time.
pub fn compress(dist: &Path) -> Result<(), Error> {
    for file in files(dist)? {
        if !PACKED.iter().any(|end| has_end(&file, end)) {
            continue;
        }
        let path = dist.join(&file);
        let content = fs::read(&path).map_err(Error::file("read", &path))?;
        let quality = if ASIDE.iter().any(|aside| file.starts_with(aside)) { FAST } else { BEST };
        for (end, packed) in [("br", brotli(&content, quality)), ("gz", gzip(&content))] {
            let to = dist.join(format!("{file}.{end}"));
            packed.and_then(|packed| fs::write(&to, packed)).map_err(Error::file("write", &to))?;
        }
    }
    Ok(())
}

fn brotli(mut content: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, lgwin: WINDOW, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut content, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzBuilder::new().write(Vec::new(), Compression::best());
    writer.write_all(content)?;
    writer.finish()
}
