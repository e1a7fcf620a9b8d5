//! What stands behind the disclosures.

use serde_json::json;
use thirtyfour::Key;
use victim_assistance_table::view_model::ProvisionEntry;

use crate::{
    Browser, Outcome,
    support::{
        oracle::Oracle,
        page::{Draft, ELEMENT},
        widget::difference,
    },
};

in_every_engine![
    details_open_by_click,
    details_open_and_close_by_key,
    long_cells_open,
    a_silence_says_how_it_was_checked,
    open_details_stay_with_their_provision,
    facts_of_the_instruments,
    links_lead_to_the_web_and_say_where,
];

/// Summaries of the details that are open.
const OPEN: &str =
    "return [...root.querySelectorAll('details[open] > summary')].map((summary) => probe.nameOf(summary));";

/// The provisions that stand open in a cell, and nowhere else in the table.
fn plain_provisions(oracle: &Oracle) -> Vec<ProvisionEntry> {
    let table = oracle.table();
    let rows = || table.rows().filter(|row| !row.hidden);
    let all: Vec<_> =
        rows().flat_map(|row| row.cells.iter()).flat_map(|cell| cell.provisions.iter().chain(&cell.more)).collect();
    let only_once =
        |entry: &&ProvisionEntry| all.iter().filter(|other| other.full_pinpoint == entry.full_pinpoint).count() == 1;
    rows().flat_map(|row| row.cells.iter()).flat_map(|cell| &cell.provisions).filter(only_once).cloned().collect()
}

async fn details_open_by_click(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let entry = plain_provisions(&widget.oracle().await?)
        .into_iter()
        .find(|entry| entry.provision.words.is_some())
        .expect("quoted words");
    let seen = "return [...root.querySelectorAll('.vat-details dd')].filter((fact) => fact.checkVisibility()).map((fact) => fact.textContent);";
    assert_eq!(widget.js(seen).await?, json!([]));

    widget.click("summary", &format!("Text and source, {}", entry.full_pinpoint)).await?;

    let facts: Vec<String> = serde_json::from_value(widget.js(seen).await?)?;
    let said = |text: &str| facts.iter().any(|fact| fact.split_whitespace().eq(text.split_whitespace()));
    assert!(said(entry.provision.words.expect("quoted words")), "{facts:?}");
    assert!(said(&entry.checked), "{facts:?}");
    assert!(facts.iter().any(|fact| fact.ends_with(entry.provision.duty_bearer_words)), "{facts:?}");
    let link = widget.js("return root.querySelector('.vat-details[open] a').href;").await?;
    assert_eq!(link, entry.provision.source);
    Ok(())
}

async fn details_open_and_close_by_key(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let entry = plain_provisions(&widget.oracle().await?).remove(0);
    let name = format!("Text and source, {}", entry.full_pinpoint);

    widget.find("summary", &name).await?.focus().await?;
    widget.press(Key::Enter).await?;
    widget.comes_to("Enter to open it", OPEN, json!([name])).await?;
    widget.press(Key::Space).await?;
    widget.comes_to("Space to close it", OPEN, json!([])).await?;
    assert_eq!(widget.focused().await?, name);
    Ok(())
}

async fn long_cells_open(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let table = widget.oracle().await?.table();
    let rows = table.rows().filter(|row| !row.hidden);
    let long = rows.flat_map(|row| row.cells.iter()).max_by_key(|cell| cell.more.len()).expect("a cell");
    assert!(long.more_title.ends_with(" more") && long.more.len() > 4, "{}", long.more_title);
    let seen = "return [...root.querySelectorAll('.vat-provision')].filter((item) => item.checkVisibility()).length;";
    let before = widget.js(seen).await?.as_u64().unwrap_or_default();

    widget.find_all("summary", &long.more_title).await?[0].click().await?;

    widget.comes_to("the rest of the cell", seen, json!(before + u64::try_from(long.more.len())?)).await
}

async fn a_silence_says_how_it_was_checked(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let table = widget.oracle().await?.table();
    let rows = table.rows().filter(|row| !row.hidden);
    let silence = rows.flat_map(|row| row.cells.iter()).find_map(|cell| cell.silence.clone()).expect("a silence");

    // Named after its cell: a list of disclosures out of their table still says which is which.
    widget.click("summary", &format!("How this was checked, {}", silence.about)).await?;

    let how = "const [how] = [...root.querySelectorAll('.vat-silence dd')].filter((fact) => fact.checkVisibility()); return how.textContent;";
    assert_eq!(widget.js(how).await?, silence.silence.how);
    Ok(())
}

async fn open_details_stay_with_their_provision(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    // One that is found by a word, and one above it in the same cell that is not: its place is taken.
    let provisions = plain_provisions(&oracle);
    let entry =
        provisions.iter().rev().find(|entry| entry.summary.split(' ').any(|word| word.len() > 9)).expect("a long word");
    let name = format!("Text and source, {}", entry.full_pinpoint);
    let word = entry.summary.split(' ').find(|word| word.len() > 9).expect("a long word");

    widget.click("summary", &name).await?;
    widget.comes_to("it to open", OPEN, json!([name])).await?;
    widget.type_search(word).await?;
    oracle.search(word);
    widget.comes_to_show(&oracle).await?;
    assert_eq!(widget.js(OPEN).await?, json!([name]), "searched for {word}");
    assert_eq!(widget.js("return root.querySelector('details[open]').checkVisibility();").await?, true);

    // What is not found is not shown; nothing else opens in its place.
    widget.clear_search().await?;
    widget.type_search("zeppelin").await?;
    oracle.search("zeppelin");
    widget.comes_to_show(&oracle).await?;
    widget.click("button", "Reset").await?;
    oracle.search("");
    widget.comes_to_show(&oracle).await?;
    let open: Vec<String> = serde_json::from_value(widget.js(OPEN).await?)?;
    assert!(open.iter().all(|open| *open == name), "{open:?}");
    Ok(())
}

async fn facts_of_the_instruments(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let about = "return probe.about(root);";
    assert_eq!(widget.js(about).await?, json!([]));

    widget.click("summary", "About these instruments").await?;

    widget.comes_to("the facts", "return probe.about(root).length > 0;", json!(true)).await?;
    let (shown, wanted): (Vec<String>, _) =
        (serde_json::from_value(widget.js(about).await?)?, widget.oracle().await?.about());
    assert!(shown == wanted, "{}", difference(&shown, &wanted));
    assert!(shown.len() > 40, "{shown:?}");
    Ok(())
}

async fn links_lead_to_the_web_and_say_where(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let odd = page
        .widget(0)
        .js("return [...root.querySelectorAll('a')].filter((link) => !/^https?:$/.test(link.protocol) || !link.textContent.startsWith(link.host))
            .map((link) => link.outerHTML);")
        .await?;
    assert_eq!(odd, json!([]));
    Ok(())
}
