use yew::prelude::*;

use super::{force_mark::force_mark, marked::marked, source::source};
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
                <b>{ marked(&entry.pinpoint) }</b>
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
                        <div><dt>{ words_label }</dt><dd><q class="vat-words" lang={provision.words_lang.unwrap_or("en")}>{ marked(quoted) }</q></dd></div>
                    }
                    <div><dt>{ words.legal_force }</dt><dd>{ words.force(provision.force) }</dd></div>
                    <div><dt>{ words.verb }</dt><dd>{ marked(&entry.verb) }</dd></div>
                    <div>
                        <dt>{ words.duty_bearer }</dt>
                        <dd>{ words.duty_bearer_class(provision.duty_bearer) }<br />{ marked(&entry.duty_bearer_words) }</dd>
                    </div>
                    <div><dt>{ words.basis }</dt><dd>{ words.basis_class(provision.basis) }<br />{ provision.basis_words }</dd></div>
                    if let Some(note) = &entry.note {
                        <div><dt>{ words.note }</dt><dd>{ marked(note) }</dd></div>
                    }
                    <div><dt>{ words.source }</dt><dd>{ source(provision.source, &entry.full_pinpoint) }</dd></div>
                    <div><dt>{ words.checked }</dt><dd>{ &entry.checked }</dd></div>
                </dl>
            </details>
        </li>
    }
}
