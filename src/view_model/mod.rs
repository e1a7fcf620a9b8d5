//! Exactly what is shown: a dataset and a query in, words and numbers out. The view only lays it out.

mod abbreviations;
mod about;
mod answer;
mod chips;
mod command;
mod comparison;
mod differences;
mod filters;
mod gaps;
mod glossary;
mod grid;
mod instrument;
mod layout;
mod on_demand;
mod organisations;
mod overview;
mod page;
mod panels;
mod publications;
mod selection;
mod suggestions;
mod topic;

use std::rc::Rc;

use by_address::ByAddress;

pub use about::{AboutInstrument, StatedFact};
pub use answer::{Cell, ProvisionEntry, SilenceEntry};
pub use command::Command;
pub use comparison::{Column, Comparison, Group, Row};
pub use differences::{Change, Piece};
pub use filters::{Choice, ChoiceGroup, ColumnCommands, Filters, Panel, Subject, SubjectKind, TextSizeChoice};
pub use glossary::Glossary;
pub use grid::Grid;
pub use layout::Layout;
pub use overview::{MapCell, MapRow, Overview, Period};
pub use page::{Line, Page, Section};

use self::answer::Context;
use crate::{
    dataset::Dataset,
    locale::{Locale, Words, fill},
    query::{Action, History, Query, View},
};

/// What is made anew where anything in it differs, so that two are the same where their addresses are.
pub type Shared<T> = ByAddress<Rc<T>>;

/// All that a widget shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewModel {
    /// The words of the interface.
    pub words: Words,
    /// How the room is used.
    pub layout: Layout,
    /// All that is asked for is in it; else the rest is still to come.
    pub is_whole: bool,
    /// The questions that can be asked, and the one that is.
    pub views: Vec<Command>,
    /// The controls and what they are set to.
    pub filters: Filters,
    /// What the reader may mean while typing.
    pub suggestions: Vec<Command>,
    /// How much is shown, in a sentence for eyes and ears.
    pub status: String,
    /// The filters that are set: each command takes one away.
    pub chips: Vec<Command>,
    /// What can be done with what is collected.
    pub collection: Vec<Command>,
    /// There is a change to take back.
    pub can_undo: bool,
    /// What to do where nothing is shown.
    pub nothing: Option<Nothing>,
    /// The answer.
    pub content: Content,
    /// Facts of the instruments in the table.
    pub about: Shared<Vec<AboutInstrument>>,
    /// Words explained.
    pub glossary: Shared<Glossary>,
    /// Version and date of the dataset, in a sentence.
    pub edition: String,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A table of provisions, or of what organisations do.
    Table(Comparison),
    /// Something to be read from top to bottom.
    Page(Page),
    /// The whole at a glance.
    Overview(Overview),
}

/// Nothing is shown: why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// Why.
    pub message: String,
    /// Another search.
    pub did_you_mean: Option<Command>,
    /// Filters without which something would be left.
    pub drop: Vec<Command>,
}

impl ViewModel {
    /// What `history` asks of the dataset in `grid`. `links` is the name under which the page keeps the query in its
    /// address, if it does.
    ///
    /// Rows that look as they did in `before` are the same `Rc`, so that the view can skip them.
    #[must_use]
    pub fn new(
        grid: &Grid,
        history: &History,
        links: Option<&str>,
        locale: &dyn Locale,
        before: Option<&Self>,
    ) -> Self {
        Self::of_rows(usize::MAX, grid, history, links, locale, before)
    }

    /// The same, but for a large table that says in so many rows what is asked now, and in the others what it said before
    /// ([`Comparison::is_late`]).
    #[must_use]
    pub fn of_rows(
        fresh_rows: usize,
        grid: &Grid,
        history: &History,
        links: Option<&str>,
        locale: &dyn Locale,
        before: Option<&Self>,
    ) -> Self {
        let words = locale.words();
        let dataset = grid.dataset;
        let asked = history.now();
        let context = Context { fresh_rows, ..Context::new(grid, asked, links, locale) };
        let columns = context.columns();
        let before = before.filter(|before| before.is_whole == grid.is_whole());
        let table_before = before.and_then(|before| match &before.content {
            Content::Table(table) => Some(table),
            _ => None,
        });
        let content = Content::new(&context, &columns, table_before);
        let chips = grid.answers.map(|answers| answers.chips(&context, history.start())).unwrap_or_default();
        let nothing = match grid.answers {
            Some(answers) => answers.nothing(&context, &content, &columns, &chips, history.start()),
            None => content.is_empty().then(|| Nothing::yet(words)),
        };
        Self {
            words,
            layout: context.layout,
            is_whole: grid.is_whole(),
            views: views(asked, words, dataset),
            filters: Filters::new(&context),
            suggestions: grid.answers.map(|answers| answers.suggestions(&context)).unwrap_or_default(),
            status: if grid.is_whole() || nothing.is_none() {
                context.status(&content, &columns)
            } else {
                words.loading.to_owned()
            },
            nothing,
            chips,
            collection: chips::collection(&context),
            can_undo: history.can_undo(),
            content,
            about: match before {
                Some(before) if about::is_of(&before.about, &context, &columns) => before.about.clone(),
                _ => ByAddress(Rc::new(match grid.answers {
                    Some(answers) => answers.about(&context, &columns),
                    None => Vec::new(),
                })),
            },
            glossary: match before {
                Some(before) => before.glossary.clone(),
                None => ByAddress(Rc::new(grid.answers.map(|answers| answers.glossary(&context)).unwrap_or_default())),
            },
            edition: fill(words.edition, &[("version", dataset.version), ("date", &locale.date(dataset.date))]),
        }
    }

