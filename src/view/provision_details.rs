use yew::prelude::*;

use super::Manner;
use crate::view_model::ProvisionEntry;

#[derive(Clone, PartialEq, Properties)]
pub struct ProvisionDetailsProps {
    pub manner: Manner,
    pub entry: ProvisionEntry,
}

/// The disclosure of a provision. Most of a table's text stands behind it: a component of its own, it is not rendered
/// again with every change around it.
#[component]
pub fn ProvisionDetails(props: &ProvisionDetailsProps) -> Html {
    let ProvisionDetailsProps { manner, entry } = props;
    let opened = use_state_eq(|| false);
    let ontoggle = manner.large.then(|| {
        let opened = opened.clone();
        Callback::from(move |_: Event| opened.set(true))
    });
    let layouts = manner.layouts.filter(|_| !manner.large || *opened);
    html! {
        <details class="vat-details" {ontoggle}>
            <summary>{ manner.words.details }<span class="vat-unseen">{ ", " }{ entry.full_pinpoint.clone() }</span></summary>
            <div>{ layouts.map(|layouts| layouts.provision_details(entry, *manner)) }</div>
        </details>
    }
}
