//! What can go wrong, each in one sentence that says what to do.

use std::{io, path::PathBuf};

/// Why a task could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The dataset is not as it must be.
    #[error("the dataset has mistakes; mend these lines:\n{0}")]
    Dataset(vat_content::Problems),
    /// A program that only the machine's owner can install is not there.
    #[error("{program} was not found: {remedy}")]
    Missing {
        /// The program, or what is missing of it.
        program: String,
        /// What to run by hand.
        remedy: String,
    },
    /// A program ran, and failed.
    #[error("{what} failed: {remedy} (its whole output is in {})", log.display())]
    Failed {
        /// What it was run for.
        what: String,
        /// What to run by hand.
        remedy: String,
        /// The file with all of its output.
        log: PathBuf,
        /// The last lines of its output.
        tail: String,
    },
    /// A program could not even be started.
    #[error("{what} failed, as `{program}` could not be started ({source}): {remedy}")]
    NotStarted {
        /// What it was to be run for.
        what: String,
        /// The program.
        program: String,
        /// What to run by hand.
        remedy: String,
        /// Why.
        source: io::Error,
    },
    /// A file or folder could not be read or written.
    #[error("could not {verb} {}: {source}", path.display())]
    File {
        /// What was tried.
        verb: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// Why it did not work.
        source: io::Error,
    },
    /// There is no wasm of the widget where Trunk should have put it.
    #[error("{} holds no wasm of the widget; `cargo xtask build` makes it", .0.display())]
    NoWasm(PathBuf),
    /// The widget's wasm could not be split.
    #[error("{} could not be split into what is loaded first and on demand: {problem}", wasm.display())]
    Split {
        /// The whole.
        wasm: PathBuf,
        /// Why.
        problem: String,
    },
    /// No script can be named by its content before the others.
    #[error("{0} load each other: none of them can be named by its content; let one not name the other")]
    Circular(String),
    /// The names in a wasm could not be shortened.
    #[error("the names in {} could not be shortened: {problem}", wasm.display())]
    Symbols {
        /// The wasm.
        wasm: PathBuf,
        /// Why.
        problem: String,
    },
    /// A page that stands alone misses a part.
    #[error("{page} cannot hold {file}: no script loads it by `new URL(\"./{file}\", import.meta.url)`")]
    NotInside {
        /// The page.
        page: &'static str,
        /// The part.
        file: String,
    },
    /// The lock file is no lock file.
    #[error("could not read {}: {source}; `cargo generate-lockfile` writes a new one", path.display())]
    LockFile {
        /// The file.
        path: PathBuf,
        /// Why it could not be read.
        source: toml::de::Error,
    },
    /// The lock file does not name a package of which the version is needed.
    #[error("{} names no package `{package}`: run `cargo generate-lockfile`", path.display())]
    NotLocked {
        /// The file.
        path: PathBuf,
        /// The package.
        package: &'static str,
    },
    /// There is no home, so no place for the tools.
    #[error("found no folder for caches: set HOME")]
    NoCache,
    /// The address is taken, or otherwise not to be had.
    #[error(
        "could not serve at 127.0.0.1:{port} ({source}): give another port, `cargo xtask serve --port 0` takes any"
    )]
    Port {
        /// The port asked for.
        port: u16,
        /// Why it was not given.
        source: io::Error,
    },
}

impl Error {
    /// The last lines of the output of the program that failed.
    pub fn tail(&self) -> Option<&str> {
        match self {
            Self::Failed { tail, .. } => Some(tail),
            _ => None,
        }
    }

    /// For `map_err`: what was tried, on which file.
    pub fn file(verb: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { verb, path, source }
    }
}
