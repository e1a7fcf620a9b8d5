use victim_assistance_table::{
    dataset::{DATASET, Instrument, Provision, Silence, Topic},
    query::{Action, At, View},
    view_model::{Cell, Content, Line, Overview, Page},
};

use super::{Flat, group, rows};
use crate::shown::Shown;

/// An answer of an instrument that is shown.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    pub instrument: &'static Instrument,
    /// The topic under which it is shown; all its topics where it is shown under none.
    pub topics: Vec<&'static Topic>,
    pub what: What<'a>,
}

/// What an instrument says on a topic.
#[derive(Debug)]
pub(crate) enum What<'a> {
    /// It speaks of it: a provision, with its summary as it is shown.
    Provision(&'static Provision, &'a str),
    /// It is silent, with a sentence on who is not.
    Silence(&'static Silence, &'a str),
    /// It speaks of it, but not as the filters ask: so many provisions, in words.
    NotMatching(&'a str),
    /// Nobody has read it for the topic.
    NotAssessed,
}

/// Every answer of an instrument that is shown, in the order shown.
pub(crate) fn answers<'a>(shown: &'a Shown) -> Vec<Answer<'a>> {
    let mut answers = Vec::new();
    match (&shown.model.content, shown.query.view) {
        (_, View::Organisations | View::Publications) => {}
        (Content::Table(table), view) => {
            for (row, cell) in rows(table).flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
                let (topic, instrument) =
                    if view == View::Transposed { (cell.column, row.id) } else { (row.id, cell.column) };
                answers.extend(of_cell(DATASET.topic(topic), instrument, cell));
            }
        }
        (Content::Page(page), View::Topic(topic) | View::Time(topic)) => {
            for section in &page.sections {
                let cell = section.cell.iter();
                answers.extend(cell.flat_map(|cell| of_cell(DATASET.topic(topic), section.id, cell)));
            }
        }
        (Content::Page(page), view) => answers.extend(of_page(page, view)),
        (Content::Overview(overview), _) => answers.extend(of_map(overview)),
    }
    answers
}

fn of_cell<'a>(topic: Option<&'static Topic>, instrument: &str, cell: &'a Cell) -> Vec<Answer<'a>> {
    let Some(instrument) = DATASET.instrument(instrument) else { return Vec::new() };
    let provisions = cell.entries().map(|entry| What::Provision(entry.provision, &entry.summary));
    let not_matching = (!cell.not_matching.is_empty()).then_some(What::NotMatching(&cell.not_matching));
    let silence = cell.silence.iter().map(|entry| What::Silence(entry.silence, ""));
    let not_assessed = cell.not_assessed.then_some(What::NotAssessed);
    let all = provisions.chain(not_matching).chain(silence).chain(not_assessed);
    all.map(|what| Answer { instrument, topics: topics(topic, &what), what }).collect()
}

fn topics(shown: Option<&'static Topic>, what: &What) -> Vec<&'static Topic> {
    match (shown, what) {
        (None, What::Provision(provision, _)) => {
            DATASET.topics().filter(|topic| provision.topics.contains(&topic.id)).collect()
        }
        (shown, _) => shown.into_iter().collect(),
    }
}

/// All that an instrument says, or the silences of several.
fn of_page<'a>(page: &'a Page, view: View) -> Vec<Answer<'a>> {
    let mut answers = Vec::new();
    for section in &page.sections {
        if let View::Instrument(instrument) = view {
            answers.extend(section.cell.iter().flat_map(|cell| of_cell(None, instrument, cell)));
        }
        answers.extend(section.lines.iter().filter_map(of_line));
    }
    answers
}

/// The silence that a line leads to; of other lines none.
fn of_line(line: &Line) -> Option<Answer<'_>> {
    let Action::GoTo(Some(At::Cell(instrument, topic))) = &line.command.action else { return None };
    let instrument = DATASET.instrument(instrument)?;
    let silence = instrument.silences.iter().find(|silence| silence.topic == *topic)?;
    Some(Answer {
        instrument,
        topics: DATASET.topic(topic).into_iter().collect(),
        what: What::Silence(silence, &line.text),
    })
}

/// All that stands behind the marks of a map, without what the filters leave out.
fn of_map<'a>(overview: &Overview) -> Vec<Answer<'a>> {
    let mut answers = Vec::new();
    for row in &overview.rows {
        let Some(instrument) = DATASET.instrument(row.id) else { continue };
        let cells = row.cells.iter().zip(&overview.topics).filter(|(cell, _)| !cell.faint);
        for topic in cells.filter_map(|(_, (id, _))| DATASET.topic(id)) {
            let provisions = instrument.provisions.iter().filter(|provision| provision.topics.contains(&topic.id));
            let silences = instrument.silences.iter().filter(|silence| silence.topic == topic.id);
            let all = provisions
                .map(|provision| What::Provision(provision, provision.summary))
                .chain(silences.map(|silence| What::Silence(silence, "")));
            let before = answers.len();
            answers.extend(all.map(|what| Answer { instrument, topics: vec![topic], what }));
            if answers.len() == before {
                answers.push(Answer { instrument, topics: vec![topic], what: What::NotAssessed });
            }
        }
    }
    answers
}

/// One record an answer.
pub(super) fn records(answers: &[Answer], shown: &Shown) -> Flat {
    let (words, own) = (shown.locale.words(), shown.words);
    let headers = vec![
        own.topic_group,
        words.topic,
        words.instrument,
        words.answer,
        own.pinpoint,
        words.legal_force,
        words.duty_bearer,
        own.duty_bearer_words,
        words.verb,
        own.summary,
        words.operative_words,
        own.words_language,
        words.basis,
        own.basis_words,
        words.source,
        words.checked,
        words.note,
    ];
    (headers, answers.iter().map(|answer| record(answer, shown)).collect())
}

fn record(answer: &Answer, shown: &Shown) -> Vec<String> {
    let words = shown.locale.words();
    let mut groups: Vec<_> = answer.topics.iter().map(|topic| group(topic)).collect();
    groups.dedup();
    let titles: Vec<_> = answer.topics.iter().map(|topic| topic.title).collect();
    let (groups, titles) = (groups.join(words.list_separator), titles.join(words.list_separator));
    let what = match &answer.what {
        What::Provision(provision, summary) => [
            words.provision,
            provision.pinpoint,
            words.force(provision.force),
            words.duty_bearer_class(provision.duty_bearer),
            provision.duty_bearer_words,
            provision.verb,
            summary,
            provision.words.unwrap_or_default(),
            // As on the screen: words whose language is not told are English.
            provision.words.map_or("", |_| provision.words_lang.unwrap_or("en")),
            words.basis_class(provision.basis),
            provision.basis_words,
            provision.source,
            provision.checked,
            provision.note.unwrap_or_default(),
        ],
        What::Silence(Silence { extent, how, source, checked, note, .. }, others) => {
            let (answer, note) = (words.extent(*extent), note.unwrap_or_default());
            [answer, "", "", "", "", "", others, "", "", "", how, source, checked, note]
        }
        What::NotMatching(how_many) => [how_many, "", "", "", "", "", "", "", "", "", "", "", "", ""],
        What::NotAssessed => [words.not_assessed, "", "", "", "", "", "", "", "", "", "", "", "", ""],
    };
    [&groups, &titles, answer.instrument.name].into_iter().chain(what).map(str::to_owned).collect()
}
