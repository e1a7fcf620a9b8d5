use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Layouts, listen};
use crate::{
    locale::Words,
    query::{Action, Reading},
    view_model::ViewModel,
};

/// Line spacing, line length, contrast and font, by a disclosure: what they do stands in the style sheet.
pub fn reading(model: &ViewModel, layouts: Option<Layouts>, dispatch: &Callback<Action>, hidden: bool) -> Html {
    let (words, chosen) = (model.words, model.filters.reading);
    let onchange = listen(dispatch, move |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        Some(Action::Reading(chosen.with(&input.value())))
    });
    html! {
        <details class="vat-reading" part="reading" {hidden} {onchange}>
            <summary class="vat-opens">{ words.reading }</summary>
            <div>{ layouts.map(|layouts| layouts.reading(chosen, words)) }</div>
        </details>
    }
}

/// What can be chosen.
pub fn reading_choices(chosen: Reading, words: Words) -> Html {
    let titles = [words.reading_spacing, words.reading_width, words.reading_contrast, words.reading_font];
    // In the order of `Reading::ASPECTS`, each after the one that leaves all as the page has it.
    let mut labels = [
        words.reading_wide,
        words.reading_wider,
        words.reading_80,
        words.reading_60,
        words.reading_more,
        words.reading_light,
        words.reading_dark,
        words.reading_sans,
        words.reading_serif,
    ]
    .into_iter();
    let mut label = |at| if at == 0 { words.reading_as_page } else { labels.next().unwrap_or_default() };
    html! {
        <div class="vat-choices">
                { for titles.iter().zip(Reading::ASPECTS).map(|(title, aspect)| html! {
                    <fieldset>
                        <legend>{ *title }</legend>
                        { for aspect.iter().enumerate().map(|(at, word)| html! {
                            <div class="vat-choice">
                                <label>
                                    <input type="radio" name={*title} value={*word} checked={chosen.has(word)} />
                                    <span>{ label(at) }</span>
                                </label>
                            </div>
                        }) }
                    </fieldset>
                }) }
        </div>
    }
}
