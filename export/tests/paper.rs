//! Documents for paper, as markup: what they hold, and how their columns are put in sets.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::{env, fs, path::Path, rc::Rc};

use by_address::ByAddress;
use vat_export::{
    paper::{Body, BodyProps, Document, Options, Orientation, Paper, Sheet, Unfolded},
    shown::Shown,
    words::ENGLISH,
};
use victim_assistance_table::{native_locale::NativeLocale, query::TextSize};
use yew::{Callback, LocalServerRenderer};

const A4: Sheet = Sheet { paper: Paper::A4, orientation: Orientation::Portrait, text_size: TextSize::First };

/// The markup of what these attributes ask for.
fn markup(asked: &[(&str, &str)], options: Options) -> String {
    let locale = NativeLocale::english().unwrap();
    let address = Some("https://example.org/page#va=1".to_owned());
    let shown = Shown::new(asked.iter().copied(), None, &locale, &ENGLISH, address, "2026-11-24".to_owned());
    let document = Document::new(&shown, options);
    let css = document.css();
    let props = BodyProps { document: ByAddress(Rc::new(document)), rendered: Callback::noop() };
    let body = futures::executor::block_on(LocalServerRenderer::<Body>::with_props(props).hydratable(false).render());
    format!("<!doctype html><meta charset=\"utf-8\"><style>{css}</style>{body}")
}

#[test]
fn looks() {
    let Ok(folder) = env::var("LOOK") else { return };
    let all = "amended-protocol-ii mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi protocol-v-plan \
               cartagena vientiane maputo dubrovnik oslo lausanne siem-reap-angkor ewipa";
    let landscape = Sheet { orientation: Orientation::Landscape, ..A4 };
    let large = Sheet { text_size: TextSize::Fourth, ..A4 };
    for (name, asked, sheet, unfolded) in [
        ("default", &[][..], A4, Unfolded::At(vec![])),
        ("landscape", &[], landscape, Unfolded::At(vec![])),
        ("all", &[("instruments", all)], landscape, Unfolded::At(vec![])),
        ("details", &[("topics", "medical-care education")], A4, Unfolded::All),
        ("large", &[("topics", "medical-care education")], large, Unfolded::All),
        ("topic", &[("view", "topic:medical-care")], A4, Unfolded::At(vec![])),
        ("differences", &[("view", "differences"), ("pair", "cluster-munitions tpnw")], A4, Unfolded::At(vec![])),
        ("instrument", &[("view", "instrument:protocol-v")], A4, Unfolded::At(vec![])),
        ("overview", &[("view", "overview")], landscape, Unfolded::At(vec![])),
        ("nothing", &[("search", "zeppelin")], A4, Unfolded::At(vec![])),
    ] {
        let text = markup(asked, Options { sheet, unfolded });
        fs::write(Path::new(&folder).join(name).with_extension("html"), text).unwrap();
    }
}
