//! What the reader asked for: how it changes, how it is written, and what it finds.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::{
    prelude::*,
    sample::{Index, select, subsequence},
};
use support::{
    LOCALE, after, any_action, any_choice, any_instrument, any_query, cases, columns, dataset, instrument_ids, model,
    naive::{self, QUOTATION_MARKS, has_letter_or_digit, stands_at},
    only_topics, reduce, search, shown, topic_ids, topics,
};
use victim_assistance_table::{
    dataset::{Instrument, Provision, Topic},
    locale::ENGLISH,
    query::{
        Action, At, Attribute, ColumnOrder, Direction, Facet, Order, Query, Reading, Search, TextSize, View, fold,
    },
    view_model::ViewModel,
};

mod reducing {
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
        let query =
            after([only_topics(&["reporting", "education"]), Action::ShowChoice(Facet::Topics, "timeframe", true)]);
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
}

mod attributes {
    use super::*;

    /// What is asked for by the attributes alone.
    fn read(attributes: &[(Attribute, Option<String>)]) -> Query {
        after(attributes.iter().map(|(attribute, value)| {
            let (action, unknown) = attribute.read(value.as_deref(), dataset());
            assert!(unknown.is_empty(), "{unknown:?}");
            action
        }))
    }

    fn unknown(attribute: Attribute, value: &str) -> Vec<String> {
        attribute.read(Some(value), dataset()).1.into_iter().map(|unknown| unknown.value).collect()
    }

    #[test]
    fn a_usual_query_needs_no_attribute() {
        let query = Query::new();
        for attribute in Attribute::ALL {
            assert_eq!(attribute.write(&query, &query, dataset()), None);
            assert_eq!(after([attribute.read(None, dataset()).0]), query);
        }
    }

    #[test]
    fn each_attribute_writes_what_it_asks_for() {
        let query = after([
            Action::Show(View::Topic("education")),
            columns(&["oslo", "crpd"]),
            only_topics(&["reporting", "education"]),
            Action::Choose(Facet::Forces, vec!["encouragement", "obligation"]),
            Action::Choose(Facet::DutyBearers, vec!["every-party"]),
            Action::Choose(Facet::Kinds, vec!["treaty", "action-plan"]),
            Action::Choose(Facet::Statuses, vec!["in-force"]),
            Action::Choose(Facet::Answers, vec!["silent"]),
            search("artificial limbs"),
            Action::Order(Order::Force("crpd", Direction::Descending)),
            Action::Pin(Some("crpd")),
            Action::Pair(Some(["tpnw", "ewipa"])),
            Action::Collect(At::Provision("crpd", "art-25-b")),
            Action::Collect(At::Cell("mine-ban-convention", "education")),
            Action::OnlyCollected(true),
            Action::TextSize(TextSize::Third),
            Action::Reading(Reading::default().with("font-serif").with("spacing-wide")),
        ]);
        let query = Query { at: Some(At::Cell("crpd", "education")), ..query };
        let usual = Query::new();
        let written = Attribute::ALL.map(|attribute| {
            let value = attribute.write(&query, &usual, dataset()).unwrap();
            (attribute.name(), value)
        });
        assert_eq!(
            written.each_ref().map(|(name, value)| (*name, value.as_str())),
            [
                ("view", "topic:education"),
                ("instruments", "oslo crpd"),
                ("topics", "education reporting"),
                ("forces", "obligation encouragement"),
                ("duty-bearers", "every-party"),
                ("kinds", "treaty action-plan"),
                ("statuses", "in-force"),
                ("answers", "silent"),
                ("search", "artificial limbs"),
                ("order", "crpd-descending"),
                ("pinned", "crpd"),
                ("pair", "tpnw ewipa"),
                ("collected", "crpd/art-25-b mine-ban-convention/topic/education"),
                ("only", "collected"),
                ("at", "crpd/topic/education"),
                ("text-size", "3"),
                ("reading", "spacing-wide font-serif"),
            ]
        );
    }

