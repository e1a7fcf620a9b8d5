use yew::prelude::*;

use super::aria_bool;
use crate::{locale::Words, query::At};

/// A button that asks how to cite or copy something; `subject` names it to `export/`, and `what` to the reader.
pub fn cite_button(words: Words, subject: String, what: &str) -> Html {
    answer_button(words.cite, what, Some(subject), None)
}

/// A button that collects what stands in a place, or lets it go.
pub fn collect_button(words: Words, place: At, collected: bool, what: &str) -> Html {
    answer_button(words.collect, what, None, Some((place.value(), collected)))
}

/// The element listens to all of them.
fn answer_button(label: &'static str, what: &str, cites: Option<String>, collects: Option<(String, bool)>) -> Html {
    let dialog = cites.is_some();
    let pressed = collects.as_ref().map(|(_, collected)| aria_bool(*collected));
    html! {
        <button type="button" class="vat-small" aria-haspopup={dialog.then_some("dialog")} data-task={dialog.then_some("cite")} data-subject={cites} aria-pressed={pressed} data-collect={collects.map(|(place, _)| place)}>
            { label }<span class="vat-unseen">{ ", " }{ what }</span>
        </button>
    }
}

/// What is said of an answer, and that it is collected.
pub fn with_sign(said: &'static str, collected: bool, words: Words) -> AttrValue {
    if collected { [said, words.separator, words.collected].concat().into() } else { AttrValue::Static(said) }
}
