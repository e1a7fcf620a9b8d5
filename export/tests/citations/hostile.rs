//! Texts with marks of every style, as a dataset might hold them: they are texts in every style.

use proptest::prelude::*;
use vat_export::citation::Style;
use victim_assistance_table::dataset::{DATASET, Fact, Instrument, Provision, Publication, REFERENCE};

use crate::{
    cited::{Cited, one_line},
    readers::{read_bibtex, read_csl, read_ris, read_ris_leniently},
};

const MARKS: [&str; 24] = [
    "{",
    "}",
    "\\",
    "\"",
    "%",
    "@",
    "#",
    "$",
    "&",
    "_",
    "~",
    "^",
    "--",
    "''",
    "``",
    "<b>",
    "\n",
    "\r\nER  - \r\nTY  - JOUR",
    "\u{2028}",
    "\u{200f}",
    "\u{202e}",
    "👩‍🦽",
    "@misc{x,",
    " and ",
];

fn text() -> impl Strategy<Value = &'static str> {
    let part = prop_oneof![
        prop::sample::select(&MARKS[..]).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[a-z]{1,4}"
    ];
    prop::collection::vec(part, 1..8)
        .prop_map(|parts| parts.concat())
        // A dataset has no empty text.
        .prop_filter("has something to read", |text| one_line(text).chars().any(char::is_alphanumeric))
        .prop_map(|text| &*text.leak())
}

fn fact(text: &'static str, date: Option<&'static str>, note: &'static str) -> Option<Fact> {
    Some(Fact { text, date, sources: &[], note: Some(note) })
}

fn instrument() -> impl Strategy<Value = Instrument> {
    let texts = (text(), text(), text(), text());
    (texts, prop::sample::select(DATASET.instruments)).prop_map(|((title, short, said, note), real)| Instrument {
        full_title: title,
        short_title: short,
        adopted: fact(said, Some("2008-05-30"), note),
        entry_into_force: fact(said, Some("2010-08"), note),
        registration: None,
        ..real
    })
}

fn provision() -> impl Strategy<Value = Provision> {
    let texts = (text(), text(), text(), text());
    let real = DATASET.instruments.iter().flat_map(|instrument| instrument.provisions).copied().collect::<Vec<_>>();
    (texts, prop::sample::select(real)).prop_map(|((pinpoint, basis, source, note), real)| Provision {
        pinpoint,
        basis_words: basis,
        source,
        note: Some(note),
        ..real
    })
}

fn publication() -> impl Strategy<Value = Publication> {
    let texts = (text(), text(), text(), text(), text());
    (texts, prop::sample::select(REFERENCE.publications)).prop_map(|((title, author, venue, source, note), real)| {
        Publication { title, author, venue: Some(venue), source, note: Some(note), ..real }
    })
}

fn stays_text(cited: Cited) -> Result<(), TestCaseError> {
    let (citation, expected) = (cited.citation(), cited.expected());
    let write = |style: Style| style.write(std::slice::from_ref(&citation));
    let (ris, bibtex, csl, plain) =
        (write(Style::Ris), write(Style::BibTeX), write(Style::CslJson), write(Style::Plain));
    for read in [read_ris(&ris), read_bibtex(&bibtex), read_csl(&csl)] {
        prop_assert_eq!(&read, std::slice::from_ref(&expected));
        for text in cited.must_be_seen() {
            prop_assert!(read[0].notes().contains(&text), "{} is not in {}", text, read[0].notes());
        }
    }
    let lenient = read_ris_leniently(&ris);
    prop_assert_eq!(lenient.len(), 1);
    prop_assert_eq!((&lenient[0].title, &lenient[0].date), (&expected.title, &expected.date));
    prop_assert_eq!(plain.lines().count(), 2);
    for text in [cited.title()].into_iter().chain(expected.author).chain(cited.must_be_seen()) {
        prop_assert!(plain.contains(&text), "{} is not in {}", text, plain);
    }
    assert_balanced(&bibtex);
    Ok(())
}

/// BibTeX itself counts every brace, one after a backslash too.
fn assert_balanced(bibtex: &str) {
    let depth = bibtex.chars().try_fold(0_u32, |depth, char| match char {
        '{' => Some(depth + 1),
        '}' => depth.checked_sub(1),
        _ => Some(depth),
    });
    assert_eq!(depth, Some(0), "{bibtex}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_instrument_stays_text(instrument in instrument()) {
        stays_text(Cited::Instrument(&instrument))?;
    }

    #[test]
    fn a_provision_stays_text(instrument in instrument(), provision in provision()) {
        stays_text(Cited::Provision(&instrument, &provision))?;
    }

    #[test]
    fn a_publication_stays_text(publication in publication()) {
        stays_text(Cited::Publication(&publication))?;
    }
}

#[test]
fn a_key_is_made_of_letters_digits_and_hyphens() {
    let real = &DATASET.instruments[0];
    let instrument = Instrument { id: "a b{c}\"%\\,é\n", ..*real };
    for style in [Style::Ris, Style::BibTeX, Style::CslJson] {
        let text = style.write(&[Cited::Instrument(&instrument).citation()]);
        assert!(text.contains("a-b-c-------") && !text.contains('é'), "{text}");
    }
}
