//! Links to a place in the table, and what copies them.

use serde_json::json;
use thirtyfour::By;
use victim_assistance_table::{
    query::{Action, At},
    view_model::{Cell, ProvisionEntry},
};

use crate::{
    Browser, Outcome,
    support::{
        oracle::{Oracle, dataset},
        page::{Draft, ELEMENT, Page},
        widget::Widget,
    },
};

in_every_engine![
    a_link_opens_its_provision,
    a_link_opens_what_is_behind_more,
    a_link_to_a_cell_marks_the_cell,
    a_link_works_in_little_room,
    the_attribute_opens_its_provision,
    a_link_on_the_page_brings_its_column_and_lets_go_of_filters,
    doing_something_else_takes_the_mark_away,
    another_width_leaves_the_reader_where_they_are,
    a_crafted_link_is_told_and_harmless,
    a_provision_gives_its_link,
    the_whole_question_gives_its_link,
    where_copying_is_not_permitted_it_is_said,
    a_page_without_addresses_offers_no_links,
];

const LINKED: &str = r#"<victim-assistance-table url-state="va"></victim-assistance-table>"#;

/// Opens a page by a link: with the fragment in its address from the start.
async fn open(body: &str, at: At, browser: &Browser) -> Outcome<Page> {
    let page = Draft::new(body)?.show(browser).await?;
    page.js_with("location.hash = arguments[0];", vec![json!(format!("#va=1&va.at={}", at.value()))]).await?;
    page.reload().await?;
    Ok(page)
}

fn place(value: &str) -> At {
    At::from_value(value, dataset()).expect("a place")
}

/// The first place whose provision stands in one cell of the usual table, among `entries` of it.
fn only_in(entries: impl Fn(&Cell) -> &[ProvisionEntry]) -> At {
    let oracle = Oracle::new(75, &[]);
    let table = oracle.table();
    // Some way down: without scrolling, it is not in sight.
    let cells = table.rows().filter(|row| !row.hidden).flat_map(|row| row.cells.iter()).skip(40);
    let mut found = cells.flat_map(|cell| entries(cell).iter().map(move |entry| (cell.column, entry.provision)));
    let (column, provision) =
        found.find(|(_, provision)| provision.topics.len() == 1).expect("a provision on one topic");
    place(&format!("{column}/{}", provision.id))
}

/// What a provision is called apart from its table.
fn full_pinpoint(at: At) -> String {
    let At::Provision(instrument, id) = at else { panic!("{at:?}") };
    let instrument = dataset().instrument(instrument).expect("an instrument");
    format!("{}, {}", instrument.provision(id).expect("a provision").pinpoint, instrument.name)
}

/// An oracle that was led there.
async fn led_to(widget: Widget<'_>, at: At) -> Outcome<Oracle> {
    let mut oracle = Oracle::new(widget.oracle().await?.query().room, &[]);
    oracle.reader(Action::GoTo(Some(at)));
    Ok(oracle)
}

/// What is marked, whether it has the focus, is in sight, and which disclosures around it and of it are open.
const PLACE: &str = "const [place, ...others] = [...root.querySelectorAll('[data-at]')].filter((one) => one.checkVisibility());
    if (!place) return 'nothing is marked';
    const { top, bottom } = place.getBoundingClientRect();
    const disclosures = [...root.querySelectorAll('details')].filter((details) => details.contains(place) || (place.matches('li') && place.contains(details)));
    return { others: others.length, focused: root.activeElement === place, seen: top < innerHeight && bottom > 0,
        open: disclosures.map((details) => details.open) };";

/// Waits until one place is marked, has the focus, is in sight, and so many disclosures stand open for it.
async fn comes_to_open(widget: Widget<'_>, disclosures: usize) -> Outcome {
    let wanted = json!({ "others": 0, "focused": true, "seen": true, "open": vec![true; disclosures] });
    widget.comes_to("the place, open and in sight", PLACE, wanted).await
}

/// Waits until the provision of a place is the one that is marked.
async fn comes_to_mark(widget: Widget<'_>, at: At) -> Outcome {
    let wanted = format!("Text and source, {}", full_pinpoint(at));
    let marked = "const place = root.querySelector('li[data-at]');
        return place && probe.nameOf(place.querySelector('summary'));";
    widget.comes_to("the provision", marked, json!(wanted)).await
}

async fn a_link_opens_its_provision(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let page = open(LINKED, at, &browser).await?;
    let widget = page.widget(0);

    comes_to_mark(widget, at).await?;
    comes_to_open(widget, 1).await?;
    widget.comes_to_show(&led_to(widget, at).await?).await
}

async fn a_link_opens_what_is_behind_more(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.more);
    let page = open(LINKED, at, &browser).await?;
    let widget = page.widget(0);

    comes_to_mark(widget, at).await?;
    // Its own details, and the rest of its cell.
    comes_to_open(widget, 2).await?;
    widget.comes_to_show(&led_to(widget, at).await?).await
}

