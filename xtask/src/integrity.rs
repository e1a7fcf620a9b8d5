//! Hashes by which a page checks that the files it loads are those that were built.
//!
//! A page has its browser check the script it includes by `integrity`. What that script imports is checked by an import
//! map; the wasm, which no import map knows, by the script itself, which holds its hash.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use crate::error::Error;

/// The script that a page includes.
pub const ENTRY: &str = "victim-assistance-table.js";
/// Scripts of pages that stand by themselves, or of the page around a frame: the entry loads none of them.
pub const OTHERS: [&str; 3] = ["builder.js", "embed.js", "victim-assistance-frame.js"];
/// Which version this is, the hash of each script and style that a page may include, and what the entry loads.
const LIST: &str = "integrity.json";

/// Writes the hash of each wasm into the scripts that load it, where they say `{integrity:NAME}`, and all that the widget
/// may load where one says `{files}`. No later step may change a wasm.
pub fn tell_scripts(dist: &Path) -> Result<(), Error> {
    let mut loaded = Vec::new();
    for file in files(dist)? {
        if has_end(&file, "wasm") {
            replace_in_scripts(dist, &format!("{{integrity:{file}}}"), &hash(&dist.join(&file))?)?;
            loaded.push(file);
        } else if has_end(&file, "js") && !OTHERS.contains(&file.as_str()) {
            loaded.push(file);
        }
    }
    replace_in_scripts(dist, "{files}", &loaded.join(" "))
}

/// Writes one text for another in all scripts.
pub fn replace_in_scripts(dist: &Path, from: &str, to: &str) -> Result<(), Error> {
    for script in files(dist)?.iter().filter(|file| has_end(file, "js")) {
        let path = dist.join(script);
        let before = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        if before.contains(from) {
            fs::write(&path, before.replace(from, to)).map_err(Error::file("write", &path))?;
        }
    }
    Ok(())
}

/// The lines that a page includes to have everything checked, where the files of `dist` are served at `address`.
pub fn snippet(dist: &Path, address: &str) -> Result<String, Error> {
    let base = address.trim_end_matches('/');
    let mut checked = BTreeMap::new();
    for file in loaded(dist)? {
        checked.insert(format!("{base}/{file}"), hash(&dist.join(&file))?);
    }
    let map = json!({ "integrity": checked });
    let (styles, entry) = (hash(&dist.join("table.css"))?, hash(&dist.join(ENTRY))?);
    Ok(format!(
        r#"<link rel="stylesheet" href="{base}/table.css" integrity="{styles}" crossorigin>
<script type="importmap">{map}</script>
<script type="module" src="{base}/{ENTRY}" integrity="{entry}" crossorigin></script>
"#
    ))
}

/// Writes the list, for pages that make such lines. No later step may change a script or style.
pub fn write_list(dist: &Path) -> Result<(), Error> {
    let loaded = loaded(dist)?;
    let mut hashes = BTreeMap::new();
    for file in loaded.iter().map(String::as_str).chain([ENTRY, "victim-assistance-frame.js", "table.css"]) {
        hashes.insert(file, hash(&dist.join(file))?);
    }
    let list = json!({ "version": env!("CARGO_PKG_VERSION"), "loaded": loaded, "files": hashes });
    let path = dist.join(LIST);
    fs::write(&path, list.to_string()).map_err(Error::file("write", &path))
}

/// The scripts that the entry loads.
fn loaded(dist: &Path) -> Result<Vec<String>, Error> {
    let is_loaded = |file: &String| has_end(file, "js") && file != ENTRY && !OTHERS.contains(&file.as_str());
    Ok(files(dist)?.into_iter().filter(is_loaded).collect())
}

/// As browsers write it.
fn hash(path: &Path) -> Result<String, Error> {
    let content = fs::read(path).map_err(Error::file("read", path))?;
    Ok(format!("sha384-{}", STANDARD.encode(Sha384::digest(content))))
}

/// Everything below a folder, by its path there, with `/` as in addresses.
pub fn files(dist: &Path) -> Result<Vec<String>, Error> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let path = dist.join(&folder);
        for entry in fs::read_dir(&path).map_err(Error::file("read", &path))? {
            let entry = entry.map_err(Error::file("read", &path))?;
            let below = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(below);
            } else {
                let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                files.push(parts.join("/"));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is of the kind that its name ends with, as `wasm`.
pub fn has_end(file: &str, end: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension == end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist(name: &str) -> Result<PathBuf, Box<dyn std::error::Error>> {
        let dist = std::env::temp_dir().join(format!("xtask-integrity-{name}-{}", std::process::id()));
        fs::create_dir_all(dist.join("snippets/a"))?;
        fs::write(dist.join(ENTRY), r#"fetch("a.wasm", { integrity: "{integrity:a.wasm}" })"#)?;
        fs::write(dist.join("a.wasm"), "abc")?;
        fs::write(dist.join("snippets/a/b.js"), "abc")?;
        fs::write(dist.join("table.css"), "abc")?;
        Ok(dist)
    }

    /// Of `abc`, from FIPS 180-4's examples.
    const ABC: &str = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";

    #[test]
    fn a_script_knows_the_hash_of_its_wasm() -> Result<(), Box<dyn std::error::Error>> {
        let dist = dist("wasm")?;
        tell_scripts(&dist)?;
        assert_eq!(fs::read_to_string(dist.join(ENTRY))?, format!(r#"fetch("a.wasm", {{ integrity: "{ABC}" }})"#));
        Ok(fs::remove_dir_all(dist)?)
    }

    #[test]
    fn a_page_checks_every_script_and_the_styles() -> Result<(), Box<dyn std::error::Error>> {
        let dist = dist("page")?;
        let lines = snippet(&dist, "https://cdn.example/va/")?;
        assert!(
            lines.contains(&format!(r#"{{"integrity":{{"https://cdn.example/va/snippets/a/b.js":"{ABC}"}}}}"#)),
            "{lines}"
        );
        assert!(lines.contains(&format!(r#"href="https://cdn.example/va/table.css" integrity="{ABC}""#)), "{lines}");
        assert!(
            lines.contains(r#"src="https://cdn.example/va/victim-assistance-table.js" integrity="sha384-"#),
            "{lines}"
        );
        Ok(fs::remove_dir_all(dist)?)
    }
}
