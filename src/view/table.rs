use std::rc::Rc;

use yew::prelude::*;

use super::{marked::marked, row::TopicRow};
use crate::{
    locale::Words,
    view_model::{Column, Group, Layout, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonTableProps {
    pub model: Rc<ViewModel>,
    /// Where the table may be wider than its room, it scrolls sideways in a region of its own.
    pub layout: Layout,
}

/// The comparison table.
#[component]
pub fn ComparisonTable(props: &ComparisonTableProps) -> Html {
    let comparison = &props.model.comparison;
    let words = props.model.words;
    // Where two instruments are compared, the style sheet sets the topic above them with `display: grid`, which takes
    // table semantics away in some engines: the roles say it again.
    let pair = props.layout.is_pair();
    let region = props.layout.scrolls().then_some("region");
    html! {
        <div class="vat-scroller" role={region} aria-label={region.map(|_| words.table_region)} tabindex={region.map(|_| "0")}>
            <table role={pair.then_some("table")} class="vat-table" part="table" data-columns={comparison.columns.len().to_string()} hidden={comparison.nothing.is_some()}>
                <caption>{ &comparison.caption }</caption>
                <TableHead {words} {pair} columns={comparison.columns.clone()} />
                { for comparison.groups.iter().map(|group| html! {
                    <TopicGroup key={group.id} {words} {pair} group={group.clone()} />
                }) }
            </table>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TableHeadProps {
    words: Words,
    pair: bool,
    columns: Rc<Vec<Column>>,
}

#[component]
fn TableHead(props: &TableHeadProps) -> Html {
    let role = |role| props.pair.then_some(role);
    html! {
        <thead role={role("rowgroup")}>
            <tr role={role("row")}>
                <th key="topic" scope="col" role={role("columnheader")} class="vat-corner">{ props.words.topic }</th>
                { for props.columns.iter().map(|column| html! {
                    <th key={column.instrument.id} scope="col" role={role("columnheader")} class="vat-instrument" title={column.instrument.short_title}>
                        <span class="vat-name">{ marked(&column.name) }</span>{ " " }
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
    pair: bool,
    group: Rc<Group>,
}

#[component]
fn TopicGroup(props: &TopicGroupProps) -> Html {
    let TopicGroupProps { words, pair, group } = props;
    let role = |role| pair.then_some(role);
    let columns = group.rows.first().map_or(0, |row| row.cells.len()) + 1;
    html! {
        <tbody role={role("rowgroup")} hidden={group.hidden}>
            <tr key="group" role={role("row")} class="vat-group"><th scope="rowgroup" role={role("rowheader")} colspan={columns.to_string()}>{ marked(&group.title) }</th></tr>
            { for group.rows.iter().map(|row| html! {
                <TopicRow key={row.topic} words={*words} pair={*pair} row={row.clone()} />
            }) }
        </tbody>
    }
}
