use yew::prelude::*;

/// A heading of a level; below the sixth there is none, and no level is skipped.
pub fn heading(level: u8, class: &'static str, contents: Html) -> Html {
    let tag = match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    html! { <@{tag} {class} part={(class == "vat-title").then_some("title")}>{ contents }</@> }
}
