//! What comes out of the printer, from the click on. WebKit has no printer under automation.

use std::path::{Path, PathBuf};

use serde_json::json;
use victim_assistance_table::view_model::Cell;

use crate::{
    Browser, Engine, Outcome,
    support::{
        oracle::Oracle,
        page::{Draft, ELEMENT},
        paper::{Printed, PrintedPage, PrintedText, letters},
        pool::run_printing,
        printer::Paper,
        widget::Widget,
    },
};

#[test]
fn chromium() {
    run_printing(Engine::Chromium, Paper::A4, |browser, folder| states_come_out_whole(browser, folder, |_| true));
}

// Firefox takes the paper of its printer where it asks nobody how to print.

#[test]
fn firefox_on_a4() {
    let is_on_it = |state: &State| state.paper == Paper::A4;
    run_printing(Engine::Firefox, Paper::A4, |browser, folder| states_come_out_whole(browser, folder, is_on_it));
}

#[test]
fn firefox_on_letter() {
    let is_on_it = |state: &State| state.paper == Paper::Letter;
    run_printing(Engine::Firefox, Paper::Letter, |browser, folder| states_come_out_whole(browser, folder, is_on_it));
}

/// What is asked for, what is chosen for paper, and what must come of it.
struct State {
    name: &'static str,
    attributes: &'static [(&'static str, &'static str)],
    paper: Paper,
    landscape: bool,
    /// Place in the choice of text sizes.
    text_size: usize,
    all_details: bool,
    /// On a screen as narrow as a phone's.
    phone: bool,
    /// In so many sets the columns stand.
    sets: usize,
}

impl State {
    /// Upright on A4, in the usual size, without details, from a wide screen.
    const fn new(name: &'static str, attributes: &'static [(&'static str, &'static str)], sets: usize) -> Self {
        Self {
            name,
            attributes,
            paper: Paper::A4,
            landscape: false,
            text_size: 0,
            all_details: false,
            phone: false,
            sets,
        }
    }

    /// Width and height of a page, in points.
    fn size(&self) -> (u32, u32) {
        let (short, long) = self.paper.sides();
        if self.landscape { (long, short) } else { (short, long) }
    }

    /// Whole points of the text.
    fn points(&self) -> u32 {
        [9, 11, 13, 18][self.text_size]
    }
}

/// In `em`, enough for all columns: what is collected is whole on paper, however little the screen has.
const ROOM: u16 = 75;
/// 14 mm, and 20 mm at the foot.
const MARGIN: u32 = 40;
const FOOT: u32 = 57;
const ALL: &str = "amended-protocol-ii mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi \
                   protocol-v-plan cartagena vientiane maputo dubrovnik oslo lausanne siem-reap-angkor ewipa";
const COLLECTED: &str = "crpd/art-24-1 crpd/topic/medical-care mine-ban-convention/topic/education \
                         tpnw/art-6-1-assistance oslo/action-38 cluster-munitions/art-5-1-second";

const STATES: [State; 9] = [
    State { landscape: true, ..State::new("default", &[], 1) },
    State { paper: Paper::Letter, landscape: true, ..State::new("sixteen-instruments", &[("instruments", ALL)], 4) },
    State { all_details: true, ..State::new("one-topic", &[("topics", "education")], 2) },
    State { paper: Paper::Letter, ..State::new("two-instruments", &[("instruments", "crpd cluster-munitions")], 1) },
    State::new(
        "one-provision",
        &[("instruments", "crpd"), ("search", "\"close to home\""), ("topics", "education")],
        1,
    ),
    State::new("nothing", &[("search", "zeppelin")], 0),
    State {
        text_size: 3,
        ..State::new("largest-text", &[("topics", "education medical-care"), ("text-size", "4")], 2)
    },
    State {
        landscape: true,
        text_size: 1,
        ..State::new("dark-theme", &[("topics", "accessibility data-collection"), ("reading", "contrast-dark")], 2)
    },
    State { phone: true, ..State::new("collection-on-a-phone", &[("collected", COLLECTED), ("only", "collected")], 2) },
];

