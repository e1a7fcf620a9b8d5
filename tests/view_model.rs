//! What is shown for a query, to the word and the number.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use support::{
    LOCALE, after, cell, column_ids, columns, dataset, instrument, instrument_ids, model, only_topics,
    provisions_counted, search, searched, shown_after, shown_row_ids, shown_rows, table, topics,
};
use victim_assistance_table::{
    dataset::{Extent, Force},
    locale::{ENGLISH, fill},
    query::{Action, Facet, TextSize, View},
    view_model::{Cell, ChoiceGroup, Comparison, Content, Layout, Panel, ProvisionEntry, Row, ViewModel},
};

fn rows(model: &ViewModel) -> impl Iterator<Item = &Rc<Row>> {
    table(model).rows()
}

fn panel<'a>(model: &'a ViewModel, id: &str) -> &'a Panel {
    model.filters.panels.iter().find(|panel| panel.id == id).unwrap()
}

mod at_first {
    use super::*;

    #[test]
    fn the_four_treaties_are_shown_with_158_of_256_provisions_on_40_of_41_topics() {
        assert_eq!(model([]).status, "158 of 256 provisions · 40 of 41 topics · 4 of 16 instruments");
    }

    #[test]
    fn the_numbers_are_those_of_the_dataset() {
        let usual = dataset().shown_first.iter().map(|id| instrument(id));
        let provisions: Vec<_> = usual.flat_map(|instrument| instrument.provisions).collect();
        let spoken: BTreeSet<_> = provisions.iter().flat_map(|provision| provision.topics).copied().collect();
        let shown: Vec<_> = topics()
            .into_iter()
            .filter(|topic| topic.core || spoken.contains(topic.id))
            .map(|topic| topic.id)
            .collect();
        assert_eq!(shown_row_ids(&model([])), shown);
        assert_eq!((provisions.len(), shown.len()), (158, 40));
    }

    #[test]
    fn the_caption_names_the_instruments() {
        assert_eq!(
            table(&model([])).caption,
            "Provisions on victim assistance, by topic and instrument: \
             Mine Ban Convention, CCW (Convention on Prohibitions or Restrictions on the Use of Certain Conventional \
             Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects) Protocol V, \
             CRPD (Convention on the Rights of Persons with Disabilities), Convention on Cluster Munitions"
        );
    }

    #[test]
    fn a_column_says_year_kind_and_whether_it_binds() {
        let model = model([columns(&["protocol-v", "crpd", "oslo", "ewipa"])]);
        let columns = table(&model).columns.iter();
        let said: Vec<_> = columns.map(|column| (column.id, column.description.as_str())).collect();
        assert_eq!(
            said,
            [
                ("protocol-v", "2003 · protocol · binding"),
                ("crpd", "2006 · treaty · binding"),
                ("oslo", "2019 · action plan · political"),
                ("ewipa", "2022 · declaration · political"),
            ]
        );
    }

    #[test]
    fn the_edition_says_version_and_date() {
        assert_eq!(
            model([]).edition,
            format!(
                "Dataset {} of {}.",
                dataset().version,
                LOCALE.with(|locale| {
                    use victim_assistance_table::locale::Locale;
                    locale.date(dataset().date)
                })
            )
        );
    }

    #[test]
    fn nothing_is_amiss_and_no_filter_is_set() {
        let model = model([]);
        assert_eq!(model.nothing, None);
        assert!(model.chips.is_empty() && model.suggestions.is_empty() && !model.can_undo);
        let said: Vec<_> = model.filters.panels.iter().map(|panel| (panel.title, panel.chosen.as_str())).collect();
        let expected = [("Instruments", "4 of 16"), ("Topics", "all"), ("Force and duty", "all"), ("Order", "")];
        assert_eq!(said, expected);
    }
}

mod counts {
    use super::*;

