//! Where the provisions were read, as numbers in the text and a list at its end.

use std::cell::RefCell;

use yew::prelude::*;

/// The sources that the text has named so far, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Sources(RefCell<Vec<&'static str>>);

impl Sources {
    /// The number of a source, leading to its place in the list.
    pub fn number(&self, source: &'static str) -> Html {
        let mut sources = self.0.borrow_mut();
        let place = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        let number = place + 1;
        html! { <a class="source" href={format!("#source-{number}")}>{ "[" }{ number }{ "]" }</a> }
    }

    /// The list of all that have a number.
    pub fn list(&self) -> Html {
        html! {
            <ol>
                { for self.0.borrow().iter().enumerate().map(|(place, source)| html! {
                    <li id={format!("source-{}", place + 1)}>{ address(source) }</li>
                }) }
            </ol>
        }
    }

    /// No source has a number.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}

/// An address in full, which can be followed on a screen and typed from paper; or a work in words.
pub fn address(source: &str) -> Html {
    if source.starts_with("https://") || source.starts_with("http://") {
        html! { <a href={source.to_owned()}>{ source }</a> }
    } else {
        html! { { source } }
    }
}
