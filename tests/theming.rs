//! What pages may style: the README lists what the styles and the markup have, all of it and nothing else.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect has to stop"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What stands between backticks in the README's line that begins so.
fn documented(row: &str) -> BTreeSet<String> {
    let readme = read("README.md");
    let line = readme.lines().find(|line| line.starts_with(row)).unwrap();
    line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Every name that follows `before` in a text, up to what cannot be part of it.
fn names_after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_lowercase() && c != '-').next())
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, files) } else { files.push(path) }
    }
}

#[test]
fn the_readme_lists_every_custom_property_of_the_element() {
    let css = read("assets/table.css");
    // The tokens of the element, and what its styles take from the page without saying themselves.
    let own = css.split(":host,\n:where(victim-assistance-table) {").nth(1).unwrap().split("@supports").next().unwrap();
    let real: BTreeSet<String> = names_after(own, "--vat-").map(|name| ["--vat-", name].concat()).collect();
    assert!(real.len() > 10, "{real:?}");
    assert_eq!(documented("| custom properties |"), real);
}

#[test]
fn every_custom_property_of_the_element_is_used() {
    let css = ["table", "element", "on_demand", "dialog"].map(|name| read(&format!("assets/{name}.css"))).concat();
    for property in documented("| custom properties |") {
        assert!(css.contains(&format!("var({property}")), "{property}");
    }
}

#[test]
fn the_readme_lists_every_part() {
    let mut files = Vec::new();
    for folder in ["src", "export/src"] {
        files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    let mut real = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        real.extend(names_after(&source, "setAttribute(\"part\", \"").map(str::to_owned));
        // `part="table"`, or `part={has.then_some("provision")}`.
        for written in source.split(" part=").skip(1) {
            let end = if written.starts_with('{') { '}' } else { ' ' };
            real.insert(written.split(end).next().unwrap().rsplit('"').nth(1).unwrap().to_owned());
        }
    }
    assert_eq!(documented("| parts |"), real);
}