    #[test]
    fn a_provision_on_several_topics_counts_once() {
        // Its provisions fill more cells than there are provisions.
        let model = model([columns(&["crpd"])]);
        let in_cells: usize = rows(&model).flat_map(|row| row.cells.iter()).map(|cell| cell.entries().count()).sum();
        assert!(in_cells > 87, "{in_cells}");
        assert_eq!(provisions_counted(&model), 87);
    }

    #[test]
    fn what_is_shown_is_counted_against_all_there_is() {
        let status = |actions: Vec<Action>| model(actions).status;
        let art_8_2 = vec![columns(&["protocol-v"]), only_topics(&["medical-care"])];
        assert_eq!(status(art_8_2), "1 of 256 provisions · 1 of 41 topics · 1 of 16 instruments");
        let silent =
            vec![columns(&["mine-ban-convention", "oslo"]), only_topics(&["definition-of-victim", "needs-assessment"])];
        assert_eq!(status(silent), "0 of 256 provisions · 2 of 41 topics · 2 of 16 instruments");
    }

    #[test]
    fn a_search_is_told_as_typed_but_for_spaces_around() {
        let model = searched("  Transport   ACCESSIBILITY ");
        assert_eq!(model.status, "2 of 256 provisions · 1 of 41 topics · 4 of 16 instruments");
        assert_eq!(model.chips[0].label, "“Transport   ACCESSIBILITY”");
    }

    #[test]
    fn a_topic_that_is_asked_for_counts_even_where_nobody_speaks_of_it() {
        let status = model([only_topics(&["environmental-remediation", "education"])]).status;
        assert!(status.contains(" · 2 of 41 topics · "), "{status}");
    }

    #[test]
    fn what_a_search_leaves_out_is_not_counted() {
        let all = model([]);
        let some = searched("rehabilitation");
        let shown: BTreeSet<_> =
            shown_rows(&some).into_iter().flat_map(Row::provisions).map(std::ptr::from_ref).collect();
        assert_eq!(provisions_counted(&some), shown.len());
        assert!((1..provisions_counted(&all)).contains(&shown.len()));
    }
}

mod cells {
    use super::*;

    /// What a cell says where it lists no provision.
    fn says(cell: &Cell) -> (Option<Extent>, bool, &str) {
        (cell.silence.as_ref().map(|entry| entry.silence.extent), cell.not_assessed, &cell.not_matching)
    }

    #[test]
    fn silent_partial_and_not_assessed_are_told_apart() {
        let model = model([columns(&["mine-ban-convention", "crpd", "oslo", "ewipa"])]);
        assert_eq!(
            says(cell(&model, "definition-of-victim", "mine-ban-convention")),
            (Some(Extent::Silent), false, "")
        );
        assert_eq!(says(cell(&model, "needs-assessment", "crpd")), (Some(Extent::Partial), false, ""));
        assert_eq!(says(cell(&model, "definition-of-victim", "oslo")), (None, true, ""));
        assert_eq!(says(cell(&model, "medical-care", "ewipa")), (None, false, ""));
    }

    #[test]
    fn a_cell_is_not_assessed_exactly_where_the_dataset_has_neither_provision_nor_silence() {
        let model = model([columns(&instrument_ids())]);
        for row in rows(&model) {
            for cell in row.cells.iter() {
                let instrument = instrument(cell.column);
                let speaks = instrument.provisions.iter().any(|provision| provision.topics.contains(&row.id));
                let silent = instrument.silences.iter().any(|silence| silence.topic == row.id);
                assert_eq!(cell.not_assessed, !speaks && !silent, "{} on {}", cell.column, row.id);
                assert_eq!(cell.entries().count() > 0, speaks, "{} on {}", cell.column, row.id);
                assert_eq!(cell.silence.is_some(), silent, "{} on {}", cell.column, row.id);
            }
        }
    }

