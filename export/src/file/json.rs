use serde::Serialize;
use serde_json::Value;
use victim_assistance_table::{
    dataset::{
        Abbreviation, Background, DATASET, Instrument, Organisation, Provision, Publication, REFERENCE, Term, Topic,
        TopicGroup,
    },
    query::{Search, View, fold},
    view_model::Content,
};

use super::FileError;
use crate::{
    records::{Answer, What, answers, rows},
    shown::Shown,
};

/// A dataset in the schema of `dataset.json`, which holds what is shown and nothing else.
///
/// It refers to nothing it does not hold: a provision names those of its topics that are in it, and where the
/// instrument it stands under is not in it, that stands there by its title, as the schema has it. Instruments that
/// are named only as what a publication is about have no provisions in it.
pub fn write(shown: &Shown) -> Result<Vec<u8>, FileError> {
    let answers = answers(shown);
    let reference = Shelf::new(shown);
    let instruments = instruments(shown, &answers, &reference);
    let topics = topics(shown, &answers);
    let ids: Vec<_> = instruments.iter().map(|instrument| instrument.id).collect();
    let reduced = |instrument: &&'static Instrument| reduce(instrument, &answers, &ids, &topics);
    let organisations = organisations(shown, &topics).collect::<Result<_, _>>()?;
    let instruments = instruments.iter().map(reduced).collect::<Result<_, _>>()?;
    let published = Published {
        version: DATASET.version,
        date: DATASET.date,
        shown_first: ids,
        instruments,
        groups: groups(&topics)?,
        abbreviations: Vec::new(),
        organisations,
        publications: reference.publications,
        glossary: Vec::new(),
        background: reference.background,
    };
    Ok(serde_json::to_vec_pretty(&published)?)
}

/// As `vat_content::Published`, which is not there without the reader of `assets/data`.
#[derive(Serialize)]
struct Published {
    version: &'static str,
    date: &'static str,
    shown_first: Vec<&'static str>,
    instruments: Vec<Value>,
    groups: Vec<Value>,
    abbreviations: Vec<Abbreviation>,
    organisations: Vec<Value>,
    publications: Vec<&'static Publication>,
    glossary: Vec<Term>,
    background: Vec<&'static Background>,
}

/// What was written, as far as it is shown.
struct Shelf {
    publications: Vec<&'static Publication>,
    background: Vec<&'static Background>,
}

impl Shelf {
    fn new(shown: &Shown) -> Self {
        let sections = match (&shown.model.content, shown.query.view) {
            (Content::Page(page), View::Publications | View::Instrument(_)) => page.sections.as_slice(),
            _ => &[],
        };
        let is_shown = |id| sections.iter().any(|section| section.id == id);
        Self {
            publications: REFERENCE.publications.iter().filter(|one| is_shown(one.id)).collect(),
            background: REFERENCE.background.iter().filter(|one| is_shown(one.id)).collect(),
        }
    }

    fn is_about(&self, id: &str) -> bool {
        let publications = self.publications.iter().map(|one| one.about);
        let mut about = publications.chain(self.background.iter().map(|one| one.instruments));
        about.any(|ids| ids.contains(&id))
    }
}

/// In the order shown; those that are only named come last.
fn instruments(shown: &Shown, answers: &[Answer], shelf: &Shelf) -> Vec<&'static Instrument> {
    let subject = match shown.query.view {
        View::Instrument(id) => DATASET.instrument(id),
        _ => None,
    };
    let named = DATASET.instruments.iter().filter(|instrument| shelf.is_about(instrument.id));
    let all = subject.into_iter().chain(answers.iter().map(|answer| answer.instrument)).chain(named);
    all.fold(Vec::new(), |mut kept, instrument| {
        if !kept.contains(&instrument) {
            kept.push(instrument);
        }
        kept
    })
}

