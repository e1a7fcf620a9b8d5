//! A dozen citations in every style. `UPDATE_GOLDEN=1 cargo test -p vat-export --test citations` rewrites them.

use std::{env, fs, path::Path};

use vat_export::citation::Style;

use crate::cited::find;

/// Treaties with all, some and no facts of registration; a plan and a declaration; provisions that were read whole, in
/// part, in French and in a digest; a journal, a brochure and a text that was only heard.
const KEYS: [&str; 12] = [
    "cluster-munitions",
    "protocol-v",
    "crpd",
    "amended-protocol-ii",
    "lausanne",
    "ewipa",
    "cluster-munitions-art-5-1-first-assistance",
    "protocol-v-plan-action-1-services",
    "nairobi-six-elements",
    "docherty-2009",
    "assisting-survivors",
    "survivors-declaration",
];

#[test]
fn a_dozen_citations_are_written_as_they_were() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/citations.txt");
    let written = Style::ALL.map(|style| {
        let citations = KEYS.map(|key| find(key).citation());
        format!("===== {} =====\n{}\n", style.id(), style.write(&citations).replace('\r', ""))
    });
    let written = written.concat();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, written).unwrap();
        return;
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    let line = kept.lines().zip(written.lines()).position(|(kept, now)| kept != now);
    assert!(
        kept == written,
        "differs from line {:?}; if that is right, run UPDATE_GOLDEN=1 cargo test",
        line.map(|line| line + 1)
    );
}
