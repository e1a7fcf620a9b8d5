use std::path::Path;

use crate::{
    dataset::{Dataset, Published, Reference},
    record::{Gathered, Problems, Record},
};

/// `assets/data/background.toml`.
mod background;
/// The provisions and silences of an instrument.
mod cells;
/// The facts of an instrument.
mod facts;
/// Fields that several tables have.
mod fields;
/// `assets/data/glossary.toml`.
mod glossary;
/// `assets/data/instruments/*.toml`.
mod instruments;
/// `assets/data/organisations.toml`.
mod organisations;
/// `assets/data/publications.toml`.
mod publications;
/// `assets/data/topics.toml`.
mod topics;

/// Reads the dataset in `assets/data` below `root`, and checks it.
///
/// # Errors
///
/// Every [`Problem`](crate::Problem) found, in the order of files and lines.
pub fn read_dataset(root: &Path) -> Result<Published, Problems> {
    let problems = Gathered::default();
    let (groups, topic_records) = topics::read(root, &problems);
    let topics: Vec<_> = groups.iter().flat_map(|group| group.topics).map(|topic| topic.id).collect();
    let instruments = instruments::read(root, &topics, &problems);
    let instrument_ids: Vec<_> = instruments.iter().map(|instrument| instrument.id).collect();
    topics::check_every_one_is_spoken_of(&topics, &topic_records, instruments);
    let (glossary, abbreviations) = glossary::read(root, instruments, &problems);

    let mut dataset = Dataset { version: "", date: "", shown_first: &[], instruments, groups, abbreviations };
    let reference = Reference {
        organisations: organisations::read(root, &topics, &problems),
        publications: publications::read(root, &instrument_ids, &problems),
        glossary,
        background: background::read(root, &instrument_ids, &problems),
    };
    if let Some(file) = Record::open(root, "assets/data/dataset.toml", &problems) {
        dataset.version = file.text("version");
        dataset.date = fields::required_date(&file, "date");
        dataset.shown_first = file.ids("shown_first", &instrument_ids, "names no instrument");
        file.finish();
    }
    problems.into_result(Published { dataset, reference })
}
