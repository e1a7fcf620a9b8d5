//! IBM's Equal Access checker on a page.

use std::fs;

use super::{Outcome, engine::told, page::Page};

/// The source, to be one of a page's scripts.
pub fn source() -> Outcome<String> {
    Ok(fs::read_to_string(told("VAT_EQUAL_ACCESS")?)?)
}

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
    Ok(serde_json::from_value(found)?)
}
