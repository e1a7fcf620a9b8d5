//! The static tables that stand alone: no script, no other file.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::{
        axe,
        oracle::Oracle,
        page::{Draft, dist_file},
        widget::difference,
    },
};

in_every_engine![each_says_what_it_is_named_after, each_needs_nothing_else];

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
