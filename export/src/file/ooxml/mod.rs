//! Office Open XML (ECMA-376), part by part.
//!
//! The crate for text documents writes neither tables whose heads stand on every page nor the language of the text;
//! the one for spreadsheets is larger than all else that is loaded for printing and saving.

mod xml;

use std::io::{self, Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

pub use self::xml::{Xml, element, empty, part, text};
use super::{FileError, report::Report, text::line};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// Kinds of parts of documents, as others refer to them.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument";

/// A part of a document.
pub struct Part {
    /// Its path: `word/styles.xml`.
    pub name: String,
    /// What it is: `wordprocessingml.styles`.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Part {
    /// A part of that path, kind and content.
    pub fn new(name: impl Into<String>, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), kind, bytes }
    }

    /// What others call it when they refer to it: its kind without the application.
    fn relation(&self) -> &'static str {
        self.kind.rsplit('.').next().unwrap_or_default()
    }
}

/// A document. Its main part stands in a folder, and refers to all others as `rId1` and so on, in their order.
pub fn package(report: &Report, main: &Part, others: &[Part]) -> Result<Vec<u8>, FileError> {
    let (folder, name) = main.name.split_once('/').unwrap_or_default();
    let in_folder = |part: &Part| {
        let target = part.name.strip_prefix(folder).map_or("", |name| name.trim_start_matches('/')).to_owned();
        ([OFFICE, "/", part.relation()].concat(), target)
    };
    let relations = [
        ([OFFICE, "/officeDocument"].concat(), main.name.clone()),
        ([PACKAGE, "/relationships/metadata/core-properties"].concat(), "docProps/core.xml".to_owned()),
    ];
    let relations = related(&relations)?;
    let main_relations = related(&others.iter().map(in_folder).collect::<Vec<_>>())?;
    let (types, properties) = (content_types(main, others)?, properties(report)?);
    let main_relations_name = format!("{folder}/_rels/{name}.rels");
    let beside = [
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &relations),
        ("docProps/core.xml", &properties),
        (&main_relations_name, &main_relations),
        (&main.name, &main.bytes),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in beside.into_iter().chain(others.iter().map(|part| (&*part.name, &part.bytes))) {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types(main: &Part, others: &[Part]) -> io::Result<Vec<u8>> {
    part("Types", &[("xmlns", &[PACKAGE, "/content-types"].concat())], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        for (extension, media_type) in [("rels", relations), ("xml", "application/xml")] {
            empty(xml, "Default", &[("Extension", extension), ("ContentType", media_type)])?;
        }
        let mut is = |name: &str, media_type: &str| {
            empty(xml, "Override", &[("PartName", &["/", name].concat()), ("ContentType", media_type)])
        };
        is("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")?;
        is(&main.name, &[TYPES, ".", main.kind, ".main+xml"].concat())?;
        others.iter().try_for_each(|part| is(&part.name, &[TYPES, ".", part.kind, "+xml"].concat()))
    })
}

/// Where other parts are: kinds and paths.
fn related(targets: &[(String, String)]) -> io::Result<Vec<u8>> {
    part("Relationships", &[("xmlns", &[PACKAGE, "/relationships"].concat())], |xml| {
        for (at, (kind, target)) in targets.iter().enumerate() {
            empty(xml, "Relationship", &[("Id", &id(at)), ("Type", kind), ("Target", target)])?;
        }
        Ok(())
    })
}

/// The name of a part, by its place among the others.
pub fn id(at: usize) -> String {
    format!("rId{}", at + 1)
}

/// Title, language and day.
fn properties(report: &Report) -> io::Result<Vec<u8>> {
    let names = [
        ("xmlns:cp", &*[PACKAGE, "/metadata/core-properties"].concat()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    part("cp:coreProperties", &names, |xml| {
        text(xml, "dc:title", &[], &line(&report.title))?;
        text(xml, "dc:description", &[], &line(&report.notice))?;
        text(xml, "dc:language", &[], &line(&report.lang))?;
        text(xml, "dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &[&line(&report.date), "T00:00:00Z"].concat())
    })
}
