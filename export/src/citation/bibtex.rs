//! BibTeX, in the fields that both BibTeX and biblatex read.
//!
//! Written by hand: the writers of the crates escape by a backslash, which in LaTeX is a line break before a backslash
//! and an accent before `~` and `^`, and does not keep BibTeX from counting a brace.

use super::{Citation, Series};

/// One entry, with a line break at its end.
pub(super) fn write(citation: &Citation) -> String {
    let issued = citation.issued.as_ref();
    let reference = citation.series.as_ref().map(Series::reference).or_else(|| citation.venue.clone());
    let month = issued.and_then(|date| date.month_name()).and_then(|name| name.get(..3));
    let fields = [
        // Twice in braces: a name is not taken apart, and a title keeps its capitals.
        ("author", citation.author.as_deref().map(in_two_braces)),
        ("title", Some(in_two_braces(&citation.cited_title()))),
        ("shorttitle", citation.cited_short_title().as_deref().map(in_two_braces)),
        ("type", text(citation.genre.as_deref())),
        ("year", issued.map(|date| verbatim(&format!("{:04}", date.year)))),
        // A name that every style defines, in the language of the document.
        ("month", month.map(str::to_ascii_lowercase)),
        ("day", issued.and_then(|date| date.day).map(|day| verbatim(&day.to_string()))),
        ("address", text(citation.place.as_deref())),
        ("howpublished", text(reference.as_deref())),
        ("pages", citation.pages.as_ref().map(|pages| verbatim(&[&*pages.from, &*pages.until].join("--")))),
        ("language", text(citation.language.as_deref())),
        ("doi", citation.doi.as_deref().map(verbatim)),
        ("url", citation.address.as_deref().map(verbatim)),
        ("urldate", citation.accessed.as_ref().map(|date| verbatim(&date.iso))),
        ("note", text(sentences(&citation.details).as_deref())),
        ("annote", text(sentences(&citation.remarks).as_deref())),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(["  ", name, " = ", &value?, ",\n"].concat()));
    // Neither BibTeX nor the usual styles of biblatex know treaties, and a report would need an institution.
    [&["@misc{", &*citation.key, ",\n"].concat(), &*fields.collect::<String>(), "}\n"].concat()
}

fn sentences(sentences: &[String]) -> Option<String> {
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// Of numbers, dates, addresses and identifiers, which hold nothing to escape that would be escaped there.
fn verbatim(value: &str) -> String {
    ["{", value, "}"].concat()
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(|text| verbatim(&escaped(text)))
}

fn in_two_braces(text: &str) -> String {
    verbatim(&verbatim(&escaped(text)))
}

/// What LaTeX sets as `text`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    for char in text.chars() {
        match char {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', char]),
            // Two of them would be set as one dash or quotation mark.
            '-' | '\'' | ',' if before == Some(char) => escaped.extend(['{', '}', char]),
            _ => escaped.push(char),
        }
        before = Some(char);
    }
    escaped
}
