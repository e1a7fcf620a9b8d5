use std::rc::Rc;

use yew::prelude::*;

use super::{about::About, table::ComparisonTable, text_size::TextSizeChooser, toolbar::Toolbar};
use crate::{
    locale::Words,
    query::Action,
    view_model::{Layout, ViewModel},
};

/// Props of [`App`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What to show.
    pub model: Rc<ViewModel>,
    /// The status line; it follows the model when the reader stops typing, so that it is announced once.
    pub status: AttrValue,
    /// Level of the widget's heading, 1 to 6, as it fits the page.
    pub heading_level: u8,
    /// Text size and filters are left out: the page's owner wants the table alone.
    pub no_toolbar: bool,
    /// Takes what the reader did.
    pub dispatch: Callback<Action>,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { model, status, heading_level, no_toolbar, dispatch } = props;
    let text_size =
        model.filters.text_sizes.iter().find(|choice| choice.chosen).map_or("1", |choice| choice.size.name());
    html! {
        <div class="vat-app" lang={model.words.lang} dir={model.words.dir} data-layout={model.layout.name()} data-text-size={text_size}>
            <div class="vat-head">
                { heading(*heading_level, model.words) }
                <TextSizeChooser words={model.words} choices={model.filters.text_sizes.clone()} dispatch={dispatch.clone()} hidden={*no_toolbar} />
            </div>
            <Toolbar words={model.words} filters={model.filters.clone()} layout={model.layout} dispatch={dispatch.clone()} hidden={*no_toolbar} />
            <p class="vat-status" part="status" role="status">{ status }</p>
            <ComparisonTable model={model.clone()} layout={model.layout} />
            <p class="vat-nothing" hidden={model.comparison.nothing.is_none()}>{ model.comparison.nothing.clone() }</p>
            { foot(model) }
        </div>
    }
}

/// Props of [`NoScript`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct NoScriptProps {
    /// What to show.
    pub model: Rc<ViewModel>,
}

/// What a page shows before, without and in spite of the script: the same, less the controls.
#[component]
pub fn NoScript(props: &NoScriptProps) -> Html {
    let model = &props.model;
    html! {
        <div class="vat-app vat-no-script" lang={model.words.lang} dir={model.words.dir} data-layout={Layout::Scrolling.name()} data-text-size="1">
            <div class="vat-head">{ heading(2, model.words) }</div>
            <p class="vat-status">{ &model.comparison.status }</p>
            <ComparisonTable model={model.clone()} layout={Layout::Scrolling} />
            { foot(model) }
        </div>
    }
}

fn heading(level: u8, words: Words) -> Html {
    let tag = match level {
        1 => "h1",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6 => "h6",
        _ => "h2",
    };
    html! { <@{tag} class="vat-title" part="title">{ words.title }</@> }
}

fn foot(model: &ViewModel) -> Html {
    html! {
        <div class="vat-foot">
            <About words={model.words} instruments={model.about.clone()} />
            <p>{ model.words.summaries_are_not_the_text }</p>
            <p>{ &model.edition }</p>
        </div>
    }
}
