//! Text documents: `WordprocessingML`.

mod styles;

use std::{io, ops::Range};

use victim_assistance_table::{locale::fill, query::TextSize};

use super::{
    FileError,
    ooxml::{Part, Xml, element, empty, package, part, text},
    report::{Block, Entry, Report, Table, TableRow},
    text::line,
};
use crate::{
    paper::{Orientation, Paper, Sheet},
    words::ExportStrings,
};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A text document on A4 in landscape. Columns stand in tables that fit the sheet, each with the heads of its rows.
///
/// What XML cannot hold stands as `U+FFFD`.
///
/// # Errors
///
/// When a part of the document cannot be written or packed.
pub fn write(report: &Report, text_size: TextSize, words: &ExportStrings) -> Result<Vec<u8>, FileError> {
    let sheet = Sheet { paper: Paper::A4, orientation: Orientation::Landscape, text_size };
    let main = Part::new("word/document.xml", "wordprocessingml.document", document(report, sheet, words)?);
    let others = [
        Part::new("word/styles.xml", "wordprocessingml.styles", styles::styles(&report.lang, sheet)?),
        Part::new("word/settings.xml", "wordprocessingml.settings", styles::settings()?),
    ];
    package(report, &main, &others)
}

/// A4 in landscape with margins of 14 mm, in twentieths of a point.
const PAGE: (&str, &str) = ("16838", "11906");
const MARGIN: &str = "794";
/// What the margins leave of it.
const WIDTH: usize = 15_250;

fn document(report: &Report, sheet: Sheet, words: &ExportStrings) -> io::Result<Vec<u8>> {
    part("w:document", &[("xmlns:w", WORD)], |xml| {
        element(xml, "w:body", &[], |xml| {
            paragraph(xml, "Title", &[(&report.title, false)])?;
            for (label, value) in &report.front {
                paragraph(xml, "", &[(label, true), (value, false)])?;
            }
            paragraph(xml, "", &[(&report.notice, false)])?;
            for block in &report.body {
                match block {
                    Block::Heading(level, title) => {
                        paragraph(xml, if *level < 3 { "Heading1" } else { "Heading2" }, &[(title, false)])?;
                    }
                    Block::Text(said) => paragraph(xml, "", &[(said, false)])?,
                    Block::List(entries) => entries.iter().try_for_each(|one| entry(xml, one))?,
                    Block::Table(content) => tables(xml, content, sheet, words)?,
                }
            }
            if !report.sources.is_empty() {
                paragraph(xml, "Heading1", &[(&report.sources_title, false)])?;
            }
            for (at, source) in report.sources.iter().enumerate() {
                paragraph(xml, "", &[(&format!("[{}]", at + 1), false), (source, false)])?;
            }
            element(xml, "w:sectPr", &[], |xml| {
                empty(xml, "w:pgSz", &[("w:w", PAGE.0), ("w:h", PAGE.1), ("w:orient", "landscape")])?;
                let sides =
                    ["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer"].map(|side| (side, MARGIN));
                empty(xml, "w:pgMar", &[&sides[..], &[("w:gutter", "0")]].concat())
            })
        })
    })
}

/// A table, as many times as are needed for all its columns.
fn tables(xml: &mut Xml, content: &Table, sheet: Sheet, words: &ExportStrings) -> io::Result<()> {
    paragraph(xml, "", &[(&content.caption, false)])?;
    let all = content.heads.len().saturating_sub(1);
    // No set is much smaller than the others.
    let each = all.div_ceil(all.div_ceil(sheet.columns()).max(1)).max(1);
    for set in (0..all).step_by(each).map(|start| start..(start + each).min(all)) {
        let heads = content.heads.get(set.start + 1..=set.end).unwrap_or_default();
        let mut caption = content.caption.clone();
        if all > each {
            let names: Vec<_> = heads.iter().map(|head| head.lead.as_str()).collect();
            let [from, until, all] = [set.start + 1, set.end, all].map(|number| number.to_string());
            let values = [("from", &*from), ("until", &until), ("all", &all), ("names", &names.join(", "))];
            caption = fill(words.set_caption, &values);
            paragraph(xml, "Heading1", &[(&caption, false)])?;
        }
        let corner = content.heads.first().cloned().unwrap_or_default();
        let heads = [&[corner], heads].concat();
        table(xml, content, &caption, &heads, set)?;
        // Two tables that touch are one.
        paragraph(xml, "", &[])?;
    }
    Ok(())
}

