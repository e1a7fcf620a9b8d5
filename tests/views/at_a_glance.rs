//! The overview.

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
