//! Readers of the styles: crates that others read with, and for RIS, of which they keep only a part, a strict one.

use biblatex::{Bibliography, ChunksExt};
use biblib::{CitationParser, RisParser};
use serde::Deserialize;

use crate::cited::{Notes, Work};

/// What stands under a tag of two letters, line by line; anything else on a line fails.
pub fn read_ris(text: &str) -> Vec<Work> {
    let lines = text.strip_suffix("\r\n").unwrap().split("\r\n").map(|line| {
        assert!(!line.contains(['\n', '\r']), "{line}");
        let (tag, value) = line.split_once("  - ").unwrap();
        assert!(tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()), "{line}");
        (tag, value)
    });
    let lines: Vec<_> = lines.collect();
    assert!(lines.last().is_some_and(|line| *line == ("ER", "")), "{text}");
    lines.split(|line| *line == ("ER", "")).filter(|record| !record.is_empty()).map(ris_work).collect()
}

fn ris_work(record: &[(&str, &str)]) -> Work {
    let all = |name: &str| record.iter().filter(|(tag, _)| *tag == name).map(|(_, value)| *value).collect::<Vec<_>>();
    let one = |name: &str| {
        assert!(all(name).len() < 2, "{record:?}");
        all(name).first().map(|value| (*value).to_owned())
    };
    let day = |name: &str| {
        let value = one(name)?;
        let parts: Vec<_> = value.split('/').collect();
        assert_eq!(parts.len(), 4, "{value}");
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"))
    };
    assert_eq!(record[0].0, "TY");
    assert_eq!(record[0].1, if is_treaty(one("M3").as_deref()) { "STAT" } else { "RPRT" });
    assert_eq!(one("PY"), day("DA").map(|date| date[..4].to_owned()));
    let title = one("TI").unwrap();
    assert!(one("SE").is_none_or(|pinpoint| title.ends_with(&pinpoint)), "{title}");
    let series = one("T2").map(|name| [one("VL").unwrap(), name, one("SP").unwrap()].join(" "));
    Work {
        key: one("ID").unwrap(),
        title,
        short_title: one("ST"),
        author: one("AU"),
        genre: one("M3"),
        date: day("DA"),
        place: one("CY"),
        venue: one("PB").or(series),
        pages: one("EP").map(|until| [one("SP").unwrap(), until].join("-")),
        doi: one("DO"),
        language: one("LA"),
        address: one("UR"),
        accessed: day("Y2"),
        notes: Notes(all("N1").join(" ")),
    }
}

/// As `biblib` reads it: it takes authors apart, knows no day of access and keeps one title.
pub fn read_ris_leniently(text: &str) -> Vec<Work> {
    let read = RisParser::new().parse(text).unwrap();
    read.into_iter()
        .map(|citation| {
            let more = |name: &str| citation.extra_fields.get(name).map(|values| values.join(" "));
            let date = citation.date.clone().map(|date| {
                let parts = [Some(format!("{:04}", date.year)), date.month.map(two_digits), date.day.map(two_digits)];
                parts.into_iter().flatten().collect::<Vec<_>>().join("-")
            });
            Work {
                key: more("ID").unwrap(),
                title: citation.title.clone(),
                genre: citation.citation_type.get(1).cloned(),
                date,
                place: more("CY"),
                doi: citation.doi.clone(),
                language: citation.language.clone(),
                address: citation.urls.first().cloned(),
                notes: Notes(more("N1").unwrap()),
                ..Work::default()
            }
        })
        .collect()
}

fn is_treaty(genre: Option<&str>) -> bool {
    matches!(genre, Some("treaty" | "protocol"))
}

fn two_digits(number: u8) -> String {
    format!("{number:02}")
}

/// As `biblatex` reads it, which is what typst does.
pub fn read_bibtex(text: &str) -> Vec<Work> {
    Bibliography::parse(text).unwrap_or_else(|error| panic!("{error:?} in {text}")).iter().map(bibtex_work).collect()
}

