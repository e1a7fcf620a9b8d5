//! Each question and its answer, compared with the dataset.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use proptest::{prelude::*, sample::select};
use support::{
    after, any_columns, any_filtered_query, any_order, any_query, any_topic, cases, cell, column_ids, columns, dataset,
    instrument, instrument_ids, model, naive, only_topics, overview, page, reduce, search, shown, shown_row_ids,
    shown_rows, table, topic_ids, topics,
};
use victim_assistance_table::{
    dataset::{DATASET, Dataset, DutyBearer, Extent, Force, Instrument, Provision, REFERENCE, Topic, TopicGroup},
    locale::{ENGLISH, fill},
    query::{Action, At, Attribute, Direction, Facet, History, Order, Query, View},
    view_model::{Cell, Change, Comparison, Content, Grid, ProvisionEntry, Row, Section, ViewModel},
};

/// What an instrument says on a topic, by the dataset.
fn said(id: &str, topic: &str) -> Vec<&'static Provision> {
    instrument(id).provisions.iter().filter(|provision| provision.topics.contains(&topic)).collect()
}

/// Year, month and day of adoption; what is not known of it comes before all that is, and no date after all.
fn date(id: &str) -> (bool, Vec<u32>) {
    let date = instrument(id).adopted.and_then(|fact| fact.date);
    let mut parts: Vec<_> = date.unwrap_or_default().split('-').filter_map(|part| part.parse().ok()).collect();
    parts.resize(3, 0);
    (date.is_none(), parts)
}

/// Some instruments, the oldest first; those of one day as they stand.
fn by_date(mut ids: Vec<&'static str>) -> Vec<&'static str> {
    ids.sort_by_key(|id| date(id));
    ids
}

fn section_ids(model: &ViewModel) -> Vec<&'static str> {
    page(model).sections.iter().map(|section| section.id).collect()
}

mod order {
    use super::*;

    #[test]
    fn rows_stand_in_the_groups_of_the_dataset() {
        let model = model([]);
        let groups: Vec<_> = table(&model).groups.iter().map(|group| group.id).collect();
        let expected: Vec<_> = dataset().groups.iter().map(|group| group.id).collect();
        assert_eq!(groups, expected);
        let rows: Vec<_> = table(&model).rows().map(|row| row.id).collect();
        assert_eq!(rows, topic_ids());
    }

    #[test]
    fn rows_in_an_order_of_their_own_are_one_group_without_a_heading() {
        for order in [Order::Name(Direction::Ascending), Order::Provisions(Direction::Descending)] {
            let model = model([Action::Order(order)]);
            let [group] = &table(&model).groups[..] else { panic!("one group") };
            assert!(group.title.is_empty());
            assert_eq!(group.rows.len(), 41);
        }
    }

    #[test]
    fn by_name_stands_by_alphabet_and_the_other_way() {
        let titles = |order| -> Vec<_> {
            let model = model([Action::Order(order)]);
            shown_rows(&model).into_iter().map(|row| row.title.to_lowercase()).collect()
        };
        let ascending = titles(Order::Name(Direction::Ascending));
        assert!(ascending.is_sorted());
        let mut descending = titles(Order::Name(Direction::Descending));
        descending.reverse();
        assert_eq!(descending, ascending);
    }

    #[test]
    fn by_provisions_stands_by_how_many_the_columns_say() {
        let ids = ["crpd", "oslo"];
        let numbers = |order| -> Vec<_> {
            let model = model([columns(&ids), Action::Order(order)]);
            shown_row_ids(&model)
                .iter()
                .map(|topic| ids.iter().map(|id| said(id, topic).len()).sum::<usize>())
                .collect()
        };
        assert!(numbers(Order::Provisions(Direction::Ascending)).is_sorted());
        let descending = numbers(Order::Provisions(Direction::Descending));
        assert!(descending.iter().rev().is_sorted());
        assert_ne!(descending.first(), descending.last());
    }

    #[test]
    fn by_force_stands_by_the_strongest_provision_of_the_column() {
        // The more forceful the less, and what says nothing last.
        let force = |topic: &&str| said("crpd", topic).iter().map(|one| one.force as usize).min().unwrap_or(usize::MAX);
        let forces = |way| -> Vec<_> {
            let model = model([Action::Order(Order::Force("crpd", way))]);
            shown_row_ids(&model).iter().map(force).collect()
        };
        let strongest_first = forces(Direction::Descending);
        assert!(strongest_first.is_sorted());
        assert_eq!((strongest_first[0], *strongest_first.last().unwrap()), (Force::Obligation as usize, usize::MAX));
        assert!(forces(Direction::Ascending).iter().rev().is_sorted());
    }

    #[test]
    fn rows_that_are_equal_stay_as_they_stand() {
        let model = model([columns(&["ewipa"]), Action::Order(Order::Force("ewipa", Direction::Descending))]);
        let silent: Vec<_> =
            shown_row_ids(&model).into_iter().filter(|topic| said("ewipa", topic).is_empty()).collect();
        let in_order: Vec<_> = topic_ids().into_iter().filter(|topic| silent.contains(topic)).collect();
        assert_eq!(silent, in_order);
        assert!(silent.len() > 10);
    }

    #[test]
    fn a_head_sorts_then_sorts_the_other_way_then_goes_back_to_groups() {
        let mut query = Query::new();
        let mut states = Vec::new();
        for _ in 0..4 {
            let model = shown(&query);
            let head = table(&model).columns.iter().find(|column| column.id == "crpd").unwrap();
            let sort = head.sort.clone().unwrap();
            assert_eq!(sort.label, "Sort by legal force: CRPD");
            states.push(head.sorted);
            query = reduce(&query, sort.action);
        }
        assert_eq!(states, [None, Some(Direction::Descending), Some(Direction::Ascending), None]);

        let corner = table(&model([])).corner.clone();
        assert_eq!(corner.sort.unwrap().action, Action::Order(Order::Name(Direction::Ascending)));
        let by_name = model([Action::Order(Order::Name(Direction::Ascending))]);
        assert_eq!(table(&by_name).corner.sorted, Some(Direction::Ascending));
        assert!(table(&by_name).columns.iter().all(|column| column.sorted.is_none()));
    }

