use yew::prelude::*;

use super::{aria_bool, focus};
use crate::{
    query::Action,
    view_model::{Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ViewsProps {
    pub model: Shared<ViewModel>,
    pub dispatch: Callback<Action>,
    pub hidden: bool,
}

const LIST: &str = "vat-views";

/// The questions that can be asked. Where there is little room the style sheet puts them behind a button that says
/// which is asked; elsewhere it shows no button.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let ViewsProps { model, dispatch, hidden } = props;
    let (words, views) = (model.words, &model.views);
    let open = use_state_eq(|| false);
    let open_button = use_node_ref();
    let close = {
        let (open, open_button) = (open.clone(), open_button.clone());
        move || {
            // What is focused in the list goes away with it. Where the list stays, the button is not shown and cannot
            // take the focus.
            focus(&open_button);
            open.set(false);
        }
    };
    let onkeydown = {
        let (open, close) = (open.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                close();
            }
        })
    };
    let asked = views.iter().find(|view| view.current == Some(true)).map(|view| &view.label);
    let is_open = *open;
    let toggle = Callback::from(move |_: MouseEvent| open.set(!is_open));
    html! {
        <nav class="vat-views" part="views" aria-label={words.views} hidden={*hidden} {onkeydown}>
            <button ref={open_button} type="button" class="vat-opens" aria-expanded={aria_bool(is_open)} aria-controls={LIST} onclick={toggle}>
                { words.views }{ " " }<span class="vat-chosen">{ asked }</span>
            </button>
            <ul id={LIST} role="list">
                { for views.iter().map(|view| {
                    let (action, close) = (view.action.clone(), close.clone());
                    let current = (view.current == Some(true)).then_some("page");
                    let onclick = dispatch.reform(move |_: MouseEvent| {
                        close();
                        action.clone()
                    });
                    html! { <li><button type="button" aria-current={current} {onclick}>{ &view.label }</button></li> }
                }) }
            </ul>
        </nav>
    }
}
