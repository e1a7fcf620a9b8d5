//! The page that makes the lines to copy: what is chosen is what is copied, and what is copied works elsewhere.

use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::integrity;

use crate::{
    Browser, Outcome,
    accessibility::picture,
    colours::COLOURS,
    support::{
        axe,
        page::{Draft, Page, dist, dist_file},
        preferences::{Colours, prefer, prefer_nothing},
        wait::until,
    },
};

in_every_engine![
    each_choice_changes_the_lines,
    the_lines_work_in_a_page_of_another_site,
    the_preview_shows_what_the_lines_do,
    an_address_that_is_none_gives_no_lines,
    hashes_are_those_that_the_build_tells,
    keys_are_enough,
    it_fits_little_room,
    it_is_accessible,
];

/// The page, on a site whose files others may use.
async fn builder(browser: &Browser) -> Outcome<Page> {
    let page = Draft::new("")?.shared().open(browser).await?;
    page.go("/builder.html").await?;
    page.add_probe().await?;
    page.comes_to("lines", "return document.querySelector('textarea').value.length > 0;", json!(true)).await?;
    Ok(page)
}

/// Gives a control its value, as its reader would.
async fn choose(page: &Page, name: &str, value: &str) -> Outcome {
    let set = "const [name, value] = arguments;
        const fields = [...document.querySelectorAll(`[name='${name}'], #${name} input`)];
        const field = fields.find((field) => field.type === 'radio' || (field.type === 'checkbox' && fields.length > 1) ? field.value === value : true);
        for (const details of document.querySelectorAll('details')) details.open = details.contains(field);
        if (!field.checkVisibility()) throw new Error(`${name} is not to be seen`);
        if (field.type === 'radio' || field.type === 'checkbox') field.click();
        else {
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }";
    page.js_with(set, vec![json!(name), json!(value)]).await?;
    page.comes_to("the preview", PREVIEW_STANDS, json!(true)).await
}

/// A reader waits for what they see; and WebKit runs for ever where a frame is taken away that still loads its modules.
const PREVIEW_STANDS: &str = "const seen = document.querySelector('#preview > *');
    if (!seen) return true;
    const page = seen.contentDocument ?? document, table = page.querySelector('victim-assistance-table');
    if (page.URL === 'about:blank' || page.readyState !== 'complete') return false;
    return page.querySelector('script') === null || (table.shadowRoot !== null && !table.matches(':state(loading)'));";

async fn lines(page: &Page) -> Outcome<String> {
    Ok(page.js("return document.querySelector('textarea').value;").await?.as_str().unwrap_or_default().to_owned())
}

/// Waits until the lines hold a text.
async fn comes_to_lines(page: &Page, wanted: &str) -> Outcome {
    until(wanted, async || {
        let lines = lines(page).await?;
        Ok(if lines.contains(wanted) { Ok(()) } else { Err(format!("{lines:.2000}")) })
    })
    .await
}

