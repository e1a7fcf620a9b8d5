//! Printing the comparison: the button, the dialog, and the document that is printed.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    Browser, Outcome,
    support::{
        oracle::Oracle,
        page::{Draft, ELEMENT},
        wait::until,
    },
};

in_every_engine![
    a_dialog_asks_how_to_print,
    escape_closes_it_and_gives_the_focus_back,
    the_document_holds_exactly_what_is_shown,
    details_are_printed_where_they_are_unfolded,
    the_page_around_is_not_touched,
    nothing_is_loaded_before_it_is_asked_for,
    without_its_files_the_reader_is_told,
    where_no_dialogs_are_allowed_the_reader_is_told,
    a_page_may_leave_the_buttons_out,
];

/// The document that was printed last.
const PAPER: &str = "const paper = root.querySelector('iframe')?.contentDocument;";

async fn a_dialog_asks_how_to_print(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    widget.click("button", "Print comparison").await?;

    widget.comes_to_focus("Print").await?;
    let asked = "const dialog = root.querySelector('dialog[open]');
        return [root.getElementById(dialog.getAttribute('aria-labelledby')).textContent, [...dialog.querySelectorAll('label')].map((label) => [label.querySelector('span').textContent, [...label.querySelector('select').options].map((option) => option.text)])];";
    let wanted = json!([
        "Print comparison",
        [
            ["Paper", ["A4", "Letter"]],
            ["Orientation", ["Portrait", "Landscape"]],
            ["Text size", ["100 % (9 pt)", "125 % (11.25 pt)", "150 % (13.5 pt)", "200 % (18 pt)"]],
            ["Text and source", ["As on the screen", "All"]],
        ]
    ]);
    assert_eq!(widget.js(asked).await?, wanted);
    Ok(())
}

async fn escape_closes_it_and_gives_the_focus_back(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.find("button", "Print comparison").await?.focus().await?;
    widget.press(Key::Enter).await?;
    widget.comes_to_focus("Print").await?;

    widget.press(Key::Escape).await?;

    widget.comes_to("no dialog", "return root.querySelector('dialog') === null;", json!(true)).await?;
    widget.comes_to_focus("Print comparison").await
}

/// What stands in the cells of the tables of a document, set of columns after set.
const CELLS: &str = "const text = (node) => node.textContent.replace(/\\s+/g, ' ').trim();
    return [...paper.querySelectorAll('table')].map((table) => [
        [...table.querySelectorAll('thead b')].map(text),
        [...table.querySelectorAll('tbody tr:not(.group)')].map((row) =>
            [...row.children].map((cell) => cell.querySelector('.provision') ? [...cell.querySelectorAll('.provision > p:first-child > b')].map(text) : text(cell))),
    ]);";

/// The same as it should be.
fn cells(oracle: &Oracle, sets: &[std::ops::Range<usize>]) -> Value {
    let table = oracle.table();
    let rows = || table.rows().filter(|row| !row.hidden);
    let sets = sets.iter().map(|set| {
        let heads: Vec<_> = [table.corner.name]
            .into_iter()
            .chain(table.columns[set.clone()].iter().map(|column| column.name))
            .collect();
        let rows: Vec<_> = rows()
            .map(|row| {
                let cells = row.cells[set.clone()].iter().map(|cell| {
                    let pinpoints: Vec<_> = cell.entries().map(|entry| entry.provision.pinpoint).collect();
                    match &cell.silence {
                        _ if !pinpoints.is_empty() => json!(pinpoints),
                        _ if !cell.not_matching.is_empty() => json!(cell.not_matching),
                        Some(_) => json!("Silent"),
                        None => json!("Not assessed"),
                    }
                });
                [json!(row.title)].into_iter().chain(cells).collect::<Vec<_>>()
            })
            .collect();
        json!([heads, rows])
    });
    sets.collect()
}

async fn the_document_holds_exactly_what_is_shown(browser: Browser) -> Outcome {
    let attributes =
        r#"instruments="crpd tpnw oslo mine-ban-convention" topics="education medical-care" forces="obligation""#;
    let page =
        Draft::new(format!("<victim-assistance-table {attributes}></victim-assistance-table>"))?.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    widget.click("button", "Print comparison").await?;
    widget.comes_to_focus("Print").await?;
    // Three columns stand beside the topics where the paper stands upright: two sets of two.
    let upright = "const select = root.querySelectorAll('dialog select')[1];
        select.value = '0'; select.dispatchEvent(new Event('change', { bubbles: true }));";
    widget.js(upright).await?;
    widget.find("button", "Print").await?.click().await?;

    let wanted = cells(&oracle, &[0..2, 2..4]);
    let wanted = wanted.to_string();
    let shown = format!("{PAPER} if (!paper?.querySelector('main')) return null; {CELLS}");
    until("the document", async || {
        // Numbers of sources stand behind what is silent.
        let shown =
            (1..9).fold(widget.js(&shown).await?.to_string(), |text, number| text.replace(&format!(" [{number}]"), ""));
        Ok(if shown == wanted { Ok(()) } else { Err(format!("{shown}\nwanted\n{wanted}")) })
    })
    .await?;
    let front = widget
        .js(&format!("{PAPER} return [...paper.querySelectorAll('header dd')].map((fact) => fact.textContent);"))
        .await?;
    assert_eq!(front[0], "Compare", "{front}");
    assert_eq!(front[1], "CRPD, TPNW, Oslo Action Plan, Mine Ban Convention", "{front}");
    // Told from what is usual without any attribute.
    let filters: Vec<_> = ["4 instruments".to_owned()].into_iter().chain(oracle.chips()).collect();
    assert_eq!(front[2], filters.join(", "), "{front}");
    assert_eq!(front[3], oracle.status(), "{front}");
    Ok(())
}

