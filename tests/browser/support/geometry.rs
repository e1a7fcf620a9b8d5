//! Where texts and controls lie: what a reader cannot see or reach.

use serde::Deserialize;

use super::{Outcome, page::Page, widget::Widget};

const GEOMETRY: &str = include_str!("geometry.js");

/// What was looked at, and what of it is wrong.
#[derive(Debug, Deserialize)]
pub struct Geometry {
    /// Lines of text.
    pub texts: usize,
    /// Controls.
    pub controls: usize,
    /// What is cut off, out of reach, over something else or covered, a line each.
    pub wrong: Vec<String>,
}

/// Looks at every visible line of text and every control of a widget.
pub async fn look(widget: Widget<'_>) -> Outcome<Geometry> {
    Ok(serde_json::from_value(widget.js(&format!("{GEOMETRY}\nreturn misplaced(root);")).await?)?)
}

/// The same of all that a page shows; a widget only as long as it has not started.
pub async fn look_at_page(page: &Page) -> Outcome<Geometry> {
    Ok(serde_json::from_value(page.js(&format!("{GEOMETRY}\nreturn misplaced(document);")).await?)?)
}
