use std::rc::Rc;

use yew::prelude::*;

use super::{Manner, cell::cell};
use crate::view_model::Row;

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
    let role = |role| manner.pair.then_some(role);
    html! {
        <tr role={role("row")} class="vat-row" data-row={row.id} hidden={row.hidden}>
            <th key="topic" scope="row" role={role("rowheader")} class="vat-topic"><div class="vat-topic-title">{ row.title }<span class="vat-description">{ &row.description }</span></div></th>
            { for row.cells.iter().map(|content| html! {
                <td key={content.column} role={role("cell")} class={classes!("vat-cell", content.pinned.then_some("vat-pinned"))} data-at={content.at.then_some("")}>
                    { cell(content, *manner) }
                </td>
            }) }
        </tr>
    }
}
