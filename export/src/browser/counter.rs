//! Where the reader is asked, and served.

use std::{cell::RefCell, rc::Rc};

use by_address::ByAddress;
use js_sys::{Array, Uint8Array};
use victim_assistance_table::{query::At, view_model::Content};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FilePropertyBag, HtmlDialogElement, ShadowRoot};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::{
    answer_markup, close_dialog, copy, document_text, make_dialog, print_document, quotation_markup,
    rendering::Rendering, save_file, uses_letter,
};
use crate::{
    citation::Style,
    dialog::{Dialog, DialogProps, Order, Task},
    file::{FileError, Format, file, file_name},
    paper::{Document, Options, Orientation, Paper, Sheet, Unfolded},
    shown::{Shown, Spot},
    subject::Subject,
};

const CSS: &str = include_str!("../../../assets/dialog.css");

thread_local! {
    /// What was printed last: some browsers go on reading it while they print.
    static PRINTED: RefCell<Option<Rendering>> = const { RefCell::new(None) };
}

/// What a table shows, and the dialog in which its reader is asked.
#[derive(Debug)]
pub struct Counter {
    root: ShadowRoot,
    shown: ByAddress<Rc<Shown<'static>>>,
    unfolded: Vec<At>,
    dialog: RefCell<Option<HtmlDialogElement>>,
    app: RefCell<Option<AppHandle<Dialog>>>,
}

impl Counter {
    pub fn new(root: ShadowRoot, shown: Shown<'static>, unfolded: Vec<At>) -> Rc<Self> {
        Rc::new(Self {
            root,
            shown: ByAddress(Rc::new(shown)),
            unfolded,
            dialog: RefCell::default(),
            app: RefCell::default(),
        })
    }

    /// What is chosen unless the reader chooses: the paper of their country, the way it lies by the number of columns.
    pub fn usual(&self) -> Options {
        let paper = if uses_letter() { Paper::Letter } else { Paper::A4 };
        let portrait = Sheet { paper, orientation: Orientation::Portrait, text_size: self.shown.query.text_size };
        let fits = match &self.shown.model.content {
            Content::Table(table) => table.columns.len() <= portrait.columns(),
            Content::Page(_) => true,
            Content::Overview(_) => false,
        };
        let orientation = if fits { Orientation::Portrait } else { Orientation::Landscape };
        Options { sheet: Sheet { orientation, ..portrait }, unfolded: Unfolded::At(self.unfolded.clone()) }
    }

    /// Asks the reader how.
    pub fn open(self: &Rc<Self>, task: Task) {
        let counter = self.clone();
        let closed = Closure::once_into_js(move || counter.closed());
        let dialog = make_dialog(&self.root, CSS, closed);
        let app = Renderer::<Dialog>::with_root_and_props(dialog.clone().into(), self.props(task, "")).render();
        *self.dialog.borrow_mut() = Some(dialog);
        *self.app.borrow_mut() = Some(app);
    }

