use std::rc::Rc;

use yew::prelude::*;

use super::{cell::cell, marked::marked};
use crate::{locale::Words, view_model::Row};

#[derive(Clone, PartialEq, Properties)]
pub struct TopicRowProps {
    pub words: Words,
    /// The same `Rc` as before where nothing changed: then the row is not rendered again.
    pub row: Rc<Row>,
}

/// A topic across the instruments.
#[component]
pub fn TopicRow(props: &TopicRowProps) -> Html {
    let TopicRowProps { words, row } = props;
    html! {
        <tr class="vat-row" hidden={row.hidden}>
            <th key="topic" scope="row" class="vat-topic">{ marked(&row.title) }</th>
            { for row.cells.iter().map(|content| html! {
                <td key={content.instrument} class="vat-cell">{ cell(content, *words) }</td>
            }) }
        </tr>
    }
}
