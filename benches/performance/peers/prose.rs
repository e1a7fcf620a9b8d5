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

/// Numbers without a pattern that shows (Knuth's MMIX generator).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}
