//! Four sizes of everything.

use serde_json::{Value, json};
use thirtyfour::Key;
use victim_assistance_table::query::{Action, TextSize};

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT},
        widget::Widget,
    },
};

in_every_engine![
    everything_grows_alike,
    the_first_size_is_exactly_the_default,
    arrow_keys_choose,
    survives_a_reload_where_the_page_allows_it,
    is_forgotten_where_the_page_does_not,
];

/// The size of every sort of text, in px.
const SIZES: &str = "
    const sorts = ['.vat-title', '[role=status]', 'legend', '.vat-label', '.vat-search input', 'button', 'caption',
        'thead th', '.vat-description', '.vat-group th', '.vat-topic', '.vat-pinpoint', '.vat-force', '.vat-summary',
        '.vat-details summary', '.vat-empty', '.vat-foot', '.vat-letter[data-size=\"1\"]'];
    return sorts.map((sort) => parseFloat(getComputedStyle(root.querySelector(sort)).fontSize));";

async fn sizes(widget: Widget<'_>) -> Outcome<Vec<f64>> {
    Ok(serde_json::from_value(widget.js(SIZES).await?)?)
}

async fn everything_grows_alike(browser: Browser) -> Outcome {
    // So wide that four instruments have room at every size: the layout stays as it is.
    let page = Draft::new(format!(r#"<div style="width: 2400px">{ELEMENT}</div>"#))?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let first = sizes(widget).await?;
    assert_eq!(widget.js("return getComputedStyle(root.querySelector('.vat-app')).fontSize;").await?, "16px");

    for (label, size) in ["100 %", "125 %", "150 %", "200 %"].into_iter().zip(TextSize::ALL).rev() {
        widget.click("radio", label).await?;
        oracle.reader(Action::TextSize(size));
        widget.comes_to_show(&oracle).await?;

        let wanted = json!(size.name());
        widget.comes_to("the size", "return root.querySelector('input[type=radio]:checked').value;", wanted).await?;
        let grown = sizes(widget).await?;
        let factor = f64::from(size.percent()) / 100.0;
        let apart = first.iter().zip(&grown).filter(|(first, grown)| (*first * factor - **grown).abs() > 0.01);
        assert_eq!(apart.collect::<Vec<_>>(), [], "{label}");
        let attribute = (size != TextSize::First).then_some(size.name());
        assert_eq!(widget.js("return host.getAttribute('text-size');").await?, json!(attribute));
    }
    Ok(())
}

async fn the_first_size_is_exactly_the_default(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let boxes = "scrollTo(0, 0); return [...root.querySelectorAll('*')].filter((element) => element.checkVisibility())
        .map((element) => { const { x, y, width, height } = element.getBoundingClientRect();
            return [element.localName, element.className.baseVal ?? element.className, x, y, width, height].join(' '); });";
    let before = widget.js(boxes).await?;

    for (label, size) in [("200 %", TextSize::Fourth), ("100 %", TextSize::First)] {
        widget.click("radio", label).await?;
        oracle.reader(Action::TextSize(size));
        widget.comes_to_show(&oracle).await?;
    }

    let after = widget.js(boxes).await?;
    let boxes = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let moved: Vec<_> =
        boxes(&before).into_iter().zip(boxes(&after)).filter(|(before, after)| before != after).take(5).collect();
    assert_eq!(moved, []);
    assert_eq!(boxes(&before).len(), boxes(&after).len());
    Ok(())
}

async fn arrow_keys_choose(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    widget.find("radio", "100 %").await?.focus().await?;
    widget.press(Key::Right).await?;

    oracle.reader(Action::TextSize(TextSize::Second));
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_focus("125 %").await?;
    assert_eq!(widget.js("return host.textSize;").await?, "2");
    // One stop for the whole group.
    widget.press(Key::Tab).await?;
    widget.comes_to_focus("Reading").await
}

async fn survives_a_reload_where_the_page_allows_it(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table remember-text-size text-size="2"></victim-assistance-table>"#)?
        .show(&browser)
        .await?;
    page.widget(0).click("radio", "150 %").await?;
    page.widget(0).comes_to("the size", "return host.textSize;", json!("3")).await?;

    page.reload().await?;

    let widget = page.widget(0);
    assert_eq!(widget.js("return root.querySelector('input[type=radio]:checked').value;").await?, "3");
    assert_eq!(widget.js("return getComputedStyle(root.querySelector('.vat-app')).fontSize;").await?, "24px");
    assert_eq!(widget.js("return host.textSize;").await?, "3");
    Ok(())
}

async fn is_forgotten_where_the_page_does_not(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    page.widget(0).click("radio", "150 %").await?;
    page.widget(0).comes_to("the size", "return host.textSize;", json!("3")).await?;
    assert_eq!(page.js("return localStorage.length;").await?, 0);

    page.reload().await?;

    assert_eq!(page.widget(0).js("return host.textSize;").await?, "1");
    Ok(())
}
