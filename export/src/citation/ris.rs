//! RIS: a line for each value, under a tag of two letters.

use super::{Citation, Date, Kind, TreatySeries};

/// Readers tell the end of a line by both characters.
const END_OF_LINE: &str = "\r\n";

/// One record, from its type to its end.
pub(super) fn write(citation: &Citation) -> String {
    let issued = citation.issued.as_ref();
    let (pages, unts) = (citation.pages.as_ref(), citation.unts());
    let first = [
        ("TY", Some(reference_type(citation.kind).to_owned())),
        ("ID", Some(citation.key.clone())),
        ("AU", citation.author.clone()),
        ("TI", Some(citation.cited_title())),
        ("ST", citation.cited_short_title()),
        ("M3", citation.genre.clone()),
        ("PY", issued.map(|date| year(date.year))),
        ("DA", issued.map(day)),
        ("CY", citation.place.clone()),
        ("PB", citation.venue.clone()),
        ("T2", unts.map(|_| TreatySeries::NAME.to_owned())),
        ("VL", unts.map(|place| place.volume.clone())),
        ("SP", unts.map(|place| place.page.clone()).or_else(|| pages.map(|pages| pages.from.clone()))),
        ("EP", pages.map(|pages| pages.until.clone())),
        ("SE", citation.pinpoint.clone()),
        ("LA", citation.language.clone()),
        ("DO", citation.doi.clone()),
        ("UR", citation.address.clone()),
        ("Y2", citation.accessed.as_ref().map(day)),
    ];
    let notes = citation.sentences().map(|sentence| ("N1", Some(sentence.to_owned())));
    let lines = first.into_iter().chain(notes).chain([("ER", Some(String::new()))]);
    lines.filter_map(|(tag, value)| Some([tag, "  - ", &value?, END_OF_LINE].concat())).collect()
}

/// RIS has no type for treaties; reference managers keep a statute's section and its place in a series.
fn reference_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Treaty => "STAT",
        Kind::Plan | Kind::Publication => "RPRT",
    }
}

/// Year, month, day and what else is said of it, each of which may be empty.
fn day(date: &Date) -> String {
    let two_digits = |number: Option<u16>| number.map_or_else(String::new, |number| format!("{number:02}"));
    [year(date.year), two_digits(date.month), two_digits(date.day), String::new()].join("/")
}

fn year(year: u16) -> String {
    format!("{year:04}")
}
