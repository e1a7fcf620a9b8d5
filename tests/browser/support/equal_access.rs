//! IBM's Equal Access checker on a page.

use std::fs;

use super::{Outcome, page::Page, processes::told};

/// The source, to be one of a page's scripts.
pub fn source() -> Outcome<String> {
    Ok(fs::read_to_string(told("VAT_EQUAL_ACCESS")?)?)
}

/// What is left out, and why.
const LEFT_OUT: [&str; 2] = [
    // The label of a text size is a letter for eyes alone; its radio button has the name “125 %” of its own.
    "label_content_exists",
    // Behind a closed disclosure it sees the fieldsets of “Reading”, but not their legends; axe-core looks at both.
    "fieldset_label_valid",
];

/// What it finds wrong by WCAG 2.2, one a line. It also names what a person should look at (“potential”); that is no
/// finding.
pub async fn violations(page: &Page) -> Outcome<Vec<String>> {
    let found = page
        .js_async(
            "const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
            if (results.length < 20) throw new Error(`it looked at ${results.length} things only`);
            return results.filter(({ value: [level, result] }) => level === 'VIOLATION' && result === 'FAIL')
                .map(({ ruleId, reasonId, message, path, snippet }) => `${ruleId} ${reasonId}: ${message} ${path.dom} ${snippet}`);",
        )
        .await?;
    let found: Vec<String> = serde_json::from_value(found)?;
    Ok(found.into_iter().filter(|line| !LEFT_OUT.iter().any(|rule| line.starts_with(rule))).collect())
}
