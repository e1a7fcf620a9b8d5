//! A view that is read from top to bottom, on paper.

use victim_assistance_table::{
    view::detail,
    view_model::{Page, Section, StatedFact},
};
use yew::prelude::*;

use super::{Printing, cell::cell, sources::address};

/// What a page says, under headings of the second level and below.
pub fn page(page: &Page, printing: &Printing) -> Html {
    html! {
        <article>
            <h2>{ &page.title }</h2>
            <p>{ &page.lead }</p>
            { for page.sections.iter().map(|one| section(one, printing)) }
        </article>
    }
}

fn section(section: &Section, printing: &Printing) -> Html {
    html! {
        <section>
            <h3>{ &section.title }</h3>
            if !section.description.is_empty() {
                <p class="description">{ &section.description }</p>
            }
            { for section.notes.iter().map(|note| html! { <p>{ note }</p> }) }
            if !section.facts.is_empty() {
                <dl class="facts">{ for section.facts.iter().map(|fact| stated(fact, printing)) }</dl>
            }
            if let Some(answer) = &section.cell {
                { cell(answer, printing) }
            }
            if !section.lines.is_empty() {
                <ul class="lines">
                    { for section.lines.iter().map(|line| html! { <li><b>{ &line.command.label }</b>{ " " }{ &line.text }</li> }) }
                </ul>
            }
        </section>
    }
}

fn stated(fact: &StatedFact, printing: &Printing) -> Html {
    let value = html! {
        <>
            { address(&fact.text) }
            { for fact.sources.iter().map(|source| html! { <>{ " " }{ printing.sources.number(source) }</> }) }
            if let Some(note) = fact.note {
                <span class="description">{ note }</span>
            }
        </>
    };
    detail(fact.label, value)
}
