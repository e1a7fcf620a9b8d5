use std::{collections::BTreeMap, path::Path};

use super::{
    cells, facts,
    fields::{check_id, required_date},
};
use crate::{
    dataset::{Instrument, InstrumentKind},
    record::{Gathered, Problem, Record},
    rules,
};

const FOLDER: &str = "assets/data/instruments";

pub(super) fn read(root: &Path, topics: &[&'static str], problems: &Gathered) -> &'static [Instrument] {
    let unreadable = |error: std::io::Error| {
        problems.add(Problem {
            file: FOLDER.into(),
            line: 0,
            field: String::new(),
            what: format!("cannot be read: {error}"),
        });
    };
    let files: Vec<_> = match std::fs::read_dir(root.join(FOLDER)) {
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
    let file = Record::open(root, &format!("{FOLDER}/{id}.toml"), problems)?;
    check_id(&file, "", id);
    let sources = read_sources(&file);
    let checked = required_date(&file, "checked");
    let kind = file.choice("kind", InstrumentKind::NAMED).unwrap_or(InstrumentKind::Treaty);
    let binding = file.flag("binding");
    file.report_if("binding", rules::binding(kind, binding));
    let provisions = cells::read_provisions(&file, &sources, checked, topics, binding);
    let parent = file.optional("parent");
    file.report_if("parent", parent.and_then(|parent| rules::parent(parent, |id| instruments.contains(&id))));
    let (period, years) = facts::read_period(&file);
    let instrument = Instrument {
        id,
        name: file.text("name"),
        short_title: file.text("short_title"),
        full_title: file.text("full_title"),
        also_known_as: file.texts("also_known_as"),
        search_names: file.names("search_names"),
        kind,
        binding,
        parent,
        adopted: facts::read(&file, "adopted"),
        opened_for_signature: facts::read(&file, "opened_for_signature"),
        entry_into_force: facts::read(&file, "entry_into_force"),
        period,
        years,
        parties: facts::read(&file, "parties"),
        depositary: facts::read(&file, "depositary"),
        languages: facts::read(&file, "languages"),
        registration: facts::read(&file, "registration"),
        address: facts::read(&file, "address"),
        further_facts: facts::read_further(&file),
        note: file.optional("note"),
        silences: cells::read_silences(&file, &sources, checked, topics, provisions),
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
