//! A table of more rows than are laid out at once.

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::{
        axe,
        dataset::dataset,
        page::{Draft, Page},
        tree,
    },
};

in_every_engine![
    the_first_rows_come_at_once_and_all_of_them_in_the_end,
    it_is_searched_beyond_what_is_seen,
    it_comes_to_rest_again_after_nothing_was_found,
    a_disclosure_is_filled_when_it_opens,
    paper_does_not_wait,
    what_is_found_is_marked_once_in_every_row,
    heads_stand_above_their_cells,
    nothing_is_wrong_with_it,
];

in_chromium![every_row_is_in_the_accessibility_tree];

const TOPICS: usize = 300;

/// How many rows there are, how many of them without content, and how many are not yet there for screen readers.
const ROWS: &str = "
    const rows = [...root.querySelectorAll('.vat-row')];
    const out = (row) => !row.querySelector('p').checkVisibility({ contentVisibilityAuto: true });
    return [rows.length, rows.filter((row) => !row.textContent).length, rows.filter(out).length];";

async fn shown(browser: &Browser, script: &str) -> Outcome<Page> {
    let element = r#"<victim-assistance-table src="/own.json"></victim-assistance-table>"#;
    let draft = Draft::new(element)?.text("/own.json", &dataset(TOPICS).to_string());
    draft.script(&axe::source()?).script(script).show(browser).await
}

async fn the_first_rows_come_at_once_and_all_of_them_in_the_end(browser: Browser) -> Outcome {
    let count = "addEventListener('vat-ready', ({ target }) => (window.atOnce = target.shadowRoot.querySelectorAll('.vat-row').length));";
    let page = shown(&browser, count).await?;
    let widget = page.widget(0);
    widget.comes_to_say("600 of 600 provisions · 300 of 300 topics · 2 of 2 instruments").await?;
    let at_once = page.js("return window.atOnce;").await?;
    assert!(at_once.as_u64().is_some_and(|rows| (1..60).contains(&rows)), "{at_once}");
    widget.comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}

async fn it_is_searched_beyond_what_is_seen(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    let widget = page.widget(0);
    widget.comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    widget.type_search("\"topic-299\"").await?;
    widget.comes_to_say("2 of 600 provisions · 1 of 300 topics · 2 of 2 instruments").await?;
    widget.clear_search().await?;
    // In rows that are out of sight, too, cells come to say what is asked for.
    widget.type_search("topic-2").await?;
    widget.comes_to_say("222 of 600 provisions · 111 of 300 topics · 2 of 2 instruments").await?;
    widget.js("host.instruments = 'two';").await?;
    widget.comes_to_say("111 of 600 provisions · 111 of 300 topics · 1 of 2 instruments").await?;
    let cells =
        "return [...root.querySelectorAll('.vat-row:not([hidden])')].filter((row) => row.cells.length === 2).length;";
    widget.comes_to("one column in every row", cells, json!(111)).await?;
    // They are let go while the reader types, and come back.
    let out = ROWS.replace(".vat-row", ".vat-row:not([hidden])");
    widget.comes_to("every row that is shown", &out, json!([111, 0, 0])).await
}

async fn it_comes_to_rest_again_after_nothing_was_found(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    let widget = page.widget(0);
    widget.comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    widget.type_search("zeppelin").await?;
    widget.comes_to_say("0 of 600 provisions · 0 of 300 topics · 2 of 2 instruments").await?;
    let changing = "return 'changing' in root.querySelector('.vat-large').dataset;";
    widget.comes_to("rest without a row", changing, json!(false)).await?;
    widget.clear_search().await?;
    widget.comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await
}

async fn a_disclosure_is_filled_when_it_opens(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    let widget = page.widget(0);
    let filled = "return root.querySelectorAll('.vat-details dl').length;";
    widget.comes_to("closed disclosures", filled, json!(0)).await?;
    widget.js("root.querySelector('.vat-details > summary').click();").await?;
    widget.comes_to("an open one", filled, json!(1)).await?;
    let says = "return root.querySelector('.vat-details dl').textContent.includes('Read whole');";
    widget.comes_to("what stands behind it", says, json!(true)).await
}

