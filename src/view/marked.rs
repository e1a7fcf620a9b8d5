use yew::prelude::*;

use crate::query::{Marked, Piece};

/// A text with what was searched for marked. Must stand in an element of its own: the number of pieces changes.
pub fn marked(text: &Marked) -> Html {
    text.iter()
        .map(|Piece { text, found }| {
            if *found {
                html! { <mark>{ *text }</mark> }
            } else {
                html! { { *text } }
            }
        })
        .collect()
}
