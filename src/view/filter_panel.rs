use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::listen;
use crate::view_model::ChoiceGroup;

#[derive(Clone, PartialEq, Properties)]
pub struct FilterPanelProps {
    pub id: &'static str,
    pub title: &'static str,
    pub groups: Vec<ChoiceGroup>,
    pub hidden: bool,
    pub onkeydown: Callback<KeyboardEvent>,
    /// Takes the id of a choice, and whether it is chosen now.
    pub dispatch: Callback<(&'static str, bool)>,
}

/// Checkboxes in groups.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let ids: Vec<_> = props.groups.iter().flat_map(|group| &group.choices).map(|choice| choice.id).collect();
    let onchange = listen(&props.dispatch, move |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        let value = input.value();
        Some((*ids.iter().find(|id| **id == value)?, input.checked()))
    });
    html! {
        <div class="vat-panel" part="panel" id={props.id} role="group" aria-label={props.title} hidden={props.hidden} {onchange} onkeydown={props.onkeydown.clone()}>
            { for props.groups.iter().map(|group| html! {
                <fieldset key={group.title}>
                    <legend>{ group.title }</legend>
                    { for group.choices.iter().map(|choice| html! {
                        <label key={choice.id} class="vat-choice">
                            <input type="checkbox" value={choice.id} checked={choice.chosen} />
                            <span>{ choice.label }</span>
                        </label>
                    }) }
                </fieldset>
            }) }
        </div>
    }
}
