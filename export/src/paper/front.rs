//! What stands above the answer on paper: what was asked, of what, when, and where it stands.

use victim_assistance_table::{view::detail, view_model::ViewModel};
use yew::prelude::*;

use super::{Printing, sources::address};

/// Title, question, filters, counts, edition, day and address.
pub fn front(model: &ViewModel, printing: &Printing) -> Html {
    let (words, export_words) = (printing.words, printing.export_words);
    let question = model.views.iter().find(|view| view.current == Some(true)).map_or("", |view| view.label.as_str());
    let instruments = model.table().map(|table| {
        let names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        (table.corner.name != words.instrument).then(|| names.join(words.list_separator))
    });
    let filters: Vec<_> = model.chips.iter().map(|chip| chip.label.as_str()).collect();
    let filters =
        if filters.is_empty() { export_words.no_filters.to_owned() } else { filters.join(words.list_separator) };
    html! {
        <header>
            <h1>{ words.title }</h1>
            <dl class="facts">
                { detail(export_words.question, question.into()) }
                if let Some(Some(names)) = instruments {
                    { detail(words.columns, names.into()) }
                }
                { detail(words.filters, filters.into()) }
                { detail(export_words.shown, model.status.as_str().into()) }
                { detail(export_words.dataset, model.edition.as_str().into()) }
                { detail(export_words.printed, printing.today.as_str().into()) }
                if let Some(place) = &printing.address {
                    { detail(export_words.address, address(place)) }
                }
            </dl>
            <p>{ words.summaries_are_not_the_text }</p>
        </header>
    }
}
