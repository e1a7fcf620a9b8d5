use yew::prelude::*;

use super::{
    Manner, answer_button::with_sign, force_mark::force_mark, operative_words::compared_words,
    provision_details::ProvisionDetails, source::source_of,
};
use crate::{dataset::Basis, view_model::ProvisionEntry};

/// A provision: pinpoint, force, summary; its words and all that vouches for them by disclosure.
pub fn provision(entry: &ProvisionEntry, manner: Manner) -> Html {
    let Manner { words, details, .. } = manner;
    let provision = entry.provision;
    let secondary = provision.basis == Basis::Secondary;
    html! {
        <li key={provision.id} class="vat-provision" part={details.then_some("provision")} data-at={entry.at.then_some("")}>
            <p class="vat-pinpoint">
                { force_mark(provision.force) }
                <b>
                    if details {
                        { provision.pinpoint }
                    } else {
                        { source_of(provision.source, provision.pinpoint) }
                    }
                </b>{ " " }
                <span class="vat-force">{ with_sign(words.force(provision.force), entry.collected, words) }</span>
            </p>
            <p class="vat-summary">{ entry.summary.clone() }</p>
            if secondary {
                <p class="vat-empty">{ words.basis_secondary }</p>
            }
            if let Some(quoted) = compared_words(entry, words) {
                <p>{ quoted }</p>
            }
            if details {
                <ProvisionDetails {manner} entry={entry.clone()} />
            }
        </li>
    }
}
