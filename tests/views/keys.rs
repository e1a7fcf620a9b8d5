//! Keys: what stands beside each other has different ones.

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
                prop_assert!(row.cells.iter().map(|cell| cell.column).eq(table.columns.iter().map(|column| column.id)));
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
