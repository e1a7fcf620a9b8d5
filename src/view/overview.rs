use yew::prelude::*;

use super::{command::button, force_mark::force_mark};
use crate::{
    dataset::{Extent, Force},
    locale::Words,
    query::Action,
    view_model::{MapCell, Overview, Period},
};

/// The map of all answers, and the timeline. Its buttons scroll it as they take the focus. Without `dispatch`, which takes what the reader does, no mark leads anywhere.
pub fn overview(overview: &Overview, words: Words, dispatch: Option<&Callback<Action>>) -> Html {
    html! {
        <div class="vat-overview">
            { legend(words) }
            <div class="vat-scroller vat-map-scroller" role="region" aria-label={words.view_overview} tabindex={dispatch.is_none().then_some("0")}>
                <table class="vat-map" part="map">
                    <caption>{ &overview.caption }if dispatch.is_some() { { " " }{ words.overview_leads } }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.instrument }</th>
                            { for overview.topics.iter().map(|(id, title)| html! { <th key={*id} scope="col"><span>{ title }</span></th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for overview.rows.iter().map(|row| html! {
                            <tr key={row.id}>
                                <th scope="row">{ row.name }</th>
                                { for row.cells.iter().map(|cell| map_cell(cell, dispatch)) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <table class="vat-timeline">
                <caption>{ &overview.timeline_caption }</caption>
                <thead>
                    <tr><th scope="col">{ words.instrument }</th><th scope="col">{ words.years }</th></tr>
                </thead>
                <tbody>{ for overview.periods.iter().map(|period| timeline_row(period, overview.years)) }</tbody>
            </table>
        </div>
    }
}

fn map_cell(cell: &MapCell, dispatch: Option<&Callback<Action>>) -> Html {
    let mark = mark(cell.force, cell.silence);
    let contents = html! { <>{ mark }<span class="vat-unseen">{ &cell.command.label }</span></> };
    let contents = match dispatch {
        Some(dispatch) => button(&cell.command, "vat-map-mark", contents, dispatch),
        None => contents,
    };
    html! { <td class={classes!(cell.faint.then_some("vat-faint"))} title={cell.command.label.clone()}>{ contents }</td> }
}

/// The shape of an answer.
fn mark(force: Option<Force>, silence: Option<Extent>) -> Html {
    let sign = match (force, silence) {
        (Some(force), _) => return force_mark(force),
        (None, Some(Extent::Silent)) => "–",
        (None, Some(Extent::Partial)) => "~",
        (None, None) => "?",
    };
    html! { <span class="vat-sign" aria-hidden="true">{ sign }</span> }
}

fn legend(words: Words) -> Html {
    let forces = Force::NAMED.iter().map(|(_, force)| (mark(Some(*force), None), words.force(*force)));
    let silences = Extent::NAMED.iter().map(|(_, extent)| (mark(None, Some(*extent)), words.extent(*extent)));
    let entries = forces.chain(silences).chain([(mark(None, None), words.not_assessed)]);
    html! { <ul class="vat-legend" role="list">{ for entries.map(|(mark, word)| html! { <li>{ mark }{ word }</li> }) }</ul> }
}

/// The bar is for eyes; the words beside it say the same.
fn timeline_row(period: &Period, (first, last): (u16, u16)) -> Html {
    let (from, until) = period.years;
    let view_box = ["0 0 ", &last.saturating_sub(first).to_string(), " 1"].concat();
    let x = from.saturating_sub(first).to_string();
    let width = until.map_or(last, |until| until + 1).saturating_sub(from).to_string();
    html! {
        <tr key={period.id}>
            <th scope="row">{ period.name }</th>
            <td>
                <svg viewBox={view_box} preserveAspectRatio="none" aria-hidden="true"><rect {x} y="0" {width} height="1" fill="currentColor" /></svg>
                <span>{ &period.text }</span>
            </td>
        </tr>
    }
}
