use std::rc::Rc;

use by_address::ByAddress;
use yew::prelude::*;

use super::Order;
use crate::shown::Shown;

#[derive(Clone, PartialEq, Properties)]
pub struct SaveFormProps {
    pub shown: ByAddress<Rc<Shown<'static>>>,
    pub order: Callback<Order>,
}

/// What to save.
#[component]
pub fn SaveForm(props: &SaveFormProps) -> Html {
    let SaveFormProps { shown, order } = props;
    let words = shown.words;
    html! {
        <form class="vat-form" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="vat-buttons">
                <button type="button" class="vat-reset" onclick={order.reform(|_: MouseEvent| Order::Save)}>{ "Web page" }</button>
                <button type="button" class="vat-reset" onclick={order.reform(|_: MouseEvent| Order::Close)}>{ words.close }</button>
            </div>
        </form>
    }
}
