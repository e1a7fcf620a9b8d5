use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{command::toggle, listen, panel_id};
use crate::{
    query::{Action, Facet},
    view_model::{ChoiceGroup, Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct FilterPanelProps {
    pub model: Shared<ViewModel>,
    /// Place among the panels of the filters.
    pub at: usize,
    pub open: bool,
    pub dispatch: Callback<Action>,
}

/// Checkboxes in groups, and orders. A closed panel is empty: its numbers change with every keystroke.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let FilterPanelProps { model, at, open, dispatch } = props;
    let closed = model.filters.panels.get(*at);
    let panel = closed.filter(|_| *open);
    let groups = panel.iter().flat_map(|panel| &panel.groups);
    let choices = groups.flat_map(|group| group.choices.iter().map(|choice| (group.facet, choice.id)));
    let choices: Vec<_> = choices.collect();
    let onchange = listen(dispatch, move |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        let (name, value) = (input.name(), input.value());
        let (facet, id) = choices.iter().find(|(facet, id)| name_of(*facet) == name && *id == value)?;
        Some(match facet {
            Some(facet) => Action::ShowChoice(*facet, id, input.checked()),
            None => Action::ShowInstrument(id, input.checked()),
        })
    });
    html! {
        <div class="vat-panel" part="panel" id={closed.map(|panel| panel_id(panel.id))} role="group" aria-label={closed.map(|panel| panel.title)} hidden={!open} {onchange}>
            <div class="vat-choices">
                { for panel.iter().flat_map(|panel| &panel.groups).map(choice_group) }
            </div>
            <div class="vat-orders">
                { for panel.iter().flat_map(|panel| &panel.orders).map(|(title, commands)| html! {
                    <div key={*title} role="group" aria-label={*title}>
                        <span class="vat-label">{ title }</span>
                        { for commands.iter().map(|order| toggle(order, None, dispatch)) }
                    </div>
                }) }
            </div>
            <ul class="vat-columns" role="list">
                { for panel.iter().flat_map(|panel| &panel.columns).map(|column| html! {
                    <li key={column.id}>
                        { column.name }
                        <span>{ for column.commands.iter().map(|(short, command)| toggle(command, Some(short), dispatch)) }</span>
                    </li>
                }) }
            </ul>
        </div>
    }
}

fn choice_group(group: &ChoiceGroup) -> Html {
    let facet = name_of(group.facet);
    html! {
        <fieldset key={group.title}>
            <legend>{ group.title }</legend>
            { for group.choices.iter().map(|choice| {
                let count_id = ["vat-count", facet, choice.id].join("-");
                let nothing = choice.gives_nothing.then_some("vat-gives-nothing");
                html! {
                    <div key={choice.id} class={classes!("vat-choice", nothing)}>
                        <label>
                            <input type="checkbox" name={facet} value={choice.id} checked={choice.chosen} aria-describedby={count_id.clone()} />
                            <span>{ choice.label }</span>
                        </label>
                        <span class="vat-count" id={count_id}>{ &choice.count }</span>
                    </div>
                }
            }) }
        </fieldset>
    }
}

fn name_of(facet: Option<Facet>) -> &'static str {
    facet.map_or("instruments", Facet::name)
}
