//! Checks `assets/data` and `assets/i18n`, and packs them and the styles for the widget to embed.

use std::{env, error::Error, fs, path::Path};

use vat_content::{Problems, Published, packed::to_packed, read_dataset, read_strings, strings::Strings};

const LANGUAGES: [&str; 1] = ["en"];
/// The style sheets of a first table, and of what is loaded on demand.
const STYLES: [(&str, &[&str]); 2] =
    [("first.css", &["table.css", "element.css"]), ("on_demand.css", &["on_demand.css"])];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What splits the wasm (`xtask/src/build/split.rs`) goes by them.
        println!("cargo::rustc-link-arg=--emit-relocs");
    }
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    let (root, out) = (Path::new(&root), Path::new(&out));

    if let Some(Published { dataset, reference }) = told(read_dataset(root)) {
        fs::write(out.join("dataset"), to_packed(&dataset))?;
        fs::write(out.join("outline"), to_packed(&dataset.outline()))?;
        fs::write(out.join("reference"), to_packed(&reference))?;
    }
    for lang in LANGUAGES {
        if let Some(strings) = told(read_strings::<Strings>(root, &format!("assets/i18n/{lang}.toml"))) {
            fs::write(out.join(lang), to_packed(&strings))?;
        }
    }
    for (sheet, files) in STYLES {
        let mut styles = String::new();
        for file in files {
            styles.push_str(&without_comments(&fs::read_to_string(root.join("assets").join(file))?));
        }
        fs::write(out.join(sheet), styles)?;
    }
    Ok(())
}

/// A style sheet without comments and indentation, which weigh a kilobyte on a first visit. No text in it holds a `/*`.
fn without_comments(css: &str) -> String {
    let pieces = css.split("/*").enumerate();
    let rules: String = pieces
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect();
    rules.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
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
