//! Which tools, in which versions. wasm-bindgen's stands in `Cargo.lock`, the checkers' in `node/package-lock.json`.

/// Trunk, which builds `dist/`.
pub const TRUNK: &str = "0.21.14";

/// geckodriver, which drives Firefox in the browser tests.
pub const GECKODRIVER: &str = "0.37.1";

/// wasm-opt, of npm's `binaryen`; the same as in `Trunk.toml`.
pub const WASM_OPT: &str = "132";

/// esbuild, which makes scripts and styles smaller.
pub const ESBUILD: &str = "0.28.2";

/// The packages of Debian that build for wasm32 where rustup must not download its target.
pub const DEBIAN_WEB_RUST: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The linker of the last of them.
pub const DEBIAN_WASM_LINKER: &str = "wasm-ld-22";

#[cfg(test)]
mod tests {
    use crate::project::Project;

    fn text(path: &str) -> String {
        std::fs::read_to_string(Project::here().root().join(path)).unwrap_or_default()
    }

    #[test]
    fn trunk_asks_for_the_pinned_wasm_opt() {
        assert!(text("Trunk.toml").contains(&format!("wasm_opt = \"version_{}\"", super::WASM_OPT)));
    }

    #[test]
    fn npm_installs_the_pinned_tools() {
        let package = text("xtask/node/package.json");
        assert!(package.contains(&format!("\"binaryen\": \"{}.", super::WASM_OPT)));
        assert!(package.contains(&format!("\"esbuild\": \"{}\"", super::ESBUILD)));
    }
}
