use std::io;

use super::SHEETS;
use crate::file::ooxml::{Xml, element, empty, part, text};

/// The most a cell can hold, in UTF-16 units.
const MOST: usize = 32_767;
/// ISO 216, as spreadsheets number sheets of paper.
const A4: &str = "9";

/// A sheet of a workbook.
pub struct Sheet<'a> {
    /// Its name.
    pub name: &'a str,
    /// Widths of its columns, in characters.
    pub widths: Vec<usize>,
    /// Its rows; the first holds the heads of the columns where there is a pane.
    pub rows: Vec<Row>,
    /// What stays in sight, and stands on every page of paper.
    pub pane: Option<Pane>,
    /// A reader can look for rows by any column.
    pub has_filter: bool,
}

/// What stays in sight of a sheet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    FirstRow,
    FirstRowAndColumn,
}

/// A row: texts and how they look.
pub struct Row(Vec<(String, Format)>);

/// How a cell looks; its number is that in the styles.
#[derive(Clone, Copy)]
pub enum Format {
    Text = 1,
    Head = 2,
    Group = 3,
}

impl Row {
    pub fn of(cells: impl IntoIterator<Item = (String, Format)>) -> Self {
        Self(cells.into_iter().collect())
    }
}

impl Sheet<'_> {
    /// All its cells: `$A$1:$C$9`.
    pub fn area(&self) -> String {
        format!("$A$1:${}${}", column(self.widths.len().saturating_sub(1)), self.rows.len().max(1))
    }

    pub fn xml(&self) -> io::Result<Vec<u8>> {
        part("worksheet", &[("xmlns", SHEETS)], |xml| {
            element(xml, "sheetViews", &[], |xml| {
                element(xml, "sheetView", &[("workbookViewId", "0")], |xml| {
                    self.pane.map_or(Ok(()), |one| pane(xml, one))
                })
            })?;
            element(xml, "cols", &[], |xml| {
                for (at, width) in self.widths.iter().enumerate() {
                    let (at, width) = ((at + 1).to_string(), width.to_string());
                    empty(xml, "col", &[("min", &at), ("max", &at), ("width", &width), ("customWidth", "1")])?;
                }
                Ok(())
            })?;
            element(xml, "sheetData", &[], |xml| {
                self.rows.iter().enumerate().try_for_each(|(at, one)| row(xml, at, one))
            })?;
            if self.has_filter {
                empty(xml, "autoFilter", &[("ref", &self.area().replace('$', ""))])?;
            }
            empty(xml, "pageSetup", &[("paperSize", A4), ("orientation", "landscape")])
        })
    }
}

fn pane(xml: &mut Xml, pane: Pane) -> io::Result<()> {
    let rows = [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")];
    let both =
        [("xSplit", "1"), ("ySplit", "1"), ("topLeftCell", "B2"), ("activePane", "bottomRight"), ("state", "frozen")];
    empty(xml, "pane", if pane == Pane::FirstRow { &rows } else { &both })
}

fn row(xml: &mut Xml, at: usize, Row(cells): &Row) -> io::Result<()> {
    let number = (at + 1).to_string();
    element(xml, "row", &[("r", &number)], |xml| {
        for (at, (said, format)) in cells.iter().enumerate() {
            let (place, format) = ([&column(at), &*number].concat(), (*format as usize).to_string());
            if said.is_empty() {
                empty(xml, "c", &[("r", &place), ("s", &format)])?;
                continue;
            }
            element(xml, "c", &[("r", &place), ("s", &format), ("t", "inlineStr")], |xml| {
                element(xml, "is", &[], |xml| text(xml, "t", &[("xml:space", "preserve")], &escaped(fitting(said))))
            })?;
        }
        Ok(())
    })
}

/// The name of a column: A to Z, then AA.
fn column(at: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    let before = if at < 26 { String::new() } else { column(at / 26 - 1) };
    [before, letter(at).to_string()].concat()
}

/// The beginning of a text that no cell can hold.
fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, char)| {
        units += char.len_utf16();
        units > MOST
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// A character that XML cannot hold is written as `_x0001_`, and so is a mark that would be read as that. The two that
/// are none stand as `U+FFFD`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        let cannot_be = char.is_control() && !matches!(char, '\t' | '\n');
        if matches!(char, '\u{fffe}' | '\u{ffff}') {
            escaped.push('\u{fffd}');
        } else if cannot_be || is_read_as_escape(text.get(at..).unwrap_or_default()) {
            escaped.push_str(&format!("_x{:04X}_", u32::from(char)));
        } else {
            escaped.push(char);
        }
    }
    escaped
}

fn is_read_as_escape(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.get(..5)).and_then(|rest| rest.strip_suffix('_'));
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
