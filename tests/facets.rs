//! The choices of each facet: how many answers each would leave, which are set, and what taking them away does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::select};
use support::{
    after, any_filtered_query, any_query, cases, choices, columns, dataset, instrument_ids, is_empty, model, naive,
    only_topics, provisions_counted, reduce, search, shown,
};
use victim_assistance_table::{
    query::{Action, Attribute, Facet, Query, View},
    view_model::ViewModel,
};

mod counts {
    use super::*;

    /// Each count of each facet is the number of answers that would be left if this value alone were chosen of it.
    fn check(query: &Query, facets: &[Facet]) -> Result<(), TestCaseError> {
        let (model, answers) = (shown(query), naive::answers());
        for facet in facets {
            let choices = choices(&model, Some(*facet));
            prop_assert_eq!(choices.len(), facet.values(dataset()).len(), "{:?}", facet);
            for choice in choices {
                let changed = reduce(query, Action::Choose(*facet, vec![choice.id]));
                let left = naive::count(&changed, &answers);
                prop_assert_eq!(&choice.count, &left.to_string(), "{:?} {}", facet, choice.id);
                prop_assert_eq!(choice.gives_nothing, left == 0);
            }
        }
        Ok(())
    }

    #[test]
    fn at_first_each_count_is_what_the_choice_would_leave() {
        check(&Query::new(), &Facet::ALL).unwrap();
    }

    #[test]
    fn a_count_is_the_number_of_provisions_that_the_choice_shows() {
        let actions = [search("rehabilitation"), Action::Choose(Facet::Kinds, vec!["treaty", "action-plan"])];
        let query = after(actions);
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Answers) {
            for choice in choices(&shown(&query), Some(facet)) {
                let changed = shown(&reduce(&query, Action::Choose(facet, vec![choice.id])));
                assert_eq!(choice.count, provisions_counted(&changed).to_string(), "{facet:?} {}", choice.id);
            }
        }
    }

    #[test]
    fn nobody_has_read_counts_as_a_choice_of_it_would_show_even_while_searching() {
        let query = after([search("education"), columns(&instrument_ids())]);
        let not_assessed = choices(&shown(&query), Some(Facet::Answers)).pop().unwrap();
        assert_eq!((not_assessed.id, not_assessed.gives_nothing), ("not-assessed", false));
        let chosen = shown(&reduce(&query, Action::Choose(Facet::Answers, vec!["not-assessed"])));
        let cells = support::shown_rows(&chosen).into_iter().flat_map(|row| row.cells.iter());
        assert_eq!(cells.filter(|cell| cell.not_assessed).count().to_string(), not_assessed.count);
    }

    #[test]
    fn a_choice_that_would_leave_nothing_says_so() {
        let model = model([Action::Choose(Facet::Kinds, vec!["declaration"])]);
        let forces = choices(&model, Some(Facet::Forces));
        let said: Vec<_> = forces.iter().map(|force| (force.id, force.count.as_str(), force.gives_nothing)).collect();
        let (obligation, preambular) = (&said[0], &said[4]);
        assert_eq!(*obligation, ("obligation", "0", true));
        assert_eq!(*preambular, ("preambular", "2", false));
    }

    #[test]
    fn each_instrument_counts_what_it_adds_or_keeps() {
        let query = after([search("education"), Action::Choose(Facet::Forces, vec!["obligation"])]);
        let choices = choices(&shown(&query), None);
        assert_eq!(choices.iter().map(|choice| choice.id).collect::<Vec<_>>(), instrument_ids());
        for choice in choices {
            let alone = shown(&reduce(&query, columns(&[choice.id])));
            assert_eq!(choice.count, provisions_counted(&alone).to_string(), "{}", choice.id);
            assert_eq!(choice.gives_nothing, choice.count == "0");
        }
    }

    #[test]
    fn what_organisations_do_is_not_counted_as_provisions() {
        let topics = choices(&model([Action::Show(View::Organisations)]), Some(Facet::Topics));
        assert_eq!(topics.len(), 41);
        assert!(topics.iter().all(|choice| choice.count.is_empty() && !choice.gives_nothing));
    }

    #[test]
    fn a_view_about_something_counts_within_its_subject() {
        let education = model([Action::Show(View::Topic("education"))]);
        let everywhere = model([columns(&instrument_ids()), only_topics(&["education"])]);
        let counts = |model: &ViewModel| -> Vec<String> {
            choices(model, Some(Facet::Forces)).into_iter().map(|choice| choice.count).collect()
        };
        assert_eq!(counts(&education), counts(&everywhere));
        let crpd = model([Action::Show(View::Instrument("crpd"))]);
        assert_eq!(counts(&crpd), counts(&model([columns(&["crpd"])])));
    }

    proptest! {
        #![proptest_config(cases(24))]

        #[test]
        fn any_count_is_what_the_choice_would_leave(
            query in any_filtered_query(), view in select(vec![View::Compare, View::Transposed, View::Gaps, View::Overview])
        ) {
            check(&reduce(&query, Action::Show(view)), &Facet::ALL)?;
        }
    }
}

