//! What is shown, flat: one record an answer, in the order shown.

mod answer;

use victim_assistance_table::{
    dataset::{DATASET, REFERENCE, Topic},
    query::View,
    view_model::{Comparison, Content, Overview, Page, Row},
};

pub(crate) use self::answer::{Answer, What, answers};
use crate::shown::Shown;

/// A flat table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    /// Names of the fields.
    pub headers: Vec<String>,
    /// One field a header.
    pub rows: Vec<Vec<String>>,
}

impl Records {
    /// What is shown: answers of instruments, statements of organisations, or publications.
    ///
    /// The version of the dataset stands in every record, for a record is often copied without the others.
    #[must_use]
    pub fn new(shown: &Shown) -> Self {
        let (headers, mut rows) = match (shown.query.view, &shown.model.content) {
            (View::Organisations, Content::Table(table)) => organisations(table, shown),
            (View::Publications, Content::Page(page)) => publications(page, shown),
            (_, Content::Overview(overview)) => map(overview, shown),
            _ => answer::records(&answers(shown), shown),
        };
        let mut headers: Vec<_> = headers.into_iter().map(str::to_owned).collect();
        headers.push(shown.words.dataset_version.to_owned());
        rows.iter_mut().for_each(|row| row.push(DATASET.version.to_owned()));
        Self { headers, rows }
    }
}

/// Headers and rows.
type Flat = (Vec<&'static str>, Vec<Vec<String>>);

/// The rows that are shown.
pub(crate) fn rows(table: &Comparison) -> impl Iterator<Item = &Row> {
    table.rows().map(|row| &**row).filter(|row| !row.hidden)
}

/// The title of the group of a topic.
fn group(topic: &Topic) -> &'static str {
    let group = DATASET.groups.iter().find(|group| group.topics.iter().any(|other| other.id == topic.id));
    group.map_or("", |group| group.title)
}

fn organisations(table: &Comparison, shown: &Shown) -> Flat {
    let (words, own) = (shown.locale.words(), shown.words);
    let headers = vec![own.topic_group, words.topic, own.organisation, own.statement, words.as_of_label, words.source];
    let mut records = Vec::new();
    for row in rows(table) {
        let group = DATASET.topic(row.id).map_or("", group);
        for cell in row.cells.iter() {
            let organisation = REFERENCE.organisations.iter().find(|organisation| organisation.id == cell.column);
            let Some(organisation) = organisation else { continue };
            let of = |statement: &str| {
                [group, row.title, organisation.name, statement, organisation.dated, organisation.source]
                    .map(str::to_owned)
                    .to_vec()
            };
            records.extend(cell.statements.iter().map(|statement| of(statement)));
        }
    }
    (headers, records)
}

fn publications(page: &Page, shown: &Shown) -> Flat {
    let (words, own) = (shown.locale.words(), shown.words);
    let facts = [
        words.author,
        words.year,
        words.published,
        words.pages,
        words.published_languages,
        words.doi,
        words.address,
        words.as_of_label,
        words.source,
        words.note,
    ];
    let headers = [&[own.entry_title], &facts[..], &[own.entry_about, own.entry_text]].concat();
    let records = page.sections.iter().map(|section| {
        let fact = |label: &&str| section.facts.iter().find(|fact| fact.label == *label);
        let about: Vec<_> = section.lines.iter().map(|line| line.command.label.as_str()).collect();
        let facts = facts.iter().map(|label| fact(label).map_or_else(String::new, |fact| fact.text.clone()));
        std::iter::once(section.title.clone())
            .chain(facts)
            .chain([about.join(words.list_separator), section.notes.join(" ")])
            .collect()
    });
    (headers, records.collect())
}

/// The strongest answers of a map; without what the filters leave out.
fn map(overview: &Overview, shown: &Shown) -> Flat {
    let (words, own) = (shown.locale.words(), shown.words);
    let headers = vec![own.topic_group, words.topic, words.instrument, words.answer];
    let records = overview.rows.iter().flat_map(|row| {
        let cells = row.cells.iter().zip(&overview.topics).filter(|(cell, _)| !cell.faint);
        cells.map(|(cell, (id, title))| {
            let answer = match (cell.force, cell.silence) {
                (Some(force), _) => words.force(force),
                (None, Some(extent)) => words.extent(extent),
                (None, None) => words.not_assessed,
            };
            [DATASET.topic(id).map_or("", group), title, row.name, answer].map(str::to_owned).to_vec()
        })
    });
    (headers, records.collect())
}
