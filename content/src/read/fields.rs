use crate::{record::Record, rules};

/// The field `id`, which must be new and fit for an address.
pub(super) fn new_id(record: &Record, taken: &mut Vec<&'static str>) -> &'static str {
    let id = record.text("id");
    check_id(record, "id", id);
    if !id.is_empty() && taken.contains(&id) {
        record.report("id", format!("“{id}” is taken"));
    }
    taken.push(id);
    id
}

pub(super) fn check_id(record: &Record, field: &str, id: &str) {
    record.report_if(field, rules::id(id));
}

/// The field `source`, an address or a work in words.
pub(super) fn checked_source(record: &Record) -> &'static str {
    let source = record.text("source");
    if !source.is_empty() {
        record.check_source("source", source);
    }
    source
}

pub(super) fn required_date(record: &Record, field: &'static str) -> &'static str {
    if !record.has(field) {
        record.report(field, "needs a date");
    }
    record.date(field).unwrap_or_default()
}
