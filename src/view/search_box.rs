use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{aria_bool, listen};
use crate::{
    query::Action,
    view_model::{Command, Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct SearchBoxProps {
    pub model: Shared<ViewModel>,
    pub dispatch: Callback<Action>,
}

const LIST: &str = "vat-suggestions";

/// The search box: an editable combobox whose list only suggests, by the ARIA Authoring Practices.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let SearchBoxProps { model, dispatch } = props;
    let (words, suggestions) = (model.words, &model.suggestions);
    let open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let shown = *open && !suggestions.is_empty();

    let oninput = {
        let (open, active) = (open.clone(), active.clone());
        listen(dispatch, move |event: InputEvent| {
            open.set(true);
            active.set(None);
            Some(Action::Search(event.target_dyn_into::<HtmlInputElement>()?.value()))
        })
    };
    let onkeydown = {
        let (open, active, actions) = (open.clone(), active.clone(), actions(suggestions));
        listen(dispatch, move |event: KeyboardEvent| {
            // Keys that an input method editor is using are not ours.
            if event.is_composing() {
                return None;
            }
            let (last, now) = (actions.len().checked_sub(1)?, active.filter(|_| shown));
            match event.key().as_str() {
                "ArrowDown" => active.set(Some(now.map_or(0, |now| if now == last { 0 } else { now + 1 }))),
                "ArrowUp" => active.set(Some(now.and_then(|now| now.checked_sub(1)).unwrap_or(last))),
                "Escape" if shown => {
                    active.set(None);
                    open.set(false);
                    event.prevent_default();
                    return None;
                }
                "Enter" => {
                    let action = actions.get(now?)?.clone();
                    open.set(false);
                    active.set(None);
                    event.prevent_default();
                    return Some(action);
                }
                _ => return None,
            }
            open.set(true);
            event.prevent_default();
            None
        })
    };
    // A press would take the focus from the box, and close the list before the click.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onblur = {
        let open = open.clone();
        Callback::from(move |_: FocusEvent| open.set(false))
    };
    let active = active.filter(|_| shown);
    html! {
        // Not inside its label: some engines would count the field's own clear button into its name.
        <div class="vat-search">
            <label class="vat-label" for="vat-search">{ words.search }</label>
            <input id="vat-search" type="text" inputmode="search" value={model.filters.search.clone()} {oninput} {onkeydown} {onblur} autocomplete="off" spellcheck="false"
                role="combobox" aria-autocomplete="list" aria-expanded={aria_bool(shown)} aria-controls={LIST}
                aria-activedescendant={active.map(option_id)} />
            <ul id={LIST} class="vat-suggestions" role="listbox" aria-label={words.suggestions} hidden={!shown} {onmousedown}>
                { for suggestions.iter().enumerate().map(|(at, suggestion)| {
                    let (action, open) = (suggestion.action.clone(), open.clone());
                    let onclick = dispatch.reform(move |_: MouseEvent| {
                        open.set(false);
                        action.clone()
                    });
                    html! {
                        <li key={at} id={option_id(at)} role="option" aria-selected={aria_bool(active == Some(at))} {onclick}>
                            { &suggestion.label }
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

fn actions(suggestions: &[Command]) -> Vec<Action> {
    suggestions.iter().map(|suggestion| suggestion.action.clone()).collect()
}

fn option_id(at: usize) -> String {
    ["vat-suggestion", &at.to_string()].join("-")
}
