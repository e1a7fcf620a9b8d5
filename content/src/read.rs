use std::{collections::BTreeMap, path::Path};

use crate::{
    dataset::{
        Basis, Dataset, Directory, DutyBearer, Extent, Fact, Force, FurtherFact, Instrument, InstrumentKind,
        Organisation, Provision, Publication, Silence, Topic, TopicGroup,
    },
    record::{Gathered, Problem, Problems, Record},
};

const INSTRUMENTS: &str = "assets/data/instruments";
const TOPICS: &str = "assets/data/topics.toml";
/// Quotations stay short: a sentence of treaty text, no more.
const LONGEST_QUOTATION_WORDS: usize = 60;

/// Reads the dataset in `assets/data` below `root`, and checks it.
///
/// # Errors
///
/// Every [`Problem`] found, in the order of files and lines.
pub fn read_dataset(root: &Path) -> Result<Dataset, Problems> {
    let problems = Gathered::default();
    let (groups, topic_records) = read_topics(root, &problems);
    let topics: Vec<_> = groups.iter().flat_map(|group| group.topics).map(|topic| topic.id).collect();
    let instruments = read_instruments(root, &topics, &problems);
    let instrument_ids: Vec<_> = instruments.iter().map(|instrument| instrument.id).collect();
    check_every_topic_is_spoken_of(&topics, &topic_records, instruments);

    let mut dataset = Dataset { version: "", date: "", shown_first: &[], instruments, groups };
    if let Some(file) = Record::open(root, "assets/data/dataset.toml", &problems) {
        dataset.version = file.text("version");
        dataset.date = required_date(&file, "date");
        dataset.shown_first = file.ids("shown_first", &instrument_ids, "names no instrument");
        file.finish();
    }
    problems.into_result(dataset)
}

/// Reads the organisations and publications in `assets/data` below `root`, and checks them.
///
/// # Errors
///
/// Every [`Problem`] found, in the order of files and lines.
pub fn read_directory(root: &Path) -> Result<Directory, Problems> {
    let problems = Gathered::default();
    let organisations = read_organisations(root, &problems);
    let publications = read_publications(root, &problems);
    problems.into_result(Directory { organisations, publications })
}

