use std::collections::HashSet;

use super::{Place, Wrong};
use crate::{
    dataset::{Dataset, Extent, Fact, Instrument, Provision, Published, Reference, Silence},
    rules,
};

/// What a page can lay out at once, and search with every keystroke.
const MOST_TOPICS: usize = 5_000;
const MOST_INSTRUMENTS: usize = 100;
const MOST_CELLS: usize = 50_000;
const MOST_PROVISIONS: usize = 50_000;
/// The widget keeps the rows that a provision is shown in as bits.
const MOST_TOPICS_OF_ONE: usize = 64;
/// A provision on several topics stands in several rows.
const MOST_PLACES: usize = 100_000;
const MOST_BESIDE: usize = 1_000;
/// Each is looked for in every summary.
const MOST_ABBREVIATIONS: usize = 100;

/// Ids that others may name.
type Ids = HashSet<&'static str>;

/// Reports all that is wrong with a dataset whose fields are each of their type.
pub(super) fn check(published: &Published, wrong: &mut Wrong) {
    let Published { dataset, reference } = published;
    let topics: Ids = dataset.topics().map(|topic| topic.id).collect();
    let instruments: Ids = dataset.instruments.iter().map(|instrument| instrument.id).collect();
    let all = Place::Document;
    check_size(dataset, reference, wrong);
    if !wrong.0.is_empty() {
        return;
    }
    wrong.add_if(all.field("date"), rules::date(dataset.date));
    check_named(dataset.shown_first, &instruments, all.field("shown_first"), wrong);
    if dataset.shown_first.is_empty() {
        wrong.add(all.field("shown_first"), "names no instrument");
    }
    check_groups(dataset, wrong);
    check_ids(dataset.instruments.iter().map(|instrument| instrument.id), all.field("instruments"), wrong);
    for (at, instrument) in dataset.instruments.iter().enumerate() {
        check_instrument(instrument, &topics, &instruments, all.field("instruments").item(at), wrong);
    }
    check_abbreviations(dataset, wrong);
    check_organisations(reference, &topics, wrong);
    check_publications(reference, &instruments, wrong);
    check_glossary(reference, dataset, wrong);
}

fn check_size(dataset: &Dataset, reference: &Reference, wrong: &mut Wrong) {
    let all = Place::Document;
    let topics = dataset.topics().count();
    let instruments = dataset.instruments.len();
    let provisions = || dataset.instruments.iter().flat_map(|instrument| instrument.provisions);
    let places = provisions().map(|provision| provision.topics.len()).sum();
    let statements = reference.organisations.iter().flat_map(|organisation| organisation.statements);
    let sizes = [
        ("groups", "topics", topics, 1, MOST_TOPICS),
        ("instruments", "instruments", instruments, 1, MOST_INSTRUMENTS),
        ("instruments", "cells, topics times instruments", topics * instruments, 1, MOST_CELLS),
        ("instruments", "provisions", provisions().count(), 0, MOST_PROVISIONS),
        ("instruments", "topics of provisions", places, 0, MOST_PLACES),
        ("abbreviations", "abbreviations", dataset.abbreviations.len(), 0, MOST_ABBREVIATIONS),
        ("organisations", "cells, topics times organisations", topics * reference.organisations.len(), 0, MOST_CELLS),
        ("organisations", "statements", statements.count(), 0, MOST_BESIDE),
        ("publications", "publications", reference.publications.len(), 0, MOST_BESIDE),
        ("glossary", "terms", reference.glossary.len(), 0, MOST_BESIDE),
        ("background", "notes", reference.background.len(), 0, MOST_BESIDE),
    ];
    for (field, what, number, least, most) in sizes {
        if number < least {
            wrong.add(all.field(field), format!("holds no {what}"));
        }
        if number > most {
            wrong.add(all.field(field), format!("holds {number} {what}; at most {most} are shown"));
        }
    }
}

fn check_groups(dataset: &Dataset, wrong: &mut Wrong) {
    let groups = &Place::Document.field("groups");
    check_ids(dataset.groups.iter().map(|group| group.id), *groups, wrong);
    let spoken: Ids = dataset
        .instruments
        .iter()
        .flat_map(|instrument| instrument.provisions)
        .flat_map(|provision| provision.topics)
        .copied()
        .collect();
    let mut seen = Ids::new();
    for (at, group) in dataset.groups.iter().enumerate() {
        let group_place = groups.item(at);
        let topics = group_place.field("topics");
        for (at, topic) in group.topics.iter().enumerate() {
            let place = topics.item(at);
            check_id(topic.id, &mut seen, place.field("id"), wrong);
            check_once(topic.also, place.field("also"), wrong);
            wrong.add_if(place.field("also"), rules::other_words(topic.also));
            // A row in which every cell is empty is no row.
            if !spoken.contains(topic.id) {
                wrong.add(place.field("id"), format!("no instrument speaks of “{}”", topic.id));
            }
        }
    }
}

