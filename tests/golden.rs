//! Whole renderings, compared with those in `tests/golden`. `UPDATE_GOLDEN=1 cargo test --test golden` rewrites them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

#[path = "golden/html.rs"]
mod html;
mod states;

use std::{collections::BTreeSet, env, fs, path::PathBuf, rc::Rc};

use html::{Element, Node};
use states::{NamedState, STATES};
use victim_assistance_table::{
    dataset::{
        Basis, DATASET, Dataset, DutyBearer, Extent, Fact, Force, FurtherFact, Instrument, InstrumentKind, Provision,
        Silence, Topic, TopicGroup,
    },
    native_locale::NativeLocale,
    query::{Action, Attribute, Query, TextSize},
    view::{App, AppProps, NoScript, NoScriptProps},
    view_model::{Grid, ViewModel},
};
use yew::{Callback, LocalServerRenderer};

/// The states whose whole markup is kept. Of the others, too large for that, what is in sight is kept.
const WHOLE: [&str; 2] = ["nothing-found", "one-topic"];

/// The widget in a named state.
fn app(grid: &Grid, state: &NamedState) -> Element {
    let usual = Query::new(grid.dataset);
    let room = Action::Room(u16::try_from(state.width / 16).unwrap());
    let asked = state.attributes.iter().filter_map(|(name, value)| {
        let (action, unknown) = Attribute::from_name(name)?.read(Some(value), grid.dataset);
        assert!(unknown.is_empty(), "{}: {unknown:?}", state.name);
        Some(action)
    });
    let query = std::iter::once(room)
        .chain(asked)
        .fold(usual.clone(), |query, action| query.reduce(action, &usual, grid.dataset));
    render_app(grid, &query, state.attributes.iter().any(|(name, _)| *name == "no-toolbar"))
}

fn render_app(grid: &Grid, query: &Query, no_toolbar: bool) -> Element {
    let model = Rc::new(ViewModel::new(grid, query, query, &locale(), None));
    let status = model.comparison.status.clone().into();
    let props = AppProps { model, status, heading_level: 2, no_toolbar, dispatch: Callback::noop() };
    html::parse(&block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render()))
}

fn render_no_script(grid: &Grid) -> Element {
    let query = Query::new(grid.dataset);
    let props = NoScriptProps { model: Rc::new(ViewModel::new(grid, &query, &query, &locale(), None)) };
    html::parse(&block_on(LocalServerRenderer::<NoScript>::with_props(props).hydratable(false).render()))
}

fn block_on(rendering: impl Future<Output = String>) -> String {
    futures::executor::block_on(rendering)
}

fn locale() -> NativeLocale {
    NativeLocale::english().unwrap()
}

fn real_grid() -> Grid {
    Grid::new(&DATASET, &locale())
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
            if WHOLE.contains(&state.name) {
                (format!("{}.html", state.name), app.markup())
            } else {
                (format!("{}.txt", state.name), app.outline())
            }
        });
        states.chain([("no-script.html".to_owned(), first_part(render_no_script(&grid)).markup())]).collect()
    }

    /// The table down to its first group.
    fn first_part(mut element: Element) -> Element {
        let groups =
            element.children.iter().position(|child| child.element().is_some_and(|child| child.tag == "tbody"));
        if let Some(first) = groups {
            element.children.truncate(first + 1);
        }
        let children = element.children.into_iter().map(|child| match child {
            Node::Element(child) => Node::Element(first_part(child)),
            text @ Node::Text(_) => text,
        });
        Element { children: children.collect(), ..element }
    }

    #[test]
    fn every_named_state_looks_as_it_did() {
        let differences: String = all().iter().filter_map(|(file, rendering)| compare(file, rendering)).collect();
        assert!(differences.is_empty(), "{differences}If that is right, run UPDATE_GOLDEN=1 cargo test --test golden");
    }

    #[test]
    fn every_golden_belongs_to_a_state() {
        let expected: BTreeSet<_> = all().into_iter().map(|(file, _)| file).chain(["html.rs".to_owned()]).collect();
        let kept: BTreeSet<_> =
            fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert!(updates() || kept == expected, "{kept:?}, not {expected:?}");
    }

    #[test]
    fn the_table_without_scripts_has_no_controls_and_says_all_the_widget_says() {
        let grid = real_grid();
        let no_script = render_no_script(&grid);
        for element in no_script.all() {
            assert!(!["button", "input", "select", "form"].contains(&element.tag.as_str()), "{}", element.tag);
        }
        let widget = app(&grid, &STATES[0]);
        assert_eq!(no_script.find("table").text(), widget.find("table").text());
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
        }))
    }

    /// Every way to show the hostile dataset.
    fn renderings() -> Vec<Element> {
        let grid = Grid::new(dataset(), &locale());
        let query = |search: &str, room| Query { search: search.into(), room, ..Query::new(grid.dataset) };
        let queries = [
            query("", 75),
            query("script", 75),
            query(MARKUP, 75),
            query("zeppelin <script>alert(1)</script>", 75),
            query("alert onerror", 20),
            Query { text_size: TextSize::Fourth, topics: vec![grid.dataset.groups[0].topics[1].id], ..query("", 10) },
        ];
        queries.iter().map(|query| render_app(&grid, query, false)).chain([render_no_script(&grid)]).collect()
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
            .chain([render_no_script(&grid)])
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
            renderings[2].all().into_iter().find(|element| element.attribute("type") == Some("search")).unwrap();
        assert_eq!(search.attribute("value"), Some(MARKUP));
    }

    #[test]
    fn links_lead_to_the_web_only() {
        for rendering in renderings() {
            let links: BTreeSet<_> = rendering
                .all()
                .into_iter()
                .filter_map(|element| element.attribute("href"))
                .map(str::to_owned)
                .collect();
            let good = ["http://good.example/<script>", "https://good.example/\" onmouseover=\"alert(1)"];
            assert_eq!(links, good.map(str::to_owned).into());
        }
    }

    #[test]
    fn links_of_the_real_dataset_lead_to_the_web_only() {
        let links: Vec<_> = render_no_script(&real_grid())
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
