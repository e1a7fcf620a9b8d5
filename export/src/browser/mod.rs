//! What the page calls, and what touches the browser.

mod counter;
mod rendering;

use std::rc::Rc;

use js_sys::Promise;
use victim_assistance_table::{dataset::DATASET, intl::Intl, query::At};
use wasm_bindgen::prelude::*;
use web_sys::{Document as HtmlDocument, File, HtmlDialogElement, ShadowRoot};

use self::counter::Counter;
use crate::{dialog::Task, file::Format, shown::Shown, words::ENGLISH};

#[wasm_bindgen(module = "/src/browser/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = makeDialog)]
    fn make_dialog(root: &ShadowRoot, css: &str, closed: JsValue) -> HtmlDialogElement;

    #[wasm_bindgen(js_name = closeDialog)]
    fn close_dialog(dialog: &HtmlDialogElement);

    #[wasm_bindgen(js_name = makeDocument)]
    fn make_document(title: &str, lang: &str, dir: &str) -> HtmlDocument;

    #[wasm_bindgen(js_name = documentText)]
    fn document_text(made: &HtmlDocument, css: &str) -> String;

    #[wasm_bindgen(js_name = printDocument)]
    fn print_document(root: &ShadowRoot, made: &HtmlDocument, css: &str) -> Promise;

    #[wasm_bindgen(js_name = answerMarkup)]
    fn answer_markup(made: &HtmlDocument) -> String;

    #[wasm_bindgen(js_name = quotationMarkup)]
    fn quotation_markup(words: &str, lang: &str, summary: &str, citation: &str) -> String;

    fn copy(plain: &str, markup: &str) -> Promise;

    #[wasm_bindgen(js_name = saveFile)]
    fn save_file(file: &File);

    #[wasm_bindgen(js_name = usesLetter)]
    fn uses_letter() -> bool;

    fn today() -> String;
}

thread_local! {
    // It lives as long as the page.
    static INTL: &'static Intl = Box::leak(Box::new(Intl::english()));
}

/// What can be done with what a table shows.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Export(Rc<Counter>);

#[wasm_bindgen]
impl Export {
    /// What the table in `root` shows: its `attributes`, each name before its value; its room in `em`, or 0; the
    /// address of the page; the places that are unfolded.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(
        root: ShadowRoot,
        attributes: Vec<String>,
        room: u16,
        address: Option<String>,
        unfolded: Vec<String>,
    ) -> Self {
        let asked = attributes.chunks_exact(2).filter_map(|pair| Some((pair.first()?.as_str(), pair.last()?.as_str())));
        let room = (room > 0).then_some(room);
        let shown = Shown::new(asked, room, INTL.with(|intl| *intl), &ENGLISH, address, today());
        let unfolded = unfolded.iter().filter_map(|place| At::from_value(place, &DATASET)).collect();
        Self(Counter::new(root, shown, unfolded))
    }

    /// Asks the reader how to do something, and does it. `subject` is what it is to be done with, if not with all, and
    /// `row` and `column` are where the reader asked for it.
    ///
    /// # Errors
    ///
    /// When there is no such task, or no such subject.
    pub fn open(
        &self,
        task: &str,
        subject: Option<String>,
        row: Option<String>,
        column: Option<usize>,
    ) -> Result<(), JsError> {
        let spot = self.0.spot(row.as_deref(), column);
        let task = Task::from_name(task, subject.as_deref(), spot).ok_or_else(|| {
            JsError::new(&format!("nothing is known of the task “{task}” on {subject:?}: print, save, cite"))
        })?;
        self.0.open(task);
        Ok(())
    }

    /// What is shown as a file: `html`, or one of [`Format::ALL`].
    ///
    /// # Errors
    ///
    /// When there is no such format, or no such file can be made.
    pub async fn file(&self, format: String) -> Result<File, JsError> {
        if format == "html" {
            return self.0.web_page().await.ok_or_else(|| JsError::new("the browser makes no files"));
        }
        let known = || Format::ALL.map(Format::id).join(", ");
        let format = Format::from_id(&format)
            .ok_or_else(|| JsError::new(&format!("nothing is known of the format “{format}”: html, {}", known())))?;
        Ok(self.0.file(format)?)
    }

    /// Prints on the usual paper. Whether the browser began to.
    pub async fn print(&self) -> bool {
        self.0.print(self.0.usual()).await
    }
}
