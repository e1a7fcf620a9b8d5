use std::rc::Rc;

use yew::prelude::*;

use super::{Manner, command::button, row::TableRow};
use crate::{
    query::{Action, Direction},
    view_model::{Column, Comparison, Group, Layout},
};

/// The comparison table, with so many rows of a large one. Where it may be wider than its room, it scrolls sideways in a
/// region of its own. Without `dispatch`, which takes what the reader does, it has no controls.
pub fn table(
    comparison: &Comparison,
    manner: Manner,
    layout: Layout,
    rows: usize,
    dispatch: Option<&Callback<Action>>,
) -> Html {
    let role = |role| manner.roles.then_some(role);
    let region = layout.scrolls().then_some("region");
    let mut rows_left = if manner.large { rows } else { usize::MAX };
    let is_empty = comparison.groups.iter().all(|group| group.hidden);
    html! {
        <div class="vat-scroller" role={region} aria-label={region.map(|_| manner.words.table_region)} tabindex={region.map(|_| "0")}>
            <table role={role("table")} class={classes!("vat-table", manner.large.then_some("vat-large"))} part="table" data-columns={comparison.columns.len().to_string()} hidden={is_empty}>
                <caption key="vat-caption">{ &comparison.caption }</caption>
                <TableHead key="vat-head" {manner} corner={comparison.corner.clone()} columns={comparison.columns.clone()} dispatch={dispatch.cloned()} />
                { for comparison.groups.iter().map(|group| {
                    let rows = group.rows.len().min(rows_left);
                    rows_left -= rows;
                    html! { <RowGroup key={group.id} {manner} group={group.clone()} {rows} /> }
                }) }
            </table>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TableHeadProps {
    manner: Manner,
    corner: Column,
    columns: Rc<Vec<Column>>,
    dispatch: Option<Callback<Action>>,
}

#[component]
fn TableHead(props: &TableHeadProps) -> Html {
    let TableHeadProps { manner, corner, columns, dispatch } = props;
    let role = |role| manner.roles.then_some(role);
    html! {
        <thead role={role("rowgroup")}>
            <tr role={role("row")}>
                { head(corner, "vat-corner", *manner, dispatch.as_ref()) }
                { for columns.iter().map(|column| head(column, "vat-instrument", *manner, dispatch.as_ref())) }
            </tr>
        </thead>
    }
}

/// A column header; by the APG's sortable table, its name is the button that sorts.
fn head(column: &Column, class: &'static str, manner: Manner, dispatch: Option<&Callback<Action>>) -> Html {
    // The button stands in the head itself, and its title on the name within: what screen readers say of the head with
    // every cell then begins with the name, and nothing of sorting.
    let sort = column.sort.as_ref().zip(dispatch);
    let name = html! { <span class="vat-name" title={sort.map(|(sort, _)| sort.label.clone())}>{ column.name }</span> };
    let name = match sort {
        Some((sort, dispatch)) => button(sort, "vat-sort", name, dispatch),
        None => name,
    };
    let sorted = column.sorted.map(|way| match way {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let pinned = column.pinned.then_some("vat-pinned");
    html! {
        <th key={column.id} scope="col" role={manner.roles.then_some("columnheader")} class={classes!(class, pinned)} title={(!column.title.is_empty()).then_some(column.title)} aria-sort={sorted}>
            { name }{ " " }
            <span class="vat-description">{ &column.description }</span>
        </th>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowGroupProps {
    manner: Manner,
    group: Rc<Group>,
    /// So many of its rows are laid out.
    rows: usize,
}

#[component]
fn RowGroup(props: &RowGroupProps) -> Html {
    let RowGroupProps { manner, group, rows } = props;
    let role = |role| manner.roles.then_some(role);
    let columns = group.rows.first().map_or(0, |row| row.cells.len()) + 1;
    html! {
        <tbody role={role("rowgroup")} hidden={group.hidden || *rows == 0}>
            <tr key="group" role={role("row")} class="vat-group" hidden={group.title.is_empty()}>
                <th scope="rowgroup" role={role("rowheader")} colspan={columns.to_string()}>{ group.title }</th>
            </tr>
            { for group.rows.iter().take(*rows).map(|row| html! { <TableRow key={row.id} manner={*manner} row={row.clone()} /> }) }
        </tbody>
    }
}