    #[test]
    fn provisions_that_a_search_leaves_out_are_neither_silence_nor_gap() {
        // “transport” stands in the CRPD alone; the row is shown for it.
        let model = searched("transport");
        assert_eq!(shown_row_ids(&model), ["medical-care", "education", "accessibility"]);
        assert_eq!(cell(&model, "medical-care", "crpd").entries().count(), 1);
        assert_eq!(says(cell(&model, "medical-care", "crpd")), (None, false, ""));
        let left_out = cell(&model, "medical-care", "cluster-munitions");
        assert_eq!(left_out.entries().count(), 0);
        let ccm = instrument("cluster-munitions").provisions.iter();
        let count = ccm.filter(|provision| provision.topics.contains(&"medical-care")).count();
        assert_eq!(says(left_out), (None, false, &*format!("{count} provisions, not matching")));
        // One is said in the singular.
        assert_eq!(says(cell(&model, "medical-care", "protocol-v")), (None, false, "1 provision, not matching"));
        assert_eq!(says(cell(&model, "education", "protocol-v")), (Some(Extent::Silent), false, ""));
    }

    #[test]
    fn a_silence_says_how_it_was_checked_and_when() {
        let model = model([columns(&["mine-ban-convention"])]);
        let entry = cell(&model, "definition-of-victim", "mine-ban-convention").silence.as_ref().unwrap();
        assert!(!entry.silence.how.is_empty());
        assert_eq!(entry.checked, "24 November 2026");
    }

    #[test]
    fn a_silence_is_found_by_what_was_found_instead() {
        let model = model([search("ordnance silent"), columns(&["protocol-v"])]);
        let note = cell(&model, "definition-of-victim", "protocol-v").silence.as_ref().unwrap().silence.note;
        assert!(note.is_some_and(|note| note.contains("ordnance")), "{note:?}");
        assert!(shown_row_ids(&model).contains(&"definition-of-victim"));
    }

    #[test]
    fn details_have_a_name_of_their_own() {
        let model = model([columns(&["protocol-v"])]);
        let entry = cell(&model, "medical-care", "protocol-v").entries().next().unwrap();
        assert_eq!(&*entry.full_pinpoint, "Art. 8(2), first sentence, CCW Protocol V");
        assert_eq!(&*entry.checked, "24 November 2026");
    }

    #[test]
    fn details_of_different_provisions_have_different_names() {
        let model = model([columns(&instrument_ids())]);
        let mut provisions = BTreeMap::new();
        for entry in rows(&model).flat_map(|row| row.cells.iter()).flat_map(Cell::entries) {
            let first = provisions.entry(&entry.full_pinpoint).or_insert(entry.provision);
            assert!(std::ptr::eq(*first, entry.provision), "{}", entry.full_pinpoint);
        }
    }
}

mod long_cells {
    use super::*;

    /// Every cell of all instruments, with how many provisions it holds.
    fn by_size(model: &ViewModel) -> BTreeMap<usize, &Cell> {
        rows(model).flat_map(|row| row.cells.iter()).map(|cell| (cell.entries().count(), cell)).collect()
    }

    fn all() -> ViewModel {
        model([columns(&instrument_ids())])
    }

    #[test]
    fn up_to_four_provisions_stand_open() {
        let model = all();
        for (count, cell) in by_size(&model).range(..=4) {
            assert_eq!((cell.provisions.len(), cell.more.len(), cell.more_title.as_str()), (*count, 0, ""));
        }
        assert!(by_size(&model).contains_key(&4));
    }

    #[test]
    fn of_more_than_four_the_first_three_stand_open_and_the_rest_is_counted() {
        let model = all();
        for (count, cell) in by_size(&model).range(5..) {
            assert_eq!((cell.provisions.len(), cell.more.len()), (3, count - 3));
            assert_eq!(cell.more_title, format!("{} more", count - 3));
        }
        assert!(by_size(&model).contains_key(&5));
    }

