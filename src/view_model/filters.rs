use super::{answer::Context, command::Command, comparison::kind_group};
use crate::{
    dataset::{DutyBearer, Force, Instrument, InstrumentKind, Status},
    locale::{Locale, fill},
    query::{Action, Answer, ColumnOrder, Direction, Facet, Order, TextSize, View},
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
    /// Choices.
    pub groups: Vec<ChoiceGroup>,
    /// The columns, each with what can be done to it.
    pub columns: Vec<ColumnCommands>,
    /// Orders.
    pub orders: Vec<(&'static str, Vec<Command>)>,
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
        Self {
            search: asked.search.clone(),
            panels: panels(context),
            subjects: subjects(context),
            text_sizes: TextSize::ALL
                .into_iter()
                .map(|size| TextSizeChoice {
                    size,
                    label: fill(locale.words().percent, &[("percent", &locale.number(size.percent().into()))]),
                    chosen: size == asked.text_size,
                })
                .collect(),
        }
    }
}

fn panels(context: &Context) -> Vec<Panel> {
    let (words, view) = (context.locale.words(), context.asked.view);
    let panel = |id, title, facets: &[Facet]| {
        let groups: Vec<_> = facets.iter().flat_map(|facet| facet_groups(context, *facet)).collect();
        Panel { id, title, chosen: chosen_of_all(&groups, context.locale), groups, ..Panel::default() }
    };
    let topics = panel("topics", words.topics, &[Facet::Topics]);
    match view {
        View::Organisations => return vec![topics],
        View::Publications => return Vec::new(),
        _ => {}
    }
    let answers = panel("answers", words.answers, &[Facet::Forces, Facet::DutyBearers, Facet::Answers]);
    let mut panels = Vec::new();
    if context.chooses_columns() {
        let instruments = instruments(context);
        let chosen = chosen_of_all(&instruments, context.locale);
        let facets = [Facet::Kinds, Facet::Statuses].into_iter().flat_map(|facet| facet_groups(context, facet));
        let groups = instruments.into_iter().chain(facets).collect();
        panels.push(Panel { id: "instruments", title: words.instruments, chosen, groups, ..Panel::default() });
    }
    if !matches!(view, View::Topic(_) | View::Time(_)) {
        panels.push(topics);
    }
    panels.push(answers);
    if view.is_table() {
        panels.push(order_panel(context));
    }
    if context.layout.is_pair() { vec![folded(panels, context)] } else { panels }
}

/// Where there is little room all panels are one, whose button says how many filters are set.
fn folded(panels: Vec<Panel>, context: &Context) -> Panel {
    let (words, locale) = (context.locale.words(), context.locale);
    let set: usize = Facet::ALL.into_iter().map(|facet| context.asked.chosen.of(facet).len()).sum();
    let set = if set == 0 { String::new() } else { fill(words.filters_set, &[("count", &locale.number(set))]) };
    let mut all = Panel { id: "filters", title: words.filters, chosen: set, ..Panel::default() };
    for panel in panels {
        all.groups.extend(panel.groups);
        all.columns.extend(panel.columns);
        all.orders.extend(panel.orders);
    }
    all
}

/// What stands beside the name of a button; nothing chosen is everything.
fn chosen_of_all(groups: &[ChoiceGroup], locale: &dyn Locale) -> String {
    let choices = || groups.iter().flat_map(|group| &group.choices);
    let chosen = choices().filter(|choice| choice.chosen).count();
    let words = locale.words();
    if chosen == 0 && groups.iter().all(|group| group.facet.is_some()) {
        return words.all.to_owned();
    }
    let (chosen, all) = (locale.number(chosen), locale.number(choices().count()));
    fill(words.chosen_of_all, &[("chosen", &chosen), ("all", &all)])
}

/// The values of a facet with their numbers, in their groups.
fn facet_groups(context: &Context, facet: Facet) -> Vec<ChoiceGroup> {
    let (words, asked) = (context.locale.words(), context.asked);
    let dataset = context.grid.dataset;
    let shows_numbers = asked.view != View::Organisations;
    let choices = facet.values(dataset).into_iter().zip(context.selection.counts(facet)).map(|(id, count)| Choice {
        id,
        label: value_name(facet, id, context),
        chosen: asked.chosen.of(facet).contains(&id),
        count: if shows_numbers { context.locale.number(*count) } else { String::new() },
        gives_nothing: shows_numbers && *count == 0,
    });
    let title = match facet {
        Facet::Topics => {
            let mut choices = choices;
            let groups = dataset.groups.iter().map(|group| ChoiceGroup {
                facet: Some(facet),
                title: group.title,
                choices: choices.by_ref().take(group.topics.len()).collect(),
            });
            return groups.collect();
        }
        Facet::Forces => words.legal_force,
        Facet::DutyBearers => words.duty_bearer,
        Facet::Kinds => words.kind,
        Facet::Statuses => words.status,
        Facet::Answers => words.answer,
    };
    vec![ChoiceGroup { facet: Some(facet), title, choices: choices.collect() }]
}

