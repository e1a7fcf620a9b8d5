//! Text size by WCAG technique G178: whatever the reader makes larger, in whatever room, nothing is cut off, lies over
//! something else or is out of reach, and the first size gives back exactly the default.
//!
//! The browser's zoom is a narrower window with a larger ratio of device pixels: the first is a frame's width, the
//! second is set where the engine can be told (Chromium, Firefox).

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::{
        geometry,
        page::{Draft, ELEMENT, Page},
        preferences,
        wait::until,
        widget::Widget,
    },
};

in_every_engine![
    a_window_of_320,
    a_window_of_768,
    a_window_of_1280,
    twice_as_large_by_zoom,
    four_times_as_large_by_zoom,
    every_other_view,
    longer_words,
    a_language_from_right_to_left,
    words_wider_than_their_column,
    a_page_from_right_to_left,
    a_place_from_right_to_left,
];

/// Where a widget stands: a window's size in CSS px, and by how much the browser has enlarged it.
#[derive(Debug, Clone, Copy)]
struct Window {
    width: u32,
    height: u32,
    zoom: u32,
}

const LEAST: Window = Window { width: 320, height: 640, zoom: 1 };
const MIDDLE: Window = Window { width: 768, height: 1024, zoom: 1 };
const WIDE: Window = Window { width: 1280, height: 1024, zoom: 1 };

/// WCAG 1.4.12, with the values it names.
const SPACING: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/// A page in a frame of the window's size: the browser's own window is nowhere that narrow.
async fn page_in(window: Window, element: &str, browser: &Browser) -> Outcome<Page> {
    let Window { width, height, zoom } = window;
    let frame = format!(
        r#"<iframe title="a window" src="/window.html" style="width: {width}px; height: {height}px; border: 0"></iframe>"#
    );
    let page = Draft::new(frame)?.beside("/window.html", element).open(browser).await?;
    if zoom > 1 {
        preferences::zoom(browser, zoom).await?;
    }
    page.enter_frame().await?;
    page.ready().await?;
    Ok(page)
}

/// Sets a text size, and waits until the layout is that of the room that is left.
async fn set_size(widget: Widget<'_>, size: u32) -> Outcome {
    widget.js_with("host.textSize = String(given);", json!(size)).await?;
    until("the layout of that text size", async || {
        let layout = widget.oracle().await?.model().layout.name();
        let shown = widget
            .js("const app = root.querySelector('.vat-app'); return [app.dataset.layout, app.dataset.textSize];")
            .await?;
        Ok(if shown == json!([layout, size.to_string()]) { Ok(()) } else { Err(format!("{shown}, not {layout}")) })
    })
    .await
}

/// The reader's own spacing, on the page and in the widget.
async fn set_spacing(widget: Widget<'_>, wide: bool) -> Outcome {
    let css = if wide { SPACING } else { "" };
    widget
        .js_with(
            "for (const place of [document.head, root]) {
                const style = place.querySelector('.spacing') ?? place.appendChild(document.createElement('style'));
                style.className = 'spacing';
                style.textContent = given;
            }",
            json!(css),
        )
        .await?;
    Ok(())
}

const BOXES: &str =
    "return [...root.querySelectorAll('*')].filter((element) => element.checkVisibility() && !element.matches('style')).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y + scrollY, width, height].join(' ');
});";

