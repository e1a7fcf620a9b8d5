//! Whole renderings, compared with those in `tests/golden`. `UPDATE_GOLDEN=1 cargo test --test golden` rewrites them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

#[path = "golden/html.rs"]
mod html;
mod states;

use std::{collections::BTreeSet, env, fs, path::PathBuf, rc::Rc};

use by_address::ByAddress;
use html::Element;
use states::{NamedState, STATES};
use victim_assistance_table::{
    dataset::{
        Basis, DATASET, Dataset, DutyBearer, Extent, Fact, Force, FurtherFact, Instrument, InstrumentKind, Provision,
        REFERENCE, Silence, Topic, TopicGroup,
    },
    native_locale::NativeLocale,
    query::{Action, At, Attribute, Chosen, Facet, History, Query, TextSize, View},
    view::{ALL_LAYOUTS, App, AppProps, NoScript, NoScriptProps, WidgetProps},
    view_model::{Grid, ViewModel},
};
use yew::{Callback, LocalServerRenderer};

/// The states whose markup is kept. Of the others, too large for that, what is in sight is kept.
const MARKUP: [&str; 3] = ["nothing-found", "one-topic", "mistyped"];
/// Of a rendering with more bytes the beginning is kept.
const MOST: usize = 60_000;

/// The widget in a named state.
fn app(grid: &Grid, state: &NamedState) -> Element {
    let usual = Query::new();
    let room = Action::Room(u16::try_from(state.width / 16).unwrap());
    let asked = state.attributes.iter().filter_map(|(name, value)| {
        let (action, unknown) = Attribute::from_name(name)?.read(Some(value), grid.dataset);
        assert!(unknown.is_empty(), "{}: {unknown:?}", state.name);
        Some(action)
    });
    let query = std::iter::once(room)
        .chain(asked)
        .fold(usual.clone(), |query, action| query.reduce(action, &usual, grid.dataset));
    let attribute = |name| state.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    render_app(grid, &query, attribute("no-toolbar").is_some(), attribute("url-state"))
}

fn render_app(grid: &Grid, query: &Query, no_toolbar: bool, links: Option<&str>) -> Element {
    // The usual query is where Reset goes back to, so that what differs from it is told.
    let mut history = History::new(Query { text_size: query.text_size, room: query.room, ..Query::new() });
    history.visit(query.clone());
    let model = ByAddress(Rc::new(ViewModel::new(grid, &history, links, &locale(), None)));
    let status = model.status.clone().into();
    let (dispatch, undo) = (Callback::noop(), Callback::noop());
    let widget = WidgetProps {
        rows: usize::MAX,
        model,
        layouts: Some(ByAddress(&ALL_LAYOUTS)),
        status,
        heading_level: 2,
        no_toolbar,
        has_links: links.is_some(),
        dispatch,
        undo,
        rendered: Callback::noop(),
    };
    let props = AppProps { widget: Some(widget), turn: 0 };
    html::parse(&block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render()))
}

fn render_no_script(grid: &Grid, details: bool) -> Element {
    let history = History::new(Query::new());
    let model = ByAddress(Rc::new(ViewModel::new(grid, &history, None, &locale(), None)));
    let props = NoScriptProps { model, details };
    html::parse(&block_on(LocalServerRenderer::<NoScript>::with_props(props).hydratable(false).render()))
}

fn block_on(rendering: impl Future<Output = String>) -> String {
    futures::executor::block_on(rendering)
}

fn locale() -> NativeLocale {
    NativeLocale::english().unwrap()
}

fn real_grid() -> Grid {
    Grid::new(&DATASET, &REFERENCE, &locale())
}

mod renderings {
    use super::*;