async fn a_link_to_a_cell_marks_the_cell(browser: Browser) -> Outcome {
    let at = place("crpd/topic/education");
    let page = open(LINKED, at, &browser).await?;
    let widget = page.widget(0);

    comes_to_open(widget, 0).await?;
    let cell = "const cell = root.querySelector('td[data-at]'); const heads = cell.closest('table').tHead.rows[0].cells;
        return [heads[cell.cellIndex].querySelector('.vat-name').textContent.trim(), cell.parentElement.cells[0].textContent.trim()];";
    assert_eq!(widget.js(cell).await?, json!(["CRPD", "Education"]));
    // The details of each provision in it stay closed.
    assert_eq!(widget.js("return root.querySelectorAll('details[open]').length;").await?, 0);
    Ok(())
}

async fn a_link_works_in_little_room(browser: Browser) -> Outcome {
    let at = place("oslo/para-2");
    let page = open(&format!(r#"<div style="width: 320px">{LINKED}</div>"#), at, &browser).await?;
    let widget = page.widget(0);

    comes_to_mark(widget, at).await?;
    let oracle = led_to(widget, at).await?;
    assert!(oracle.model().layout.is_pair());
    widget.comes_to_show(&oracle).await?;
    let choosers = "return [...root.querySelectorAll('select')].map((chooser) => chooser.value).includes('oslo');";
    assert_eq!(widget.js(choosers).await?, true);
    Ok(())
}

async fn the_attribute_opens_its_provision(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let page = Draft::new(format!(r#"<victim-assistance-table at="{}"></victim-assistance-table>"#, at.value()))?
        .show(&browser)
        .await?;
    let widget = page.widget(0);

    comes_to_mark(widget, at).await?;
    comes_to_open(widget, 1).await?;

    // And another one, later.
    let other = only_in(|cell| &cell.more);
    widget.js_with("host.at = given;", json!(other.value())).await?;
    comes_to_mark(widget, other).await?;
    comes_to_open(widget, 2).await
}

async fn a_link_on_the_page_brings_its_column_and_lets_go_of_filters(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let instrument = if at.instrument() == "oslo" { "tpnw" } else { "oslo" };
    let body = format!(
        r##"<a id="link" href="#va=1&va.at={}">There it stands</a>
        <victim-assistance-table url-state="va" instruments="{instrument}" topics="definition-of-victim" search="zeppelin"></victim-assistance-table>"##,
        at.value()
    );
    let page = Draft::new(body)?.show(&browser).await?;
    let widget = page.widget(0);
    let first = widget.oracle().await?;
    let mut oracle = widget.oracle().await?;
    widget.comes_to_show(&first).await?;

    // By a real click: WebKit's Back skips what a script went to.
    browser.driver.find(By::Id("link")).await?.click().await?;

    oracle.reader(Action::GoTo(Some(at)));
    comes_to_mark(widget, at).await?;
    comes_to_open(widget, 1).await?;
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("").await?;

    // Back is to what the page asked for.
    browser.driver.back().await?;
    widget.comes_to_show(&first).await
}

async fn doing_something_else_takes_the_mark_away(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let page = open(LINKED, at, &browser).await?;
    let widget = page.widget(0);
    comes_to_mark(widget, at).await?;

    widget.type_search("e").await?;

    widget.comes_to("no mark", PLACE, json!("nothing is marked")).await?;
    let address = "return [location.hash.includes('va.search=e'), location.hash.includes('va.at')];";
    page.comes_to("the address", address, json!([true, false])).await
}

async fn another_width_leaves_the_reader_where_they_are(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let page = open(LINKED, at, &browser).await?;
    let widget = page.widget(0);
    comes_to_open(widget, 1).await?;
    let mut oracle = led_to(widget, at).await?;

    widget.search_box().await?.focus().await?;
    widget.js("host.style.width = '640px';").await?;

    oracle.reader(Action::Room(40));
    widget.comes_to_show(&oracle).await?;
    assert!(oracle.model().layout.is_pair());
    assert_eq!(widget.focused().await?, "Search provisions");
    Ok(())
}

async fn a_crafted_link_is_told_and_harmless(browser: Browser) -> Outcome {
    let page = Draft::new(LINKED)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let mut oracle = widget.oracle().await?;
    page.js("probe.events = [];").await?;

    let values =
        ["2", "__proto__", "javascript:alert(1)", "<script>probe.pwned=1</script>", "\u{202e}gpj.exe", "crpd/nowhere"];
    let script = "const [version, key, view, topic, order, at] = arguments[0].map(encodeURIComponent);
        location.hash = `#va.at=${at}&va.view=${view}&va.topics=${topic}&va.order=${order}&va=${version}&va.${key}=x&va.search=care`;";
    page.js_with(script, vec![json!(values)]).await?;

    widget
        .comes_to_say(&format!("The link asks for something this table does not have: {}.", values.join(", ")))
        .await?;
    // What it asks for and can have, it gets.
    oracle.search("care");
    let lines = widget.lines().await?;
    let wanted = oracle.lines(false);
    assert_eq!(lines[1..], wanted[1..]);
    let told = page.events("vat-error").await?;
    assert_eq!(told.len(), 6, "{told:?}");
    for (event, value) in told.iter().zip(values) {
        let message = event["detail"]["message"].as_str().unwrap_or_default();
        assert!(message.contains(value), "{message}");
        assert_eq!(event["detail"]["fatal"], false);
    }
    let harm = "return [probe.pwned ?? null, root.querySelectorAll('script, img').length, ({}).x ?? null];";
    assert_eq!(widget.js(harm).await?, json!([null, 0, null]));
    // The complaint goes with the next thing the reader does.
    widget.type_search("s").await?;
    oracle.search("cares");
    widget.comes_to_show(&oracle).await
}

/// A clipboard that keeps what it is given, or refuses it; browsers that are driven have none for certain.
const CLIPBOARD: &str = "probe.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: (text) => (probe.refuses ? Promise.reject(new DOMException('no', 'NotAllowedError')) : (probe.copied.push(text), Promise.resolve())),
    } });";

/// Opens the details of a provision, and clicks what copies its link.
async fn copy_link_to(widget: Widget<'_>, at: At) -> Outcome {
    let name = full_pinpoint(at);
    widget.click("summary", &format!("Text and source, {name}")).await?;
    widget.click("button", &format!("Copy link to this provision, {name}")).await
}

async fn a_provision_gives_its_link(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let page = Draft::new(LINKED)?.script(CLIPBOARD).show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;

    copy_link_to(widget, at).await?;

    widget.comes_to_say("The link is copied.").await?;
    assert!(widget.status().await?.starts_with(&oracle.status()), "it says no longer what is shown");
    let copied: Vec<String> = serde_json::from_value(page.js("return probe.copied;").await?)?;
    let here = page.js("return location.href.split('#')[0];").await?;
    let link = format!("{}#va=1&va.at={}", here.as_str().unwrap_or_default(), at.value());
    assert_eq!(copied, [link.as_str()]);

    // It leads there.
    page.js_with("location.href = arguments[0];", vec![json!(link)]).await?;
    page.reload().await?;
    comes_to_mark(page.widget(0), at).await?;
    comes_to_open(page.widget(0), 1).await
}

async fn the_whole_question_gives_its_link(browser: Browser) -> Outcome {
    let page = Draft::new(LINKED)?.script(CLIPBOARD).show(&browser).await?;
    let widget = page.widget(0);
    widget.type_search("care").await?;
    // It stands in the address when the reader stops typing.
    page.comes_to("the address", "return location.hash;", json!("#va=1&va.search=care")).await?;

    widget.click("button", "Copy link").await?;

    widget.comes_to_say("The link is copied.").await?;
    assert_eq!(page.js("return probe.copied[0] === location.href;").await?, true);
    assert_eq!(page.events("vat-change").await?.len(), 4, "to copy changes nothing");
    Ok(())
}

async fn where_copying_is_not_permitted_it_is_said(browser: Browser) -> Outcome {
    let at = only_in(|cell| &cell.provisions);
    let message = "The browser did not let the link be copied; it stands in the address bar.";
    for refuses in ["probe.refuses = true;", "Object.defineProperty(navigator, 'clipboard', { value: undefined });"] {
        let page = Draft::new(LINKED)?.script(CLIPBOARD).script(refuses).show(&browser).await?;
        let widget = page.widget(0);
        widget.type_search("a").await?;
        page.comes_to("the address", "return location.hash;", json!("#va=1&va.search=a")).await?;
        widget.click("button", "Copy link").await?;
        widget.comes_to_say(message).await.map_err(|error| format!("{refuses}: {error}"))?;
        assert_eq!(page.js("return location.hash;").await?, "#va=1&va.search=a");

        // What is said of a provision's link is true as well.
        widget.search_box().await?.send_keys(thirtyfour::Key::Backspace).await?;
        page.comes_to("the address", "return location.hash;", json!("")).await?;
        copy_link_to(widget, at).await?;
        widget.comes_to_say(message).await.map_err(|error| format!("{refuses}: {error}"))?;
        let hash = json!(format!("#va=1&va.at={}", at.value()));
        page.comes_to("the link in the address bar", "return location.hash;", hash).await?;
        page.reload().await?;
        comes_to_mark(page.widget(0), at).await?;
    }
    Ok(())
}

async fn a_page_without_addresses_offers_no_links(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);

    assert!(!widget.has("button", "Copy link").await?);
    let provisions = "return [...root.querySelectorAll('.vat-provision [data-copy]')].length;";
    assert_eq!(widget.js(provisions).await?, 0);
    Ok(())
}
