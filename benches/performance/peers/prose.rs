//! The rows of the comparison: the same in every run.

use std::ops::Range;

use serde_json::{Value, json};

const COLUMNS: usize = 8;
/// In about one cell of a hundred, so that a search for it narrows to some rows.
pub const RARE: &str = "rehabilitation";
const WORDS: &str = "shall assist each party victims provide care including for medical support social and \
    economic inclusion survivors of mines in accordance with applicable humanitarian law human rights take all \
    feasible measures age gender sensitive data collect states their families communities affected access services \
    national plan budget implement consult organisations prosthetics psychological employment education international \
    cooperation resources within its jurisdiction or control";

/// Columns and rows of texts; the first column is shorter, as titles of rows are.
pub fn rows(count: usize) -> Value {
    let words: Vec<_> = WORDS.split_whitespace().collect();
    let word = |random: &mut Random| words.get(random.below(words.len())).copied().unwrap_or_default();
    let mut random = Random(1);
    let mut cell = |of: Range<usize>| {
        let length = of.start + random.below(of.len());
        let mut cell: Vec<_> = (0..length).map(|_| word(&mut random)).collect();
        if random.below(100) == 0 {
            cell.push(RARE);
        }
        cell.join(" ")
    };
    let rows = (0..count).map(|_| {
        let first = cell(3..7);
        [first].into_iter().chain((1..COLUMNS).map(|_| cell(8..25))).collect::<Vec<_>>()
    });
    json!({
        "columns": (1..=COLUMNS).map(|column| format!("Instrument {column}")).collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
    })
}

/// The same as a dataset: a topic a row, and an instrument for each column but the first.
pub fn dataset(count: usize) -> Value {
    let table = rows(count);
    let list = |name: &str| table.get(name).and_then(Value::as_array).into_iter().flatten();
    let rows: Vec<&Vec<Value>> = list("rows").filter_map(Value::as_array).collect();
    let topic = |(at, row): (usize, &&Vec<Value>)| json!({ "id": format!("topic-{at}"), "title": row.first(), "also": [], "core": true });
    let instrument = |(column, name): (usize, &Value)| {
        let provision = |(at, row): (usize, &&Vec<Value>)| {
            json!({
                "id": format!("on-{at}"), "pinpoint": format!("Art. {}", at + 1), "topics": [format!("topic-{at}")],
                "force": "obligation", "verb": "shall", "duty_bearer": "every-party",
                "duty_bearer_words": "each party", "summary": row.get(column), "basis": "whole-text",
                "basis_words": "read whole", "source": "https://example.org/text", "checked": "2026-11-01",
            })
        };
        json!({
            "id": format!("instrument-{}", column + 1), "name": name,
            "short_title": name, "full_title": name, "also_known_as": [],
            "search_names": [], "kind": "treaty", "binding": true, "further_facts": [], "silences": [],
            "provisions": rows.iter().enumerate().map(provision).collect::<Vec<_>>(),
        })
    };
    let instruments: Vec<_> = list("columns").enumerate().skip(1).map(instrument).collect();
    json!({
        "version": "0.1.0", "date": "2026-11-01",
        "shown_first": instruments.iter().filter_map(|instrument| instrument.get("id")).collect::<Vec<_>>(),
        "groups": [{ "id": "all", "title": "All", "topics": rows.iter().enumerate().map(topic).collect::<Vec<_>>() }],
        "instruments": instruments,
        "abbreviations": [], "organisations": [], "publications": [], "glossary": [], "background": [],
    })
}

/// Numbers without a pattern that shows (Knuth's MMIX generator).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}