    #[test]
    fn names_in_html_and_in_javascript_are_fixed() {
        let names = Attribute::ALL.map(Attribute::name);
        let fixed = [
            "view",
            "instruments",
            "topics",
            "forces",
            "duty-bearers",
            "kinds",
            "statuses",
            "answers",
            "search",
            "order",
            "pinned",
            "pair",
            "collected",
            "only",
            "at",
            "text-size",
            "reading",
        ];
        assert_eq!(names, fixed);
        for attribute in Attribute::ALL {
            let property = match attribute.name() {
                "duty-bearers" => "dutyBearers",
                "text-size" => "textSize",
                name => name,
            };
            assert_eq!(attribute.property(), property);
            assert_eq!(Attribute::from_name(attribute.name()), Some(attribute));
        }
        assert_eq!(Attribute::from_name("textSize"), None);
    }

    #[test]
    fn any_white_space_separates_ids() {
        let (action, unknown) = Attribute::Facet(Facet::Topics).read(Some("  education\n\treporting "), dataset());
        assert_eq!(action, only_topics(&["education", "reporting"]));
        assert_eq!(unknown, []);
    }

    #[test]
    fn what_is_not_understood_is_named_and_the_rest_is_taken() {
        let (action, unknown) = Attribute::Instruments.read(Some("oslo CRPD crpd oslo ottawa"), dataset());
        assert_eq!(action, columns(&["oslo", "crpd"]));
        let values: Vec<_> = unknown.iter().map(|unknown| unknown.value.as_str()).collect();
        assert_eq!(values, ["CRPD", "ottawa"]);
        assert_eq!(
            unknown[0].to_string(),
            format!(
                "instruments=\"CRPD\" is not understood and is ignored; use one of: {}",
                instrument_ids().join(" ")
            )
        );
    }

    #[test]
    fn where_no_instrument_is_understood_the_usual_ones_are_shown() {
        let (action, unknown) = Attribute::Instruments.read(Some("ottawa"), dataset());
        assert_eq!(action, Action::Instruments(None));
        assert_eq!(unknown.len(), 1);
        // None at all is what a reader may choose.
        assert_eq!(Attribute::Instruments.read(Some(" "), dataset()), (columns(&[]), vec![]));
    }

    #[test]
    fn each_facet_understands_its_values_and_no_others() {
        for facet in Facet::ALL {
            let values = facet.values(dataset());
            let (action, problems) = Attribute::Facet(facet).read(Some(&values.join(" ")), dataset());
            assert_eq!((action, problems), (Action::Choose(facet, values), vec![]));
            assert_eq!(unknown(Attribute::Facet(facet), "zeppelin"), ["zeppelin"]);
        }
        assert_eq!(Facet::Forces.values(dataset())[..2], ["obligation", "qualified-obligation"]);
        assert_eq!(Facet::Answers.values(dataset()), ["provision", "silent", "partial", "not-assessed"]);
        assert_eq!(Facet::Statuses.values(dataset()), ["in-force", "expired", "not-stated"]);
    }

    #[test]
    fn a_pair_is_two_different_instruments() {
        let read = |value| Attribute::Pair.read(Some(value), dataset());
        assert_eq!(read("oslo crpd"), (Action::Pair(Some(["oslo", "crpd"])), vec![]));
        assert_eq!(read(""), (Action::Pair(None), vec![]));
        for value in ["crpd", "crpd crpd", "crpd oslo ewipa"] {
            assert_eq!(read(value).0, Action::Pair(None), "{value}");
            assert_eq!(unknown(Attribute::Pair, value), [value]);
        }
        assert_eq!(unknown(Attribute::Pair, "ottawa oslo"), ["ottawa oslo"]);
    }