    #[test]
    fn the_most_forceful_come_first_then_the_order_of_the_text() {
        let model = all();
        for row in rows(&model) {
            for cell in row.cells.iter() {
                let provisions = instrument(cell.column).provisions;
                let place =
                    |entry: &ProvisionEntry| provisions.iter().position(|other| std::ptr::eq(other, entry.provision));
                let order: Vec<_> =
                    cell.entries().map(|entry| (entry.provision.force, place(entry).unwrap())).collect();
                assert!(order.is_sorted(), "{} on {}: {order:?}", cell.column, row.id);
            }
        }
    }

    #[test]
    fn accessibility_of_the_crpd_keeps_all_its_provisions() {
        let model = model([columns(&["crpd"])]);
        let accessibility = cell(&model, "accessibility", "crpd");
        let of_crpd =
            instrument("crpd").provisions.iter().filter(|provision| provision.topics.contains(&"accessibility"));
        assert_eq!(accessibility.entries().count(), of_crpd.count());
        assert_eq!(accessibility.provisions.len(), 3);
        assert!(accessibility.provisions.iter().all(|entry| entry.provision.force == Force::Obligation));
    }

    #[test]
    fn a_cell_that_a_search_makes_short_is_not_folded() {
        let model = model([search("transport"), columns(&["crpd"])]);
        let accessibility = cell(&model, "accessibility", "crpd");
        let pinpoints: Vec<_> = accessibility.provisions.iter().map(|entry| entry.provision.pinpoint).collect();
        assert_eq!(pinpoints, ["Art. 9(1)", "Art. 9(1)(a)"]);
        assert_eq!((accessibility.more.len(), accessibility.more_title.as_str()), (0, ""));
    }
}

mod topics {
    use super::*;

    #[test]
    fn a_core_topic_is_a_row_whatever_the_instruments_say() {
        let shown = shown_row_ids(&model([columns(&["ewipa"])]));
        for topic in topics().into_iter().filter(|topic| topic.core) {
            assert!(shown.contains(&topic.id), "{}", topic.id);
        }
    }

    #[test]
    fn another_topic_is_a_row_where_an_instrument_shown_speaks_of_it() {
        assert!(!shown_row_ids(&model([])).contains(&"environmental-remediation"));
        assert!(shown_row_ids(&model([columns(&["tpnw"])])).contains(&"environmental-remediation"));
        assert!(shown_row_ids(&model([Action::ShowInstrument("tpnw", true)])).contains(&"environmental-remediation"));
    }

    #[test]
    fn a_topic_that_is_asked_for_is_a_row_even_where_nobody_speaks_of_it() {
        let model = model([only_topics(&["environmental-remediation", "education"])]);
        assert_eq!(shown_row_ids(&model), ["education", "environmental-remediation"]);
        assert!(cell(&model, "environmental-remediation", "crpd").not_assessed);
        assert_eq!(panel(&model, "topics").chosen, "2 of 41");
    }

    #[test]
    fn every_row_is_there_and_a_group_hides_with_its_rows() {
        let model = model([only_topics(&["education"])]);
        assert_eq!(rows(&model).count(), 41);
        let open: Vec<_> = table(&model).groups.iter().filter(|group| !group.hidden).map(|group| group.id).collect();
        assert_eq!(open, ["services"]);
    }

    #[test]
    fn a_topic_is_found_by_its_title_and_its_group() {
        let model = searched("resource mobilisation support");
        assert_eq!(shown_row_ids(&model), ["resource-mobilisation"]);
    }

    #[test]
    fn a_topic_nobody_speaks_of_is_not_found_by_its_title() {
        let model = model([search("timeframe"), columns(&["ewipa"])]);
        assert_eq!(shown_row_ids(&model), [""; 0]);
    }
}

mod nothing_to_show {
    use super::*;

