//! What lays out all besides a first table: loaded when a reader first turns to the table ([`crate::on_demand`]). The
//! rest of this folder, but for the static table, reaches these components through [`LayOut`] alone, and shows their
//! places empty until they are there.

use by_address::ByAddress;
use yew::prelude::*;

use super::{
    Manner,
    about::About,
    details::{provision_details, silence_details},
    filter_panel::FilterPanel,
    glossary::WordsExplained,
    overview::overview,
    page::page,
    reading::reading_choices,
};
use crate::{
    locale::Words,
    query::{Action, Reading},
    view_model::{AboutInstrument, Glossary, Overview, Page, ProvisionEntry, Shared, SilenceEntry, ViewModel},
};

/// [`ALL_LAYOUTS`], as components are given it: there is one, so its address is compared.
pub type Layouts = ByAddress<&'static dyn LayOut>;

/// Lays out what a first table does without. Behind a trait, so that nothing else names what lays it out.
pub trait LayOut: std::fmt::Debug {
    /// An answer to be read.
    fn page(&self, page: &Page, level: u8, manner: Manner, dispatch: &Callback<Action>) -> Html;

    /// The whole at a glance.
    fn overview(&self, overview: &Overview, words: Words, dispatch: &Callback<Action>) -> Html;

    /// How a text can be set.
    fn reading(&self, chosen: Reading, words: Words) -> Html;

    /// The panel at that place.
    fn panel(&self, model: &Shared<ViewModel>, at: usize, open: bool, dispatch: &Callback<Action>) -> Html;

    /// What stands behind the disclosure of a provision.
    fn provision_details(&self, entry: &ProvisionEntry, manner: Manner) -> Html;

    /// What stands behind the disclosure of a silence.
    fn silence_details(&self, entry: &SilenceEntry, manner: Manner) -> Html;

    /// The facts of the instruments that are shown.
    fn about(&self, instruments: &Shared<Vec<AboutInstrument>>) -> Html;

    /// The words that the table uses, explained.
    fn glossary(&self, glossary: &Shared<Glossary>, words: Words, dispatch: &Callback<Action>) -> Html;
}

/// What [`crate::on_demand`] hands over.
pub static ALL_LAYOUTS: AllLayouts = AllLayouts;

/// Each by its component.
#[derive(Debug)]
pub struct AllLayouts;

impl LayOut for AllLayouts {
    fn page(&self, content: &Page, level: u8, manner: Manner, dispatch: &Callback<Action>) -> Html {
        page(content, level, manner, dispatch)
    }

    fn overview(&self, content: &Overview, words: Words, dispatch: &Callback<Action>) -> Html {
        overview(content, words, Some(dispatch))
    }

    fn reading(&self, chosen: Reading, words: Words) -> Html {
        reading_choices(chosen, words)
    }

    fn panel(&self, model: &Shared<ViewModel>, at: usize, open: bool, dispatch: &Callback<Action>) -> Html {
        html! { <FilterPanel model={model.clone()} {at} {open} dispatch={dispatch.clone()} /> }
    }

    fn provision_details(&self, entry: &ProvisionEntry, manner: Manner) -> Html {
        provision_details(entry, manner)
    }

    fn silence_details(&self, entry: &SilenceEntry, manner: Manner) -> Html {
        silence_details(entry, manner)
    }

    fn about(&self, instruments: &Shared<Vec<AboutInstrument>>) -> Html {
        html! { <About instruments={instruments.clone()} /> }
    }

    fn glossary(&self, glossary: &Shared<Glossary>, words: Words, dispatch: &Callback<Action>) -> Html {
        html! { <WordsExplained {words} glossary={glossary.clone()} dispatch={dispatch.clone()} /> }
    }
}
