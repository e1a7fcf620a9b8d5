//! What a reader may mean: suggestions while typing, other words where nothing is found, and words nobody could mean.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use std::time::{Duration, Instant};

use proptest::{prelude::*, sample::select};
use support::{
    any_view, cases, columns, dataset, instrument, is_empty, model, naive, reduce, search, searched, shown, table,
};
use victim_assistance_table::{
    query::{Action, At, Query, View},
    view_model::Command,
};

fn suggested(typed: &str) -> Vec<Command> {
    searched(typed).suggestions
}

fn labels(commands: &[Command]) -> Vec<&str> {
    commands.iter().map(|command| command.label.as_str()).collect()
}

/// The pinpoints that a text suggests.
fn pinpoints(typed: &str) -> Vec<(&'static str, &'static str)> {
    let places = suggested(typed).into_iter().filter_map(|command| match command.action {
        Action::GoTo(Some(At::Provision(instrument, id))) => {
            Some((instrument, support::instrument(instrument).provision(id).unwrap().pinpoint))
        }
        _ => None,
    });
    places.collect()
}

mod suggestions {
    use super::*;

    #[test]
    fn a_pinpoint_is_meant_however_it_is_written() {
        for typed in ["art 5(2)c", "5.2.c", "Art. 5(2)(c)", "article 5 2 c", "5(2)(c)", "ART 5 (2) C"] {
            assert!(
                pinpoints(typed).contains(&("cluster-munitions", "Art. 5(2)(c)")),
                "{typed}: {:?}",
                pinpoints(typed)
            );
        }
    }

    #[test]
    fn the_beginning_of_a_pinpoint_means_all_that_begin_so() {
        let all = pinpoints("5(2)");
        assert_eq!(all.len(), 4, "no more than four are offered");
        let begins = ["Art. 5(2)", "Action 5.2"];
        assert!(all.iter().all(|(_, pinpoint)| begins.iter().any(|begin| pinpoint.starts_with(begin))), "{all:?}");
        // A number is a number: 2 is not the beginning of 25.
        assert!(pinpoints("crpd 2").iter().all(|(_, pinpoint)| !pinpoint.starts_with("Art. 25")));
    }

    #[test]
    fn a_name_before_a_pinpoint_means_that_instrument() {
        for typed in ["crpd 25", "CRPD art. 25", "crpd article 25"] {
            let all = pinpoints(typed);
            assert!(!all.is_empty(), "{typed}");
            assert!(all.iter().all(|(id, pinpoint)| *id == "crpd" && pinpoint.starts_with("Art. 25")), "{all:?}");
        }
    }

    #[test]
    fn an_action_of_a_plan_is_meant_by_its_number() {
        let of_plans =
            |typed: &str| -> Vec<_> { pinpoints(typed).into_iter().map(|(id, _)| instrument(id).kind).collect() };
        let number = dataset()
            .instruments
            .iter()
            .flat_map(|instrument| instrument.provisions)
            .find_map(|provision| provision.pinpoint.strip_prefix("Action #"))
            .unwrap();
        let number: String = number.chars().take_while(char::is_ascii_digit).collect();
        for typed in [format!("action {number}"), format!("Action #{number}"), format!("#{number}")] {
            let kinds = of_plans(&typed);
            assert!(
                kinds.contains(&victim_assistance_table::dataset::InstrumentKind::ActionPlan),
                "{typed}: {kinds:?}"
            );
        }
        assert!(
            pinpoints("action 33").contains(&("oslo", "chapeau to Actions #33-#41")),
            "{:?}",
            pinpoints("action 33")
        );
        assert!(pinpoints("oslo 33").contains(&("oslo", "chapeau to Actions #33-#41")));
    }

