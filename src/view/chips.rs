use yew::prelude::*;

use super::{
    aria_bool,
    command::{button, toggle},
    focus,
};
use crate::{
    query::Action,
    view_model::{Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ChipsProps {
    pub model: Shared<ViewModel>,
    /// The page keeps the query in its address: it can be copied.
    pub has_links: bool,
    pub dispatch: Callback<Action>,
    pub undo: Callback<()>,
    pub hidden: bool,
}

/// The filters that are set, each to be taken away, and what can be done with the answer.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let ChipsProps { model, has_links, dispatch, undo, hidden } = props;
    let (words, chips) = (model.words, &model.chips);
    let undo_button = use_node_ref();
    let take_away = {
        let (dispatch, undo_button) = (dispatch.clone(), undo_button.clone());
        Callback::from(move |action| {
            // The chip goes away with its filter: what takes the change back takes the focus.
            focus(&undo_button);
            dispatch.emit(action);
        })
    };
    html! {
        <div class="vat-chips" hidden={*hidden}>
            <ul key="chips" role="list" aria-label={words.filters_are_set} hidden={chips.is_empty()}>
                { for chips.iter().map(|chip| html! {
                    <li key={chip.label.clone()}>{ button(chip, "vat-chip", html! { <><span class="vat-unseen">{ words.take_away }</span>{ &chip.label }</> }, &take_away) }</li>
                }) }
            </ul>
            <span key="collection" class="vat-collection" hidden={model.collection.is_empty()}>
                { for model.collection.iter().map(|command| toggle(command, None, dispatch)) }
            </span>
            <button key="undo" ref={undo_button} type="button" class="vat-small" aria-disabled={aria_bool(!model.can_undo)} onclick={undo.reform(|_: MouseEvent| ())}>{ words.undo }</button>
            <button key="link" type="button" class="vat-small" data-copy="" hidden={!has_links}>{ words.copy_link }</button>
            <button key="print" type="button" class="vat-small" aria-haspopup="dialog" data-task="print">{ words.print }</button>
            <button key="save" type="button" class="vat-small" aria-haspopup="dialog" data-task="save">{ words.save }</button>
        </div>
    }
}
