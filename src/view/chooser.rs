use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::listen;
use crate::{
    query::Action,
    view_model::{Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ChooserProps {
    pub model: Shared<ViewModel>,
    /// Place among the subjects of the filters.
    pub at: usize,
    pub dispatch: Callback<Action>,
}

/// Chooses one thing: the topic or instrument of a view, or one of the two instruments that are compared.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let ChooserProps { model, at, dispatch } = props;
    let subject = model.filters.subjects.get(*at);
    let select = use_node_ref();
    let groups = || subject.iter().flat_map(|subject| &subject.groups);
    let choices = || groups().flat_map(|group| &group.choices);
    let chosen = choices().find(|choice| choice.chosen).map_or("", |choice| choice.id);

    // Once the reader has used a select, its options' attributes no longer move it (yewstack/yew#2530).
    use_effect_with((chosen, select.clone()), |(chosen, select)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(chosen);
        }
    });

    let ids: Vec<_> = choices().map(|choice| choice.id).collect();
    let kind = subject.map(|subject| subject.kind);
    let onchange = listen(dispatch, move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        Some(kind?.action(ids.iter().find(|id| **id == value)?))
    });
    html! {
        <label>
            <span class="vat-label">{ subject.map(|subject| subject.label) }</span>
            <select ref={select} {onchange}>
                { for groups().map(|group| html! {
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
