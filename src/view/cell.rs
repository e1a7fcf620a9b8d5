use yew::prelude::*;

use super::{detail::detail, marked::marked, provision::provision, source::source};
use crate::{
    locale::Words,
    view_model::{Cell, ProvisionEntry, SilenceEntry},
};

/// What an instrument says on a topic, or that it says nothing, or that nobody has looked.
pub fn cell(cell: &Cell, words: Words) -> Html {
    html! {
        <>
            if !cell.provisions.is_empty() {
                { provisions(&cell.provisions, words) }
            }
            if !cell.more.is_empty() {
                <details class="vat-more">
                    <summary>{ &cell.more_title }</summary>
                    { provisions(&cell.more, words) }
                </details>
            }
            if !cell.not_matching.is_empty() {
                <p class="vat-empty">{ &cell.not_matching }</p>
            }
            if let Some(entry) = &cell.silence {
                { silence(entry, words) }
            }
            if cell.not_assessed {
                <p class="vat-empty">{ words.not_assessed }</p>
            }
        </>
    }
}

fn provisions(entries: &[ProvisionEntry], words: Words) -> Html {
    html! {
        <ul class="vat-provisions" role="list">
            { for entries.iter().map(|entry| provision(entry, words)) }
        </ul>
    }
}

fn silence(entry: &SilenceEntry, words: Words) -> Html {
    let silence = entry.silence;
    html! {
        <div class="vat-silence">
            <p class="vat-empty">{ words.extent(silence.extent) }</p>
            <details class="vat-details">
                <summary>{ words.how_checked }<span class="vat-unseen">{ ", " }{ &entry.about }</span></summary>
                <dl>
                    { detail(words.basis, silence.how.into()) }
                    if let Some(note) = &entry.note {
                        { detail(words.note, marked(note)) }
                    }
                    { detail(words.source, source(silence.source, &entry.about)) }
                    { detail(words.checked, entry.checked.as_str().into()) }
                </dl>
            </details>
        </div>
    }
}
