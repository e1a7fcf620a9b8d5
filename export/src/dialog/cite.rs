use std::rc::Rc;

use by_address::ByAddress;
use yew::prelude::*;

use super::{Order, choice::choice};
use crate::{
    citation::Style,
    shown::{Shown, Spot},
    subject::Subject,
};

#[derive(Clone, PartialEq, Properties)]
pub struct CiteFormProps {
    pub shown: ByAddress<Rc<Shown<'static>>>,
    pub subject: Subject,
    /// Where in the table the reader asked.
    pub spot: Option<Spot>,
    pub order: Callback<Order>,
}

/// How to cite or copy something.
#[component]
pub fn CiteForm(props: &CiteFormProps) -> Html {
    let CiteFormProps { shown, subject, spot, order } = props;
    let words = shown.words;
    let style = use_state_eq(|| Style::Plain);
    let styles = Style::ALL.map(|style| (style, style.label(words).to_owned()));
    let citation = style.write(&[subject.citation(shown)]);
    let button = |label: &'static str, what: Order| {
        html! { <button type="button" class="vat-reset" onclick={order.reform(move |_: MouseEvent| what.clone())}>{ label }</button> }
    };
    let choose = {
        let style = style.clone();
        move |next| style.set(next)
    };
    html! {
        <form class="vat-form" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="vat-choices">{ choice(words.style, &styles, *style, choose) }</div>
            <pre class="vat-citation" tabindex="0" aria-label={words.citation}>{ &citation }</pre>
            <div class="vat-buttons">
                <button type="button" class="vat-reset vat-do" autofocus=true onclick={order.reform({
                    let citation = citation.clone();
                    move |_: MouseEvent| Order::CopyText(citation.clone())
                })}>{ words.copy_citation }</button>
                { button(words.save_citation, Order::SaveCitation(*subject, *style)) }
                if let Subject::Provision(instrument, provision) = subject {
                    { button(words.copy_provision, Order::CopyProvision(instrument, provision)) }
                }
                if let Some(spot) = spot {
                    { button(words.copy_cell, Order::CopyPart(Some(*spot))) }
                    { button(words.copy_row, Order::CopyPart(Some(Spot { column: None, ..*spot }))) }
                }
                { button(words.close, Order::Close) }
            </div>
        </form>
    }
}