    #[test]
    fn a_search_that_finds_nothing_says_what_was_searched_for() {
        let model = searched(" zeppelin ");
        let message = &model.nothing.as_ref().unwrap().message;
        assert_eq!(*message, fill(ENGLISH.nothing_found, &[("search", "zeppelin")]));
        assert!(message.contains("“zeppelin”"));
        assert_eq!(model.status, "0 of 256 provisions · 0 of 41 topics · 4 of 16 instruments");
        assert!(table(&model).groups.iter().all(|group| group.hidden));
    }

    #[test]
    fn without_an_instrument_it_says_what_to_do() {
        for actions in [vec![columns(&[])], vec![columns(&[]), search("zeppelin")]] {
            let model = model(actions);
            assert_eq!(model.nothing.as_ref().unwrap().message, ENGLISH.no_instrument);
            assert_eq!(table(&model).columns.len(), 0);
        }
    }

    #[test]
    fn with_little_room_two_instruments_are_there_even_where_no_column_is_chosen() {
        let model = model([columns(&[]), Action::Room(20)]);
        assert_eq!(model.nothing, None);
        assert_eq!(table(&model).columns.len(), 2);
    }

    #[test]
    fn braces_in_a_search_stay_braces() {
        let model = searched("{count} {search}");
        let message = &model.nothing.as_ref().unwrap().message;
        assert!(message.contains("“{count} {search}”"), "{message}");
        assert_eq!(model.chips[0].label, "“{count} {search}”");
    }
}

mod layout {
    use super::*;

    fn layout(columns: usize, room: u16, size: TextSize) -> &'static str {
        let ids = &instrument_ids()[..columns];
        model([super::columns(ids), Action::Room(room), Action::TextSize(size)]).layout.name()
    }

    #[test]
    fn columns_that_fit_let_the_page_scroll() {
        assert_eq!(layout(4, 66, TextSize::First), "wide");
        assert_eq!(layout(4, 65, TextSize::First), "scrolling");
        assert_eq!(layout(16, 234, TextSize::First), "wide");
        assert_eq!(layout(16, 233, TextSize::First), "scrolling");
        assert_eq!(layout(0, 44, TextSize::First), "wide");
    }

    #[test]
    fn with_little_room_two_are_compared() {
        assert_eq!(layout(4, 44, TextSize::First), "scrolling");
        assert_eq!(layout(4, 43, TextSize::First), "pair");
        assert_eq!(layout(1, 43, TextSize::First), "pair");
    }

    #[test]
    fn larger_text_counts_as_less_room() {
        let at_1280_px = TextSize::ALL.map(|size| layout(4, 80, size));
        assert_eq!(at_1280_px, ["wide", "scrolling", "scrolling", "pair"]);
        let at_the_edge = TextSize::ALL.map(|size| layout(1, 88, size));
        assert_eq!(at_the_edge, ["wide", "wide", "wide", "wide"]);
        assert_eq!(layout(1, 87, TextSize::Fourth), "pair");
    }

    #[test]
    fn with_next_to_no_room_even_two_scroll() {
        assert_eq!(layout(4, 16, TextSize::First), "pair");
        assert_eq!(layout(4, 15, TextSize::First), "pair-scrolling");
        assert_eq!(layout(4, 20, TextSize::Fourth), "pair-scrolling");
        assert_eq!(layout(4, 0, TextSize::First), "pair-scrolling");
        assert_eq!(layout(16, u16::MAX, TextSize::First), "wide");
    }

    #[test]
    fn only_a_scrolling_table_is_a_region() {
        let said = [Layout::Wide, Layout::Scrolling, Layout::Pair, Layout::PairScrolling]
            .map(|layout| (layout.is_pair(), layout.scrolls()));
        assert_eq!(said, [(false, false), (false, true), (true, false), (true, true)]);
    }

    #[test]
    fn a_pair_shows_the_two_that_are_compared() {
        let shown = |actions: Vec<Action>| column_ids(&model([vec![Action::Room(20)], actions].concat()));
        assert_eq!(shown(vec![]), ["mine-ban-convention", "protocol-v"]);
        assert_eq!(shown(vec![Action::Compare(1, "ewipa")]), ["mine-ban-convention", "ewipa"]);
        assert_eq!(shown(vec![Action::Compare(0, "protocol-v")]), ["protocol-v", "mine-ban-convention"]);
    }
}

