//! A document in the browser.

use std::rc::Rc;

use by_address::ByAddress;
use futures::channel::oneshot;
use web_sys::{Document as HtmlDocument, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use super::make_document;
use crate::paper::{Body, BodyProps, Document};

/// A document that stands until it is dropped.
pub struct Rendering {
    /// The document.
    pub document: HtmlDocument,
    /// Its styles.
    pub css: String,
    app: Option<AppHandle<Body>>,
}

impl Rendering {
    /// Makes it, and waits until all of it stands: Yew lets the browser do other things in the midst.
    pub async fn new(document: Document) -> Self {
        let (lang, dir) = document.language();
        let (html, css) = (make_document(document.title(), lang, dir), document.css());
        let (stands, standing) = oneshot::channel();
        let stands = std::cell::Cell::new(Some(stands));
        let rendered = Callback::from(move |()| {
            if let Some(stands) = stands.take() {
                // Whoever waits no more need not be told.
                let _ = stands.send(());
            }
        });
        let props = BodyProps { document: ByAddress(Rc::new(document)), rendered };
        let app =
            html.body().map(|body: HtmlElement| Renderer::<Body>::with_root_and_props(body.into(), props).render());
        // It is told, unless the document has no body to stand in.
        let _ = standing.await;
        Self { document: html, css, app }
    }
}

impl Drop for Rendering {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}
