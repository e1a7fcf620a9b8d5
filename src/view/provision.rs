use yew::prelude::*;

use super::{Manner, force_mark::force_mark, marked::marked, provision_details::ProvisionDetails, source::source_of};
use crate::{dataset::Basis, locale::Words, view_model::ProvisionEntry};

/// A provision: pinpoint, force, summary; its words and all that vouches for them by disclosure.
pub fn provision(entry: &ProvisionEntry, manner: Manner) -> Html {
    let Manner { words, details, .. } = manner;
    let provision = entry.provision;
    let secondary = provision.basis == Basis::Secondary;
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
            if let (Some(quoted), true) = (operative_words(entry, words), entry.words_open) {
                <p>{ quoted }</p>
            }
            if details {
                <ProvisionDetails {words} entry={entry.clone()} />
            }
        </li>
    }
}

/// The words themselves, in their language; none where only a paraphrase was seen.
pub fn operative_words(entry: &ProvisionEntry, words: Words) -> Option<Html> {
    let lang = entry.provision.words_lang.unwrap_or("en");
    entry.words.as_ref().map(|quoted| html! { <q class="vat-words" {lang}>{ marked(quoted, words) }</q> })
}
