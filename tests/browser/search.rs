//! Typing into the search box, with real keys.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    Browser, Outcome,
    support::page::{Draft, ELEMENT, Page},
};

in_every_engine![
    typing_filters_rows,
    every_keystroke_filters,
    what_a_search_leaves_out_comes_back_as_it_was,
    words_match_in_any_order_without_case_and_accents,
    nothing_found_says_so_and_how_to_go_on,
    typing_in_the_middle_keeps_the_caret,
    the_count_is_announced_when_typing_stops,
    the_instruments_name_finds_its_column,
];

async fn page(browser: &Browser) -> Outcome<Page> {
    Draft::new(ELEMENT)?.show(browser).await
}

async fn typing_filters_rows(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let all = oracle.lines(false).len();

    widget.type_search("rehabilitation").await?;

    oracle.search("rehabilitation");
    widget.comes_to_show(&oracle).await?;
    assert!(oracle.lines(false).len() < all / 2);
    assert_eq!(widget.focused().await?, "Search provisions");
    widget.comes_to_hold("rehabilitation").await?;

    // And back, key by key.
    widget.type_search(Key::Backspace.value().to_string().repeat("rehabilitation".len())).await?;
    oracle.search("");
    widget.comes_to_show(&oracle).await
}

async fn every_keystroke_filters(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    let mut typed = String::new();
    for key in ["p", "r", "o", "s", "t", "h", "x", "\u{e003}"] {
        widget.type_search(key).await?;
        if key == "\u{e003}" {
            typed.pop();
        } else {
            typed.push_str(key);
        }
        oracle.search(&typed);
        widget.comes_to_show(&oracle).await?;
    }
    Ok(())
}

/// To make it anew takes much longer.
async fn what_a_search_leaves_out_comes_back_as_it_was(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    // All that can be searched is there.
    widget.type_search("r").await?;
    oracle.search("r");
    widget.comes_to_show(&oracle).await?;
    widget.js("window.lists = [...root.querySelectorAll('.vat-cell > .vat-provisions')];").await?;
    widget.type_search("ehabilitation").await?;
    oracle.search("rehabilitation");
    widget.comes_to_show(&oracle).await?;
    let left_out = "lists.filter((list) => list.isConnected && list.hidden && !list.checkVisibility())";
    let in_sight = "list.closest('tr').checkVisibility()";
    let count = format!("return {left_out}.filter((list) => {in_sight}).length > 0;");
    assert_eq!(widget.js(&count).await?, true);

    widget.js(&format!("window.lists = {left_out};")).await?;
    widget.type_search(Key::Backspace.value().to_string().repeat("rehabilitation".len())).await?;
    oracle.search("");
    widget.comes_to_show(&oracle).await?;
    let back = "return lists.every((list) => list.isConnected && list.checkVisibility());";
    assert_eq!(widget.js(back).await?, true);
    Ok(())
}

async fn words_match_in_any_order_without_case_and_accents(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    oracle.search("medical rehabilitation");
    let (rows, of) = (rows(&oracle.lines(false)), rows(&widget.oracle().await?.lines(false)));
    assert!(!rows.is_empty() && rows.len() < of.len());

    widget.type_search("  RÉHABILITATION   Médical ").await?;

    oracle.search("  RÉHABILITATION   Médical ");
    widget.comes_to_show(&oracle).await?;
    assert_eq!(self::rows(&widget.lines().await?), rows);
    Ok(())
}

fn rows(lines: &[String]) -> Vec<String> {
    lines.iter().filter(|line| line.starts_with("row: ")).cloned().collect()
}

async fn nothing_found_says_so_and_how_to_go_on(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search("zeppelin").await?;

    oracle.search("zeppelin");
    widget.comes_to_show(&oracle).await?;
    let lines = widget.lines().await?;
    assert!(lines[1].starts_with("nothing: No provision") && lines[1].contains("zeppelin"), "{lines:?}");

    widget.click("button", "Reset").await?;
    oracle.search("");
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("").await?;
    Ok(())
}

async fn typing_in_the_middle_keeps_the_caret(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search("mecal").await?;
    widget.press(Key::Left).await?;
    widget.press(Key::Left).await?;
    widget.press(Key::Left).await?;
    for key in ['d', 'i'] {
        browser.driver.action_chain().send_keys(key.to_string()).perform().await?;
    }

    oracle.search("medical");
    widget.comes_to_show(&oracle).await?;
    let state =
        widget.js("const { value, selectionStart } = root.activeElement; return [value, selectionStart];").await?;
    assert_eq!(state, json!(["medical", 4]));
    Ok(())
}

async fn the_count_is_announced_when_typing_stops(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget
        .js("const status = root.querySelector('[role=status]');
            probe.status = status;
            probe.log = [];
            new MutationObserver(() => probe.log.push({ status: status.textContent, at: performance.now() }))
                .observe(status, { childList: true, characterData: true, subtree: true });
            root.addEventListener('input', () => probe.log.push({ at: performance.now() }));")
        .await?;

    widget.type_search("psychosocial").await?;

    oracle.search("psychosocial");
    widget.comes_to_show(&oracle).await?;
    assert_eq!(widget.status().await?, oracle.status());
    assert_eq!(widget.js("return root.querySelector('[role=status]') === probe.status;").await?, true, "another node");
    // Whatever was announced came after a pause, and the table before it was silent.
    let too_early = "return probe.log.filter((entry, at) => entry.status && entry.at - probe.log[at - 1].at < 450);";
    assert_eq!(page.js(too_early).await?, json!([]));
    assert_eq!(page.js("return probe.log.filter((entry) => !entry.status).length;").await?, 12, "keystrokes");
    Ok(())
}

async fn the_instruments_name_finds_its_column(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.type_search("CRPD education").await?;

    oracle.search("CRPD education");
    widget.comes_to_show(&oracle).await?;
    assert!(widget.lines().await?.iter().any(|line| line.starts_with("column: CRPD")));
    Ok(())
}

/// Composes as an input method editor does, which only Chromium lets a test do.
async fn an_input_method_composes(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let devtools = browser.driver.cdp();
    widget.turn_to().await?;

    for composed in ["r", "re", "reh"] {
        let composition = json!({ "text": composed, "selectionStart": composed.len(), "selectionEnd": composed.len() });
        devtools.send_raw("Input.imeSetComposition", composition).await?;
        widget.comes_to_hold(composed).await?;
        // What the editor is composing is searched for already, and stays under its hands.
        oracle.search(composed);
        widget.comes_to_show(&oracle).await?;
    }
    // The arrows move in the editor's own list.
    let arrow = "root.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true, composed: true }));
        return root.querySelectorAll('[aria-selected=true]').length;";
    assert_eq!(widget.js(arrow).await?, 0);

    devtools.send_raw("Input.insertText", json!({ "text": "rehab" })).await?;

    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("rehab").await
}

in_chromium![an_input_method_composes];