    #[test]
    fn an_instrument_is_meant_by_any_of_its_names() {
        for typed in ["landmine treaty", "Ottawa", "APMBC", "mine ban"] {
            let suggestions = suggested(typed);
            let found = suggestions.iter().find(|command| command.action == instrument_page("mine-ban-convention"));
            assert_eq!(found.unwrap().label, instrument("mine-ban-convention").short_title, "{typed}");
        }
        for (typed, id) in [("disability convention", "crpd"), ("cluster bomb", "cluster-munitions"), ("oslo", "oslo")]
        {
            assert!(suggested(typed).iter().any(|command| command.action == instrument_page(id)), "{typed}");
        }
    }

    fn instrument_page(id: &'static str) -> Action {
        Action::Take(View::Instrument(id))
    }

    #[test]
    fn a_topic_is_meant_by_its_title_and_by_other_words_for_it() {
        for (typed, topic) in
            [("educ", "education"), ("wheelchairs", "assistive-technology"), ("mental hea", "psychological-support")]
        {
            let actions: Vec<_> = suggested(typed).into_iter().map(|command| command.action).collect();
            assert!(actions.contains(&Action::Take(View::Topic(topic))), "{typed}: {actions:?}");
        }
    }

    #[test]
    fn topics_come_first_then_instruments_then_pinpoints_and_four_of_each_at_most() {
        let kind = |command: &Command| match command.action {
            Action::Take(View::Topic(_)) => 0,
            Action::Take(View::Instrument(_)) => 1,
            _ => 2,
        };
        for typed in ["as", "co", "action plan 33", "pl", "art 5", "re"] {
            let kinds: Vec<_> = suggested(typed).iter().map(kind).collect();
            assert!(kinds.is_sorted(), "{typed}: {kinds:?}");
            assert!((0..3).all(|kind| kinds.iter().filter(|other| **other == kind).count() <= 4), "{typed}: {kinds:?}");
        }
    }

    #[test]
    fn too_little_to_mean_anything_suggests_nothing() {
        for typed in ["", " ", "5", "a", "(", "#", "zeppelin", "…"] {
            assert_eq!(labels(&suggested(typed)), [""; 0], "{typed}");
        }
    }

    #[test]
    fn taking_any_suggestion_shows_what_it_names() {
        for typed in ["art 5(2)c", "oslo", "education", "crpd 25", "action 33"] {
            for command in suggested(typed) {
                let query = reduce(&support::after([search(typed)]), command.action.clone());
                let model = shown(&query);
                assert!(query.search.is_empty() && !is_empty(&model), "{typed}: {}", command.label);
            }
        }
    }

    proptest! {
        #![proptest_config(cases(128))]

        #[test]
        fn any_pinpoint_is_found_by_itself_after_any_name_of_its_instrument(
            (instrument, provision) in select(
                dataset().instruments.iter().flat_map(|one| one.provisions.iter().map(move |other| (one, other))).collect::<Vec<_>>()
            )
        ) {
            let has_number = provision.pinpoint.chars().any(|char| char.is_ascii_digit());
            let typed = format!("{} {}", instrument.name, provision.pinpoint);
            let tokens = |text: &str| -> Vec<String> {
                naive::fold(text).split(|char: char| !char.is_alphanumeric()).map(str::to_owned).collect()
            };
            let same: Vec<_> = instrument.provisions.iter().filter(|one| tokens(one.pinpoint).starts_with(&tokens(provision.pinpoint))).collect();
            if has_number && same.len() <= 4 {
                prop_assert!(pinpoints(&typed).contains(&(instrument.id, provision.pinpoint)), "{}: {:?}", typed, pinpoints(&typed));
            }
        }
    }
}

mod other_words {
    use super::*;

    fn meant(typed: &str) -> Option<Command> {
        searched(typed).nothing.and_then(|nothing| nothing.did_you_mean)
    }

    fn meant_text(typed: &str) -> Option<String> {
        meant(typed).map(|command| command.label)
    }

    #[test]
    fn a_word_with_a_slip_means_the_nearest_word_of_the_dataset() {
        for (typed, expected) in [
            ("rehabilitaton", "rehabilitation"),
            ("Reahbilitation", "rehabilitation"),
            ("rehabilitattion", "rehabilitation"),
            ("educaton", "education"),
            ("accesibility", "accessibility"),
        ] {
            let command = meant(typed).unwrap();
            assert_eq!((command.label.as_str(), command.action), (expected, search(expected)), "{typed}");
        }
    }