fn check_instrument(instrument: &Instrument, topics: &Ids, instruments: &Ids, place: Place, wrong: &mut Wrong) {
    wrong.add_if(place.field("binding"), rules::binding(instrument.kind, instrument.binding));
    check_once(instrument.search_names, place.field("search_names"), wrong);
    let parent = instrument.parent.and_then(|parent| rules::parent(parent, |id| instruments.contains(id)));
    wrong.add_if(place.field("parent"), parent);
    let facts = [
        ("adopted", instrument.adopted),
        ("opened_for_signature", instrument.opened_for_signature),
        ("entry_into_force", instrument.entry_into_force),
        ("period", instrument.period),
        ("parties", instrument.parties),
        ("depositary", instrument.depositary),
        ("languages", instrument.languages),
        ("registration", instrument.registration),
        ("address", instrument.address),
    ];
    for (field, fact) in facts {
        if let Some(fact) = fact {
            check_fact(&fact, place.field(field), wrong);
        }
    }
    for (at, further) in instrument.further_facts.iter().enumerate() {
        check_fact(&further.fact, place.field("further_facts").item(at).field("fact"), wrong);
    }
    if instrument.parties.is_some_and(|fact| fact.date.is_none()) {
        wrong.add(place.field("parties"), "a number of parties needs the date it was seen for");
    }
    let address = instrument.address.and_then(|fact| rules::source(fact.text));
    wrong.add_if(place.field("address").field("text"), address);
    if let Some(years) = instrument.years {
        let (from, until) = (rules::year(years.from), rules::year(years.until));
        wrong.add_if(place.field("years").field("from"), from);
        wrong.add_if(place.field("years").field("until"), until.or_else(|| rules::years(years)));
    }

    let provisions = place.field("provisions");
    check_ids(instrument.provisions.iter().map(|provision| provision.id), provisions, wrong);
    let mut stand = HashSet::new();
    for (at, provision) in instrument.provisions.iter().enumerate() {
        let place = provisions.item(at);
        check_provision(provision, instrument.binding, topics, place, wrong);
        if !stand.insert((provision.pinpoint, provision.words)) {
            let what = format!("{} stands here twice with the same words", provision.pinpoint);
            wrong.add(place.field("pinpoint"), what);
        }
    }
    let spoken: Ids = instrument.provisions.iter().flat_map(|provision| provision.topics).copied().collect();
    let mut seen = Ids::new();
    for (at, silence) in instrument.silences.iter().enumerate() {
        check_silence(silence, &spoken, topics, &mut seen, place.field("silences").item(at), wrong);
    }
}

fn check_fact(fact: &Fact, place: Place, wrong: &mut Wrong) {
    if fact.sources.is_empty() {
        wrong.add(place.field("sources"), "a fact needs a source");
    }
    for (at, source) in fact.sources.iter().enumerate() {
        wrong.add_if(place.field("sources").item(at), rules::source(source));
    }
    wrong.add_if(place.field("date"), fact.date.and_then(rules::date));
}

fn check_provision(provision: &Provision, binding: bool, topics: &Ids, place: Place, wrong: &mut Wrong) {
    if provision.topics.is_empty() {
        wrong.add(place.field("topics"), "names no topic; a provision stands in at least one row");
    }
    if provision.topics.len() > MOST_TOPICS_OF_ONE {
        wrong.add(place.field("topics"), format!("names more than {MOST_TOPICS_OF_ONE} topics"));
    }
    check_named(provision.topics, topics, place.field("topics"), wrong);
    wrong.add_if(place.field("words"), provision.words.and_then(rules::quotation));
    wrong.add_if(place.field("force"), rules::force(provision.force, binding));
    wrong.add_if(place.field("duty_bearer"), rules::duty_bearer(provision.force, provision.duty_bearer));
    wrong.add_if(place.field("source"), rules::source(provision.source));
    wrong.add_if(place.field("checked"), rules::date(provision.checked));
}

fn check_silence(silence: &Silence, spoken: &Ids, topics: &Ids, seen: &mut Ids, place: Place, wrong: &mut Wrong) {
    let topic = silence.topic;
    if !topics.contains(topic) {
        wrong.add(place.field("topic"), format!("no topic “{topic}”"));
    }
    if !seen.insert(topic) {
        wrong.add(place.field("topic"), format!("the silence on “{topic}” is said twice"));
    }
    if silence.extent == Extent::Silent && spoken.contains(topic) {
        wrong.add(place.field("extent"), format!("silent on “{topic}”, but a provision speaks of it"));
    }
    wrong.add_if(place.field("source"), rules::source(silence.source));
    wrong.add_if(place.field("checked"), rules::date(silence.checked));
}

