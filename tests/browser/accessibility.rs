//! What readers get who use a screen reader, keys, or colours of their own.

use std::{env, fs, path::Path};

use serde_json::json;
use thirtyfour::{RequestData, SessionId, WebElement, common::command::FormatRequestData};

use crate::{
    Browser, Outcome,
    colours::COLOURS,
    states::{NamedState, STATES},
    support::{
        axe,
        page::{Draft, ELEMENT, page_in},
    },
};

in_every_engine![
    no_state_of_a_table_has_violations,
    no_state_of_a_search_or_link_has_violations,
    no_other_view_has_violations,
    no_state_in_little_room_has_violations,
    nothing_that_opens_has_violations,
    controls_have_the_names_of_the_contract,
    names_do_not_run_together,
    every_cell_has_its_headers,
    every_control_is_reached_by_tab,
    wide_spacing_of_the_readers_cuts_nothing_off,
    every_text_has_a_language,
];

const NARROW: fn(&NamedState) -> bool = |state| state.width < 1280;
const OTHER_VIEW: fn(&NamedState) -> bool = |state| asks_for(state, &["view"]);
const FOUND: fn(&NamedState) -> bool = |state| asks_for(state, &["search", "at"]);

fn asks_for(state: &NamedState, attributes: &[&str]) -> bool {
    state.attributes.iter().any(|(name, _)| attributes.contains(name))
}

async fn no_state_of_a_table_has_violations(browser: Browser) -> Outcome {
    have_no_violations(browser, |state| !NARROW(state) && !OTHER_VIEW(state) && !FOUND(state)).await
}

async fn no_state_of_a_search_or_link_has_violations(browser: Browser) -> Outcome {
    have_no_violations(browser, |state| !NARROW(state) && !OTHER_VIEW(state) && FOUND(state)).await
}

async fn no_other_view_has_violations(browser: Browser) -> Outcome {
    have_no_violations(browser, |state| !NARROW(state) && OTHER_VIEW(state)).await
}

async fn no_state_in_little_room_has_violations(browser: Browser) -> Outcome {
    have_no_violations(browser, NARROW).await
}

