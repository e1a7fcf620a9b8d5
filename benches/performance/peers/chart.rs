//! A chart of bars, as an image that stands on light and dark pages.

use std::fmt::Write;

use crate::{Outcome, report::number};

const WIDTH: f64 = 380.0;
const LINE: usize = 22;

/// Bars under each title, one a page.
pub fn bars(panels: &[(&str, Vec<(&str, f64)>)]) -> Outcome<String> {
    let mut drawn = String::new();
    let mut y = 0;
    for (title, values) in panels {
        y += LINE + LINE / 2;
        writeln!(drawn, "<text x=\"10\" y=\"{y}\" font-weight=\"bold\">{title}</text>")?;
        let most = values.iter().map(|(_, value)| *value).fold(0.0, f64::max);
        for (name, value) in values {
            let width = value / most * WIDTH;
            let top = y + 6;
            y += LINE;
            writeln!(drawn, "<text x=\"10\" y=\"{y}\">{name}</text>")?;
            writeln!(drawn, "<rect x=\"190\" y=\"{top}\" width=\"{width:.0}\" height=\"16\" fill=\"#2a5d9f\"/>")?;
            writeln!(drawn, "<text x=\"{:.0}\" y=\"{y}\">{}</text>", width + 196.0, number(*value))?;
        }
    }
    let height = y + LINE;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"{height}\" font-family=\"sans-serif\" \
         font-size=\"14\">\n<rect width=\"640\" height=\"{height}\" fill=\"#fff\"/>\n{drawn}</svg>\n"
    ))
}
