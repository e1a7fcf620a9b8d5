//! What several test files share: ways to a query and to what is shown for it, and a naive reading of the dataset.

#![allow(dead_code, reason = "each test file takes its part")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

pub mod naive;

use proptest::{
    prelude::*,
    sample::{select, subsequence},
};
use victim_assistance_table::{
    dataset::{DATASET, Dataset, Instrument, REFERENCE, Topic},
    native_locale::NativeLocale,
    query::{Action, At, ColumnOrder, Direction, Facet, History, Order, Query, Reading, TextSize, View},
    view_model::{Cell, Choice, Comparison, Content, Grid, Overview, Page, Row, ViewModel},
};

thread_local! {
    pub static LOCALE: NativeLocale = NativeLocale::english().unwrap();
    pub static GRID: Grid = LOCALE.with(|locale| Grid::new(dataset(), &REFERENCE, locale));
}

pub fn dataset() -> &'static Dataset {
    &DATASET
}

pub fn instrument(id: &str) -> &'static Instrument {
    dataset().instrument(id).unwrap()
}

pub fn instrument_ids() -> Vec<&'static str> {
    dataset().instruments.iter().map(|instrument| instrument.id).collect()
}

pub fn topics() -> Vec<&'static Topic> {
    dataset().topics().collect()
}

pub fn topic_ids() -> Vec<&'static str> {
    dataset().topics().map(|topic| topic.id).collect()
}

pub fn columns(ids: &[&'static str]) -> Action {
    Action::Instruments(Some(ids.to_vec()))
}

pub fn only_topics(ids: &[&'static str]) -> Action {
    Action::Choose(Facet::Topics, ids.to_vec())
}

pub fn search(typed: &str) -> Action {
    Action::Search(typed.to_owned())
}

pub fn reduce(query: &Query, action: Action) -> Query {
    query.reduce(action, &Query::new(), dataset())
}

/// The usual query after some actions of the reader.
pub fn after(actions: impl IntoIterator<Item = Action>) -> Query {
    actions.into_iter().fold(Query::new(), |query, action| reduce(&query, action))
}

/// What is shown for a query, to which the page's owner has added nothing.
pub fn shown(query: &Query) -> ViewModel {
    shown_after(query, None)
}

pub fn shown_after(query: &Query, before: Option<&ViewModel>) -> ViewModel {
    let mut history = History::new(Query::new());
    history.visit(query.clone());
    // A visit leaves these as they are.
    history.change(Action::TextSize(query.text_size), dataset());
    history.change(Action::Reading(query.reading), dataset());
    history.change(Action::Room(query.room), dataset());
    history_shown(&history, before)
}

pub fn history_shown(history: &History, before: Option<&ViewModel>) -> ViewModel {
    LOCALE.with(|locale| GRID.with(|grid| ViewModel::new(grid, history, None, locale, before)))
}

/// What is shown after some actions of the reader.
pub fn model(actions: impl IntoIterator<Item = Action>) -> ViewModel {
    shown(&after(actions))
}

pub fn searched(typed: &str) -> ViewModel {
    model([search(typed)])
}

pub fn table(model: &ViewModel) -> &Comparison {
    model.table().unwrap()
}

pub fn page(model: &ViewModel) -> &Page {
    match &model.content {
        Content::Page(page) => page,
        other => panic!("a page, not {other:?}"),
    }
}

pub fn overview(model: &ViewModel) -> &Overview {
    match &model.content {
        Content::Overview(overview) => overview,
        other => panic!("the overview, not {other:?}"),
    }
}

pub fn column_ids(model: &ViewModel) -> Vec<&'static str> {
    table(model).columns.iter().map(|column| column.id).collect()
}

/// The rows in sight.
pub fn shown_rows(model: &ViewModel) -> Vec<&Row> {
    table(model).rows().map(|row| &**row).filter(|row| !row.hidden).collect()
}

pub fn shown_row_ids(model: &ViewModel) -> Vec<&'static str> {
    shown_rows(model).iter().map(|row| row.id).collect()
}

pub fn cell<'a>(model: &'a ViewModel, row: &str, column: &str) -> &'a Cell {
    let row = table(model).rows().find(|other| other.id == row).unwrap();
    row.cells.iter().find(|cell| cell.column == column).unwrap()
}

/// The number with which the status line begins.
pub fn provisions_counted(model: &ViewModel) -> usize {
    model.status.split(' ').next().unwrap().parse().unwrap()
}

/// Every choice of a facet, in the panels that are there.
pub fn choices(model: &ViewModel, facet: Option<Facet>) -> Vec<Choice> {
    let groups = model.filters.panels.iter().flat_map(|panel| &panel.groups);
    groups.filter(|group| group.facet == facet).flat_map(|group| group.choices.clone()).collect()
}

/// Nothing is in sight where the answer should be.
pub fn is_empty(model: &ViewModel) -> bool {
    match &model.content {
        Content::Table(table) => table.rows().all(|row| row.hidden),
        Content::Page(page) => page.sections.is_empty(),
        Content::Overview(overview) => overview.rows.is_empty(),
    }
}

/// So many cases; a failure is told with the smallest input, and nothing is written beside the tests.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub fn any_instrument() -> impl Strategy<Value = &'static str> {
    select(instrument_ids())
}

pub fn any_topic() -> impl Strategy<Value = &'static str> {
    select(topic_ids())
}

pub fn any_text_size() -> impl Strategy<Value = TextSize> {
    select(TextSize::ALL.to_vec())
}

