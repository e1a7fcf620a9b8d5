use web_sys::Element;
use yew::prelude::*;

use super::{
    detail::{class_and_words, detail},
    marked::marked,
    provision::operative_words,
    source::source,
};
use crate::{dataset::Basis, locale::Words, view_model::ProvisionEntry};

#[derive(Clone, PartialEq, Properties)]
pub struct ProvisionDetailsProps {
    pub words: Words,
    pub entry: ProvisionEntry,
}

/// What stands behind the disclosure of a provision.
///
/// While it is closed it does not follow the search: most of a table's text stands here, and nobody sees its marks. It
/// catches up when it opens.
pub struct ProvisionDetails {
    open: bool,
}

impl Component for ProvisionDetails {
    /// The disclosure is open, or closed.
    type Message = bool;
    type Properties = ProvisionDetailsProps;

    fn create(_: &Context<Self>) -> Self {
        Self { open: false }
    }

    fn update(&mut self, _: &Context<Self>, open: bool) -> bool {
        self.open = open;
        open
    }

    fn changed(&mut self, context: &Context<Self>, before: &ProvisionDetailsProps) -> bool {
        let ProvisionDetailsProps { words, entry } = context.props();
        self.open || *words != before.words || !is_of_same(entry, &before.entry)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ProvisionDetailsProps { words, entry } = context.props();
        let words = *words;
        let provision = entry.provision;
        let words_label =
            if provision.basis == Basis::Secondary { words.words_of_source } else { words.operative_words };
        let ontoggle = context.link().batch_callback(|event: Event| {
            let details = event.target_dyn_into::<Element>()?;
            Some(details.has_attribute("open"))
        });
        html! {
            <details class="vat-details" {ontoggle}>
                <summary>{ words.details }<span class="vat-unseen">{ ", " }{ &entry.full_pinpoint }</span></summary>
                <dl>
                    if let (Some(quoted), false) = (operative_words(entry, words), entry.words_open) {
                        { detail(words_label, quoted) }
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
    }
}

/// Nothing differs but what is marked.
fn is_of_same(entry: &ProvisionEntry, before: &ProvisionEntry) -> bool {
    std::ptr::eq(entry.provision, before.provision)
        && entry.words_open == before.words_open
        && entry.link == before.link
        && entry.full_pinpoint == before.full_pinpoint
}
