use yew::prelude::*;

use super::command::command;
use crate::{locale::Words, query::Action, view_model::Nothing};

/// Why nothing is shown, and what to do. The same skeleton where there is something.
pub fn nothing(nothing: Option<&Nothing>, words: Words, dispatch: &Callback<Action>) -> Html {
    let did_you_mean = nothing.and_then(|nothing| nothing.did_you_mean.as_ref());
    let drop = nothing.map_or(&[][..], |nothing| &nothing.drop);
    html! {
        <div class="vat-nothing" hidden={nothing.is_none()}>
            <p>{ nothing.map(|nothing| nothing.message.clone()) }</p>
            <p hidden={did_you_mean.is_none()}>
                { words.did_you_mean }{ " " }<span>{ for did_you_mean.map(|other| command(other, "vat-small", dispatch)) }</span>
            </p>
            <p hidden={drop.is_empty()}>
                { words.drop_filters }{ " " }<span>{ for drop.iter().map(|chip| command(chip, "vat-chip", dispatch)) }</span>
            </p>
        </div>
    }
}