/// A control, what is chosen, and what of the lines says it.
const SCRIPT: [(&str, &str, &str); 9] = [
    ("view", "topic:medical-care", r#" view="topic:medical-care""#),
    ("instruments", "oslo", r#" instruments="oslo""#),
    ("instruments", "crpd", r#" instruments="crpd oslo""#),
    ("topics", "education", r#" topics="education""#),
    ("text-size", "3", r#" text-size="3""#),
    ("colours", "dark", r#" style="color-scheme: dark;""#),
    ("no-toolbar", "", " no-toolbar"),
    ("no-export", "", " no-export"),
    ("url-state", "", r#" url-state="va""#),
];

async fn each_choice_changes_the_lines(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    comes_to_lines(&page, concat!("<!-- victim-assistance-table ", env!("CARGO_PKG_VERSION"), " -->")).await?;
    for (name, value, wanted) in SCRIPT {
        assert!(!lines(&page).await?.contains(wanted), "{wanted} before it was chosen");
        choose(&page, name, value).await?;
        comes_to_lines(&page, wanted).await?;
    }
    choose(&page, "address", "https://example.org/va").await?;
    comes_to_lines(&page, r#"src="https://example.org/va/victim-assistance-table.js" integrity="sha384-"#).await?;
    choose(&page, "integrity", "").await?;
    comes_to_lines(&page, r#"src="https://example.org/va/victim-assistance-table.js"></script>"#).await?;

    choose(&page, "way", "frame").await?;
    comes_to_lines(&page, "/embed.html?view=topic%3Amedical-care&amp;instruments=").await?;
    choose(&page, "height", "600").await?;
    comes_to_lines(&page, r#" height="600""#).await?;

    choose(&page, "way", "static").await?;
    choose(&page, "table", "en-organisations").await?;
    comes_to_lines(
        &page,
        r#"<victim-assistance-table style="color-scheme: dark;"><!-- the contents of static/en-organisations.html"#,
    )
    .await?;
    assert!(copied(&page).await?.contains(&dist_file("static/en-organisations.html")?));
    Ok(())
}

/// What the button copies. Not every engine lets a test look into the clipboard.
async fn copied(page: &Page) -> Outcome<String> {
    page.js("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.clipboardText = text; } } });
        document.querySelector('#copy').click();")
        .await?;
    page.comes_to("a word", "return document.querySelector('#copied').value;", json!("Copied.")).await?;
    Ok(page.js("return window.clipboardText;").await?.as_str().unwrap_or_default().to_owned())
}

/// What is copied, in a page of another site, which has nothing else.
async fn elsewhere(page: &Page, browser: &Browser) -> Outcome<Page> {
    let copied = copied(page).await?;
    Draft::new(copied)?.includes("").open(browser).await
}

async fn the_lines_work_in_a_page_of_another_site(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    choose(&page, "instruments", "crpd").await?;
    choose(&page, "instruments", "oslo").await?;
    choose(&page, "text-size", "2").await?;
    comes_to_lines(&page, r#" text-size="2""#).await?;
    let other = elsewhere(&page, &browser).await?;
    other.comes_to("the table", "return probe.events.map(({ type }) => type);", json!(["vat-ready"])).await?;
    let widget = other.widget(0);
    let oracle = widget.oracle().await?;
    assert_eq!(oracle.query().instruments, Some(vec!["crpd", "oslo"]));
    widget.comes_to_show(&oracle).await?;

    let page = builder(&browser).await?;
    choose(&page, "way", "frame").await?;
    choose(&page, "view", "topic:medical-care").await?;
    comes_to_lines(&page, "view=topic").await?;
    let other = elsewhere(&page, &browser).await?;
    other
        .comes_to("the frame to grow", "return document.querySelector('iframe').clientHeight !== 800;", json!(true))
        .await?;
    other.enter_frame().await?;
    other.comes_to("the topic", "return document.querySelector('victim-assistance-table').shadowRoot?.querySelector('.vat-page-title')?.textContent.includes('Medical care') ?? false;", json!(true)).await?;
    browser.driver.enter_default_frame().await?;

    let page = builder(&browser).await?;
    choose(&page, "way", "static").await?;
    comes_to_lines(&page, "static/en.html").await?;
    let other = elsewhere(&page, &browser).await?;
    let shown = "const table = document.querySelector('victim-assistance-table table'); return [table.rows.length > 20, getComputedStyle(table).tableLayout];";
    other.comes_to("the table with its styles", shown, json!([true, "fixed"])).await
}

async fn the_preview_shows_what_the_lines_do(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    choose(&page, "instruments", "oslo").await?;
    choose(&page, "topics", "education").await?;
    comes_to_lines(&page, r#"topics="education""#).await?;
    let widget = page.widget(0);
    widget.comes_to("the preview", "return root?.querySelectorAll('thead th').length ?? 0;", json!(2)).await?;
    widget.comes_to_show(&widget.oracle().await?).await?;
    choose(&page, "way", "frame").await?;
    let source = "return document.querySelector('#preview iframe')?.getAttribute('src').split('/').at(-1) ?? '';";
    page.comes_to("a frame", source, json!("embed.html?instruments=oslo&topics=education")).await
}

async fn an_address_that_is_none_gives_no_lines(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    choose(&page, "address", "example").await?;
    comes_to_lines(&page, "The address of the folder is not complete").await?;
    assert!(!lines(&page).await?.contains('<'));
    // What is typed there is text.
    choose(&page, "address", "https://example.org/\"><img src=x onerror=probe.pwned=1>").await?;
    comes_to_lines(&page, "https://example.org/%22%3E%3Cimg").await?;
    assert_eq!(page.js("return [probe.pwned ?? null, document.images.length];").await?, json!([null, 0]));
    Ok(())
}

async fn hashes_are_those_that_the_build_tells(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    let told = integrity::snippet(&dist()?, &page.address())?;
    assert!(lines(&page).await?.contains(&told), "{}\nwanted\n{told}", lines(&page).await?);
    Ok(())
}

async fn keys_are_enough(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    let press = async |key: Key| browser.driver.action_chain().send_keys(key).perform().await;
    let focused = "const { activeElement: { id, name, localName, value } } = document; return id || (name ? `${name}=${value}` : localName);";
    page.js("document.querySelector('[name=way]').focus();").await?;
    press(Key::Down).await?;
    comes_to_lines(&page, "embed.html").await?;
    // From there every control is met, to the button at the end.
    let mut met = Vec::new();
    for _ in 0..40 {
        press(Key::Tab).await?;
        let Value::String(name) = page.js(focused).await? else { break };
        met.push(name.clone());
        if name == "copy" {
            break;
        }
    }
    for wanted in
        ["view", "summary", "text-size=1", "no-toolbar=on", "height", "address", "integrity=on", "snippet", "copy"]
    {
        assert!(met.iter().any(|name| name == wanted), "{wanted} was not met: {met:?}");
    }
    press(Key::Enter).await?;
    until("a word on what was copied", async || {
        let said = page.js("return document.querySelector('#copied').value;").await?;
        Ok(if said == "" { Err(said.to_string()) } else { Ok(()) })
    })
    .await
}

async fn it_is_accessible(browser: Browser) -> Outcome {
    let page = builder(&browser).await?;
    page.js(&axe::source()?).await?;
    for scheme in ["light", "dark"] {
        page.js_with(COLOURS, vec![json!(scheme)]).await?;
        for way in ["script", "frame", "static"] {
            choose(&page, "way", way).await?;
            picture(&browser, &format!("builder-{way}"), scheme).await?;
            // What it previews has tests of its own.
            page.js("for (const details of document.querySelectorAll('form details')) details.open = true; document.querySelector('#preview').replaceChildren();").await?;
            assert_eq!(axe::violations(&page, false).await?, [""; 0], "{scheme}, {way}");
        }
    }
    if prefer(&browser, Colours::Forced).await? {
        picture(&browser, "builder", "forced").await?;
        prefer_nothing(&browser).await?;
    }
    Ok(())
}

async fn it_fits_little_room(browser: Browser) -> Outcome {
    let frame =
        r#"<iframe title="narrow" src="/builder.html" style="width: 320px; height: 700px; border: 0"></iframe>"#;
    let page = Draft::new(frame)?.open(&browser).await?;
    page.enter_frame().await?;
    page.comes_to("lines", "return document.querySelector('textarea').value.length > 0;", json!(true)).await?;
    picture(&browser, "builder", "narrow").await?;
    let wide = "return [...document.querySelectorAll('.page-header, .builder *, #preview')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > document.documentElement.clientWidth).map((element) => element.outerHTML.slice(0, 200));";
    assert_eq!(page.js(wide).await?, json!([]));
    Ok(())
}