mod chips {
    use super::*;

    fn labels(model: &ViewModel) -> Vec<&str> {
        model.chips.iter().map(|chip| chip.label.as_str()).collect()
    }

    #[test]
    fn there_is_one_for_the_search_one_for_the_columns_and_one_for_each_value() {
        let model = model([
            search(" mine "),
            columns(&["crpd", "oslo"]),
            only_topics(&["education", "timeframe"]),
            Action::Choose(Facet::Forces, vec!["obligation"]),
            Action::Choose(Facet::DutyBearers, vec!["able-party"]),
            Action::Choose(Facet::Kinds, vec!["action-plan"]),
            Action::Choose(Facet::Statuses, vec!["expired"]),
            Action::Choose(Facet::Answers, vec!["not-assessed"]),
        ]);
        let expected = [
            "“mine”",
            "2 instruments",
            "Timeframe",
            "Education",
            "Obligation",
            "Parties in a position to help",
            "action plan",
            "Period over",
            "Not assessed",
        ];
        assert_eq!(labels(&model), expected);
    }

    #[test]
    fn what_the_owner_asked_for_is_no_chip_unless_it_is_a_facet() {
        let mut history = victim_assistance_table::query::History::new(Query::new());
        history.restart(columns(&["crpd"]), dataset());
        assert_eq!(labels(&support::history_shown(&history, None)), [""; 0]);
        history.step(Action::ShowInstrument("oslo", true), dataset());
        let model = support::history_shown(&history, None);
        assert_eq!(labels(&model), ["2 instruments"]);
        history.step(model.chips[0].action.clone(), dataset());
        assert_eq!(history.now(), history.start());
    }

    #[test]
    fn columns_are_no_filter_where_a_view_has_none() {
        for (view, count) in [(View::Differences, 0), (View::Publications, 0), (View::Gaps, 1), (View::Transposed, 1)] {
            assert_eq!(model([columns(&["crpd", "oslo"]), Action::Show(view)]).chips.len(), count, "{view:?}");
        }
    }

    #[test]
    fn no_two_values_of_any_facet_are_called_the_same() {
        let everything = Facet::ALL.map(|facet| Action::Choose(facet, facet.values(dataset())));
        let model = model(everything);
        let labels = labels(&model);
        let different: BTreeSet<_> = labels.iter().collect();
        assert_eq!(different.len(), labels.len());
        assert!(labels.iter().all(|label| !label.is_empty()));
    }

