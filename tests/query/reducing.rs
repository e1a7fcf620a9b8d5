//! How actions change what is asked for.

use super::*;

fn shown_ids(query: &Query) -> Vec<&'static str> {
    query.instrument_ids(dataset())
}

#[test]
fn at_first_the_usual_instruments_and_all_topics_are_asked_for() {
    let query = Query::new();
    assert_eq!(shown_ids(&query), ["mine-ban-convention", "protocol-v", "crpd", "cluster-munitions"]);
    assert!(query.chosen.is_empty());
    assert_eq!((query.view, query.search.as_str(), query.text_size), (View::Compare, "", TextSize::First));
}

#[test]
fn where_nobody_chose_columns_a_table_has_the_first_few_and_every_other_view_has_all() {
    for view in View::all(dataset()) {
        let ids = shown_ids(&after([Action::Show(view)]));
        assert_eq!(ids.len(), if view.is_table() { 4 } else { 16 }, "{view:?}");
    }
}

#[test]
fn a_kind_that_is_asked_for_shows_all_of_that_kind() {
    let ids = |query: &Query| query.columns(dataset()).iter().map(|one| one.id).collect::<Vec<_>>();
    let plans = after([Action::Choose(Facet::Kinds, vec!["action-plan"])]);
    assert_eq!(ids(&plans).len(), 9);
    let expired = after([Action::Choose(Facet::Statuses, vec!["expired"])]);
    assert!(ids(&expired).contains(&"nairobi") && !ids(&expired).contains(&"crpd"));
    // Of columns that were chosen, those of the kind are left.
    assert_eq!(ids(&reduce(&plans, columns(&["oslo", "crpd", "maputo"]))), ["oslo", "maputo"]);
}

#[test]
fn the_search_is_kept_as_typed() {
    assert_eq!(after([search("  Médical ")]).search, "  Médical ");
}

#[test]
fn columns_stand_in_the_order_of_the_reader() {
    let asked = ["oslo", "crpd", "amended-protocol-ii"];
    assert_eq!(shown_ids(&after([columns(&asked)])), asked);
}

#[test]
fn in_a_table_in_the_order_of_the_dataset_a_column_comes_to_its_place_and_goes() {
    let shown = after([Action::ShowInstrument("amended-protocol-ii", true), Action::ShowInstrument("ewipa", true)]);
    assert_eq!(
        shown_ids(&shown),
        ["amended-protocol-ii", "mine-ban-convention", "protocol-v", "crpd", "cluster-munitions", "ewipa"]
    );
    let hidden = after([Action::ShowInstrument("crpd", false)]);
    assert_eq!(shown_ids(&hidden), ["mine-ban-convention", "protocol-v", "cluster-munitions"]);
}

#[test]
fn in_a_table_in_the_order_of_the_reader_a_column_comes_last() {
    let query = after([columns(&["oslo", "crpd"]), Action::ShowInstrument("amended-protocol-ii", true)]);
    assert_eq!(shown_ids(&query), ["oslo", "crpd", "amended-protocol-ii"]);
    let query = reduce(&query, Action::ShowInstrument("crpd", false));
    assert_eq!(shown_ids(&query), ["oslo", "amended-protocol-ii"]);
}

#[test]
fn showing_what_is_shown_and_hiding_what_is_hidden_changes_nothing() {
    for query in [
        after([only_topics(&["education"])]),
        after([only_topics(&["education"]), columns(&["cluster-munitions", "crpd", "protocol-v"])]),
    ] {
        for action in [
            Action::ShowInstrument("crpd", true),
            Action::ShowInstrument("oslo", false),
            Action::ShowChoice(Facet::Topics, "education", true),
            Action::ShowChoice(Facet::Topics, "timeframe", false),
        ] {
            assert_eq!(reduce(&query, action.clone()), query, "{action:?}");
        }
    }
}

#[test]
fn the_last_column_can_go() {
    let query = after([columns(&["crpd"]), Action::ShowInstrument("crpd", false)]);
    assert_eq!(query.instruments, Some(vec![]));
}

