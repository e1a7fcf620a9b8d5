//! What an instrument says on a topic, on paper: nothing is folded away but what the reader left folded.

use victim_assistance_table::{
    dataset::Basis,
    view::{class_and_words, compared_words, detail, force_mark, operative_words},
    view_model::{Cell, ProvisionEntry, SilenceEntry},
};
use yew::prelude::*;

use super::Printing;

/// A cell of a table, or the answer of a section.
pub fn cell(cell: &Cell, printing: &Printing) -> Html {
    html! {
        <>
            if cell.entries().next().is_some() {
                <ul class="provisions">{ for cell.entries().map(|entry| provision(entry, printing)) }</ul>
            }
            if !cell.not_matching.is_empty() {
                <p class="empty">{ &cell.not_matching }</p>
            }
            if let Some(entry) = &cell.silence {
                { silence(entry, printing) }
            }
            if cell.not_assessed {
                <p class="empty">{ printing.words.not_assessed }</p>
            }
            if !cell.statements.is_empty() {
                <ul class="provisions">{ for cell.statements.iter().map(|text| html! { <li>{ text.clone() }</li> }) }</ul>
            }
        </>
    }
}

fn provision(entry: &ProvisionEntry, printing: &Printing) -> Html {
    let (words, provision) = (printing.words, entry.provision);
    html! {
        <li class="provision">
            <p>
                { force_mark(provision.force) }<b>{ provision.pinpoint }</b>{ " " }
                <span class="force">{ words.force(provision.force) }</span>{ " " }
                { printing.sources.number(provision.source) }
            </p>
            <p>{ entry.summary.clone() }</p>
            if provision.basis == Basis::Secondary {
                <p class="empty">{ words.basis_secondary }</p>
            }
            if let Some(quoted) = compared_words(entry, words) {
                <p>{ quoted }</p>
            }
            if printing.options.unfolds(entry.place) {
                { details(entry, printing) }
            }
        </li>
    }
}

fn details(entry: &ProvisionEntry, printing: &Printing) -> Html {
    let (words, provision) = (printing.words, entry.provision);
    let words_label = if provision.basis == Basis::Secondary { words.words_of_source } else { words.operative_words };
    html! {
        <dl class="details">
            if let (Some(quoted), None) = (operative_words(entry), &entry.compared) {
                { detail(words_label, quoted) }
            }
            { detail(words.verb, provision.verb.into()) }
            { detail(words.duty_bearer, class_and_words(words.duty_bearer_class(provision.duty_bearer), provision.duty_bearer_words.into())) }
            { detail(words.basis, class_and_words(words.basis_class(provision.basis), provision.basis_words.into())) }
            if let Some(note) = provision.note {
                { detail(words.note, note.into()) }
            }
            { detail(words.checked, entry.checked.clone().into()) }
        </dl>
    }
}

fn silence(entry: &SilenceEntry, printing: &Printing) -> Html {
    let (words, silence) = (printing.words, entry.silence);
    html! {
        <div class="silence">
            <p class="empty">{ words.extent(silence.extent) }{ " " }{ printing.sources.number(silence.source) }</p>
            if printing.options.unfolds_all() {
                <dl class="details">
                    { detail(words.basis, silence.how.into()) }
                    if let Some(note) = silence.note {
                        { detail(words.note, note.into()) }
                    }
                    { detail(words.checked, entry.checked.as_str().into()) }
                </dl>
            }
        </div>
    }
}
