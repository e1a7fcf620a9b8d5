use std::rc::Rc;

use by_address::ByAddress;
use victim_assistance_table::{locale::fill, query::TextSize};
use yew::prelude::*;

use super::{Order, choice::choice};
use crate::{
    paper::{Options, Orientation, Paper, Sheet, Unfolded},
    shown::Shown,
};

#[derive(Clone, PartialEq, Properties)]
pub struct PrintFormProps {
    pub shown: ByAddress<Rc<Shown<'static>>>,
    /// What is chosen at first.
    pub options: Options,
    pub order: Callback<Order>,
}

/// How to print.
#[component]
pub fn PrintForm(props: &PrintFormProps) -> Html {
    let PrintFormProps { shown, options, order } = props;
    let words = shown.words;
    let sheet = use_state_eq(|| options.sheet);
    let all_details = use_state_eq(|| false);
    let now = *sheet;
    let choose = move |next: Sheet| sheet.set(next);
    let print = {
        let unfolded = if *all_details { Unfolded::All } else { options.unfolded.clone() };
        let chosen = Options { sheet: now, unfolded };
        order.reform(move |_: MouseEvent| Order::Print(chosen.clone()))
    };
    let papers = Paper::ALL.map(|paper| (Sheet { paper, ..now }, paper.name().to_owned()));
    let orientations = [(Orientation::Portrait, words.portrait), (Orientation::Landscape, words.landscape)]
        .map(|(orientation, label)| (Sheet { orientation, ..now }, label.to_owned()));
    let sizes = TextSize::ALL.map(|text_size| {
        let sheet = Sheet { text_size, ..now };
        let values = [("percent", &*shown.locale.number(text_size.percent().into())), ("points", &*sheet.points())];
        (sheet, fill(words.text_points, &values))
    });
    let details =
        [(false, words.details_unfolded), (true, words.details_all)].map(|(all, label)| (all, label.to_owned()));
    // Where a table has more columns than fit, its reader is told what becomes of the others.
    let columns = now.columns();
    let has_sets = shown.model.table().is_some_and(|table| table.columns.len() > columns);
    html! {
        <form class="vat-form" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="vat-choices">
                { choice(words.paper, &papers, now, choose.clone()) }
                { choice(words.orientation, &orientations, now, choose.clone()) }
                { choice(shown.locale.words().text_size, &sizes, now, choose) }
                { choice(shown.locale.words().details, &details, *all_details, move |all| all_details.set(all)) }
            </div>
            <p hidden={!has_sets}>{ shown.locale.count(&words.columns_a_sheet, columns) }</p>
            <div class="vat-buttons">
                <button type="button" class="vat-reset vat-do" autofocus=true onclick={print}>{ words.do_print }</button>
                <button type="button" class="vat-reset" onclick={order.reform(|_: MouseEvent| Order::Close)}>{ words.close }</button>
            </div>
        </form>
    }
}
