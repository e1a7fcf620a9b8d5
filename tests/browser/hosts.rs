//! Pages whose styles wreck what they touch: the widget looks and works as on a plain page, and leaves the page as it was.
//!
//! Bootstrap's are the real ones; those in `tests/hosts/` do what themes and resets are known for.

use serde_json::{Value, json};
use victim_assistance_table::query::{Action, TextSize};

use crate::{
    Browser, Engine, Outcome,
    support::{
        node::node_module,
        page::{Draft, ELEMENT, Page},
        preferences::{Colours, prefer, prefer_nothing},
    },
};

in_every_engine![
    the_widget_looks_the_same,
    the_widget_looks_the_same_in_forced_colours,
    the_widget_works_the_same,
    the_page_stays_the_same,
    heads_of_columns_stay_below_what_the_page_keeps_at_the_top,
];

/// What an ordinary page holds besides.
const CONTENT: &str = include_str!("../hosts/page.html");

/// A page around the widget.
struct Host {
    name: &'static str,
    styles: String,
    /// What stands on its root.
    root: &'static [(&'static str, &'static str)],
}

impl Host {
    fn new(name: &'static str, styles: impl Into<String>) -> Self {
        Self { name, styles: styles.into(), root: &[] }
    }

    /// A page of it: the widget covers the window, so that all there is to see is the widget's.
    fn covered(&self) -> Outcome<Draft> {
        const PLACE: &str = "html { overflow: hidden !important; } #place { position: fixed !important; inset: 0 !important; z-index: 9999; display: block !important; overflow: auto !important; scrollbar-width: none !important;
            margin: 0 !important; padding: 0 !important; width: auto !important; max-width: none !important; border: 0 !important;
            transform: none !important; background: Canvas !important; }";
        self.draft(&format!(r#"<div id="place">{ELEMENT}</div>"#), WITH_WIDGET, PLACE)
    }

    fn draft(&self, body: &str, includes: &str, place: &str) -> Outcome<Draft> {
        let root: String = self
            .root
            .iter()
            .map(|(name, value)| format!("document.documentElement.setAttribute('{name}', '{value}');"))
            .collect();
        Ok(Draft::new([CONTENT, body].concat())?
            .text("/host.css", &[&self.styles, place].join("\n"))
            .includes(format!(r#"<link rel="stylesheet" href="/host.css">{includes}"#))
            .script(&root))
    }
}

const WITH_WIDGET: &str =
    r#"<link rel="stylesheet" href="/table.css"><script type="module" src="/victim-assistance-table.js"></script>"#;

fn plain() -> Host {
    Host::new("a plain page", "")
}

fn hosts() -> Outcome<Vec<Host>> {
    let bootstrap_5 = node_module("bootstrap/dist/css/bootstrap.css")?;
    Ok(vec![
        Host::new("Bootstrap 3", node_module("bootstrap-3/dist/css/bootstrap.css")?),
        Host::new("Bootstrap 5", bootstrap_5.clone()),
        Host::new("WordPress", include_str!("../hosts/wordpress.css")),
        Host::new("Drupal", include_str!("../hosts/drupal.css")),
        Host::new("a reset of everything", include_str!("../hosts/resets.css")),
        Host::new("styles that shout", include_str!("../hosts/rude.css")),
        Host { name: "right to left", styles: bootstrap_5, root: &[("dir", "rtl"), ("lang", "ar")] },
    ])
}

/// Where each element of the widget is and how it is painted.
const LOOK: &str = "return [...root.querySelectorAll('.vat-app, .vat-app *')].filter((element) => element.checkVisibility()).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const looks = ['display', 'color', 'backgroundColor', 'font', 'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'textAlign',
        'textShadow', 'whiteSpace', 'direction', 'padding', 'margin', 'borderWidth', 'borderColor', 'borderRadius', 'listStyle', 'visibility'];
    return [element.localName, [x, y, width, height].map(Math.round), ...looks.map((look) => style[look])].join(' | ');
});";

async fn look(page: &Page) -> Outcome<Vec<Value>> {
    Ok(page.widget(0).js(LOOK).await?.as_array().cloned().unwrap_or_default())
}

/// How far apart the most different pixels of two pictures are, of 255; all of it where they have not the same size.
async fn apart(page: &Page, one: &str, other: &str) -> Outcome<u64> {
    let compare = format!(
        "const pixels = async (picture) => {{
            const image = new Image();
            image.src = 'data:image/png;base64,' + picture;
            await image.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, image.width, image.height).data;
        }};
        const [one, other] = await Promise.all(['{one}', '{other}'].map(pixels));
        if (one.length !== other.length) return 255;
        return one.reduce((most, byte, at) => Math.max(most, Math.abs(byte - other[at])), 0);"
    );
    Ok(page.js_async(&compare).await?.as_u64().unwrap_or(255))
}

