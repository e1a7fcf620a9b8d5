//! What addresses ask for: keys and values, and back; places that links lead to.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::select};
use support::{
    after, any_place, any_query, cases, cell, column_ids, columns, dataset, instrument, model, only_topics, places,
    reduce, search, shown, shown_row_ids, table,
};
use victim_assistance_table::{
    dataset::DATASET,
    query::{Action, Address, At, Attribute, Direction, Facet, Order, Query, Reading, TextSize, View},
};

fn pairs(pairs: &[(&str, &str)]) -> Address {
    Address(pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
}

fn write(query: &Query, start: &Query) -> Address {
    Address::write(query, start, dataset())
}

/// What is not understood, by attribute and value.
fn unknown(address: &Address, start: &Query) -> Vec<(&'static str, String)> {
    let unknown = address.read(start, dataset()).1;
    unknown.into_iter().map(|unknown| (unknown.attribute, unknown.value)).collect()
}

mod addresses {
    use super::*;

    #[test]
    fn what_the_page_asks_for_needs_no_address() {
        for query in [Query::new(), after([search("a"), columns(&["oslo"]), Action::Show(View::Gaps)])] {
            assert_eq!(write(&query, &query), Address::default());
            assert_eq!(Address::default().read(&query, dataset()), (query, vec![]));
        }
    }

    #[test]
    fn an_address_says_its_version_and_what_differs() {
        let query = after([
            Action::Show(View::Topic("education")),
            columns(&["oslo", "crpd"]),
            Action::Choose(Facet::DutyBearers, vec!["able-party"]),
            search("a b & c=d"),
            Action::Pin(Some("crpd")),
        ]);
        let expected = pairs(&[
            ("", "1"),
            ("view", "topic:education"),
            ("instruments", "oslo crpd"),
            ("duty-bearers", "able-party"),
            ("search", "a b & c=d"),
            ("pinned", "crpd"),
        ]);
        assert_eq!(write(&query, &Query::new()), expected);
    }

    #[test]
    fn what_the_page_asks_for_can_be_taken_away_by_an_address() {
        let start = after([search("a"), only_topics(&["education"]), Action::Show(View::Gaps), columns(&["crpd"])]);
        let query = [search(""), only_topics(&[]), Action::Show(View::Compare), columns(&[])]
            .into_iter()
            .fold(start.clone(), |query, action| query.reduce(action, &start, dataset()));
        let address = write(&query, &start);
        let expected = pairs(&[("", "1"), ("view", "compare"), ("instruments", ""), ("topics", ""), ("search", "")]);
        assert_eq!(address, expected);
        assert_eq!(address.read(&start, dataset()), (query, vec![]));
    }

    #[test]
    fn what_is_the_readers_own_is_in_no_address() {
        let reading = Reading::default().with("contrast-dark");
        let query = after([Action::TextSize(TextSize::Fourth), Action::Reading(reading), Action::Room(10)]);
        assert_eq!(write(&query, &Query::new()), Address::default());
        let address = pairs(&[("", "1"), ("text-size", "4")]);
        let (query, _) = address.read(&Query::new(), dataset());
        assert_eq!(query, Query::new());
        assert_eq!(unknown(&address, &Query::new()), [("url-state", "text-size".to_owned())]);
    }

    #[test]
    fn keys_and_values_that_are_not_understood_are_named_and_the_rest_is_taken() {
        let address = pairs(&[
            ("", "1"),
            ("zeppelin", "1"),
            ("view", "zeppelin"),
            ("topics", "education zeppelin timeframe"),
            ("order", "crpd-sideways"),
            ("at", "crpd/99"),
            ("pinned", "ottawa"),
            ("search", "a"),
        ]);
        let (query, problems) = address.read(&Query::new(), dataset());
        assert_eq!(query, after([only_topics(&["timeframe", "education"]), search("a")]));
        let named: Vec<_> = problems.iter().map(|problem| (problem.attribute, problem.value.as_str())).collect();
        let expected = [
            ("url-state", "zeppelin"),
            ("view", "zeppelin"),
            ("topics", "zeppelin"),
            ("order", "crpd-sideways"),
            ("pinned", "ottawa"),
            ("at", "crpd/99"),
        ];
        assert_eq!(named, expected);
        assert!(problems[0].known.contains("duty-bearers") && !problems[0].known.contains("text-size"));
        assert!(problems[1].known.starts_with("compare transposed topic instrument"));
        assert!(problems[4].known.contains("crpd"));
    }

    #[test]
    fn what_is_not_understood_leaves_what_the_page_asks_for() {
        let at = At::Cell("crpd", "education");
        let start = after([
            Action::GoTo(Some(at)),
            Action::Show(View::Overview),
            columns(&["oslo", "crpd"]),
            Action::Choose(Facet::Forces, vec!["obligation"]),
            Action::Order(Order::Name(Direction::Descending)),
            Action::Pin(Some("crpd")),
            Action::Pair(Some(["tpnw", "ewipa"])),
        ]);
        for key in ["view", "instruments", "forces", "order", "pinned", "pair", "at"] {
            let address = pairs(&[("", "1"), (key, "zeppelin")]);
            assert_eq!(address.read(&start, dataset()).0, start, "{key}");
            assert_eq!(unknown(&address, &start), [(key, "zeppelin".to_owned())]);
        }
    }

    #[test]
    fn another_version_is_named() {
        assert_eq!(unknown(&pairs(&[("", "2")]), &Query::new()), [("url-state", "2".to_owned())]);
        assert_eq!(unknown(&pairs(&[("", "1")]), &Query::new()), []);
    }

    proptest! {
        #![proptest_config(cases(512))]

        #[test]
        fn any_query_comes_back_from_its_address_but_for_what_is_the_readers_own(query in any_query()) {
            let start = Query { text_size: query.text_size, reading: query.reading, room: query.room, ..Query::new() };
            let (again, unknown) = write(&query, &start).read(&start, dataset());
            prop_assert_eq!(unknown, vec![]);
            prop_assert_eq!(again, query);
        }

        #[test]
        fn the_order_of_the_keys_does_not_matter(query in any_query(), turn in 0..14_usize) {
            let start = Query { text_size: query.text_size, reading: query.reading, room: query.room, ..Query::new() };
            let Address(mut pairs) = write(&query, &start);
            let places = pairs.len().max(1);
            pairs.rotate_left(turn % places);
            prop_assert_eq!(Address(pairs).read(&start, dataset()), (query, vec![]));
        }

        #[test]
        fn any_query_comes_back_to_any_page(
            start in any_query(), actions in prop::collection::vec(support::any_action(), 0..8)
        ) {
            // No control asks for the usual columns where the page's owner asked for others.
            let actions = actions.into_iter().filter(|action| *action != Action::Instruments(None));
            let query = actions.fold(start.clone(), |query, action| query.reduce(action, &start, dataset()));
            let start = Query { text_size: query.text_size, reading: query.reading, room: query.room, ..start };
            let (again, unknown) = write(&query, &start).read(&start, dataset());
            prop_assert_eq!(unknown, vec![]);
            // What nobody chose may come back as a choice of the same two.
            prop_assert_eq!(again.pair(dataset()), query.pair(dataset()));
            prop_assert_eq!(Query { pair: None, ..again }, Query { pair: None, ..query });
        }

        #[test]
        fn any_address_is_read_without_panic_and_shown(
            address in prop::collection::vec((any_key(), any_value()), 0..6)
        ) {
            let (query, _) = Address(address).read(&Query::new(), dataset());
            let model = shown(&query);
            prop_assert!(!model.status.is_empty());
        }
    }

    fn any_key() -> impl Strategy<Value = String> {
        let names = Attribute::ALL.map(|attribute| attribute.name().to_owned()).to_vec();
        prop_oneof![6 => select(names), 1 => any::<String>()]
    }

    /// Values of any attribute, and worse.
    fn any_value() -> impl Strategy<Value = String> {
        let known = select(vec![
            "topic:education",
            "instrument:crpd",
            "overview",
            "gaps",
            "differences",
            "organisations",
            "publications",
            "transposed",
            "time:timeframe",
            "crpd oslo",
            "",
            "treaty",
            "obligation",
            "silent not-assessed",
            "crpd-descending",
            "education",
            "crpd/topic/education",
            "crpd/art-25-b",
        ]);
        prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[a-z/: -]{0,30}"]
    }
}

mod views {
    use super::*;

    #[test]
    fn each_is_read_as_it_is_written() {
        for view in View::all(dataset()) {
            assert_eq!(View::from_value(&view.value(), dataset()), Some(view));
        }
        for topic in DATASET.topics() {
            for view in [View::Topic(topic.id), View::Time(topic.id)] {
                assert_eq!(View::from_value(&view.value(), dataset()), Some(view));
            }
        }
        assert_eq!(View::Topic("medical-care").value(), "topic:medical-care");
        assert_eq!(View::Compare.value(), "compare");
    }

    #[test]
    fn a_subject_that_is_left_out_is_the_first_of_the_dataset() {
        assert_eq!(View::from_value("topic", dataset()), Some(View::Topic("definition-of-victim")));
        assert_eq!(View::from_value("instrument", dataset()), Some(View::Instrument("mine-ban-convention")));
    }

    #[test]
    fn what_is_no_view_or_no_subject_is_not_understood() {
        for value in [
            "",
            "Compare",
            "compare:crpd",
            "topic:crpd",
            "topic:",
            "instrument:education",
            "instrument:crpd:x",
            " gaps",
        ] {
            assert_eq!(View::from_value(value, dataset()), None, "{value}");
        }
    }

    #[test]
    fn orders_are_read_as_they_are_written() {
        for (order, value) in [
            (Order::Groups, "groups"),
            (Order::Name(Direction::Ascending), "name"),
            (Order::Name(Direction::Descending), "name-descending"),
            (Order::Provisions(Direction::Descending), "provisions-descending"),
            (Order::Force("crpd", Direction::Ascending), "crpd"),
            (Order::Force("education", Direction::Descending), "education-descending"),
        ] {
            assert_eq!(order.value(), value);
            assert_eq!(Order::from_value(value, dataset()), Some(order));
        }
        for value in ["", "groups-descending", "zeppelin", "name-ascending", "-descending"] {
            assert_eq!(Order::from_value(value, dataset()), None, "{value}");
        }
    }

    #[test]
    fn no_instrument_and_no_topic_has_the_name_of_another_order() {
        let names: Vec<_> = support::instrument_ids().into_iter().chain(support::topic_ids()).collect();
        let different: BTreeSet<_> = names.iter().chain(&["groups", "name", "provisions"]).collect();
        assert_eq!(different.len(), names.len() + 3);
        assert!(!names.iter().any(|name| name.ends_with("-descending")));
    }
}

mod at {
    use super::*;

    #[test]
    fn each_place_is_read_as_it_is_written() {
        let all = places();
        let values: BTreeSet<_> = all.iter().map(|at| at.value()).collect();
        assert_eq!(values.len(), all.len(), "no two places are written the same");
        for at in all {
            assert_eq!(At::from_value(&at.value(), dataset()), Some(at));
        }
        assert_eq!(At::Cell("crpd", "medical-care").value(), "crpd/topic/medical-care");
    }

    #[test]
    fn what_is_no_place_is_not_understood() {
        for value in ["", "/", "crpd", "crpd/", "crpd/topic/", "crpd/topic/crpd", "ottawa/1", "crpd/topic", "CRPD/x"] {
            assert_eq!(At::from_value(value, dataset()), None, "{value}");
        }
    }

    #[test]
    fn a_link_leads_to_its_place() {
        let at = At::Cell("oslo", "education");
        let link = Address::link("vat", at);
        assert_eq!(link, "#vat=1&vat.at=oslo/topic/education");
        // Nothing in any of them would have to be written in another way in an address.
        let plain = |char: char| char.is_ascii_alphanumeric() || "#=&./-".contains(char);
        assert!(places().into_iter().all(|at| Address::link("vat", at).chars().all(plain)));
    }

    #[test]
    fn provisions_have_links_only_where_the_page_keeps_its_query_in_the_address() {
        let query = Query::new();
        let history = victim_assistance_table::query::History::new(query);
        let with = support::LOCALE.with(|locale| {
            support::GRID.with(|grid| {
                victim_assistance_table::view_model::ViewModel::new(grid, &history, Some("table"), locale, None)
            })
        });
        for row in table(&with).rows() {
            for (cell, entry) in row.cells.iter().flat_map(|cell| cell.entries().map(move |entry| (cell, entry))) {
                let at = At::Provision(cell.column, entry.provision.id);
                assert_eq!(entry.link, Some(Address::link("table", at)));
            }
        }
        let without = model([]);
        assert!(
            table(&without)
                .rows()
                .flat_map(|row| row.cells.iter())
                .all(|cell| cell.entries().all(|one| one.link.is_none()))
        );
    }

    #[test]
    fn every_cell_that_a_link_leads_to_is_in_sight_and_marked() {
        for view in [View::Compare, View::Transposed] {
            for at in places().into_iter().step_by(7) {
                let model = model([
                    search("zeppelin"),
                    Action::Choose(Facet::Kinds, vec!["declaration"]),
                    columns(&["ewipa"]),
                    Action::Show(view),
                    Action::GoTo(Some(at)),
                ]);
                let topic = at.topic(dataset()).unwrap();
                let (row, column) = match view {
                    View::Compare => (topic, at.instrument()),
                    _ => (at.instrument(), topic),
                };
                assert!(shown_row_ids(&model).contains(&row), "{view:?}: {at:?}");
                assert!(column_ids(&model).contains(&column), "{view:?}: {at:?}");
                let cell = cell(&model, row, column);
                let marked = match at {
                    At::Cell(..) => cell.at,
                    At::Provision(_, id) => cell.entries().any(|entry| entry.at && entry.provision.id == id),
                };
                assert!(marked, "{view:?}: {at:?}");
            }
        }
    }

    #[test]
    fn nothing_else_is_marked() {
        let model = model([Action::GoTo(Some(At::Cell("crpd", "education")))]);
        let cells: Vec<_> = table(&model).rows().flat_map(|row| row.cells.iter()).collect();
        assert_eq!(cells.iter().filter(|cell| cell.at).count(), 1);
        assert!(!cells.iter().any(|cell| cell.entries().any(|entry| entry.at)));
    }

    #[test]
    fn a_provision_stands_where_the_first_of_its_topics_stands() {
        let provision = instrument("crpd").provisions.iter().find(|provision| provision.topics.len() > 1).unwrap();
        let at = At::Provision("crpd", provision.id);
        assert_eq!(at.topic(dataset()), Some(provision.topics[0]));
        assert_eq!(At::Cell("crpd", "education").topic(dataset()), Some("education"));
    }

    proptest! {
        #![proptest_config(cases(64))]

        #[test]
        fn whatever_is_asked_for_going_to_a_place_shows_it(query in any_query(), at in any_place()) {
            let query = reduce(&query, Action::GoTo(Some(at)));
            let model = shown(&query);
            let rows = support::shown_rows(&model);
            let marked = rows.iter().flat_map(|row| row.cells.iter()).any(|cell| match at {
                At::Cell(..) => cell.at,
                At::Provision(..) => cell.entries().any(|entry| entry.at),
            });
            prop_assert!(marked);
        }
    }
}
