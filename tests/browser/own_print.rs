//! What the browser's own Print makes of a page with the table: the demo page, and the one for frames. WebKit has no
//! printer under automation.

use std::ops::Range;

use serde_json::json;
use thirtyfour::common::print::PrintParameters;
use victim_assistance_table::{
    dataset::Force,
    view_model::{Cell, Column},
};

use crate::{
    Browser, Engine, Outcome,
    support::{
        oracle::Oracle,
        page::Draft,
        paper::{Printed, PrintedPage, PrintedText, letters},
        pool::run,
    },
};

#[test]
fn chromium() {
    run(Engine::Chromium, the_table_comes_out_whole);
}

#[test]
fn firefox() {
    run(Engine::Firefox, the_table_comes_out_whole);
}

/// Of no use on paper.
const CONTROLS: [&str; 5] = ["Search provisions", "Text size", "Reset", "Print comparison", "Save or copy"];

async fn the_table_comes_out_whole(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    let pages = [("/", "demo-page"), ("/embed.html", "frame-page"), ("/embed.html?text-size=4", "large-text")];
    for (path, name) in pages {
        page.go(path).await?;
        page.add_probe().await?;
        let defined = "return document.querySelector('victim-assistance-table:defined') !== null;";
        page.comes_to("a widget", defined, json!(true)).await?;
        let widget = page.widget(0);
        let oracle = widget.oracle().await?;
        widget.comes_to_show(&oracle).await?;
        let pdf = browser.driver.print_page(PrintParameters::default()).await?;
        let name = format!("{name}-{}", browser.engine.name());
        check(&name, &Printed::of(&pdf, &name)?, &oracle);
    }
    Ok(())
}

fn check(name: &str, printed: &Printed, oracle: &Oracle) {
    let words = printed.words();
    for control in CONTROLS {
        assert!(!words.contains(control), "{name}: {control} is printed");
    }
    let table = oracle.table();
    if oracle.model().layout.is_pair() {
        // Each topic stands above its two answers, across the sheet.
        let lines: Vec<_> = printed.pages.iter().flat_map(lines).collect();
        for title in table.rows().filter(|row| !row.hidden).map(|row| letters(row.title)) {
            let has_room = |(line, half): &(String, bool)| *line == title || *half && title.starts_with(line);
            assert!(lines.iter().any(has_room), "{name}: {title} has no room: {lines:?}");
        }
    }
    let cells = || table.rows().filter(|row| !row.hidden).flat_map(|row| row.cells.iter());
    let mut answers = 0;
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); table.columns.len()];
    for page in &printed.pages {
        for text in &page.texts {
            assert!(text.right <= page.width && text.bottom <= page.height, "{name}: {text:?} is cut");
        }
        let heads = heads(page, &table.columns);
        let begins = page.texts.iter().filter(|text| is_force(&text.text, oracle)).count();
        answers += begins;
        assert!(begins == 0 || heads.is_some(), "{name}: a page has no heads of columns: {}", page.words());
        for (column, room) in heads.into_iter().flatten().enumerate() {
            columns[column].push(letters_in(page, &room));
        }
    }
    assert!(answers > 0, "{name}: no answers in {words}");
    for (column, pages) in table.columns.iter().zip(&columns) {
        let entries: Vec<_> = cells().filter(|cell| cell.column == column.id).flat_map(Cell::entries).collect();
        let summaries: Vec<_> = entries.iter().map(|entry| letters(&entry.summary)).collect();
        for one in &summaries {
            let shown = summaries.iter().filter(|other| other.contains(one)).count();
            let whole: usize = pages.iter().map(|page| page.matches(one).count()).sum();
            assert_eq!(whole, shown, "{name}: {one} is whole on so many pages, below {}: {pages:#?}", column.name);
        }
    }
}

/// The letters of each line, and whether it takes more than half of the sheet. Some print a line in pieces, around ligatures.
fn lines(page: &PrintedPage) -> Vec<(String, bool)> {
    let mut lines: Vec<(String, bool)> = Vec::new();
    let mut before: Option<&PrintedText> = None;
    for text in &page.texts {
        let (piece, is_long) = (letters(&text.text), text.right > page.width / 2);
        let goes_on = |before: &PrintedText| before.top == text.top && before.right.abs_diff(text.left) <= 2;
        match lines.last_mut().filter(|_| before.is_some_and(goes_on)) {
            Some((line, half)) => (*line, *half) = (format!("{line}{piece}"), is_long),
            None => lines.push((piece, is_long)),
        }
        before = Some(text);
    }
    lines.retain(|(line, _)| !line.is_empty());
    lines
}

/// From where to where each column goes, in points: its head says where it begins.
fn heads(page: &PrintedPage, columns: &[Column]) -> Option<Vec<Range<u32>>> {
    let begins = |column: &Column| {
        let head = |text: &&PrintedText| {
            !text.text.is_empty() && (column.name.starts_with(&text.text) || text.text.starts_with(column.name))
        };
        // The second line of one head may be the beginning of another.
        page.texts.iter().filter(head).min_by_key(|text| text.top).map(|text| text.left)
    };
    let begins = columns.iter().map(begins).collect::<Option<Vec<_>>>()?;
    let ends = begins.iter().skip(1).copied().chain([page.width]);
    Some(begins.iter().zip(ends).map(|(begin, end)| begin.saturating_sub(2)..end.saturating_sub(2)).collect())
}

/// The letters of a column, from the top to the foot of the page.
fn letters_in(page: &PrintedPage, room: &Range<u32>) -> String {
    let mut texts: Vec<_> = page.texts.iter().filter(|text| room.contains(&text.left)).collect();
    texts.sort_by_key(|text| (text.bottom, text.left));
    texts.iter().map(|text| letters(&text.text)).collect()
}

/// Stands beside each provision.
fn is_force(text: &str, oracle: &Oracle) -> bool {
    let words = oracle.model().words;
    Force::NAMED.iter().any(|(_, force)| words.force(*force) == text)
}