/// The groups, and the record of each of their topics.
fn read_topics(root: &Path, problems: &Gathered) -> (&'static [TopicGroup], Vec<Record>) {
    let mut records = Vec::new();
    let Some(file) = Record::open(root, TOPICS, problems) else { return (&[], records) };
    let mut group_ids = Vec::new();
    let mut topic_ids = Vec::new();
    let mut groups = Vec::new();
    for group in file.records("group") {
        let mut topics = Vec::new();
        for topic in group.records("topic") {
            topics.push(Topic {
                id: new_id(&topic, &mut topic_ids),
                title: topic.text("title"),
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

fn read_instruments(root: &Path, topics: &[&'static str], problems: &Gathered) -> &'static [Instrument] {
    let unreadable = |error: std::io::Error| {
        problems.add(Problem {
            file: INSTRUMENTS.into(),
            line: 0,
            field: String::new(),
            what: format!("cannot be read: {error}"),
        });
    };
    let files: Vec<_> = match std::fs::read_dir(root.join(INSTRUMENTS)) {
        Ok(files) => files.filter_map(|file| file.map_err(unreadable).ok()).map(|file| file.path()).collect(),
        Err(error) => {
            unreadable(error);
            return &[];
        }
    };
    let mut ids: Vec<&'static str> = files
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|file| Some(&*file.file_stem()?.to_str()?.to_owned().leak()))
        .collect();
    ids.sort_unstable();
    let mut instruments: Vec<_> =
        ids.iter().filter_map(|id| read_instrument(root, id, topics, &ids, problems)).collect();
    instruments.sort_by_key(|instrument| {
        let adopted = instrument.adopted.and_then(|fact| fact.date);
        // A protocol stands among the treaties.
        (instrument.kind.max(InstrumentKind::Protocol), adopted, instrument.id)
    });
    instruments.leak()
}

fn read_instrument(
    root: &Path,
    id: &'static str,
    topics: &[&'static str],
    instruments: &[&'static str],
    problems: &Gathered,
) -> Option<Instrument> {
    let file = Record::open(root, &format!("{INSTRUMENTS}/{id}.toml"), problems)?;
    check_id(&file, "", id);
    let sources = read_sources(&file);
    let checked = required_date(&file, "checked");
    let kind = file.choice("kind", InstrumentKind::NAMED).unwrap_or(InstrumentKind::Treaty);
    let binding = file.flag("binding");
    if binding != matches!(kind, InstrumentKind::Treaty | InstrumentKind::Protocol) {
        file.report("binding", "a treaty or protocol binds, an action plan or declaration does not");
    }
    let provisions = read_provisions(&file, &sources, checked, topics, binding);
    let parent = file.optional("parent");
    // A name with a space or bracket is that of an instrument outside the dataset.
    if let Some(parent) = parent.filter(|parent| !parent.contains(' ') && !instruments.contains(parent)) {
        file.report("parent", format!("“{parent}” is the id of no instrument here; write the name of another in full"));
    }
    let instrument = Instrument {
        id,
        name: file.text("name"),
        short_title: file.text("short_title"),
        full_title: file.text("full_title"),
        also_known_as: file.texts("also_known_as"),
        kind,
        binding,
        parent,
        adopted: read_fact(&file, "adopted"),
        opened_for_signature: read_fact(&file, "opened_for_signature"),
        entry_into_force: read_fact(&file, "entry_into_force"),
        period: read_fact(&file, "period"),
        parties: read_fact(&file, "parties"),
        depositary: read_fact(&file, "depositary"),
        languages: read_fact(&file, "languages"),
        registration: read_fact(&file, "registration"),
        address: read_fact(&file, "address"),
        further_facts: read_further_facts(&file),
        note: file.optional("note"),
        silences: read_silences(&file, &sources, checked, topics, provisions),
        provisions,
    };
    if instrument.parties.is_some_and(|fact| fact.date.is_none()) {
        file.report("parties", "a number of parties needs the date it was seen for");
    }
    if let Some(address) = instrument.address {
        file.check_source("address", address.text);
    }
    file.finish();
    Some(instrument)
}

fn read_sources(file: &Record) -> BTreeMap<&'static str, &'static str> {
    let Some(table) = file.record("sources") else { return BTreeMap::new() };
    let sources: BTreeMap<_, _> = table.entries().into_iter().collect();
    for (key, source) in &sources {
        table.check_source(key, source);
    }
    sources
}

fn read_provisions(
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
        let words = provision.words.unwrap_or_default().split_whitespace().count();
        if words > LONGEST_QUOTATION_WORDS {
            record.report("words", format!("quotes {words} words; at most {LONGEST_QUOTATION_WORDS} are allowed"));
        }
        match provision.force {
            Force::Obligation | Force::QualifiedObligation if !binding => {
                record.report("force", "only a binding instrument lays down an obligation");
            }
            Force::PoliticalCommitment if binding => {
                record.report("force", "a binding instrument lays down obligations, not political commitments");
            }
            _ => {}
        }
        if let (Some(force), Some(bearer)) = (force, duty_bearer) {
            let is_no_duty = matches!(force, Force::Preambular | Force::Definition);
            if is_no_duty != (bearer == DutyBearer::Nobody) {
                record.report("duty_bearer", "is nobody where the force is preambular or definition, and only there");
            }
        }
        record.finish();
        provisions.push(provision);
    }
    provisions.leak()
}

fn read_silences(
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
            record.report("topic", format!("“{topic}” is no topic of {TOPICS}"));
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

fn read_fact(file: &Record, field: &'static str) -> Option<Fact> {
    let record = file.record(field)?;
    let fact = read_fact_fields(&record);
    record.finish();
    Some(fact)
}

fn read_further_facts(file: &Record) -> &'static [FurtherFact] {
    let mut facts = Vec::new();
    for record in file.records("further_fact") {
        facts.push(FurtherFact { about: record.text("about"), fact: read_fact_fields(&record) });
        record.finish();
    }
    facts.leak()
}

fn read_fact_fields(record: &Record) -> Fact {
    let sources = record.texts("sources");
    if sources.is_empty() {
        record.report("sources", "a fact needs a source");
    }
    for source in sources {
        record.check_source("sources", source);
    }
    Fact { text: record.text("text"), date: record.date("date"), sources, note: record.optional("note") }
}

fn read_organisations(root: &Path, problems: &Gathered) -> &'static [Organisation] {
    let Some(file) = Record::open(root, "assets/data/organisations.toml", problems) else { return &[] };
    let mut ids = Vec::new();
    let mut organisations = Vec::new();
    for record in file.records("organisation") {
        organisations.push(Organisation {
            id: new_id(&record, &mut ids),
            name: record.text("name"),
            abbreviation: record.optional("abbreviation"),
            work: record.text("work"),
            figures: record.optional("figures"),
            source: checked_source(&record),
            note: record.optional("note"),
        });
        record.finish();
    }
    file.finish();
    organisations.leak()
}

fn read_publications(root: &Path, problems: &Gathered) -> &'static [Publication] {
    let Some(file) = Record::open(root, "assets/data/publications.toml", problems) else { return &[] };
    let mut ids = Vec::new();
    let mut publications = Vec::new();
    for record in file.records("publication") {
        let address = record.optional("address");
        if let Some(address) = address {
            record.check_source("address", address);
        }
        publications.push(Publication {
            id: new_id(&record, &mut ids),
            author: record.text("author"),
            title: record.text("title"),
            year: record.date("year"),
            venue: record.optional("venue"),
            pages: record.optional("pages"),
            doi: record.optional("doi"),
            address,
            languages: record.optional("languages"),
            source: checked_source(&record),
            note: record.optional("note"),
        });
        record.finish();
    }
    file.finish();
    publications.leak()
}

/// The field `id`, which must be new and fit for an address.
fn new_id(record: &Record, taken: &mut Vec<&'static str>) -> &'static str {
    let id = record.text("id");
    check_id(record, "id", id);
    if !id.is_empty() && taken.contains(&id) {
        record.report("id", format!("“{id}” is taken"));
    }
    taken.push(id);
    id
}

fn check_id(record: &Record, field: &str, id: &str) {
    let fit = id.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-');
    if !fit {
        record.report(field, format!("“{id}” has other signs than a–z, 0–9 and -"));
    }
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

/// The field `source`, an address or a work in words.
fn checked_source(record: &Record) -> &'static str {
    let source = record.text("source");
    if !source.is_empty() {
        record.check_source("source", source);
    }
    source
}

fn required_date(record: &Record, field: &'static str) -> &'static str {
    if !record.has(field) {
        record.report(field, "needs a date");
    }
    record.date(field).unwrap_or_default()
}

fn check_every_topic_is_spoken_of(topics: &[&'static str], records: &[Record], instruments: &[Instrument]) {
    let spoken = |topic: &&str| {
        let provisions = instruments.iter().flat_map(|instrument| instrument.provisions);
        provisions.flat_map(|provision| provision.topics).any(|other| other == topic)
    };
    for (topic, record) in topics.iter().zip(records).filter(|(topic, _)| !spoken(topic)) {
        record.report("id", format!("no instrument speaks of “{topic}”"));
    }
}