    #[test]
    fn instruments_as_rows_are_sorted_as_topics_are() {
        let rows = |order| {
            shown_row_ids(&model([columns(&instrument_ids()), Action::Show(View::Transposed), Action::Order(order)]))
        };
        let by_provisions = rows(Order::Provisions(Direction::Descending));
        assert_eq!(by_provisions[0], "crpd");
        let strongest =
            |id: &&str| said(id, "education").iter().map(|one| one.force as usize).min().unwrap_or(usize::MAX);
        let by_force = rows(Order::Force("education", Direction::Descending));
        assert!(by_force.iter().map(strongest).is_sorted());
    }

    #[test]
    fn the_panel_says_which_order_it_is_and_puts_columns_in_order() {
        let model = model([Action::Order(Order::Name(Direction::Ascending))]);
        let panel = model.filters.panels.iter().find(|panel| panel.id == "order").unwrap();
        let said: Vec<_> = panel
            .orders
            .iter()
            .map(|(title, commands)| {
                (*title, commands.iter().map(|one| (one.label.as_str(), one.current)).collect::<Vec<_>>())
            })
            .collect();
        let rows = ["In groups", "By name", "By number of provisions"].map(|label| (label, Some(label == "By name")));
        // The reader can move each on from there: the columns stay in no order.
        let columns = ["By kind", "By date", "By number of provisions"].map(|label| (label, None));
        assert_eq!(said, [("Rows", rows.to_vec()), ("Columns", columns.to_vec())]);
    }

    #[test]
    fn the_panel_moves_and_pins_each_column() {
        let query = after([columns(&["oslo", "crpd", "tpnw"])]);
        let model = shown(&query);
        let panel = model.filters.panels.iter().find(|panel| panel.id == "order").unwrap();
        let crpd = panel.columns.iter().find(|column| column.id == "crpd").unwrap();
        let labels: Vec<_> = crpd.commands.iter().map(|(short, command)| (*short, command.label.as_str())).collect();
        let expected = [("←", "Move CRPD towards the start"), ("→", "Move CRPD towards the end"), ("Pin", "Pin CRPD")];
        assert_eq!(labels, expected);
        let shown_after = |at: usize| column_ids(&shown(&reduce(&query, crpd.commands[at].1.action.clone())));
        assert_eq!(shown_after(0), ["crpd", "oslo", "tpnw"]);
        assert_eq!(shown_after(1), ["oslo", "tpnw", "crpd"]);
        assert_eq!(shown_after(2), ["crpd", "oslo", "tpnw"]);
    }

    #[test]
    fn a_pinned_column_stands_first_and_every_cell_of_it_knows() {
        let query = after([columns(&["oslo", "crpd", "tpnw"]), Action::Pin(Some("tpnw"))]);
        let model = shown(&query);
        assert_eq!(column_ids(&model), ["tpnw", "oslo", "crpd"]);
        let pinned: Vec<_> = table(&model).columns.iter().map(|column| column.pinned).collect();
        assert_eq!(pinned, [true, false, false]);
        for row in table(&model).rows() {
            assert_eq!(row.cells.iter().map(|cell| cell.pinned).collect::<Vec<_>>(), pinned);
        }
        let panel = model.filters.panels.iter().find(|panel| panel.id == "order").unwrap();
        let (_, pin) = &panel.columns[0].commands[2];
        assert_eq!(pin.current, Some(true));
        assert_eq!(column_ids(&shown(&reduce(&query, pin.action.clone()))), ["oslo", "crpd", "tpnw"]);
    }

    proptest! {
        #![proptest_config(cases(48))]

        #[test]
        fn any_order_moves_rows_and_changes_none(query in any_filtered_query(), order in any_order()) {
            let rows = |query: &Query| -> BTreeMap<&'static str, Row> {
                table(&shown(query)).rows().map(|row| (row.id, (**row).clone())).collect()
            };
            prop_assert_eq!(rows(&reduce(&query, Action::Order(order))), rows(&query));
        }
    }
}

mod keys {
    use super::*;

    fn different(what: &str, ids: impl IntoIterator<Item = String>) -> Result<(), TestCaseError> {
        let ids: Vec<_> = ids.into_iter().collect();
        let set: BTreeSet<_> = ids.iter().collect();
        prop_assert_eq!(set.len(), ids.len(), "{}: {:?}", what, ids);
        Ok(())
    }

    fn strings<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        ids.into_iter().map(str::to_owned).collect()
    }

    /// The view keys its lists by these.
    fn check(model: &ViewModel) -> Result<(), TestCaseError> {
        different("chips", model.chips.iter().map(|chip| chip.label.clone()))?;
        different("panels", strings(model.filters.panels.iter().map(|panel| panel.id)))?;
        for panel in &model.filters.panels {
            different("groups of choices", strings(panel.groups.iter().map(|group| group.title)))?;
            different("orders", strings(panel.orders.iter().map(|(title, _)| *title)))?;
            different("columns", strings(panel.columns.iter().map(|column| column.id)))?;
            for group in &panel.groups {
                different("choices", strings(group.choices.iter().map(|choice| choice.id)))?;
            }
        }
        match &model.content {
            Content::Table(table) => {
                different("groups", strings(table.groups.iter().map(|group| group.id)))?;
                different("rows", strings(table.rows().map(|row| row.id)))?;
                different("columns", strings(table.columns.iter().map(|column| column.id)))?;
                for group in &table.groups {
                    prop_assert_eq!(group.hidden, group.rows.iter().all(|row| row.hidden), "{}", group.id);
                }
                for row in table.rows() {
                    prop_assert!(
                        row.cells.iter().map(|cell| cell.column).eq(table.columns.iter().map(|column| column.id))
                    );
                }
            }
            Content::Page(page) => different("sections", strings(page.sections.iter().map(|section| section.id)))?,
            Content::Overview(overview) => {
                different("topics", strings(overview.topics.iter().map(|(id, _)| *id)))?;
                different("rows", strings(overview.rows.iter().map(|row| row.id)))?;
                different("periods", strings(overview.periods.iter().map(|period| period.id)))?;
            }
        }
        Ok(())
    }

    #[test]
    fn every_view_of_all_there_is_has_different_keys() {
        for view in View::all(dataset()) {
            check(&model([columns(&instrument_ids()), Action::Show(view)])).unwrap();
        }
        for id in instrument_ids() {
            check(&model([Action::Show(View::Instrument(id))])).unwrap();
        }
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn whatever_is_asked_for_no_key_stands_twice_and_groups_hide_with_their_rows(query in any_query()) {
            check(&shown(&query))?;
        }
    }
}

