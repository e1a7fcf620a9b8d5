//! What a widget should show, by the library itself: the same query, reduced natively, laid out by the same view model.

use std::rc::Rc;

use victim_assistance_table::{
    dataset::{Basis, DATASET, Dataset, REFERENCE},
    locale::Words,
    native_locale::NativeLocale,
    query::{Action, Attribute, Direction, History, Query},
    view_model::{
        Cell, Change, Column, Command, Comparison, Content, Grid, Overview, Page, Panel, Piece, ProvisionEntry,
        Section, SilenceEntry, StatedFact, ViewModel,
    },
};

/// The state of a widget, beside the real one.
pub struct Oracle {
    grid: Rc<Grid>,
    locale: Rc<NativeLocale>,
    history: History,
    /// The name under which the page keeps the query in its address.
    links: Option<String>,
}

impl Oracle {
    /// A widget in so much room (in `em`) whose element has these attributes.
    pub fn new(room: u16, attributes: &[(String, String)]) -> Self {
        let locale = NativeLocale::english().expect("plural rules of English");
        let usual = Query::new();
        let start =
            attributes.iter().fold(usual.reduce(Action::Room(room), &usual, dataset()), |start, (name, value)| {
                match Attribute::from_name(name) {
                    Some(attribute) => start.reduce(attribute.read(Some(value), dataset()).0, &usual, dataset()),
                    None => start,
                }
            });
        let links = attributes.iter().find(|(name, _)| name == "url-state").map(|(_, value)| value.clone());
        let grid = Rc::new(Grid::new(dataset(), &REFERENCE, &locale));
        Self { grid, locale: Rc::new(locale), history: History::new(start), links }
    }

    /// The reader does something.
    pub fn reader(&mut self, action: Action) {
        self.history.step(action, dataset());
    }

    /// The reader takes the last step back.
    pub fn undo(&mut self) {
        assert!(self.history.undo(), "there is nothing to take back");
    }

    /// The reader searches for something.
    pub fn search(&mut self, text: &str) {
        self.reader(Action::Search(text.to_owned()));
    }

    /// The query as it is now.
    pub fn query(&self) -> &Query {
        self.history.now()
    }

    /// What is shown.
    pub fn model(&self) -> ViewModel {
        ViewModel::new(&self.grid, &self.history, self.links.as_deref(), &*self.locale, None)
    }

    /// The table, where a table is shown.
    pub fn table(&self) -> Comparison {
        self.model().table().expect("a table").clone()
    }

    /// The status line.
    pub fn status(&self) -> String {
        self.model().status
    }

    /// A panel of controls, by its name.
    pub fn panel(&self, title: &str) -> Panel {
        self.model().filters.panels.into_iter().find(|panel| panel.title == title).expect("a panel of that name")
    }

    /// What is offered in a panel, as `probe.choices` reads it from a page.
    pub fn choices(&self, panel: &str) -> Vec<String> {
        let panel = self.panel(panel);
        let choices = panel.groups.iter().flat_map(|group| group.choices.iter().map(move |choice| (group, choice)));
        let choices = choices.map(|(group, choice)| {
            let facet = group.facet.map_or("instruments", |facet| facet.name());
            let checked = if choice.chosen { "[x]" } else { "[ ]" };
            let nothing = if choice.gives_nothing { " (nothing)" } else { "" };
            format!("{checked} {} · {facet}={} · {}: {}{nothing}", group.title, choice.id, choice.label, choice.count)
        });
        choices.collect()
    }

    /// What the filters that are set are called.
    pub fn chips(&self) -> Vec<String> {
        labels(&self.model().chips)
    }

    /// What is suggested.
    pub fn suggestions(&self) -> Vec<String> {
        labels(&self.model().suggestions)
    }

    /// All that the answer says, as `probe.lines` reads it from a page.
    pub fn lines(&self, deep: bool) -> Vec<String> {
        let how = if deep { How::Deep } else { How::Shallow };
        self.lines_as(how)
    }

    /// The same without anything behind disclosures: pinpoints lead to their sources.
    pub fn lines_without_details(&self) -> Vec<String> {
        self.lines_as(How::WithoutDetails)
    }

