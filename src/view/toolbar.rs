use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{filter_panel::FilterPanel, listen, pair_chooser::PairChooser};
use crate::{
    locale::Words,
    query::Action,
    view_model::{Filters, Layout},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    pub words: Words,
    pub filters: Filters,
    pub layout: Layout,
    pub dispatch: Callback<Action>,
    pub hidden: bool,
}

/// The panels below the toolbar, of which one at most is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Panel {
    Instruments,
    Topics,
}

/// Search, filters and reset.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps { words, filters, layout, dispatch, hidden } = props;
    let open = use_state_eq(|| None::<Panel>);
    let instruments_button = use_node_ref();
    let topics_button = use_node_ref();
    let toggle = |panel: Panel| {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set((*open != Some(panel)).then_some(panel)))
    };
    // In the panels and at the buttons that open them; in the search box Escape means something else.
    let close_on_escape = {
        let (open, instruments_button, topics_button) =
            (open.clone(), instruments_button.clone(), topics_button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Escape" {
                return;
            }
            // What is focused in the panel goes away with it: the button that opened it takes the focus.
            let button = match *open {
                Some(Panel::Instruments) => &instruments_button,
                Some(Panel::Topics) => &topics_button,
                None => return,
            };
            if let Some(button) = button.cast::<HtmlElement>() {
                // A button that is shown can be focused.
                let _ = button.focus();
            }
            open.set(None);
        })
    };
    let pair = layout.is_pair();
    let oninput = listen(dispatch, |event: InputEvent| {
        Some(Action::Search(event.target_dyn_into::<HtmlInputElement>()?.value()))
    });
    let topics_name = if pair { words.filters } else { words.topics };
    let topics_set = if pair { &filters.set } else { &filters.topics_chosen };

    html! {
        <div class="vat-tools" part="toolbar" role="search" aria-label={words.title} hidden={*hidden}>
            <div class="vat-toolbar">
                // Not inside its label: some engines would count the field's own clear button into its name.
                <div class="vat-search">
                    <label class="vat-label" for="vat-search">{ words.search }</label>
                    <input id="vat-search" type="search" value={filters.search.clone()} {oninput} autocomplete="off" spellcheck="false" />
                </div>
                <div class="vat-pair" hidden={!pair}>
                    { for filters.pair.iter().enumerate().map(|(place, choice)| html! {
                        <PairChooser key={place} {place} choice={choice.clone()} dispatch={dispatch.clone()} />
                    }) }
                </div>
                <div class="vat-buttons" onkeydown={close_on_escape.clone()}>
                    <button ref={instruments_button} type="button" class="vat-opens" hidden={pair} aria-expanded={aria_bool(*open == Some(Panel::Instruments))} aria-controls="vat-panel-instruments" onclick={toggle(Panel::Instruments)}>
                        { words.instruments }{ " " }<span class="vat-chosen">{ &filters.instruments_chosen }</span>
                    </button>
                    <button ref={topics_button} type="button" class="vat-opens" aria-expanded={aria_bool(*open == Some(Panel::Topics))} aria-controls="vat-panel-topics" onclick={toggle(Panel::Topics)}>
                        { topics_name }{ " " }<span class="vat-chosen">{ topics_set }</span>
                    </button>
                    <button type="button" class="vat-reset" onclick={dispatch.reform(|_: MouseEvent| Action::Reset)}>{ words.reset }</button>
                </div>
            </div>
            <FilterPanel id="vat-panel-instruments" title={words.instruments} groups={filters.instruments.clone()}
                hidden={pair || *open != Some(Panel::Instruments)} onkeydown={close_on_escape.clone()} dispatch={dispatch.reform(|(id, chosen)| Action::ShowInstrument(id, chosen))} />
            <FilterPanel id="vat-panel-topics" title={words.topics} groups={filters.topics.clone()}
                hidden={*open != Some(Panel::Topics)} onkeydown={close_on_escape} dispatch={dispatch.reform(|(id, chosen)| Action::ShowTopic(id, chosen))} />
        </div>
    }
}

/// ARIA states are texts: a missing attribute is not `false`.
fn aria_bool(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