    #[test]
    fn a_text_size_is_a_number_from_1_to_4() {
        for (value, size) in
            [("1", TextSize::First), ("2", TextSize::Second), ("3", TextSize::Third), ("4", TextSize::Fourth)]
        {
            assert_eq!(Attribute::TextSize.read(Some(value), dataset()), (Action::TextSize(size), vec![]));
        }
        for value in ["0", "5", "01", "large", " 2"] {
            assert_eq!(unknown(Attribute::TextSize, value), [value]);
            assert_eq!(Attribute::TextSize.read(Some(value), dataset()).0, Action::TextSize(TextSize::First));
        }
        assert_eq!(unknown(Attribute::TextSize, ""), [""; 0]);
        assert_eq!(
            Attribute::TextSize.read(Some("5"), dataset()).1[0].to_string(),
            "text-size=\"5\" is not understood and is ignored; use one of: 1 2 3 4"
        );
    }

    #[test]
    fn a_reading_holds_one_word_of_each_aspect() {
        let read = |value| Attribute::Reading.read(Some(value), dataset());
        let written = |value| match read(value) {
            (Action::Reading(reading), unknown) => (reading.value(), unknown.len()),
            other => panic!("{other:?}"),
        };
        assert_eq!(written("font-serif spacing-wide"), ("spacing-wide font-serif".to_owned(), 0));
        assert_eq!(written("width-80 width-60"), ("width-60".to_owned(), 0));
        assert_eq!(written(""), (String::new(), 0));
        assert_eq!(written("font contrast-more loud"), ("contrast-more".to_owned(), 2));
        assert_eq!(Reading::default().with("font-sans").with("font"), Reading::default());
    }

    #[test]
    fn text_sizes_are_100_125_150_and_200_percent() {
        assert_eq!(TextSize::ALL.map(TextSize::percent), [100, 125, 150, 200]);
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn any_query_is_read_as_it_was_written(query in any_query()) {
            let usual = Query::new();
            let written = Attribute::ALL.map(|attribute| (attribute, attribute.write(&query, &usual, dataset())));
            prop_assert_eq!(Query { room: query.room, ..read(&written) }, query);
        }

        #[test]
        fn any_value_is_read_without_panic_and_every_part_is_taken_or_named(value in any::<String>()) {
            for attribute in [Attribute::Instruments].into_iter().chain(Facet::ALL.map(Attribute::Facet)) {
                prop_assert_eq!(unknown(attribute, &value).len(), value.split_whitespace().count());
            }
            for attribute in [Attribute::View, Attribute::Order, Attribute::Pinned, Attribute::At, Attribute::TextSize] {
                if attribute != Attribute::TextSize || !["1", "2", "3", "4"].contains(&value.as_str()) {
                    prop_assert_eq!(unknown(attribute, &value).len(), usize::from(!value.is_empty()));
                }
            }
            prop_assert_eq!(Attribute::Search.read(Some(&value), dataset()), (Action::Search(value.clone()), vec![]));
        }
    }
}

mod folding {
    use super::*;

    fn folded(text: &str) -> String {
        LOCALE.with(|locale| fold(text, locale))
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        for (text, expected) in [
            ("Reintegración", "reintegracion"),
            ("RÉADAPTATION", "readaptation"),
            ("e\u{301}", "e"),
            ("Ελλάδα", "ελλαδα"),
            ("Ёлка", "елка"),
            ("İstanbul", "istanbul"),
            ("Straße", "straße"),
            ("مُعَاق", "معاق"),
            ("שָׁלוֹם", "שלום"),
            ("Art. 5(2)(c), Action #33", "art. 5(2)(c), action #33"),
        ] {
            assert_eq!(folded(text), expected);
        }
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn latin_text_folds_as_the_oracle_folds_it(text in "[ -~\u{a0}-\u{24f}\u{300}-\u{33f}]{0,40}") {
            prop_assert_eq!(folded(&text), naive::fold(&text));
        }

        #[test]
        fn composed_and_decomposed_text_fold_alike(text in any::<String>()) {
            let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
            let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
            prop_assert_eq!(folded(&composed), folded(&decomposed));
        }
    }
}

mod search {
    use super::{search, *};

