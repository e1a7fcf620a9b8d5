use yew::prelude::*;

use crate::{locale::Words, query::Action, view_model::Command};

/// The questions that can be asked.
pub fn views(views: &[Command], words: Words, hidden: bool, dispatch: &Callback<Action>) -> Html {
    html! {
        <nav class="vat-views" part="views" aria-label={words.views} {hidden}>
            <ul role="list">
                { for views.iter().map(|view| {
                    let action = view.action.clone();
                    let onclick = dispatch.reform(move |_: MouseEvent| action.clone());
                    html! { <li><button type="button" aria-current={view.current.then_some("page")} {onclick}>{ &view.label }</button></li> }
                }) }
            </ul>
        </nav>
    }
}
