//! The parts of a workbook beside its sheets.

use std::io;

use super::{
    SHEETS,
    sheet::{Pane, Sheet},
};
use crate::file::ooxml::{OFFICE, element, empty, id, part, text};

/// The sheets in their order, and which of their rows and columns stand on every page of paper.
pub fn workbook(sheets: &[Sheet]) -> io::Result<Vec<u8>> {
    part("workbook", &[("xmlns", SHEETS), ("xmlns:r", OFFICE)], |xml| {
        element(xml, "sheets", &[], |xml| {
            for (at, sheet) in sheets.iter().enumerate() {
                let number = (at + 1).to_string();
                empty(xml, "sheet", &[("name", sheet.name), ("sheetId", &number), ("r:id", &id(at))])?;
            }
            Ok(())
        })?;
        element(xml, "definedNames", &[], |xml| {
            for (at, sheet) in sheets.iter().enumerate() {
                let at = at.to_string();
                let name = ["'", &sheet.name.replace('\'', "''"), "'!"].concat();
                if sheet.has_filter {
                    let attributes = [("name", "_xlnm._FilterDatabase"), ("localSheetId", &*at), ("hidden", "1")];
                    text(xml, "definedName", &attributes, &[&*name, &sheet.area()].concat())?;
                }
                let titles = match sheet.pane {
                    None => continue,
                    Some(Pane::FirstRow) => [&name, "$1:$1"].concat(),
                    Some(Pane::FirstRowAndColumn) => [&name, "$A:$A,", &name, "$1:$1"].concat(),
                };
                text(xml, "definedName", &[("name", "_xlnm.Print_Titles"), ("localSheetId", &at)], &titles)?;
            }
            Ok(())
        })
    })
}

/// How cells look: nothing, text, head, head of a group.
pub fn styles() -> io::Result<Vec<u8>> {
    part("styleSheet", &[("xmlns", SHEETS)], |xml| {
        element(xml, "fonts", &[("count", "2")], |xml| {
            for bold in [false, true] {
                element(xml, "font", &[], |xml| {
                    if bold {
                        empty(xml, "b", &[])?;
                    }
                    empty(xml, "sz", &[("val", "10")])?;
                    empty(xml, "name", &[("val", "Arial")])
                })?;
            }
            Ok(())
        })?;
        element(xml, "fills", &[("count", "2")], |xml| {
            // Spreadsheets take the first two for these, whatever they are.
            ["none", "gray125"].into_iter().try_for_each(|pattern| {
                element(xml, "fill", &[], |xml| empty(xml, "patternFill", &[("patternType", pattern)]))
            })
        })?;
        element(xml, "borders", &[("count", "2")], |xml| {
            for style in [&[][..], &[("style", "thin")]] {
                element(xml, "border", &[], |xml| {
                    empty(xml, "left", &[])?;
                    empty(xml, "right", &[])?;
                    empty(xml, "top", style)?;
                    empty(xml, "bottom", &[])?;
                    empty(xml, "diagonal", &[])
                })?;
            }
            Ok(())
        })?;
        element(xml, "cellStyleXfs", &[("count", "1")], |xml| {
            empty(xml, "xf", &[("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")])
        })?;
        element(xml, "cellXfs", &[("count", "4")], |xml| {
            empty(xml, "xf", &[("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"), ("xfId", "0")])?;
            for (font, border) in [("0", "0"), ("1", "0"), ("1", "1")] {
                let attributes = [
                    ("numFmtId", "0"),
                    ("fontId", font),
                    ("fillId", "0"),
                    ("borderId", border),
                    ("xfId", "0"),
                    ("applyFont", "1"),
                    ("applyBorder", "1"),
                    ("applyAlignment", "1"),
                ];
                element(xml, "xf", &attributes, |xml| {
                    empty(xml, "alignment", &[("vertical", "top"), ("wrapText", "1")])
                })?;
            }
            Ok(())
        })?;
        element(xml, "cellStyles", &[("count", "1")], |xml| {
            empty(xml, "cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")])
        })
    })
}
