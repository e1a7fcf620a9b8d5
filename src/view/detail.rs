use yew::prelude::*;

/// A row of a list of details.
pub fn detail(label: &'static str, value: Html) -> Html {
    html! { <div><dt>{ label }</dt><dd>{ value }</dd></div> }
}

/// A class, and on the next line the exact words it stands for.
pub fn class_and_words(class: &'static str, words: Html) -> Html {
    html! { <>{ class }<br />{ words }</> }
}
