//! CSL-JSON.

use serde_json::Value;

use super::{Citation, Date, Kind, TreatySeries};

/// A list, as processors take it even for one.
pub(super) fn write(citations: &[Citation]) -> String {
    let items: Value = citations.iter().map(item).collect();
    format!("{items:#}\n")
}

fn item(citation: &Citation) -> Value {
    let unts = citation.unts();
    let pages = citation.pages.as_ref().map(|pages| [&*pages.from, &*pages.until].join("-"));
    let note = citation.sentences().collect::<Vec<_>>().join(" ");
    let texts = [
        ("id", Some(citation.key.clone())),
        ("type", Some(item_type(citation.kind).to_owned())),
        ("genre", citation.genre.clone()),
        ("title", Some(citation.cited_title())),
        ("title-short", citation.cited_short_title()),
        ("event-place", citation.place.clone()),
        ("publisher", citation.venue.clone()),
        ("container-title", unts.map(|_| TreatySeries::NAME.to_owned())),
        ("volume", unts.map(|place| place.volume.clone())),
        ("page", unts.map(|place| place.page.clone()).or(pages)),
        ("section", citation.pinpoint.clone()),
        ("language", citation.language.clone()),
        ("DOI", citation.doi.clone()),
        ("URL", citation.address.clone()),
        ("note", Some(note)),
    ];
    let texts = texts.into_iter().filter_map(|(name, text)| Some((name, Value::from(text?))));
    let others = [
        ("author", citation.author.as_deref().map(names)),
        ("issued", citation.issued.as_ref().map(date)),
        ("accessed", citation.accessed.as_ref().map(date)),
    ];
    let others = others.into_iter().filter_map(|(name, value)| Some((name, value?)));
    texts.chain(others).collect()
}

/// A publication is a report and no document, which says less: of documents with neither a publisher nor an address,
/// Chicago prints nothing.
fn item_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Treaty => "treaty",
        Kind::Plan | Kind::Publication => "report",
    }
}

/// One name that is not taken apart.
fn names(name: &str) -> Value {
    [object("literal", name.into())].into_iter().collect()
}

fn date(date: &Date) -> Value {
    let parts: Value = [Some(date.year), date.month, date.day].into_iter().flatten().collect();
    object("date-parts", [parts].into_iter().collect())
}

fn object(name: &str, value: Value) -> Value {
    [(name, value)].into_iter().collect()
}