/// In the order shown.
fn topics(shown: &Shown, answers: &[Answer]) -> Vec<&'static Topic> {
    let of_rows = match (&shown.model.content, shown.query.view) {
        (Content::Table(table), View::Organisations) => rows(table).filter_map(|row| DATASET.topic(row.id)).collect(),
        _ => Vec::new(),
    };
    let mut topics: Vec<_> = of_rows;
    for topic in answers.iter().flat_map(|answer| &answer.topics) {
        if !topics.contains(topic) {
            topics.push(topic);
        }
    }
    topics
}

/// The groups of these topics, with no others.
fn groups(topics: &[&'static Topic]) -> Result<Vec<Value>, serde_json::Error> {
    let mut groups: Vec<(&TopicGroup, Vec<&Topic>)> = Vec::new();
    for topic in topics {
        let Some(group) = DATASET.groups.iter().find(|group| group.topics.contains(topic)) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, topics)) => topics.push(topic),
            None => groups.push((group, vec![topic])),
        }
    }
    groups.into_iter().map(|(group, topics)| with(TopicGroup { topics: &[], ..*group }, "topics", topics)).collect()
}

/// An instrument with the answers that are shown.
fn reduce(
    instrument: &'static Instrument,
    answers: &[Answer],
    instruments: &[&str],
    topics: &[&'static Topic],
) -> Result<Value, serde_json::Error> {
    let own = || answers.iter().filter(|answer| answer.instrument.id == instrument.id).map(|answer| &answer.what);
    let speaks = |provision: &&Provision| {
        own().any(|what| matches!(what, What::Provision(shown, _) if shown.id == provision.id))
    };
    let provisions = instrument.provisions.iter().filter(speaks).map(|provision| {
        let is_in = |id: &&&str| topics.iter().any(|topic| topic.id == **id);
        let topics: Vec<_> = provision.topics.iter().filter(is_in).collect();
        with(Provision { topics: &[], ..*provision }, "topics", topics)
    });
    let provisions: Vec<_> = provisions.collect::<Result<_, _>>()?;
    let silences = instrument.silences.iter();
    let silences: Vec<_> = silences
        .filter(|silence| own().any(|what| matches!(what, What::Silence(shown, _) if shown == silence)))
        .collect();
    let is_in = |id: &&str| instruments.contains(id);
    let parent = instrument.parent.map(|parent| {
        let left_out = DATASET.instrument(parent).filter(|parent| !is_in(&parent.id));
        left_out.map_or(parent, |parent| parent.short_title)
    });
    let instrument = Instrument { parent, provisions: &[], silences: &[], ..*instrument };
    let value = with(instrument, "provisions", provisions)?;
    with(value, "silences", silences)
}

/// Organisations with what is shown of what they do.
fn organisations(shown: &Shown, topics: &[&'static Topic]) -> impl Iterator<Item = Result<Value, serde_json::Error>> {
    let is_shown = shown.query.view == View::Organisations && shown.model.nothing.is_none();
    let search = Search::new(&shown.query.search, shown.locale);
    let all = REFERENCE.organisations.iter().filter(move |_| is_shown);
    all.filter_map(move |organisation| {
        let finds = |topic: &str, text: &str| {
            let texts = [organisation.name, organisation.abbreviation.unwrap_or_default(), topic, text];
            let folded = texts.map(|text| fold(text, shown.locale));
            search.matches(folded.iter().map(String::as_str))
        };
        let statements: Vec<_> = organisation
            .statements
            .iter()
            .filter_map(|statement| {
                let in_file = statement.topics.iter().filter_map(|id| topics.iter().find(|topic| topic.id == *id));
                let ids: Vec<_> =
                    in_file.filter(|topic| finds(topic.title, statement.text)).map(|topic| topic.id).collect();
                (!ids.is_empty()).then(|| with(*statement, "topics", ids))
            })
            .collect::<Result<_, _>>()
            .ok()?;
        Some(with(Organisation { statements: &[], ..*organisation }, "statements", statements))
    })
}

/// A value with another in the place of one of its fields.
fn with(value: impl Serialize, field: &str, other: impl Serialize) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(value)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert(field.to_owned(), serde_json::to_value(other)?);
    }
    Ok(value)
}
