//! What organisations do.

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
