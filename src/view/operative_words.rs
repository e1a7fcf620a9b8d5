use yew::prelude::*;

use crate::{
    locale::Words,
    view_model::{Change, Piece, ProvisionEntry},
};

/// The words themselves, in their language; none where only a paraphrase was seen.
pub fn operative_words(entry: &ProvisionEntry) -> Option<Html> {
    Some(quoted(entry, entry.provision.words?.into()))
}

/// The same, with what differs from the words beside them; none where they are not compared.
pub fn compared_words(entry: &ProvisionEntry, words: Words) -> Option<Html> {
    let pieces = entry.compared.as_ref()?;
    Some(quoted(entry, pieces.iter().map(|one| piece(one, words)).collect()))
}

fn quoted(entry: &ProvisionEntry, words: Html) -> Html {
    let lang = entry.provision.words_lang.unwrap_or("en");
    html! { <q class="vat-words" {lang}>{ words }</q> }
}

fn piece(Piece { text, change }: &Piece, words: Words) -> Html {
    match change {
        None => html! { { *text } },
        Some(Change::Added) => html! { <ins>{ spoken(words.mark_added) }{ *text }{ spoken(words.mark_end) }</ins> },
        Some(Change::Removed) => {
            html! { <del>{ spoken(words.mark_removed) }{ *text }{ spoken(words.mark_end) }</del> }
        }
    }
}

/// Few screen readers say that a text is inserted or deleted.
fn spoken(text: &'static str) -> Html {
    html! { <span class="vat-unseen">{ text }</span> }
}
