use std::rc::Rc;

use yew::prelude::*;

use super::{marked::marked, row::TopicRow};
use crate::{
    locale::Words,
    view_model::{Column, Group, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonTableProps {
    pub model: Rc<ViewModel>,
    /// The table may be wider than its room, and scrolls sideways in a region of its own.
    pub scrolls: bool,
}

/// The comparison table.
#[component]
pub fn ComparisonTable(props: &ComparisonTableProps) -> Html {
    let comparison = &props.model.comparison;
    let words = props.model.words;
    let region = props.scrolls.then_some("region");
    html! {
        <div class="vat-scroller" role={region} aria-label={region.map(|_| words.table_region)} tabindex={region.map(|_| "0")}>
            <table class="vat-table" part="table" data-columns={comparison.columns.len().to_string()} hidden={comparison.nothing.is_some()}>
                <caption>{ &comparison.caption }</caption>
                <TableHead {words} columns={comparison.columns.clone()} />
                { for comparison.groups.iter().map(|group| html! {
                    <TopicGroup key={group.id} {words} group={group.clone()} />
                }) }
            </table>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TableHeadProps {
    words: Words,
    columns: Rc<Vec<Column>>,
}

#[component]
fn TableHead(props: &TableHeadProps) -> Html {
    html! {
        <thead>
            <tr>
                <th key="topic" scope="col" class="vat-corner">{ props.words.topic }</th>
                { for props.columns.iter().map(|column| html! {
                    <th key={column.instrument.id} scope="col" class="vat-instrument" title={column.instrument.short_title}>
                        <span class="vat-name">{ marked(&column.name) }</span>
                        <span class="vat-description">{ &column.description }</span>
                    </th>
                }) }
            </tr>
        </thead>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TopicGroupProps {
    words: Words,
    group: Rc<Group>,
}

#[component]
fn TopicGroup(props: &TopicGroupProps) -> Html {
    let TopicGroupProps { words, group } = props;
    let columns = group.rows.first().map_or(0, |row| row.cells.len()) + 1;
    html! {
        <tbody hidden={group.hidden}>
            <tr key="group" class="vat-group"><th scope="rowgroup" colspan={columns.to_string()}>{ marked(&group.title) }</th></tr>
            { for group.rows.iter().map(|row| html! {
                <TopicRow key={row.topic} words={*words} row={row.clone()} />
            }) }
        </tbody>
    }
}
