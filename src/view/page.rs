use yew::prelude::*;

use super::{Manner, about::stated, answer_button::cite_button, cell::cell, command::command, heading::heading};
use crate::{
    query::Action,
    view_model::{Page, Section},
};

/// A view that is read from top to bottom. Its headings stand below the widget's, of that level.
pub fn page(page: &Page, level: u8, manner: Manner, dispatch: &Callback<Action>) -> Html {
    html! {
        <article class="vat-page">
            { heading(level + 1, "vat-page-title", page.title.as_str().into()) }
            <p>{ &page.lead }</p>
            <div>{ for page.sections.iter().map(|one| section(one, level + 2, manner, dispatch)) }</div>
        </article>
    }
}

fn section(section: &Section, level: u8, manner: Manner, dispatch: &Callback<Action>) -> Html {
    html! {
        <section key={section.id} class="vat-section">
            <div>
                { heading(level, "vat-name", section.title.as_str().into()) }
                <p class="vat-description">{ &section.description }</p>
            </div>
            <div class="vat-section-body">
                <div class="vat-notes">{ for section.notes.iter().map(|note| html! { <p>{ note }</p> }) }</div>
                if !section.facts.is_empty() {
                    <dl>{ for section.facts.iter().map(|fact| stated(fact, &section.title)) }</dl>
                }
                if let Some(subject) = &section.cite {
                    { cite_button(manner.words, subject.clone(), &section.title) }
                }
                if let Some(answer) = &section.cell {
                    <div class="vat-cell">{ cell(answer, manner) }</div>
                }
                if !section.lines.is_empty() {
                    <ul class="vat-lines" role="list">
                        { for section.lines.iter().map(|line| html! {
                            <li>{ command(&line.command, "vat-link", dispatch) }{ " " }<span>{ &line.text }</span></li>
                        }) }
                    </ul>
                }
            </div>
        </section>
    }
}