/// What there is to see of the widget: how its elements are laid out and painted, and the picture of the window.
async fn compare_looks(browser: &Browser) -> Outcome {
    let page = plain().covered()?.show(browser).await?;
    let (wanted, picture) = (look(&page).await?, browser.driver.screenshot_as_png_base64().await?);
    assert!(wanted.len() > 300, "{} elements", wanted.len());
    // WebKit smooths the edges of letters otherwise from page to page; where one stands elsewhere, black meets white.
    let tolerance = if browser.engine == Engine::WebKit { 96 } else { 0 };
    for host in hosts()? {
        let page = host.covered()?.show(browser).await?;
        let found = look(&page).await?;
        let different = found.iter().zip(&wanted).find(|(found, wanted)| found != wanted);
        assert!(different.is_none(), "{}: {different:#?}", host.name);
        assert_eq!(found.len(), wanted.len(), "{}", host.name);
        let apart = apart(&page, &picture, &browser.driver.screenshot_as_png_base64().await?).await?;
        assert!(apart <= tolerance, "{}: pixels are {apart} of 255 apart", host.name);
    }
    Ok(())
}

async fn the_widget_looks_the_same(browser: Browser) -> Outcome {
    compare_looks(&browser).await
}

async fn the_widget_looks_the_same_in_forced_colours(browser: Browser) -> Outcome {
    if prefer(&browser, Colours::Forced).await? {
        compare_looks(&browser).await?;
        prefer_nothing(&browser).await?;
    }
    Ok(())
}

async fn the_widget_works_the_same(browser: Browser) -> Outcome {
    for host in hosts()? {
        let works = async {
            let page = host.covered()?.show(&browser).await?;
            let widget = page.widget(0);
            let mut oracle = widget.oracle().await?;
            widget.type_search("rehab").await?;
            oracle.search("rehab");
            widget.click("radio", "125 %").await?;
            oracle.reader(Action::TextSize(TextSize::Second));
            widget.click("button", "Instruments").await?;
            widget.click("checkbox", "TPNW").await?;
            oracle.reader(Action::ShowInstrument("tpnw", true));
            widget.comes_to_show(&oracle).await?;
            widget.comes_to_chips(&oracle).await
        };
        works.await.map_err(|error: Box<dyn std::error::Error>| format!("{}: {error}", host.name))?;
    }
    Ok(())
}

/// All of the page but the widget's place: each element's box and every computed style, and what scripts find in the window,
/// less what chromedriver leaves there.
const PAGE: &str = "const elements = [...document.querySelectorAll('html, body, main, body *')].filter((element) => !element.closest('#place, script'));
    const looks = elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return [element.localName, [x, y, width, height].map(Math.round), ...[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`)].join('; ');
    });
    return [...looks, ...Object.getOwnPropertyNames(window).filter((name) => name !== 'ret_nodes').sort()];";

async fn the_page_stays_the_same(browser: Browser) -> Outcome {
    // Beside the page's content, where it changes nothing by its size.
    let place = "#place { position: fixed !important; inset: auto 0 0 !important; block-size: 200px !important; overflow: auto !important; }";
    for host in hosts()?.into_iter().chain([plain()]) {
        let before = host.draft(r#"<div id="place"></div>"#, "", place)?.open(&browser).await?;
        let wanted = before.js(PAGE).await?.as_array().cloned().unwrap_or_default();
        assert!(wanted.len() > 40, "{} elements", wanted.len());
        let after =
            host.draft(&format!(r#"<div id="place">{ELEMENT}</div>"#), WITH_WIDGET, place)?.show(&browser).await?;
        after.widget(0).turn_to().await?;
        after.js("document.activeElement.blur();").await?;
        let found = after.js(PAGE).await?.as_array().cloned().unwrap_or_default();
        let only = |some: &[Value], others: &[Value]| {
            some.iter().filter(|look| !others.contains(look)).cloned().collect::<Vec<_>>()
        };
        let (come, gone) = (only(&found, &wanted), only(&wanted, &found));
        assert!(come.is_empty() && gone.is_empty(), "{}: {come:#?} in place of {gone:#?}", host.name);
    }
    Ok(())
}

async fn heads_of_columns_stay_below_what_the_page_keeps_at_the_top(browser: Browser) -> Outcome {
    let styles = "body { margin: 0; } #masthead { position: sticky; inset-block-start: 0; z-index: 9; block-size: 64px; overflow: hidden; background: gold; }
        main { display: contents; } victim-assistance-table { --vat-sticky-top: 64px; }";
    let host = Host::new("a page with a bar", styles);
    let page = host.draft(ELEMENT, WITH_WIDGET, "")?.show(&browser).await?;
    let widget = page.widget(0);
    widget.js("root.querySelectorAll('tbody tr')[8].scrollIntoView();").await?;
    let tops = "return [document.querySelector('#masthead'), root.querySelector('thead th')].map((element) => Math.round(element.getBoundingClientRect().top));";
    widget.comes_to("bar and heads, one below the other", tops, json!([0, 64])).await
}