#[test]
fn columns_move_by_places_and_stop_at_the_ends() {
    let moved = |id, places| shown_ids(&after([columns(&["oslo", "crpd", "tpnw"]), move_by(id, places)]));
    assert_eq!(moved("oslo", 1), ["crpd", "oslo", "tpnw"]);
    assert_eq!(moved("tpnw", -2), ["tpnw", "oslo", "crpd"]);
    assert_eq!(moved("crpd", isize::MAX), ["oslo", "tpnw", "crpd"]);
    assert_eq!(moved("crpd", isize::MIN), ["crpd", "oslo", "tpnw"]);
    assert_eq!(moved("crpd", 0), ["oslo", "crpd", "tpnw"]);
    assert_eq!(moved("ewipa", 1), ["oslo", "crpd", "tpnw"], "what is no column does not move");
}

fn move_by(id: &'static str, places: isize) -> Action {
    Action::MoveInstrument(id, places)
}

#[test]
fn a_pinned_column_stands_first_for_as_long_as_it_is_pinned() {
    let pinned = after([columns(&["oslo", "crpd", "tpnw"]), Action::Pin(Some("tpnw"))]);
    assert_eq!(shown_ids(&pinned), ["tpnw", "oslo", "crpd"]);
    assert_eq!(shown_ids(&reduce(&pinned, Action::Pin(None))), ["oslo", "crpd", "tpnw"]);
    let gone = reduce(&pinned, Action::ShowInstrument("tpnw", false));
    assert_eq!((shown_ids(&gone), gone.pinned), (vec!["oslo", "crpd"], None));
    assert_eq!(shown_ids(&after([columns(&["oslo", "crpd"]), Action::Pin(Some("tpnw"))])), ["oslo", "crpd"]);
}

#[test]
fn all_columns_are_put_in_order_of_kind_of_date_or_of_provisions() {
    let ordered =
        |order| shown_ids(&after([columns(&["ewipa", "oslo", "crpd", "cluster-munitions", "nairobi"]), order]));
    assert_eq!(
        ordered(Action::OrderInstruments(ColumnOrder::Kind)),
        ["crpd", "cluster-munitions", "nairobi", "oslo", "ewipa"]
    );
    assert_eq!(
        ordered(Action::OrderInstruments(ColumnOrder::Date)),
        ["nairobi", "crpd", "cluster-munitions", "oslo", "ewipa"]
    );
    assert_eq!(
        ordered(Action::OrderInstruments(ColumnOrder::Provisions)),
        ["crpd", "cluster-munitions", "oslo", "nairobi", "ewipa"]
    );
}

#[test]
fn rows_stand_in_the_order_of_the_dataset_however_they_are_asked_for() {
    let query = after([only_topics(&["reporting", "education"]), Action::ShowChoice(Facet::Topics, "timeframe", true)]);
    assert_eq!(query.chosen.of(Facet::Topics), ["timeframe", "education", "reporting"]);
    let none = after([only_topics(&["education"]), Action::ShowChoice(Facet::Topics, "education", false)]);
    assert!(none.chosen.is_empty());
}

#[test]
fn the_first_two_columns_are_compared_where_nobody_chose() {
    assert_eq!(after([]).pair(dataset()), ["mine-ban-convention", "protocol-v"]);
    assert_eq!(after([columns(&["crpd"])]).pair(dataset()), ["crpd", "mine-ban-convention"]);
    assert_eq!(after([columns(&[])]).pair(dataset()), ["mine-ban-convention", "protocol-v"]);
}

#[test]
fn comparing_another_instrument_takes_its_place() {
    assert_eq!(after([Action::Compare(0, "oslo")]).pair(dataset()), ["oslo", "protocol-v"]);
    assert_eq!(after([Action::Compare(1, "oslo")]).pair(dataset()), ["mine-ban-convention", "oslo"]);
}

#[test]
fn comparing_the_instrument_of_the_other_place_swaps_both() {
    assert_eq!(after([Action::Compare(0, "protocol-v")]).pair(dataset()), ["protocol-v", "mine-ban-convention"]);
    assert_eq!(
        after([Action::Compare(1, "mine-ban-convention")]).pair(dataset()),
        ["protocol-v", "mine-ban-convention"]
    );
}

