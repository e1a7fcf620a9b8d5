use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::listen;
use crate::{
    query::Action,
    view_model::{Subject, SubjectKind},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ChooserProps {
    pub subject: Subject,
    pub dispatch: Callback<Action>,
}

/// Chooses one thing: the topic or instrument of a view, or one of the two instruments that are compared.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let ChooserProps { subject, dispatch } = props;
    let select = use_node_ref();
    let choices = || subject.groups.iter().flat_map(|group| &group.choices);
    let chosen = choices().find(|choice| choice.chosen).map_or("", |choice| choice.id);

    // Once the reader has used a select, its options' attributes no longer move it (yewstack/yew#2530).
    use_effect_with((chosen, select.clone()), |(chosen, select)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(chosen);
        }
    });

    let ids: Vec<_> = choices().map(|choice| choice.id).collect();
    let kind: SubjectKind = subject.kind;
    let onchange = listen(dispatch, move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        Some(kind.action(ids.iter().find(|id| **id == value)?))
    });
    html! {
        <label>
            <span class="vat-label">{ subject.label }</span>
            <select ref={select} {onchange}>
                { for subject.groups.iter().map(|group| html! {
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
