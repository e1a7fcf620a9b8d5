//! What comes out of the printer, from the click on. WebKit has no printer under automation.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::{
    Browser, Engine, Outcome,
    support::{
        oracle::Oracle,
        page::Draft,
        paper::{Printed, PrintedPage, PrintedText},
        pool::run_printing,
        widget::Widget,
    },
};

#[test]
fn chromium() {
    run_printing(Engine::Chromium, every_state_comes_out_whole);
}

#[test]
fn firefox() {
    run_printing(Engine::Firefox, every_state_comes_out_whole);
}

/// What is asked for, what is chosen for paper, and what must come of it.
struct State {
    attributes: &'static [(&'static str, &'static str)],
    /// Places in the selects of the dialog: paper, orientation, text size, details.
    choices: [usize; 4],
    /// Width and height of a page, in points.
    size: (u32, u32),
    /// In so many sets the columns stand.
    sets: usize,
    /// In points; the foot of a page, at least 9, may be smaller.
    text: u32,
}

const A4: (u32, u32) = (595, 842);
const LETTER: (u32, u32) = (612, 792);
/// 14 mm, and 20 mm at the foot.
const MARGIN: u32 = 40;
const FOOT: u32 = 57;
const ALL: &str = "amended-protocol-ii mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi \
                   protocol-v-plan cartagena vientiane maputo dubrovnik oslo lausanne siem-reap-angkor ewipa";

const STATES: [State; 7] = [
    State { attributes: &[], choices: [0, 1, 0, 0], size: (A4.1, A4.0), sets: 1, text: 9 },
    State { attributes: &[("instruments", ALL)], choices: [1, 1, 0, 0], size: (LETTER.1, LETTER.0), sets: 4, text: 9 },
    State { attributes: &[("topics", "education")], choices: [0, 0, 0, 1], size: A4, sets: 2, text: 9 },
    State {
        attributes: &[("instruments", "crpd cluster-munitions")],
        choices: [1, 0, 0, 0],
        size: LETTER,
        sets: 1,
        text: 9,
    },
    State {
        attributes: &[("instruments", "crpd"), ("search", "\"close to home\""), ("topics", "education")],
        choices: [0, 0, 0, 0],
        size: A4,
        sets: 1,
        text: 9,
    },
    State { attributes: &[("search", "zeppelin")], choices: [0, 0, 0, 0], size: A4, sets: 0, text: 9 },
    State {
        attributes: &[("instruments", "crpd oslo"), ("topics", "medical-care"), ("text-size", "4")],
        choices: [0, 0, 3, 0],
        size: A4,
        sets: 2,
        text: 18,
    },
];

/// In a dark page, for paper is light.
async fn every_state_comes_out_whole(browser: Browser, folder: PathBuf) -> Outcome {
    let body = "<style>:root { color-scheme: dark; background: #000 }</style><h1>Another page</h1>\
                <victim-assistance-table></victim-assistance-table>";
    let page = Draft::new(body)?.show(&browser).await?;
    let widget = page.widget(0);
    for mut state in STATES {
        if browser.engine == Engine::Firefox {
            // Where it asks nobody how to print, it takes the printer's own paper.
            state.choices[0] = 0;
            state.size = if state.size.0 < state.size.1 { A4 } else { (A4.1, A4.0) };
        }
        let ask = "for (const { name } of [...host.attributes]) host.removeAttribute(name);
            for (const [name, value] of given) host.setAttribute(name, value);";
        widget.js_with(ask, json!(state.attributes)).await?;
        let oracle = widget.oracle().await?;
        widget.comes_to_show(&oracle).await?;
        let printed = print(&widget, state.choices, &folder).await?;
        check(&state, &printed, &oracle, browser.engine);
    }
    widget.comes_to_focus("Print comparison").await
}

async fn print(widget: &Widget<'_>, choices: [usize; 4], folder: &Path) -> Outcome<Printed> {
    widget.click("button", "Print comparison").await?;
    widget.comes_to_focus("Print").await?;
    for choice in choices.iter().enumerate() {
        let choose = "const select = root.querySelectorAll('dialog select')[given[0]];
            select.value = given[1];
            select.dispatchEvent(new Event('change', { bubbles: true }));";
        widget.js_with(choose, json!(choice)).await?;
    }
    widget.click("button", "Print").await?;
    let printed = Printed::in_folder(folder).await?;
    widget.comes_to("no dialog", "return root.querySelector('dialog') === null;", json!(true)).await?;
    Ok(printed)
}

