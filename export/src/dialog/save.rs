use std::rc::Rc;

use by_address::ByAddress;
use yew::prelude::*;

use super::Order;
use crate::{file::Format, shown::Shown};

#[derive(Clone, PartialEq, Properties)]
pub struct SaveFormProps {
    pub shown: ByAddress<Rc<Shown<'static>>>,
    pub order: Callback<Order>,
}

/// What to save or copy.
#[component]
pub fn SaveForm(props: &SaveFormProps) -> Html {
    let SaveFormProps { shown, order } = props;
    let words = shown.words;
    let button = |label: &'static str, what: Order, first: bool| {
        html! { <button type="button" class="vat-reset" autofocus={first} onclick={order.reform(move |_: MouseEvent| what.clone())}>{ label }</button> }
    };
    html! {
        <form class="vat-form" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="vat-files">
                { button(words.file_web_page, Order::SaveWebPage, true) }
                { for Format::ALL.map(|format| button(format.label(words), Order::Save(format), false)) }
            </div>
            <div class="vat-buttons">
                { button(words.copy_table, Order::CopyPart(None), false) }
                { button(words.close, Order::Close, false) }
            </div>
        </form>
    }
}
