use victim_assistance_table::{
    locale::{Words, fill},
    query::View,
    view_model::{Content, MapCell, Overview},
};

use super::{
    cell::{Writing, cell},
    page,
};
use crate::{records::rows, shown::Shown, words::ExportStrings};

/// What is shown, to be read: in plain texts, for every file that is read from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// BCP 47 tag of its language.
    pub lang: String,
    /// Title.
    pub title: String,
    /// The day, ISO 8601.
    pub date: String,
    /// What was asked, of what, when: labels and values.
    pub front: Vec<(String, String)>,
    /// What a reader must know: summaries are not the text.
    pub notice: String,
    /// The answer.
    pub body: Vec<Block>,
    /// Heading over the sources.
    pub sources_title: String,
    /// Sources, the first of which has the number 1.
    pub sources: Vec<String>,
}

/// A part of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below the title: of the second level, or of the third.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// Things of a kind.
    List(Vec<Entry>),
    /// A table.
    Table(Table),
}

/// A few words, and what is said of them; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// A few words: a name, a pinpoint.
    pub lead: String,
    /// Line by line.
    pub texts: Vec<String>,
}

/// A table: its first column holds the heads of its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Says what is shown.
    pub caption: String,
    /// Heads of the columns, that of the first one first.
    pub heads: Vec<Entry>,
    /// Rows, in groups.
    pub groups: Vec<TableGroup>,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableGroup {
    /// Heading; empty where there is none.
    pub title: String,
    /// Rows.
    pub rows: Vec<TableRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRow {
    /// Its head.
    pub head: Entry,
    /// One a column after the first.
    pub cells: Vec<Vec<Entry>>,
}

impl Entry {
    /// A lead and one line.
    #[must_use]
    pub fn new(lead: impl Into<String>, text: impl Into<String>) -> Self {
        let texts = [text.into()].into_iter().filter(|text| !text.is_empty()).collect();
        Self { lead: lead.into(), texts }
    }
}

impl Report {
    /// What is shown.
    #[must_use]
    pub fn new(shown: &Shown) -> Self {
        let (model, words) = (&shown.model, shown.locale.words());
        let mut writing = Writing { words, locale: shown.locale, sources: Vec::new() };
        let body = match (&model.nothing, &model.content) {
            (Some(nothing), _) => vec![Block::Text(nothing.message.clone())],
            (None, Content::Table(_)) => vec![Block::Table(table(shown, &mut writing))],
            (None, Content::Page(content)) => page::blocks(content, &mut writing),
            (None, Content::Overview(content)) => overview(content, words, shown.words),
        };
        Self {
            lang: words.lang.to_owned(),
            title: words.title.to_owned(),
            date: shown.today.clone(),
            front: front(shown),
            notice: words.summaries_are_not_the_text.to_owned(),
            body,
            sources_title: shown.words.sources.to_owned(),
            sources: writing.sources,
        }
    }

    /// The table in it.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        self.body.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
    }
}

fn front(shown: &Shown) -> Vec<(String, String)> {
    let (model, words, own) = (&shown.model, shown.locale.words(), shown.words);
    let question = model.views.iter().find(|view| view.current == Some(true)).map_or("", |view| &view.label);
    let filters: Vec<_> = model.chips.iter().map(|chip| chip.label.as_str()).collect();
    let filters = if filters.is_empty() { own.no_filters.to_owned() } else { filters.join(words.list_separator) };
    let (who, names) = names(shown);
    let front = [
        (own.question, question.to_owned()),
        (who, names.join(words.list_separator)),
        (words.filters, filters),
        (own.shown, model.status.clone()),
        (own.dataset, model.edition.clone()),
        (own.saved, shown.locale.date(&shown.today)),
        (own.address, shown.address.clone().unwrap_or_default()),
    ];
    let told = front.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(label, value)| (label.to_owned(), value)).collect()
}

/// Whose answers are shown.
fn names(shown: &Shown) -> (&'static str, Vec<String>) {
    let words = shown.locale.words();
    let names = match (shown.query.view, &shown.model.content) {
        (View::Organisations, Content::Table(table)) => {
            return (words.view_organisations, table.columns.iter().map(|column| column.title.to_owned()).collect());
        }
        (View::Transposed, Content::Table(table)) => rows(table).map(|row| row.title.to_owned()).collect(),
        (_, Content::Table(table)) => table.columns.iter().map(|column| column.name.to_owned()).collect(),
        (View::Instrument(_), Content::Page(page)) => vec![page.title.clone()],
        (View::Publications, Content::Page(_)) => Vec::new(),
        (_, Content::Page(page)) => page.sections.iter().map(|section| section.title.clone()).collect(),
        (_, Content::Overview(overview)) => overview.rows.iter().map(|row| row.name.to_owned()).collect(),
    };
    (words.instruments, names)
}

fn table(shown: &Shown, writing: &mut Writing) -> Table {
    let Some(table) = shown.model.table() else { return Table::default() };
    let caption = if shown.query.view == View::Differences {
        let names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        let names = names.join(writing.words.list_separator);
        fill(shown.words.caption_differences, &[("instruments", &names)])
    } else {
        table.caption.clone()
    };
    let heads = std::iter::once(&table.corner).chain(&*table.columns);
    let groups = table.groups.iter().filter(|group| !group.hidden).map(|group| TableGroup {
        title: group.title.to_owned(),
        rows: group
            .rows
            .iter()
            .filter(|row| !row.hidden)
            .map(|row| TableRow {
                head: Entry::new(row.title, row.description.as_str()),
                cells: row.cells.iter().map(|answer| cell(answer, writing)).collect(),
            })
            .collect(),
    });
    let groups = groups.collect();
    Table { caption, heads: heads.map(|head| Entry::new(head.name, head.description.as_str())).collect(), groups }
}

/// A map with topics as rows, for they are many; then the timeline.
fn overview(overview: &Overview, words: Words, own: &ExportStrings) -> Vec<Block> {
    let answer = |cell: &MapCell| match (cell.force, cell.silence) {
        _ if cell.faint => own.left_out,
        (Some(force), _) => words.force(force),
        (None, Some(extent)) => words.extent(extent),
        (None, None) => words.not_assessed,
    };
    let rows = overview.topics.iter().enumerate().map(|(at, (_, title))| TableRow {
        head: Entry::new(*title, ""),
        cells: overview
            .rows
            .iter()
            .map(|row| row.cells.get(at).map(|cell| Entry::new("", answer(cell))).into_iter().collect())
            .collect(),
    });
    let heads = std::iter::once(words.topic).chain(overview.rows.iter().map(|row| row.name));
    let map = Table {
        caption: own.caption_overview.to_owned(),
        heads: heads.map(|name| Entry::new(name, "")).collect(),
        groups: vec![TableGroup { title: String::new(), rows: rows.collect() }],
    };
    let periods = overview.periods.iter().map(|period| Entry::new(period.name, period.text.as_str()));
    vec![Block::Table(map), Block::Heading(2, overview.timeline_caption.clone()), Block::List(periods.collect())]
}
