//! What stands behind the disclosures of provisions and silences: most of a table's text.

use yew::prelude::*;

use super::{
    Manner,
    answer_button::{cite_button, collect_button},
    detail::{class_and_words, detail},
    operative_words::operative_words,
    source::source,
};
use crate::{
    dataset::Basis,
    view_model::{ProvisionEntry, SilenceEntry},
};

/// The words of a provision, and all that vouches for them.
pub fn provision_details(entry: &ProvisionEntry, manner: Manner) -> Html {
    let Manner { words, cites, .. } = manner;
    let provision = entry.provision;
    let words_label = if provision.basis == Basis::Secondary { words.words_of_source } else { words.operative_words };
    html! {
        <>
            <dl>
                if let (Some(quoted), None) = (operative_words(entry), &entry.compared) {
                    { detail(words_label, quoted) }
                }
                { detail(words.legal_force, words.force(provision.force).into()) }
                { detail(words.verb, provision.verb.into()) }
                { detail(words.duty_bearer, class_and_words(words.duty_bearer_class(provision.duty_bearer), provision.duty_bearer_words.into())) }
                { detail(words.basis, class_and_words(words.basis_class(provision.basis), provision.basis_words.into())) }
                if let Some(note) = provision.note {
                    { detail(words.note, note.into()) }
                }
                { detail(words.source, source(provision.source, &entry.full_pinpoint)) }
                { detail(words.checked, entry.checked.clone().into()) }
            </dl>
            if cites {
                { collect_button(words, entry.place, entry.collected, &entry.full_pinpoint) }
                { cite_button(words, entry.place.value(), &entry.full_pinpoint) }
            }
            if let Some(link) = &entry.link {
                <button type="button" class="vat-small" data-copy={link.clone()}>{ words.copy_provision_link }<span class="vat-unseen">{ ", " }{ entry.full_pinpoint.clone() }</span></button>
            }
        </>
    }
}

/// How a silence was checked.
pub fn silence_details(entry: &SilenceEntry, manner: Manner) -> Html {
    let Manner { words, cites, .. } = manner;
    let silence = entry.silence;
    html! {
        <>
            <dl>
                { detail(words.basis, silence.how.into()) }
                if let Some(note) = silence.note {
                    { detail(words.note, note.into()) }
                }
                { detail(words.source, source(silence.source, &entry.about)) }
                { detail(words.checked, entry.checked.as_str().into()) }
            </dl>
            if cites {
                { collect_button(words, entry.place, entry.collected, &entry.about) }
                { cite_button(words, entry.place.value(), &entry.about) }
            }
        </>
    }
}
