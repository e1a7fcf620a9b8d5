//! What the filters leave, by their definition: each answer is looked at by itself, text by text. Slow and simple.

use std::{cell::RefCell, collections::HashMap};

use icu_normalizer::{DecomposingNormalizerBorrowed, properties::CanonicalCombiningClassMapBorrowed};
use victim_assistance_table::{
    dataset::{DutyBearer, Extent, Force, Instrument, InstrumentKind, Provision, Silence, Status, Topic},
    locale::{ENGLISH, Strings},
    query::{Facet, Query},
};

use super::dataset;

/// Whatever opens or closes a phrase.
pub const QUOTATION_MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Folding by another way than the code's: the whole text at once, and what a mark is by Unicode's own tables.
pub fn fold(text: &str) -> String {
    let marks = CanonicalCombiningClassMapBorrowed::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    decomposed.chars().filter(|char| marks.get_u8(*char) == 0).flat_map(char::to_lowercase).collect()
}

thread_local! {
    static FOLDED: RefCell<HashMap<&'static str, &'static str>> = RefCell::new(HashMap::new());
}

/// A text of the dataset, folded once.
fn folded(text: &'static str) -> &'static str {
    FOLDED.with_borrow_mut(|known| *known.entry(text).or_insert_with(|| fold(text).leak()))
}

/// Between two letters or digits: no word begins or ends there.
fn in_a_word(text: &str, at: usize) -> bool {
    let is_of_a_word = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
    is_of_a_word(text[..at].chars().last()) && is_of_a_word(text[at..].chars().next())
}

/// A term stands at this place of a text, where a word begins.
pub fn stands_at(term: &str, text: &str, at: usize) -> bool {
    text[at..].starts_with(term) && !in_a_word(text, at)
}

/// A term stands somewhere in a text; where it is exact, its end is the end of a word.
fn stands_in(term: &str, text: &str, exact: bool) -> bool {
    text.char_indices().any(|(at, _)| stands_at(term, text, at) && !(exact && in_a_word(text, at + term.len())))
}

/// What a search looks for; signs alone are none.
pub fn has_letter_or_digit(word: &&str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// Words, and phrases in quotation marks with whether these are closed.
fn terms(typed: &str) -> Vec<(String, bool)> {
    let mut terms = Vec::new();
    let mut rest = fold(typed);
    while let Some(opening) = rest.find(QUOTATION_MARKS) {
        terms.extend(rest[..opening].split_whitespace().map(|word| (word.to_owned(), false)));
        let quoted: String = rest[opening..].chars().skip(1).collect();
        let (phrase, after, closed) = match quoted.find(QUOTATION_MARKS) {
            Some(closing) => (&quoted[..closing], quoted[closing..].chars().skip(1).collect(), true),
            None => (&quoted[..], String::new(), false),
        };
        terms.push((phrase.split_whitespace().collect::<Vec<_>>().join(" "), closed));
        rest = after;
    }
    terms.extend(rest.split_whitespace().map(|word| (word.to_owned(), false)));
    terms.retain(|(term, _)| has_letter_or_digit(&term.as_str()));
    terms
}

/// What is searched in a provision, by the words that the table shows of it.
pub fn texts(provision: &'static Provision, words: &Strings) -> Vec<&'static str> {
    let mut texts = vec![
        provision.pinpoint,
        provision.summary,
        provision.verb,
        provision.duty_bearer_words,
        words.force(provision.force),
    ];
    texts.extend(provision.words);
    texts.extend(provision.note);
    texts
}

/// What an instrument is found by.
pub fn names(instrument: &'static Instrument) -> Vec<&'static str> {
    let mut names = vec![instrument.name, instrument.short_title, instrument.full_title];
    names.extend(instrument.also_known_as);
    names.extend(instrument.search_names);
    names
}

/// What a row is found by.
fn headings(topic: &'static Topic) -> Vec<&'static str> {
    let group = dataset().groups.iter().find(|group| group.topics.iter().any(|other| other.id == topic.id)).unwrap();
    [&[topic.title, group.title], topic.also].concat()
}

/// The name of a value.
fn name<T: PartialEq>(named: &[(&'static str, T)], value: &T) -> &'static str {
    named.iter().find(|(_, other)| other == value).unwrap().0
}

/// An answer of an instrument.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    pub instrument: &'static Instrument,
    pub what: What,
}

#[derive(Debug, Clone, Copy)]
pub enum What {
    Provision(&'static Provision),
    Silence(&'static Silence),
    NotAssessed(&'static Topic),
}

/// Every answer of every instrument.
pub fn answers() -> Vec<Answer> {
    let mut answers = Vec::new();
    for instrument in dataset().instruments {
        let mut add = |what| answers.push(Answer { instrument, what });
        instrument.provisions.iter().for_each(|provision| add(What::Provision(provision)));
        instrument.silences.iter().for_each(|silence| add(What::Silence(silence)));
        for topic in dataset().topics().filter(|topic| topic.core) {
            if !speaks(instrument, topic.id) && silence(instrument, topic.id).is_none() {
                add(What::NotAssessed(topic));
            }
        }
    }
    answers
}

pub fn speaks(instrument: &Instrument, topic: &str) -> bool {
    instrument.provisions.iter().any(|provision| provision.topics.contains(&topic))
}

pub fn silence(instrument: &Instrument, topic: &str) -> Option<&'static Silence> {
    instrument.silences.iter().find(|silence| silence.topic == topic)
}

impl Answer {
    pub fn is_provision(self) -> bool {
        matches!(self.what, What::Provision(_))
    }

    /// Its name in the facet of answers.
    fn name(self) -> &'static str {
        match self.what {
            What::Provision(_) => "provision",
            What::Silence(silence) if silence.extent == Extent::Silent => "silent",
            What::Silence(_) => "partial",
            What::NotAssessed(_) => "not-assessed",
        }
    }

    fn topics(self) -> Vec<&'static str> {
        match self.what {
            What::Provision(provision) => provision.topics.to_vec(),
            What::Silence(silence) => vec![silence.topic],
            What::NotAssessed(topic) => vec![topic.id],
        }
    }

    /// What it is of a facet.
    pub fn values(self, facet: Facet) -> Vec<&'static str> {
        let provision = match self.what {
            What::Provision(provision) => Some(provision),
            _ => None,
        };
        match facet {
            Facet::Topics => self.topics(),
            Facet::Forces => provision.map(|one| name(&Force::NAMED, &one.force)).into_iter().collect(),
            Facet::DutyBearers => provision.map(|one| name(&DutyBearer::NAMED, &one.duty_bearer)).into_iter().collect(),
            Facet::Kinds => vec![name(&InstrumentKind::NAMED, &self.instrument.kind)],
            Facet::Statuses => vec![name(&Status::NAMED, &self.instrument.status(dataset().date))],
            Facet::Answers => vec![self.name()],
        }
    }

    /// A search finds it in the row of a topic.
    fn is_found(self, typed: &[(String, bool)], topic: &'static Topic) -> bool {
        let mut all = [headings(topic), names(self.instrument)].concat();
        match self.what {
            What::Provision(provision) => all.extend(texts(provision, &ENGLISH)),
            What::Silence(silence) => all.extend([ENGLISH.extent(silence.extent), silence.note.unwrap_or_default()]),
            What::NotAssessed(_) => {}
        }
        typed.iter().all(|(term, exact)| all.iter().any(|text| stands_in(term, folded(text), *exact)))
    }

    /// The topics in whose rows it is shown.
    pub fn shown(self, query: &Query, columns: &[&str]) -> Vec<&'static str> {
        let typed = terms(&query.search);
        let chosen = |facet| query.chosen.of(facet);
        let unread = !typed.is_empty() && matches!(self.what, What::NotAssessed(_));
        let fits = |facet: Facet| {
            chosen(facet).is_empty() || self.values(facet).iter().any(|value| chosen(facet).contains(value))
        };
        let left = columns.contains(&self.instrument.id)
            && Facet::ALL.into_iter().all(fits)
            && !(unread && chosen(Facet::Answers).is_empty());
        if !left {
            return Vec::new();
        }
        let mut topics = self.topics();
        topics.retain(|topic| chosen(Facet::Topics).is_empty() || chosen(Facet::Topics).contains(topic));
        topics.retain(|topic| self.is_found(&typed, dataset().topic(topic).unwrap()));
        topics
    }
}

/// The columns of a view without a subject, in a room for all of them.
pub fn columns(query: &Query) -> Vec<&'static str> {
    let by_instrument = [Facet::Kinds, Facet::Statuses];
    let narrowed = by_instrument.iter().any(|facet| !query.chosen.of(*facet).is_empty());
    let usual = if query.view.is_table() && !narrowed {
        dataset().shown_first.to_vec()
    } else {
        dataset().instruments.iter().map(|instrument| instrument.id).collect()
    };
    let mut ids = query.instruments.clone().unwrap_or(usual);
    if let Some(pinned) = query.pinned.filter(|pinned| ids.contains(pinned)) {
        ids.retain(|id| *id != pinned);
        ids.insert(0, pinned);
    }
    of_kind_and_status(query, ids)
}

/// Those that are of a kind and a status asked for.
pub fn of_kind_and_status(query: &Query, mut ids: Vec<&'static str>) -> Vec<&'static str> {
    ids.retain(|id| {
        let instrument = dataset().instrument(id).unwrap();
        [Facet::Kinds, Facet::Statuses].into_iter().all(|facet| {
            let chosen = query.chosen.of(facet);
            let any = Answer { instrument, what: What::NotAssessed(dataset().topics().next().unwrap()) };
            chosen.is_empty() || any.values(facet).iter().any(|value| chosen.contains(value))
        })
    });
    ids
}

/// How many answers are shown; where no sort of answers is asked for, how many provisions.
pub fn count(query: &Query, all: &[Answer]) -> usize {
    let columns = columns(query);
    let of_any_sort = !query.chosen.of(Facet::Answers).is_empty();
    let counted = all.iter().filter(|answer| of_any_sort || answer.is_provision());
    counted.filter(|answer| !answer.shown(query, &columns).is_empty()).count()
}
