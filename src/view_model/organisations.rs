//! What organisations do for victims, in the same table as what instruments say.

use super::{
    answer::{Cell, Context},
    comparison::{Column, Comparison, GroupName, Row, below, caption},
};
use crate::{
    dataset::Organisation,
    query::{Facet, fold},
};

pub(super) fn organisations(context: &Context, before: Option<&Comparison>) -> Comparison {
    let columns = context.grid.reference.organisations.iter().map(|organisation| Column {
        id: organisation.id,
        name: organisation.abbreviation.unwrap_or(organisation.name),
        title: organisation.name,
        description: organisation.dated.to_owned(),
        ..Column::default()
    });
    let columns: Vec<_> = columns.collect();
    let names = context
        .grid
        .reference
        .organisations
        .iter()
        .map(|organisation| organisation.abbreviation.unwrap_or(organisation.name));
    let caption = caption(context, names);
    let topics = context.query.chosen.of(Facet::Topics);
    let rows = context.grid.rows.iter().map(|row| {
        let cells = context.grid.reference.organisations.iter().map(|organisation| {
            let statements = organisation.statements.iter().filter(|statement| {
                statement.topics.contains(&row.topic.id)
                    && finds(context, organisation, row.topic.title, statement.text)
            });
            Cell {
                statements: statements.map(|statement| context.write_out(statement.text)).collect(),
                ..Cell::default()
            }
        });
        let cells = below(&columns, cells);
        let asked_for = topics.is_empty() || topics.contains(&row.topic.id);
        let row_model = Row {
            id: row.topic.id,
            title: row.topic.title,
            description: String::new(),
            hidden: !asked_for || cells.iter().all(|cell| cell.statements.is_empty()),
            cells,
        };
        ((row.group.id, row.group.title), row_model)
    });
    let mut rows: Vec<_> = rows.collect();
    rows.push(in_general(context, &columns));
    Comparison::new(context, caption, columns, rows, before)
}

/// What belongs to no topic.
fn in_general(context: &Context, heads: &[Column]) -> (GroupName, Row) {
    let words = context.locale.words();
    let cells = context.grid.reference.organisations.iter().map(|organisation| Cell {
        statements: [organisation.general, organisation.figures, organisation.note, Some(organisation.source)]
            .into_iter()
            .flatten()
            .filter(|text| finds(context, organisation, words.in_general, text))
            .map(|text| context.write_out(text))
            .collect(),
        ..Cell::default()
    });
    let cells = below(heads, cells);
    let chosen = !context.query.chosen.of(Facet::Topics).is_empty();
    let row = Row {
        id: "in-general",
        title: words.in_general,
        description: String::new(),
        hidden: chosen || cells.iter().all(|cell| cell.statements.is_empty()),
        cells,
    };
    (("in-general", words.in_general), row)
}

fn finds(context: &Context, organisation: &Organisation, topic: &str, text: &str) -> bool {
    let texts = [organisation.name, organisation.abbreviation.unwrap_or_default(), topic, text];
    let folded = texts.map(|text| fold(text, context.locale));
    context.search.matches(folded.iter().map(String::as_str))
}
