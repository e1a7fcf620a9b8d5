//! What was searched for is marked where it stands: painted, without a change to the document.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT},
        widget::Widget,
    },
};

in_every_engine![
    every_place_is_marked,
    case_and_accents_are_no_matter,
    details_are_marked_when_they_open,
    marks_go_with_the_search,
    marks_go_with_the_element,
];

/// The marked texts of the widget, in the order of the page.
const MARKS: &str = "return [...CSS.highlights.get('vat-found')]
    .filter((mark) => mark.startContainer.getRootNode() === root)
    .map((mark) => mark.startContainer.data.slice(mark.startOffset, mark.endOffset).toLowerCase());";

/// The words of the answer with the given beginning, counted by what holds the texts that are seen.
const PLACES: &str = "const answers = 'caption, .vat-topic-title, .vat-group th, .vat-name, .vat-name button, .vat-description, .vat-pinpoint b, .vat-force, .vat-summary, .vat-empty';
    return [...root.querySelectorAll(`.vat-content :is(${answers})`)].filter((answer) => answer.checkVisibility())
        .flatMap((answer) => [...answer.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE)
        .flatMap((text) => text.data.toLowerCase().match(/[\\p{L}\\p{N}]+/gu) ?? [])
        .filter((word) => word.startsWith(given)).map(() => given);";

/// Marks of this beginning, wherever it stands; says how many.
async fn marks_come_to(widget: Widget<'_>, beginning: &str) -> Outcome<usize> {
    let places = widget.js_with(PLACES, json!(beginning)).await?;
    let count = places.as_array().map_or(0, Vec::len);
    assert!(count > 5, "{count} places of {beginning}");
    widget.comes_to("the marks", MARKS, places).await?;
    Ok(count)
}

async fn every_place_is_marked(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    for (typed, all) in [("r", "r"), ("eintegra", "reintegra"), ("tion", "reintegration")] {
        widget.type_search(typed).await?;
        oracle.search(all);
        widget.comes_to_show(&oracle).await?;
        marks_come_to(widget, all).await?;
    }
    Ok(())
}

async fn case_and_accents_are_no_matter(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("RÉHABIL").await?;
    oracle.search("rehabil");
    widget.comes_to_show(&oracle).await?;
    marks_come_to(widget, "rehabil").await?;
    Ok(())
}

async fn details_are_marked_when_they_open(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let quoted =
        "return root.querySelector('.vat-details[open] q')?.textContent.toLowerCase().split('shal').length - 1;";
    widget.turn_to().await?;
    // Closed while the reader types, then open; and open while the reader types on.
    widget.type_search("shal").await?;
    widget.js("[...root.querySelectorAll('.vat-details')].find((one) => one.querySelector('q')?.textContent.includes('shall') && !one.closest('[hidden]')).open = true;").await?;
    let places = widget.js(quoted).await?.as_u64().unwrap_or_default();
    assert!(places > 0);
    let texts = "const quoted = root.querySelector('.vat-details[open] q');
        return [...CSS.highlights.get('vat-found')].filter((mark) => quoted.contains(mark.startContainer))
            .map((mark) => mark.startContainer.data.slice(mark.startOffset, mark.endOffset).toLowerCase());";
    widget.comes_to("marks in the words", texts, json!(vec!["shal"; usize::try_from(places)?])).await?;
    widget.type_search("l").await?;
    widget.comes_to("longer marks in the words", texts, json!(vec!["shall"; usize::try_from(places)?])).await
}

async fn marks_go_with_the_search(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("care").await?;
    oracle.search("care");
    widget.comes_to_show(&oracle).await?;
    marks_come_to(widget, "care").await?;
    widget.type_search(Key::Backspace.value().to_string().repeat(4)).await?;
    widget.comes_to("no marks", MARKS, json!([])).await
}

async fn marks_go_with_the_element(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT.repeat(2))?.show(&browser).await?;
    let (gone, stays) = (page.widget(0), page.widget(1));
    let mut oracle = stays.oracle().await?;
    oracle.search("care");
    let mut marks = 0;
    for widget in [gone, stays] {
        widget.type_search("care").await?;
        widget.comes_to_show(&oracle).await?;
        marks = marks_come_to(widget, "care").await?;
    }
    gone.js("host.remove();").await?;
    let all = "return CSS.highlights.get('vat-found').size;";
    stays.comes_to("the other's marks alone", all, json!(marks)).await
}
