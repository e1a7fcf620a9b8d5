//! The dialog in which the reader says how to print, and what to save, cite or copy.

mod choice;
mod cite;
mod print;
mod save;

use std::rc::Rc;

use by_address::ByAddress;
use victim_assistance_table::{
    dataset::{Instrument, Provision},
    locale::Words,
};
use yew::prelude::*;

use self::{cite::CiteForm, print::PrintForm, save::SaveForm};
use crate::{
    citation::Style,
    file::Format,
    paper::Options,
    shown::{Shown, Spot},
    subject::Subject,
    words::ExportStrings,
};

/// What the dialog is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// To print.
    Print,
    /// To save or copy what is shown.
    Save,
    /// To cite or copy one thing, asked for where it stands in the table.
    Cite(Subject, Option<Spot>),
}

impl Task {
    /// The task of that name, as the buttons of the table write it, on what they name.
    #[must_use]
    pub fn from_name(name: &str, subject: Option<&str>, spot: Option<Spot>) -> Option<Self> {
        match name {
            "print" => Some(Self::Print),
            "save" => Some(Self::Save),
            "cite" => Some(Self::Cite(Subject::from_value(subject?)?, spot)),
            _ => None,
        }
    }
}

/// What the reader wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Print it so.
    Print(Options),
    /// Save it as a web page without script.
    SaveWebPage,
    /// Save it as such a file.
    Save(Format),
    /// Save a citation.
    SaveCitation(Subject, Style),
    /// Copy a text.
    CopyText(String),
    /// Copy a provision with its citation.
    CopyProvision(&'static Instrument, &'static Provision),
    /// Copy a cell or a row, or all of it.
    CopyPart(Option<Spot>),
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
        Task::Print => words.export_words.print.to_owned(),
        Task::Save => words.export_words.save.to_owned(),
        Task::Cite(subject, _) => subject.name(),
    };
    html! {
        <div class="vat-app" lang={words.words.lang} dir={words.words.dir} data-text-size={shown.query.text_size.name()} data-reading={shown.query.reading.value()}>
            <h2 id="vat-dialog-title" class="vat-page-title">{ title }</h2>
            { match task {
                Task::Print => html! { <div key="print"><PrintForm shown={shown.clone()} options={options.clone()} order={order.clone()} /></div> },
                Task::Save => html! { <div key="save"><SaveForm shown={shown.clone()} order={order.clone()} /></div> },
                Task::Cite(subject, spot) => html! { <div key="cite"><CiteForm shown={shown.clone()} subject={*subject} spot={*spot} order={order.clone()} /></div> },
            } }
            <p role="status">{ done }</p>
        </div>
    }
}
