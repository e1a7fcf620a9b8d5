use yew::prelude::*;

use super::{
    detail::{class_and_words, detail},
    force_mark::force_mark,
    marked::marked,
    source::source,
};
use crate::{dataset::Basis, locale::Words, view_model::ProvisionEntry};

/// A provision: pinpoint, force, summary; its words and all that vouches for them by disclosure.
pub fn provision(entry: &ProvisionEntry, words: Words) -> Html {
    let provision = entry.provision;
    let secondary = provision.basis == Basis::Secondary;
    let words_label = if secondary { words.words_of_source } else { words.operative_words };
    html! {
        <li key={provision.id} class="vat-provision" part="provision">
            <p class="vat-pinpoint">
                { force_mark(provision.force) }
                <b>{ marked(&entry.pinpoint) }</b>{ " " }
                <span class="vat-force">{ words.force(provision.force) }</span>
            </p>
            <p class="vat-summary">{ marked(&entry.summary) }</p>
            if secondary {
                <p class="vat-empty">{ words.basis_secondary }</p>
            }
            <details class="vat-details">
                <summary>{ words.details }<span class="vat-unseen">{ ", " }{ &entry.full_pinpoint }</span></summary>
                <dl>
                    if let Some(quoted) = &entry.words {
                        { detail(words_label, html! { <q class="vat-words" lang={provision.words_lang.unwrap_or("en")}>{ marked(quoted) }</q> }) }
                    }
                    { detail(words.legal_force, words.force(provision.force).into()) }
                    { detail(words.verb, marked(&entry.verb)) }
                    { detail(words.duty_bearer, class_and_words(words.duty_bearer_class(provision.duty_bearer), marked(&entry.duty_bearer_words))) }
                    { detail(words.basis, class_and_words(words.basis_class(provision.basis), provision.basis_words.into())) }
                    if let Some(note) = &entry.note {
                        { detail(words.note, marked(note)) }
                    }
                    { detail(words.source, source(provision.source, &entry.full_pinpoint)) }
                    { detail(words.checked, entry.checked.as_str().into()) }
                </dl>
            </details>
        </li>
    }
}