/// In a dark page, for paper is light.
async fn states_come_out_whole(browser: Browser, folder: PathBuf, is_printed: impl Fn(&State) -> bool) -> Outcome {
    let body = format!(
        "<style>:root {{ color-scheme: dark; background: #000 }}</style><h1>Another page</h1>\
         <div id=\"room\">{ELEMENT}</div>"
    );
    let page = Draft::new(body)?.show(&browser).await?;
    let widget = page.widget(0);
    for state in STATES.iter().filter(|state| is_printed(state)) {
        let ask = "document.getElementById('room').style.width = given.phone ? '320px' : '';
            for (const { name } of [...host.attributes]) host.removeAttribute(name);
            for (const [name, value] of given.attributes) host.setAttribute(name, value);";
        widget.js_with(ask, json!({ "phone": state.phone, "attributes": state.attributes })).await?;
        widget.comes_to_show(&widget.oracle().await?).await?;
        let printed = print(&widget, state, &folder).await?;
        check(state, &printed, &Oracle::new(ROOM, &owned(state.attributes)), browser.engine);
    }
    widget.comes_to_focus("Print comparison").await
}

fn owned(attributes: &[(&str, &str)]) -> Vec<(String, String)> {
    attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn print(widget: &Widget<'_>, state: &State, folder: &Path) -> Outcome<Printed> {
    widget.click("button", "Print comparison").await?;
    widget.comes_to_focus("Print").await?;
    let places = [
        usize::from(state.paper == Paper::Letter),
        usize::from(state.landscape),
        state.text_size,
        usize::from(state.all_details),
    ];
    for choice in places.iter().enumerate() {
        let choose = "const select = root.querySelectorAll('dialog select')[given[0]];
            select.value = given[1];
            select.dispatchEvent(new Event('change', { bubbles: true }));";
        widget.js_with(choose, json!(choice)).await?;
    }
    widget.click("button", "Print").await?;
    let engine = widget.page.browser.engine.name();
    let printed = Printed::in_folder(folder, &format!("{}-{engine}", state.name)).await?;
    widget.comes_to("no dialog", "return root.querySelector('dialog') === null;", json!(true)).await?;
    Ok(printed)
}

fn check(state: &State, printed: &Printed, oracle: &Oracle, engine: Engine) {
    let (words, name) = (printed.words(), state.name);
    assert_eq!(printed.paper, u8::MAX, "{name}: paper is white");
    assert!(!words.contains("Another page"), "{name}: {words}");
    for front in ["Victim assistance: what each instrument says", &oracle.status(), &oracle.model().edition] {
        assert!(words.contains(front), "{name}: {front} is not in {words}");
    }
    for (at, page) in printed.pages.iter().enumerate() {
        check_page(state, page, oracle, &format!("{name}, page {}", at + 1));
        if engine == Engine::Chromium {
            // Firefox writes numbers of its own, where its reader lets it.
            assert!(page.has(&format!("{} / {}", at + 1, printed.pages.len())), "{name}: {:?}", page.texts);
        }
    }
    let table = oracle.table();
    let captions = printed.pages.iter().flat_map(|page| &page.texts).filter(|text| text.text.starts_with("Column"));
    let captions = captions.filter(|text| text.text.contains(&format!(" of {}: ", table.columns.len()))).count();
    assert_eq!(captions, if state.sets > 1 { state.sets } else { 0 }, "{name}");
    for row in table.rows().filter(|row| !row.hidden) {
        let heads = printed.pages.iter().flat_map(|page| &page.texts).filter(|text| text.text == row.title).count();
        assert!(heads >= state.sets, "{name}: {} stands there {heads} times", row.title);
    }
    check_answers(state, printed, oracle);
    if engine == Engine::Chromium {
        check_structure(state, printed, oracle);
    }
}

/// Each provision stands there as often as it is shown, all of its summary on one page; and nothing else has a source.
fn check_answers(state: &State, printed: &Printed, oracle: &Oracle) {
    let (words, name) = (printed.words(), state.name);
    let table = oracle.table();
    let cells = || table.rows().filter(|row| !row.hidden).flat_map(|row| row.cells.iter());
    let pages: Vec<_> = printed.pages.iter().map(|page| letters(&page.words())).collect();
    let summaries: Vec<_> = cells().flat_map(Cell::entries).map(|entry| letters(&entry.summary)).collect();
    for one in &summaries {
        let shown = summaries.iter().filter(|other| other.contains(one)).count();
        let whole: usize = pages.iter().map(|page| page.matches(one).count()).sum();
        assert_eq!(whole, shown, "{name}: {one} is whole on so many pages of {pages:#?}");
    }
    let silences = cells().filter(|cell| cell.silence.is_some()).count();
    let numbers = words.split(' ').filter(|word| is_number_of_source(word)).count();
    assert_eq!(numbers, silences + summaries.len(), "{name}: {words}");
}

/// Assistive technology is told of tables, of headings, and of each cell which headers it has. Firefox tags no PDF.
fn check_structure(state: &State, printed: &Printed, oracle: &Oracle) {
    let (table, sets) = (oracle.table(), state.sets);
    let groups = table.groups.iter().filter(|group| !group.hidden && !group.title.is_empty()).count();
    let rows = table.rows().filter(|row| !row.hidden).count();
    let is_table = usize::from(sets > 0);
    let wanted = [
        ("H1", 1),
        ("H2", is_table),
        ("Table", sets),
        ("Caption", sets),
        ("TR", sets * (1 + groups + rows)),
        ("/Scope /Column", is_table * table.columns.len()),
        ("/Scope /Row", sets * (groups + rows)),
        ("TD", rows * table.columns.len()),
        ("/Headers", rows * table.columns.len()),
    ];
    for (name, wanted) in wanted {
        assert_eq!(printed.tagged(name), wanted, "{}: {name}", state.name);
    }
}

fn check_page(state: &State, page: &PrintedPage, oracle: &Oracle, place: &str) {
    let is_about = |found: u32, wanted: u32| found.abs_diff(wanted) <= 1;
    let (width, height) = state.size();
    assert!(is_about(page.width, width) && is_about(page.height, height), "{place}: {} x {}", page.width, page.height);
    // Poppler writes whole points.
    let (left, right) = (MARGIN - 1, page.width - MARGIN + 2);
    let texts = || page.texts.iter().filter(|text| !is_in_margin(text, page));
    for text in texts() {
        assert!(text.left >= left && text.right <= right && text.bottom <= page.height, "{place}: {text:?} is cut");
        assert!(text.size >= state.points(), "{place}: {text:?} is smaller than {} pt", state.points());
    }
    let table = oracle.table();
    let is_head = |text: &str| table.rows().any(|row| row.title == text);
    let is_group = |text: &str| table.groups.iter().any(|group| group.title == text);
    let lowest = texts().max_by_key(|text| text.bottom);
    assert!(
        lowest.is_none_or(|text| !is_head(&text.text) && !is_group(&text.text)),
        "{place} ends with a head that stands alone: {lowest:?}"
    );
    let answers = || page.texts.iter().filter(|text| text.text.split(' ').any(is_number_of_source));
    let Some(first) = answers().map(|text| text.top).min() else { return };
    let all = table.columns.len();
    let mut sets = (0..state.sets).map(|set| &table.columns[set * all / state.sets..(set + 1) * all / state.sets]);
    assert!(
        sets.any(|set| set.iter().all(|column| page.has_beginning_of(column.name))),
        "{place} has no heads of columns: {:?}",
        page.texts
    );
    let heads: Vec<_> =
        texts().filter(|text| table.columns.iter().any(|column| column.name.starts_with(&text.text))).collect();
    for text in texts().filter(|text| ["Silent", "Not assessed"].iter().any(|answer| text.text.starts_with(answer))) {
        assert!(heads.iter().any(|head| is_about(text.left, head.left)), "{place}: {text:?} stands below no head");
    }
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