fn bibtex_work(entry: &biblatex::Entry) -> Work {
    let get = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
    let date = match (get("year"), get("month"), get("day")) {
        (None, None, None) => None,
        (year, month, day) => {
            let month = month.map(|month| match month.parse::<u8>() {
                Ok(number) => two_digits(number),
                Err(_) => two_digits(month_number(&month)),
            });
            let day = day.map(|day| two_digits(day.parse().unwrap()));
            Some([year, month, day].into_iter().flatten().collect::<Vec<_>>().join("-"))
        }
    };
    assert_eq!(entry.entry_type.to_string(), "misc");
    Work {
        key: entry.key.clone(),
        title: get("title").unwrap(),
        short_title: get("shorttitle"),
        author: get("author"),
        genre: get("type"),
        date,
        place: get("address"),
        venue: get("howpublished"),
        // The reader sets hyphens as a dash, even in an address, where `biber` and LaTeX do not.
        pages: get("pages").map(|pages| pages.replace('–', "-")),
        doi: get("doi"),
        language: get("language"),
        address: get("url").map(|address| address.replace('—', "---").replace('–', "--")),
        accessed: get("urldate"),
        notes: Notes([get("note"), get("annote")].into_iter().flatten().collect::<Vec<_>>().join(" ")),
    }
}

fn month_number(name: &str) -> u8 {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let place = MONTHS.iter().position(|month| name.to_lowercase().starts_with(month)).unwrap();
    u8::try_from(place + 1).unwrap()
}

/// The names in the author field of one entry, each with what of it was taken for a given name or a prefix.
pub fn bibtex_names(text: &str) -> Vec<(String, String)> {
    let bibliography = Bibliography::parse(text).unwrap();
    let names = bibliography.iter().next().unwrap().author().unwrap();
    names.into_iter().map(|person| (person.name, person.given_name + &person.prefix)).collect()
}

/// What CSL 1.0.2 knows of an item, as far as it is used here; anything else fails.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Item {
    id: String,
    r#type: ItemType,
    title: String,
    title_short: Option<String>,
    genre: Option<String>,
    author: Option<[Name; 1]>,
    issued: Option<Dates>,
    event_place: Option<String>,
    publisher: Option<String>,
    container_title: Option<String>,
    volume: Option<String>,
    page: Option<String>,
    section: Option<String>,
    language: Option<String>,
    #[serde(rename = "DOI")]
    doi: Option<String>,
    #[serde(rename = "URL")]
    url: Option<String>,
    accessed: Option<Dates>,
    note: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum ItemType {
    Treaty,
    Report,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    literal: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Dates {
    date_parts: [Vec<u16>; 1],
}

impl Dates {
    fn iso(&self) -> String {
        let parts = self.date_parts[0].iter().enumerate();
        parts
            .map(|(at, part)| if at == 0 { format!("{part:04}") } else { format!("{part:02}") })
            .collect::<Vec<_>>()
            .join("-")
    }
}

/// As the schema of CSL has it.
pub fn read_csl(text: &str) -> Vec<Work> {
    serde_json::from_str::<Vec<Item>>(text).unwrap().into_iter().map(csl_work).collect()
}

fn csl_work(item: Item) -> Work {
    let is_treaty = is_treaty(item.genre.as_deref());
    assert_eq!(item.r#type, if is_treaty { ItemType::Treaty } else { ItemType::Report });
    assert!(item.section.is_none_or(|pinpoint| item.title.ends_with(&pinpoint)), "{}", item.title);
    let (series, pages) = match (item.container_title, item.volume, item.page) {
        (Some(name), Some(volume), Some(page)) => (Some([volume, name, page].join(" ")), None),
        (None, None, page) => (None, page),
        other => panic!("{other:?}"),
    };
    Work {
        key: item.id,
        title: item.title,
        short_title: item.title_short,
        author: item.author.map(|[name]| name.literal),
        genre: item.genre,
        date: item.issued.map(|date| date.iso()),
        place: item.event_place,
        venue: item.publisher.or(series),
        pages,
        doi: item.doi,
        language: item.language,
        address: item.url,
        accessed: item.accessed.map(|date| date.iso()),
        notes: Notes(item.note),
    }
}
