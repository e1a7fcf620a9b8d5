use yew::prelude::*;

use super::{detail::detail, source::source};
use crate::view_model::{AboutInstrument, Shared, StatedFact};

#[derive(Clone, PartialEq, Properties)]
pub struct AboutProps {
    pub instruments: Shared<Vec<AboutInstrument>>,
}

/// The facts of the instruments in the table.
#[component]
pub fn About(props: &AboutProps) -> Html {
    html! {
        <div class="vat-about-instruments">
            { for props.instruments.iter().map(|about| html! {
                <section key={about.instrument.id} aria-label={about.instrument.short_title}>
                    <p class="vat-name">{ about.instrument.short_title }</p>
                    <dl>{ for about.facts.iter().map(|fact| stated(fact, about.instrument.name)) }</dl>
                </section>
            }) }
        </div>
    }
}

pub fn stated(fact: &StatedFact, instrument: &str) -> Html {
    let what = [fact.label, instrument].join(", ");
    detail(
        fact.label,
        html! {
            <>
                { source(&fact.text, &what) }
                if let Some(note) = fact.note {
                    <span class="vat-note">{ note }</span>
                }
                <span class="vat-sources">{ for fact.sources.iter().map(|one| html! { <span>{ source(one, &what) }</span> }) }</span>
            </>
        },
    )
}
