//! What a widget should show, by the library itself: the same query, reduced natively, laid out by the same view model.

use std::rc::Rc;

use victim_assistance_table::{
    dataset::{Basis, DATASET, Dataset},
    locale::Words,
    native_locale::NativeLocale,
    query::{Action, Attribute, Marked, Query},
    view_model::{Cell, Grid, ProvisionEntry, SilenceEntry, ViewModel},
};

/// The state of a widget, beside the real one.
pub struct Oracle {
    grid: Rc<Grid>,
    locale: Rc<NativeLocale>,
    start: Query,
    query: Query,
}

impl Oracle {
    /// A widget in so much room (in `em`) whose element has these attributes.
    pub fn new(room: u16, attributes: &[(String, String)]) -> Self {
        let locale = NativeLocale::english().expect("plural rules of English");
        let usual = Query::new(dataset());
        let start =
            attributes.iter().fold(usual.reduce(Action::Room(room), &usual, dataset()), |start, (name, value)| {
                match Attribute::from_name(name) {
                    Some(attribute) => start.reduce(attribute.read(Some(value), dataset()).0, &usual, dataset()),
                    None => start,
                }
            });
        Self { grid: Rc::new(Grid::new(dataset(), &locale)), locale: Rc::new(locale), query: start.clone(), start }
    }

    /// The reader does something.
    pub fn reader(&mut self, action: Action) {
        self.query = self.query.reduce(action, &self.start, dataset());
    }

    /// The reader searches for something.
    pub fn search(&mut self, text: &str) {
        self.reader(Action::Search(text.to_owned()));
    }

    /// The query as it is now.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// What is shown.
    pub fn model(&self) -> ViewModel {
        ViewModel::new(&self.grid, &self.query, &self.start, &*self.locale, None)
    }

    /// The status line.
    pub fn status(&self) -> String {
        self.model().comparison.status
    }

    /// All that the table says, as `probe.lines` reads it from a page.
    pub fn lines(&self, deep: bool) -> Vec<String> {
        let ViewModel { comparison, words, .. } = self.model();
        let mut lines = vec![format!("status: {}", tidy(&comparison.status))];
        if let Some(nothing) = &comparison.nothing {
            lines.push(format!("nothing: {}", tidy(nothing)));
            return lines;
        }
        lines.push(format!("caption: {}", comparison.caption));
        lines.extend(
            comparison
                .columns
                .iter()
                .map(|column| format!("column: {} — {}", marked(&column.name), column.description)),
        );
        for group in comparison.groups.iter().filter(|group| !group.hidden) {
            lines.push(format!("group: {}", marked(&group.title)));
            for row in group.rows.iter().filter(|row| !row.hidden) {
                lines.push(format!("row: {}", marked(&row.title)));
                for (at, cell) in row.cells.iter().enumerate() {
                    lines.push(format!("- {at}"));
                    lines.extend(cell_lines(cell, words, deep));
                }
            }
        }
        lines
    }

    /// What stands under “About these instruments”: names, and a fact a line.
    pub fn about(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for about in &*self.model().about {
            lines.push(about.instrument.short_title.to_owned());
            for stated in &about.facts {
                let what = format!("{}, {}", stated.label, about.instrument.name);
                lines.push(fact(stated.label, &source(&stated.text, &what)));
                lines.extend(stated.note.map(|note| format!("    {}", tidy(note))));
                lines.extend(stated.sources.iter().map(|one| format!("    {}", tidy(&source(one, &what)))));
            }
        }
        lines
    }
}

/// The dataset.
pub fn dataset() -> &'static Dataset {
    &DATASET
}

/// A text with what was found marked.
pub fn marked(text: &Marked) -> String {
    let pieces = text.iter().map(|piece| if piece.found { format!("‹{}›", piece.text) } else { piece.text.to_owned() });
    tidy(&pieces.collect::<String>())
}

/// As a browser shows it: any white space is one space.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cell_lines(cell: &Cell, words: Words, deep: bool) -> Vec<String> {
    let provisions = |entries: &[ProvisionEntry]| {
        entries.iter().flat_map(|entry| provision_lines(entry, words, deep)).collect::<Vec<_>>()
    };
    let mut lines = provisions(&cell.provisions);
    if !cell.more.is_empty() {
        lines.push(format!("more: {}", cell.more_title));
        lines.extend(provisions(&cell.more));
    }
    if !cell.not_matching.is_empty() {
        lines.push(format!("empty: {}", cell.not_matching));
    }
    if let Some(entry) = &cell.silence {
        lines.extend(silence_lines(entry, words, deep));
    }
    if cell.not_assessed {
        lines.push(format!("empty: {}", words.not_assessed));
    }
    lines
}

fn provision_lines(entry: &ProvisionEntry, words: Words, deep: bool) -> Vec<String> {
    let provision = entry.provision;
    let secondary = provision.basis == Basis::Secondary;
    let mut lines = vec![format!("{} | {}", marked(&entry.pinpoint), words.force(provision.force))];
    lines.push(format!("  {}", marked(&entry.summary)));
    if secondary {
        lines.push(format!("  {}", words.basis_secondary));
    }
    if deep {
        let words_label = if secondary { words.words_of_source } else { words.operative_words };
        lines.push(format!("  > {}, {}", words.details, entry.full_pinpoint));
        lines.extend(entry.words.as_ref().map(|quoted| fact(words_label, &marked(quoted))));
        lines.push(fact(words.legal_force, words.force(provision.force)));
        lines.push(fact(words.verb, &marked(&entry.verb)));
        let bearer = words.duty_bearer_class(provision.duty_bearer);
        lines.push(fact(words.duty_bearer, &format!("{bearer} / {}", marked(&entry.duty_bearer_words))));
        lines.push(fact(words.basis, &format!("{} / {}", words.basis_class(provision.basis), provision.basis_words)));
        lines.extend(entry.note.as_ref().map(|note| fact(words.note, &marked(note))));
        lines.push(fact(words.source, &source(provision.source, &entry.full_pinpoint)));
        lines.push(fact(words.checked, &entry.checked));
    }
    lines
}

fn silence_lines(entry: &SilenceEntry, words: Words, deep: bool) -> Vec<String> {
    let silence = entry.silence;
    let extent = words.extent(silence.extent);
    let mut lines = vec![format!("empty: {extent}")];
    if deep {
        lines.push(format!("  > {}, {}", words.how_checked, entry.about));
        lines.push(fact(words.basis, silence.how));
        lines.extend(entry.note.as_ref().map(|note| fact(words.note, &marked(note))));
        lines.push(fact(words.source, &source(silence.source, &entry.about)));
        lines.push(fact(words.checked, &entry.checked));
    }
    lines
}

fn fact(label: &str, text: &str) -> String {
    format!("  {label}: {}", tidy(text))
}

/// A source as a reader sees it: a link that says where it leads and what for, or words.
fn source(source: &str, what: &str) -> String {
    let rest = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    match rest.and_then(|rest| rest.split('/').next()) {
        Some(host) => format!("{host}, {what} <{source}>"),
        None => source.to_owned(),
    }
}
