//! What a reader takes along: the table copied into a text, and saved as a file that stands alone.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    Browser, Outcome,
    support::{axe, oracle::Oracle, page::Draft},
};

in_every_engine![
    a_table_is_copied_to_be_pasted_into_a_text,
    a_cell_and_a_row_are_copied,
    a_provision_is_copied_with_its_citation,
    a_web_page_stands_alone,
    every_format_is_a_file,
];

const TWO: &str =
    r#"<victim-assistance-table instruments="crpd mine-ban-convention" topics="education"></victim-assistance-table>"#;

/// A clipboard that keeps what it is given; browsers that are driven have none for certain.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: async (text) => (probe.copied = { 'text/plain': text }),
        write: async ([item]) => {
            const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
            probe.copied = Object.fromEntries(await Promise.all(texts));
        },
    } });";

/// The rows of a table with the pinpoints of each cell, or what else it says.
const ROWS: &str = "const text = (node) => node.textContent.replace(/ ?\\[\\d+\\]/g, '').trim();
    const rows = (root) => [...root.querySelectorAll('tbody tr:not(.group)')].map((row) => [...row.children].map((cell) =>
        cell.querySelector('.provision') ? [...cell.querySelectorAll('.provision b')].map(text) : text(cell)));";

/// The same as it should be.
fn rows(oracle: &Oracle) -> Value {
    let table = oracle.table();
    let rows = table.rows().filter(|row| !row.hidden).map(|row| {
        let cells = row.cells.iter().map(|cell| match &cell.silence {
            None => json!(cell.entries().map(|entry| entry.provision.pinpoint).collect::<Vec<_>>()),
            Some(_) => json!("Silent"),
        });
        [json!(row.title)].into_iter().chain(cells).collect::<Vec<_>>()
    });
    rows.map(Value::from).collect()
}

async fn a_table_is_copied_to_be_pasted_into_a_text(browser: Browser) -> Outcome {
    let page = Draft::new(TWO)?.script(CLIPBOARD).show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    widget.click("button", "Save or copy").await?;
    widget.comes_to_focus("Web page").await?;

    widget.click("button", "Copy table").await?;

    let told = "return root.querySelector('dialog [role=status]').textContent;";
    widget.comes_to("that it is copied", told, json!("Copied.")).await?;
    let pasted = format!(
        "{ROWS} const pasted = new DOMParser().parseFromString(probe.copied['text/html'], 'text/html');
        return [[...pasted.querySelectorAll('thead b')].map(text), rows(pasted)];"
    );
    assert_eq!(page.js(&pasted).await?, json!([["Topic", "CRPD", "Mine Ban Convention"], rows(&oracle)]));
    let plain = page.js("return probe.copied['text/plain'];").await?;
    let plain = plain.as_str().unwrap_or_default();
    assert!(plain.contains("**Art. 24(1)**") && plain.contains("Silent"), "{plain}");
    Ok(())
}

async fn a_cell_and_a_row_are_copied(browser: Browser) -> Outcome {
    let page = Draft::new(TWO)?.script(CLIPBOARD).show(&browser).await?;
    let widget = page.widget(0);
    let row = rows(&widget.oracle().await?)[0].clone();
    widget.click("summary", "Text and source, Art. 24(1), CRPD").await?;
    widget.click("button", "Cite or copy, Art. 24(1), CRPD").await?;
    widget.comes_to_focus("Copy citation").await?;
    let pasted = format!(
        "{ROWS} const pasted = new DOMParser().parseFromString(probe.copied?.['text/html'] ?? '', 'text/html');
        return [[...pasted.querySelectorAll('thead b')].map(text), rows(pasted)];"
    );

    widget.click("button", "Copy cell").await?;
    page.comes_to("the cell", &pasted, json!([["Topic", "CRPD"], [[row[0], row[1]]]])).await?;
    widget.click("button", "Copy row").await?;
    page.comes_to("the row", &pasted, json!([["Topic", "CRPD", "Mine Ban Convention"], [row]])).await?;
    let plain = page.js("return probe.copied['text/plain'];").await?;
    assert!(plain.as_str().unwrap_or_default().contains("**Art. 24(1)**"), "{plain}");
    Ok(())
}

