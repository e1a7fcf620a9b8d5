//! The dialog in which the reader says how to print, and what to save.

mod choice;
mod print;
mod save;

use std::rc::Rc;

use by_address::ByAddress;
use victim_assistance_table::locale::Words;
use yew::prelude::*;

use self::{print::PrintForm, save::SaveForm};
use crate::{paper::Options, shown::Shown, words::ExportStrings};

/// What the dialog is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// To print.
    Print,
    /// To save or copy.
    Save,
}

impl Task {
    /// The task of that name, as the buttons of the table write it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "print" => Some(Self::Print),
            "save" => Some(Self::Save),
            _ => None,
        }
    }
}

/// What the reader wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Print it so.
    Print(Options),
    /// Save it as a file.
    Save,
    /// Nothing more.
    Close,
}

/// Props of [`Dialog`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// What the dialog is for.
    pub task: Task,
    /// What is shown.
    pub shown: ByAddress<Rc<Shown<'static>>>,
    /// What was chosen before, or would be usual.
    pub options: Options,
    /// What was done, in a sentence; empty before.
    pub done: AttrValue,
    /// Takes what the reader wants done.
    pub order: Callback<Order>,
    /// Is told when the dialog stands.
    pub rendered: Callback<()>,
}

/// The words a form needs.
#[derive(Clone, Copy, PartialEq)]
struct FormWords {
    words: Words,
    export_words: &'static ExportStrings,
}

/// The inside of the dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let DialogProps { task, shown, options, done, order, rendered } = props;
    use_effect_with(rendered.clone(), |rendered| rendered.emit(()));
    let words = FormWords { words: shown.locale.words(), export_words: shown.words };
    let title = match task {
        Task::Print => words.export_words.print,
        Task::Save => words.export_words.save,
    };
    html! {
        <div class="vat-app" lang={words.words.lang} dir={words.words.dir} data-text-size={shown.query.text_size.name()}>
            <h2 id="vat-dialog-title" class="vat-page-title">{ title }</h2>
            { match task {
                Task::Print => html! { <div key="print"><PrintForm shown={shown.clone()} options={options.clone()} order={order.clone()} /></div> },
                Task::Save => html! { <div key="save"><SaveForm shown={shown.clone()} order={order.clone()} /></div> },
            } }
            <p role="status">{ done }</p>
        </div>
    }
}
