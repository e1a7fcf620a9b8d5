use std::rc::Rc;

use yew::prelude::*;

use super::{cell::cell, marked::marked};
use crate::{locale::Words, view_model::Row};

#[derive(Clone, PartialEq, Properties)]
pub struct TopicRowProps {
    pub words: Words,
    /// Two instruments are compared: see `ComparisonTable`.
    pub pair: bool,
    /// The same `Rc` as before where nothing changed: then the row is not rendered again.
    pub row: Rc<Row>,
}

/// A topic across the instruments.
#[component]
pub fn TopicRow(props: &TopicRowProps) -> Html {
    let TopicRowProps { words, pair, row } = props;
    let role = |role| pair.then_some(role);
    html! {
        <tr role={role("row")} class="vat-row" hidden={row.hidden}>
            <th key="topic" scope="row" role={role("rowheader")} class="vat-topic"><span class="vat-topic-title">{ marked(&row.title) }</span></th>
            { for row.cells.iter().map(|content| html! {
                <td key={content.instrument} role={role("cell")} class="vat-cell">{ cell(content, *words) }</td>
            }) }
        </tr>
    }
}
