use yew::prelude::*;

use super::{
    cite_button::cite_button,
    detail::{class_and_words, detail},
    operative_words::operative_words,
    source::source,
};
use crate::{dataset::Basis, locale::Words, view_model::ProvisionEntry};

#[derive(Clone, PartialEq, Properties)]
pub struct ProvisionDetailsProps {
    pub words: Words,
    /// It can be cited and copied.
    pub cites: bool,
    pub entry: ProvisionEntry,
}

/// What stands behind the disclosure of a provision. Most of a table's text stands here: a component of its own, it is
/// not rendered again with every change around it.
#[component]
pub fn ProvisionDetails(props: &ProvisionDetailsProps) -> Html {
    let ProvisionDetailsProps { words, cites, entry } = props;
    let words = *words;
    let provision = entry.provision;
    let words_label = if provision.basis == Basis::Secondary { words.words_of_source } else { words.operative_words };
    html! {
        <details class="vat-details">
            <summary>{ words.details }<span class="vat-unseen">{ ", " }{ entry.full_pinpoint.clone() }</span></summary>
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
            if *cites {
                { cite_button(words, entry.place.value(), &entry.full_pinpoint) }
            }
            if let Some(link) = &entry.link {
                <button type="button" class="vat-small" data-copy={link.clone()}>{ words.copy_provision_link }<span class="vat-unseen">{ ", " }{ entry.full_pinpoint.clone() }</span></button>
            }
        </details>
    }
}
