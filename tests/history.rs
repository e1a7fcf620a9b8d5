//! What can be taken back, what the page's owner asks for, and what an address asks for on top of it.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod support;

use proptest::prelude::*;
use support::{after, any_action, any_query, cases, columns, dataset, history_shown, only_topics, search};
use victim_assistance_table::query::{Action, History, Query, TextSize, View};

/// A history in which the reader did these things.
fn done(actions: impl IntoIterator<Item = Action>) -> History {
    let mut history = History::new(Query::new());
    for action in actions {
        history.step(action, dataset());
    }
    history
}

fn type_letters(history: &mut History, text: &str) {
    for (at, char) in text.char_indices() {
        history.step(search(&text[..at + char.len_utf8()]), dataset());
    }
}

mod undo {
    use super::*;

    #[test]
    fn each_step_is_taken_back_the_latest_first() {
        let mut history = done([only_topics(&["education"]), Action::Show(View::Gaps), columns(&["crpd"])]);
        assert_eq!(history.now(), &after([only_topics(&["education"]), Action::Show(View::Gaps), columns(&["crpd"])]));
        assert!(history.undo());
        assert_eq!(history.now(), &after([only_topics(&["education"]), Action::Show(View::Gaps)]));
        assert!(history.undo() && history.undo());
        assert_eq!(history.now(), &Query::new());
        assert!(!history.can_undo() && !history.undo());
    }

    #[test]
    fn typing_is_one_step() {
        let mut history = done([Action::Show(View::Gaps)]);
        type_letters(&mut history, "care");
        type_letters(&mut history, "care for all");
        assert!(history.undo());
        assert_eq!((history.now().search.as_str(), history.now().view), ("", View::Gaps));
        assert!(history.undo());
        assert_eq!(history.now(), &Query::new());
    }

    #[test]
    fn typing_after_something_else_is_another_step() {
        let mut history = done([]);
        type_letters(&mut history, "ca");
        history.step(only_topics(&["education"]), dataset());
        type_letters(&mut history, "car");
        history.undo();
        assert_eq!((history.now().search.as_str(), history.now().chosen.is_empty()), ("ca", false));
        history.undo();
        assert_eq!((history.now().search.as_str(), history.now().chosen.is_empty()), ("ca", true));
        // Typing goes on from there as a step of its own.
        type_letters(&mut history, "care");
        history.undo();
        assert_eq!(history.now().search, "ca");
    }

    #[test]
    fn what_was_typed_and_taken_back_by_hand_is_no_step() {
        let mut history = done([Action::Show(View::Gaps)]);
        type_letters(&mut history, "ca");
        history.step(search(""), dataset());
        let mut earlier = history.clone();
        assert!(earlier.undo());
        assert_eq!(
            (earlier.now().view, earlier.can_undo()),
            (View::Compare, false),
            "the choice of the view is the last step"
        );
        // What is typed now is not one step with the choice of the view.
        type_letters(&mut history, "all");
        history.undo();
        assert_eq!((history.now().search.as_str(), history.now().view), ("", View::Gaps));
        history.undo();
        assert!(!history.can_undo());
        assert_eq!(history.now(), &Query::new());
    }

    #[test]
    fn a_search_taken_in_place_of_what_was_typed_is_a_step_of_its_own() {
        for instead in ["", "cure"] {
            let mut history = done([]);
            type_letters(&mut history, "care");
            history.step(Action::SearchInstead(instead.to_owned()), dataset());
            assert_eq!(history.now().search, instead);
            assert!(history.undo());
            assert_eq!(history.now().search, "care");
        }
    }

    #[test]
    fn what_changes_nothing_is_no_step() {
        let mut history = done([]);
        assert!(!history.step(Action::Show(View::Compare), dataset()));
        assert!(!history.step(search(""), dataset()));
        assert!(!history.can_undo());
        assert!(history.step(search("a"), dataset()));
        assert!(history.can_undo());
    }

    #[test]
    fn a_change_of_the_room_is_no_step_and_stays() {
        let mut history = done([search("a")]);
        assert!(history.change(Action::Room(30), dataset()));
        assert!(!history.change(Action::Room(30), dataset()));
        history.undo();
        assert_eq!(history.now(), &Query { room: 30, ..Query::new() });
        assert!(!history.can_undo());
    }