    fn lines_as(&self, how: How) -> Vec<String> {
        let ViewModel { status, content, nothing, words, .. } = self.model();
        let mut lines = vec![format!("status: {}", tidy(&status))];
        match &content {
            Content::Table(table) => lines.extend(table_lines(table, words, how)),
            Content::Page(page) => lines.extend(page_lines(page, words, how)),
            Content::Overview(overview) => lines.extend(overview_lines(overview, words)),
        }
        if let Some(nothing) = &nothing {
            lines.push(format!("nothing: {}", tidy(&nothing.message)));
            lines.extend(nothing.did_you_mean.iter().map(|other| format!("did you mean: {}", tidy(&other.label))));
            lines.extend(nothing.drop.iter().map(|chip| format!("without: {}", tidy(&chip.label))));
        }
        lines
    }

    /// What stands under “About these instruments”: names, and a fact a line.
    pub fn about(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for about in &**self.model().about {
            lines.push(about.instrument.short_title.to_owned());
            lines.extend(about.facts.iter().flat_map(|stated| stated_lines(stated, about.instrument.name)));
        }
        lines
    }
}

/// How much of an answer is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// What stands open.
    Shallow,
    /// What stands behind the disclosures as well.
    Deep,
    /// There are no disclosures.
    WithoutDetails,
}

/// The dataset.
pub fn dataset() -> &'static Dataset {
    &DATASET
}

/// A text with what it alone has.
fn compared(text: &[Piece]) -> String {
    let pieces = text.iter().map(|piece| match piece.change {
        None => piece.text.to_owned(),
        Some(Change::Added) => format!("+[only here: {}]", piece.text),
        Some(Change::Removed) => format!("-[only here: {}]", piece.text),
    });
    tidy(&pieces.collect::<String>())
}

fn labels(commands: &[Command]) -> Vec<String> {
    commands.iter().map(|command| tidy(&command.label)).collect()
}

/// As a browser shows it: any white space is one space.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table_lines(table: &Comparison, words: Words, how: How) -> Vec<String> {
    if table.groups.iter().all(|group| group.hidden) {
        return Vec::new();
    }
    let mut lines = vec![format!("caption: {}", tidy(&table.caption)), head_line("corner", &table.corner)];
    lines.extend(table.columns.iter().map(|column| head_line("column", column)));
    for group in table.groups.iter().filter(|group| !group.hidden) {
        if !group.title.is_empty() {
            lines.push(format!("group: {}", group.title));
        }
        for row in group.rows.iter().filter(|row| !row.hidden) {
            lines.push(with_description("row", row.title, &row.description));
            for (at, cell) in row.cells.iter().enumerate() {
                lines.push(format!("- {at}"));
                lines.extend(cell_lines(cell, words, how));
            }
        }
    }
    lines
}

fn head_line(what: &str, column: &Column) -> String {
    let sorted = match column.sorted {
        None => "",
        Some(Direction::Ascending) => " (ascending)",
        Some(Direction::Descending) => " (descending)",
    };
    [&with_description(what, column.name, &column.description), sorted].concat()
}

fn with_description(what: &str, name: &str, description: &str) -> String {
    if description.is_empty() { format!("{what}: {name}") } else { format!("{what}: {name} — {}", tidy(description)) }
}

fn page_lines(page: &Page, words: Words, how: How) -> Vec<String> {
    let mut lines = vec![format!("page: {}", tidy(&page.title)), format!("lead: {}", tidy(&page.lead))];
    lines.extend(page.sections.iter().flat_map(|section| section_lines(section, words, how)));
    lines
}

fn section_lines(section: &Section, words: Words, how: How) -> Vec<String> {
    let mut lines = vec![with_description("section", &tidy(&section.title), &section.description)];
    lines.extend(section.notes.iter().map(|note| format!("note: {}", tidy(note))));
    lines.extend(section.facts.iter().flat_map(|stated| stated_lines(stated, &section.title)));
    lines.extend(section.cell.iter().flat_map(|cell| cell_lines(cell, words, how)));
    lines.extend(section.lines.iter().map(|line| tidy(&format!("leads on: {} {}", line.command.label, line.text))));
    lines
}

