//! axe-core on a page.

use std::fs;

use super::{Outcome, page::Page, processes::told};

/// The source, to be one of a page's scripts.
pub fn source() -> Outcome<String> {
    Ok(fs::read_to_string(told("VAT_AXE")?)?)
}

/// What axe-core finds wrong, one a line; all its rules, and the AAA contrast of 7:1 that the widget promises. With
/// `colours_only` just the rules that another colour scheme can break.
pub async fn violations(page: &Page, colours_only: bool) -> Outcome<Vec<String>> {
    let found = page
        .js_async(&format!(
            "const options = {{ resultTypes: ['violations'], rules: {{ 'color-contrast-enhanced': {{ enabled: true }}, 'target-size': {{ enabled: true }} }} }};
            if ({colours_only}) options.runOnly = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
            const {{ violations }} = await axe.run(document, options);
            return violations.flatMap(({{ id, nodes }}) => nodes.slice(0, 4).map(({{ target, failureSummary }}) =>
                `${{id}} (${{nodes.length}}): ${{target.flat().join(' ')}}: ${{failureSummary.replace(/\\s+/g, ' ')}}`));"
        ))
        .await?;
    Ok(serde_json::from_value(found)?)
}
