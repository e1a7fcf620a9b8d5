//! A text for a footnote.

use victim_assistance_table::locale::fill;

use super::{Citation, Kind, Series};

/// The citation, then on a line of its own what the reader must see with it.
pub(super) fn write(citation: &Citation) -> String {
    [cited(citation), citation.remarks.join(" "), String::new()].join("\n")
}

/// As OSCOLA has it: `Title (adopted …, entered into force …) 2688 UNTS 39 (Short title), Art. 5(1) <address> accessed …`.
fn cited(citation: &Citation) -> String {
    let title = match &citation.author {
        Some(author) => citation.part(author, &citation.title),
        None => citation.title.clone(),
    };
    let reference = citation.series.as_ref().map(Series::reference).or_else(|| citation.venue.clone());
    let work = match (dates(citation), reference) {
        (None, Some(reference)) => citation.part(&title, &reference),
        (dates, reference) => spaced([Some(title), dates, reference]),
    };
    let work = spaced([Some(work), citation.short_title.as_deref().map(in_parentheses)]);
    let pages = citation.pages.as_ref().map(|pages| [&*pages.from, &*pages.until].join("-"));
    let doi = citation.doi.as_deref().map(|doi| ["doi:", doi].concat());
    let cited =
        [citation.pinpoint.clone(), pages, doi].iter().flatten().fold(work, |whole, part| citation.part(&whole, part));
    let accessed = citation.accessed.as_ref();
    let accessed = accessed.map(|day| fill(citation.words.cite_accessed, &[("date", &day.words)]));
    spaced([Some(cited), citation.address.as_deref().map(|address| ["<", address, ">"].concat()), accessed])
}

/// When an instrument was adopted and entered into force; the year of a publication.
fn dates(citation: &Citation) -> Option<String> {
    let issued = citation.issued.as_ref().map(|date| &*date.words);
    if citation.kind == Kind::Publication {
        return issued.map(in_parentheses);
    }
    let adopted = issued.map(|date| fill(citation.words.cite_adopted, &[("date", date)]));
    let in_force = citation.in_force.as_deref();
    let in_force = in_force.map(|date| fill(citation.words.cite_entered_into_force, &[("date", date)]));
    let dates = match (adopted, in_force) {
        (Some(adopted), Some(in_force)) => citation.part(&adopted, &in_force),
        (adopted, in_force) => adopted.or(in_force)?,
    };
    Some(in_parentheses(&dates))
}

fn in_parentheses(text: &str) -> String {
    ["(", text, ")"].concat()
}

fn spaced<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