mod filters {
    use super::*;

    fn titles(groups: &[ChoiceGroup]) -> Vec<(&'static str, usize)> {
        groups.iter().map(|group| (group.title, group.choices.len())).collect()
    }

    fn chosen(groups: &[ChoiceGroup]) -> Vec<&'static str> {
        groups.iter().flat_map(|group| &group.choices).filter(|choice| choice.chosen).map(|choice| choice.id).collect()
    }

    fn panel_ids(model: &ViewModel) -> Vec<&'static str> {
        model.filters.panels.iter().map(|panel| panel.id).collect()
    }

    #[test]
    fn instruments_are_grouped_by_kind_and_topics_by_group() {
        let model = model([]);
        assert_eq!(
            titles(&panel(&model, "instruments").groups),
            [
                ("Treaties and protocols", 6),
                ("Action plans", 9),
                ("Declarations", 1),
                ("Kind", 4),
                ("Status on the day of the dataset", 3)
            ]
        );
        let groups: Vec<_> = dataset().groups.iter().map(|group| (group.title, group.topics.len())).collect();
        assert_eq!(titles(&panel(&model, "topics").groups), groups);
        assert_eq!(titles(&panel(&model, "answers").groups), [("Legal force", 6), ("Duty bearer", 8), ("Answer", 4)]);
    }

    #[test]
    fn what_is_chosen_is_marked() {
        let model = model([columns(&["crpd", "oslo"]), only_topics(&["education"])]);
        let (instruments, topics) = (panel(&model, "instruments"), panel(&model, "topics"));
        assert_eq!(chosen(&instruments.groups), ["crpd", "oslo"]);
        assert_eq!(chosen(&topics.groups), ["education"]);
        assert_eq!((instruments.chosen.as_str(), topics.chosen.as_str()), ("2 of 16", "1 of 41"));
    }

    #[test]
    fn each_view_has_the_panels_that_are_at_work_in_it() {
        let panels = |view| panel_ids(&model([Action::Show(view)]));
        for view in View::all(dataset()) {
            let expected: &[&str] = match view {
                View::Compare | View::Transposed => &["instruments", "topics", "answers", "order"],
                View::Gaps | View::Overview => &["instruments", "topics", "answers"],
                View::Topic(_) | View::Time(_) => &["instruments", "answers"],
                View::Instrument(_) | View::Differences => &["topics", "answers"],
                View::Organisations => &["topics"],
                View::Publications => &[],
            };
            assert_eq!(panels(view), expected, "{view:?}");
        }
    }

    #[test]
    fn with_little_room_all_panels_are_one_that_counts_the_filters_set() {
        let narrow = |actions: Vec<Action>| model([vec![Action::Room(20)], actions].concat());
        assert_eq!(panel_ids(&narrow(vec![])), ["filters"]);
        let set = |actions: Vec<Action>| panel(&narrow(actions), "filters").chosen.clone();
        assert_eq!(set(vec![search("x"), Action::TextSize(TextSize::Third)]), "");
        assert_eq!(set(vec![only_topics(&["education"])]), "1 set");
        let two = vec![only_topics(&["education"]), Action::Choose(Facet::Forces, vec!["obligation"])];
        assert_eq!(set(two), "2 set");
        // Where two are compared, the choice of columns is not at work.
        let panel = narrow(vec![]).filters.panels[0].clone();
        assert!(panel.groups.iter().all(|group| group.facet.is_some()));
        assert!(panel.columns.is_empty());
    }

    #[test]
    fn with_little_room_each_of_two_controls_shows_its_instrument() {
        for actions in [vec![Action::Room(20)], vec![Action::Show(View::Differences)]] {
            let model = model([actions, vec![Action::Compare(1, "ewipa")]].concat());
            let said: Vec<_> =
                model.filters.subjects.iter().map(|subject| (subject.label, chosen(&subject.groups))).collect();
            assert_eq!(said, [("Compare", vec!["mine-ban-convention"]), ("with", vec!["ewipa"])]);
            let actions: Vec<_> = model.filters.subjects.iter().map(|subject| subject.kind.action("crpd")).collect();
            assert_eq!(actions, [Action::Compare(0, "crpd"), Action::Compare(1, "crpd")]);
        }
    }

    #[test]
    fn a_view_about_something_has_one_control_that_says_what_and_goes_on_to_another() {
        for (view, label, other, action) in [
            (View::Topic("education"), "Topic", "timeframe", View::Topic("timeframe")),
            (View::Time("education"), "Topic", "timeframe", View::Time("timeframe")),
            (View::Instrument("crpd"), "Instrument", "oslo", View::Instrument("oslo")),
        ] {
            let model = model([Action::Show(view)]);
            let [subject] = &model.filters.subjects[..] else { panic!("{view:?} has one subject") };
            assert_eq!((subject.label, chosen(&subject.groups)), (label, vec![view.subject().unwrap()]));
            assert_eq!(subject.kind.action(other), Action::Show(action));
        }
    }

    #[test]
    fn every_question_can_be_asked_and_the_one_that_is_asked_is_marked() {
        for view in View::all(dataset()) {
            let model = model([Action::Show(view)]);
            assert_eq!(model.views.len(), 10);
            let current: Vec<_> = model
                .views
                .iter()
                .filter(|command| command.current == Some(true))
                .map(|command| command.action.clone())
                .collect();
            assert_eq!(current, [Action::Show(view)]);
        }
        // A question about a topic goes on with the topic that was asked about.
        let model = model([Action::Show(View::Topic("timeframe"))]);
        assert!(model.views.iter().any(|command| command.action == Action::Show(View::Time("timeframe"))));
    }

    #[test]
    fn text_sizes_are_named_by_percent_and_one_is_chosen() {
        let filters = model([Action::TextSize(TextSize::Third)]).filters;
        let said: Vec<_> = filters.text_sizes.iter().map(|choice| (choice.label.as_str(), choice.chosen)).collect();
        assert_eq!(said, [("100 %", false), ("125 %", false), ("150 %", true), ("200 %", false)]);
    }
}

