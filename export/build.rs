//! Checks `assets/i18n/export`, and packs it for this wasm to embed.

use std::{env, error::Error, fs, path::Path};

use vat_content::{packed::to_packed, read_strings, strings::ExportStrings};

const LANGUAGES: [&str; 1] = ["en"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../assets/i18n/export");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let out = env::var("OUT_DIR")?;
    for lang in LANGUAGES {
        match read_strings::<ExportStrings>(&root, &format!("assets/i18n/export/{lang}.toml")) {
            Ok(strings) => fs::write(Path::new(&out).join(lang), to_packed(&strings))?,
            Err(problems) => problems.0.iter().for_each(|problem| println!("cargo::error={problem}")),
        }
    }
    Ok(())
}
