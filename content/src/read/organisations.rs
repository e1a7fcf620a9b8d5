use std::path::Path;

use super::fields::{checked_source, new_id};
use crate::{
    dataset::{Organisation, Statement},
    record::{Gathered, Record},
};

pub(super) fn read(root: &Path, topics: &[&'static str], problems: &Gathered) -> &'static [Organisation] {
    let Some(file) = Record::open(root, "assets/data/organisations.toml", problems) else { return &[] };
    let mut ids = Vec::new();
    let mut organisations = Vec::new();
    for record in file.records("organisation") {
        let organisation = Organisation {
            id: new_id(&record, &mut ids),
            name: record.text("name"),
            abbreviation: record.optional("abbreviation"),
            statements: read_statements(&record, topics),
            general: record.optional("general"),
            figures: record.optional("figures"),
            dated: record.text("dated"),
            source: checked_source(&record),
            note: record.optional("note"),
        };
        if !record.has("statement") && !record.has("general") {
            record.report("statement", "is missing; say what it does, in [[organisation.statement]] or general");
        }
        record.finish();
        organisations.push(organisation);
    }
    file.finish();
    organisations.leak()
}

fn read_statements(organisation: &Record, topics: &[&'static str]) -> &'static [Statement] {
    let mut statements = Vec::new();
    for record in organisation.records("statement") {
        statements.push(Statement {
            topics: record.ids("topics", topics, "names no topic; what belongs to none stands in general"),
            text: record.text("text"),
        });
        record.finish();
    }
    statements.leak()
}
