//! The order of rows: of groups, of names, of numbers of provisions, of force.

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
        shown_row_ids(&model).iter().map(|topic| ids.iter().map(|id| said(id, topic).len()).sum::<usize>()).collect()
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
    let silent: Vec<_> = shown_row_ids(&model).into_iter().filter(|topic| said("ewipa", topic).is_empty()).collect();
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
    let strongest = |id: &&str| said(id, "education").iter().map(|one| one.force as usize).min().unwrap_or(usize::MAX);
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
