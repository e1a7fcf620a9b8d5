use std::path::Path;

use super::fields::new_id;
use crate::{
    dataset::{Abbreviation, Instrument, Term},
    record::{Gathered, Record},
    rules::unknown,
};

/// The terms and the abbreviations, each by alphabet.
pub(super) fn read(
    root: &Path,
    instruments: &[Instrument],
    problems: &Gathered,
) -> (&'static [Term], &'static [Abbreviation]) {
    let Some(file) = Record::open(root, "assets/data/glossary.toml", problems) else { return (&[], &[]) };
    let terms = read_terms(&file, instruments);
    let abbreviations = read_abbreviations(&file);
    file.finish();
    (terms, abbreviations)
}

fn read_terms(file: &Record, instruments: &[Instrument]) -> &'static [Term] {
    let mut ids = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut terms = Vec::new();
    for record in file.records("term") {
        let term = Term {
            id: new_id(&record, &mut ids),
            term: record.text("term"),
            also: record.names("also"),
            meaning: record.text("meaning"),
            provisions: record.checked("provisions", |reference| wrong_reference(reference, instruments)),
        };
        // A reader who looks a word up must find it once.
        for (field, word) in [("term", term.term)].into_iter().chain(term.also.iter().map(|word| ("also", *word))) {
            let small = word.to_lowercase();
            if !word.is_empty() && words.contains(&small) {
                record.report(field, format!("“{word}” is explained twice"));
            }
            words.push(small);
        }
        record.finish();
        terms.push(term);
    }
    terms.sort_by_key(|term| term.term.to_lowercase());
    terms.leak()
}

fn read_abbreviations(file: &Record) -> &'static [Abbreviation] {
    let mut abbreviations: Vec<Abbreviation> = Vec::new();
    for record in file.records("abbreviation") {
        let abbreviation = Abbreviation { short: record.text("short"), long: record.text("long") };
        let short = abbreviation.short;
        if !short.is_empty() && abbreviations.iter().any(|other| other.short == short) {
            record.report("short", format!("“{short}” is spelt out twice"));
        }
        record.finish();
        abbreviations.push(abbreviation);
    }
    abbreviations.sort_by_key(|abbreviation| abbreviation.short.to_lowercase());
    abbreviations.leak()
}

/// What is wrong with “instrument/provision”.
fn wrong_reference(reference: &str, instruments: &[Instrument]) -> Option<String> {
    let Some((instrument, provision)) = reference.split_once('/') else {
        return Some(format!("“{reference}” is no provision; write instrument/provision, both by id"));
    };
    let ids: Vec<_> = instruments.iter().map(|instrument| instrument.id).collect();
    let Some(instrument) = instruments.iter().find(|other| other.id == instrument) else {
        return Some(unknown(instrument, &ids));
    };
    let ids: Vec<_> = instrument.provisions.iter().map(|provision| provision.id).collect();
    (!ids.contains(&provision)).then(|| unknown(provision, &ids))
}
