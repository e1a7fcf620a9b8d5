use super::{answer::Context, command::Command, comparison::kind_group};
use crate::{
    dataset::Instrument,
    locale::{Locale, fill},
    query::{Action, Facet, Reading, TextSize, View},
};

/// The controls and what they are set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filters {
    /// What stands in the search box.
    pub search: String,
    /// The panels, each behind a button.
    pub panels: Vec<Panel>,
    /// The one topic or instrument a view is about, or the two that it compares.
    pub subjects: Vec<Subject>,
    /// The four text sizes.
    pub text_sizes: Vec<TextSizeChoice>,
    /// How the text is set.
    pub reading: Reading,
}

/// Controls behind a button.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panel {
    /// Id, for keys and addresses in the element.
    pub id: &'static str,
    /// What the button and the panel are called.
    pub title: &'static str,
    /// What is chosen: “all”, “3 of 41”; may be empty.
    pub chosen: String,
    /// What it holds.
    pub(super) parts: Vec<Part>,
    /// Choices.
    pub groups: Vec<ChoiceGroup>,
    /// The columns, each with what can be done to it.
    pub columns: Vec<ColumnCommands>,
    /// Orders.
    pub orders: Vec<(&'static str, Vec<Command>)>,
}

/// A part of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The instruments, and their facets.
    Instruments,
    /// The topics.
    Topics,
    /// Facets of the answers.
    Answers,
    /// Orders of rows and columns.
    Order,
}

/// Choices that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceGroup {
    /// The facet they are values of; none for instruments.
    pub facet: Option<Facet>,
    /// Their name.
    pub title: &'static str,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// It is chosen.
    pub chosen: bool,
    /// How many answers it would leave: “12”; empty where that says nothing.
    pub count: String,
    /// It would leave nothing.
    pub gives_nothing: bool,
}

/// What can be done to a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnCommands {
    /// Its id, for keys.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Each with a short text that eyes see.
    pub commands: Vec<(&'static str, Command)>,
}

/// A control that chooses one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What the control is called.
    pub label: &'static str,
    /// What can be chosen, with the one that is.
    pub groups: Vec<ChoiceGroup>,
    /// What a choice does.
    pub kind: SubjectKind,
}

/// What choosing a subject does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// Asks the same question about another topic, or shows another instrument.
    Of(View),
    /// Compares another instrument in the first (0) or second (1) place.
    Pair(usize),
}

impl SubjectKind {
    /// What choosing `id` does.
    #[must_use]
    pub const fn action(self, id: &'static str) -> Action {
        match self {
            Self::Of(view) => Action::Show(view.about(id)),
            Self::Pair(place) => Action::Compare(place, id),
        }
    }
}

/// A text size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSizeChoice {
    /// The size.
    pub size: TextSize,
    /// “125 %”.
    pub label: String,
    /// It is chosen.
    pub chosen: bool,
}

impl Filters {
    pub(super) fn new(context: &Context) -> Self {
        let (locale, asked) = (context.locale, context.asked);
        let mut panels = panels(context);
        if let Some(answers) = context.grid.answers {
            answers.fill(&mut panels, context);
        }
        Self {
            search: asked.search.clone(),
            panels,
            subjects: subjects(context),
            text_sizes: TextSize::ALL
                .into_iter()
                .map(|size| TextSizeChoice {
                    size,
                    label: fill(locale.words().percent, &[("percent", &locale.number(size.percent().into()))]),
                    chosen: size == asked.text_size,
                })
                .collect(),
            reading: asked.reading,
        }
    }
}

/// The panels with their names, which say what is chosen.
fn panels(context: &Context) -> Vec<Panel> {
    let (words, view) = (context.locale.words(), context.asked.view);
    let panel = |id, title, chosen, part| Panel { id, title, chosen, parts: vec![part], ..Panel::default() };
    let topics = panel("topics", words.topics, chosen_of_all(&[Facet::Topics], context), Part::Topics);
    match view {
        View::Organisations => return vec![topics],
        View::Publications => return Vec::new(),
        _ => {}
    }
    let mut panels = Vec::new();
    if context.chooses_columns() {
        let (instruments, all) = (context.asked.instrument_ids(context.grid.dataset), context.grid.columns.len());
        let chosen = of_all(instruments.len(), all, context.locale);
        panels.push(panel("instruments", words.instruments, chosen, Part::Instruments));
    }
    if !matches!(view, View::Topic(_) | View::Time(_)) {
        panels.push(topics);
    }
    panels.push(panel("answers", words.answers, chosen_of_all(&ANSWER_FACETS, context), Part::Answers));
    if view.is_table() {
        panels.push(panel("order", words.order, String::new(), Part::Order));
    }
    if context.layout.is_pair() { vec![folded(&panels, context)] } else { panels }
}

