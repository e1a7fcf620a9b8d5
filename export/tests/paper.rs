//! Documents for paper, as markup: what they hold, and how their columns are put in sets.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::{collections::BTreeSet, env, fs, path::Path, rc::Rc};

use by_address::ByAddress;
use vat_export::{
    paper::{Body, BodyProps, Document, Options, Orientation, Paper, Sheet, Unfolded},
    shown::Shown,
    words::ENGLISH,
};
use victim_assistance_table::{
    native_locale::NativeLocale,
    query::{At, TextSize},
    view_model::{Content, ProvisionEntry},
};
use yew::{Callback, LocalServerRenderer};

const A4: Sheet = Sheet { paper: Paper::A4, orientation: Orientation::Portrait, text_size: TextSize::First };
const ALL: &str = "amended-protocol-ii mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi \
                   protocol-v-plan cartagena vientiane maputo dubrovnik oslo lausanne siem-reap-angkor ewipa";

/// Attributes that ask for something, and the sheet it is printed on.
type State = (&'static [(&'static str, &'static str)], Sheet);

const STATES: [State; 9] = [
    (&[], A4),
    (&[("instruments", ALL)], Sheet { orientation: Orientation::Landscape, ..A4 }),
    (&[("instruments", ALL), ("text-size", "4")], Sheet { text_size: TextSize::Fourth, ..A4 }),
    (&[("topics", "education")], Sheet { paper: Paper::Letter, ..A4 }),
    (&[("view", "topic:medical-care")], A4),
    (&[("view", "instrument:protocol-v")], A4),
    (&[("view", "differences"), ("pair", "cluster-munitions tpnw")], A4),
    (&[("search", "“rehabilitation”"), ("instruments", "ewipa tpnw")], A4),
    (&[("search", "zeppelin")], A4),
];

fn shown<'a>(asked: &[(&str, &str)], locale: &'a NativeLocale) -> Shown<'a> {
    let address = Some("https://example.org/page#va=1".to_owned());
    Shown::new(asked.iter().copied(), None, locale, &ENGLISH, address, "2026-11-24".to_owned())
}

/// The same on a screen with room for two columns.
fn shown_on_a_phone<'a>(asked: &[(&str, &str)], locale: &'a NativeLocale) -> Shown<'a> {
    Shown::new(asked.iter().copied(), Some(20), locale, &ENGLISH, None, "2026-11-24".to_owned())
}

/// The markup of what is shown.
fn markup(shown: &Shown, options: Options) -> String {
    let props = BodyProps { document: ByAddress(Rc::new(Document::new(shown, options))), rendered: Callback::noop() };
    futures::executor::block_on(LocalServerRenderer::<Body>::with_props(props).hydratable(false).render())
}

fn folded(sheet: Sheet) -> Options {
    Options { sheet, unfolded: Unfolded::At(Vec::new()) }
}

/// Every provision that is shown, as often as it is.
fn entries(shown: &Shown) -> Vec<ProvisionEntry> {
    match &shown.model.content {
        Content::Table(table) => {
            let rows = table.rows().filter(|row| !row.hidden);
            rows.flat_map(|row| row.cells.iter()).flat_map(|cell| cell.entries()).cloned().collect()
        }
        Content::Page(page) => {
            page.sections.iter().flat_map(|section| &section.cell).flat_map(|cell| cell.entries()).cloned().collect()
        }
        Content::Overview(_) => Vec::new(),
    }
}

/// How often a text stands in another.
fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

#[test]
fn every_provision_that_is_shown_stands_there_once() {
    let locale = NativeLocale::english().unwrap();
    for (asked, sheet) in STATES {
        let shown = shown(asked, &locale);
        let markup = markup(&shown, folded(sheet));
        let entries = entries(&shown);
        assert_eq!(count(&markup, "class=\"provision\""), entries.len(), "{asked:?}");
        for entry in &entries {
            let alike = entries.iter().filter(|other| other.provision.pinpoint == entry.provision.pinpoint).count();
            let found = count(&markup, &format!("<b>{}</b>", entry.provision.pinpoint));
            assert_eq!(found, alike, "{asked:?}: {}", entry.provision.pinpoint);
        }
    }
}

