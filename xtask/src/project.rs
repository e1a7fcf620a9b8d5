//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy;
use serde::Deserialize;

use crate::error::Error;

/// This checkout.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout this program was compiled in.
    pub fn here() -> Self {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: own.parent().unwrap_or(own).to_owned() }
    }

    /// The folder of the workspace's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What Trunk makes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Logs and stamps of the tasks.
    pub fn work(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    /// The folder that holds tools for all checkouts.
    pub fn cache(&self) -> Result<PathBuf, Error> {
        let base = etcetera::choose_base_strategy().map_err(|_| Error::NoCache)?;
        Ok(base.cache_dir().join("victim-assistance-table"))
    }

    /// The version of wasm-bindgen that the widget is compiled with; the tool of the same name must have the same.
    pub fn wasm_bindgen_version(&self) -> Result<String, Error> {
        let path = self.root.join("Cargo.lock");
        let text = std::fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        match locked_version(&text, "wasm-bindgen") {
            Ok(Some(version)) => Ok(version),
            Ok(None) => Err(Error::NotLocked { path, package: "wasm-bindgen" }),
            Err(source) => Err(Error::LockFile { path, source }),
        }
    }
}

/// The cargo that called us, else the one on PATH, by its whole path: PATH is not the same for all we run.
pub fn cargo() -> PathBuf {
    let called_us = env::var_os("CARGO").map(PathBuf::from);
    called_us.or_else(|| which::which("cargo").ok()).unwrap_or_else(|| "cargo".into())
}

/// The version a lock file gives a package.
fn locked_version(lock: &str, package: &str) -> Result<Option<String>, toml::de::Error> {
    #[derive(Deserialize)]
    struct Lock {
        #[serde(default)]
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock)?;
    Ok(lock.package.into_iter().find(|locked| locked.name == package).map(|locked| locked.version))
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.9"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["wasm-bindgen-macro"]
"#;

    #[test]
    fn finds_the_package_of_exactly_that_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Ok(Some("0.2.130".to_owned())));
    }

    #[test]
    fn says_when_the_package_is_not_there() {
        assert_eq!(locked_version(LOCK, "wasm"), Ok(None));
        assert_eq!(locked_version("version = 4", "wasm-bindgen"), Ok(None));
    }
}