mod transposed {
    use super::*;

    /// The cell without what depends on its column.
    /// A cell without what depends on where it stands: its column, and which abbreviations were written out before.
    fn bare(cell: &Cell) -> Cell {
        let mut cell = Cell { column: "", pinned: false, ..cell.clone() };
        for entry in cell.provisions.iter_mut().chain(&mut cell.more) {
            entry.summary = String::new().into();
        }
        cell
    }

    #[test]
    fn rows_are_the_instruments_in_groups_of_their_kind() {
        let model = model([columns(&instrument_ids()), Action::Show(View::Transposed)]);
        let groups: Vec<_> = table(&model).groups.iter().map(|group| (group.id, group.rows.len())).collect();
        assert_eq!(groups, [("Treaties and protocols", 6), ("Action plans", 9), ("Declarations", 1)]);
        assert_eq!(shown_row_ids(&model), instrument_ids());
        assert_eq!(column_ids(&model), topic_ids());
        assert_eq!(table(&model).rows().next().unwrap().description, "1996 · protocol · binding");
    }

    #[test]
    fn a_kind_is_one_group_in_whatever_order_its_instruments_stand() {
        let asked = ["oslo", "crpd", "maputo", "tpnw"];
        let model = model([columns(&asked), Action::Show(View::Transposed)]);
        let groups: Vec<_> = table(&model)
            .groups
            .iter()
            .map(|group| (group.id, group.rows.iter().map(|row| row.id).collect::<Vec<_>>()))
            .collect();
        let (plans, treaties) = (vec!["oslo", "maputo"], vec!["crpd", "tpnw"]);
        assert_eq!(groups, [("Action plans", plans), ("Treaties and protocols", treaties)]);
    }

    #[test]
    fn a_topic_nobody_speaks_of_is_there_where_it_is_asked_for() {
        let asked = [columns(&["crpd"]), only_topics(&["environmental-remediation"])];
        let model = model(asked.into_iter().chain([Action::Show(View::Transposed)]));
        assert_eq!((shown_row_ids(&model), column_ids(&model)), (vec!["crpd"], vec!["environmental-remediation"]));
        assert!(cell(&model, "crpd", "environmental-remediation").not_assessed);
        assert_eq!(model.nothing, None);
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn it_is_the_table_by_topics_turned_over(query in any_filtered_query()) {
            let compared = shown(&reduce(&query, Action::Show(View::Compare)));
            let turned = shown(&reduce(&query, Action::Show(View::Transposed)));
            prop_assert_eq!(&turned.status, &compared.status);
            prop_assert_eq!(column_ids(&turned), shown_row_ids(&compared));
            let rows: BTreeSet<_> = table(&turned).rows().map(|row| row.id).collect();
            prop_assert_eq!(rows, column_ids(&compared).into_iter().collect::<BTreeSet<_>>());
            for topic in column_ids(&turned) {
                for id in column_ids(&compared) {
                    prop_assert_eq!(bare(cell(&turned, id, topic)), bare(cell(&compared, topic, id)));
                }
            }
        }
    }
}

mod one_topic {
    use super::*;

    #[test]
    fn every_instrument_answers_a_core_topic_the_oldest_first() {
        for topic in topics().into_iter().filter(|topic| topic.core) {
            let model = model([Action::Show(View::Topic(topic.id))]);
            assert_eq!(section_ids(&model), by_date(instrument_ids()), "{}", topic.id);
            assert_eq!(page(&model).title, topic.title);
        }
    }

    #[test]
    fn of_another_topic_those_answer_that_speak_of_it_or_were_read_for_it() {
        // A topic of a page is asked for by itself: nobody is left out.
        for topic in topics().into_iter().filter(|topic| !topic.core) {
            let model = model([Action::Show(View::Topic(topic.id))]);
            for section in &page(&model).sections {
                let cell = section.cell.as_ref().unwrap();
                let speaks = !said(section.id, topic.id).is_empty();
                let silent = naive::silence(instrument(section.id), topic.id).is_some();
                assert_eq!(cell.not_assessed, !speaks && !silent, "{} on {}", section.id, topic.id);
            }
        }
    }

    #[test]
    fn all_that_is_said_stands_open() {
        for topic in topic_ids() {
            let model = model([Action::Show(View::Topic(topic))]);
            for section in &page(&model).sections {
                let cell = section.cell.as_ref().unwrap();
                let mut shown: Vec<_> = cell.provisions.iter().map(|entry| entry.provision.id).collect();
                let mut expected: Vec<_> = said(section.id, topic).iter().map(|one| one.id).collect();
                assert!(cell.more.is_empty() && cell.more_title.is_empty());
                shown.sort_unstable();
                expected.sort_unstable();
                assert_eq!(shown, expected, "{} on {topic}", section.id);
            }
        }
    }

    #[test]
    fn what_filters_leave_is_what_stands_in_the_table() {
        let filters =
            || [search("support"), Action::Choose(Facet::Forces, vec!["obligation"]), columns(&instrument_ids())];
        let page_model = model(filters().into_iter().chain([Action::Show(View::Topic("medical-care"))]));
        let table_model = model(filters());
        for section in &page(&page_model).sections {
            let in_table: Vec<_> =
                cell(&table_model, "medical-care", section.id).entries().map(|entry| entry.provision.id).collect();
            let in_page: Vec<_> = section.cell.as_ref().unwrap().entries().map(|entry| entry.provision.id).collect();
            assert_eq!(in_page, in_table, "{}", section.id);
            assert!(!in_page.is_empty());
        }
        assert!(!page(&page_model).sections.is_empty());
    }
}

mod through_time {
    use super::*;

