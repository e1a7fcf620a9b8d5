//! The custom element: what touches the browser.

mod address;
mod root;
mod storage;
mod widget;

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Error, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, HtmlElement};

use self::widget::Widget;
use crate::{
    dataset::OUTLINE,
    intl::Intl,
    locale::Locale,
    on_demand::{self, OnDemand},
    query::Attribute,
    view_model::Grid,
};

/// Attributes besides those of the query, and whether they are flags.
const HEADING_LEVEL: &str = "heading-level";
/// Read by the script that the page includes, before there is an element.
const LOADING: &str = "loading";
const NO_EXPORT: &str = "no-export";
const NO_TOOLBAR: &str = "no-toolbar";
const REMEMBER_TEXT_SIZE: &str = "remember-text-size";
/// Address of another dataset; not to be chosen by whoever makes a link to a frame.
pub const SRC: &str = "src";
/// Of no use in a frame: its address is not the one that readers see.
pub const URL_STATE: &str = "url-state";
const OTHER_ATTRIBUTES: [(&str, bool); 7] = [
    (HEADING_LEVEL, false),
    (LOADING, false),
    (NO_EXPORT, true),
    (NO_TOOLBAR, true),
    (REMEMBER_TEXT_SIZE, true),
    (SRC, false),
    (URL_STATE, false),
];

/// Every attribute that the element observes, and whether it is a flag.
pub fn attributes() -> impl Iterator<Item = (&'static str, bool)> {
    Attribute::ALL.map(|attribute| (attribute.name(), false)).into_iter().chain(OTHER_ATTRIBUTES)
}

const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/first.css"));

#[wasm_bindgen(module = "/src/element/element.js")]
extern "C" {
    fn define(version: &str, attributes: &Object, open: &Opens, take: &Takes);

    #[wasm_bindgen(js_name = addStyles)]
    fn add_styles(css: &str);

    #[wasm_bindgen(js_name = failAll)]
    fn fail_all(message: &str);

    /// Keys and values in turn.
    #[wasm_bindgen(js_name = readAddress)]
    fn read_address(name: &str) -> Array;

    #[wasm_bindgen(js_name = writeAddress)]
    fn write_address(name: &str, texts: &Array, step: bool);

    /// What the class in `element.js` adds to an element.
    #[wasm_bindgen(extends = HtmlElement)]
    #[derive(Debug, Clone)]
    type VictimAssistanceTable;

    #[wasm_bindgen(method)]
    fn shown(this: &VictimAssistanceTable) -> bool;

    #[wasm_bindgen(method)]
    fn changed(this: &VictimAssistanceTable);

    #[wasm_bindgen(method)]
    fn warn(this: &VictimAssistanceTable, message: &str);

    #[wasm_bindgen(method)]
    fn fail(this: &VictimAssistanceTable, message: &str);

    #[wasm_bindgen(method, js_name = keepFocus)]
    fn keep_focus(this: &VictimAssistanceTable);

    #[wasm_bindgen(method)]
    fn mark(this: &VictimAssistanceTable, searches: bool);

    #[wasm_bindgen(method)]
    fn large(this: &VictimAssistanceTable, goes_on: bool);

    #[wasm_bindgen(method)]
    fn reveal(this: &VictimAssistanceTable) -> bool;
}

/// Makes the widget of an element in a node, in so much room, of the dataset with a number, or of the built-in one.
type Opens = Closure<dyn Fn(HtmlElement, Element, u16, Option<usize>) -> Widget>;
/// Takes a dataset that is being read at run time (`reader/`); resolves to its number.
type Takes = Closure<dyn Fn(Promise) -> Promise>;

/// What is there of a dataset.
#[derive(Debug, Clone)]
struct Shown {
    /// Of its outline, or of all of it.
    grid: Rc<Grid>,
    /// All that a first table does without; none until it is loaded.
    on_demand: Option<OnDemand>,
}

thread_local! {
    // One of each for all elements on a page.
    static OUTLINE_GRID: OnceCell<Rc<Grid>> = const { OnceCell::new() };
    static WHOLE_GRID: OnceCell<Rc<Grid>> = const { OnceCell::new() };
    static TAKEN: RefCell<Vec<Shown>> = const { RefCell::new(Vec::new()) };
}

fn outline_grid() -> Rc<Grid> {
    OUTLINE_GRID.with(|grid| grid.get_or_init(|| Rc::new(Grid::of_outline(&OUTLINE, &Intl::english()))).clone())
}

fn whole_grid(on_demand: OnDemand, intl: &Intl) -> Rc<Grid> {
    let make = || {
        add_styles(on_demand.css);
        Rc::new((on_demand.grid)(intl))
    };
    WHOLE_GRID.with(|grid| grid.get_or_init(make).clone())
}

fn shown(number: Option<usize>) -> Shown {
    let taken = TAKEN.with_borrow(|taken| number.and_then(|number| taken.get(number).cloned()));
    taken.unwrap_or_else(|| Shown { grid: outline_grid(), on_demand: None })
}

async fn take(packed: Promise) -> Result<JsValue, JsValue> {
    let intl = Intl::english();
    let packed = JsFuture::from(packed);
    // Loaded meanwhile.
    let on_demand = on_demand::load().await.map_err(|_| Error::new(intl.words().rest_not_loaded))?;
    add_styles(on_demand.css);
    let grid = Rc::new((on_demand.grid_of)(packed.await?.as_string().unwrap_or_default(), &intl).await);
    Ok(TAKEN.with_borrow_mut(|taken| {
        taken.push(Shown { grid, on_demand: Some(on_demand) });
        (taken.len() - 1).into()
    }))
}

/// Runs when the wasm is ready.
#[wasm_bindgen(start)]
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|panic| fail_all(&panic.to_string())));
    let observed = Object::new();
    for (name, is_flag) in attributes() {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&observed, &name.into(), &is_flag.into());
    }
    let open: Opens = Closure::new(|host: HtmlElement, base, room, number| {
        Widget::open(host.unchecked_into(), base, room, shown(number))
    });
    let take: Takes = Closure::new(|packed| future_to_promise(take(packed)));
    add_styles(CSS);
    define(env!("CARGO_PKG_VERSION"), &observed, &open, &take);
    // The element's class calls them as long as the page lives.
    open.forget();
    take.forget();
}
