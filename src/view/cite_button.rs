use yew::prelude::*;

use crate::locale::Words;

/// A button that asks how to cite or copy something; `subject` names it to `export/`, and `what` to the reader.
pub fn cite_button(words: Words, subject: String, what: &str) -> Html {
    html! {
        <button type="button" class="vat-small" aria-haspopup="dialog" data-task="cite" data-subject={subject}>
            { words.cite }<span class="vat-unseen">{ ", " }{ what }</span>
        </button>
    }
}
