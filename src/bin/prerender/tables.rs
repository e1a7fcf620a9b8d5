//! The static tables, for systems that strip scripts, and for the element to hold until its script is there.

use std::rc::Rc;

use by_address::ByAddress;
use victim_assistance_table::{
    dataset::{DATASET, REFERENCE},
    locale::Locale,
    query::{Attribute, History, Query},
    view::{NoScript, NoScriptProps},
    view_model::{Grid, ViewModel},
};
use yew::LocalServerRenderer;

const PAGE: &str = include_str!("../../../assets/static.html");
const STYLES: &str = concat!(include_str!("../../../assets/static.css"), include_str!("../../../assets/table.css"));

/// A table that is written to `static/`.
pub struct StaticTable {
    /// Name of the file with the table to paste, without its end; `-page` after it names the page that stands alone.
    pub name: &'static str,
    /// Title of that page.
    pub title: &'static str,
    /// What an element would be asked for it.
    attributes: &'static [(&'static str, &'static str)],
}

/// Each makes sense on paper, too: the views that lead from one answer to another need the script.
pub const STATIC_TABLES: [StaticTable; 5] = [
    StaticTable { name: "en", title: "Victim assistance in four treaties", attributes: &[] },
    StaticTable {
        name: "en-treaties",
        title: "Victim assistance in all treaties and protocols",
        attributes: &[("kinds", "treaty protocol")],
    },
    StaticTable {
        name: "en-action-plans",
        title: "Victim assistance in action plans and declarations",
        attributes: &[("kinds", "action-plan declaration")],
    },
    StaticTable {
        name: "en-all",
        title: "Victim assistance in all instruments",
        attributes: &[("kinds", "treaty protocol action-plan declaration")],
    },
    StaticTable {
        name: "en-organisations",
        title: "What organisations do for victims",
        attributes: &[("view", "organisations")],
    },
];

/// A page that the build makes complete: with the script, it works from a disk.
pub const STANDALONE: StaticTable = StaticTable {
    name: "victim-assistance-comparison",
    title: "Victim assistance: a comparison of international instruments",
    attributes: &[],
};

impl StaticTable {
    /// The table with all that stands behind its disclosures.
    pub fn fragment(&self, locale: &dyn Locale) -> String {
        no_script_table(self.attributes, true, locale)
    }

    /// A page that needs no other file, and runs no script.
    pub fn page(&self, fragment: &str) -> String {
        // The table last: nothing in it is taken for a place.
        PAGE.replace("{title}", self.title).replace("{styles}", STYLES).replace("{table}", fragment)
    }
}

/// The table that `attributes` ask for, as a page shows it before, without and in spite of the script: with what stands
/// behind the disclosures, or four times as short.
pub fn no_script_table(attributes: &[(&str, &str)], details: bool, locale: &dyn Locale) -> String {
    let usual = Query::new();
    let query = attributes.iter().filter_map(|(name, value)| {
        let (action, _) = Attribute::from_name(name)?.read(Some(value), &DATASET);
        Some(action)
    });
    let query = query.fold(usual.clone(), |query, action| query.reduce(action, &usual, &DATASET));
    let model = ViewModel::new(&Grid::new(&DATASET, &REFERENCE, locale), &History::new(query), None, locale, None);
    let props = NoScriptProps { model: ByAddress(Rc::new(model)), details };
    // Nothing hydrates it, so it needs no marks for that.
    let rendering = LocalServerRenderer::<NoScript>::with_props(props).hydratable(false).render();
    futures::executor::block_on(rendering)
}
