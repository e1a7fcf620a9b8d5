use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::listen;
use crate::{query::Action, view_model::PairChoice};

#[derive(Clone, PartialEq, Properties)]
pub struct PairChooserProps {
    /// First (0) or second (1).
    pub place: usize,
    pub choice: PairChoice,
    pub dispatch: Callback<Action>,
}

/// One of the two instruments that are compared where there is little room.
#[component]
pub fn PairChooser(props: &PairChooserProps) -> Html {
    let PairChooserProps { place, choice, dispatch } = props;
    let select = use_node_ref();
    let choices = || choice.groups.iter().flat_map(|group| &group.choices);
    let chosen = choices().find(|choice| choice.chosen).map_or("", |choice| choice.id);

    // Once the reader has used a select, its options' attributes no longer move it (yewstack/yew#2530).
    use_effect_with((chosen, select.clone()), |(chosen, select)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(chosen);
        }
    });

    let ids: Vec<_> = choices().map(|choice| choice.id).collect();
    let place = *place;
    let onchange = listen(dispatch, move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        Some(Action::Compare(place, ids.iter().find(|id| **id == value)?))
    });
    html! {
        <label>
            <span class="vat-label">{ choice.label }</span>
            <select ref={select} {onchange}>
                { for choice.groups.iter().map(|group| html! {
                    <optgroup key={group.title} label={group.title}>
                        { for group.choices.iter().map(|choice| html! {
                            <option key={choice.id} value={choice.id}>{ choice.label }</option>
                        }) }
                    </optgroup>
                }) }
            </select>
        </label>
    }
}
