use std::rc::Rc;

use yew::prelude::*;

use super::{Manner, command::button, row::TableRow};
use crate::{
    query::{Action, Direction},
    view_model::{Column, Comparison, Group, Layout},
};

/// The comparison table. Where it may be wider than its room, it scrolls sideways in a region of its own. Without
/// `dispatch`, which takes what the reader does, it has no controls.
pub fn table(comparison: &Comparison, manner: Manner, layout: Layout, dispatch: Option<&Callback<Action>>) -> Html {
    // Where two instruments are compared, the style sheet sets the topic above them with `display: grid`, which takes
    // table semantics away in some engines: the roles say it again.
    let role = |role| manner.pair.then_some(role);
    let region = layout.scrolls().then_some("region");
    let is_empty = comparison.groups.iter().all(|group| group.hidden);
    html! {
        <div class="vat-scroller" role={region} aria-label={region.map(|_| manner.words.table_region)} tabindex={region.map(|_| "0")}>
            <table role={role("table")} class="vat-table" part="table" data-columns={comparison.columns.len().to_string()} hidden={is_empty}>
                <caption key="vat-caption">{ &comparison.caption }</caption>
                <TableHead key="vat-head" {manner} corner={comparison.corner.clone()} columns={comparison.columns.clone()} dispatch={dispatch.cloned()} />
                { for comparison.groups.iter().map(|group| html! {
                    <RowGroup key={group.id} {manner} group={group.clone()} />
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
    let role = |role| manner.pair.then_some(role);
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
        <th key={column.id} scope="col" role={manner.pair.then_some("columnheader")} class={classes!(class, pinned)} title={(!column.title.is_empty()).then_some(column.title)} aria-sort={sorted}>
            { name }{ " " }
            <span class="vat-description">{ &column.description }</span>
        </th>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowGroupProps {
    manner: Manner,
    group: Rc<Group>,
}

#[component]
fn RowGroup(props: &RowGroupProps) -> Html {
    let RowGroupProps { manner, group } = props;
    let role = |role| manner.pair.then_some(role);
    let columns = group.rows.first().map_or(0, |row| row.cells.len()) + 1;
    html! {
        <tbody role={role("rowgroup")} hidden={group.hidden}>
            <tr key="group" role={role("row")} class="vat-group" hidden={group.title.is_empty()}>
                <th scope="rowgroup" role={role("rowheader")} colspan={columns.to_string()}>{ group.title }</th>
            </tr>
            { for group.rows.iter().map(|row| html! { <TableRow key={row.id} manner={*manner} row={row.clone()} /> }) }
        </tbody>
    }
}
