//! How the text is set, as the reader chooses beside its size.

use serde_json::{Value, json};
use victim_assistance_table::query::{Action, Reading};

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, ELEMENT},
        widget::Widget,
    },
};

in_every_engine![
    lines_stand_as_wide_apart_as_chosen,
    no_line_is_longer_than_chosen,
    colours_are_as_dark_and_light_as_chosen,
    the_font_is_as_chosen,
    it_survives_a_reload_where_the_page_allows_it,
    reset_leaves_it_alone,
    everything_has_room_where_there_is_little,
];

/// A choice of the panel, which is open, and what it makes of the attribute.
async fn choose(widget: Widget<'_>, label: &str, reading: &str) -> Outcome {
    widget.click("radio", label).await?;
    widget.comes_to(label, "return root.querySelector('.vat-app').dataset.reading;", json!(reading)).await?;
    assert_eq!(widget.js("return host.getAttribute('reading');").await?, json!(reading));
    Ok(())
}

async fn lines_stand_as_wide_apart_as_chosen(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.click("summary", "Reading").await?;
    let height = "return getComputedStyle(root.querySelector('.vat-summary')).lineHeight;";
    let size = "return parseFloat(getComputedStyle(root.querySelector('.vat-summary')).fontSize);";
    let size = widget.js(size).await?.as_f64().ok_or("a size")?;
    let mut heights = vec![widget.js(height).await?];
    for (label, reading) in [("Wide", "spacing-wide"), ("Wider", "spacing-wider")] {
        choose(widget, label, reading).await?;
        heights.push(widget.js(height).await?);
    }
    let in_lines = |height: &Value| height.as_str()?.strip_suffix("px")?.parse::<f64>().ok().map(|px| px / size);
    let heights: Vec<_> = heights.iter().filter_map(in_lines).map(|height| (height * 10.0).round() / 10.0).collect();
    assert_eq!(heights, [1.5, 1.8, 2.2]);
    Ok(())
}

/// The most characters in a line of any text of the answer that may be read in lines.
const LONGEST_LINE: &str = "
    const lines = [...root.querySelectorAll('.vat-content :is(p, dd, li)')].filter((element) => element.checkVisibility()).flatMap((element) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), tops = new Map(), range = document.createRange();
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            if (text.parentElement.closest('.vat-unseen') || text.parentElement.closest('p, dd, li') !== element) continue;
            for (let at = 0; at < text.length; at++) {
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const { top, height } = range.getBoundingClientRect();
                if (height) tops.set(Math.round(top), (tops.get(Math.round(top)) ?? 0) + 1);
            }
        }
        return [...tops.values()];
    });
    return Math.max(...lines);";

async fn no_line_is_longer_than_chosen(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table view="topic:medical-care"></victim-assistance-table>"#)?
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    widget.click("summary", "Reading").await?;
    let longest = async || Outcome::Ok(widget.js(LONGEST_LINE).await?.as_u64().ok_or("a number")?);
    assert!(longest().await? > 80, "there is nothing to choose: {}", longest().await?);
    for (label, reading, most) in [("Up to 80 characters", "width-80", 80), ("Up to 60 characters", "width-60", 60)] {
        choose(widget, label, reading).await?;
        let longest = longest().await?;
        assert!(longest <= most && longest > most * 2 / 3, "{label}: {longest}");
    }
    Ok(())
}

async fn colours_are_as_dark_and_light_as_chosen(browser: Browser) -> Outcome {
    // Whatever the page has chosen, for itself and for the widget.
    let style = "color-scheme: dark; --vat-ink: #888; --vat-paper: #999";
    let page = Draft::new(format!(r#"<victim-assistance-table style="{style}"></victim-assistance-table>"#))?
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    widget.click("summary", "Reading").await?;
    let colours = "const { color, backgroundColor } = getComputedStyle(root.querySelector('.vat-app'));
        const sum = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        return [sum(color) < 60, sum(color) > 705, sum(backgroundColor) < 120, sum(backgroundColor) > 705];";
    for (label, reading, wanted) in [
        ("Dark on light", "contrast-light", [true, false, false, true]),
        ("Light on dark", "contrast-dark", [false, true, true, false]),
        ("More", "contrast-more", [false, true, true, false]),
    ] {
        choose(widget, label, reading).await?;
        assert_eq!(widget.js(colours).await?, json!(wanted), "{label}");
    }
    Ok(())
}

async fn the_font_is_as_chosen(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.click("summary", "Reading").await?;
    let fonts = "return ['.vat-title', '.vat-summary', '[role=combobox]'].map((text) => getComputedStyle(root.querySelector(text)).fontFamily.split(',')[0]);";
    for (label, reading, font) in [("Plain", "font-sans", "Arial"), ("With serifs", "font-serif", "Georgia")] {
        choose(widget, label, reading).await?;
        assert_eq!(widget.js(fonts).await?, json!([font, font, font]));
    }
    Ok(())
}

async fn it_survives_a_reload_where_the_page_allows_it(browser: Browser) -> Outcome {
    for (attribute, kept) in [("", ""), ("remember-text-size", "spacing-wide font-serif")] {
        let page = Draft::new(format!("<victim-assistance-table {attribute}></victim-assistance-table>"))?
            .show(&browser)
            .await?;
        page.widget(0).click("summary", "Reading").await?;
        choose(page.widget(0), "Wide", "spacing-wide").await?;
        choose(page.widget(0), "With serifs", "spacing-wide font-serif").await?;

        page.reload().await?;

        assert_eq!(page.widget(0).js("return host.reading;").await?, kept);
        assert_eq!(page.widget(0).js("return root.querySelector('.vat-app').dataset.reading;").await?, kept);
    }
    Ok(())
}

async fn reset_leaves_it_alone(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.click("summary", "Reading").await?;
    choose(widget, "Plain", "font-sans").await?;
    widget.type_search("zeppelin").await?;

    widget.click("button", "Reset").await?;

    oracle.reader(Action::Reading(Reading::default().with("font-sans")));
    widget.comes_to_show(&oracle).await?;
    assert_eq!(widget.js("return host.reading;").await?, "font-sans");
    Ok(())
}

async fn everything_has_room_where_there_is_little(browser: Browser) -> Outcome {
    let element = r#"<victim-assistance-table text-size="4" reading="spacing-wider width-80 font-serif"></victim-assistance-table>"#;
    let frame = r#"<iframe title="narrow" src="/narrow.html" style="width: 320px; height: 700px; border: 0"></iframe>"#;
    let page = Draft::new(frame)?.beside("/narrow.html", element).open(&browser).await?;
    page.enter_frame().await?;
    page.ready().await?;
    page.widget(0).click("summary", "Reading").await?;
    assert_eq!(page.js("return document.documentElement.scrollWidth > innerWidth;").await?, false);
    let cut = "const panel = root.querySelector('.vat-reading');
        return [...panel.querySelectorAll('summary, legend, label')].filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return !text.checkVisibility() || left < 0 || right > innerWidth;
        }).map((text) => text.textContent);";
    assert_eq!(page.widget(0).js(cut).await?, json!([]));
    Ok(())
}
