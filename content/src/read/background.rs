use std::path::Path;

use super::fields::{checked_source, new_id};
use crate::{
    dataset::Background,
    record::{Gathered, Record},
};

pub(super) fn read(root: &Path, instruments: &[&'static str], problems: &Gathered) -> &'static [Background] {
    let Some(file) = Record::open(root, "assets/data/background.toml", problems) else { return &[] };
    let mut ids = Vec::new();
    let mut notes = Vec::new();
    for record in file.records("note") {
        notes.push(Background {
            id: new_id(&record, &mut ids),
            title: record.text("title"),
            text: record.text("text"),
            dated: record.text("dated"),
            source: checked_source(&record),
            note: record.optional("note"),
            instruments: record.ids_if_any("instruments", instruments),
        });
        record.finish();
    }
    file.finish();
    notes.leak()
}
