use yew::prelude::*;

/// A source as a link, or in words where it is no address. `what` says, unseen, what it is the source of.
pub fn source(source: &str, what: &str) -> Html {
    match linkable(source) {
        Some(host) => html! {
            <a href={source.to_owned()}>{ host }<span class="vat-unseen">{ ", " }{ what }</span></a>
        },
        None => html! { <span>{ source }</span> },
    }
}

/// A text that leads to its source, where that is an address.
pub fn source_of(source: &str, text: &'static str) -> Html {
    match linkable(source) {
        Some(_) => html! { <a href={source.to_owned()}>{ text }</a> },
        None => html! { { text } },
    }
}

/// The host of an address a reader may safely follow; none where it is no such address.
fn linkable(source: &str) -> Option<&str> {
    let rest = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"))?;
    rest.split('/').next().filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::linkable;

    #[test]
    fn links_only_to_the_web() {
        assert_eq!(linkable("https://treaties.un.org/doc"), Some("treaties.un.org"));
        assert_eq!(linkable("http://unog.ch"), Some("unog.ch"));
        assert_eq!(linkable("javascript:alert(1)"), None);
        assert_eq!(linkable("data:text/html,x"), None);
        assert_eq!(linkable("Landmine Monitor 2017"), None);
    }
}
