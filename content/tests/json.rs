//! The dataset as it is published, read back from JSON; and what is no such dataset, refused with its place.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::{path::Path, sync::LazyLock};

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use vat_content::{
    Published,
    json::{MOST_BYTES, Refused, read_published},
    packed::{from_packed, to_packed},
    read_dataset,
};

static PUBLISHED: LazyLock<Published> =
    LazyLock::new(|| read_dataset(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap());

static TEXT: LazyLock<String> = LazyLock::new(|| serde_json::to_string(&*PUBLISHED).unwrap());

fn published() -> Value {
    serde_json::to_value(*PUBLISHED).unwrap()
}

/// What is said of a document.
fn refusal(json: &[u8]) -> String {
    read_published(json).unwrap_err().to_string()
}

/// What is said of the dataset with another value at a place.
fn refusal_with(pointer: &str, value: Value) -> String {
    let mut dataset = published();
    *dataset.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    refusal(dataset.to_string().as_bytes())
}

#[test]
fn the_published_dataset_comes_back_as_it_was() {
    let read = read_published(TEXT.as_bytes()).unwrap();
    assert_eq!(read, *PUBLISHED);
    let unpacked: Published = from_packed(to_packed(&read).leak());
    assert_eq!(unpacked, *PUBLISHED);
}

#[test]
fn what_may_be_left_out_may_be_left_out() {
    let mut dataset = published();
    dataset["$schema"] = json!("dataset.schema.json");
    dataset["instruments"][0].as_object_mut().unwrap().remove("note");
    let bytes = [b"\xef\xbb\xbf".as_slice(), dataset.to_string().as_bytes()].concat();
    assert_eq!(read_published(&bytes).unwrap().dataset.instruments[0].note, None);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let wrong = [
        ("/version", json!(1), "$.version: must be a text, not a number"),
        (
            "/date",
            json!("24 November 2026"),
            "$.date: “24 November 2026” is no date; write 2015, 2015-09 or 2015-09-11",
        ),
        ("/shown_first/0", json!("none"), "$.shown_first[0]: “none” is the id of nothing here"),
        ("/shown_first", json!([]), "$.shown_first: names no instrument"),
        ("/instruments", json!({}), "$.instruments: must be a list, not an object"),
        ("/instruments/1", json!([]), "$.instruments[1]: must be an object, not a list"),
        (
            "/instruments/0/kind",
            json!("treatie"),
            "$.instruments[0].kind: “treatie” is unknown; did you mean “treaty”?",
        ),
        (
            "/instruments/0/binding",
            json!(false),
            "$.instruments[0].binding: a treaty or protocol binds, an action plan or declaration does not",
        ),
        ("/instruments/0/name", json!(""), "$.instruments[0].name: is empty"),
        ("/instruments/0/name", json!("a\u{1f}b"), "$.instruments[0].name: holds a control character"),
        ("/instruments/0/name", json!("a".repeat(4_001)), "$.instruments[0].name: is longer than 4000 characters"),
        ("/instruments/0/id", json!("A B"), "$.instruments[0].id: “A B” has other signs than a–z, 0–9 and -"),
        (
            "/instruments/0/provisions/0/topics",
            json!([]),
            "$.instruments[0].provisions[0].topics: names no topic; a provision stands in at least one row",
        ),
        (
            "/instruments/0/provisions/0/topics/0",
            json!("weather"),
            "$.instruments[0].provisions[0].topics[0]: “weather” is the id of nothing here",
        ),
        (
            "/instruments/0/provisions/0/source",
            json!("javascript:alert(1)"),
            "$.instruments[0].provisions[0].source: “javascript:alert(1)” is no web address; write https://… in full",
        ),
        ("/instruments/0/silences/0/topic", json!("weather"), "$.instruments[0].silences[0].topic: no topic “weather”"),
        ("/groups/0/topics/0/core", json!("yes"), "$.groups[0].topics[0].core: must be true or false, not a text"),
        (
            "/glossary/0/provisions",
            json!(["crpd/none"]),
            "$.glossary[0].provisions[0]: no provision “crpd/none”; write instrument/provision, both by id",
        ),
    ];
    for (pointer, value, said) in wrong {
        let told = refusal_with(pointer, value);
        assert!(told.starts_with(said), "{pointer}: {told}");
    }
}

#[test]
fn unknown_missing_and_double_fields_are_told() {
    assert_eq!(
        refusal_with("/groups/0/topics/0/also", Value::Null),
        "$.groups[0].topics[0].also: must be a list, not null"
    );
    let mut dataset = published();
    dataset["organisations"][0]["adress"] = json!("x");
    assert!(refusal(dataset.to_string().as_bytes()).starts_with("$.organisations[0]: “adress” is unknown; "));
    let twice = TEXT.replacen("{\"version\":", "{\"version\":\"0\",\"version\":", 1);
    assert_eq!(refusal(twice.as_bytes()), "$: “version” stands twice");
    assert!(refusal(b"{}").starts_with("$.version: is missing; $.date: is missing; "));
}

#[test]
fn no_more_is_told_than_can_be_read() {
    let texts = vec![json!(["x".repeat(100_000)]); 70];
    let told = refusal_with("/shown_first", json!(texts));
    assert!(told.ends_with("$.shown_first[9]: must be a text, not a list; and there may be more"), "{told}");
    let key = format!("{{\"{}\": 1}}", "k".repeat(1_000_000));
    assert!(refusal(key.as_bytes()).len() < 4_000);
}

#[test]
fn what_is_too_much_is_refused() {
    let large = vec![b' '; MOST_BYTES + 1];
    assert!(matches!(read_published(&large), Err(Refused::TooLarge)));
    for deep in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        assert!(refusal(deep.as_bytes()).contains("recursion limit exceeded"), "{}", refusal(deep.as_bytes()));
    }
    let topic = |at: usize| json!({ "id": format!("t{at}"), "title": "T", "also": [], "core": true });
    let rows: Vec<_> = (0..100_000).map(topic).collect();
    let told = refusal_with("/groups/0/topics", json!(rows));
    assert!(told.starts_with("$.groups: holds 100"), "{told}");
    let topics: Vec<_> = PUBLISHED.dataset.topics().map(|topic| topic.id).collect();
    let all = topics.repeat(2);
    assert!(all.len() > 64);
    let told = refusal_with("/instruments/0/provisions/0/topics", json!(all));
    assert!(told.starts_with("$.instruments[0].provisions[0].topics: names more than 64 topics"), "{told}");
}

