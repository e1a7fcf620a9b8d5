//! x
mod states;
use std::rc::Rc;
use victim_assistance_table::{dataset::DATASET, native_locale::NativeLocale, query::{Action, Attribute, Query}, view::{App, AppProps}, view_model::{Grid, ViewModel}};
use yew::{Callback, LocalServerRenderer};
#[test]
fn sizes() {
    let locale = NativeLocale::english().unwrap();
    let grid = Grid::new(&DATASET, &locale);
    for state in states::STATES {
        let usual = Query::new(&DATASET);
        let mut query = usual.reduce(Action::Room((state.width/16) as u16), &usual, &DATASET);
        for attribute in Attribute::ALL {
            if let Some((_, v)) = state.attributes.iter().find(|(n, _)| *n == attribute.name()) {
                query = query.reduce(attribute.read(Some(v), &DATASET).0, &usual, &DATASET);
            }
        }
        let model = ViewModel::new(&grid, &query, &query, &locale, None);
        let props = AppProps { status: model.comparison.status.clone().into(), model: Rc::new(model), heading_level: 2, no_toolbar: false, dispatch: Callback::noop() };
        let html = futures::executor::block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
        println!("{} {}", state.name, html.len());
        std::fs::write(format!("/tmp/raw-{}.html", state.name), html).unwrap();
    }
}