    #[test]
    fn reset_can_be_taken_back() {
        let mut history = done([only_topics(&["education"]), search("a"), Action::Reset]);
        assert_eq!(history.now(), &Query::new());
        history.undo();
        assert_eq!(history.now(), &after([only_topics(&["education"]), search("a")]));
    }

    #[test]
    fn a_hundred_steps_are_kept() {
        let rooms = (0..150).map(|number| only_topics(if number % 2 == 0 { &["education"] } else { &[] }));
        let mut history = done(rooms);
        let steps = std::iter::from_fn(|| history.undo().then_some(())).count();
        assert_eq!(steps, 100);
    }

    #[test]
    fn what_is_shown_says_whether_there_is_something_to_take_back() {
        let mut history = done([search("a")]);
        assert!(history_shown(&history, None).can_undo);
        history.undo();
        assert!(!history_shown(&history, None).can_undo);
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn taking_back_all_steps_leads_back_to_the_start(actions in prop::collection::vec(any_action(), 0..40)) {
            let mut history = done(actions);
            while history.can_undo() {
                let before = history.now().clone();
                prop_assert!(history.undo());
                // A step into another room alone: the room stays.
                prop_assert!(*history.now() != before || history.now().room != Query::new().room);
            }
            prop_assert_eq!(history.now(), &Query { room: history.now().room, ..Query::new() });
        }

        #[test]
        fn a_step_says_whether_it_changed_anything(before in any_query(), action in any_action()) {
            let mut history = History::new(Query::new());
            history.visit(before);
            let was = history.now().clone();
            let changed = history.step(action, dataset());
            prop_assert_eq!(changed, *history.now() != was);
            prop_assert_eq!(history.can_undo(), changed);
        }
    }
}

mod owner {
    use super::*;

    #[test]
    fn what_the_owner_asks_for_is_where_reset_goes_back_to() {
        let mut history = done([search("a"), Action::TextSize(TextSize::Third)]);
        assert!(history.restart(columns(&["oslo", "crpd"]), dataset()));
        assert_eq!(history.now().search, "a");
        assert_eq!(history.now().instruments, Some(vec!["oslo", "crpd"]));
        history.step(Action::Reset, dataset());
        let expected = Query { text_size: TextSize::Third, ..after([columns(&["oslo", "crpd"])]) };
        assert_eq!(history.now(), &expected);
    }

    #[test]
    fn asking_again_for_the_same_changes_nothing() {
        let mut history = History::new(Query::new());
        assert!(history.restart(columns(&["oslo"]), dataset()));
        assert!(!history.restart(columns(&["oslo"]), dataset()));
        assert!(!history.can_undo());
    }
}

mod address {
    use super::*;

    #[test]
    fn a_visit_asks_for_all_but_the_text_size_and_the_room() {
        let mut history = done([Action::TextSize(TextSize::Second), search("a")]);
        history.change(Action::Room(30), dataset());
        let linked = after([Action::Show(View::Gaps), Action::TextSize(TextSize::Fourth), Action::Room(99)]);
        assert!(history.visit(linked.clone()));
        assert_eq!(history.now(), &Query { text_size: TextSize::Second, room: 30, ..linked.clone() });
        assert!(!history.visit(linked));
    }

    #[test]
    fn a_visit_is_no_step_but_ends_typing() {
        let mut history = done([]);
        type_letters(&mut history, "ca");
        history.visit(after([search("cab")]));
        type_letters(&mut history, "cabin");
        history.undo();
        assert_eq!(history.now().search, "cab");
    }

    proptest! {
        #![proptest_config(cases(128))]

        #[test]
        fn any_visit_keeps_what_is_the_readers_own_and_takes_the_rest(before in any_query(), linked in any_query()) {
            let mut history = History::new(before.clone());
            history.visit(linked.clone());
            let expected = Query { text_size: before.text_size, reading: before.reading, room: before.room, ..linked };
            prop_assert_eq!(history.now(), &expected);
            prop_assert_eq!(history.start(), &before);
        }
    }
}