/// Every place in a document.
fn places(json: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match json {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(item, json)| places(json, &format!("{at}/{item}"), all));
        }
        Value::Object(object) => object.iter().for_each(|(key, json)| places(json, &format!("{at}/{key}"), all)),
        _ => {}
    }
}

static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = Vec::new();
    places(&published(), "", &mut all);
    all
});

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 20, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::hash_map(any::<String>(), inner, 0..5)
                .prop_map(|object| Value::Object(object.into_iter().collect())),
        ]
    })
}

/// What is taken for a dataset is one: it comes back from its JSON, and from its packed text.
fn holds(published: Published) {
    let again = serde_json::to_vec(&published).unwrap();
    assert_eq!(read_published(&again).unwrap(), published);
    assert_eq!(from_packed::<Published>(to_packed(&published).leak()), published);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_value_anywhere_is_refused_or_a_dataset(place in any::<Index>(), value in any_json()) {
        let mut dataset = published();
        let place: &String = place.get(PLACES.as_slice());
        *dataset.pointer_mut(place).unwrap() = value;
        if let Ok(published) = read_published(dataset.to_string().as_bytes()) {
            holds(published);
        }
    }

    #[test]
    fn another_byte_anywhere_is_refused_or_a_dataset(at in any::<Index>(), byte in any::<u8>()) {
        let mut bytes = TEXT.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(published) = read_published(&bytes) {
            holds(published);
        }
    }

    #[test]
    fn a_part_of_it_is_refused(end in any::<Index>()) {
        prop_assert!(read_published(&TEXT.as_bytes()[..end.index(TEXT.len())]).is_err());
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read_published(&bytes).is_err());
    }
}
