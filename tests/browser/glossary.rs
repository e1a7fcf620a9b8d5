//! Words explained.

use serde_json::json;
use victim_assistance_table::dataset::{DATASET, REFERENCE};

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT},
};

in_every_engine![every_word_is_explained, a_word_leads_to_the_provision_that_defines_it];

const TERMS: &str = "return [...root.querySelectorAll('.vat-glossary > div, .vat-abbreviations > div')].filter((entry) => entry.checkVisibility())
    .map((entry) => [entry.querySelector('dt'), entry.querySelector('dd').firstChild].map((node) => node.textContent.trim()));";

async fn every_word_is_explained(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    assert_eq!(widget.js(TERMS).await?, json!([]));

    widget.click("summary", "Words explained").await?;

    let terms = REFERENCE.glossary.iter().map(|term| [term.term, term.meaning]);
    let abbreviations = DATASET.abbreviations.iter().map(|one| [one.short, one.long]);
    let wanted: Vec<_> = terms.chain(abbreviations).collect();
    assert!(wanted.len() > 10, "{wanted:?}");
    widget.comes_to("the words", TERMS, json!(wanted)).await?;
    // Each with everything it leads to.
    let glossary = widget.oracle().await?.model().glossary;
    let leads: Vec<_> = glossary.terms.iter().flat_map(|(_, leads)| leads).map(|lead| lead.label.clone()).collect();
    let buttons = "return [...root.querySelectorAll('.vat-glossary button')].map(probe.nameOf);";
    assert_eq!(widget.js(buttons).await?, json!(leads));
    assert!(leads.len() > 10, "{leads:?}");
    Ok(())
}

async fn a_word_leads_to_the_provision_that_defines_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let mut oracle = widget.oracle().await?;
    let glossary = oracle.model().glossary;
    // One of an instrument that is no column yet.
    let shown = oracle.query().instrument_ids(crate::support::oracle::dataset());
    let lead = glossary
        .terms
        .iter()
        .flat_map(|(_, leads)| leads)
        .find(|lead| {
            let victim_assistance_table::query::Action::GoTo(Some(at)) = lead.action else { return false };
            !shown.contains(&at.instrument())
        })
        .expect("a provision of another instrument");

    widget.click("summary", "Words explained").await?;
    let buttons = widget.find_all("button", &lead.label).await?;
    buttons[0].click().await?;

    oracle.reader(lead.action.clone());
    widget.comes_to_show(&oracle).await?;
    let place = "const place = root.activeElement, { top, bottom } = place?.getBoundingClientRect() ?? {};
        return [place?.localName, Boolean(place?.matches('li[data-at]')), Boolean(place?.querySelector('details')?.open), bottom > 0 && top < innerHeight];";
    widget.comes_to("the provision, open and in sight", place, json!(["li", true, true, true])).await
}
