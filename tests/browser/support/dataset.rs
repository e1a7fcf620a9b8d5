//! Datasets in the published form, for `src`.

use serde_json::{Value, json};

/// A dataset of so many topics, on each of which two instruments speak.
pub fn dataset(topics: usize) -> Value {
    let ids = || (0..topics).map(|at| format!("topic-{at}"));
    let provision = |id: String| {
        json!({
            "id": format!("on-{id}"), "pinpoint": format!("Art. {}", &id[6..]), "topics": [id], "force": "obligation",
            "verb": "shall", "duty_bearer": "every-party", "duty_bearer_words": "Each party", "words": null,
            "words_lang": null, "summary": format!("Each party helps with {id}."), "basis": "whole-text",
            "basis_words": "Read whole", "source": "https://example.org/text", "checked": "2026-11-01", "note": null,
        })
    };
    let instrument = |id: &str| {
        json!({
            "id": id, "name": id.to_uppercase(), "short_title": "A treaty", "full_title": "A treaty on help",
            "also_known_as": [], "search_names": [], "kind": "treaty", "binding": true, "further_facts": [],
            "provisions": ids().map(provision).collect::<Vec<_>>(), "silences": [],
        })
    };
    let topic = |id: String| json!({ "id": id, "title": format!("About {id}"), "also": [], "core": true });
    json!({
        "version": "0.1.0", "date": "2026-11-02", "shown_first": ["one", "two"],
        "instruments": [instrument("one"), instrument("two")],
        "groups": [{ "id": "all", "title": "All", "topics": ids().map(topic).collect::<Vec<_>>() }],
        "abbreviations": [], "organisations": [], "publications": [], "glossary": [], "background": [],
    })
}
