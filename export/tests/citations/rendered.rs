//! Citations as processors of the Citation Style Language print them.

use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest,
    archive::{ArchivedStyle, locales},
    citationberg::{Style, json::Item},
};
use vat_export::citation;

use crate::cited::everything;

/// Styles change capitals, marks and the order of a date; letters and digits stay.
fn letters(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn bibliography(items: &[Item], style: ArchivedStyle) -> String {
    let Style::Independent(style) = style.get() else { panic!("a style of its own") };
    let locales = locales();
    let mut driver = BibliographyDriver::new();
    for item in items {
        driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(item)], &style, &locales));
    }
    let rendered = driver.finish(BibliographyRequest { style: &style, locale: None, locale_files: &locales });
    rendered.bibliography.unwrap().items.iter().map(|item| format!("{:#}\n", item.content)).collect()
}

fn prints_all(style: ArchivedStyle) {
    let citations: Vec<_> = everything().map(|cited| cited.citation()).collect();
    let items: Vec<Item> = serde_json::from_str(&citation::Style::CslJson.write(&citations)).unwrap();
    let printed = letters(&bibliography(&items, style));
    for work in everything().map(|cited| cited.expected()) {
        let year = work.date.as_deref().map(|date| &date[..4]);
        let address = work.address.as_deref().filter(|_| work.doi.is_none());
        let texts = [Some(&*work.title), work.author.as_deref(), year, address, work.doi.as_deref()];
        for text in texts.into_iter().flatten() {
            assert!(printed.contains(&letters(text)), "{text} is not printed");
        }
    }
}

#[test]
fn apa_prints_title_pinpoint_year_and_address() {
    prints_all(ArchivedStyle::AmericanPsychologicalAssociation);
}

#[test]
fn chicago_prints_title_pinpoint_year_and_address() {
    prints_all(ArchivedStyle::ChicagoNotes);
}

#[test]
fn a_treaty_is_printed_with_its_place_in_the_treaty_series() {
    let citations: Vec<_> = everything()
        .filter(|cited| cited.expected().key == "cluster-munitions")
        .map(|cited| cited.citation())
        .collect();
    let items: Vec<Item> = serde_json::from_str(&citation::Style::CslJson.write(&citations)).unwrap();
    let printed = bibliography(&items, ArchivedStyle::ChicagoNotes);
    assert_eq!(
        printed,
        "Convention on Cluster Munitions, May 30, 2008, 2688 UNTS 39. https://www.clusterconvention.org.\n"
    );
}
