//! Texts that could be taken for something else survive as texts.

use proptest::prelude::*;
use vat_export::{
    file::{
        Block, Entry, Report, Table, TableGroup, TableRow, write_csv, write_document, write_markdown, write_spreadsheet,
    },
    records::Records,
    words::ENGLISH,
};
use victim_assistance_table::query::TextSize;

use super::{
    readers::{Markdown, csv_rows, document, markdown, workbook},
    shown::{flat, words_of},
};

const HOSTILE: [&str; 42] = [
    "=1+1",
    "+",
    "-",
    "@SUM(A1)",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\"",
    "'",
    ",",
    ";",
    "|",
    "\\",
    "\\|",
    "`",
    "```",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[x](javascript:alert(1))",
    "![x](y)",
    "<b>",
    "</w:t>",
    "<!--",
    "<https://x>",
    "&amp;",
    "&#0;",
    "]]>",
    "# ",
    "1. ",
    "2) ",
    "> ",
    "\u{202e}",
    "\u{200f}",
    "\u{0}",
    "\u{1b}",
    "\u{ffff}",
    "_x0041_",
    "https://example.org/a_b*c",
];

/// Words, marks and any other characters.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        2 => "[a-z ]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

fn entry() -> impl Strategy<Value = Entry> {
    (text(), proptest::collection::vec(text(), 0..3)).prop_map(|(lead, texts)| Entry { lead, texts })
}

fn report() -> impl Strategy<Value = Report> {
    let cells = proptest::collection::vec(proptest::collection::vec(entry(), 0..3), 2..3);
    let row = (entry(), cells).prop_map(|(head, cells)| TableRow { head, cells });
    let group = (text(), proptest::collection::vec(row, 0..3)).prop_map(|(title, rows)| TableGroup { title, rows });
    let heads = proptest::collection::vec(entry(), 3..4);
    let table = (text(), heads, proptest::collection::vec(group, 0..3));
    let table = table.prop_map(|(caption, heads, groups)| Table { caption, heads, groups });
    let block = prop_oneof![
        (2..4_u8, text()).prop_map(|(level, text)| Block::Heading(level, text)),
        text().prop_map(Block::Text),
        proptest::collection::vec(entry(), 1..3).prop_map(Block::List),
    ];
    let blocks = (table, proptest::collection::vec(block, 0..4))
        .prop_map(|(table, blocks)| std::iter::once(Block::Table(table)).chain(blocks).collect());
    (text(), (text(), text()), text(), blocks, text()).prop_map(|(title, front, notice, body, source)| Report {
        lang: "en".to_owned(),
        title,
        date: "2026-11-24".to_owned(),
        front: vec![front],
        notice,
        body,
        sources_title: "Sources".to_owned(),
        sources: vec![source],
    })
}

/// A text as a file of one line can hold it.
fn one_line(text: &str) -> String {
    let words = words_of(text).join(" ");
    words.replace(|char: char| char.is_control() || matches!(char, '\u{fffe}' | '\u{ffff}'), "\u{fffd}")
}

/// Letter for letter, without spaces.
fn letters(text: &str) -> String {
    one_line(text).split_whitespace().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv(rows in proptest::collection::vec(proptest::collection::vec(text(), 3), 0..4)) {
        let records = Records { headers: ["a", "b", "c"].map(str::to_owned).to_vec(), rows };
        let read = csv_rows(&write_csv(&records).unwrap());
        for (row, known) in read[1..].iter().zip(&records.rows) {
            for (field, known) in row.iter().zip(known) {
                prop_assert_eq!(field.strip_prefix('\'').filter(|_| !known.starts_with('\'')).unwrap_or(field), known);
                prop_assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            }
        }
        prop_assert_eq!(read.len(), records.rows.len() + 1);
    }

    #[test]
    fn spreadsheets(rows in proptest::collection::vec(proptest::collection::vec(text(), 3), 1..4), report in report()) {
        let records = Records { headers: ["a", "b", "c"].map(str::to_owned).to_vec(), rows };
        let sheets = workbook(write_spreadsheet(&report, &records, &ENGLISH).unwrap());
        let known = records.rows.iter().map(|row| row.iter().map(|field| field.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")));
        prop_assert_eq!(&sheets[1].1[1..], known.map(Iterator::collect::<Vec<_>>).collect::<Vec<_>>());
    }

    #[test]
    fn text_documents(report in report()) {
        let document = document(write_document(&report, TextSize::First, &ENGLISH).unwrap());
        let told = document.texts_without_sets(&report);
        prop_assert_eq!(letters(&told), letters(&flat(&report, true)));
    }

    #[test]
    fn markdowns(report in report()) {
        let written = write_markdown(&report);
        let Markdown { texts, html, rows } = markdown(&written);
        prop_assert!(html.iter().all(|tag| tag == "<br>"), "{:?} in {}", html, written);
        prop_assert_eq!(letters(&texts), letters(&flat(&report, false)), "{}", written);
        let table = report.table().unwrap();
        let known: usize = table.groups.iter().map(|group| group.rows.len() + usize::from(!one_line(&group.title).is_empty())).sum();
        prop_assert_eq!(rows.len(), known + 1, "{}", written);
    }
}

#[test]
fn a_text_that_is_too_long_for_a_cell_is_cut() {
    let long = "𝒂".repeat(20_000);
    let records = Records { headers: vec!["a".to_owned()], rows: vec![vec![long]] };
    let sheets = workbook(write_spreadsheet(&Report::default(), &records, &ENGLISH).unwrap());
    assert_eq!(sheets[0].1[1][0].encode_utf16().count(), 32_766);
}
