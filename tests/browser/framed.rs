//! The table in a frame, and the page around it.

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, Page},
        wait::until,
    },
};

in_every_engine![
    the_address_becomes_attributes,
    what_is_not_understood_is_told,
    the_frame_is_as_high_as_what_it_shows,
    a_script_that_comes_late_asks_for_the_height,
    only_its_own_frame_is_believed,
    without_the_script_it_scrolls,
    works_where_it_is_kept_apart,
    is_as_high_before_a_reader_comes_to_it,
];

const ADDRESS: &str = "/embed.html?view=topic:medical-care&text-size=2&no-toolbar";
const SCRIPT: &str = r#"<script type="module" src="/victim-assistance-frame.js"></script>"#;
const HEIGHT: &str = "return document.querySelector('iframe').clientHeight;";

fn frame(more: &str) -> String {
    format!(r#"<iframe title="Victim assistance" src="{ADDRESS}" width="100%" height="300" {more}></iframe>"#)
}

/// Waits until nothing in the frame is out of sight, and it has grown.
async fn fits(page: &Page) -> Outcome {
    let fits = "const frame = document.querySelector('iframe');
        const { documentElement, body } = frame.contentDocument;
        const shown = body.querySelector('victim-assistance-table').shadowRoot?.querySelector('.vat-page');
        return Boolean(shown) && frame.clientHeight > 300 && documentElement.scrollHeight === frame.clientHeight
            && Math.ceil(body.getBoundingClientRect().height) === frame.clientHeight;";
    page.comes_to("the frame to fit", fits, json!(true)).await
}

async fn the_address_becomes_attributes(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    page.go(ADDRESS).await?;
    page.add_probe().await?;
    let attributes = "return Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value]));";
    let asked = json!({ "view": "topic:medical-care", "text-size": "2", "no-toolbar": "" });
    page.widget(0).comes_to("the attributes", attributes, asked).await?;
    let inline = "return document.querySelectorAll('style, [style], script:not([src])').length;";
    assert_eq!(page.js(inline).await?, json!(0));
    Ok(())
}

async fn what_is_not_understood_is_told(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    page.go("/embed.html?onclick=alert(1)&url-state=va&src=/x.json&topics=medical-care").await?;
    page.add_probe().await?;
    let attributes = "return host.getAttributeNames();";
    page.widget(0).comes_to("the attributes", attributes, json!(["topics"])).await?;

    // Read once more, by a page that listens.
    let told = "const told = []; console.warn = (message) => told.push(message);
        await import('/embed.js?again'); return told.map((message) => message.split('; use one of: view ')[0]);";
    let told = page.js_async(told).await?;
    let ignored = |name| format!("<victim-assistance-table>: {name} is not understood and is ignored");
    assert_eq!(told, json!([ignored("onclick"), ignored("url-state"), ignored("src")]));
    Ok(())
}

async fn the_frame_is_as_high_as_what_it_shows(browser: Browser) -> Outcome {
    let page = Draft::new([SCRIPT, &frame("")].concat())?.open(&browser).await?;
    fits(&page).await?;
    let before = page.js(HEIGHT).await?.as_i64();
    // What changes in it changes its height.
    page.js(
        "document.querySelector('iframe').contentDocument.querySelector('victim-assistance-table').textSize = '4';",
    )
    .await?;
    let grown = "return document.querySelector('iframe').clientHeight > arguments[0];";
    let grown = grown.replace("arguments[0]", &before.unwrap_or_default().to_string());
    page.comes_to("the frame to grow", &grown, json!(true)).await?;
    fits(&page).await
}

async fn a_script_that_comes_late_asks_for_the_height(browser: Browser) -> Outcome {
    let page = Draft::new(frame(r#"style="box-sizing: border-box; border: 5px solid""#))?.open(&browser).await?;
    let shown = "return Boolean(document.querySelector('iframe').contentDocument
        .querySelector('victim-assistance-table')?.shadowRoot?.querySelector('.vat-page'));";
    page.comes_to("the table in the frame", shown, json!(true)).await?;
    assert_eq!(page.js(HEIGHT).await?, json!(290));

    page.js("const script = document.createElement('script'); script.type = 'module';
        script.src = '/victim-assistance-frame.js'; document.head.append(script);")
        .await?;
    fits(&page).await
}

async fn only_its_own_frame_is_believed(browser: Browser) -> Outcome {
    let tells = "<p>Another page</p><iframe src='/liar.html' title='Another' height='200'></iframe>";
    let page = Draft::new([SCRIPT, &frame(""), tells].concat())?
        .beside("/liar.html", "<p>A page</p>")
        .script("addEventListener('message', ({ data }) => { if (data['vat-height'] === 7) window.lied = true; });")
        .open(&browser)
        .await?;
    fits(&page).await?;
    // The other frame, and the page itself, tell heights of the table's frame and of their own.
    page.js("const liar = frames[1].document.createElement('script'); liar.textContent = \"parent.postMessage({ 'vat-height': 7 }, '*')\";
        frames[1].document.body.append(liar); postMessage({ 'vat-height': 7 }, '*');")
        .await?;
    page.comes_to("the lie to arrive", "return Boolean(window.lied);", json!(true)).await?;
    fits(&page).await?;
    assert_eq!(page.js("return document.querySelectorAll('iframe')[1].clientHeight;").await?, json!(200));

    // What the table's frame has been led to is of another origin.
    let height = page.js(HEIGHT).await?;
    page.js("window.lied = false;
        frames[0].location = 'data:text/html,<script>parent.postMessage({ \"vat-height\": 7 }, \"*\")</script>';")
        .await?;
    page.comes_to("the lie to arrive", "return Boolean(window.lied);", json!(true)).await?;
    assert_eq!(page.js(HEIGHT).await?, height);
    Ok(())
}

async fn without_the_script_it_scrolls(browser: Browser) -> Outcome {
    let page = Draft::new(frame(""))?.open(&browser).await?;
    let scrolls = "const { documentElement, body } = document.querySelector('iframe').contentDocument;
        const shown = body.querySelector('victim-assistance-table')?.shadowRoot?.querySelector('.vat-page');
        documentElement.scrollTop = 100;
        return [Boolean(shown), documentElement.scrollTop];";
    page.comes_to("the frame to scroll", scrolls, json!([true, 100])).await?;
    assert_eq!(page.js(HEIGHT).await?, json!(300));
    Ok(())
}

async fn works_where_it_is_kept_apart(browser: Browser) -> Outcome {
    let page = Draft::new([SCRIPT, &frame(r#"sandbox="allow-scripts""#)].concat())?.shared().open(&browser).await?;
    // Nobody looks into such a frame: that the table is there is seen by its height.
    page.comes_to("the frame to grow", "return document.querySelector('iframe').clientHeight > 300;", json!(true))
        .await?;
    page.enter_frame().await?;
    let shown =
        "return Boolean(document.querySelector('victim-assistance-table').shadowRoot?.querySelector('.vat-page'));";
    page.comes_to("the table", shown, json!(true)).await
}

/// A browser need not lay out a frame of another origin while it is out of sight.
async fn is_as_high_before_a_reader_comes_to_it(browser: Browser) -> Outcome {
    let far = r#"<div style="height: 20000px"></div>"#;
    let page =
        Draft::new([SCRIPT, far, &frame(r#"sandbox="allow-scripts""#)].concat())?.shared().open(&browser).await?;
    page.enter_frame().await?;
    let shown =
        "return Boolean(document.querySelector('victim-assistance-table').shadowRoot?.querySelector('.vat-page'));";
    page.comes_to("the table", shown, json!(true)).await?;
    // A first layout may be for another room: both heights are looked at anew.
    until("the frame, as high as its table", async || {
        let inside = page.js("return Math.ceil(document.body.getBoundingClientRect().height);").await?;
        browser.driver.enter_default_frame().await?;
        let height = page.js(HEIGHT).await?;
        page.enter_frame().await?;
        Ok(if height == inside { Ok(()) } else { Err(format!("{height}, not {inside}")) })
    })
    .await?;
    browser.driver.enter_default_frame().await?;
    assert_eq!(page.js("return scrollY;").await?, 0);
    Ok(())
}