fn check_abbreviations(dataset: &Dataset, wrong: &mut Wrong) {
    let mut seen = Ids::new();
    for (at, abbreviation) in dataset.abbreviations.iter().enumerate() {
        if !seen.insert(abbreviation.short) {
            let place = Place::Document.field("abbreviations");
            wrong.add(place.item(at).field("short"), format!("“{}” is spelt out twice", abbreviation.short));
        }
    }
}

fn check_organisations(reference: &Reference, topics: &Ids, wrong: &mut Wrong) {
    let all = &Place::Document.field("organisations");
    check_ids(reference.organisations.iter().map(|organisation| organisation.id), *all, wrong);
    for (at, organisation) in reference.organisations.iter().enumerate() {
        let place = all.item(at);
        wrong.add_if(place.field("source"), rules::source(organisation.source));
        if organisation.statements.is_empty() && organisation.general.is_none() {
            wrong.add(place.field("statements"), "is empty; say what it does, in statements or general");
        }
        for (at, statement) in organisation.statements.iter().enumerate() {
            let statements = place.field("statements");
            let place = statements.item(at);
            if statement.topics.is_empty() {
                wrong.add(place.field("topics"), "names no topic; what belongs to none stands in general");
            }
            check_named(statement.topics, topics, place.field("topics"), wrong);
        }
    }
}

fn check_publications(reference: &Reference, instruments: &Ids, wrong: &mut Wrong) {
    let publications = &Place::Document.field("publications");
    check_ids(reference.publications.iter().map(|publication| publication.id), *publications, wrong);
    for (at, publication) in reference.publications.iter().enumerate() {
        let place = publications.item(at);
        wrong.add_if(place.field("year"), publication.year.and_then(rules::date));
        wrong.add_if(place.field("address"), publication.address.and_then(rules::source));
        wrong.add_if(place.field("source"), rules::source(publication.source));
        check_named(publication.about, instruments, place.field("about"), wrong);
    }
    let background = &Place::Document.field("background");
    check_ids(reference.background.iter().map(|note| note.id), *background, wrong);
    for (at, note) in reference.background.iter().enumerate() {
        let place = background.item(at);
        wrong.add_if(place.field("source"), rules::source(note.source));
        check_named(note.instruments, instruments, place.field("instruments"), wrong);
    }
}

fn check_glossary(reference: &Reference, dataset: &Dataset, wrong: &mut Wrong) {
    let glossary = &Place::Document.field("glossary");
    check_ids(reference.glossary.iter().map(|term| term.id), *glossary, wrong);
    let provisions: HashSet<String> = dataset
        .instruments
        .iter()
        .flat_map(|instrument| instrument.provisions.iter().map(|one| [instrument.id, "/", one.id].concat()))
        .collect();
    let mut explained = HashSet::new();
    for (at, term) in reference.glossary.iter().enumerate() {
        let place = glossary.item(at);
        // A reader who looks a word up must find it once.
        for word in [term.term].iter().chain(term.also) {
            if !explained.insert(word.to_lowercase()) {
                wrong.add(place, format!("“{word}” is explained twice"));
            }
        }
        for (at, provision) in term.provisions.iter().enumerate() {
            if !provisions.contains(*provision) {
                let what = format!("no provision “{provision}”; write instrument/provision, both by id");
                wrong.add(place.field("provisions").item(at), what);
            }
        }
    }
}

/// Each is known, and none stands twice.
fn check_named(ids: &[&'static str], known: &Ids, place: Place, wrong: &mut Wrong) {
    let mut seen = Ids::new();
    for (at, id) in ids.iter().enumerate() {
        if !known.contains(id) {
            wrong.add(place.item(at), format!("“{id}” is the id of nothing here"));
        } else if !seen.insert(id) {
            wrong.add(place.item(at), format!("names “{id}” twice"));
        }
    }
}

/// No text stands twice, in capitals or not.
fn check_once(texts: &[&'static str], place: Place, wrong: &mut Wrong) {
    let mut seen = HashSet::new();
    for (at, text) in texts.iter().enumerate() {
        if !seen.insert(text.to_lowercase()) {
            wrong.add(place.item(at), format!("names “{text}” twice"));
        }
    }
}

fn check_ids(ids: impl Iterator<Item = &'static str>, place: Place, wrong: &mut Wrong) {
    let mut seen = Ids::new();
    for (at, id) in ids.enumerate() {
        check_id(id, &mut seen, place.item(at).field("id"), wrong);
    }
}

/// It is new, and fit for an address.
fn check_id(id: &'static str, seen: &mut Ids, place: Place, wrong: &mut Wrong) {
    wrong.add_if(place, rules::id(id));
    if !seen.insert(id) {
        wrong.add(place, format!("“{id}” is taken"));
    }
}
