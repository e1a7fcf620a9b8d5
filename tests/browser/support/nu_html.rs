//! The Nu HTML checker (the W3C's) on files.

use std::{path::Path, process::Command};

use serde::Deserialize;

use super::{Outcome, processes::told};

#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    url: String,
    message: String,
    #[serde(default)]
    extract: String,
}

/// What is left out, and why.
const LEFT_OUT: [&str; 11] = [
    // CSS Shadow Parts give every element `part`; the checker knows HTML's own attributes alone.
    "Attribute “part” not allowed on element",
    // Safari takes a list without bullets for none, unless its role is written out.
    "The “list” role is unnecessary for element “ul”",
    // Where two instruments are compared, rows are laid out as grids, and engines forget what they are: it is written out.
    "The “role” attribute must not be used on a “t",
    "The “table” role is unnecessary",
    "The “row” role is unnecessary",
    "The “rowgroup” role is unnecessary",
    "The “rowheader” role is unnecessary",
    "The “cell” role is unnecessary",
    "The “columnheader” role is unnecessary",
    // The full title of an instrument is told as such, and once more with the source that gives it, where one does.
    "Duplicate “dt” name “Full title”",
    "The first occurrence of “dt” name “Full title”",
];

/// What is wrong with HTML files and style sheets of a folder, one a line, warnings as well.
pub fn violations(folder: &Path) -> Outcome<Vec<String>> {
    let output = Command::new("java")
        .arg("-jar")
        .arg(told("VAT_NU_HTML")?)
        .args(["--format", "json", "--exit-zero-always", "--skip-non-html"])
        .arg(folder)
        .output()?;
    let report: Report = serde_json::from_slice(&output.stderr)
        .map_err(|error| format!("{error} in what the checker says: {}", String::from_utf8_lossy(&output.stderr)))?;
    let told = report.messages.iter().filter(|found| !LEFT_OUT.iter().any(|rule| found.message.starts_with(rule)));
    Ok(told.map(|Message { url, message, extract }| format!("{url}: {message} {extract}")).collect())
}
