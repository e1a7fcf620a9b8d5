use crate::{
    dataset::{Fact, FurtherFact, Years},
    record::Record,
    rules,
};

pub(super) fn read(file: &Record, field: &'static str) -> Option<Fact> {
    let record = file.record(field)?;
    let fact = read_fields(&record);
    record.finish();
    Some(fact)
}

/// The years a plan covers, as a fact in words and, where they were verified, as two years.
pub(super) fn read_period(file: &Record) -> (Option<Fact>, Option<Years>) {
    let Some(record) = file.record("period") else { return (None, None) };
    let period = read_fields(&record);
    let years = match (record.year("from"), record.year("until")) {
        (Some(from), Some(until)) => Some(Years { from, until }),
        _ => None,
    };
    if record.has("from") != record.has("until") {
        let missing = if record.has("from") { "until" } else { "from" };
        record.report(missing, "is missing; a period has a first and a last year, or neither");
    }
    record.report_if("until", years.and_then(rules::years));
    record.finish();
    (Some(period), years)
}

pub(super) fn read_further(file: &Record) -> &'static [FurtherFact] {
    let mut facts = Vec::new();
    for record in file.records("further_fact") {
        facts.push(FurtherFact { about: record.text("about"), fact: read_fields(&record) });
        record.finish();
    }
    facts.leak()
}

fn read_fields(record: &Record) -> Fact {
    let sources = record.texts("sources");
    if sources.is_empty() {
        record.report("sources", "a fact needs a source");
    }
    for source in sources {
        record.check_source("sources", source);
    }
    Fact { text: record.text("text"), date: record.date("date"), sources, note: record.optional("note") }
}
