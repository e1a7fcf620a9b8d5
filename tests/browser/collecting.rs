//! What the reader collects: marked, shown alone, taken along, and in the address.

use serde_json::json;
use thirtyfour::Key;
use victim_assistance_table::query::{Action, At};

use crate::{Browser, Outcome, support::page::Draft};

in_every_engine![
    what_is_collected_is_shown_saved_and_linked_to_alone,
    a_crafted_collection_is_told_and_ignored,
    without_controls_nothing_is_collected,
];

const PAGE: &str = r#"<victim-assistance-table url-state="va" instruments="crpd mine-ban-convention" topics="education"></victim-assistance-table>"#;
const PROVISION: At = At::Provision("crpd", "art-24-1");
const SILENCE: At = At::Cell("mine-ban-convention", "education");
const HASH: &str = "return decodeURIComponent(location.hash.replaceAll('+', ' '));";
const SIGNS: &str = "return [...root.querySelectorAll('.vat-force, .vat-empty')].map((said) => said.textContent).filter((said) => said.endsWith('Collected'));";

async fn what_is_collected_is_shown_saved_and_linked_to_alone(browser: Browser) -> Outcome {
    let page = Draft::new(PAGE)?.show(&browser).await?;
    let widget = page.widget(0);
    assert!(!widget.has("button", "Empty the collection").await?);
    widget.click("summary", "Text and source, Art. 24(1), CRPD").await?;
    // By keys, and the focus stays.
    widget.find("button", "Collect, Art. 24(1), CRPD").await?.focus().await?;
    widget.press(Key::Space).await?;
    widget.find("button", "Show 1 collected").await?;
    widget.comes_to_focus("Collect, Art. 24(1), CRPD").await?;
    let pressed = "return root.activeElement.getAttribute('aria-pressed');";
    assert_eq!(widget.js(pressed).await?, "true");
    for (role, name) in [("summary", "How this was checked"), ("button", "Collect")] {
        widget.find(role, &format!("{name}, Education, Mine Ban Convention")).await?.focus().await?;
        widget.press(Key::Enter).await?;
    }
    widget.comes_to("their signs", SIGNS, json!(["Obligation · Collected", "Silent · Collected"])).await?;
    let address = "#va=1&va.collected=crpd/art-24-1 mine-ban-convention/topic/education";
    page.comes_to("the address", HASH, json!(address)).await?;

    let mut oracle = widget.oracle().await?;
    oracle.reader(Action::ShowCollected);

    widget.click("button", "Show 2 collected").await?;

    widget.comes_to_show(&oracle).await?;
    widget.comes_to_chips(&oracle).await?;
    page.reload().await?;
    page.widget(0).comes_to_show(&oracle).await?;
    let saved = page
        .js_async("return await (await document.querySelector('victim-assistance-table').exportAs('csv')).text();")
        .await?;
    let answers: Vec<_> = saved.as_str().unwrap_or_default().lines().skip(1).collect();
    assert!(answers.iter().any(|line| line.contains("Art. 24(1)")), "{answers:?}");
    assert!(answers.iter().all(|line| !line.contains("Art. 24(5)")), "{answers:?}");

    page.js("history.back();").await?;
    page.comes_to("the address before", HASH, json!(address)).await?;
    page.widget(0).comes_to("all topics asked for", "return host.only;", json!("")).await?;
    page.widget(0).click("button", "Empty the collection").await?;
    page.comes_to("an address without it", HASH, json!("")).await?;
    page.widget(0).click("button", "Undo").await?;
    page.comes_to("the address again", HASH, json!(address)).await?;
    assert_eq!(page.js("return localStorage.length + sessionStorage.length;").await?, 0);
    Ok(())
}

async fn a_crafted_collection_is_told_and_ignored(browser: Browser) -> Outcome {
    let page = Draft::new(PAGE)?.show(&browser).await?;
    let widget = page.widget(0);
    page.js("location.hash = '#va=1&va.collected=crpd/art-24-1+crpd/%3Cimg%20src%3Dx%3E&va.only=everything';").await?;

    let told = "The link asks for something this table does not have: crpd/<img, src=x>, everything.";
    widget.comes_to_say(told).await?;
    assert_eq!(widget.js("return [host.collected, host.only];").await?, json!([PROVISION.value(), ""]));
    assert_eq!(widget.js("return root.querySelectorAll('img').length;").await?, 0);
    Ok(())
}

async fn without_controls_nothing_is_collected(browser: Browser) -> Outcome {
    let element = format!(
        r#"<victim-assistance-table no-toolbar topics="education" collected="{}" only="collected"></victim-assistance-table>"#,
        SILENCE.value()
    );
    let page = Draft::new(element)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.comes_to_show(&widget.oracle().await?).await?;
    widget.comes_to("the sign", SIGNS, json!(["Silent · Collected"])).await?;
    widget.click("summary", "How this was checked, Education, Mine Ban Convention").await?;
    assert!(!widget.has("button", "Collect, Education, Mine Ban Convention").await?);
    Ok(())
}