#[test]
fn a_suggestion_that_is_taken_takes_what_was_typed_for_it_away() {
    let query = after([search("educ"), Action::Take(View::Topic("education"))]);
    assert_eq!((query.view, query.search.as_str()), (View::Topic("education"), ""));
    let query = after([search("educ"), Action::Show(View::Topic("education"))]);
    assert_eq!((query.view, query.search.as_str()), (View::Topic("education"), "educ"));
}

#[test]
fn going_to_a_place_lets_go_of_what_could_hide_it_and_shows_its_column() {
    let at = At::Provision("oslo", dataset().instrument("oslo").unwrap().provisions[0].id);
    let query = after([
        Action::Show(View::Overview),
        search("zeppelin"),
        Action::Choose(Facet::Kinds, vec!["treaty"]),
        Action::Choose(Facet::Forces, vec!["obligation"]),
        columns(&["crpd", "tpnw"]),
        Action::GoTo(Some(at)),
    ]);
    assert_eq!((query.view, query.search.as_str(), query.at), (View::Compare, "", Some(at)));
    assert!(query.chosen.is_empty());
    assert_eq!(shown_ids(&query), ["crpd", "tpnw", "oslo"]);
    assert_eq!(query.pair(dataset()), ["oslo", "crpd"]);
    // A table by instruments stays one.
    let query = after([Action::Show(View::Transposed), Action::GoTo(Some(at))]);
    assert_eq!(query.view, View::Transposed);
}

#[test]
fn whoever_asks_for_something_else_has_read_what_was_marked() {
    let at = Action::GoTo(Some(At::Cell("crpd", "education")));
    let marked = |action: Action| after([at.clone(), action]).at.is_some();
    assert!(marked(Action::TextSize(TextSize::Second)) && marked(Action::Room(20)));
    assert!(!marked(search("a")) && !marked(Action::Show(View::Compare)) && !marked(Action::GoTo(None)));
}

