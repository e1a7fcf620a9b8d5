//! The parts of a document beside its text.

use std::io;

use super::WORD;
use crate::{
    file::{
        ooxml::{Xml, element, empty, part},
        text::line,
    },
    paper::Sheet,
};

/// Word opens a document that does not say so as one of an older Word.
pub fn settings() -> io::Result<Vec<u8>> {
    part("w:settings", &[("xmlns:w", WORD)], |xml| {
        element(xml, "w:compat", &[], |xml| {
            let setting = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            empty(xml, "w:compatSetting", &setting)
        })
    })
}

/// Styles, all as large as the text asks for.
pub fn styles(lang: &str, sheet: Sheet) -> io::Result<Vec<u8>> {
    part("w:styles", &[("xmlns:w", WORD)], |xml| {
        element(xml, "w:docDefaults", &[], |xml| {
            element(xml, "w:rPrDefault", &[], |xml| {
                element(xml, "w:rPr", &[], |xml| {
                    let font = ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"].map(|script| (script, "Arial"));
                    empty(xml, "w:rFonts", &font)?;
                    size(xml, sheet, 1.0)?;
                    empty(xml, "w:lang", &[("w:val", &line(lang))])
                })
            })?;
            element(xml, "w:pPrDefault", &[], |xml| {
                element(xml, "w:pPr", &[], |xml| {
                    empty(xml, "w:spacing", &[("w:after", "60"), ("w:line", "264"), ("w:lineRule", "auto")])
                })
            })
        })?;
        let normal = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
        element(xml, "w:style", &normal, |xml| empty(xml, "w:name", &[("w:val", "Normal")]))?;
        heading(xml, ("Title", "Title"), None, sheet, 1.8)?;
        heading(xml, ("Heading1", "heading 1"), Some("0"), sheet, 1.4)?;
        heading(xml, ("Heading2", "heading 2"), Some("1"), sheet, 1.2)?;
        heading(xml, ("Group", "Group"), None, sheet, 1.0)?;
        grid(xml)
    })
}

/// In bold, and on the page of what follows.
fn heading(xml: &mut Xml, (id, name): (&str, &str), level: Option<&str>, sheet: Sheet, factor: f32) -> io::Result<()> {
    element(xml, "w:style", &[("w:type", "paragraph"), ("w:styleId", id)], |xml| {
        empty(xml, "w:name", &[("w:val", name)])?;
        empty(xml, "w:basedOn", &[("w:val", "Normal")])?;
        empty(xml, "w:next", &[("w:val", "Normal")])?;
        empty(xml, "w:qFormat", &[])?;
        element(xml, "w:pPr", &[], |xml| {
            empty(xml, "w:keepNext", &[])?;
            empty(xml, "w:spacing", &[("w:before", "120"), ("w:after", "60")])?;
            level.map_or(Ok(()), |level| empty(xml, "w:outlineLvl", &[("w:val", level)]))
        })?;
        element(xml, "w:rPr", &[], |xml| {
            empty(xml, "w:b", &[])?;
            size(xml, sheet, factor)
        })
    })
}

/// In half points.
fn size(xml: &mut Xml, sheet: Sheet, factor: f32) -> io::Result<()> {
    let half_points = (2.0 * factor * sheet.text_points()).round().to_string();
    empty(xml, "w:sz", &[("w:val", &half_points)])?;
    empty(xml, "w:szCs", &[("w:val", &half_points)])
}

/// Tables with hairlines.
fn grid(xml: &mut Xml) -> io::Result<()> {
    element(xml, "w:style", &[("w:type", "table"), ("w:styleId", "Grid")], |xml| {
        empty(xml, "w:name", &[("w:val", "Grid")])?;
        element(xml, "w:tblPr", &[], |xml| {
            element(xml, "w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "808080")];
                    empty(xml, side, &line)?;
                }
                Ok(())
            })?;
            element(xml, "w:tblCellMar", &[], |xml| {
                for (side, width) in [("w:top", "40"), ("w:left", "80"), ("w:bottom", "40"), ("w:right", "80")] {
                    empty(xml, side, &[("w:w", width), ("w:type", "dxa")])?;
                }
                Ok(())
            })
        })
    })
}
