//! What is cited, read back by readers of each style, and compared with the dataset.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod cited;
mod golden;
mod hostile;
mod readers;
mod rendered;

use std::{collections::BTreeSet, fs, path::Path};

use cited::{ADDRESS, everything};
use readers::{bibtex_names, read_bibtex, read_csl, read_ris, read_ris_leniently};
use vat_export::citation::Style;

#[test]
fn reference_managers_read_what_was_written() {
    for cited in everything() {
        let (citation, expected) = (cited.citation(), cited.expected());
        let write = |style: Style| style.write(std::slice::from_ref(&citation));
        for read in [read_ris(&write(Style::Ris)), read_bibtex(&write(Style::BibTeX)), read_csl(&write(Style::CslJson))]
        {
            assert_eq!(read, std::slice::from_ref(&expected));
        }
        let lenient = &read_ris_leniently(&write(Style::Ris))[0];
        assert_eq!((&lenient.key, &lenient.title), (&expected.key, &expected.title));
        assert_eq!((&lenient.date, &lenient.doi), (&expected.date, &expected.doi));
        assert_eq!((&lenient.address, &lenient.language), (&expected.address, &expected.language));
        assert_eq!((&lenient.genre, &lenient.place), (&expected.genre, &expected.place));
    }
}

#[test]
fn a_file_of_all_citations_holds_each_once() {
    let (citations, expected): (Vec<_>, Vec<_>) =
        everything().map(|cited| (cited.citation(), cited.expected())).unzip();
    let keys: BTreeSet<_> = expected.iter().map(|work| &work.key).collect();
    assert_eq!(keys.len(), expected.len(), "two works have one key");
    assert_eq!(read_ris(&Style::Ris.write(&citations)), expected);
    assert_eq!(read_bibtex(&Style::BibTeX.write(&citations)), expected);
    assert_eq!(read_csl(&Style::CslJson.write(&citations)), expected);
    let plain = Style::Plain.write(&citations);
    assert_eq!(plain.split("\n\n").count(), expected.len());
}

#[test]
fn every_style_says_what_the_reader_must_see() {
    for cited in everything() {
        let (citation, expected) = (cited.citation(), cited.expected());
        let write = |style: Style| style.write(std::slice::from_ref(&citation));
        let notes = [
            write(Style::Plain),
            read_ris(&write(Style::Ris))[0].notes(),
            read_ris_leniently(&write(Style::Ris))[0].notes(),
            read_bibtex(&write(Style::BibTeX))[0].notes(),
            read_csl(&write(Style::CslJson))[0].notes(),
        ];
        for notes in notes {
            for text in cited.must_be_seen() {
                assert!(notes.contains(&text), "{}: {text} is not in {notes}", expected.key);
            }
        }
    }
}

#[test]
fn the_plain_style_says_it_on_one_line_and_the_rest_on_the_next() {
    for cited in everything() {
        let (citation, expected) = (cited.citation(), cited.expected());
        let text = Style::Plain.write(&[citation]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(text.ends_with('\n'));
        let short_title = cited.instrument().map(|instrument| instrument.short_title.to_owned());
        let parts = [Some(cited.title()), cited.pinpoint(), short_title, expected.author, expected.doi];
        for part in parts.into_iter().flatten() {
            assert!(lines[0].contains(&part), "{part} is not in {}", lines[0]);
        }
        let address =
            expected.address.map_or_else(String::new, |address| format!(" <{address}> accessed 24 November 2026"));
        assert!(lines[0].ends_with(&address), "{}", lines[0]);
    }
}

#[test]
fn a_place_in_the_treaty_series_is_cited_as_lawyers_do() {
    for cited in everything().filter(|cited| cited.instrument().is_some()) {
        if let Some(place) = cited.expected().venue {
            assert!(Style::Plain.write(&[cited.citation()]).contains(&format!(") {place}")), "{place}");
        }
    }
}

#[test]
fn no_name_is_taken_apart() {
    for cited in everything() {
        let Some(author) = cited.expected().author else { continue };
        let text = Style::BibTeX.write(&[cited.citation()]);
        assert_eq!(bibtex_names(&text), [(author, String::new())]);
    }
}

#[test]
fn without_an_address_the_edition_is_named_all_the_same() {
    for cited in everything() {
        for style in Style::ALL {
            let text = style.write(&[cited.citation_at(None)]);
            assert!(text.contains("dataset ") && !text.contains(ADDRESS), "{text}");
            let text = style.write(&[cited.citation_at(Some("javascript:alert(1)"))]);
            assert!(!text.contains("javascript"), "{text}");
        }
    }
}

#[test]
fn a_day_that_is_no_day_is_left_out() {
    let cited = everything().find(|cited| cited.expected().accessed.is_some()).unwrap();
    for style in Style::ALL {
        for day in ["", "today", "2026-13-01", "2026-11-24-01", "26-11-24", "2026-11-24T10:00"] {
            let text = style.write(&[cited.citation_on(day)]);
            assert!(!text.contains("accessed") && !text.contains("Y2  - ") && !text.contains("urldate"), "{text}");
        }
    }
}

#[test]
fn styles_differ_in_name_and_kind_of_file() {
    for of in [Style::id, Style::extension, Style::media_type] {
        assert_eq!(Style::ALL.into_iter().map(of).collect::<BTreeSet<_>>().len(), Style::ALL.len());
    }
}

#[test]
fn it_knows_no_browser_and_no_yew() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/citation");
    for file in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        let names: BTreeSet<_> = source.split(|char: char| !char.is_alphanumeric() && char != '_').collect();
        for name in ["yew", "web_sys", "js_sys", "wasm_bindgen"] {
            assert!(!names.contains(name), "{name}");
        }
    }
}
