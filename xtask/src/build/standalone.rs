//! Puts script, styles and wasm into one page, which works from a disk, without a network.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};

use super::bundle::minified;
use crate::{error::Error, integrity, project::Project};

/// The page. The bin `prerender` has written it, with the table and its styles.
pub const FILE: &str = "victim-assistance-comparison.html";
/// What it is held to: nothing but itself. `data:` is where its wasm comes from.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
    connect-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/// Writes all that `victim-assistance-table.js` loads into the page.
pub fn complete(project: &Project) -> Result<(), Error> {
    let dist = project.dist();
    let script = project.work().join("standalone.js");
    minified(project, &dist.join(integrity::ENTRY), &script)?;
    let mut text = fs::read_to_string(&script).map_err(Error::file("read", &script))?;
    for wasm in integrity::files(&dist)?.iter().filter(|file| file.ends_with(".wasm")) {
        let content = fs::read(dist.join(wasm)).map_err(Error::file("read", dist.join(wasm)))?;
        let inside = format!(r#""data:application/wasm;base64,{}""#, STANDARD.encode(content));
        let outside = format!(r#"new URL("./{wasm}",import.meta.url)"#);
        if !text.contains(&outside) {
            return Err(Error::NotInside { page: FILE, file: wasm.clone() });
        }
        text = text.replace(&outside, &inside);
    }
    write(&dist.join(FILE), &text)
}

fn write(page: &Path, script: &str) -> Result<(), Error> {
    let before = fs::read_to_string(page).map_err(Error::file("read", page))?;
    let policy = format!(r#"<meta http-equiv="Content-Security-Policy" content="{POLICY}">"#);
    // In a script, `<\/` says the same, and ends no element.
    let script = format!("<script type=\"module\">\n{}</script>\n", script.replace("</", r"<\/"));
    let after = before.replacen("<title>", &format!("{policy}\n<title>"), 1).replacen(
        "</head>",
        &format!("{script}</head>"),
        1,
    );
    fs::write(page, after).map_err(Error::file("write", page))
}