mod facts {
    use super::*;

    #[test]
    fn instruments_shown_have_their_facts_in_reading_order() {
        let model = model([columns(&["protocol-v", "oslo"])]);
        let ids: Vec<_> = model.about.iter().map(|about| about.instrument.id).collect();
        assert_eq!(ids, ["protocol-v", "oslo"]);
        let labels: Vec<_> = model.about[0].facts.iter().map(|fact| fact.label).take(5).collect();
        assert_eq!(labels, ["Full title", "Kind", "Also known as", "Under", "Adopted"]);
    }

    #[test]
    fn a_number_of_parties_stands_with_its_date() {
        let model = model([columns(&["protocol-v"])]);
        let parties = model.about[0].facts.iter().find(|fact| fact.label == "Parties").unwrap();
        assert_eq!(parties.text, "97, as of 4 May 2024");
    }

    #[test]
    fn a_parent_in_the_dataset_is_called_by_its_title() {
        let model = model([columns(&["protocol-v", "oslo"])]);
        let parents: Vec<_> = model
            .about
            .iter()
            .map(|about| about.facts.iter().find(|fact| fact.label == "Under").unwrap().text.as_str())
            .collect();
        assert_eq!(parents, ["CCW (1980)", instrument("mine-ban-convention").short_title]);
    }
}

