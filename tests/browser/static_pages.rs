//! The static tables that stand alone: no script, no other file.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    Browser, Outcome,
    accessibility::picture,
    support::{
        axe, geometry,
        oracle::Oracle,
        page::{Draft, dist_file, static_table},
        widget::difference,
    },
};

in_every_engine![
    each_says_what_it_is_named_after,
    each_needs_nothing_else,
    it_says_the_same_where_a_system_leaves_plain_elements_alone,
    little_room_cuts_nothing_off,
];

/// Names, and what each is to show.
fn tables() -> BTreeMap<&'static str, Vec<(String, String)>> {
    let asked = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    BTreeMap::from([
        ("en", vec![]),
        ("en-treaties", asked("kinds", "treaty protocol")),
        ("en-action-plans", asked("kinds", "action-plan declaration")),
        ("en-all", asked("kinds", "treaty protocol action-plan declaration")),
        ("en-organisations", asked("view", "organisations")),
    ])
}

async fn each_says_what_it_is_named_after(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    for (name, asked) in tables() {
        page.go(&format!("/static/{name}-page.html")).await?;
        page.add_probe().await?;
        let wanted = Oracle::new(75, &asked).lines(true);
        let shown = page.widget(0).lines_of("host", true).await?;
        assert!(shown == wanted, "{name}: {}", difference(&shown, &wanted));
        let fragment = dist_file(&format!("static/{name}.html"))?;
        assert!(
            dist_file(&format!("static/{name}-page.html"))?.contains(&fragment),
            "{name}: the page holds another table"
        );
    }
    Ok(())
}

async fn each_needs_nothing_else(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    for name in tables().keys() {
        page.go(&format!("/static/{name}-page.html")).await?;
        page.add_probe().await?;
        page.js(&axe::source()?).await?;
        assert_eq!(axe::violations(&page, false).await?, [""; 0], "{name}");
        let state = "return [document.scripts.length, performance.getEntriesByType('resource').length,
            getComputedStyle(document.querySelector('.vat-title')).fontSize];";
        assert_eq!(page.js(state).await?, json!([0, 0, "22px"]), "{name}");
    }
    Ok(())
}

/// A table that was pasted: as it is, and with no element or attribute but those that such systems commonly leave.
const STRIP: &str = r"const left = { a: ['href'], b: [], br: [], caption: [], dd: [], dl: [], dt: [], h2: [], li: [], p: [], q: [],
        table: [], tbody: [], td: [], th: ['scope', 'colspan'], thead: [], tr: [], ul: [] };
    const [whole, stripped] = document.querySelectorAll('main > div');
    whole.innerHTML = stripped.innerHTML = await (await fetch(PATH)).text();
    for (const details of whole.querySelectorAll('details')) details.open = true;
    for (const svg of stripped.querySelectorAll('svg')) svg.remove();
    for (const element of stripped.querySelectorAll('*')) {
        const kept = left[element.localName];
        if (!kept) element.replaceWith(...element.childNodes);
        else for (const name of element.getAttributeNames()) if (!kept.includes(name)) element.removeAttribute(name);
    }
    const read = (cell) => cell.innerText.split(/\s+/).filter(Boolean).join(' ');
    const words = (place) => [...place.querySelectorAll('caption, th, td')].map(read);
    const [wanted, found] = [words(whole), words(stripped)];
    return [wanted.length > 200, found.length - wanted.length, found.filter((cell, at) => cell !== wanted[at]).slice(0, 3),
        stripped.querySelectorAll('div, span, details, [class]').length];";

async fn it_says_the_same_where_a_system_leaves_plain_elements_alone(browser: Browser) -> Outcome {
    let page = Draft::new("<div></div><div></div>")?.includes("").open(&browser).await?;
    for name in ["en", "en-organisations"] {
        let stripped = page.js_async(&STRIP.replace("PATH", &format!("'/static/{name}.html'"))).await?;
        assert_eq!(stripped, json!([true, 0, [], 0]), "{name}");
    }
    Ok(())
}

/// Nor that of a page whose script is not there yet: what is wider than its room scrolls in a region that has a name and
/// takes the focus.
async fn little_room_cuts_nothing_off(browser: Browser) -> Outcome {
    let before = format!("<victim-assistance-table>{}</victim-assistance-table>", static_table()?);
    let pages = ["static/en-page", "static/en-organisations-page", "before", "embed", "index"];
    let mut wrong = Vec::new();
    for name in pages {
        let frame = format!(
            r#"<iframe title="narrow" src="/{name}.html" style="width: 320px; height: 640px; border: 0"></iframe>"#
        );
        let page = Draft::new(frame)?
            .beside("/before.html", &before)
            .missing("/victim-assistance-table.js")
            .open(&browser)
            .await?;
        page.enter_frame().await?;
        picture(&browser, &name.replace('/', "-"), "little-room").await?;
        let found = geometry::look_at_page(&page).await?;
        assert!(found.texts > 250, "{name}: {} texts", found.texts);
        wrong.extend(found.wrong.into_iter().map(|line| format!("{name}: {line}")));
        let scrolls = "const moves = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
            return [...document.body.querySelectorAll('*')].filter(moves).map((element) => [element.className, element.role, Boolean(element.ariaLabel), element.tabIndex]);";
        assert_eq!(page.js(scrolls).await?, json!([["vat-scroller", "region", true, 0]]), "{name}");
        browser.driver.enter_default_frame().await?;
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}