/// The facets of answers.
pub(super) const ANSWER_FACETS: [Facet; 3] = [Facet::Forces, Facet::DutyBearers, Facet::Answers];

/// Where there is little room all panels are one, whose button says how many filters are set.
fn folded(panels: &[Panel], context: &Context) -> Panel {
    let (words, locale) = (context.locale.words(), context.locale);
    let set: usize = Facet::ALL.into_iter().map(|facet| context.asked.chosen.of(facet).len()).sum();
    let chosen = if set == 0 { String::new() } else { fill(words.filters_set, &[("count", &locale.number(set))]) };
    let parts = panels.iter().flat_map(|panel| &panel.parts).copied().collect();
    Panel { id: "filters", title: words.filters, chosen, parts, ..Panel::default() }
}

/// What stands beside the name of a button; nothing chosen is everything.
fn chosen_of_all(facets: &[Facet], context: &Context) -> String {
    let chosen: usize = facets.iter().map(|facet| context.asked.chosen.of(*facet).len()).sum();
    if chosen == 0 {
        return context.locale.words().all.to_owned();
    }
    of_all(chosen, facets.iter().map(|facet| facet.values(context.grid.dataset).len()).sum(), context.locale)
}

fn of_all(chosen: usize, all: usize, locale: &dyn Locale) -> String {
    let (chosen, all) = (locale.number(chosen), locale.number(all));
    fill(locale.words().chosen_of_all, &[("chosen", &chosen), ("all", &all)])
}

pub(super) fn by_kind(context: &Context, chosen: impl Fn(&Instrument) -> bool) -> Vec<ChoiceGroup> {
    let words = context.locale.words();
    let mut groups: Vec<ChoiceGroup> = Vec::new();
    // The dataset stands in the order of kinds.
    for instrument in context.grid.dataset.instruments {
        let choice = choice(instrument.id, instrument.name, chosen(instrument));
        let title = kind_group(instrument, words);
        match groups.last_mut() {
            Some(group) if group.title == title => group.choices.push(choice),
            _ => groups.push(ChoiceGroup { facet: None, title, choices: vec![choice] }),
        }
    }
    groups
}

const fn choice(id: &'static str, label: &'static str, chosen: bool) -> Choice {
    Choice { id, label, chosen, count: String::new(), gives_nothing: false }
}

fn subjects(context: &Context) -> Vec<Subject> {
    let (words, asked) = (context.locale.words(), context.asked);
    match asked.view {
        View::Topic(id) | View::Time(id) => {
            let groups = context.grid.dataset.groups.iter().map(|group| ChoiceGroup {
                facet: None,
                title: group.title,
                choices: group.topics.iter().map(|topic| choice(topic.id, topic.title, topic.id == id)).collect(),
            });
            vec![Subject { label: words.topic, groups: groups.collect(), kind: SubjectKind::Of(asked.view) }]
        }
        View::Instrument(id) => {
            let groups = by_kind(context, |instrument| instrument.id == id);
            vec![Subject { label: words.instrument, groups, kind: SubjectKind::Of(asked.view) }]
        }
        View::Compare if !context.layout.is_pair() => Vec::new(),
        View::Compare | View::Differences => {
            let pair = asked.pair(context.grid.dataset);
            let places = pair.into_iter().zip([words.first_instrument, words.second_instrument]).enumerate();
            let subject = |(place, (id, label)): (usize, (&str, _))| Subject {
                label,
                groups: by_kind(context, |instrument| instrument.id == id),
                kind: SubjectKind::Pair(place),
            };
            places.map(subject).collect()
        }
        _ => Vec::new(),
    }
}
