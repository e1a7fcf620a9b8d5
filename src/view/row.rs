use std::rc::Rc;

use yew::prelude::*;

use super::{Manner, cell::cell};
use crate::view_model::{Cell, Row};

#[derive(Clone, PartialEq, Properties)]
pub struct TableRowProps {
    pub manner: Manner,
    /// The same `Rc` as before where nothing changed: then the row is not rendered again.
    pub row: Rc<Row>,
}

/// A topic across the instruments, or an instrument across the topics.
#[component]
pub fn TableRow(props: &TableRowProps) -> Html {
    let TableRowProps { manner, row } = props;
    let role = |role| manner.roles.then_some(role);
    html! {
        <tr role={role("row")} class="vat-row" data-row={row.id} hidden={row.hidden}>
            <th key="topic" scope="row" role={role("rowheader")} class="vat-topic"><div class="vat-topic-title">{ row.title }<span class="vat-description">{ &row.description }</span></div></th>
            <Cells key="cells" manner={*manner} cells={row.cells.clone()} />
        </tr>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CellsProps {
    manner: Manner,
    cells: Rc<Vec<Cell>>,
}

/// Most of a row: a component of its own, it is not rendered again where the row only comes and goes.
#[component]
fn Cells(props: &CellsProps) -> Html {
    let CellsProps { manner, cells } = props;
    cells
        .iter()
        .map(|content| {
            let pinned = content.pinned.then_some("vat-pinned");
            html! {
                <td key={content.column} role={manner.roles.then_some("cell")} class={classes!("vat-cell", pinned)} data-at={content.at.then_some("")}>
                    { cell(content, *manner) }
                </td>
            }
        })
        .collect()
}