    proptest! {
        #![proptest_config(cases(64))]

        #[test]
        fn each_takes_away_its_filter_and_no_other(query in any_query()) {
            let chips = shown(&query).chips;
            for (at, chip) in chips.iter().enumerate() {
                let after = shown(&reduce(&query, chip.action.clone())).chips;
                let mut others = chips.clone();
                others.remove(at);
                let labels = |chips: &[victim_assistance_table::view_model::Command]| -> Vec<String> {
                    chips.iter().map(|chip| chip.label.clone()).collect()
                };
                prop_assert_eq!(labels(&after), labels(&others));
            }
        }

        #[test]
        fn without_chips_the_filters_are_those_of_the_owner(query in any_query()) {
            let mut query = query;
            while let Some(chip) = shown(&query).chips.first() {
                query = reduce(&query, chip.action.clone());
            }
            prop_assert!(query.search.trim().is_empty() && query.chosen.is_empty());
            let is_pair = shown(&query).layout.is_pair();
            prop_assert!(query.instruments.is_none() || !query.view.has_columns() || is_pair);
        }
    }
}

mod nothing_left {
    use super::*;

    #[test]
    fn it_says_which_filters_to_take_away() {
        let model = model([
            search("rehabilitation"),
            Action::Choose(Facet::Forces, vec!["definition"]),
            only_topics(&["timeframe"]),
        ]);
        let nothing = model.nothing.as_ref().unwrap();
        assert!(is_empty(&model));
        // Without the search nothing is left either: no definition is on time frames.
        assert_eq!(nothing.drop, []);
        let model = support::model([search("zeppelin"), only_topics(&["timeframe"])]);
        let labels: Vec<_> = model.nothing.as_ref().unwrap().drop.iter().map(|chip| chip.label.as_str()).collect();
        assert_eq!(labels, ["“zeppelin”"]);
    }

    #[test]
    fn where_two_are_compared_it_is_asked_of_these_two() {
        // The CRPD alone says “transport”.
        let narrow = |pair| {
            model([
                Action::Room(20),
                Action::Pair(Some(pair)),
                search("transport"),
                Action::Choose(Facet::Forces, vec!["definition"]),
            ])
        };
        let labels = |model: &ViewModel| -> Vec<String> {
            model.nothing.as_ref().unwrap().drop.iter().map(|chip| chip.label.clone()).collect()
        };
        assert_eq!(labels(&narrow(["tpnw", "protocol-v"])), ["“transport”"]);
        let with_crpd = labels(&narrow(["crpd", "protocol-v"]));
        assert!(with_crpd.contains(&"Definition".to_owned()), "{with_crpd:?}");
    }

    #[test]
    fn where_publications_are_searched_it_is_asked_of_publications() {
        // No publication says it, though provisions do.
        let query = after([
            Action::Show(View::Publications),
            search("needs assessment shall"),
            Action::Choose(Facet::Forces, vec!["definition"]),
        ]);
        let labels: Vec<_> = shown(&query).nothing.unwrap().drop.into_iter().map(|chip| chip.label).collect();
        assert_eq!(labels, ["“needs assessment shall”"]);
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn each_filter_to_take_away_leaves_something_and_no_other_does(
            query in any_filtered_query(), view in support::any_view(), room in select(vec![20, 75])
        ) {
            let query = [Action::Show(view), Action::Room(room)].into_iter().fold(query, |query, action| reduce(&query, action));
            let model = shown(&query);
            prop_assert_eq!(model.nothing.is_some(), is_empty(&model));
            let Some(nothing) = &model.nothing else { return Ok(()) };
            let no_column = nothing.message == victim_assistance_table::locale::ENGLISH.no_instrument;
            for chip in model.chips.iter().filter(|_| !no_column) {
                let left = !is_empty(&shown(&reduce(&query, chip.action.clone())));
                prop_assert_eq!(nothing.drop.contains(chip), left, "{}", chip.label);
            }
        }
    }
}

mod attributes {
    use super::*;

    #[test]
    fn any_facets_of_attributes_are_the_choices_of_the_panels() {
        for facet in Facet::ALL {
            for value in facet.values(dataset()) {
                let (action, unknown) = Attribute::Facet(facet).read(Some(value), dataset());
                assert_eq!(unknown, []);
                let chosen: Vec<_> =
                    choices(&model([action]), Some(facet)).into_iter().filter(|choice| choice.chosen).collect();
                assert_eq!(chosen.len(), 1, "{facet:?} {value}");
                assert_eq!(chosen[0].id, value);
            }
        }
    }
}