#[test]
fn reset_takes_filters_back_to_what_the_owner_asked_for() {
    let start = after([columns(&["crpd", "oslo"]), only_topics(&["education"]), Action::Show(View::Gaps)]);
    let changed = [
        search("x"),
        columns(&["ewipa"]),
        only_topics(&[]),
        Action::Show(View::Overview),
        Action::Order(Order::Name(Direction::Descending)),
        Action::Pin(Some("ewipa")),
        Action::Compare(0, "maputo"),
        Action::TextSize(TextSize::Fourth),
        Action::Reading(Reading::default().with("font-serif")),
        Action::Room(30),
    ]
    .into_iter()
    .fold(start.clone(), |query, action| query.reduce(action, &start, dataset()));
    let reset = changed.reduce(Action::Reset, &start, dataset());
    let reading = Reading::default().with("font-serif");
    assert_eq!(reset, Query { view: View::Overview, text_size: TextSize::Fourth, reading, room: 30, ..start });
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_done_what_is_chosen_stays_in_the_order_of_the_dataset(query in any_query()) {
        for facet in Facet::ALL {
            let mut in_order = facet.values(dataset());
            in_order.retain(|value| query.chosen.of(facet).contains(value));
            prop_assert_eq!(query.chosen.of(facet), &in_order[..]);
        }
    }

    #[test]
    fn whatever_is_done_no_column_stands_twice(query in any_query()) {
        let mut ids = shown_ids(&query);
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
    }

    #[test]
    fn whatever_is_done_two_different_instruments_are_compared(query in any_query()) {
        let [first, second] = query.pair(dataset());
        prop_assert_ne!(first, second);
        prop_assert!(instrument_ids().contains(&first) && instrument_ids().contains(&second));
    }

    #[test]
    fn a_column_that_is_shown_is_there_and_one_that_is_hidden_is_not(
        query in any_query(), id in any_instrument(), shows in any::<bool>()
    ) {
        let after = reduce(&query, Action::ShowInstrument(id, shows));
        prop_assert_eq!(shown_ids(&after).contains(&id), shows);
        let others = |query: &Query| {
            let mut ids = shown_ids(query);
            ids.retain(|other| *other != id);
            ids
        };
        prop_assert_eq!(others(&after), others(&query), "the others stay as they stand");
    }

    #[test]
    fn an_action_changes_what_it_names_and_nothing_else(before in any_query(), action in any_action()) {
        let after = reduce(&before, action.clone());
        let unmarked = Query { at: None, ..before.clone() };
        let mut chosen = before.chosen.clone();
        let expected = match action {
            Action::Show(view) => Query { view, ..unmarked },
            Action::Take(view) => Query { view, search: String::new(), ..unmarked },
            Action::Search(search) | Action::SearchInstead(search) => Query { search, ..unmarked },
            Action::Instruments(instruments) => Query { instruments, pair: None, ..unmarked },
            Action::ShowInstrument(..) => {
                Query { instruments: after.instruments.clone(), pinned: after.pinned, ..unmarked }
            }
            Action::MoveInstrument(..) | Action::OrderInstruments(_) => {
                let sorted = |query: &Query| {
                    let mut ids = shown_ids(query);
                    ids.sort_unstable();
                    ids
                };
                prop_assert_eq!(sorted(&after), sorted(&before), "the same columns in another order");
                Query { instruments: after.instruments.clone(), ..unmarked }
            }
            Action::Pin(pinned) => Query { pinned, ..unmarked },
            Action::Choose(facet, ids) => {
                chosen.set(facet, |id| ids.contains(&id), dataset());
                Query { chosen, ..unmarked }
            }
            Action::ShowChoice(facet, id, shown) => {
                let was = before.chosen.of(facet);
                chosen.set(facet, |other| if other == id { shown } else { was.contains(&other) }, dataset());
                Query { chosen, ..unmarked }
            }
            Action::Order(order) => Query { order, ..unmarked },
            Action::Compare(place, id) => {
                prop_assert_eq!(after.pair(dataset())[place], id);
                Query { pair: after.pair, ..unmarked }
            }
            Action::Pair(pair) => Query { pair, ..unmarked },
            Action::Collect(place) => {
                let mut collected = before.collected.clone();
                collected.retain(|other| *other != place);
                if collected == before.collected {
                    collected.push(place);
                }
                Query { collected, ..before }
            }
            Action::Collected(collected) => Query { collected, ..before },
            Action::OnlyCollected(only_collected) => Query { only_collected, ..unmarked },
            Action::ShowCollected => {
                prop_assert!(after.view.is_table() && after.search.is_empty() && after.chosen.is_empty());
                let of_collected = |id: &&str| before.collected.iter().any(|place| place.instrument() == *id);
                prop_assert!(after.only_collected && shown_ids(&after).iter().all(of_collected));
                let (view, search, chosen) = (after.view, after.search.clone(), after.chosen.clone());
                let instruments = after.instruments.clone();
                Query { view, search, chosen, instruments, pair: None, only_collected: true, ..unmarked }
            }
            Action::GoTo(None) => unmarked,
            Action::GoTo(Some(at)) => {
                prop_assert!(after.view.is_table() && after.search.is_empty() && after.chosen.is_empty());
                prop_assert!(after.pair(dataset()).contains(&at.instrument()));
                prop_assert!(shown_ids(&after).contains(&at.instrument()));
                let (view, search, chosen) = (after.view, after.search.clone(), after.chosen.clone());
                let (instruments, pair) = (after.instruments.clone(), after.pair);
                Query { at: Some(at), view, search, chosen, instruments, pair, only_collected: false, ..unmarked }
            }
            Action::TextSize(text_size) => Query { text_size, ..before },
            Action::Reading(reading) => Query { reading, ..before },
            Action::Room(room) => Query { room, ..before },
            Action::Reset => {
                let Query { view, collected, text_size, reading, room, .. } = before;
                Query { view, collected, text_size, reading, room, ..Query::new() }
            }
        };
        prop_assert_eq!(after, expected);
    }
}
