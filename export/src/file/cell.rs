use victim_assistance_table::{
    dataset::Basis,
    locale::{Locale, Words},
    view_model::{Cell, Change, Piece, ProvisionEntry},
};

use super::report::Entry;

/// What every part of a report has to know, and the sources it names.
pub struct Writing<'a> {
    pub words: Words,
    pub locale: &'a dyn Locale,
    pub sources: Vec<String>,
}

impl Writing<'_> {
    /// “`[3]`”: the number of a source.
    pub fn number(&mut self, source: &str) -> String {
        let known = self.sources.iter().position(|known| known == source);
        let at = known.unwrap_or_else(|| {
            self.sources.push(source.to_owned());
            self.sources.len() - 1
        });
        ["[", &self.locale.number(at + 1), "]"].concat()
    }
}

/// What an instrument says on a topic, or what an organisation does.
pub fn cell(cell: &Cell, writing: &mut Writing) -> Vec<Entry> {
    let mut entries: Vec<_> = cell.entries().map(|entry| provision(entry, writing)).collect();
    if !cell.not_matching.is_empty() {
        entries.push(Entry::new("", cell.not_matching.as_str()));
    }
    if let Some(entry) = &cell.silence {
        let extent = writing.words.extent(entry.silence.extent);
        entries.push(Entry::new("", [extent, &writing.number(entry.silence.source)].join(" ")));
    }
    if cell.not_assessed {
        entries.push(Entry::new("", writing.words.not_assessed));
    }
    entries.extend(cell.statements.iter().map(|statement| Entry::new("", &**statement)));
    entries
}

fn provision(entry: &ProvisionEntry, writing: &mut Writing) -> Entry {
    let (words, provision) = (writing.words, entry.provision);
    let force = [words.force(provision.force), &writing.number(provision.source)].join(" ");
    let mut texts = vec![force, entry.summary.clone().into_owned()];
    if provision.basis == Basis::Secondary {
        texts.push(words.basis_secondary.to_owned());
    }
    if let Some(pieces) = &entry.compared {
        let pieces: String = pieces.iter().map(|one| piece(one, words)).collect();
        texts.push(["“", &pieces, "”"].concat());
    }
    Entry { lead: provision.pinpoint.to_owned(), texts }
}

/// What only one of two texts says stands in brackets, for not every file can strike out and underline.
fn piece(Piece { text, change }: &Piece, words: Words) -> String {
    match change {
        None => (*text).to_owned(),
        Some(Change::Added) => [words.mark_added, text, words.mark_end].concat(),
        Some(Change::Removed) => [words.mark_removed, text, words.mark_end].concat(),
    }
}
