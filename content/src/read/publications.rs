use std::path::Path;

use super::fields::{checked_source, new_id};
use crate::{
    dataset::Publication,
    record::{Gathered, Record},
};

pub(super) fn read(root: &Path, instruments: &[&'static str], problems: &Gathered) -> &'static [Publication] {
    let Some(file) = Record::open(root, "assets/data/publications.toml", problems) else { return &[] };
    let mut ids = Vec::new();
    let mut publications = Vec::new();
    for record in file.records("publication") {
        let address = record.optional("address");
        if let Some(address) = address {
            record.check_source("address", address);
        }
        publications.push(Publication {
            id: new_id(&record, &mut ids),
            author: record.text("author"),
            title: record.text("title"),
            year: record.date("year"),
            venue: record.optional("venue"),
            pages: record.optional("pages"),
            doi: record.optional("doi"),
            address,
            languages: record.optional("languages"),
            about: record.ids_if_any("about", instruments),
            source: checked_source(&record),
            note: record.optional("note"),
        });
        record.finish();
    }
    file.finish();
    publications.leak()
}
