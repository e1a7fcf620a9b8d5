use std::path::Path;

use super::fields::new_id;
use crate::{
    dataset::{Instrument, Topic, TopicGroup},
    record::{Gathered, Record},
    rules,
};

pub(super) const FILE: &str = "assets/data/topics.toml";

/// The groups, and the record of each of their topics.
pub(super) fn read(root: &Path, problems: &Gathered) -> (&'static [TopicGroup], Vec<Record>) {
    let mut records = Vec::new();
    let Some(file) = Record::open(root, FILE, problems) else { return (&[], records) };
    let mut group_ids = Vec::new();
    let mut topic_ids = Vec::new();
    let mut groups = Vec::new();
    for group in file.records("group") {
        let mut topics = Vec::new();
        for topic in group.records("topic") {
            topics.push(Topic {
                id: new_id(&topic, &mut topic_ids),
                title: topic.text("title"),
                also: other_words(&topic),
                core: topic.flag("core"),
            });
            topic.finish();
            records.push(topic);
        }
        groups.push(TopicGroup {
            id: new_id(&group, &mut group_ids),
            title: group.text("title"),
            topics: topics.leak(),
        });
        group.finish();
    }
    file.finish();
    (groups.leak(), records)
}

fn other_words(topic: &Record) -> &'static [&'static str] {
    let words = topic.names("also");
    topic.report_if("also", rules::other_words(words));
    words
}

/// A row in which every cell is empty is no row.
pub(super) fn check_every_one_is_spoken_of(topics: &[&'static str], records: &[Record], instruments: &[Instrument]) {
    let spoken = |topic: &&str| {
        let provisions = instruments.iter().flat_map(|instrument| instrument.provisions);
        provisions.flat_map(|provision| provision.topics).any(|other| other == topic)
    };
    for (topic, record) in topics.iter().zip(records).filter(|(topic, _)| !spoken(topic)) {
        record.report("id", format!("no instrument speaks of “{topic}”"));
    }
}
