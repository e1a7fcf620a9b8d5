//! Files, read back by libraries that did not write them.

use std::{collections::BTreeMap, io::Cursor, io::Read};

use calamine::{Data, Reader, Xlsx};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use quick_xml::events::Event as Xml;
use vat_export::file::{Entry, Report};
use zip::ZipArchive;

/// Rows of CSV, without the byte order mark.
pub fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What a reader of Markdown finds.
#[derive(Debug, Default)]
pub struct Markdown {
    /// Cells of tables.
    pub rows: Vec<Vec<String>>,
    /// All texts.
    pub texts: String,
    /// All tags.
    pub html: Vec<String>,
}

pub fn markdown(text: &str) -> Markdown {
    let mut found = Markdown::default();
    let mut cell = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let said = match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                found.rows.push(Vec::new());
                continue;
            }
            Event::Start(Tag::TableCell) => {
                cell = Some(String::new());
                continue;
            }
            Event::End(TagEnd::TableCell) => {
                let row = found.rows.last_mut().unwrap();
                row.push(cell.take().unwrap());
                "\n".to_owned()
            }
            Event::Text(text) => text.into_string(),
            Event::SoftBreak | Event::HardBreak => "\n".to_owned(),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => "\n".to_owned(),
            Event::InlineHtml(tag) | Event::Html(tag) => {
                found.html.push(tag.into_string());
                "\n".to_owned()
            }
            Event::Code(_) | Event::Rule | Event::Start(Tag::CodeBlock(_) | Tag::BlockQuote(_)) => {
                panic!("no text is a mark: {text}")
            }
            _ => continue,
        };
        found.texts.push_str(&said);
        if let Some(cell) = &mut cell {
            cell.push_str(&said);
        }
    }
    found
}

/// The cells that a table in Markdown has, of a report.
pub fn markdown_table(report: &Report) -> Vec<Vec<String>> {
    let Some(table) = report.table() else { return Vec::new() };
    let head = |Entry { lead, texts }: &Entry| {
        let lines: Vec<_> = std::iter::once(lead).chain(texts).filter(|text| !text.is_empty()).cloned().collect();
        lines.join("\n")
    };
    let entry = |Entry { lead, texts }: &Entry| {
        let parts = [lead.clone(), texts.join("\n")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let mut rows = vec![table.heads.iter().map(head).collect::<Vec<_>>()];
    for group in &table.groups {
        if !group.title.is_empty() {
            let mut row = vec![group.title.clone()];
            row.resize(table.heads.len(), String::new());
            rows.push(row);
        }
        for row in &group.rows {
            let cells = row.cells.iter().map(|cell| cell.iter().map(entry).collect::<Vec<_>>().join("\n\n"));
            rows.push(std::iter::once(head(&row.head)).chain(cells).collect());
        }
    }
    rows
}

/// Sheets by name, in their order.
pub fn workbook(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let text = |data: &Data| match data {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    let sheets = workbook.worksheets().into_iter();
    sheets
        .map(|(name, range)| {
            assert!(workbook.worksheet_formula(&name).unwrap().is_empty());
            (name, range.rows().map(|row| row.iter().map(text).collect()).collect())
        })
        .collect()
}

/// What a word processor finds.
#[derive(Debug, Default)]
pub struct Document {
    pub parts: BTreeMap<String, String>,
    pub tables: Vec<WordTable>,
    /// Paragraphs outside of tables, and where tables stand among them.
    texts: Vec<String>,
}

#[derive(Debug, Default)]
pub struct WordTable {
    pub rows: Vec<Vec<String>>,
    pub repeats_head: bool,
    /// How many paragraphs stand before it.
    before: usize,
}

impl Document {
    /// All texts, with the columns of several tables side by side again.
    pub fn texts_without_sets(&self, report: &Report) -> String {
        let Some(first) = self.tables.first() else { return self.texts.join("\n") };
        let mut rows = first.rows.clone();
        for table in &self.tables[1..] {
            for (row, more) in rows.iter_mut().zip(&table.rows) {
                assert_eq!(row[0], more[0]);
                row.extend(more.iter().skip(1).cloned());
            }
        }
        let last = self.tables.last().unwrap();
        let mut texts = self.texts[..first.before].to_vec();
        if self.tables.len() > 1 {
            // The caption of the set.
            let caption = texts.iter().rposition(|text| text.starts_with("Columns ")).unwrap();
            texts.remove(caption);
        }
        assert!(report.table().is_some());
        texts.extend(rows.concat());
        texts.extend(self.texts[last.before..].iter().cloned());
        texts.join("\n")
    }
}

pub fn document(bytes: Vec<u8>) -> Document {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Document::default();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        found.parts.insert(name, text);
    }
    for text in found.parts.values() {
        assert_is_well_formed(text);
    }
    read_body(&mut found);
    found
}

/// Every character is one of XML, and every element ends.
pub fn assert_is_well_formed(text: &str) {
    let is_of_xml =
        |char: char| matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(is_of_xml), "{text:?}");
    let mut reader = quick_xml::Reader::from_str(text);
    while reader.read_event().unwrap() != Xml::Eof {}
}

fn read_body(found: &mut Document) {
    let text = found.parts["word/document.xml"].clone();
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut in_table, mut paragraph) = (false, String::new());
    loop {
        match reader.read_event().unwrap() {
            Xml::Eof => break,
            Xml::Start(start) => match start.name().as_ref() {
                b"w:tbl" => {
                    in_table = true;
                    found.tables.push(WordTable { before: found.texts.len(), ..WordTable::default() });
                }
                b"w:tr" => found.tables.last_mut().unwrap().rows.push(Vec::new()),
                b"w:tc" => found.tables.last_mut().unwrap().rows.last_mut().unwrap().push(String::new()),
                _ => {}
            },
            Xml::Empty(empty) if empty.name().as_ref() == b"w:tblHeader" => {
                found.tables.last_mut().unwrap().repeats_head = true;
            }
            Xml::Text(text) => paragraph.push_str(&text.decode().unwrap()),
            Xml::GeneralRef(name) => {
                let name = name.decode().unwrap();
                paragraph.push_str(quick_xml::escape::resolve_xml_entity(&name).unwrap());
            }
            Xml::End(end) => match end.name().as_ref() {
                b"w:tbl" => in_table = false,
                b"w:p" => {
                    let paragraph = std::mem::take(&mut paragraph);
                    if in_table {
                        let cell = found.tables.last_mut().unwrap().rows.last_mut().unwrap().last_mut().unwrap();
                        cell.push_str(&paragraph);
                        cell.push('\n');
                    } else {
                        found.texts.push(paragraph);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}
