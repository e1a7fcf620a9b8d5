//! The JSON Schema of the published dataset: as it was, true of the dataset, and refusing what is not one.
//!
//! `UPDATE_GOLDEN=1 cargo test -p vat-content --test schema` rewrites the file in `tests/golden`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::{env, fs, path::Path};

use jsonschema::Validator;
use serde_json::{Value, json};
use vat_content::{Published, read_dataset};

fn schema() -> Validator {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(Published::schema().as_value()).unwrap()
}

fn dataset() -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    serde_json::to_value(read_dataset(root).unwrap()).unwrap()
}

#[test]
fn it_is_as_it_was() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/dataset.schema.json");
    let schema = Published::schema();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, serde_json::to_string_pretty(&schema).unwrap() + "\n").unwrap();
    }
    // As JSON: the order of keys depends on what else is compiled.
    let golden: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(&golden, schema.as_value(), "{}", path.display());
}

#[test]
fn the_dataset_is_valid() {
    let wrong: Vec<_> = schema().iter_errors(&dataset()).map(|error| error.to_string()).collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_is_no_dataset_is_refused() {
    let mutants = [
        ("/date", json!("24 November 2026")),
        ("/instruments/0/kind", json!("custom")),
        ("/instruments/0/adopted/date", json!("in 1996")),
        ("/instruments/0/provisions/0/force", json!("must")),
        ("/instruments/0/provisions/0/checked", json!("2026-13-01")),
        ("/instruments/0/provisions/0/topics", json!("education")),
        ("/instruments/0/provisions/0/source", Value::Null),
        ("/instruments/0/silences/0/extent", json!("not-assessed")),
        ("/groups/0/topics/0/core", json!("yes")),
        ("/publications/0", json!({})),
    ];
    let schema = schema();
    for (place, value) in mutants {
        let mut dataset = dataset();
        *dataset.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&dataset), "{place}");
    }
}