async fn details_are_printed_where_they_are_unfolded(browser: Browser) -> Outcome {
    let attributes = r#"instruments="crpd" topics="education""#;
    let page =
        Draft::new(format!("<victim-assistance-table {attributes}></victim-assistance-table>"))?.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    let table = oracle.table();
    let entries: Vec<_> = table
        .rows()
        .filter(|row| !row.hidden)
        .flat_map(|row| row.cells.iter())
        .flat_map(|cell| cell.entries())
        .collect();
    assert!(entries.len() > 1, "{entries:?}");
    let unfolded = entries[1];
    widget.click("summary", &format!("Text and source, {}", unfolded.full_pinpoint)).await?;

    widget.click("button", "Print comparison").await?;
    widget.comes_to_focus("Print").await?;
    widget.press(Key::Enter).await?;

    let quoted = format!(
        "{PAPER} return [...paper?.querySelectorAll('.provision') ?? []].map((provision) => Boolean(provision.querySelector('q')));"
    );
    let wanted: Vec<_> = entries.iter().map(|entry| entry.place == unfolded.place).collect();
    widget.comes_to("the words of one provision", &quoted, json!(wanted)).await
}

async fn the_page_around_is_not_touched(browser: Browser) -> Outcome {
    let body = format!("<style>th {{ color: red }} body {{ font-size: 40px }}</style><h1>Another page</h1>{ELEMENT}");
    let page = Draft::new(body)?.show(&browser).await?;
    let widget = page.widget(0);
    let before = page.js("return document.documentElement.outerHTML;").await?;
    widget.js("host.print();").await?;

    let styles = format!(
        "{PAPER} const head = paper?.querySelector('th'); return head ? [paper.body.textContent.includes('Another page'), getComputedStyle(head).color] : null;"
    );
    widget.comes_to("a document with its own styles alone", &styles, json!([false, "rgb(0, 0, 0)"])).await?;
    assert_eq!(page.js("return document.documentElement.outerHTML;").await?, before);
    Ok(())
}

async fn nothing_is_loaded_before_it_is_asked_for(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let loaded =
        "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('export')).length;";
    assert_eq!(page.js(loaded).await?, 0);

    page.widget(0).click("button", "Print comparison").await?;
    page.widget(0).comes_to_focus("Print").await?;

    assert_ne!(page.js(loaded).await?, 0);
    Ok(())
}

async fn without_its_files_the_reader_is_told(browser: Browser) -> Outcome {
    let offline = "
        const load = window.fetch.bind(window);
        const isDown = (address) => String(address).includes('-export-');
        window.fetch = async (address, options) => {
            if (isDown(address)) throw new TypeError('the line is down');
            return load(address, options);
        };";
    let page = Draft::new(ELEMENT)?.script(offline).show(&browser).await?;
    let widget = page.widget(0);

    widget.click("button", "Print comparison").await?;

    widget.comes_to_say("What prints and saves could not be loaded. The browser’s own Print works without it.").await
}

async fn where_no_dialogs_are_allowed_the_reader_is_told(browser: Browser) -> Outcome {
    let frame = r#"<iframe title="A page that allows no dialogs" src="/apart.html" width="100%" height="700" sandbox="allow-scripts allow-same-origin"></iframe>"#;
    let page = Draft::new(frame)?.beside("/apart.html", ELEMENT).open(&browser).await?;
    page.enter_frame().await?;
    page.ready().await?;
    let widget = page.widget(0);
    widget.click("button", "Print comparison").await?;
    widget.comes_to_focus("Print").await?;
    widget.press(Key::Enter).await?;

    let told = "return root.querySelector('dialog[open] [role=status]')?.textContent;";
    let why = "The browser has not begun to print. Where the page around this table does not let it, save it as a web page, and print that.";
    widget.comes_to("why nothing is printed", told, json!(why)).await?;
    widget.comes_to_focus("Print").await
}

async fn a_page_may_leave_the_buttons_out(browser: Browser) -> Outcome {
    let page = Draft::new("<victim-assistance-table no-export></victim-assistance-table>")?.show(&browser).await?;
    let widget = page.widget(0);
    assert!(!widget.has("button", "Print comparison").await?);
    assert!(!widget.has("button", "Save or copy").await?);
    widget.js("host.noExport = false;").await?;
    widget.find("button", "Print comparison").await?;
    Ok(())
}