    #[test]
    fn words_that_the_dataset_has_stay() {
        assert_eq!(meant_text("medical rehabilitaton").as_deref(), Some("medical rehabilitation"));
    }

    #[test]
    fn what_is_meant_is_found() {
        for typed in ["rehabilitaton", "educaton", "accesibility"] {
            let model = model([meant(typed).unwrap().action]);
            assert!(!is_empty(&model), "{typed}");
        }
    }

    #[test]
    fn where_no_word_is_near_nothing_is_said() {
        for typed in ["zeppelin", "rehabilitaton zeppelin", "xq", "qqq", "zzzzzzzz"] {
            assert_eq!(meant_text(typed), None, "{typed}");
        }
        // Nobody looks for a slip in a text.
        assert!(meant("rehabilitaton ".repeat(10).trim()).is_some());
        assert_eq!(meant_text("rehabilitaton ".repeat(11).trim()), None);
    }

    #[test]
    fn words_that_are_all_there_but_never_together_mean_nothing_else() {
        let model = model([columns(&support::instrument_ids()), search("ewipa nairobi")]);
        assert_eq!(model.nothing.unwrap().did_you_mean, None);
    }
}

mod hostile_search {
    use super::*;

    /// Texts as nobody would type them, of at least 5,000 characters.
    fn texts() -> Vec<String> {
        let pieces = [
            "zeppelin ",
            "<script>alert(1)</script>",
            "\u{202e}\u{2066}\u{200f}",
            "👩🏽‍🦽🇺🇳",
            "\"",
            "“a” ",
            "rehabilitaton ",
            "a",
            "{search} ",
            "e\u{301}",
            "\0\u{feff}",
            "5(2)(c) ",
            "مُعَاق ",
            "art. 5 ",
            "victim ",
        ];
        pieces.iter().map(|piece| piece.repeat(5_000_usize.div_ceil(piece.chars().count()))).collect()
    }

    #[test]
    fn long_and_odd_texts_are_shown_as_they_were_typed() {
        for text in texts() {
            let model = searched(&text);
            let start: String = text.chars().take(12).collect();
            assert_eq!(model.filters.search, text, "{start}");
            if !text.trim().is_empty() {
                assert_eq!(model.chips[0].label, ["“", text.trim(), "”"].concat(), "{start}");
            }
            if let Some(nothing) = &model.nothing {
                assert!(nothing.message.contains(text.trim()), "{start}");
            }
        }
    }

    #[test]
    fn long_texts_are_answered_in_time() {
        for view in [View::Compare, View::Organisations, View::Publications] {
            for text in texts() {
                let began = Instant::now();
                let _ = shown(&Query { view, search: text.clone(), ..Query::new() });
                // Without optimisation, on a machine that has other things to do.
                let start: String = text.chars().take(12).collect();
                assert!(began.elapsed() < Duration::from_secs(10), "{start}: {:?} {view:?}", began.elapsed());
            }
        }
    }

    #[test]
    fn signs_alone_search_for_nothing() {
        let usual = model([]);
        for typed in ["\u{202e}\u{2066}\u{200f}", "👩🏽‍🦽", "<>&\"'", "\0"] {
            let model = searched(typed);
            assert_eq!(table(&model).rows().count(), table(&usual).rows().count());
            assert_eq!(model.status, usual.status, "{typed:?}");
            assert_eq!(labels(&model.suggestions), [""; 0]);
        }
    }

    proptest! {
        #![proptest_config(cases(64))]

        #[test]
        fn any_text_is_answered_in_any_view(typed in any::<String>(), view in any_view(), room in select(vec![0, 20, 75, u16::MAX])) {
            let model = shown(&Query { view, search: typed.clone(), room, ..Query::new() });
            prop_assert_eq!(&model.filters.search, &typed);
            prop_assert_eq!(model.nothing.is_some(), is_empty(&model));
        }
    }
}
