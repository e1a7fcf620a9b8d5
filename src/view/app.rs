use by_address::ByAddress;
use yew::prelude::*;

use super::{
    ALL_LAYOUTS, Layouts, Manner, chips::Chips, heading::heading, nothing::nothing, reading::reading, table::table,
    text_size::TextSizeChooser, toolbar::Toolbar, views::Views,
};
use crate::{
    query::Action,
    view_model::{Comparison, Content, Layout, Shared, ViewModel},
};

/// Props of [`App`].
#[derive(Debug, Clone, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The widget that is shown, if any.
    pub widget: Option<WidgetProps>,
    /// Another number than that of the widget that was shown before: nothing of the one is left in the other, whenever
    /// Yew comes to render them.
    pub turn: u32,
}

/// A widget.
#[derive(Debug, Clone, PartialEq)]
pub struct WidgetProps {
    /// What to show.
    pub model: Shared<ViewModel>,
    /// What lays out all besides a first table, where the model is whole.
    pub layouts: Option<Layouts>,
    /// How many rows of a large table are laid out yet.
    pub rows: usize,
    /// The status line; it follows the model when the reader stops typing, so that it is announced once.
    pub status: AttrValue,
    /// Level of the widget's heading, 1 to 6, as it fits the page.
    pub heading_level: u8,
    /// Text size and filters are left out: the page's owner wants the table alone.
    pub no_toolbar: bool,
    /// The page keeps the query in its address, so that there are links to it.
    pub has_links: bool,
    /// Takes what the reader did.
    pub dispatch: Callback<Action>,
    /// Takes the reader's last step back.
    pub undo: Callback<()>,
    /// Is told whenever the model, or so many rows of it, is on the page.
    pub rendered: Callback<()>,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let shown = props.widget.as_ref();
    let (stands, rendered) =
        (shown.map(|widget| (widget.model.clone(), widget.rows)), shown.map(|widget| widget.rendered.clone()));
    use_effect_with(stands, move |_| {
        if let Some(rendered) = rendered {
            rendered.emit(());
        }
    });
    // Nothing stands beside it that Yew could take for it.
    let Some(widget) = shown else { return Html::default() };
    let WidgetProps { model, layouts, rows, status, heading_level, no_toolbar, has_links, dispatch, undo, .. } = widget;
    let words = model.words;
    let text_size =
        model.filters.text_sizes.iter().find(|choice| choice.chosen).map_or("1", |choice| choice.size.name());
    html! {
        <div key={props.turn} class="vat-app" lang={words.lang} dir={words.dir} data-layout={model.layout.name()} data-text-size={text_size} data-reading={model.filters.reading.value()}>
            <div class="vat-head">
                { heading(*heading_level, "vat-title", words.title.into()) }
                <TextSizeChooser model={model.clone()} dispatch={dispatch.clone()} hidden={*no_toolbar} />
                { reading(model, *layouts, dispatch, *no_toolbar) }
            </div>
            <Views model={model.clone()} dispatch={dispatch.clone()} hidden={*no_toolbar} />
            <Toolbar model={model.clone()} layouts={*layouts} dispatch={dispatch.clone()} hidden={*no_toolbar} />
            <div class="vat-state">
                <p class="vat-status" part="status" role="status">{ status }</p>
                <Chips model={model.clone()} has_links={*has_links} dispatch={dispatch.clone()} undo={undo.clone()} hidden={*no_toolbar} />
            </div>
            { content(model, *layouts, *rows, *heading_level, dispatch) }
            { nothing(model.nothing.as_ref(), words, dispatch) }
            { foot(model, *layouts, Some(dispatch)) }
        </div>
    }
}

/// The answer. Each sort of it has a key of its own: nothing of the one is left in the other.
fn content(model: &ViewModel, layouts: Option<Layouts>, rows: usize, level: u8, dispatch: &Callback<Action>) -> Html {
    let large = model.table().is_some_and(Comparison::is_large);
    let roles = large || model.layout.is_pair();
    let manner = Manner { words: model.words, roles, large, details: true, cites: true, layouts };
    let page = |content| layouts.map(|one| one.page(content, level, Manner { roles: false, ..manner }, dispatch));
    let overview = |content| layouts.map(|one| one.overview(content, model.words, dispatch));
    html! {
        <div class="vat-content">
            { match &model.content {
                Content::Table(content) => html! { <div key="table">{ table(content, manner, model.layout, rows, Some(dispatch)) }</div> },
                Content::Page(content) => html! { <div key="page">{ page(content) }</div> },
                Content::Overview(content) => html! { <div key="overview">{ overview(content) }</div> },
            } }
        </div>
    }
}

/// Props of [`NoScript`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct NoScriptProps {
    /// What to show.
    pub model: Shared<ViewModel>,
    /// With what stands behind the disclosures; without it a pinpoint leads to its source, and the page is a quarter
    /// as long.
    pub details: bool,
}

/// What a page shows before, without and in spite of the script: the same, less the controls.
#[component]
pub fn NoScript(props: &NoScriptProps) -> Html {
    let NoScriptProps { model, details } = props;
    let manner = Manner {
        words: model.words,
        roles: false,
        large: false,
        details: *details,
        cites: false,
        layouts: Some(ByAddress(&ALL_LAYOUTS)),
    };
    html! {
        <div class="vat-app vat-no-script" lang={model.words.lang} dir={model.words.dir} data-layout={Layout::Scrolling.name()} data-text-size="1">
            <div class="vat-head">{ heading(2, "vat-title", model.words.title.into()) }</div>
            <p class="vat-status">{ &model.status }</p>
            { for model.table().map(|content| table(content, manner, Layout::Scrolling, usize::MAX, None)) }
            { foot(model, manner.layouts, None) }
        </div>
    }
}

fn foot(model: &ViewModel, layouts: Option<Layouts>, dispatch: Option<&Callback<Action>>) -> Html {
    let words = model.words;
    html! {
        <div class="vat-foot">
            <details class="vat-about" part="about" hidden={model.is_whole && model.about.is_empty()}>
                <summary>{ words.about_instruments }</summary>
                <div>{ layouts.map(|layouts| layouts.about(&model.about)) }</div>
            </details>
            if let Some(dispatch) = dispatch {
                <details class="vat-about" part="glossary">
                    <summary>{ words.glossary }</summary>
                    <div>{ layouts.map(|layouts| layouts.glossary(&model.glossary, words, dispatch)) }</div>
                </details>
            }
            <p>{ words.summaries_are_not_the_text }</p>
            <p>{ &model.edition }</p>
        </div>
    }
}
