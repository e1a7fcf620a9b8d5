//! What has the focus is in sight, whole: nothing that sticks covers it, and no edge cuts it off (WCAG 2.4.11, 2.4.12).

use serde_json::json;
use thirtyfour::Key;

use crate::{
    Browser, Outcome,
    support::{page::Draft, wait::until, widget::Widget},
};

in_every_engine![
    four_instruments_never_hide_it,
    eight_instruments_never_hide_it,
    a_pinned_column_never_hides_it,
    what_stands_behind_disclosures_is_never_hidden,
    topics_as_columns_never_hide_it,
    the_map_never_hides_it,
];

/// The name of what has the focus, or the id of what has it outside the widget, and what is wrong there: what lies over its
/// corners or its middle, or that the window ends before them; and whether it has a ring. A region that scrolls may be
/// larger than the window: of it some must be seen.
const LOOK: &str = "
    const element = root.activeElement;
    if (!element) return [document.activeElement.id, null];
    const part = element.closest('.vat-letter') ?? element;
    const own = (there) => there && (part.contains(there) || there.control === element);
    const met = [...part.getClientRects()].flatMap(({ left, top, right, bottom }) =>
        [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]]
            .map(([x, y]) => root.elementFromPoint(x, y)));
    const over = met.filter((there) => !own(there)).map((there) => (there ? `${there.localName}.${there.className.baseVal ?? there.className}` : 'the edge of the window'));
    const hidden = element.matches('[role=region]') ? over.length === met.length : over.length > 0;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    const wrong = hidden ? [`behind ${[...new Set(over)].join(', ')}`] : [];
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) wrong.push('without a ring');
    return [probe.nameOf(element), wrong.length ? wrong.join(', ') : null];";

/// Looks until nothing of what has the focus is hidden: engines scroll with one of the next frames.
async fn look(widget: Widget<'_>) -> Outcome<String> {
    until("what has the focus to be in sight, with a ring", async || {
        let (name, wrong): (String, Option<String>) = serde_json::from_value(widget.js(LOOK).await?)?;
        Ok(wrong.map_or(Ok(name.clone()), |wrong| Err(format!("“{name}” {wrong}"))))
    })
    .await
}

async fn step(widget: Widget<'_>, backwards: bool) -> Outcome {
    if !backwards {
        return widget.press(Key::Tab).await;
    }
    let keys = widget.page.browser.driver.action_chain();
    Ok(keys.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift).perform().await?)
}

/// How far to go: through the map leads a Tab for each of hundreds of answers.
const STOPS: usize = 100;

/// Walks by Tab into the widget and on, backwards from what stands after it; says how many stops it made.
async fn walk(widget: Widget<'_>, backwards: bool) -> Outcome<usize> {
    let (start, end, way) = if backwards { ("after", "before", "backwards") } else { ("before", "after", "forwards") };
    widget.js_with("document.getElementById(given).focus();", json!(start)).await?;
    for stops in 0..STOPS {
        step(widget, backwards).await?;
        if look(widget).await.map_err(|error| format!("{way}: {error}"))? == end {
            return Ok(stops);
        }
    }
    Ok(STOPS)
}

/// Walks there and back at each text size.
async fn never_hidden(browser: &Browser, attributes: &str, change: &str) -> Outcome {
    let page = Draft::new(format!(
        r#"<button id="before">before</button><victim-assistance-table {attributes}></victim-assistance-table><button id="after">after</button>"#
    ))?
    .show(browser)
    .await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    widget.js(change).await?;
    for size in ["1", "2", "3", "4"] {
        widget.js_with("host.textSize = given;", json!(size)).await?;
        let wanted = json!([size, widget.oracle().await?.model().layout.name()]);
        let shown = "const { textSize, layout } = root.querySelector('.vat-app').dataset; return [textSize, layout];";
        widget.comes_to("the text size", shown, wanted).await?;
        let there = walk(widget, false).await.map_err(|error| format!("size {size}, {error}"))?;
        let back = walk(widget, true).await.map_err(|error| format!("size {size}, {error}"))?;
        assert!(there > 20 && there == back, "size {size}: {there} stops there, {back} back");
    }
    Ok(())
}

const TOPICS: &str = r#"topics="medical-care data-collection timeframe""#;
const FOUR: &str = r#"instruments="mine-ban-convention protocol-v crpd cluster-munitions""#;
const EIGHT: &str =
    r#"instruments="mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi cartagena oslo""#;

async fn four_instruments_never_hide_it(browser: Browser) -> Outcome {
    never_hidden(&browser, &format!("{FOUR} {TOPICS}"), "").await
}

async fn eight_instruments_never_hide_it(browser: Browser) -> Outcome {
    never_hidden(&browser, &format!("{EIGHT} {TOPICS}"), "").await
}

async fn a_pinned_column_never_hides_it(browser: Browser) -> Outcome {
    never_hidden(&browser, &format!(r#"{EIGHT} {TOPICS} pinned="crpd""#), "").await
}

async fn what_stands_behind_disclosures_is_never_hidden(browser: Browser) -> Outcome {
    let open = "for (const details of root.querySelectorAll('.vat-content details')) details.open = true;";
    never_hidden(&browser, &format!(r#"{FOUR} topics="timeframe""#), open).await
}

async fn topics_as_columns_never_hide_it(browser: Browser) -> Outcome {
    never_hidden(&browser, &format!(r#"view="transposed" {FOUR} {TOPICS}"#), "").await
}

async fn the_map_never_hides_it(browser: Browser) -> Outcome {
    never_hidden(&browser, r#"view="overview""#, "").await
}
