use yew::prelude::*;

use crate::dataset::Force;

/// A shape for each force: told apart without colour, in print and in forced colours. The word stands beside it.
pub fn force_mark(force: Force) -> Html {
    let shape = match force {
        Force::Obligation => html! { <rect x="1" y="1" width="10" height="10" fill="currentColor" /> },
        Force::QualifiedObligation => {
            html! { <path d="M1 1h10v10H1zM2.5 2.5v7H6v-7z" fill="currentColor" fill-rule="evenodd" transform="rotate(180 6 6)" /> }
        }
        Force::PoliticalCommitment => {
            html! { <path d="M1 1h10v10H1zM2.5 2.5v7h7v-7z" fill="currentColor" fill-rule="evenodd" /> }
        }
        Force::Encouragement => {
            html! { <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" /> }
        }
        Force::Preambular => {
            html! { <path d="M1 6h2.5M4.75 6h2.5M8.5 6H11" stroke="currentColor" stroke-width="1.5" /> }
        }
        Force::Definition => html! { <path d="M1 2.5h10M1 6h10M1 9.5h10" stroke="currentColor" stroke-width="1.5" /> },
    };
    html! { <svg class="vat-mark" viewBox="0 0 12 12" aria-hidden="true">{ shape }</svg> }
}