mod between_two_keystrokes {
    use super::*;

    /// How many rows stayed the same `Rc`, and how many did not. Exactly those that look the same must have stayed.
    fn stayed(before: &ViewModel, after: &ViewModel) -> (usize, usize) {
        let mut counts = (0, 0);
        for (before, after) in rows(before).zip(rows(after)) {
            assert_eq!(Rc::ptr_eq(before, after), before == after, "{}", after.id);
            if Rc::ptr_eq(before, after) { counts.0 += 1 } else { counts.1 += 1 }
        }
        counts
    }

    fn typed(text: &str, before: &ViewModel) -> ViewModel {
        shown_after(&after([search(text)]), Some(before))
    }

    fn model_of_no_rows(model: &ViewModel) -> Content {
        Content::Table(Comparison { groups: Vec::new(), ..table(model).clone() })
    }

    #[test]
    fn rows_that_look_the_same_are_the_same_and_others_are_not() {
        let first = searched("transpor");
        let second = typed("transport", &first);
        assert_eq!(stayed(&first, &second), (41, 0), "no other word begins so");
        assert_eq!(stayed(&second, &typed("transport edu", &second)), (39, 2));
    }

    #[test]
    fn a_space_at_the_end_changes_nothing() {
        let first = searched("transport");
        let next = typed("transport ", &first);
        assert_eq!(stayed(&first, &next), (41, 0));
        for (before, after) in table(&first).groups.iter().zip(&table(&next).groups) {
            assert!(Rc::ptr_eq(before, after), "{}", after.id);
        }
        assert!(Rc::ptr_eq(&table(&first).columns, &table(&next).columns));
        assert!(Rc::ptr_eq(&first.about, &next.about));
    }

    #[test]
    fn a_group_with_a_row_that_changed_is_another_group() {
        let first = searched("transpor");
        let next = typed("transport", &first);
        for (before, after) in table(&first).groups.iter().zip(&table(&next).groups) {
            let rows_stayed = before.rows.iter().zip(&after.rows).all(|(before, after)| Rc::ptr_eq(before, after));
            assert_eq!(Rc::ptr_eq(before, after), rows_stayed && before.title == after.title, "{}", after.id);
        }
    }

    #[test]
    fn other_columns_are_other_rows_and_other_facts() {
        let first = model([]);
        let next = shown_after(&after([Action::ShowInstrument("oslo", true)]), Some(&first));
        assert_eq!(stayed(&first, &next), (0, 41));
        assert!(!Rc::ptr_eq(&table(&first).columns, &table(&next).columns));
        assert!(!Rc::ptr_eq(&first.about, &next.about));
    }

    #[test]
    fn what_is_shown_does_not_depend_on_what_was_shown_before() {
        let first = searched("rehabilitation");
        let (next, fresh) = (typed("medical care", &first), searched("medical care"));
        // But for what a cell hides until it matches again: it was shown before, and says what it said.
        let seen = |model| -> Vec<_> {
            let cells = shown_rows(model).into_iter().flat_map(|row| row.cells.iter());
            cells.map(|cell| Cell { unseen: Vec::new(), ..cell.clone() }).collect()
        };
        let hides = shown_rows(&next).into_iter().flat_map(|row| row.cells.iter()).any(|cell| !cell.unseen.is_empty());
        assert!(hides, "nothing is hidden");
        assert_eq!((shown_row_ids(&next), seen(&next)), (shown_row_ids(&fresh), seen(&fresh)));
        assert_eq!((&**next.about, &**next.glossary), (&**fresh.about, &**fresh.glossary));
        // Rows out of sight may stand as they stood; all else is the same.
        let without_rows = |model: &ViewModel| ViewModel {
            content: model_of_no_rows(model),
            about: first.about.clone(),
            glossary: first.glossary.clone(),
            ..model.clone()
        };
        assert_eq!(without_rows(&next), without_rows(&fresh));
    }
}
