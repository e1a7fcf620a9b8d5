use yew::prelude::*;

use crate::{
    locale::Words,
    query::{Mark, Marked, Piece},
};

/// A text with what was searched for marked, or what differs from another text. Must stand in an element of its own: the
/// number of pieces changes.
pub fn marked(text: &Marked, words: Words) -> Html {
    text.iter()
        .map(|Piece { text, mark }| match mark {
            None => html! { { *text } },
            Some(Mark::Found) => html! { <mark>{ *text }</mark> },
            Some(Mark::Added) => html! { <ins>{ spoken(words.mark_added) }{ *text }{ spoken(words.mark_end) }</ins> },
            Some(Mark::Removed) => {
                html! { <del>{ spoken(words.mark_removed) }{ *text }{ spoken(words.mark_end) }</del> }
            }
        })
        .collect()
}

/// Few screen readers say that a text is inserted or deleted.
fn spoken(text: &'static str) -> Html {
    html! { <span class="vat-unseen">{ text }</span> }
}