async fn a_provision_is_copied_with_its_citation(browser: Browser) -> Outcome {
    let page = Draft::new(TWO)?.script(CLIPBOARD).show(&browser).await?;
    let widget = page.widget(0);
    widget.click("summary", "Text and source, Art. 24(1), CRPD").await?;
    widget.click("button", "Cite or copy, Art. 24(1), CRPD").await?;
    widget.comes_to_focus("Copy citation").await?;

    widget.click("button", "Copy words and citation").await?;

    let told = "return root.querySelector('dialog [role=status]').textContent;";
    widget.comes_to("that it is copied", told, json!("Copied.")).await?;
    let words = "shall ensure an inclusive education system at all levels and lifelong learning";
    let pasted = "const pasted = new DOMParser().parseFromString(probe.copied['text/html'], 'text/html');
        return [pasted.querySelector('blockquote').textContent, pasted.querySelector('blockquote p').lang];";
    assert_eq!(page.js(pasted).await?, json!([words, "en"]));
    for kind in ["text/plain", "text/html"] {
        let text = page.js_with("return probe.copied[arguments[0]];", vec![json!(kind)]).await?;
        let text = text.as_str().unwrap_or_default();
        assert!(text.contains(words) && text.contains("Art. 24(1)") && text.contains("13 December 2006"), "{text}");
    }
    Ok(())
}

async fn a_web_page_stands_alone(browser: Browser) -> Outcome {
    let page = Draft::new(TWO)?.show(&browser).await?;
    let oracle = page.widget(0).oracle().await?;
    let saved = "return await (await document.querySelector('victim-assistance-table').exportAs('html')).text();";
    let saved = page.js_async(saved).await?;
    let text = saved.as_str().unwrap_or_default();
    assert!(text.starts_with("<!doctype html>") && !text.contains("<script"), "{text}");

    page.js_with("document.open(); document.write(arguments[0]); document.close();", vec![saved.clone()]).await?;
    page.js(&axe::source()?).await?;
    let found = page
        .js(&format!(
            "{ROWS} return [document.title, document.documentElement.lang, document.characterSet, rows(document)];"
        ))
        .await?;
    let title = "Victim assistance: what each instrument says";
    assert_eq!(found, json!([title, "en", "UTF-8", rows(&oracle)]));
    assert_eq!(axe::violations(&page, false).await?, [] as [String; 0]);
    Ok(())
}

async fn every_format_is_a_file(browser: Browser) -> Outcome {
    let page = Draft::new(TWO)?.show(&browser).await?;
    let files = page
        .js_async(
            "const table = document.querySelector('victim-assistance-table'), files = [];
            for (const format of ['html', 'document', 'spreadsheet', 'csv', 'markdown', 'json']) {
                const file = await table.exportAs(format);
                files.push([file.name.split('.').pop(), file.type, [...new Uint8Array(await file.slice(0, 3).arrayBuffer())]]);
            }
            const refused = await table.exportAs('exe').then(() => 'saved', (error) => String(error));
            return [files, refused];",
        )
        .await?;
    let office = "application/vnd.openxmlformats-officedocument";
    assert_eq!(
        files[0],
        json!([
            ["html", "text/html;charset=utf-8", b"<!d"],
            ["docx", format!("{office}.wordprocessingml.document"), b"PK\x03"],
            ["xlsx", format!("{office}.spreadsheetml.sheet"), b"PK\x03"],
            ["csv", "text/csv;charset=utf-8", "\u{feff}".as_bytes()],
            ["md", "text/markdown;charset=utf-8", b"# V"],
            ["json", "application/json", b"{\n "],
        ])
    );
    let refused = files[1].as_str().unwrap_or_default();
    assert!(refused.contains("nothing is known of the format “exe”"), "{refused}");
    Ok(())
}

mod what_is_copied_is_pasted_as_a_table {
    use crate::{Engine, support::pool::run};

    // WebKit's driver has no clipboard.

    #[test]
    fn chromium() {
        run(Engine::Chromium, super::what_is_copied_is_pasted_as_a_table);
    }

    #[test]
    fn firefox() {
        run(Engine::Firefox, super::what_is_copied_is_pasted_as_a_table);
    }
}

/// By the browser's own clipboard, and the keys of whoever pastes.
async fn what_is_copied_is_pasted_as_a_table(browser: Browser) -> Outcome {
    let page = Draft::new(format!("{TWO}<div id=\"text\" contenteditable></div>"))?.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    widget.click("button", "Save or copy").await?;
    widget.click("button", "Copy table").await?;
    let told = "return root.querySelector('dialog [role=status]').textContent;";
    widget.comes_to("that it is copied", told, json!("Copied.")).await?;
    widget.click("button", "Close").await?;

    page.js("document.getElementById('text').focus();").await?;
    browser.driver.action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control).perform().await?;

    let pasted = "const rows = [...document.querySelectorAll('#text tbody tr')];
        const heads = rows.map((row) => row.querySelector('th')?.textContent.trim()).filter(Boolean);
        return [document.querySelectorAll('#text table').length, heads];";
    let table = oracle.table();
    let titles = table.groups.iter().filter(|group| !group.hidden).flat_map(|group| {
        let rows = group.rows.iter().filter(|row| !row.hidden).map(|row| row.title);
        [group.title].into_iter().chain(rows)
    });
    page.comes_to("the table", pasted, json!([1, titles.collect::<Vec<_>>()])).await
}