    fn folder() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
    }

    fn updates() -> bool {
        env::var_os("UPDATE_GOLDEN").is_some()
    }

    /// Tells where a rendering differs from the one that is kept, or keeps it.
    fn compare(file: &str, rendering: &str) -> Option<String> {
        let path = folder().join(file);
        if updates() {
            fs::write(path, rendering).unwrap();
            return None;
        }
        let kept = fs::read_to_string(path).unwrap_or_default();
        if kept == rendering {
            return None;
        }
        let lines: Vec<_> = kept.lines().zip(rendering.lines()).collect();
        let at = lines.iter().position(|(kept, now)| kept != now).unwrap_or(lines.len());
        let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
        Some(format!("{file}:{}\n  was {}\n  is  {}\n", at + 1, line(&kept), line(rendering)))
    }

    fn all() -> Vec<(String, String)> {
        let grid = real_grid();
        let states = STATES.iter().map(|state| {
            let app = app(&grid, state);
            if MARKUP.contains(&state.name) {
                (format!("{}.html", state.name), whole_or_beginning(app, Element::markup))
            } else {
                (format!("{}.txt", state.name), whole_or_beginning(app, Element::outline))
            }
        });
        let no_script = [("no-script", true), ("no-script-short", false)].map(|(name, details)| {
            (format!("{name}.html"), whole_or_beginning(render_no_script(&grid, details), Element::markup))
        });
        states.chain(no_script).collect()
    }

    fn whole_or_beginning(element: Element, write: impl Fn(&Element) -> String) -> String {
        let whole = write(&element);
        if whole.len() <= MOST { whole } else { write(&element.beginning()) }
    }

    #[test]
    fn every_named_state_looks_as_it_did() {
        let differences: String = all().iter().filter_map(|(file, rendering)| compare(file, rendering)).collect();
        assert!(differences.is_empty(), "{differences}If that is right, run UPDATE_GOLDEN=1 cargo test --test golden");
    }

    #[test]
    fn every_golden_belongs_to_a_state() {
        let expected: BTreeSet<_> = all().into_iter().map(|(file, _)| file).chain(["html.rs".to_owned()]).collect();
        // The folders in it are other tests' own.
        let kept: BTreeSet<_> = fs::read_dir(folder())
            .unwrap()
            .map(Result::unwrap)
            .filter(|file| file.path().is_file())
            .map(|file| file.file_name().into_string().unwrap())
            .collect();
        assert!(updates() || kept == expected, "{kept:?}, not {expected:?}");
    }

    #[test]
    fn the_table_without_scripts_has_no_controls_and_says_all_the_widget_says() {
        let grid = real_grid();
        let no_script = render_no_script(&grid, true);
        assert_no_controls(&no_script);
        let widget = app(&grid, &STATES[0]);
        // What can be collected, cited and copied takes the script.
        let said = |element: &Element| element.find("table").text_without_buttons_named(&["Collect", "Cite or copy"]);
        assert!(said(&no_script) == said(&widget), "the two tables say different things");
    }

    #[test]
    fn the_short_table_without_scripts_leads_from_each_pinpoint_to_its_source() {
        let grid = real_grid();
        let (long, short) = (render_no_script(&grid, true), render_no_script(&grid, false));
        assert_no_controls(&short);
        let table = short.find("table");
        let links: BTreeSet<_> = table.all().into_iter().filter_map(|element| element.attribute("href")).collect();
        let sources: BTreeSet<_> = grid
            .dataset
            .shown_first
            .iter()
            .flat_map(|id| grid.dataset.instrument(id).unwrap().provisions)
            .map(|provision| provision.source)
            .filter(|source| source.starts_with("http"))
            .collect();
        assert_eq!(links, sources);
        assert!(short.markup().len() * 2 < long.markup().len());
    }

    fn assert_no_controls(element: &Element) {
        for element in element.all() {
            assert!(!["button", "input", "select", "form"].contains(&element.tag.as_str()), "{}", element.tag);
        }
    }
}

mod hostile_data {
    use super::*;

    const MARKUP: &str =
        "\"'`><script>alert(1)</script><img src=x onerror=alert(1)>\u{202e}&lt;b&gt;{title}\u{2066}</td></table>";
    const SOURCES: [&str; 9] = [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example/",
        "https:evil",
        "https://good.example/\" onmouseover=\"alert(1)",
        "http://good.example/<script>",
    ];