    /// What each instrument adds to a topic, by the dataset.
    fn story(topic: &str, ids: Vec<&'static str>) -> Vec<(&'static str, Vec<String>)> {
        let (mut forces, mut bearers) = (BTreeSet::<Force>::new(), BTreeSet::<DutyBearer>::new());
        let (mut spoken, mut bound) = (false, false);
        let mut story = Vec::new();
        for id in by_date(ids) {
            let said = said(id, topic);
            if said.is_empty() {
                continue;
            }
            let mut notes = Vec::new();
            if !spoken {
                notes.push(ENGLISH.first_to_speak.to_owned());
            }
            if instrument(id).binding && !bound {
                notes.push(ENGLISH.first_binding.to_owned());
            }
            (spoken, bound) = (true, bound || instrument(id).binding);
            // The strongest first, then in the order of the text.
            let mut said = said;
            said.sort_by_key(|provision| provision.force);
            let new_forces: Vec<_> =
                said.iter().filter(|one| forces.insert(one.force)).map(|one| ENGLISH.force(one.force)).collect();
            let new_bearers: Vec<_> = said
                .iter()
                .filter(|one| bearers.insert(one.duty_bearer))
                .map(|one| ENGLISH.duty_bearer_class(one.duty_bearer))
                .collect();
            if !new_forces.is_empty() {
                notes.push(fill(ENGLISH.new_forces, &[("values", &new_forces.join(", "))]));
            }
            if !new_bearers.is_empty() {
                notes.push(fill(ENGLISH.new_bearers, &[("values", &new_bearers.join(", "))]));
            }
            if notes.is_empty() {
                notes.push(ENGLISH.nothing_new.to_owned());
            }
            story.push((id, notes));
        }
        story
    }

    fn told(model: &ViewModel) -> Vec<(&'static str, Vec<String>)> {
        page(model).sections.iter().map(|section| (section.id, section.notes.clone())).collect()
    }

    #[test]
    fn medical_care_was_first_spoken_of_in_1997_and_bound_from_the_start() {
        let model = model([Action::Show(View::Time("medical-care"))]);
        let told = told(&model);
        let (first, notes) = &told[0];
        assert_eq!(*first, "mine-ban-convention");
        assert_eq!(
            notes[..2],
            ["The first of these instruments to speak of it.", "The first of them that binds legally."]
        );
        for (_, notes) in &told[1..] {
            assert!(!notes.iter().any(|note| note.starts_with("The first of")), "{notes:?}");
        }
    }

    #[test]
    fn every_topic_is_told_as_the_dataset_has_it() {
        for topic in topic_ids() {
            assert_eq!(told(&model([Action::Show(View::Time(topic))])), story(topic, instrument_ids()), "{topic}");
        }
    }

    #[test]
    fn it_is_told_of_the_instruments_that_are_asked_for() {
        let asked = ["oslo", "tpnw", "crpd"];
        let model = model([columns(&asked), Action::Show(View::Time("education"))]);
        assert_eq!(told(&model), story("education", asked.to_vec()));
        assert_eq!(told(&model)[0].0, "crpd");
    }

    proptest! {
        #![proptest_config(cases(48))]

        #[test]
        fn any_instruments_on_any_topic_are_told_as_the_dataset_has_them(ids in any_columns(), topic in any_topic()) {
            let model = model([columns(&ids), Action::Show(View::Time(topic))]);
            prop_assert_eq!(told(&model), story(topic, ids));
        }
    }
}

mod one_instrument {
    use super::*;

    fn section<'a>(model: &'a ViewModel, id: &str) -> &'a Section {
        page(model).sections.iter().find(|section| section.id == id).unwrap()
    }

    #[test]
    fn it_says_all_from_its_first_article_to_its_last() {
        for id in instrument_ids() {
            let model = model([Action::Show(View::Instrument(id))]);
            let provisions: Vec<_> = section(&model, "provisions")
                .cell
                .as_ref()
                .unwrap()
                .entries()
                .map(|entry| entry.provision.id)
                .collect();
            let expected: Vec<_> = instrument(id).provisions.iter().map(|provision| provision.id).collect();
            assert_eq!(provisions, expected, "{id}");
            assert_eq!(page(&model).title, instrument(id).short_title);
        }
    }

    #[test]
    fn its_silences_lead_to_their_cells() {
        for id in instrument_ids() {
            let model = model([Action::Show(View::Instrument(id))]);
            let silences = page(&model).sections.iter().find(|section| section.id == "silences");
            let lines = silences.map_or(Vec::new(), |section| section.lines.clone());
            let told: BTreeSet<_> = lines.iter().map(|line| line.command.label.clone()).collect();
            let expected: BTreeSet<_> = instrument(id)
                .silences
                .iter()
                .map(|silence| dataset().topic(silence.topic).unwrap().title.to_owned())
                .collect();
            assert_eq!(told, expected, "{id}");
            for line in lines {
                assert!(matches!(line.command.action, Action::GoTo(Some(At::Cell(other, _))) if other == id));
            }
        }
    }

    #[test]
    fn it_names_its_relatives() {
        let relatives = |id| -> Vec<_> {
            let model = model([Action::Show(View::Instrument(id))]);
            let lines = &section(&model, "facts").lines;
            lines
                .iter()
                .map(|line| match line.command.action {
                    Action::Show(View::Instrument(id)) => (id, line.text.clone()),
                    ref other => panic!("{other:?}"),
                })
                .collect()
        };
        let words = |relatives: Vec<(&'static str, &str)>| -> Vec<_> {
            relatives.into_iter().map(|(id, text)| (id, text.to_owned())).collect()
        };
        let under = ENGLISH.stands_under_it;
        let plans = ["nairobi", "cartagena", "maputo", "oslo", "siem-reap-angkor"];
        assert_eq!(relatives("mine-ban-convention"), words(plans.map(|id| (id, under)).to_vec()));
        let (before, later) = (ENGLISH.predecessor, ENGLISH.successor);
        let expected = vec![
            ("mine-ban-convention", ENGLISH.parent),
            ("nairobi", before),
            ("cartagena", before),
            ("oslo", later),
            ("siem-reap-angkor", later),
        ];
        assert_eq!(relatives("maputo"), words(expected));
        assert_eq!(relatives("crpd"), []);
        // Two protocols to a treaty that is not in the dataset.
        assert_eq!(relatives("protocol-v"), words(vec![("amended-protocol-ii", before), ("protocol-v-plan", under)]));
    }

    #[test]
    fn filters_leave_some_of_its_provisions() {
        let obligation = Action::Choose(Facet::Forces, vec!["obligation"]);
        let model = model([search("education"), obligation, Action::Show(View::Instrument("crpd"))]);
        let section = section(&model, "provisions");
        let entries: Vec<_> = section.cell.as_ref().unwrap().entries().collect();
        assert!(!entries.is_empty() && entries.len() < 87);
        assert!(entries.iter().all(|entry| entry.provision.force == Force::Obligation));
        assert_eq!(section.title, format!("{} provisions", entries.len()));
    }

    #[test]
    fn the_notes_that_speak_of_it_stand_with_it() {
        for id in instrument_ids() {
            let ids = section_ids(&model([Action::Show(View::Instrument(id))]));
            for note in REFERENCE.background {
                assert_eq!(ids.contains(&note.id), note.instruments.contains(&id), "{} with {id}", note.id);
            }
        }
    }
}