fn check(state: &State, printed: &Printed, oracle: &Oracle, engine: Engine) {
    let (words, asked) = (printed.words(), state.attributes);
    assert_eq!(printed.paper, u8::MAX, "{asked:?}: paper is white");
    assert!(printed.smallest >= state.text.min(9), "{asked:?}: {} pt", printed.smallest);
    assert!(!words.contains("Another page"), "{asked:?}: {words}");
    for front in ["Victim assistance: what each instrument says", &oracle.status(), &oracle.model().edition] {
        assert!(words.contains(front), "{asked:?}: {front} is not in {words}");
    }
    for (at, page) in printed.pages.iter().enumerate() {
        check_page(state, page, oracle, &format!("{asked:?}, page {}", at + 1));
        if engine == Engine::Chromium {
            // Firefox writes numbers of its own, where its reader lets it.
            assert!(page.has(&format!("{} / {}", at + 1, printed.pages.len())), "{asked:?}: {:?}", page.texts);
        }
    }
    let table = oracle.table();
    let captions = printed.pages.iter().flat_map(|page| &page.texts).filter(|text| text.text.starts_with("Column"));
    let captions = captions.filter(|text| text.text.contains(&format!(" of {}: ", table.columns.len()))).count();
    assert_eq!(captions, if state.sets > 1 { state.sets } else { 0 }, "{asked:?}");
    let (mut answers, mut provisions) = (0, 0);
    for row in table.rows().filter(|row| !row.hidden) {
        let heads = printed.pages.iter().flat_map(|page| &page.texts).filter(|text| text.text == row.title).count();
        assert!(heads >= state.sets, "{asked:?}: {} stands there {heads} times", row.title);
        answers += row.cells.iter().filter(|cell| cell.silence.is_some()).count();
        for entry in row.cells.iter().flat_map(|cell| cell.entries()) {
            provisions += 1;
            // Of a pinpoint that takes several lines the first words are together.
            let pinpoint = entry.provision.pinpoint.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            assert!(words.contains(&pinpoint), "{asked:?}: {pinpoint} is not in {words}");
        }
    }
    // Each answer that has a source has its number once.
    let numbers = words.split(' ').filter(|word| is_number_of_source(word)).count();
    assert_eq!(numbers, answers + provisions, "{asked:?}: {words}");
}

fn check_page(state: &State, page: &PrintedPage, oracle: &Oracle, place: &str) {
    let is_about = |found: u32, wanted: u32| found.abs_diff(wanted) <= 1;
    assert!(is_about(page.width, state.size.0) && is_about(page.height, state.size.1), "{place}: {}", page.width);
    // Poppler writes whole points.
    let (left, right) = (MARGIN - 1, page.width - MARGIN + 2);
    for text in page.texts.iter().filter(|text| !is_in_margin(text, page)) {
        assert!(text.left >= left && text.right <= right && text.bottom <= page.height, "{place}: {text:?} is cut");
    }
    let table = oracle.table();
    let is_head = |text: &str| table.rows().any(|row| row.title == text);
    let answers = || page.texts.iter().filter(|text| text.text.split(' ').any(is_number_of_source));
    let Some(first) = answers().map(|text| text.top).min() else { return };
    let of_size = table.columns.len().div_ceil(state.sets);
    assert!(
        table.columns.chunks(of_size).any(|set| set.iter().all(|column| page.has_beginning_of(column.name))),
        "{place} has no heads of columns: {:?}",
        page.texts
    );
    assert!(
        page.texts.iter().any(|text| text.top < first && is_head(&text.text)),
        "{place} begins without the head of its row: {:?}",
        page.texts
    );
}

/// Above and below what is printed; Firefox writes lines of its own there, nearer to the edges.
fn is_in_margin(text: &PrintedText, page: &PrintedPage) -> bool {
    text.bottom < MARGIN || text.bottom > page.height - FOOT
}

/// `[3]`.
fn is_number_of_source(word: &str) -> bool {
    let number = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}