/// What a value of a facet is called.
pub(super) fn value_name(facet: Facet, id: &str, context: &Context) -> &'static str {
    let words = context.locale.words();
    let name = match facet {
        Facet::Topics => context.grid.dataset.topic(id).map(|topic| topic.title),
        Facet::Forces => named(&Force::NAMED, id).map(|force| words.force(force)),
        Facet::DutyBearers => named(&DutyBearer::NAMED, id).map(|bearer| words.duty_bearer_class(bearer)),
        Facet::Kinds => named(&InstrumentKind::NAMED, id).map(|kind| words.kind_name(kind)),
        Facet::Statuses => named(&Status::NAMED, id).map(|status| match status {
            Status::InForce => words.status_in_force,
            Status::Expired => words.status_expired,
            Status::NotStated => words.status_not_stated,
        }),
        Facet::Answers => named(&Answer::NAMED, id).map(|answer| match answer {
            Answer::Provision => words.provision,
            Answer::Silence(extent) => words.extent(extent),
            Answer::NotAssessed => words.not_assessed,
        }),
    };
    name.unwrap_or_default()
}

fn named<T: Copy>(values: &[(&'static str, T)], id: &str) -> Option<T> {
    values.iter().find(|(name, _)| *name == id).map(|(_, value)| *value)
}

fn instruments(context: &Context) -> Vec<ChoiceGroup> {
    let chosen = context.asked.instrument_ids(context.grid.dataset);
    let mut groups = by_kind(context, |instrument| chosen.contains(&instrument.id));
    let choices = groups.iter_mut().flat_map(|group| &mut group.choices);
    for (choice, count) in choices.zip(context.selection.instruments()) {
        choice.count = context.locale.number(*count);
        choice.gives_nothing = *count == 0;
    }
    groups
}

fn by_kind(context: &Context, chosen: impl Fn(&Instrument) -> bool) -> Vec<ChoiceGroup> {
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

fn order_panel(context: &Context) -> Panel {
    let (words, asked) = (context.locale.words(), context.asked);
    let order = |label, order| Command::new(label, Action::Order(order)).current(asked.order == order);
    let rows = vec![
        order(words.order_groups, Order::Groups),
        order(words.order_name, Order::Name(Direction::Ascending)),
        order(words.order_provisions, Order::Provisions(Direction::Descending)),
    ];
    let columns = ColumnOrder::ALL.map(|order| {
        let label = match order {
            ColumnOrder::Kind => words.order_kind,
            ColumnOrder::Date => words.order_date,
            ColumnOrder::Provisions => words.order_provisions,
        };
        Command::new(label, Action::OrderInstruments(order))
    });
    let mut panel = Panel { id: "order", title: words.order, orders: vec![(words.rows, rows)], ..Panel::default() };
    if context.chooses_columns() {
        panel.orders.push((words.columns, columns.to_vec()));
        panel.columns = column_commands(context);
    }
    panel
}

fn column_commands(context: &Context) -> Vec<ColumnCommands> {
    let (words, asked) = (context.locale.words(), context.asked);
    let instruments = asked.instruments(context.grid.dataset);
    let commands = instruments.iter().map(|instrument| {
        let (id, name) = (instrument.id, instrument.name);
        let pinned = asked.pinned == Some(id);
        let label = |template| fill(template, &[("name", name)]);
        ColumnCommands {
            id,
            name,
            commands: vec![
                ("←", Command::new(label(words.move_earlier), Action::MoveInstrument(id, -1))),
                ("→", Command::new(label(words.move_later), Action::MoveInstrument(id, 1))),
                (
                    words.pin,
                    Command::new(label(words.pin_column), Action::Pin((!pinned).then_some(id))).current(pinned),
                ),
            ],
        }
    });
    commands.collect()
}