/// Looks at the named states of a sort: all at once would take longer than a test may.
async fn have_no_violations(browser: Browser, is_looked_at: impl Fn(&NamedState) -> bool) -> Outcome {
    let axe = axe::source()?;
    let mut wrong = Vec::new();
    let states = STATES.iter().filter(|state| is_looked_at(state));
    assert!(states.clone().count() > 1, "states of a sort are gone");
    for state in states {
        let page = page_in(state, &browser, &axe).await?;
        page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
        for scheme in ["light", "dark"] {
            page.js_with(COLOURS, vec![json!(scheme)]).await?;
            let found = axe::violations(&page, scheme == "dark").await?;
            wrong.extend(found.into_iter().map(|violation| format!("{}, {scheme}: {violation}", state.name)));
            picture(&browser, state.name, scheme).await?;
        }
        browser.driver.enter_default_frame().await?;
    }
    assert!(wrong.is_empty(), "{} violations\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

async fn nothing_that_opens_has_violations(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table url-state="va" topics="education"></victim-assistance-table>"#)?
        .script(&axe::source()?)
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    let mut wrong = Vec::new();
    let mut look = async |what: &str| -> Outcome {
        for scheme in ["light", "dark"] {
            page.js_with(COLOURS, vec![json!(scheme)]).await?;
            let found = axe::violations(&page, scheme == "dark").await?;
            wrong.extend(found.into_iter().map(|violation| format!("{what}, {scheme}: {violation}")));
        }
        Ok(())
    };
    for panel in ["Instruments", "Topics", "Force and duty", "Order"] {
        widget.click("button", panel).await?;
        widget.find("group", panel).await?;
        look(panel).await?;
    }
    widget.click("button", "Order").await?;

    widget.js("for (const details of root.querySelectorAll('details')) details.open = true;").await?;
    look("details").await?;
    widget.js("for (const details of root.querySelectorAll('details')) details.open = false;").await?;

    widget.type_search("mine").await?;
    widget.find("listbox", "Suggestions").await?;
    widget.press(thirtyfour::Key::Down).await?;
    widget.comes_to("a suggestion", "return root.querySelectorAll('[aria-selected=true]').length;", json!(1)).await?;
    look("suggestions").await?;
    assert!(wrong.is_empty(), "{} violations\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// A picture of the window, where `VAT_SCREENSHOTS` names a folder for it.
pub async fn picture(browser: &Browser, state: &str, scheme: &str) -> Outcome {
    if let Some(folder) = env::var_os("VAT_SCREENSHOTS") {
        fs::create_dir_all(&folder)?;
        let file = format!("{state}-{scheme}-{}.png", browser.engine.name());
        browser.driver.screenshot(&Path::new(&folder).join(file)).await?;
    }
    Ok(())
}

/// What the browser tells assistive technology of an element: `computedrole`, `computedlabel`.
#[derive(Debug)]
struct Computed<'a>(&'static str, &'a WebElement);

impl FormatRequestData for Computed<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(what, element) = self;
        RequestData::new(
            "GET".parse().expect("a method"),
            format!("session/{session}/element/{}/{what}", element.element_id()),
        )
    }
}

async fn role_and_name(browser: &Browser, element: &WebElement) -> Outcome<(String, String)> {
    let role = browser.driver.cmd(Computed("computedrole", element)).await?.value()?;
    let name = browser.driver.cmd(Computed("computedlabel", element)).await?.value()?;
    Ok((role, name))
}

async fn controls_have_the_names_of_the_contract(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    for (role, name) in [
        ("combobox", "Search provisions"),
        ("group", "Text size"),
        ("radio", "100 %"),
        ("radio", "125 %"),
        ("radio", "150 %"),
        ("radio", "200 %"),
        ("button", "Reset"),
        ("navigation", "Questions"),
        ("button", "One topic"),
        ("button", "Undo"),
    ] {
        let element = widget.find(role, name).await?;
        let (found_role, found_name) = role_and_name(&browser, &element).await?;
        assert_eq!((found_role.as_str(), found_name.as_str()), (role, name));
    }
    assert_eq!(widget.js("return root.querySelectorAll('.vat-text-size input[type=radio]').length;").await?, 4);
    let status = widget.js("return root.querySelectorAll('[role=status]').length;").await?;
    assert_eq!(status, 1);
    Ok(())
}

async fn names_do_not_run_together(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    for (button, state) in [("Instruments", "4 of 16"), ("Topics", "all"), ("Force and duty", "all")] {
        let (_, name) = role_and_name(&browser, &widget.find("button", button).await?).await?;
        let between = name.strip_prefix(button).and_then(|rest| rest.strip_suffix(state));
        assert!(between.is_some_and(|between| between.contains([' ', ','])), "it is called “{name}”");
    }
    // The same for what is read in a row: no word touches the next.
    let run_together = "return [...root.querySelectorAll('.vat-pinpoint, .vat-instrument')].map((element) => element.textContent)
        .filter((text) => /[a-z)0-9](Obligation|Qualified|Political|Encouragement|Preambular|Definition|[12]\\d{3} ·)/.test(text)).slice(0, 3);";
    assert_eq!(widget.js(run_together).await?, json!([]));
    Ok(())
}

async fn every_cell_has_its_headers(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let without = "const heads = [...root.querySelector('thead tr').cells];
        const isHead = (cell, scope) => cell.localName === 'th' && cell.scope === scope && cell.textContent.trim() !== '';
        const cells = [...root.querySelectorAll('td')];
        return [cells.length > 100, cells.filter((cell) => !isHead(cell.parentElement.cells[0], 'row')
            || !isHead(heads[cell.cellIndex], 'col') || cell.colSpan !== 1 || cell.parentElement.cells.length !== heads.length).length];";
    assert_eq!(page.widget(0).js(without).await?, json!([true, 0]));
    let groups = "return [...root.querySelectorAll('.vat-group th')].every((head) => head.scope === 'rowgroup' && head.parentElement.parentElement.rows[0] === head.parentElement);";
    assert_eq!(page.widget(0).js(groups).await?, true);
    Ok(())
}

async fn every_control_is_reached_by_tab(browser: Browser) -> Outcome {
    let page = Draft::new(
        r#"<button id="before">before</button><victim-assistance-table topics="education"></victim-assistance-table>"#,
    )?
    .show(&browser)
    .await?;
    let widget = page.widget(0);
    page.js("document.querySelector('#before').focus();").await?;

    // In the order of the page, and each to be seen when it has the focus.
    let stops = "return [...root.querySelectorAll('input:not([type=radio]), input[type=radio]:checked, button, summary, a[href], [tabindex]')]
        .filter((element) => element.checkVisibility()).map((element) => probe.nameOf(element));";
    let stops: Vec<String> = serde_json::from_value(widget.js(stops).await?)?;
    assert!(stops.len() > 8, "{stops:?}");
    for stop in stops {
        widget.press(thirtyfour::Key::Tab).await?;
        widget.comes_to_focus(&stop).await?;
        let seen = "const element = root.activeElement, { left, top, width, height } = element.getBoundingClientRect();
            const there = root.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
            return Boolean(there) && (element.contains(there) || there.contains(element));";
        widget.comes_to(&format!("“{stop}” to be in sight"), seen, json!(true)).await?;
    }
    Ok(())
}

/// WCAG 1.4.12, with the values it names, set on everything.
async fn wide_spacing_of_the_readers_cuts_nothing_off(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.click("button", "Topics").await?;
    let cut = widget
        .js("const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
            const clips = (element) => getComputedStyle(element).overflow !== 'visible' && !element.matches('input, select, .vat-unseen, .vat-scroller[role]');
            const room = document.documentElement.clientWidth;
            const parts = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility() && element.textContent.trim());
            const cut = parts.filter((element) => clips(element) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
            const outside = parts.filter((element) => element.getBoundingClientRect().right > room + 1 && !element.closest('.vat-unseen'));
            return [parts.length, [...cut, ...outside].map((element) => `${element.localName}.${element.className} ${element.textContent.slice(0, 40)}`)];")
        .await?;
    assert!(cut[0].as_u64() > Some(500), "{cut}");
    assert_eq!(cut[1], json!([]));
    Ok(())
}

/// The widget's own, and that of each quotation, whatever the page's is.
async fn every_text_has_a_language(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    page.js("document.documentElement.lang = 'ar'; document.documentElement.dir = 'rtl';").await?;
    page.widget(0).turn_to().await?;
    let asked = "const app = root.querySelector('.vat-app'), quotations = [...root.querySelectorAll('q')];
        return [app.lang, app.dir, getComputedStyle(app).direction, quotations.length > 50, quotations.every((quotation) => quotation.lang)];";
    page.widget(0).comes_to("its languages", asked, json!(["en", "ltr", "ltr", true, true])).await?;
    Ok(())
}
