use std::collections::BTreeMap;

use super::{fields::new_id, topics};
use crate::{
    dataset::{Basis, DutyBearer, Extent, Force, Provision, Silence},
    record::Record,
    rules,
};

pub(super) fn read_provisions(
    file: &Record,
    sources: &BTreeMap<&'static str, &'static str>,
    checked: &'static str,
    topics: &[&'static str],
    binding: bool,
) -> &'static [Provision] {
    let mut ids = Vec::new();
    let mut provisions: Vec<Provision> = Vec::new();
    for record in file.records("provision") {
        let force = record.choice("force", Force::NAMED);
        let duty_bearer = record.choice("duty_bearer", DutyBearer::NAMED);
        let provision = Provision {
            id: new_id(&record, &mut ids),
            pinpoint: record.text("pinpoint"),
            topics: record.ids("topics", topics, "names no topic; a provision stands in at least one row"),
            force: force.unwrap_or(Force::Definition),
            verb: record.text("verb"),
            duty_bearer: duty_bearer.unwrap_or(DutyBearer::NotSeen),
            duty_bearer_words: record.text("duty_bearer_words"),
            words: record.optional("words"),
            words_lang: record.optional("words_lang"),
            summary: record.text("summary"),
            basis: record.choice("basis", Basis::NAMED).unwrap_or(Basis::Secondary),
            basis_words: record.text("basis_words"),
            source: source_of(&record, sources),
            checked: record.date("checked").unwrap_or(checked),
            note: record.optional("note"),
        };
        if !provision.pinpoint.is_empty()
            && provisions.iter().any(|other| (other.pinpoint, other.words) == (provision.pinpoint, provision.words))
        {
            record.report("pinpoint", format!("{} stands here twice with the same words", provision.pinpoint));
        }
        record.report_if("words", provision.words.and_then(rules::quotation));
        record.report_if("force", rules::force(provision.force, binding));
        if let (Some(force), Some(bearer)) = (force, duty_bearer) {
            record.report_if("duty_bearer", rules::duty_bearer(force, bearer));
        }
        record.finish();
        provisions.push(provision);
    }
    provisions.leak()
}

pub(super) fn read_silences(
    file: &Record,
    sources: &BTreeMap<&'static str, &'static str>,
    checked: &'static str,
    topics: &[&'static str],
    provisions: &[Provision],
) -> &'static [Silence] {
    let mut silences: Vec<Silence> = Vec::new();
    for record in file.records("silence") {
        let topic = record.text("topic");
        let silence = Silence {
            topic,
            extent: record.choice("extent", Extent::NAMED).unwrap_or(Extent::Partial),
            how: record.text("how"),
            note: record.optional("note"),
            source: source_of(&record, sources),
            checked: record.date("checked").unwrap_or(checked),
        };
        if !topic.is_empty() && !topics.contains(&topic) {
            record.report("topic", format!("“{topic}” is no topic of {}", topics::FILE));
        }
        if !topic.is_empty() && silences.iter().any(|other| other.topic == topic) {
            record.report("topic", format!("the silence on “{topic}” is said twice"));
        }
        let spoken = provisions.iter().find(|provision| provision.topics.contains(&topic));
        if let (Extent::Silent, Some(provision)) = (silence.extent, spoken) {
            record.report("extent", format!("silent on “{topic}”, but {} speaks of it", provision.pinpoint));
        }
        record.finish();
        silences.push(silence);
    }
    silences.leak()
}

/// The field `source`, a key of `[sources]`.
fn source_of(record: &Record, sources: &BTreeMap<&'static str, &'static str>) -> &'static str {
    let key = record.text("source");
    sources.get(key).copied().unwrap_or_else(|| {
        if !key.is_empty() {
            record.report("source", format!("“{key}” is not among [sources] of this file"));
        }
        ""
    })
}
