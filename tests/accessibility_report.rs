//! What `docs/accessibility.md` claims is shown by tests that exist, and the tests of accessibility are named there.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::{collections::BTreeSet, fs, path::Path};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The tests of a module of `tests/browser`, as the report names them.
fn tests_of(module: &str) -> BTreeSet<String> {
    let source = read(&format!("tests/browser/{module}.rs"));
    let lists = ["in_every_engine![", "in_chromium!["].into_iter().filter_map(|list| source.split_once(list));
    let lists = lists.map(|(_, list)| list.split_once(']').unwrap().0);
    let names = lists.flat_map(|list| list.split(',')).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| format!("{module}::{name}")).collect()
}

/// The tests that the report names.
fn named() -> BTreeSet<String> {
    let report = read("docs/accessibility.md");
    report.split('`').skip(1).step_by(2).filter(|code| code.contains("::")).map(str::to_owned).collect()
}

#[test]
fn every_test_that_is_named_exists() {
    let named = named();
    assert!(named.len() > 30, "{named:?}");
    for name in named {
        let (module, _) = name.split_once("::").unwrap();
        assert!(tests_of(module).contains(&name), "docs/accessibility.md names {name}: there is no such test");
    }
}

#[test]
fn every_test_of_accessibility_is_named() {
    for name in [
        "accessibility",
        "checkers",
        "colours",
        "dialogs",
        "focus",
        "keyboard",
        "narrow",
        "reading",
        "resize",
        "text_size",
    ]
    .into_iter()
    .flat_map(tests_of)
    {
        assert!(named().contains(&name), "docs/accessibility.md does not say what {name} shows");
    }
}