mod silences {
    use super::*;

    /// An instrument with the topics it is silent on, each with how far and the names of the others that speak.
    type Gaps = Vec<(&'static str, Vec<(&'static str, Extent, Vec<&'static str>)>)>;

    fn naive_gaps(query: &Query) -> Gaps {
        let columns = naive::columns(query);
        let answers = naive::answers();
        let gaps = columns.iter().map(|id| {
            let of_topic = |topic: &'static str| {
                let silence = answers.iter().find(|answer| {
                    let is_silence = matches!(answer.what, naive::What::Silence(silence) if silence.topic == topic);
                    answer.instrument.id == *id && is_silence
                })?;
                let naive::What::Silence(extent) = silence.what else { return None };
                let others = columns.iter().filter(|other| *other != id && naive::speaks(instrument(other), topic));
                let names: Vec<_> = others.map(|other| instrument(other).name).collect();
                let told = !silence.shown(query, &columns).is_empty() && !names.is_empty();
                told.then_some((topic, extent.extent, names))
            };
            (*id, topic_ids().into_iter().filter_map(of_topic).collect::<Vec<_>>())
        });
        gaps.filter(|(_, topics)| !topics.is_empty()).collect()
    }

    fn told(model: &ViewModel) -> Vec<(&'static str, Vec<(At, String)>)> {
        let sections = page(model).sections.iter();
        sections
            .map(|section| {
                let lines = section.lines.iter().map(|line| match line.command.action {
                    Action::GoTo(Some(at)) => (at, line.text.clone()),
                    ref other => panic!("{other:?}"),
                });
                (section.id, lines.collect())
            })
            .collect()
    }

    fn expected(query: &Query) -> Vec<(&'static str, Vec<(At, String)>)> {
        let line = |id, (topic, extent, names): &(&'static str, Extent, Vec<&str>)| {
            let template = if *extent == Extent::Silent { ENGLISH.others_speak } else { ENGLISH.others_speak_partial };
            (At::Cell(id, topic), fill(template, &[("names", &names.join(", "))]))
        };
        let gaps = naive_gaps(query).into_iter();
        gaps.map(|(id, topics)| (id, topics.iter().map(|topic| line(id, topic)).collect())).collect()
    }

    #[test]
    fn every_checked_silence_while_others_speak_is_told() {
        let query = after([Action::Show(View::Gaps)]);
        assert_eq!(told(&shown(&query)), expected(&query));
        assert_eq!(section_ids(&shown(&query)).len(), 6, "six were read for silences");
    }

    #[test]
    fn an_instrument_that_touches_a_topic_is_not_among_the_others() {
        let model = model([columns(&["mine-ban-convention", "crpd"]), Action::Show(View::Gaps)]);
        for section in &page(&model).sections {
            let name = instrument(section.id).name;
            assert!(section.lines.iter().all(|line| !line.text.contains(name)), "{name}");
        }
        let alone = support::model([columns(&["mine-ban-convention"]), Action::Show(View::Gaps)]);
        assert_eq!(section_ids(&alone), [""; 0]);
    }

    #[test]
    fn what_nobody_has_read_is_no_silence() {
        let model = model([columns(&["oslo", "crpd"]), Action::Show(View::Gaps)]);
        assert_eq!(section_ids(&model), ["crpd"]);
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn any_filters_leave_the_silences_they_should(query in any_filtered_query()) {
            let query = reduce(&query, Action::Show(View::Gaps));
            prop_assert_eq!(told(&shown(&query)), expected(&query));
        }
    }
}

mod differences {
    use super::*;

    /// In hundredths of the longer text.
    const ALIKE: usize = 30;

