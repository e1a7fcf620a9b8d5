use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::listen;
use crate::{
    query::{Action, TextSize},
    view_model::{Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct TextSizeChooserProps {
    pub model: Shared<ViewModel>,
    pub dispatch: Callback<Action>,
    pub hidden: bool,
}

/// Four letters A, each as large as it makes the text: a radio group.
#[component]
pub fn TextSizeChooser(props: &TextSizeChooserProps) -> Html {
    let onchange = listen(&props.dispatch, |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        Some(Action::TextSize(TextSize::from_name(&input.value())?))
    });
    html! {
        <fieldset class="vat-text-size" part="text-size" hidden={props.hidden} {onchange}>
            <legend>{ props.model.words.text_size }</legend>
            <div class="vat-text-sizes">
                { for props.model.filters.text_sizes.iter().map(|choice| html! {
                    <label key={choice.size.name()} class="vat-letter" data-size={choice.size.name()} title={choice.label.clone()}>
                        <input type="radio" name="vat-text-size" value={choice.size.name()} checked={choice.chosen} aria-label={choice.label.clone()} />
                        <span aria-hidden="true">{ "A" }</span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}
