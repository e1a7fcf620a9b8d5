//! Instruments by topics.

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
