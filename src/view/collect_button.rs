use yew::prelude::*;

use super::aria_bool;
use crate::{locale::Words, query::At};

/// A button that collects what stands in a place, or lets it go; `what` is what the reader calls it. The element
/// listens to all of them.
pub fn collect_button(words: Words, place: At, collected: bool, what: &str) -> Html {
    html! {
        <button type="button" class="vat-small" aria-pressed={aria_bool(collected)} data-collect={place.value()}>
            { words.collect }<span class="vat-unseen">{ ", " }{ what }</span>
        </button>
    }
}

/// Says beside an answer that it is collected.
pub fn collected_sign(words: Words, collected: bool) -> Html {
    html! {
        if collected {
            <span class="vat-collected">{ words.separator }{ words.collected }</span>
        }
    }
}
