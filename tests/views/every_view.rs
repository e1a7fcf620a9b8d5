//! What holds for every view.

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
