//! A table on paper: in sets of columns that fit, each with the row headers again.

use std::ops::Range;

use victim_assistance_table::{
    locale::fill,
    view_model::{Column, Comparison, Group, Row},
};
use yew::prelude::*;

use super::{Printing, cell::cell, sheet::sets};

/// A table, or as many as it takes.
pub fn table(comparison: &Comparison, printing: &Printing) -> Html {
    let sets = sets(comparison.columns.len(), printing.options.sheet.columns());
    let several = sets.len() > 1;
    html! { { for sets.into_iter().map(|set| set_of_columns(comparison, set, several, printing)) } }
}

fn set_of_columns(comparison: &Comparison, set: Range<usize>, several: bool, printing: &Printing) -> Html {
    let columns = comparison.columns.get(set.clone()).unwrap_or_default();
    let all = comparison.columns.len();
    let caption = if several { set_caption(columns, &set, all, printing) } else { comparison.caption.clone() };
    html! {
        <table class="comparison" data-columns={columns.len().to_string()}>
            <caption>{ caption }</caption>
            <thead>
                <tr>
                    { head(&comparison.corner) }
                    { for columns.iter().map(head) }
                </tr>
            </thead>
            { for comparison.groups.iter().filter(|group| !group.hidden).map(|one| group(one, &set, printing)) }
        </table>
    }
}

/// “Columns 1 to 4 of 16: …”.
fn set_caption(columns: &[Column], set: &Range<usize>, all: usize, printing: &Printing) -> String {
    let number = |number| printing.numbers.get(number).map_or("", String::as_str);
    let names: Vec<_> = columns.iter().map(|column| column.name).collect();
    let values = [
        ("from", number(set.start + 1)),
        ("until", number(set.end)),
        ("all", number(all)),
        ("names", &names.join(printing.words.list_separator)),
    ];
    let words = printing.export_words;
    fill(if set.len() == 1 { words.set_of_one_caption } else { words.set_caption }, &values)
}

fn head(column: &Column) -> Html {
    html! {
        <th scope="col">
            <b>{ column.name }</b>
            if !column.description.is_empty() {
                <span class="description">{ &column.description }</span>
            }
        </th>
    }
}

fn group(group: &Group, set: &Range<usize>, printing: &Printing) -> Html {
    html! {
        <tbody>
            if !group.title.is_empty() {
                <tr class="group"><th colspan={(set.len() + 1).to_string()} scope="rowgroup">{ group.title }</th></tr>
            }
            { for group.rows.iter().filter(|row| !row.hidden).map(|one| row(one, set, printing)) }
        </tbody>
    }
}

fn row(row: &Row, set: &Range<usize>, printing: &Printing) -> Html {
    let cells = row.cells.get(set.clone()).unwrap_or_default();
    html! {
        <tr>
            <th scope="row">
                <div class="row-title">
                    { row.title }
                    if !row.description.is_empty() {
                        <span class="description">{ &row.description }</span>
                    }
                </div>
            </th>
            { for cells.iter().map(|content| html! { <td>{ cell(content, printing) }</td> }) }
        </tr>
    }
}