    /// The table, where the answer is one.
    #[must_use]
    pub const fn table(&self) -> Option<&Comparison> {
        match &self.content {
            Content::Table(table) => Some(table),
            _ => None,
        }
    }
}

impl Nothing {
    /// It is being loaded.
    fn yet(words: Words) -> Self {
        Self { message: words.loading.to_owned(), did_you_mean: None, drop: Vec::new() }
    }
}

impl Content {
    fn new(context: &Context, columns: &[usize], before: Option<&Comparison>) -> Self {
        match (context.grid.answers, context.query.asks_for_first_table(context.grid.dataset)) {
            (Some(answers), _) => answers.content(context, columns, before),
            (None, true) => Self::Table(Comparison::of_topics(context, columns, before)),
            (None, false) => Self::Table(Comparison::default()),
        }
    }

    /// The answer to any question.
    fn of_question(context: &Context, columns: &[usize], before: Option<&Comparison>) -> Self {
        match context.query.view {
            View::Compare => Self::Table(Comparison::of_topics(context, columns, before)),
            View::Differences => {
                let mut table = Comparison::of_topics(context, columns, None);
                differences::mark(&mut table);
                Self::Table(table)
            }
            View::Transposed => Self::Table(Comparison::of_instruments(context, columns, before)),
            View::Organisations => Self::Table(organisations::organisations(context, before)),
            View::Topic(id) => Self::Page(topic::topic(context, id, columns)),
            View::Time(id) => Self::Page(topic::time(context, id, columns)),
            View::Instrument(id) => Self::Page(instrument::instrument(context, id)),
            View::Gaps => Self::Page(gaps::gaps(context, columns)),
            View::Publications => Self::Page(publications::publications(context)),
            View::Overview => Self::Overview(overview::overview(context, columns)),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Table(table) => table.groups.iter().all(|group| group.hidden),
            Self::Page(page) => page.sections.is_empty(),
            Self::Overview(overview) => overview.rows.is_empty(),
        }
    }
}

/// The answer to a query is not empty.
fn shows_something(asked: &Query, grid: &Grid, locale: &dyn Locale) -> bool {
    let context = Context::new(grid, asked, None, locale);
    !Content::new(&context, &context.columns(), None).is_empty()
}

fn views(asked: &Query, words: Words, dataset: &Dataset) -> Vec<Command> {
    let views = View::all(dataset).map(|view| {
        let label = match view {
            View::Compare => words.view_compare,
            View::Transposed => words.view_transposed,
            View::Topic(_) => words.view_topic,
            View::Instrument(_) => words.view_instrument,
            View::Differences => words.view_differences,
            View::Gaps => words.view_gaps,
            View::Time(_) => words.view_time,
            View::Overview => words.view_overview,
            View::Organisations => words.view_organisations,
            View::Publications => words.view_publications,
        };
        // A question about a topic goes on with the topic that was asked about.
        let view = match (asked.view, view) {
            (View::Topic(topic), View::Time(_)) => View::Time(topic),
            (View::Time(topic), View::Topic(_)) => View::Topic(topic),
            (_, view) => view,
        };
        Command::new(label, Action::Show(view)).current(asked.view.name() == view.name())
    });
    views.to_vec()
}

impl Context<'_> {
    /// “12 of 256 provisions · 7 of 41 topics · 3 of 16 instruments”, or how many of what else is shown.
    fn status(&self, content: &Content, columns: &[usize]) -> String {
        let (words, locale) = (self.locale.words(), self.locale);
        match (self.query.view, content) {
            (View::Organisations, Content::Table(table)) => {
                locale.count(&words.count_organisations, table.columns.len())
            }
            (View::Publications, Content::Page(page)) => locale.count(&words.count_entries, page.sections.len()),
            (View::Gaps, Content::Page(page)) => {
                locale.count(&words.count_silences, page.sections.iter().map(|section| section.lines.len()).sum())
            }
            (view, content) => {
                let (provisions, topics) = match content {
                    Content::Table(table) if view == View::Differences => table.counts(),
                    _ => {
                        let rows = (0..self.grid.rows.len()).filter(|row| self.row_is_shown(*row, columns));
                        (self.selection.provisions(self.grid), rows.count())
                    }
                };
                let all = self.grid.columns.iter().map(|column| column.provisions.len()).sum();
                [
                    locale.count_of_all(&words.provisions_of_all, provisions, all),
                    locale.count_of_all(&words.topics_of_all, topics, self.grid.rows.len()),
                    locale.count_of_all(&words.instruments_of_all, columns.len(), self.grid.columns.len()),
                ]
                // One type of joined texts in all the code: each brings a function of its own into the wasm.
                .each_ref()
                .map(String::as_str)
                .join(words.separator)
            }
        }
    }
}

fn nothing(
    context: &Context,
    content: &Content,
    columns: &[usize],
    chips: &[Command],
    start: &Query,
) -> Option<Nothing> {
    let (words, asked) = (context.locale.words(), context.asked);
    if !content.is_empty() {
        return None;
    }
    if columns.is_empty() && asked.view.has_columns() && asked.chosen.is_empty() && !asked.only_collected {
        return Some(Nothing { message: words.no_instrument.to_owned(), did_you_mean: None, drop: Vec::new() });
    }
    let message = if context.search.is_empty() {
        words.nothing_left.to_owned()
    } else {
        fill(words.nothing_found, &[("search", asked.search.trim())])
    };
    Some(Nothing {
        message,
        did_you_mean: suggestions::did_you_mean(context.grid, &asked.search, context.locale),
        drop: chips::worth_dropping(context, chips, start),
    })
}