    /// What a reader can see of a cell: provisions by pinpoint, the rest by whether it is there.
    #[derive(Debug, PartialEq)]
    struct SeenCell {
        instrument: &'static str,
        provisions: Vec<*const Provision>,
        all_left_out: bool,
        silence: bool,
        not_assessed: bool,
    }

    /// The topic, whether it is hidden, and its cells.
    type SeenRow = (&'static str, bool, Vec<SeenCell>);

    /// The table by the definition: every answer is looked at, text by text.
    fn oracle(query: &Query, columns: &[&'static str]) -> Vec<SeenRow> {
        let answers = naive::answers();
        let shown: Vec<_> = answers.iter().map(|answer| (answer, answer.shown(query, columns))).collect();
        topics().into_iter().map(|topic| oracle_row(query, columns, topic, &shown)).collect()
    }

    fn oracle_row(
        query: &Query,
        columns: &[&'static str],
        topic: &'static Topic,
        shown: &[(&naive::Answer, Vec<&'static str>)],
    ) -> SeenRow {
        let of_this_row: Vec<_> =
            shown.iter().filter(|(_, rows)| rows.contains(&topic.id)).map(|(answer, _)| *answer).collect();
        let cells = columns.iter().map(|id| {
            let instrument: &'static Instrument = dataset().instrument(id).unwrap();
            let mut provisions: Vec<&'static Provision> = of_this_row
                .iter()
                .filter(|answer| answer.instrument.id == *id)
                .filter_map(|answer| match answer.what {
                    naive::What::Provision(provision) => Some(provision),
                    _ => None,
                })
                .collect();
            provisions.sort_by_key(|provision| provision.force);
            let (speaks, silence) = (naive::speaks(instrument, topic.id), naive::silence(instrument, topic.id));
            SeenCell {
                instrument: id,
                all_left_out: provisions.is_empty() && speaks,
                provisions: provisions.into_iter().map(std::ptr::from_ref).collect(),
                silence: silence.is_some(),
                not_assessed: !speaks && silence.is_none(),
            }
        });
        let alone = Facet::ALL.into_iter().all(|facet| facet == Facet::Topics || query.chosen.of(facet).is_empty());
        let searches_nothing = LOCALE.with(|locale| Search::new(&query.search, locale)).is_empty();
        let asked = alone && searches_nothing && query.chosen.of(Facet::Topics).contains(&topic.id);
        (topic.id, of_this_row.is_empty() && !asked, cells.collect())
    }

    fn seen(model: &ViewModel) -> Vec<SeenRow> {
        let rows = model.table().unwrap().rows();
        rows.map(|row| {
            let cells = row.cells.iter().map(|cell| SeenCell {
                instrument: cell.column,
                provisions: cell.entries().map(|entry| std::ptr::from_ref(entry.provision)).collect(),
                all_left_out: !cell.not_matching.is_empty(),
                silence: cell.silence.is_some(),
                not_assessed: cell.not_assessed,
            });
            (row.id, row.hidden, cells.collect())
        })
        .collect()
    }

    /// A word as a careless reader types it: a part of it, in any case, with any accents.
    fn mistyped(word: &str, part: (Index, Index), upper: u64, accents: u64) -> String {
        let chars: Vec<_> = word.chars().collect();
        let (a, b) = (part.0.index(chars.len()), part.1.index(chars.len()));
        let mut typed = String::new();
        for (at, char) in chars[a.min(b)..=a.max(b)].iter().enumerate() {
            if upper >> (at % 64) & 1 == 1 {
                typed.extend(char.to_uppercase())
            } else {
                typed.push(*char)
            }
            if char.is_alphabetic() && accents >> (at % 64) & 1 == 1 {
                typed.push(['\u{300}', '\u{301}', '\u{308}', '\u{327}'][at % 4]);
            }
        }
        if accents.is_multiple_of(2) {
            typed
        } else {
            ComposingNormalizerBorrowed::new_nfc().normalize(&typed).into_owned()
        }
    }

    /// Words of one provision, its topic, its instrument, or of none.
    fn any_search() -> impl Strategy<Value = String> {
        let provisions: Vec<_> = dataset()
            .instruments
            .iter()
            .flat_map(|instrument| instrument.provisions.iter().map(move |provision| (instrument, provision)))
            .collect();
        let one_word = (any::<Index>(), any::<(Index, Index)>(), any::<u64>(), any::<u64>());
        let noise = prop_oneof![9 => Just(String::new()), 1 => "[a-zé0-9#(),.\u{301}-]{1,3}"];
        let space = select(vec![" ", "  ", "\t", "\u{a0}"]);
        (select(provisions), prop::collection::vec(one_word, 0..4), noise, space).prop_map(
            |((instrument, provision), picks, noise, space)| {
                let mut texts = [naive::texts(provision, &ENGLISH), naive::names(instrument)].concat();
                texts.extend(provision.topics.iter().filter_map(|id| Some(dataset().topic(id)?.title)));
                let words: Vec<_> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
                let typed = picks
                    .into_iter()
                    .map(|(word, part, upper, accents)| mistyped(words[word.index(words.len())], part, upper, accents));
                typed.chain([noise]).collect::<Vec<_>>().join(space)
            },
        )
    }

    #[test]
    fn words_are_found_in_any_order_and_in_different_texts() {
        assert!(finds("care medical", &["medical", "care"]));
        assert!(finds("ÉDÜC", &["education"]));
        assert!(finds("", &[]));
        assert!(!finds("medical care", &["medical"]));
        assert!(!finds("calcare", &["medical", "care"]));
    }

    #[test]
    fn a_word_is_found_by_its_beginning_and_nowhere_else() {
        assert!(finds("rehab", &["physical rehabilitation"]));
        assert!(finds("5(2)", &["art. 5(2)(c)"]));
        assert!(finds("(2)", &["art. 5(2)(c)"]));
        assert!(!finds("art", &["states parties"]));
        assert!(!finds("men", &["implementation"]));
        // Scripts that put no spaces between words begin one with every letter.
        assert!(finds("義務", &["締約国義務"]));
    }

    #[test]
    fn a_phrase_in_quotation_marks_is_found_word_for_word() {
        for typed in ["\"medical care\"", "“medical care”", "«Medical  care»", "„medical care“"] {
            assert!(finds(typed, &["all medical care, and"]), "{typed}");
            assert!(!finds(typed, &["medical and other care"]), "{typed}");
            assert!(!finds(typed, &["medical caretakers"]), "{typed}");
            assert!(!finds(typed, &["medical", "care"]), "{typed}");
        }
        assert!(finds("\"medical car", &["medical caretakers"]), "it is still being typed");
        assert!(finds("age \"medical care\" gender", &["medical care", "gender", "age"]));
        assert!(LOCALE.with(|locale| Search::new("\"\" “ ”", locale)).is_empty());
    }

    #[test]
    fn other_names_and_words_find_what_they_mean() {
        let shown = |typed: &str, instruments: &[&'static str]| -> Vec<&str> {
            support::shown_row_ids(&model([search(typed), columns(instruments)]))
        };
        for name in ["landmine treaty", "Ottawa", "APMBC"] {
            assert!(!shown(name, &["mine-ban-convention"]).is_empty(), "{name}");
            assert!(shown(name, &["tpnw"]).is_empty(), "{name}");
        }
        assert_eq!(shown("prosthetics", &["crpd", "tpnw"]), ["assistive-technology"]);
    }

    fn finds(typed: &str, texts: &[&str]) -> bool {
        LOCALE.with(|locale| Search::new(typed, locale).matches(texts.iter().copied()))
    }

    #[test]
    fn white_space_and_lone_accents_search_for_nothing() {
        for typed in ["", " ", "\t\n\u{a0}", "\u{301}", " \u{300} "] {
            assert!(LOCALE.with(|locale| Search::new(typed, locale)).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn a_text_without_letters_and_digits_searches_for_nothing() {
        for typed in ["-", "“”", " … ", "(", ", ."] {
            assert!(LOCALE.with(|locale| Search::new(typed, locale)).is_empty(), "{typed:?}");
        }
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn the_table_shows_what_the_oracle_finds(
            typed in any_search(),
            instruments in subsequence(instrument_ids(), 1..=16).prop_shuffle(),
            topics in prop_oneof![3 => Just(vec![]), 1 => subsequence(topic_ids(), 1..=41)],
            room in select(vec![20, 75, 300]),
        ) {
            let query = after([search(&typed), columns(&instruments), only_topics(&topics), Action::Room(room)]);
            let columns = if room == 20 { query.pair(dataset()).to_vec() } else { instruments };
            prop_assert_eq!(seen(&shown(&query)), oracle(&query, &columns));
        }

        #[test]
        fn the_table_shows_what_the_oracle_finds_with_any_facets(
            typed in prop_oneof![1 => any_search(), 1 => Just(String::new())],
            instruments in prop::option::of(subsequence(instrument_ids(), 1..=16)),
            choices in prop::collection::vec(any_choice(), 1..4),
        ) {
            let choices = choices.into_iter().map(|(facet, ids)| Action::Choose(facet, ids));
            let query = after([search(&typed), Action::Instruments(instruments)].into_iter().chain(choices));
            prop_assert_eq!(seen(&shown(&query)), oracle(&query, &naive::columns(&query)));
        }
    }
}

mod marks {
    use super::*;

    /// The pieces of a text, the found ones in brackets.
    fn marked(typed: &str, text: &str) -> String {
        pieces(typed, text)
            .into_iter()
            .map(|(text, found)| if found { format!("[{text}]") } else { text.to_owned() })
            .collect()
    }

    fn pieces<'a>(typed: &str, text: &'a str) -> Vec<(&'a str, bool)> {
        let found = LOCALE.with(|locale| Search::new(typed, locale).found(text, locale));
        let mut pieces = Vec::new();
        let mut done = 0;
        for place in found {
            pieces.extend([(&text[done..place.start], false), (&text[place.clone()], true)]);
            done = place.end;
        }
        pieces.push((&text[done..], false));
        pieces.retain(|(piece, _)| !piece.is_empty());
        pieces
    }

    /// Signs that folding makes longer, shorter or empty, or that join with their neighbours.
    const ODD: &[char] = &[
        'a',
        'e',
        'E',
        'é',
        'É',
        'ß',
        'ẞ',
        'İ',
        'ı',
        'i',
        'ŉ',
        'ﬁ',
        'ǆ',
        'ǅ',
        'Σ',
        'ς',
        'Å',
        'Ω',
        'ё',
        'Й',
        ' ',
        '-',
        '\u{301}',
        '\u{307}',
        '\u{345}',
        '\u{34f}',
        '\u{64b}',
        'ا',
        'آ',
        'ل',
        'ש',
        '\u{5b8}',
        '\u{fb2a}',
        '\u{200d}',
        '\u{200f}',
        '\u{202e}',
        '\u{2066}',
        '각',
        '가',
        'ᄀ',
        '한',
        '𝔸',
        '👩',
        '\u{1d165}',
        '\u{1d15e}',
        '\u{feff}',
        '\u{0}',
        '<',
        '&',
    ];

    fn odd_text() -> impl Strategy<Value = String> {
        prop::collection::vec(select(ODD), 0..24).prop_map(String::from_iter)
    }

    /// A text, and what was typed: a part of the text.
    fn text_and_part(text: impl Strategy<Value = String>) -> impl Strategy<Value = (String, String)> {
        (text, any::<Index>(), any::<Index>()).prop_map(|(text, a, b)| {
            let chars: Vec<_> = text.chars().collect();
            let (a, b) = (a.index(chars.len() + 1), b.index(chars.len() + 1));
            let part = chars[a.min(b)..a.max(b)].iter().collect();
            (text, part)
        })
    }

    /// Whatever was typed: nothing of the text is lost, what is marked holds a word, and no word is left unmarked.
    fn check(typed: &str, text: &str) -> Result<(), TestCaseError> {
        let typed = &typed.replace(QUOTATION_MARKS, " ");
        let pieces = pieces(typed, text);
        prop_assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), text);
        let folded = |text: &str| LOCALE.with(|locale| fold(text, locale));
        let typed = folded(typed);
        let words: Vec<_> = typed.split_whitespace().filter(has_letter_or_digit).collect();
        let mut before = None;
        for (piece, found) in pieces {
            let piece = folded(piece);
            // A letter before it shows that the piece begins within a word.
            let within = before.filter(char::is_ascii_alphanumeric).map_or_else(String::new, |_| "0".to_owned());
            let holds = words.iter().any(|word| {
                let rest = [&within, &piece[..]].concat();
                rest.char_indices().any(|(at, _)| at >= within.len() && stands_at(word, &rest, at))
            });
            prop_assert_eq!(holds, found, "{:?} in {:?}, searched for {:?}", piece, text, words);
            before = piece.chars().last().or(before);
        }
        Ok(())
    }

    #[test]
    fn found_words_are_marked_as_they_stand_in_the_text() {
        assert_eq!(marked("reintegracion", "La Reintegración social"), "La [Reintegración] social");
        assert_eq!(marked("CARE med", "medical care"), "[med]ical [care]");
        assert_eq!(marked("x", "medical care"), "medical care");
        assert_eq!(marked("", "medical care"), "medical care");
        assert_eq!(marked("medical care", "medical care"), "[medical] [care]");
    }

    #[test]
    fn only_beginnings_of_words_and_whole_phrases_are_marked() {
        assert_eq!(marked("care", "healthcare care"), "healthcare [care]");
        assert_eq!(marked("\"medical care\"", "Medical care, medical"), "[Medical care], medical");
    }

    #[test]
    fn what_overlaps_or_touches_is_one_mark() {
        assert_eq!(marked("medi medic", "medicare"), "[medic]are");
        assert_eq!(marked("5( 2", "5(2)"), "[5(2])");
        assert_eq!(marked("a aa aaa", "aaaa b"), "[aaa]a b");
        assert_eq!(marked("care caretaker", "caretaker"), "[caretaker]");
        assert_eq!(marked("caretaker tak", "caretakers"), "[caretaker]s");
    }

    #[test]
    fn a_mark_takes_the_accents_of_its_last_letter() {
        assert_eq!(marked("cafe", "cafe\u{301}s"), "[cafe\u{301}]s");
        assert_eq!(marked("cafe", "cafe\u{301}"), "[cafe\u{301}]");
        assert_eq!(marked("s", "cafe\u{301} s"), "cafe\u{301} [s]");
        assert_eq!(marked("i", "İstanbul"), "[İ]stanbul");
    }

    #[test]
    fn text_from_right_to_left_is_marked_in_its_own_order() {
        assert_eq!(marked("معاق", "شخص مُعَاق هنا"), "شخص [مُعَاق] هنا");
    }

    #[test]
    fn a_part_of_a_syllable_marks_the_syllable() {
        assert_eq!(marked("가", "각"), "[각]");
    }

    proptest! {
        #![proptest_config(cases(1024))]

        #[test]
        fn any_part_of_any_text_is_marked_and_nothing_else(
            (text, part) in text_and_part(any::<String>()), more in any::<String>()
        ) {
            check(&part, &text)?;
            check(&format!("{part} {more}"), &text)?;
        }

        #[test]
        fn any_part_of_odd_text_is_marked_and_nothing_else((text, part) in text_and_part(odd_text()), more in odd_text()) {
            check(&part, &text)?;
            check(&format!("{part} {more}"), &text)?;
        }
    }
}
