//! Checks `assets/data` and `assets/i18n`, and packs them for the widget to embed.

use std::{env, error::Error, fs, path::Path};

use vat_content::{Problems, Published, packed::to_packed, read_dataset, read_strings, strings::Strings};

const LANGUAGES: [&str; 1] = ["en"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/data");
    println!("cargo::rerun-if-changed=assets/i18n");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    let (root, out) = (Path::new(&root), Path::new(&out));

    if let Some(Published { dataset, reference }) = told(read_dataset(root)) {
        fs::write(out.join("dataset"), to_packed(&dataset))?;
        fs::write(out.join("reference"), to_packed(&reference))?;
    }
    for lang in LANGUAGES {
        if let Some(strings) = told(read_strings::<Strings>(root, &format!("assets/i18n/{lang}.toml"))) {
            fs::write(out.join(lang), to_packed(&strings))?;
        }
    }
    Ok(())
}

/// Tells every problem as an error of the build.
fn told<T>(reading: Result<T, Problems>) -> Option<T> {
    match reading {
        Ok(value) => Some(value),
        Err(Problems(problems)) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            None
        }
    }
}