    fn closed(&self) {
        self.dialog.take();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    /// The dialog, in which something was done.
    fn tell(self: &Rc<Self>, task: Task, done: &'static str) {
        let props = self.props(task, done);
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }

    fn props(self: &Rc<Self>, task: Task, done: &'static str) -> DialogProps {
        let (orders, rendered) = (self.clone(), self.clone());
        DialogProps {
            task,
            shown: self.shown.clone(),
            options: self.usual(),
            done: AttrValue::Static(done),
            order: Callback::from(move |order| {
                let counter = orders.clone();
                spawn_local(async move { counter.serve(task, order).await });
            }),
            rendered: Callback::from(move |()| {
                if let Some(dialog) = rendered.dialog.borrow().as_ref().filter(|dialog| !dialog.open()) {
                    // It throws where the dialog is no longer on the page.
                    let _ = dialog.show_modal();
                }
            }),
        }
    }

    async fn serve(self: &Rc<Self>, task: Task, order: Order) {
        match order {
            Order::Close => self.close(),
            Order::Print(options) => {
                // All beside an open dialog is inert, and no browser tells assistive technology of it in a PDF.
                self.close();
                if !self.print(options).await {
                    self.open(task);
                    self.tell(task, self.shown.words.not_printed);
                }
            }
            Order::SaveWebPage => {
                let file = self.web_page().await;
                self.tell(task, self.save(file));
            }
            Order::Save(format) => {
                let file = self.file(format).ok();
                self.tell(task, self.save(file));
            }
            Order::SaveCitation(subject, style) => {
                let name = [&subject.id(), ".", style.extension()].concat();
                let citation = style.write(&[subject.citation(&self.shown)]);
                self.tell(task, self.save(new_file(citation.as_bytes(), &name, style.media_type())));
            }
            Order::CopyText(text) => self.copy(task, &text, "").await,
            Order::CopyProvision(instrument, provision) => {
                let citation = Style::Plain.write(&[Subject::Provision(instrument, provision).citation(&self.shown)]);
                let (words, lang) = (provision.words.unwrap_or_default(), provision.words_lang.unwrap_or("en"));
                let plain: Vec<_> =
                    [words, provision.summary, &citation].into_iter().filter(|text| !text.is_empty()).collect();
                let markup = quotation_markup(words, lang, provision.summary, &citation);
                self.copy(task, &plain.join("\n"), &markup).await;
            }
            Order::CopyPart(spot) => {
                let part = spot.map_or_else(|| (**self.shown).clone(), |spot| self.shown.part(spot));
                let rendering = Rendering::new(Document::new(&part, self.usual())).await;
                let plain = file(&part, Format::Markdown).ok().and_then(|bytes| String::from_utf8(bytes).ok());
                self.copy(task, &plain.unwrap_or_default(), &answer_markup(&rendering.document)).await;
            }
        }
    }

    async fn copy(self: &Rc<Self>, task: Task, plain: &str, markup: &str) {
        let copied = JsFuture::from(copy(plain, markup)).await.is_ok_and(|copied| copied.is_truthy());
        self.tell(task, if copied { self.shown.words.copied } else { self.shown.words.not_copied });
    }

    /// Offers a file to be kept, and says so.
    fn save(&self, file: Option<File>) -> &'static str {
        match file {
            Some(file) => {
                save_file(&file);
                self.shown.words.is_saved
            }
            None => self.shown.words.not_saved,
        }
    }

    fn close(&self) {
        // It calls back, and the dialog must not be borrowed then.
        let dialog = self.dialog.borrow().clone();
        if let Some(dialog) = dialog {
            close_dialog(&dialog);
        }
    }

    /// Prints it so. Whether the browser began to.
    pub async fn print(&self, options: Options) -> bool {
        let rendering = Rendering::new(Document::new(&self.shown, options)).await;
        let began = JsFuture::from(print_document(&self.root, &rendering.document, &rendering.css)).await;
        PRINTED.replace(Some(rendering));
        began.is_ok_and(|began| began.is_truthy())
    }

    /// What is shown as a web page without script.
    pub async fn web_page(&self) -> Option<File> {
        let rendering = Rendering::new(Document::new(&self.shown, self.usual())).await;
        let text = document_text(&rendering.document, &rendering.css);
        new_file(text.as_bytes(), &file_name(&self.shown, "html"), "text/html;charset=utf-8")
    }

    /// What is shown as a file of another kind.
    pub fn file(&self, format: Format) -> Result<File, FileError> {
        let bytes = file(&self.shown, format)?;
        let name = file_name(&self.shown, format.extension());
        new_file(&bytes, &name, format.media_type()).ok_or(FileError::NoFiles)
    }

    /// The place in the table that is shown.
    pub fn spot(&self, row: Option<&str>, column: Option<usize>) -> Option<Spot> {
        self.shown.spot(row?, column?)
    }
}

/// A file; none where the browser makes none.
fn new_file(bytes: &[u8], name: &str, media_type: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes).into());
    File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()
}
