use yew::prelude::*;

use super::{Layouts, aria_bool, chooser::Chooser, focus, panel_id, search_box::SearchBox};
use crate::{
    query::Action,
    view_model::{Shared, ViewModel},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    pub model: Shared<ViewModel>,
    pub layouts: Option<Layouts>,
    pub dispatch: Callback<Action>,
    pub hidden: bool,
}

/// Search, subjects, filters and reset. One panel at most is open.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps { model, layouts, dispatch, hidden } = props;
    let (words, filters) = (model.words, &model.filters);
    let open = use_state_eq(|| None::<&'static str>);
    let open_button = use_node_ref();
    // In the panels and at the buttons that open them; in the search box Escape means something else.
    let close_on_escape = {
        let (open, open_button) = (open.clone(), open_button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Escape" || open.is_none() {
                return;
            }
            // What is focused in the panel goes away with it: the button that opened it takes the focus.
            focus(&open_button);
            open.set(None);
        })
    };

    html! {
        <div class="vat-tools" part="toolbar" role="search" aria-label={words.title} hidden={*hidden}>
            <div class="vat-toolbar">
                <SearchBox model={model.clone()} dispatch={dispatch.clone()} />
                <div class="vat-subjects" hidden={filters.subjects.is_empty()}>
                    { for filters.subjects.iter().enumerate().map(|(at, subject)| html! {
                        <Chooser key={subject.label} model={model.clone()} {at} dispatch={dispatch.clone()} />
                    }) }
                </div>
                <div class="vat-buttons" onkeydown={close_on_escape.clone()}>
                    { for filters.panels.iter().map(|panel| {
                        let is_open = *open == Some(panel.id);
                        let onclick = {
                            let (open, id) = (open.clone(), panel.id);
                            Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(id)))
                        };
                        // Only the button of the open panel is asked for.
                        let node = if is_open { open_button.clone() } else { NodeRef::default() };
                        html! {
                            <button key={panel.id} ref={node} type="button" class="vat-opens" aria-expanded={aria_bool(is_open)} aria-controls={panel_id(panel.id)} {onclick}>
                                { panel.title }{ " " }<span class="vat-chosen">{ &panel.chosen }</span>
                            </button>
                        }
                    }) }
                    <button key="reset" type="button" class="vat-reset" onclick={dispatch.reform(|_: MouseEvent| Action::Reset)}>{ words.reset }</button>
                </div>
            </div>
            <div class="vat-panels" onkeydown={close_on_escape}>
                { for filters.panels.iter().enumerate().map(|(at, panel)| html! {
                    <div key={panel.id}>{ layouts.map(|layouts| layouts.panel(model, at, *open == Some(panel.id), dispatch)) }</div>
                }) }
            </div>
        </div>
    }
}