async fn paper_does_not_wait(browser: Browser) -> Outcome {
    // In a task of its own, as a browser prints, and soon. Yew may be in the midst of a rendering, and goes on with it in the
    // next task; as there is time, so many rows take much longer.
    let print = "addEventListener('vat-ready', ({ target }) => setTimeout(() => {
        dispatchEvent(new Event('beforeprint'));
        setTimeout(() => (window.printed = target.shadowRoot.querySelectorAll('.vat-row').length), 100);
    }));";
    let page = shown(&browser, print).await?;
    page.comes_to("all rows", "return window.printed;", json!(TOPICS)).await?;
    // They stay, when something else is asked for.
    let widget = page.widget(0);
    widget.type_search("topic-2").await?;
    widget.comes_to_say("222 of 600 provisions · 111 of 300 topics · 2 of 2 instruments").await?;
    let out = ROWS.replace(".vat-row", ".vat-row:not([hidden])");
    widget.comes_to("every row that is shown", &out, json!([111, 0, 0])).await
}

async fn what_is_found_is_marked_once_in_every_row(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    let widget = page.widget(0);
    if !page.js("return 'Highlight' in window;").await?.as_bool().unwrap_or_default() {
        return Ok(());
    }
    widget.comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    // Rows that are shown, rows with a mark, and marks of what is marked already.
    let marked = "
        const [rows, places] = [new Set(), new Map()];
        let again = 0;
        for (const { startContainer, startOffset } of CSS.highlights.get('vat-found')) {
            const starts = places.get(startContainer) ?? new Set();
            if (starts.has(startOffset)) again += 1;
            places.set(startContainer, starts.add(startOffset));
            rows.add(startContainer.parentElement.closest('.vat-row'));
        }
        return [root.querySelectorAll('.vat-row:not([hidden])').length, rows.size, again];";
    widget.type_search("topic-2").await?;
    widget.comes_to("marks", marked, json!([111, 111, 0])).await?;
    // Whoever turns to the search box again has the rows let go: once they are there again, so are the marks.
    widget.js("root.activeElement.blur(); root.querySelector('[role=combobox]').focus();").await?;
    let out = ROWS.replace(".vat-row", ".vat-row:not([hidden])");
    let are_let_go = out.replace("filter(out).length];", "filter(out).length][2] > 0;");
    widget.comes_to("rows that are let go", &are_let_go, json!(true)).await?;
    widget.comes_to("every row that is shown", &out, json!([111, 0, 0])).await?;
    widget.comes_to("the same marks", marked, json!([111, 111, 0])).await
}

async fn heads_stand_above_their_cells(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    let widget = page.widget(0);
    widget.comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    let aligned = "
        const lefts = (row) => [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
        const heads = lefts(root.querySelector('thead tr')).join();
        const rows = [...root.querySelectorAll('.vat-row')];
        const tops = rows.map((row) => row.getBoundingClientRect());
        return [
            rows.filter((row) => lefts(row).join() !== heads).length,
            tops.filter(({ top }, at) => at > 0 && top < tops[at - 1].bottom - 1).length,
        ];";
    for (width, size) in [(1200, 1), (1200, 4), (700, 1)] {
        widget.js(&format!("host.style.width = '{width}px'; host.textSize = '{size}';")).await?;
        widget.comes_to(&format!("columns at {width} pixels and size {size}"), aligned, json!([0, 0])).await?;
    }
    Ok(())
}

async fn nothing_is_wrong_with_it(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    page.widget(0).comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    let found = axe::violations(&page, false).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn every_row_is_in_the_accessibility_tree(browser: Browser) -> Outcome {
    let page = shown(&browser, "").await?;
    page.widget(0).comes_to("every row", ROWS, json!([TOPICS, 0, 0])).await?;
    let roles = tree::roles(&page).await?;
    let count = |role: &str| roles.iter().filter(|found| *found == role).count();
    // The head of the group and the corner have no answers beside them.
    assert_eq!([count("rowheader"), count("columnheader"), count("cell")], [TOPICS + 1, 3, 2 * TOPICS]);
    Ok(())
}