fn table(xml: &mut Xml, content: &Table, caption: &str, heads: &[Entry], set: Range<usize>) -> io::Result<()> {
    // The column of heads is two parts wide where another is three, and never too wide for a few words.
    let columns = heads.len().saturating_sub(1);
    let first = (2 * WIDTH / (3 * columns + 2)).min(WIDTH / 5);
    let other = (WIDTH - first) / columns.max(1);
    let widths: Vec<_> =
        std::iter::once(first).chain((0..columns).map(|_| other)).map(|width| width.to_string()).collect();
    element(xml, "w:tbl", &[], |xml| {
        element(xml, "w:tblPr", &[], |xml| {
            empty(xml, "w:tblStyle", &[("w:val", "Grid")])?;
            empty(xml, "w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")])?;
            empty(xml, "w:tblLayout", &[("w:type", "fixed")])?;
            empty(xml, "w:tblLook", &[("w:val", "00A0"), ("w:firstRow", "1"), ("w:firstColumn", "1")])?;
            empty(xml, "w:tblCaption", &[("w:val", &line(caption))])
        })?;
        element(xml, "w:tblGrid", &[], |xml| {
            widths.iter().try_for_each(|width| empty(xml, "w:gridCol", &[("w:w", width)]))
        })?;
        element(xml, "w:tr", &[], |xml| {
            element(xml, "w:trPr", &[], |xml| empty(xml, "w:tblHeader", &[]))?;
            heads.iter().zip(&widths).try_for_each(|(one, width)| head(xml, one, width))
        })?;
        for group in &content.groups {
            if !group.title.is_empty() {
                group_row(xml, &group.title, heads.len())?;
            }
            for TableRow { head: title, cells } in &group.rows {
                element(xml, "w:tr", &[], |xml| {
                    head(xml, title, widths.first().map_or("", String::as_str))?;
                    let cells = cells.get(set.clone()).unwrap_or_default();
                    cells.iter().zip(widths.iter().skip(1)).try_for_each(|(entries, width)| cell(xml, entries, width))
                })?;
            }
        }
        Ok(())
    })
}

/// A head of a column or row.
fn head(xml: &mut Xml, Entry { lead, texts }: &Entry, width: &str) -> io::Result<()> {
    element(xml, "w:tc", &[], |xml| {
        cell_width(xml, width)?;
        paragraph(xml, "", &[(lead, true)])?;
        texts.iter().try_for_each(|text| paragraph(xml, "", &[(text, false)]))
    })
}

fn group_row(xml: &mut Xml, title: &str, columns: usize) -> io::Result<()> {
    element(xml, "w:tr", &[], |xml| {
        element(xml, "w:tc", &[], |xml| {
            element(xml, "w:tcPr", &[], |xml| empty(xml, "w:gridSpan", &[("w:val", &columns.to_string())]))?;
            paragraph(xml, "Group", &[(title, false)])
        })
    })
}

fn cell(xml: &mut Xml, entries: &[Entry], width: &str) -> io::Result<()> {
    element(xml, "w:tc", &[], |xml| {
        cell_width(xml, width)?;
        if entries.is_empty() {
            // A cell without a paragraph is none.
            return paragraph(xml, "", &[]);
        }
        entries.iter().try_for_each(|one| entry(xml, one))
    })
}

fn cell_width(xml: &mut Xml, width: &str) -> io::Result<()> {
    element(xml, "w:tcPr", &[], |xml| empty(xml, "w:tcW", &[("w:w", width), ("w:type", "dxa")]))
}

/// The lead stands before the first line.
fn entry(xml: &mut Xml, Entry { lead, texts }: &Entry) -> io::Result<()> {
    let first = texts.first().map_or("", String::as_str);
    paragraph(xml, "", &[(lead, true), (first, false)])?;
    texts.iter().skip(1).try_for_each(|text| paragraph(xml, "", &[(text, false)]))
}

/// A paragraph of runs, in bold or not, with spaces between them.
fn paragraph(xml: &mut Xml, style: &str, runs: &[(&str, bool)]) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        if !style.is_empty() {
            element(xml, "w:pPr", &[], |xml| empty(xml, "w:pStyle", &[("w:val", style)]))?;
        }
        let runs = runs.iter().map(|(said, bold)| (line(said), *bold)).filter(|(said, _)| !said.is_empty());
        for (at, (said, bold)) in runs.enumerate() {
            element(xml, "w:r", &[], |xml| {
                if bold {
                    element(xml, "w:rPr", &[], |xml| empty(xml, "w:b", &[]))?;
                }
                let space = if at > 0 { " " } else { "" };
                text(xml, "w:t", &[("xml:space", "preserve")], &[space, &said].concat())
            })?;
        }
        Ok(())
    })
}