#[test]
fn each_set_of_columns_has_all_row_headers() {
    let locale = NativeLocale::english().unwrap();
    for (asked, sheet) in STATES {
        let shown = shown(asked, &locale);
        let (Some(table), None) = (shown.model.table(), &shown.model.nothing) else { continue };
        let markup = markup(&shown, folded(sheet));
        let sets = table.columns.len().div_ceil(sheet.columns());
        let rows = table.rows().filter(|row| !row.hidden).count();
        assert_eq!(count(&markup, "<table"), sets, "{asked:?}");
        assert_eq!(count(&markup, "<th scope=\"row\">"), sets * rows, "{asked:?}");
        assert_eq!(count(&markup, "<th scope=\"col\">"), sets + table.columns.len(), "{asked:?}");
        assert_eq!(count(&markup, "<td>"), rows * table.columns.len(), "{asked:?}");
    }
}

#[test]
fn every_source_is_listed_once_with_its_number() {
    let locale = NativeLocale::english().unwrap();
    for (asked, sheet) in STATES {
        let shown = shown(asked, &locale);
        let markup = markup(&shown, folded(sheet));
        let sources: BTreeSet<_> = entries(&shown).iter().map(|entry| entry.provision.source).collect();
        for source in sources {
            let source = source.replace('&', "&amp;");
            let listed = count(&markup, &format!("{source}</a></li>")) + count(&markup, &format!(">{source}</li>"));
            assert_eq!(listed, 1, "{asked:?}: {source}");
        }
        let numbers = count(&markup, "<li id=\"source-");
        assert!(markup.contains("<ol>") == (numbers > 0), "{asked:?}");
        for number in 1..=numbers {
            assert!(markup.contains(&format!("href=\"#source-{number}\"")), "{asked:?}: {number}");
        }
    }
}

#[test]
fn details_are_printed_where_they_are_unfolded_or_everywhere() {
    let locale = NativeLocale::english().unwrap();
    let shown = shown(&[("topics", "education medical-care")], &locale);
    let places: Vec<At> = entries(&shown).iter().map(|entry| entry.place).collect();
    let details = |unfolded| count(&markup(&shown, Options { sheet: A4, unfolded }), "class=\"details\"");
    assert_eq!(details(Unfolded::At(Vec::new())), 0);
    let once = places.iter().filter(|place| **place == places[0]).count();
    assert_eq!(details(Unfolded::At(vec![places[0]])), once);
    let silences = shown.model.table().unwrap().rows().filter(|row| !row.hidden);
    let silences = silences.flat_map(|row| row.cells.iter()).filter(|cell| cell.silence.is_some()).count();
    assert!(silences > 0);
    assert_eq!(details(Unfolded::All), places.len() + silences);
}

#[test]
fn from_a_phone_two_columns_are_printed_and_a_collection_whole() {
    let locale = NativeLocale::english().unwrap();
    let columns = |asked: &[(&str, &str)]| {
        let shown = shown_on_a_phone(asked, &locale);
        shown.model.table().unwrap().columns.iter().map(|column| column.id).collect::<Vec<_>>()
    };
    let three = ("instruments", "crpd oslo tpnw");
    assert_eq!(columns(&[three]), ["crpd", "oslo"]);
    let collected = ("collected", "tpnw/art-6-1-assistance crpd/art-24-1 oslo/topic/education");
    assert_eq!(columns(&[three, collected]), ["crpd", "oslo"]);
    assert_eq!(columns(&[three, collected, ("only", "collected")]), ["crpd", "oslo", "tpnw"]);
}

/// `UPDATE_GOLDEN=1` rewrites it.
#[test]
fn a_document_is_as_it_was() {
    let locale = NativeLocale::english().unwrap();
    let shown = shown(&[("topics", "education"), ("instruments", "crpd mine-ban-convention")], &locale);
    // A line for each element, to be read and compared.
    let found = markup(&shown, Options { sheet: A4, unfolded: Unfolded::All }).replace("><", ">\n<");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/paper.html");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&path).unwrap_or_default(), "UPDATE_GOLDEN=1 rewrites {}", path.display());
}