/// All sizes, with and without the reader's spacing, after a change of what stands there at that size.
async fn holds_at_all_sizes(browser: &Browser, window: Window, change: &str) -> Outcome {
    let page = page_in(window, ELEMENT, browser).await?;
    let widget = page.widget(0);
    let mut wrong = Vec::new();
    set_size(widget, 1).await?;
    widget.js(change).await?;
    let before = widget.js(BOXES).await?;
    for size in [1, 2, 3, 4] {
        set_size(widget, size).await?;
        widget.js(change).await?;
        for spacing in [false, true] {
            set_spacing(widget, spacing).await?;
            let found = geometry::look(widget).await?;
            assert!(found.texts > 300 && found.controls > 50, "{} texts, {} controls", found.texts, found.controls);
            let state = format!("size {size}{}", if spacing { ", spaced" } else { "" });
            wrong.extend(found.wrong.into_iter().map(|line| format!("{state}: {line}")));
        }
        set_spacing(widget, false).await?;
    }
    set_size(widget, 1).await?;
    widget.js(change).await?;
    until("exactly the default", async || {
        let after = widget.js(BOXES).await?;
        let moved = |at: usize| (before[at] != after[at]).then(|| format!("{} was {}", after[at], before[at]));
        let moved = (0..before.as_array().map_or(0, Vec::len)).find_map(moved);
        Ok(moved.map_or(Ok(()), Err))
    })
    .await?;
    preferences::unzoom(browser).await?;
    browser.driver.enter_default_frame().await?;
    assert!(wrong.is_empty(), "{window:?}: {} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

async fn a_window_of_320(browser: Browser) -> Outcome {
    holds_at_all_sizes(&browser, LEAST, "").await
}

async fn a_window_of_768(browser: Browser) -> Outcome {
    holds_at_all_sizes(&browser, MIDDLE, "").await
}

async fn a_window_of_1280(browser: Browser) -> Outcome {
    holds_at_all_sizes(&browser, WIDE, "").await
}

/// Of the 1280 px that WCAG 1.4.10 counts from.
async fn twice_as_large_by_zoom(browser: Browser) -> Outcome {
    holds_at_all_sizes(&browser, Window { width: 640, height: 512, zoom: 2 }, "").await
}

async fn four_times_as_large_by_zoom(browser: Browser) -> Outcome {
    holds_at_all_sizes(&browser, Window { width: 320, height: 256, zoom: 4 }, "").await
}

/// In the hardest corner: least room, largest text, widest spacing.
async fn holds_in_the_corner(browser: &Browser, element: &str, change: &str) -> Outcome<Vec<String>> {
    let page = page_in(LEAST, element, browser).await?;
    let widget = page.widget(0);
    set_size(widget, 4).await?;
    set_spacing(widget, true).await?;
    widget.js(change).await?;
    let found = geometry::look(widget).await?;
    assert!(found.texts > 60 && found.controls > 8, "{element}: {} texts, {} controls", found.texts, found.controls);
    browser.driver.enter_default_frame().await?;
    Ok(found.wrong.into_iter().map(|line| format!("{element}: {line}")).collect())
}

async fn every_other_view(browser: Browser) -> Outcome {
    let mut wrong = Vec::new();
    for view in [
        "transposed",
        "topic:medical-care",
        "instrument:protocol-v",
        "differences",
        "gaps",
        "time:medical-care",
        "overview",
        "organisations",
        "publications",
    ] {
        let element = format!(r#"<victim-assistance-table view="{view}"></victim-assistance-table>"#);
        wrong.extend(holds_in_the_corner(&browser, &element, "").await?);
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// As in a language whose words are longer by two fifths: the same letters, some of them twice.
const LONGER: &str = r"
    const longer = (probe.longer ??= new WeakMap());
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest('style') || longer.get(node) === node.data) continue;
        node.data = node.data.replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.round(word.length * 0.4)).toLowerCase());
        longer.set(node, node.data);
    }";

async fn longer_words(browser: Browser) -> Outcome {
    for window in [LEAST, MIDDLE, WIDE] {
        holds_at_all_sizes(&browser, window, LONGER).await?;
    }
    Ok(())
}

/// As in a language that is written so: there is none yet, so that English stands for it.
async fn a_language_from_right_to_left(browser: Browser) -> Outcome {
    for window in [LEAST, MIDDLE, WIDE] {
        holds_at_all_sizes(&browser, window, "root.querySelector('.vat-app').dir = 'rtl';").await?;
    }
    Ok(())
}

/// As in languages that write long words as one: each text without its spaces.
async fn words_wider_than_their_column(browser: Browser) -> Outcome {
    let joined = r"
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.data.trim() && !node.parentElement.closest('style')) node.data = node.data.replace(/\p{Z}+/gu, '');
        }";
    let wrong = holds_in_the_corner(&browser, ELEMENT, joined).await?;
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// In a page from left to right.
async fn a_place_from_right_to_left(browser: Browser) -> Outcome {
    let page = page_in(LEAST, &format!(r#"<div dir="rtl">{ELEMENT}</div>"#), &browser).await?;
    let widget = page.widget(0);
    let mut wrong = Vec::new();
    for size in [1, 2, 3, 4] {
        set_size(widget, size).await?;
        let found = geometry::look(widget).await?;
        assert!(found.texts > 300 && found.controls > 50, "{} texts, {} controls", found.texts, found.controls);
        wrong.extend(found.wrong.into_iter().map(|line| format!("size {size}: {line}")));
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// With the panel of reading open, in little room and much.
async fn a_page_from_right_to_left(browser: Browser) -> Outcome {
    let mut wrong = Vec::new();
    for (window, size) in [(LEAST, 1), (LEAST, 4), (WIDE, 1), (WIDE, 3)] {
        let page = page_in(window, ELEMENT, &browser).await?;
        let widget = page.widget(0);
        page.js("document.documentElement.dir = 'rtl';").await?;
        set_size(widget, size).await?;
        widget.click("summary", "Reading").await?;
        widget.find("radio", "Wide").await?;
        let found = geometry::look(widget).await?;
        assert!(found.texts > 300 && found.controls > 50, "{} texts, {} controls", found.texts, found.controls);
        wrong.extend(found.wrong.into_iter().map(|line| format!("{window:?}, size {size}: {line}")));
        browser.driver.enter_default_frame().await?;
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}
