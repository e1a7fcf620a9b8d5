//! A `cargo` for Trunk that builds for wasm32 with Debian's Rust, and does everything else with the user's own.
//!
//! Trunk calls `cargo` both for the widget and, through its hook, for the native program that writes the page. Debian's
//! Rust is only wanted for the first, and Trunk knows no other way to tell them apart: so it finds this script on PATH.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    error::Error,
    pins,
    project::{Project, cargo},
};

/// Writes the script; its folder is to stand first on PATH.
pub fn write(project: &Project) -> Result<PathBuf, Error> {
    let folder = project.work().join("wasm-cargo");
    fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    let path = folder.join("cargo");
    // Written each time, as the user's cargo may be another one now.
    fs::write(&path, script(&cargo(), &project.root().join("target/web"))).map_err(Error::file("write", &path))?;
    make_executable(&path).map_err(Error::file("make executable", &path))?;
    Ok(path)
}

/// Debian's Rust has the sources of the standard library, not the library for wasm32. Its cargo builds it, which is
/// only allowed to a nightly compiler, or to one that is told so. Its own target folder: the two would wait for each
/// other's lock, and clear away each other's work.
///
/// What only `Debug` would print is left out, and the places in the sources that panics would name: nothing that is
/// shown needs them, and they weigh on every first visit. A stable compiler allows neither, nor a standard library that
/// is made to be small.
fn script(native: &Path, target: &Path) -> String {
    format!(
        r#"#!/bin/sh
case " $* " in
*" --target=wasm32-unknown-unknown "*)
    export RUSTC=/usr/bin/rustc CARGO=/usr/bin/cargo RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER={linker}
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS -Zfmt-debug=none -Zlocation-detail=none"
    export CARGO_TARGET_DIR={target}
    unset RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER RUSTUP_TOOLCHAIN
    exec /usr/bin/cargo "$@" ;;
*)
    exec {native} "$@" ;;
esac
"#,
        linker = pins::DEBIAN_WASM_LINKER,
        target = quoted(target),
        native = quoted(native),
    )
}

/// A path as one word of a shell script.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.to_string_lossy().replace('\'', r"'\''"))
}

#[cfg(unix)]
fn make_executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "this is only for Debian"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::quoted;

    #[test]
    fn a_path_stays_one_word() {
        assert_eq!(quoted(Path::new("/a b/it's")), r"'/a b/it'\''s'");
    }
}