    fn leak<T>(values: Vec<T>) -> &'static [T] {
        values.leak()
    }

    fn fact() -> Option<Fact> {
        Some(Fact { text: MARKUP, date: Some(MARKUP), sources: &SOURCES, note: Some(MARKUP) })
    }

    fn provision(topic: &'static str, source: &'static str) -> Provision {
        Provision {
            id: MARKUP,
            pinpoint: MARKUP,
            topics: leak(vec![topic]),
            force: Force::Obligation,
            verb: MARKUP,
            duty_bearer: DutyBearer::EveryParty,
            duty_bearer_words: MARKUP,
            words: Some(MARKUP),
            words_lang: Some(MARKUP),
            summary: MARKUP,
            basis: Basis::Secondary,
            basis_words: MARKUP,
            source,
            checked: MARKUP,
            note: Some(MARKUP),
        }
    }

    /// A dataset in which every text is hostile, as one that was given at run time might be.
    fn dataset() -> &'static Dataset {
        // Ids differ, or rows and columns would be taken for one another.
        let id = |name: &str| -> &'static str { format!("{MARKUP}{name}").leak() };
        let (spoken, silent) = (id("spoken"), id("silent"));
        let topic = |id| Topic { id, title: MARKUP, also: &[MARKUP], core: true };
        let instrument = |id| Instrument {
            id,
            name: MARKUP,
            short_title: MARKUP,
            full_title: MARKUP,
            also_known_as: &[MARKUP],
            search_names: &[MARKUP],
            kind: InstrumentKind::Treaty,
            binding: true,
            parent: Some(MARKUP),
            adopted: fact(),
            opened_for_signature: fact(),
            entry_into_force: fact(),
            period: fact(),
            years: None,
            parties: fact(),
            depositary: fact(),
            languages: fact(),
            registration: fact(),
            address: fact(),
            further_facts: leak(vec![FurtherFact { about: MARKUP, fact: fact().unwrap() }]),
            note: Some(MARKUP),
            provisions: leak(SOURCES.map(|source| provision(spoken, source)).to_vec()),
            silences: leak(vec![Silence {
                topic: silent,
                extent: Extent::Silent,
                how: MARKUP,
                note: Some(MARKUP),
                source: SOURCES[0],
                checked: MARKUP,
            }]),
        };
        let instruments = leak(vec![instrument(id("one")), instrument(id("two"))]);
        Box::leak(Box::new(Dataset {
            version: MARKUP,
            date: MARKUP,
            shown_first: leak(instruments.iter().map(|instrument| instrument.id).collect()),
            instruments,
            groups: leak(vec![TopicGroup {
                id: id("group"),
                title: MARKUP,
                topics: leak(vec![topic(spoken), topic(silent)]),
            }]),
            abbreviations: &[],
        }))
    }

    /// Every way to show the hostile dataset.
    fn renderings() -> Vec<Element> {
        let grid = Grid::new(dataset(), &REFERENCE, &locale());
        let query = |search: &str, room| Query { search: search.into(), room, ..Query::new() };
        let topics: Vec<_> = grid.dataset.topics().map(|topic| topic.id).collect();
        let mut chosen = Chosen::default();
        chosen.set(Facet::Topics, |id| id == topics[1], grid.dataset);
        let queries = [
            query("", 75),
            query("script", 75),
            query(MARKUP, 75),
            query("zeppelin <script>alert(1)</script>", 75),
            query("alert onerror", 20),
            Query { text_size: TextSize::Fourth, chosen, ..query("", 10) },
        ];
        // What stands in these is of the hostile dataset alone.
        let of_the_dataset = |view: &View| !matches!(view, View::Organisations | View::Publications);
        let first = grid.dataset.instruments[0];
        let views = View::all(grid.dataset).into_iter().filter(of_the_dataset).flat_map(|view| {
            let view = if view.subject().is_some_and(str::is_empty) { view.about(topics[0]) } else { view };
            ["", "script alert"].map(|search| Query { view, ..query(search, 75) })
        });
        let pinned = Query { pinned: Some(first.id), at: Some(At::Provision(first.id, MARKUP)), ..query("", 75) };
        let queries = queries.into_iter().chain(views).chain([pinned]);
        let apps = queries.map(|query| render_app(&grid, &query, false, None));
        apps.chain([true, false].map(|details| render_no_script(&grid, details))).collect()
    }

    /// The names of all tags, each with the names of its attributes.
    fn names(element: &Element) -> BTreeSet<(String, String)> {
        let own = |element: &Element| {
            let tag = element.tag.clone();
            let attributes = element.attributes.iter().map(|(name, _)| name.clone());
            attributes.chain([String::new()]).map(move |name| (tag.clone(), name)).collect::<Vec<_>>()
        };
        element.all().into_iter().flat_map(own).collect()
    }

    #[test]
    fn no_text_becomes_a_tag_or_an_attribute() {
        let grid = real_grid();
        let honest: BTreeSet<_> = STATES
            .iter()
            .map(|state| app(&grid, state))
            .chain([true, false].map(|details| render_no_script(&grid, details)))
            .flat_map(|app| names(&app))
            .collect();
        assert!(!honest.iter().any(|(tag, name)| tag == "script" || name.starts_with("on") || name == "style"));
        for rendering in renderings() {
            let more: Vec<_> = names(&rendering).difference(&honest).cloned().collect();
            assert_eq!(more, []);
        }
    }

    #[test]
    fn hostile_texts_are_shown_as_they_stand() {
        let renderings = renderings();
        let shown = renderings[0].find("table").text();
        // In each of two columns: nine provisions with seven texts, and a silence with two.
        assert!(shown.matches(MARKUP).count() > 2 * (9 * 7 + 2), "{}", shown.matches(MARKUP).count());
        assert!(renderings[3].text().contains("zeppelin <script>alert(1)</script>"));
        let search =
            renderings[2].all().into_iter().find(|element| element.attribute("role") == Some("combobox")).unwrap();
        assert_eq!(search.attribute("value"), Some(MARKUP));
    }

    #[test]
    fn links_lead_to_the_web_only() {
        let good = ["http://good.example/<script>", "https://good.example/\" onmouseover=\"alert(1)"];
        let mut most = BTreeSet::new();
        for rendering in renderings() {
            let links: BTreeSet<_> = rendering
                .all()
                .into_iter()
                .filter_map(|element| element.attribute("href"))
                .map(str::to_owned)
                .collect();
            assert!(links.iter().all(|link| good.contains(&link.as_str())), "{links:?}");
            most.extend(links);
        }
        assert_eq!(most, good.map(str::to_owned).into());
    }

    #[test]
    fn links_of_the_real_dataset_lead_to_the_web_only() {
        let links: Vec<_> = render_no_script(&real_grid(), true)
            .all()
            .into_iter()
            .filter(|element| element.tag == "a")
            .map(|element| element.attribute("href").unwrap().to_owned())
            .collect();
        assert!(!links.is_empty());
        for link in links {
            assert!(link.starts_with("https://") || link.starts_with("http://"), "{link}");
        }
    }
}
