use yew::prelude::*;

use super::{
    Manner,
    detail::{class_and_words, detail},
    force_mark::force_mark,
    marked::marked,
    source::{source, source_of},
};
use crate::{dataset::Basis, view_model::ProvisionEntry};

/// A provision: pinpoint, force, summary; its words and all that vouches for them by disclosure.
pub fn provision(entry: &ProvisionEntry, manner: Manner) -> Html {
    let Manner { words, details, .. } = manner;
    let provision = entry.provision;
    let secondary = provision.basis == Basis::Secondary;
    let words_label = if secondary { words.words_of_source } else { words.operative_words };
    let quoted = entry.words.as_ref().map(|quoted| {
        html! { <q class="vat-words" lang={provision.words_lang.unwrap_or("en")}>{ marked(quoted, words) }</q> }
    });
    html! {
        <li key={provision.id} class="vat-provision" part="provision" data-at={entry.at.then_some("")}>
            <p class="vat-pinpoint">
                { force_mark(provision.force) }
                <b>
                    if details {
                        { marked(&entry.pinpoint, words) }
                    } else {
                        { source_of(provision.source, provision.pinpoint) }
                    }
                </b>{ " " }
                <span class="vat-force">{ words.force(provision.force) }</span>
            </p>
            <p class="vat-summary">{ marked(&entry.summary, words) }</p>
            if secondary {
                <p class="vat-empty">{ words.basis_secondary }</p>
            }
            if let (Some(quoted), true) = (&quoted, entry.words_open) {
                <p>{ quoted.clone() }</p>
            }
            if details {
                <details class="vat-details">
                    <summary>{ words.details }<span class="vat-unseen">{ ", " }{ &entry.full_pinpoint }</span></summary>
                    <dl>
                        if let (Some(quoted), false) = (&quoted, entry.words_open) {
                            { detail(words_label, quoted.clone()) }
                        }
                        { detail(words.legal_force, words.force(provision.force).into()) }
                        { detail(words.verb, marked(&entry.verb, words)) }
                        { detail(words.duty_bearer, class_and_words(words.duty_bearer_class(provision.duty_bearer), marked(&entry.duty_bearer_words, words))) }
                        { detail(words.basis, class_and_words(words.basis_class(provision.basis), provision.basis_words.into())) }
                        if let Some(note) = &entry.note {
                            { detail(words.note, marked(note, words)) }
                        }
                        { detail(words.source, source(provision.source, &entry.full_pinpoint)) }
                        { detail(words.checked, entry.checked.as_str().into()) }
                    </dl>
                    if let Some(link) = &entry.link {
                        <button type="button" class="vat-small" data-copy={link.clone()}>{ words.copy_provision_link }<span class="vat-unseen">{ ", " }{ &entry.full_pinpoint }</span></button>
                    }
                </details>
            }
        </li>
    }
}
