use yew::prelude::*;

use super::command::command;
use crate::{
    locale::Words,
    query::Action,
    view_model::{Glossary, Shared},
};

#[derive(Clone, PartialEq, Properties)]
pub struct WordsExplainedProps {
    pub words: Words,
    pub glossary: Shared<Glossary>,
    pub dispatch: Callback<Action>,
}

/// Words and abbreviations explained.
#[component]
pub fn WordsExplained(props: &WordsExplainedProps) -> Html {
    let WordsExplainedProps { words, glossary, dispatch } = props;
    html! {
        <>
            <dl class="vat-glossary">
                { for glossary.terms.iter().map(|(term, commands)| html! {
                    <div>
                        <dt>{ term.term }</dt>
                        <dd>{ term.meaning }{ " " }{ for commands.iter().map(|one| html! { <>{ command(one, "vat-link", dispatch) }{ " " }</> }) }</dd>
                    </div>
                }) }
            </dl>
            <p>{ words.abbreviations }</p>
            <dl class="vat-abbreviations">
                { for glossary.abbreviations.iter().map(|one| html! { <div><dt>{ one.short }</dt><dd>{ one.long }</dd></div> }) }
            </dl>
        </>
    }
}
