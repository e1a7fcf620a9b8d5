use yew::prelude::*;

use super::aria_bool;
use crate::{query::Action, view_model::Command};

/// A button that does what its command says.
pub fn command(command: &Command, class: &'static str, dispatch: &Callback<Action>) -> Html {
    button(command, class, command.label.as_str().into(), dispatch)
}

/// The same with other contents than its label.
pub fn button(command: &Command, class: &'static str, contents: Html, dispatch: &Callback<Action>) -> Html {
    let onclick = does(command, dispatch);
    html! { <button type="button" {class} {onclick}>{ contents }</button> }
}

/// A small button, which is on or off where its command is.
pub fn toggle(command: &Command, short: Option<&'static str>, dispatch: &Callback<Action>) -> Html {
    let onclick = does(command, dispatch);
    let pressed = command.current.map(aria_bool);
    html! {
        <button type="button" class="vat-small" aria-pressed={pressed} aria-label={command.label.clone()} {onclick}>
            { short.unwrap_or(&command.label) }
        </button>
    }
}

fn does(command: &Command, dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let action = command.action.clone();
    dispatch.reform(move |_| action.clone())
}