fn overview_lines(overview: &Overview, words: Words) -> Vec<String> {
    let mut lines = vec![format!("map: {} {}", tidy(&overview.caption), words.overview_leads)];
    lines.extend(overview.topics.iter().map(|(_, title)| format!("topic: {title}")));
    for row in &overview.rows {
        lines.push(format!("instrument: {}", row.name));
        let cells = row.cells.iter().map(|cell| (tidy(&cell.command.label), if cell.faint { " (faint)" } else { "" }));
        lines.extend(cells.map(|(label, faint)| format!("  {label}{faint}")));
    }
    lines.push(format!("timeline: {}", tidy(&overview.timeline_caption)));
    lines.extend(overview.periods.iter().map(|period| format!("  {}: {}", period.name, tidy(&period.text))));
    lines
}

fn stated_lines(stated: &StatedFact, about: &str) -> Vec<String> {
    let what = format!("{}, {about}", stated.label);
    let mut lines = vec![fact(stated.label, &source(&stated.text, &what))];
    lines.extend(stated.note.map(|note| format!("    {}", tidy(note))));
    lines.extend(stated.sources.iter().map(|one| format!("    {}", tidy(&source(one, &what)))));
    lines
}

fn cell_lines(cell: &Cell, words: Words, how: How) -> Vec<String> {
    let provisions = |entries: &[ProvisionEntry]| {
        entries.iter().flat_map(|entry| provision_lines(entry, words, how)).collect::<Vec<_>>()
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
        lines.extend(silence_lines(entry, words, how));
    }
    if cell.not_assessed {
        lines.push(format!("empty: {}", words.not_assessed));
    }
    lines.extend(cell.statements.iter().map(|text| format!("says: {}", tidy(text))));
    lines
}

fn provision_lines(entry: &ProvisionEntry, words: Words, how: How) -> Vec<String> {
    let provision = entry.provision;
    let secondary = provision.basis == Basis::Secondary;
    let leads = match host(provision.source) {
        Some(_) if how == How::WithoutDetails => format!(" <{}>", provision.source),
        _ => String::new(),
    };
    let (force, sign) = (words.force(provision.force), collected(entry.collected, words));
    let mut lines = vec![format!("{}{leads} | {force}{sign}", tidy(provision.pinpoint))];
    lines.push(format!("  {}", tidy(&entry.summary)));
    if secondary {
        lines.push(format!("  {}", words.basis_secondary));
    }
    lines.extend(entry.compared.as_ref().map(|pieces| format!("  {}", compared(pieces))));
    if how == How::Deep {
        let words_label = if secondary { words.words_of_source } else { words.operative_words };
        lines.push(format!("  > {}, {}", words.details, entry.full_pinpoint));
        let hidden = provision.words.filter(|_| entry.compared.is_none());
        lines.extend(hidden.map(|quoted| fact(words_label, &tidy(quoted))));
        lines.push(fact(words.legal_force, words.force(provision.force)));
        lines.push(fact(words.verb, &tidy(provision.verb)));
        let bearer = words.duty_bearer_class(provision.duty_bearer);
        lines.push(fact(words.duty_bearer, &format!("{bearer} / {}", tidy(provision.duty_bearer_words))));
        lines.push(fact(words.basis, &format!("{} / {}", words.basis_class(provision.basis), provision.basis_words)));
        lines.extend(provision.note.map(|note| fact(words.note, &tidy(note))));
        lines.push(fact(words.source, &source(provision.source, &entry.full_pinpoint)));
        lines.push(fact(words.checked, &entry.checked));
    }
    lines
}

fn collected(collected: bool, words: Words) -> String {
    if collected { [words.separator, words.collected].concat() } else { String::new() }
}

fn silence_lines(entry: &SilenceEntry, words: Words, how: How) -> Vec<String> {
    let silence = entry.silence;
    let extent = words.extent(silence.extent);
    let mut lines = vec![format!("empty: {extent}{}", collected(entry.collected, words))];
    if how == How::Deep {
        lines.push(format!("  > {}, {}", words.how_checked, entry.about));
        lines.push(fact(words.basis, silence.how));
        lines.extend(silence.note.map(|note| fact(words.note, &tidy(note))));
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
    match host(source) {
        Some(host) => format!("{host}, {what} <{source}>"),
        None => source.to_owned(),
    }
}

/// The host of an address; none where it is none.
fn host(source: &str) -> Option<&str> {
    let rest = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"))?;
    rest.split('/').next().filter(|host| !host.is_empty())
}