pub fn any_reading() -> impl Strategy<Value = Reading> {
    let words = prop::collection::vec(select(Reading::ASPECTS.concat()), 0..5);
    words.prop_map(|words| words.into_iter().fold(Reading::default(), Reading::with))
}

pub fn any_facet() -> impl Strategy<Value = Facet> {
    select(Facet::ALL.to_vec())
}

/// A facet with any of its values.
pub fn any_choice() -> impl Strategy<Value = (Facet, Vec<&'static str>)> {
    any_facet().prop_flat_map(|facet| {
        let values = facet.values(dataset());
        let most = values.len();
        (Just(facet), subsequence(values, 0..=most))
    })
}

pub fn any_view() -> impl Strategy<Value = View> {
    (select(View::all(dataset()).to_vec()), any_topic(), any_instrument()).prop_map(|(view, topic, instrument)| {
        match view {
            View::Instrument(_) => view.about(instrument),
            _ => view.about(topic),
        }
    })
}

pub fn any_columns() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(instrument_ids(), 0..=16).prop_shuffle()
}

pub fn any_direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Ascending, Direction::Descending])
}

pub fn any_order() -> impl Strategy<Value = Order> {
    (0..5, any_direction(), any_instrument(), any_topic()).prop_map(|(sort, way, instrument, topic)| match sort {
        0 => Order::Groups,
        1 => Order::Name(way),
        2 => Order::Provisions(way),
        3 => Order::Force(instrument, way),
        _ => Order::Force(topic, way),
    })
}

/// Every provision and every cell a link can lead to.
pub fn places() -> Vec<At> {
    let provisions = dataset().instruments.iter().flat_map(|instrument| {
        instrument.provisions.iter().map(|provision| At::Provision(instrument.id, provision.id))
    });
    let cells = dataset()
        .instruments
        .iter()
        .flat_map(|instrument| dataset().topics().map(|topic| At::Cell(instrument.id, topic.id)));
    provisions.chain(cells).collect()
}

pub fn any_place() -> impl Strategy<Value = At> {
    select(places())
}

/// What can be collected: an answer.
pub fn any_answer() -> impl Strategy<Value = At> {
    any_place().prop_map(|place| place.answers(dataset())[0])
}

/// A few answers, each once.
pub fn any_collection() -> impl Strategy<Value = Vec<At>> {
    prop::collection::vec(any_answer(), 0..6).prop_map(|answers| {
        let mut places = Vec::new();
        for answer in answers {
            if !places.contains(&answer) {
                places.push(answer);
            }
        }
        places
    })
}

/// Anything a control, a link or the room can do.
pub fn any_action() -> impl Strategy<Value = Action> {
    let different = (any_instrument(), any_instrument()).prop_filter("two of them", |(one, other)| one != other);
    prop_oneof![
        any_view().prop_map(Action::Show),
        any_view().prop_map(Action::Take),
        any::<String>().prop_map(Action::Search),
        prop::option::weighted(0.9, any_columns()).prop_map(Action::Instruments),
        (any_instrument(), any::<bool>()).prop_map(|(id, shown)| Action::ShowInstrument(id, shown)),
        (any_instrument(), -20..20_isize).prop_map(|(id, places)| Action::MoveInstrument(id, places)),
        select(ColumnOrder::ALL.to_vec()).prop_map(Action::OrderInstruments),
        prop::option::of(any_instrument()).prop_map(Action::Pin),
        any_choice().prop_map(|(facet, ids)| Action::Choose(facet, ids)),
        any_choice().prop_map(|(facet, ids)| match ids.first() {
            Some(id) => Action::ShowChoice(facet, id, ids.len() > 1),
            None => Action::Choose(facet, ids),
        }),
        any_order().prop_map(Action::Order),
        (0..2_usize, any_instrument()).prop_map(|(place, id)| Action::Compare(place, id)),
        prop::option::of(different).prop_map(|pair| Action::Pair(pair.map(|(one, other)| [one, other]))),
        any_answer().prop_map(Action::Collect),
        any_collection().prop_map(Action::Collected),
        any::<bool>().prop_map(Action::OnlyCollected),
        Just(Action::ShowCollected),
        prop::option::of(any_place()).prop_map(Action::GoTo),
        any_text_size().prop_map(Action::TextSize),
        any_reading().prop_map(Action::Reading),
        any::<u16>().prop_map(Action::Room),
        Just(Action::Reset),
    ]
}

/// Any query a reader can reach.
pub fn any_query() -> impl Strategy<Value = Query> {
    prop::collection::vec(any_action(), 0..12).prop_map(after)
}

/// A search of words the dataset has, sometimes of others.
pub fn any_plain_search() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        2 => select(vec!["rehabilitation", "education", "art. 5", "victims", "shall", "silent", "education silent"])
            .prop_map(str::to_owned),
        1 => select(vec!["crpd", "mine", "obligation", "women girls", "zeppelin"]).prop_map(str::to_owned),
    ]
}

/// A query with facets, columns and a search, of a view of provisions.
pub fn any_filtered_query() -> impl Strategy<Value = Query> {
    let choices = prop::collection::vec(any_choice(), 0..3);
    let instruments = prop::option::of(any_columns());
    (any_plain_search(), instruments, choices).prop_map(|(search, instruments, choices)| {
        let choices = choices.into_iter().map(|(facet, ids)| Action::Choose(facet, ids));
        after([Action::Search(search), Action::Instruments(instruments)].into_iter().chain(choices))
    })
}