    fn words(entry: &ProvisionEntry) -> Vec<&'static str> {
        tokens(entry.provision.words.unwrap_or_default())
    }

    /// Words, and punctuation marks each by itself.
    fn tokens(text: &'static str) -> Vec<&'static str> {
        let is_of_word = |char: char| char.is_alphanumeric() || "-’'".contains(char);
        let runs = text.split_inclusive(|char| !is_of_word(char)).flat_map(|run| {
            let end = run.trim_end_matches(|char| !is_of_word(char)).len();
            let (word, sign) = run.split_at(end);
            [word, sign.trim()]
        });
        runs.filter(|token| !token.is_empty()).collect()
    }

    /// Length of the longest sequence of words that both have, by the table of all beginnings.
    fn shared(one: &[&str], other: &[&str]) -> usize {
        let mut best = vec![0; other.len() + 1];
        for word in one {
            let mut diagonal = 0;
            for (at, other) in other.iter().enumerate() {
                let above = best[at + 1];
                best[at + 1] = if word == other { diagonal + 1 } else { above.max(best[at]) };
                diagonal = above;
            }
        }
        best[other.len()]
    }

    fn are_alike(one: &ProvisionEntry, other: &ProvisionEntry) -> bool {
        let (one, other) = (words(one), words(other));
        let longer = one.len().max(other.len());
        longer > 0 && shared(&one, &other) * 100 / longer >= ALIKE
    }

    /// The words with this change.
    fn marked(entry: &ProvisionEntry, change: Option<Change>) -> Vec<&'static str> {
        let pieces = entry.compared.iter().flatten().filter(|piece| piece.change == change);
        pieces.flat_map(|piece| tokens(piece.text)).collect()
    }

    fn differs(pair: [&'static str; 2]) -> ViewModel {
        model([Action::Pair(Some(pair)), Action::Show(View::Differences)])
    }

    /// How many texts stand side by side.
    fn check(pair: [&'static str; 2]) -> usize {
        let mut side_by_side = 0;
        let model = differs(pair);
        assert_eq!(column_ids(&model), pair);
        for row in table(&model).rows() {
            let [first, second] = &row.cells[..] else { panic!("two cells") };
            let both_speak = pair.iter().all(|id| !said(id, row.id).is_empty());
            assert_eq!(row.hidden, !both_speak, "{pair:?} on {}", row.id);
            if row.hidden {
                continue;
            }
            for (cell, id) in [first, second].into_iter().zip(pair) {
                assert_eq!(cell.provisions.len(), said(id, row.id).len());
                assert!(cell.more.is_empty() && cell.more_title.is_empty());
                for entry in &cell.provisions {
                    let text: Option<String> =
                        entry.compared.as_ref().map(|pieces| pieces.iter().map(|piece| piece.text).collect());
                    assert_eq!(text.as_deref(), entry.provision.words, "the pieces are the text");
                }
            }
            let pairs = || first.provisions.iter().zip(&second.provisions);
            let alike = pairs().take_while(|(one, other)| are_alike(one, other)).count();
            for (one, other) in pairs().take(alike) {
                assert_eq!(marked(one, None), marked(other, None), "what is not marked is the same in both");
                assert_eq!(
                    marked(one, None).len(),
                    shared(&words(one), &words(other)),
                    "no more is marked than must be"
                );
                assert!(marked(one, Some(Change::Added)).is_empty() && marked(other, Some(Change::Removed)).is_empty());
            }
            let (ones, others) = (&first.provisions[alike..], &second.provisions[alike..]);
            for entry in ones.iter().chain(others) {
                assert_eq!(marked(entry, None), words(entry), "what is compared with nothing is not marked");
            }
            assert!(!ones.iter().any(|one| others.iter().any(|other| are_alike(one, other))), "{pair:?} on {}", row.id);
            side_by_side += alike;
        }
        side_by_side
    }

    #[test]
    fn article_5_of_cluster_munitions_and_article_6_of_the_tpnw_are_alike() {
        assert!(check(["cluster-munitions", "tpnw"]) > 0);
        assert_eq!(check(["tpnw", "cluster-munitions"]), check(["cluster-munitions", "tpnw"]));
    }

    #[test]
    fn of_any_two_treaties_the_words_that_differ_are_marked_and_no_others() {
        let treaties: Vec<_> = dataset().instruments.iter().filter(|one| one.binding).map(|one| one.id).collect();
        for (at, first) in treaties.iter().enumerate() {
            for second in &treaties[at + 1..] {
                check([*first, *second]);
            }
        }
    }

    #[test]
    fn a_plan_and_the_next_are_compared_as_treaties_are() {
        for pair in [["maputo", "oslo"], ["dubrovnik", "lausanne"], ["cartagena", "nairobi"], ["crpd", "ewipa"]] {
            check(pair);
        }
    }

    /// Two instruments of which each says one of these texts, side by side: each text in pieces, with their marks.
    fn side_by_side(texts: [&'static str; 2]) -> [Vec<(&'static str, Option<Change>)>; 2] {
        let instruments = texts.iter().enumerate().map(|(at, text)| {
            let provision = Provision { topics: &["topic"], words: Some(text), ..instrument("crpd").provisions[0] };
            let provisions = vec![provision].leak();
            Instrument { id: ["first", "second"][at], provisions, silences: &[], ..*instrument("crpd") }
        });
        let topic = Topic { id: "topic", title: "Topic", also: &[], core: true };
        let dataset: &'static Dataset = Box::leak(Box::new(Dataset {
            shown_first: &["first", "second"],
            instruments: instruments.collect::<Vec<_>>().leak(),
            groups: vec![TopicGroup { id: "group", title: "Group", topics: vec![topic].leak() }].leak(),
            ..*dataset()
        }));
        let history = History::new(Query { view: View::Differences, ..Query::new() });
        let model = support::LOCALE
            .with(|locale| ViewModel::new(&Grid::new(dataset, &REFERENCE, locale), &history, None, locale, None));
        ["first", "second"].map(|id| {
            let entry = &cell(&model, "topic", id).provisions[0];
            entry.compared.iter().flatten().map(|piece| (piece.text, piece.change)).collect()
        })
    }

    #[test]
    fn texts_that_share_three_words_in_ten_are_alike() {
        let [first, second] = side_by_side(["a b c d e f g h i j", "a b c 4 5 6 7 8 9 0"]);
        assert_eq!(first, [("a b c ", None), ("d e f g h i j", Some(Change::Removed))]);
        assert_eq!(second, [("a b c ", None), ("4 5 6 7 8 9 0", Some(Change::Added))]);
    }

    #[test]
    fn texts_that_share_fewer_are_not_compared() {
        let texts = ["a b c d e f g h i j", "a b 3 4 5 6 7 8 9 0"];
        assert_eq!(side_by_side(texts), texts.map(|text| vec![(text, None)]));
    }

    #[test]
    fn white_space_and_signs_stay_as_they_stand() {
        let [first, second] =
            side_by_side([" Each  Party\nshall, “assist” victims ", "Each Party may, «assist» victims"]);
        let text = |pieces: &[(&str, Option<Change>)]| -> String { pieces.iter().map(|(text, _)| *text).collect() };
        assert_eq!(text(&first), " Each  Party\nshall, “assist” victims ");
        assert_eq!(text(&second), "Each Party may, «assist» victims");
        let marked = |pieces: &[(&'static str, Option<Change>)]| -> Vec<&'static str> {
            pieces.iter().filter(|(_, mark)| mark.is_some()).map(|(text, _)| *text).collect()
        };
        assert_eq!((marked(&first), marked(&second)), (vec!["shall", "“", "”"], vec!["may", "«", "»"]));
    }

    #[test]
    fn equal_texts_bear_no_mark() {
        let text = "Each State Party shall provide assistance";
        assert_eq!(side_by_side([text, text]), [vec![(text, None)], vec![(text, None)]]);
    }

    #[test]
    fn filters_are_at_work_here_too() {
        let model = model([
            Action::Pair(Some(["cluster-munitions", "tpnw"])),
            Action::Show(View::Differences),
            Action::Choose(Facet::Forces, vec!["obligation"]),
        ]);
        let forces: BTreeSet<_> =
            shown_rows(&model).into_iter().flat_map(Row::provisions).map(|provision| provision.force).collect();
        assert_eq!(forces, BTreeSet::from([Force::Obligation]));
        // One of the two is no protocol: nothing stands side by side.
        let one = support::model([
            Action::Pair(Some(["protocol-v", "crpd"])),
            Action::Show(View::Differences),
            Action::Choose(Facet::Kinds, vec!["protocol"]),
        ]);
        assert!(one.nothing.is_some() && shown_rows(&one).is_empty());
    }

    #[test]
    fn exchanging_the_two_exchanges_the_columns() {
        let query = after([Action::Show(View::Differences), Action::Pair(Some(["crpd", "oslo"]))]);
        assert_eq!(column_ids(&shown(&reduce(&query, Action::Compare(0, "oslo")))), ["oslo", "crpd"]);
    }
}

mod at_a_glance {
    use super::*;

    #[test]
    fn each_mark_is_the_strongest_force_of_the_dataset() {
        let model = model([Action::Show(View::Overview)]);
        let overview = overview(&model);
        assert_eq!(overview.topics.iter().map(|(id, _)| *id).collect::<Vec<_>>(), topic_ids());
        assert_eq!(overview.rows.iter().map(|row| row.id).collect::<Vec<_>>(), instrument_ids());
        for row in &overview.rows {
            assert_eq!(row.cells.len(), topics().len());
            for (cell, topic) in row.cells.iter().zip(topics()) {
                let said = said(row.id, topic.id);
                let silence = naive::silence(instrument(row.id), topic.id).map(|silence| silence.extent);
                assert_eq!(cell.force, said.iter().map(|one| one.force).min(), "{} on {}", row.id, topic.id);
                assert_eq!(cell.silence, silence);
                assert_eq!(cell.command.action, Action::GoTo(Some(At::Cell(row.id, topic.id))));
                let answer = match (cell.force, silence) {
                    (Some(force), _) if said.len() == 1 => format!("{}, 1 provision", ENGLISH.force(force)),
                    (Some(force), _) => format!("{}, {} provisions", ENGLISH.force(force), said.len()),
                    (None, Some(extent)) => ENGLISH.extent(extent).to_owned(),
                    (None, None) => ENGLISH.not_assessed.to_owned(),
                };
                assert_eq!(cell.command.label, format!("{}, {}, {answer}", row.name, topic.title));
            }
        }
    }

    #[test]
    fn what_the_filters_leave_out_is_faint() {
        let query = after([search("rehabilitation"), columns(&instrument_ids())]);
        let compared = shown(&query);
        let model = shown(&reduce(&query, Action::Show(View::Overview)));
        let mut faint = 0;
        for row in &overview(&model).rows {
            for (cell, topic) in row.cells.iter().zip(topic_ids()) {
                let in_table = support::cell(&compared, topic, row.id);
                if cell.force.is_some() && cell.silence.is_none() {
                    assert_eq!(cell.faint, in_table.entries().count() == 0, "{} on {topic}", row.id);
                }
                faint += usize::from(cell.faint);
            }
        }
        assert!(0 < faint && faint < 16 * 41);
    }

    #[test]
    fn the_timeline_begins_with_the_oldest_and_says_dates() {
        let model = model([Action::Show(View::Overview)]);
        let overview = overview(&model);
        assert_eq!(overview.periods.iter().map(|period| period.id).collect::<Vec<_>>().len(), 16);
        let first: Vec<_> = overview.periods.iter().map(|period| period.years.0).collect();
        assert!(first.is_sorted());
        assert_eq!(overview.years.0, first[0]);
        assert!(overview.periods.iter().all(|period| period.years.1.is_none_or(|until| until < overview.years.1)));
        let oslo = overview.periods.iter().find(|period| period.id == "oslo").unwrap();
        assert_eq!(oslo.text, "Adopted 29 November 2019 · Period 2020–2024 · Period over");
        assert_eq!(oslo.years, (2020, Some(2024)));
        let crpd = overview.periods.iter().find(|period| period.id == "crpd").unwrap();
        assert_eq!(crpd.text, "Adopted 13 December 2006 · Entry into force 3 May 2008");
    }

    #[test]
    fn columns_that_are_asked_for_are_its_rows_in_their_order() {
        let model = model([columns(&["oslo", "crpd"]), Action::Show(View::Overview)]);
        assert_eq!(overview(&model).rows.iter().map(|row| row.id).collect::<Vec<_>>(), ["oslo", "crpd"]);
    }
}

mod organisations {
    use super::*;

    fn all(actions: Vec<Action>) -> ViewModel {
        model(actions.into_iter().chain([Action::Show(View::Organisations)]))
    }

    /// What is said in a cell, without the abbreviations written out.
    fn statements(model: &ViewModel, row: &str, column: &str) -> Vec<String> {
        let statements = cell(model, row, column).statements.iter();
        let texts = statements.map(|statement| statement.to_string());
        let written_out = DATASET.abbreviations.iter().map(|one| format!(" ({})", one.long)).collect::<Vec<_>>();
        texts.map(|text| written_out.iter().fold(text, |text, long| text.replace(long, ""))).collect()
    }

    #[test]
    fn every_statement_stands_under_its_topics_and_nowhere_else() {
        let model = all(vec![]);
        assert_eq!(column_ids(&model), REFERENCE.organisations.iter().map(|one| one.id).collect::<Vec<_>>());
        for organisation in REFERENCE.organisations {
            for topic in topic_ids() {
                let expected: Vec<_> = organisation
                    .statements
                    .iter()
                    .filter(|statement| statement.topics.contains(&topic))
                    .map(|statement| statement.text)
                    .collect();
                assert_eq!(statements(&model, topic, organisation.id), expected, "{} on {topic}", organisation.id);
            }
            let general = [organisation.general, organisation.figures, organisation.note, Some(organisation.source)];
            let expected: Vec<_> = general.into_iter().flatten().collect();
            assert_eq!(statements(&model, "in-general", organisation.id), expected);
        }
        assert_eq!(model.status, format!("{} organisations", REFERENCE.organisations.len()));
    }

    #[test]
    fn rows_in_sight_are_those_with_a_statement() {
        let model = all(vec![]);
        let spoken: BTreeSet<_> = REFERENCE
            .organisations
            .iter()
            .flat_map(|organisation| organisation.statements)
            .flat_map(|statement| statement.topics)
            .chain(&["in-general"])
            .collect();
        assert_eq!(shown_row_ids(&model).iter().collect::<BTreeSet<_>>(), spoken);
        assert_eq!(*shown_row_ids(&model).last().unwrap(), "in-general");
    }

    #[test]
    fn topics_and_a_search_leave_some() {
        assert_eq!(shown_row_ids(&all(vec![only_topics(&["physical-rehabilitation"])])), ["physical-rehabilitation"]);
        let who = all(vec![search("world health")]);
        let speaking: BTreeSet<_> = shown_rows(&who)
            .into_iter()
            .flat_map(|row| row.cells.iter())
            .filter(|cell| !cell.statements.is_empty())
            .map(|cell| cell.column)
            .collect();
        assert_eq!(speaking, BTreeSet::from(["who"]));
        assert!(all(vec![search("zeppelin")]).nothing.is_some());
    }
}

mod publications {
    use super::*;

    #[test]
    fn all_are_there_after_the_notes() {
        let model = model([Action::Show(View::Publications)]);
        let notes = REFERENCE.background.iter().map(|note| note.id);
        let expected: Vec<_> = notes.chain(REFERENCE.publications.iter().map(|publication| publication.id)).collect();
        assert_eq!(section_ids(&model), expected);
        assert_eq!(model.status, format!("{} entries", expected.len()));
    }

    #[test]
    fn each_says_what_was_verified_of_it() {
        let model = model([Action::Show(View::Publications)]);
        for publication in REFERENCE.publications {
            let section = page(&model).sections.iter().find(|section| section.id == publication.id).unwrap();
            assert_eq!(section.title, publication.title);
            let texts: Vec<_> = section.facts.iter().map(|fact| fact.text.as_str()).collect();
            let stated = [
                Some(publication.author),
                publication.year,
                publication.venue,
                publication.pages,
                publication.languages,
                publication.doi,
                publication.address,
                Some(publication.source),
                publication.note,
            ];
            assert_eq!(texts, stated.into_iter().flatten().collect::<Vec<_>>());
            let about: Vec<_> = section.lines.iter().map(|line| line.command.action.clone()).collect();
            let expected: Vec<_> =
                publication.about.iter().map(|id| Action::Show(View::Instrument(instrument(id).id))).collect();
            assert_eq!(about, expected);
        }
    }

    #[test]
    fn a_search_leaves_those_that_say_it() {
        let model = model([search("checklist"), Action::Show(View::Publications)]);
        assert!(section_ids(&model).contains(&"checklist-2008"));
        for section in &page(&model).sections {
            let says = section.title.to_lowercase().contains("checklist")
                || section.facts.iter().any(|fact| fact.text.to_lowercase().contains("checklist"));
            assert!(says, "{}", section.id);
        }
    }
}

mod glossary {
    use super::*;

    #[test]
    fn every_word_leads_to_the_provisions_that_use_it() {
        let model = model([]);
        assert_eq!(model.glossary.terms.len(), REFERENCE.glossary.len());
        for ((term, commands), expected) in model.glossary.terms.iter().zip(REFERENCE.glossary) {
            assert_eq!(*term, expected);
            let places: Vec<_> = commands
                .iter()
                .map(|command| match command.action {
                    Action::GoTo(Some(at @ At::Provision(..))) => at.value(),
                    ref other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(places, expected.provisions);
        }
        assert_eq!(model.glossary.abbreviations, DATASET.abbreviations);
    }
}

mod every_view {
    use super::*;

    #[test]
    fn something_is_shown_for_each() {
        for view in View::all(dataset()) {
            let model = model([Action::Show(view)]);
            assert_eq!(model.nothing, None, "{view:?}");
            assert!(!model.status.is_empty());
        }
    }

    #[test]
    fn a_cell_keeps_what_was_open_out_of_sight() {
        let before = shown(&Query::default());
        let next = support::shown_after(&after([search("rehabilitation")]), Some(&before));
        let mut kept = 0;
        for row in shown_rows(&next) {
            let was = table(&before).rows().find(|was| was.id == row.id).unwrap();
            for (cell, was) in row.cells.iter().zip(&*was.cells).filter(|(cell, _)| !cell.not_matching.is_empty()) {
                assert_eq!((&*cell.provisions, &cell.unseen), (&[][..], &was.provisions), "{}", row.id);
                kept += 1;
            }
        }
        assert!(kept > 0);
    }

    proptest! {
        #![proptest_config(cases(64))]

        #[test]
        fn whatever_was_shown_before_the_same_is_shown(before in any_query(), query in any_query()) {
            let fresh = shown(&query);
            let next = support::shown_after(&query, Some(&shown(&before)));
            if let (Content::Table(next), Content::Table(fresh)) = (&next.content, &fresh.content) {
                // But for what cells hold out of sight, which is what was shown before.
                let seen = |cell: &Cell| Cell { unseen: Vec::new(), ..cell.clone() };
                let seen = |row: &Row| Row { cells: Rc::new(row.cells.iter().map(seen).collect()), ..row.clone() };
                let in_sight = |table: &Comparison| -> Vec<Row> {
                    table.rows().filter(|row| !row.hidden).map(|row| seen(row)).collect()
                };
                prop_assert_eq!(in_sight(next), in_sight(fresh));
                prop_assert_eq!(&next.columns, &fresh.columns);
                prop_assert_eq!((&next.caption, &next.corner), (&fresh.caption, &fresh.corner));
            } else {
                prop_assert_eq!(&next.content, &fresh.content);
            }
            prop_assert_eq!((&**next.about, &**next.glossary), (&**fresh.about, &**fresh.glossary));
            let without_content = |model: &ViewModel| {
                let content = match &model.content {
                    Content::Table(table) => Content::Table(Comparison { groups: Vec::new(), ..table.clone() }),
                    other => other.clone(),
                };
                ViewModel { content, about: fresh.about.clone(), glossary: fresh.glossary.clone(), ..model.clone() }
            };
            prop_assert_eq!(without_content(&next), without_content(&fresh));
        }

        #[test]
        fn any_attribute_values_are_shown(
            values in prop::collection::vec((select(Attribute::ALL.to_vec()), any::<String>()), 0..8)
        ) {
            let query = after(values.iter().map(|(attribute, value)| attribute.read(Some(value), dataset()).0));
            prop_assert_eq!(shown(&query).views.len(), 10);
        }
    }
}
