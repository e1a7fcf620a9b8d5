//! What the reader collects, and what is shown where nothing else is asked for.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use support::{after, dataset, model, only_topics, search};
use victim_assistance_table::{
    query::{Action, Address, At, Attribute, History, Query, View},
    view_model::{Command, ViewModel},
};

const MEDICAL: At = At::Provision("crpd", "art-25-b");
const SILENCE: At = At::Cell("mine-ban-convention", "education");

fn collected() -> Query {
    after([Action::Collect(MEDICAL), Action::Collect(SILENCE)])
}

/// The places that a table shows as collected, and how many provisions it shows at all.
fn shown(model: &ViewModel) -> (Vec<At>, usize) {
    let cells = || model.table().unwrap().rows().filter(|row| !row.hidden).flat_map(|row| row.cells.iter());
    let provisions = cells().flat_map(|cell| cell.entries()).filter(|entry| entry.collected).map(|entry| entry.place);
    let silences = cells().filter_map(|cell| cell.silence.as_ref()).filter(|silence| silence.collected);
    let mut places: Vec<_> = provisions.chain(silences.map(|silence| silence.place)).collect();
    places.dedup();
    (places, cells().flat_map(|cell| cell.entries()).count())
}

fn commands(model: &ViewModel) -> Vec<(&str, Option<bool>)> {
    model.collection.iter().map(|Command { label, current, .. }| (label.as_str(), *current)).collect()
}

#[test]
fn an_answer_is_collected_once_and_let_go_of() {
    let query = collected();
    assert_eq!(query.collected, [MEDICAL, SILENCE]);
    assert_eq!(query.reduce(Action::Collect(MEDICAL), &Query::new(), dataset()).collected, [SILENCE]);
    let model = model([Action::Collect(MEDICAL), Action::Collect(SILENCE)]);
    assert_eq!(shown(&model).0, [MEDICAL, SILENCE]);
    assert_eq!(commands(&model), [("Show 2 collected", Some(false)), ("Empty the collection", None)]);
    assert!(commands(&support::model([])).is_empty());
}

#[test]
fn all_that_is_collected_is_shown_whatever_hid_it() {
    let hidden = [search("zeppelin"), only_topics(&["timeframe"]), Action::Instruments(Some(vec!["oslo"]))];
    let collect = [Action::Collect(MEDICAL), Action::Collect(SILENCE), Action::Show(View::Overview)];
    let actions = hidden.into_iter().chain(collect).chain([Action::ShowCollected]);
    let model = model(actions);
    let (places, provisions) = shown(&model);
    assert_eq!((places, provisions), (vec![MEDICAL, SILENCE], 1));
    let columns: Vec<_> = model.table().unwrap().columns.iter().map(|column| column.id).collect();
    assert_eq!(columns, ["mine-ban-convention", "crpd"]);
    assert_eq!(model.chips.iter().map(|chip| chip.label.as_str()).collect::<Vec<_>>(), ["2 instruments", "Collected"]);
    assert_eq!(commands(&model)[0], ("Show 2 collected", Some(true)));
    assert!(model.status.starts_with("1 of "), "{}", model.status);
}

#[test]
fn with_nothing_collected_the_filter_can_be_dropped() {
    let model = model([Action::OnlyCollected(true)]);
    let nothing = model.nothing.unwrap();
    assert_eq!(nothing.drop.iter().map(|chip| chip.label.as_str()).collect::<Vec<_>>(), ["Collected"]);
}

#[test]
fn reset_keeps_the_collection_and_undo_takes_steps_back() {
    let mut history = History::new(Query::new());
    for action in [Action::Collect(MEDICAL), Action::ShowCollected, Action::Reset] {
        assert!(history.step(action, dataset()));
    }
    assert_eq!(history.now(), &after([Action::Collect(MEDICAL)]));
    assert!(history.undo() && history.now().only_collected);
    assert!(history.undo() && history.undo());
    assert_eq!(history.now(), &Query::new());
}

#[test]
fn a_cell_with_provisions_stands_for_these() {
    let (action, unknown) = Attribute::Collected.read(Some("crpd/topic/education crpd/art-24-1"), dataset());
    assert!(unknown.is_empty());
    let Action::Collected(places) = action else { unreachable!("{action:?}") };
    assert!(places.len() > 2 && places.contains(&At::Provision("crpd", "art-24-1")), "{places:?}");
    assert!(places.iter().all(|place| matches!(place, At::Provision("crpd", _))), "{places:?}");
}

#[test]
fn an_address_carries_the_collection_and_names_what_it_does_not_understand() {
    let query = collected().reduce(Action::ShowCollected, &Query::new(), dataset());
    let mut address = Address::write(&query, &Query::new(), dataset());
    let (read, unknown) = address.read(&Query::new(), dataset());
    assert_eq!(read, query);
    assert!(unknown.is_empty());
    address.0.push(("collected".to_owned(), "crpd/art-25-b crpd/no-such <script> crpd/topic/".to_owned()));
    address.0.push(("only".to_owned(), "everything".to_owned()));
    let (read, unknown) = address.read(&Query::new(), dataset());
    assert_eq!(read.collected, [MEDICAL]);
    assert!(read.only_collected);
    let values: Vec<_> = unknown.iter().map(|unknown| unknown.value.as_str()).collect();
    assert_eq!(values, ["crpd/no-such", "<script>", "crpd/topic/", "everything"]);
}

#[test]
fn no_more_is_collected_than_fits_into_an_address() {
    let places = support::places().into_iter().filter(|place| matches!(place, At::Provision(..)));
    let places: Vec<_> = places.take(Query::MOST_COLLECTED + 1).collect();
    let actions = places.iter().map(|place| Action::Collect(*place));
    let query = after(actions.clone());
    assert_eq!(query.collected, places[..Query::MOST_COLLECTED]);
    assert_eq!(commands(&model(actions))[0].0, "Show 50 collected: no more fit");
    let all: Vec<_> = places.iter().map(|place| place.value()).collect();
    let (action, unknown) = Attribute::Collected.read(Some(&all.join(" ")), dataset());
    assert_eq!(action, Action::Collected(query.collected));
    assert_eq!(unknown[0].value, *all.last().unwrap());
}
