//! Workbooks: `SpreadsheetML`.

mod sheet;
mod workbook;

use self::{
    sheet::{Format, Pane, Row, Sheet},
    workbook::{styles, workbook},
};
use super::{
    FileError,
    ooxml::{Part, package},
    report::{Entry, Report, Table, TableRow},
};
use crate::{records::Records, words::ExportStrings};

const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A row can be 409 points high, so a cell shows about 30 lines: what has more goes on in another row of the same head.
const MOST_IN_A_ROW: usize = 1_100;
/// Widths of columns, in characters.
const HEAD: usize = 24;
const CELL: usize = 45;
/// In the records, that of short fields, and the bytes of the shortest long one.
const FIELD: usize = 20;
const LONG_FIELD: usize = 60;

/// A workbook: the answer as it is shown where that is a table, the records, and what was asked.
///
/// Every cell is a text, never a formula or a link; its end is left out where no cell could hold it.
///
/// # Errors
///
/// When a part of the workbook cannot be written or packed.
pub fn write(report: &Report, records: &Records, words: &ExportStrings) -> Result<Vec<u8>, FileError> {
    let table = report.table().map(|table| grid(words.sheet_table, table));
    let sheets = [flat(words.sheet_records, records), about(words.sheet_about, report)];
    let sheets: Vec<_> = table.into_iter().chain(sheets).collect();
    let mut parts = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let name = format!("xl/worksheets/sheet{}.xml", at + 1);
        parts.push(Part::new(name, "spreadsheetml.worksheet", sheet.xml()?));
    }
    parts.push(Part::new("xl/styles.xml", "spreadsheetml.styles", styles()?));
    let main = Part { name: "xl/workbook.xml".to_owned(), kind: "spreadsheetml.sheet", bytes: workbook(&sheets)? };
    package(report, &main, &parts)
}

fn grid<'a>(name: &'a str, table: &Table) -> Sheet<'a> {
    let mut rows = vec![Row::of(table.heads.iter().map(|one| (head(one), Format::Head)))];
    for group in &table.groups {
        if !group.title.is_empty() {
            rows.push(Row::of([(group.title.clone(), Format::Group)]));
        }
        rows.extend(group.rows.iter().flat_map(split));
    }
    let widths = (0..table.heads.len()).map(|at| if at == 0 { HEAD } else { CELL }).collect();
    Sheet { name, widths, rows, pane: Some(Pane::FirstRowAndColumn), has_filter: false }
}

fn flat<'a>(name: &'a str, records: &Records) -> Sheet<'a> {
    let header = Row::of(records.headers.iter().map(|header| (header.clone(), Format::Head)));
    let rows = records.rows.iter().map(|row| Row::of(row.iter().map(|field| (field.clone(), Format::Text))));
    let widths = (0..records.headers.len()).map(|field| {
        let longest = records.rows.iter().filter_map(|row| row.get(field)).map(String::len).max();
        if longest > Some(LONG_FIELD) { CELL } else { FIELD }
    });
    let widths = widths.collect();
    let has_filter = !records.rows.is_empty();
    Sheet { name, widths, rows: std::iter::once(header).chain(rows).collect(), pane: Some(Pane::FirstRow), has_filter }
}

fn about<'a>(name: &'a str, report: &Report) -> Sheet<'a> {
    let sources = report.sources.iter().enumerate().map(|(at, source)| {
        let number = format!("{} [{}]", report.sources_title, at + 1);
        (number, source.clone())
    });
    let stated = std::iter::once((report.title.clone(), String::new()))
        .chain(report.front.iter().cloned())
        .chain([(String::new(), report.notice.clone())])
        .chain(sources);
    let rows = stated.map(|(label, value)| Row::of([(label, Format::Head), (value, Format::Text)]));
    Sheet { name, widths: vec![HEAD, 2 * CELL], rows: rows.collect(), pane: None, has_filter: false }
}

/// A row of the table in as many rows of the sheet as are needed to show all of it.
fn split(row: &TableRow) -> Vec<Row> {
    let cells: Vec<_> = row.cells.iter().map(|entries| packed(entries)).collect();
    let lines = cells.iter().map(Vec::len).max().unwrap_or_default().max(1);
    let line = |at| {
        let cells = cells.iter().map(|parts: &Vec<String>| parts.get(at).cloned().unwrap_or_default());
        let cells = cells.map(|text| (text, Format::Text));
        Row::of(std::iter::once((head(&row.head), Format::Head)).chain(cells))
    };
    (0..lines).map(line).collect()
}

/// Entries, as many together as a row shows.
fn packed(entries: &[Entry]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for entry in entries {
        let text = whole(entry);
        match parts.last_mut().filter(|part| part.len() + text.len() <= MOST_IN_A_ROW) {
            Some(part) => part.extend(["\n\n", &text]),
            None => parts.push(text),
        }
    }
    parts
}

/// The lead stands on a line of its own.
fn head(Entry { lead, texts }: &Entry) -> String {
    std::iter::once(lead).chain(texts).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// The lead stands before the first line.
fn whole(Entry { lead, texts }: &Entry) -> String {
    let text = texts.join("\n");
    let parts = [lead.as_str(), &text].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}
