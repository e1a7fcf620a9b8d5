//! A page that allows almost nothing.

use victim_assistance_table::query::{Action, TextSize};

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT},
};

in_every_engine![works_under_a_strict_policy];

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

async fn works_under_a_strict_policy(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.policy(POLICY).show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.click("radio", "125 %").await?;
    oracle.reader(Action::TextSize(TextSize::Second));
    widget.click("button", "Instruments").await?;
    widget.click("checkbox", "TPNW").await?;
    oracle.reader(Action::ShowInstrument("tpnw", true));

    widget.comes_to_show(&oracle).await?;
    // It is styled, too: of the sheet nothing is inline. That nothing was refused is seen when the test ends.
    let size = "return getComputedStyle(root.querySelector('.vat-app')).fontSize;";
    assert_eq!(widget.js(size).await?, "20px");
    Ok(())
}
