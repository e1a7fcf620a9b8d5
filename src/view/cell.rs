use yew::prelude::*;

use super::{Manner, answer_button::with_sign, provision::provision};
use crate::view_model::{Cell, ProvisionEntry, SilenceEntry};

/// What an instrument says on a topic, or that it says nothing, or that nobody has looked.
pub fn cell(cell: &Cell, manner: Manner) -> Html {
    let words = manner.words;
    let open = if cell.provisions.is_empty() { &cell.unseen } else { &cell.provisions };
    html! {
        <>
            if !cell.not_matching.is_empty() {
                <p class="vat-empty">{ &cell.not_matching }</p>
            }
            if !open.is_empty() {
                { provisions(open, manner, cell.provisions.is_empty()) }
            }
            if !cell.more.is_empty() {
                <details class="vat-more">
                    <summary>{ &cell.more_title }</summary>
                    { provisions(&cell.more, manner, false) }
                </details>
            }
            if let Some(entry) = &cell.silence {
                { silence(entry, manner) }
            }
            if cell.not_assessed {
                <p class="vat-empty">{ words.not_assessed }</p>
            }
            if !cell.statements.is_empty() {
                <ul class="vat-provisions" role="list">{ for cell.statements.iter().map(|text| html! { <li class="vat-provision">{ text.clone() }</li> }) }</ul>
            }
        </>
    }
}

fn provisions(entries: &[ProvisionEntry], manner: Manner, hidden: bool) -> Html {
    html! {
        <ul class="vat-provisions" role="list" {hidden}>
            { for entries.iter().map(|entry| provision(entry, manner)) }
        </ul>
    }
}

fn silence(entry: &SilenceEntry, manner: Manner) -> Html {
    let Manner { words, details, layouts, .. } = manner;
    html! {
        <div class="vat-silence">
            <p class="vat-empty">{ with_sign(words.extent(entry.silence.extent), entry.collected, words) }</p>
            if details {
                <details class="vat-details">
                    <summary>{ words.how_checked }<span class="vat-unseen">{ ", " }{ &entry.about }</span></summary>
                    <div>{ layouts.map(|layouts| layouts.silence_details(entry, manner)) }</div>
                </details>
            }
        </div>
    }
}
