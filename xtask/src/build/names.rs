//! Names the files that servers may keep for ever by what is in them: whatever tool makes another content of the same
//! sources, it has another name.

use std::{fs, path::Path};

use sha2::{Digest, Sha256};

use crate::{
    error::Error,
    integrity::{files, replace_in_scripts, tell_scripts},
};

/// `vat-table_bg.wasm` becomes `victim-assistance-table-0123456789abcdef_bg.wasm`.
const BEFORE: &str = "vat-";
const AFTER: &str = "victim-assistance-";

/// How many bytes of a file's SHA-256 stand in its name.
const HASH_BYTES: usize = 8;

/// Gives each its last name, there and in the scripts that load it, which learn the hash of each wasm, too. No later step
/// may change any of these files.
pub fn name_by_content(dist: &Path) -> Result<(), Error> {
    for wasm in files(dist)?.iter().filter(|file| file.starts_with(BEFORE) && file.ends_with(".wasm")) {
        rename(dist, wasm)?;
    }
    tell_scripts(dist)?;
    let mut scripts = files(dist)?;
    scripts.retain(|file| file.starts_with(BEFORE) && file.ends_with(".js"));
    // Scripts hold the names of those that they load: their own content is the last one only when these are named.
    while !scripts.is_empty() {
        let ready = position_of_ready(dist, &scripts)?.ok_or_else(|| Error::Circular(scripts.join(", ")))?;
        rename(dist, &scripts.swap_remove(ready))?;
    }
    Ok(())
}

/// One of the scripts that loads none of the others.
fn position_of_ready(dist: &Path, scripts: &[String]) -> Result<Option<usize>, Error> {
    for (at, script) in scripts.iter().enumerate() {
        let path = dist.join(script);
        let text = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        if !scripts.iter().any(|other| other != script && text.contains(other.as_str())) {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn rename(dist: &Path, before: &str) -> Result<(), Error> {
    let from = dist.join(before);
    let content = fs::read(&from).map_err(Error::file("read", &from))?;
    let rest = before.trim_start_matches(BEFORE);
    let (part, end) = rest.split_at(rest.find(['_', '.']).unwrap_or(rest.len()));
    let after = format!("{AFTER}{part}-{}{end}", short_hash(&content));
    fs::rename(&from, dist.join(&after)).map_err(Error::file("rename", &from))?;
    replace_in_scripts(dist, before, &after)
}

fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(HASH_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

    /// What a build with this wasm is called in the end.
    fn names(test: &str, on_demand: &str) -> Outcome<Vec<String>> {
        let dist = dist(test, on_demand)?;
        name_by_content(&dist)?;
        let named = files(&dist)?;
        fs::remove_dir_all(dist)?;
        Ok(named)
    }

    /// Scripts that load one another, the last of which loads a wasm.
    fn dist(test: &str, on_demand: &str) -> Outcome<PathBuf> {
        let dist = std::env::temp_dir().join(format!("xtask-names-{test}-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        fs::write(dist.join("entry.js"), r#"import("./vat-a.js")"#)?;
        fs::write(dist.join("vat-a.js"), r#"import("./vat-table.js")"#)?;
        fs::write(
            dist.join("vat-table.js"),
            r#"fetch("./vat-table_on_demand.wasm", "{integrity:vat-table_on_demand.wasm}")"#,
        )?;
        fs::write(dist.join("vat-table_on_demand.wasm"), on_demand)?;
        Ok(dist)
    }

    #[test]
    fn a_name_holds_the_hash_of_the_content() -> Outcome {
        let dist = dist("content", "abc")?;
        name_by_content(&dist)?;
        let files = files(&dist)?;
        let [entry, loader, script, wasm] = files.as_slice() else { return Err(format!("{files:?}").into()) };
        // Of `abc`, from FIPS 180-4's examples.
        assert_eq!(wasm, "victim-assistance-table-ba7816bf8f01cfea_on_demand.wasm");
        let text = fs::read_to_string(dist.join(script))?;
        assert!(text.starts_with(&format!(r#"fetch("./{wasm}", "sha384-"#)), "{text}");
        assert_eq!(script, &format!("victim-assistance-table-{}.js", short_hash(text.as_bytes())));
        let loads = fs::read_to_string(dist.join(loader))?;
        assert_eq!(loads, format!(r#"import("./{script}")"#));
        assert_eq!(loader, &format!("victim-assistance-a-{}.js", short_hash(loads.as_bytes())));
        assert_eq!(fs::read_to_string(dist.join(entry))?, format!(r#"import("./{loader}")"#));
        Ok(fs::remove_dir_all(dist)?)
    }

    #[test]
    fn scripts_that_load_each_other_have_no_last_name() -> Outcome {
        let dist = dist("circular", "abc")?;
        fs::write(dist.join("vat-table.js"), r#"import("./vat-a.js")"#)?;
        let told = name_by_content(&dist).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(told.contains("vat-a.js") && told.contains("vat-table.js"), "{told}");
        Ok(fs::remove_dir_all(dist)?)
    }

    #[test]
    fn what_changes_takes_another_name_and_so_does_what_loads_it() -> Outcome {
        let (before, after) = (names("before", "abc")?, names("after", "abd")?);
        assert_eq!(before, names("again", "abc")?);
        assert_eq!(before.iter().filter(|name| after.contains(name)).collect::<Vec<_>>(), ["entry.js"]);
        Ok(())
    }
}
