//! Elements come, move, go, and stand beside each other.

use serde_json::json;
use victim_assistance_table::query::{Action, Facet, TextSize};
use xtask::site::{HeaderName, HeaderValue, Site, serve};

use crate::{
    Browser, Engine, Outcome,
    support::page::{Draft, ELEMENT, Page, dist},
};

in_every_engine![
    two_on_one_page_are_independent,
    moving_keeps_everything,
    removing_empties_it,
    removing_frees_its_memory,
    removed_before_it_stands,
    taken_away_and_put_back_it_starts_afresh,
    nothing_of_one_is_left_in_the_next,
    a_copy_is_a_table_of_its_own,
    made_by_script,
    made_by_script_before_the_script_arrives,
    properties_set_before_the_script_arrives,
    hidden_at_first_it_finds_its_room,
    fifty_on_one_page,
    five_hundred_that_come_and_go,
    the_script_included_twice,
    the_script_of_two_sites,
    the_page_may_remove_it_in_an_event,
];

async fn two_on_one_page_are_independent(browser: Browser) -> Outcome {
    let page = Draft::new(
        r#"<victim-assistance-table id="a"></victim-assistance-table>
        <victim-assistance-table id="b" instruments="oslo" text-size="2"></victim-assistance-table>"#,
    )?
    .show(&browser)
    .await?;
    let (a, b) = (page.widget(0), page.widget(1));
    let (mut of_a, mut of_b) = (a.oracle().await?, b.oracle().await?);

    a.type_search("care").await?;
    of_a.search("care");
    b.click("radio", "150 %").await?;
    of_b.reader(Action::TextSize(TextSize::Third));
    a.comes_to_show(&of_a).await?;
    b.comes_to_show(&of_b).await?;

    let checked = "return root.querySelector('input[type=radio]:checked').value;";
    assert_eq!((a.js(checked).await?, b.js(checked).await?), (json!("1"), json!("3")));
    let changes = "return probe.events.filter((event) => event.type === 'vat-change').map((event) => event.target);";
    assert_eq!(page.js(changes).await?, json!(["a", "a", "a", "a", "b"]));

    // One goes, the other stays.
    page.js("document.querySelector('#a').remove();").await?;
    let b = page.widget(0);
    b.type_search("health").await?;
    of_b.search("health");
    b.comes_to_show(&of_b).await
}

async fn moving_keeps_everything(browser: Browser) -> Outcome {
    let page = Draft::new(format!(r#"<div id="here">{ELEMENT}</div><div id="there"></div>"#))?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;
    widget
        .js("probe.nodes = [...root.querySelectorAll('*')];
            root.querySelector('.vat-details').open = true;
            document.querySelector('#there').append(host);")
        .await?;

    // A turn of the event loop: whatever the move set off has been done.
    page.js_async("await new Promise((done) => setTimeout(done)); return null;").await?;
    let same = "const nodes = [...root.querySelectorAll('*')];
        return nodes.length === probe.nodes.length && nodes.every((node, at) => node === probe.nodes[at])
            && root.querySelector('.vat-details').open && host.parentElement.id === 'there';";
    assert_eq!(widget.js(same).await?, true, "other nodes, or none");
    assert_eq!(page.events("vat-ready").await?.len(), 1);

    // And it goes on.
    widget.type_search("il").await?;
    oracle.search("rehabil");
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_hold("rehabil").await?;
    Ok(())
}

async fn removing_empties_it(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    // In the midst of typing: the announcement is still to come.
    page.widget(0).type_search("care").await?;
    page.js("[probe.removed] = probe.widgets(); probe.removed.remove();").await?;

    let state =
        "const { isConnected, shadowRoot } = probe.removed; return [isConnected, shadowRoot.childElementCount];";
    page.comes_to("an empty shadow root", state, json!([false, 0])).await?;
    // What the page does with it now is no error, and shows nothing.
    page.js("probe.removed.search = 'x'; probe.removed.reset(); probe.removed.measure();").await?;
    page.js_async("await new Promise((done) => setTimeout(done, 600)); return null;").await?;
    assert_eq!(page.js(state).await?, json!([false, 0]));
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}

/// Makes and removes so many tables, and tells how much memory the wasm has. The page's own script, for a driver's has
/// other modules in Firefox.
const COME_AND_GO: &str = r#"probe.comeAndGo = async (times) => {
    const entry = await (await fetch("/victim-assistance-table.js")).text();
    const glue = await import("/" + /victim-assistance-table-\w+\.js/.exec(entry)[0]);
    // Once made, it gives what it has made.
    const { memory } = await glue.default();
    for (let time = 0; time < times; time++) {
        const element = document.createElement("victim-assistance-table");
        document.body.append(element);
        await element.ready;
        element.search = "care";
        await new Promise((done) => setTimeout(done));
        element.remove();
        await new Promise((done) => setTimeout(done));
    }
    return memory.buffer.byteLength;
};"#;

const WASM_PAGE: u64 = 65_536;

async fn removing_frees_its_memory(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.script(COME_AND_GO).show(&browser).await?;

    let before = page.js_async("return await probe.comeAndGo(5);").await?.as_u64().ok_or("no number")?;
    let after = page.js_async("return await probe.comeAndGo(20);").await?.as_u64().ok_or("no number")?;

    // A table takes more than 2 MB; memory grows by the page.
    assert!(after - before <= WASM_PAGE, "the wasm's memory went from {before} to {after} bytes");
    assert_eq!(page.js("return probe.widgets().length;").await?, 1);
    Ok(())
}

async fn removed_before_it_stands(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    page.js("for (let time = 0; time < 3; time++) {
            const element = document.createElement('victim-assistance-table');
            document.body.append(element);
            element.remove();
        }")
        .await?;

    page.js_async("await new Promise((done) => setTimeout(done, 50)); return null;").await?;

    let types = "return probe.events.map((event) => event.type);";
    assert_eq!(page.js(types).await?, json!(["vat-ready"]), "of the one that stayed");
    page.widget(0).type_search("x").await
}

async fn taken_away_and_put_back_it_starts_afresh(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table topics="education"></victim-assistance-table>"#)?.show(&browser).await?;
    page.widget(0).type_search("child").await?;
    page.js("[probe.kept] = probe.widgets(); probe.kept.remove();").await?;
    page.comes_to("an empty shadow root", "return probe.kept.shadowRoot.childElementCount;", json!(0)).await?;

    page.js("document.querySelector('main').append(probe.kept);").await?;

    let widget = page.widget(0);
    widget.comes_to("the table", "return Boolean(root.querySelector('table'));", json!(true)).await?;
    // Its attributes say what the reader had chosen.
    let oracle = widget.oracle().await?;
    assert_eq!(
        (oracle.query().search.as_str(), oracle.query().chosen.of(Facet::Topics)),
        ("child", ["education"].as_slice())
    );
    widget.comes_to_show(&oracle).await
}

/// The next one takes the node of the one that was taken away, before Yew has come to empty it.
async fn nothing_of_one_is_left_in_the_next(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    page.widget(0).type_search("child").await?;
    page.widget(0).js("root.querySelector('.vat-details').open = true;").await?;
    page.js_async(
        "const [first] = probe.widgets(), next = document.createElement('victim-assistance-table');
        const node = first.shadowRoot.firstChild;
        first.remove();
        await null;
        document.querySelector('main').append(next);
        probe.same = next.shadowRoot.firstChild === node;
        await next.ready;",
    )
    .await?;

    assert_eq!(page.js("return probe.same;").await?, true, "it has a node of its own");
    let widget = page.widget(0);
    assert_eq!(widget.js("return root.querySelectorAll('.vat-details[open]').length;").await?, 0);
    widget.comes_to_hold("").await?;
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn a_copy_is_a_table_of_its_own(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut of_first = widget.oracle().await?;
    widget.type_search("rehab").await?;
    of_first.search("rehab");
    widget.comes_to_show(&of_first).await?;

    widget.js("host.after(host.cloneNode(true));").await?;

    let copy = page.widget(1);
    copy.comes_to("the table", "return Boolean(root?.querySelector('table'));", json!(true)).await?;
    let mut of_copy = copy.oracle().await?;
    assert_eq!(of_copy.query().search, "rehab", "it begins where the first one stands");
    copy.type_search("il").await?;
    of_copy.search("rehabil");
    copy.comes_to_show(&of_copy).await?;
    widget.comes_to_show(&of_first).await
}

async fn made_by_script(browser: Browser) -> Outcome {
    let page = Draft::new("")?.open(&browser).await?;
    page.js_async(
        "await customElements.whenDefined('victim-assistance-table');
        const element = document.createElement('victim-assistance-table');
        element.instruments = ['crpd', 'oslo'];
        element.search = 'women';
        element.textSize = 2;
        document.querySelector('main').append(element);
        return null;",
    )
    .await?;
    page.ready().await?;

    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    assert_eq!(oracle.query().text_size, TextSize::Second);
    widget.comes_to_show(&oracle).await?;

    page.js("document.querySelector('main').innerHTML = `<victim-assistance-table search=\"girls\"></victim-assistance-table>`;").await?;
    let widget = page.widget(0);
    widget.comes_to("the table", "return Boolean(root?.querySelector('table'));", json!(true)).await?;
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn made_by_script_before_the_script_arrives(browser: Browser) -> Outcome {
    let page = Draft::new("")?
        .script(
            "probe.make = (search) => {
                const element = document.createElement('victim-assistance-table');
                element.search = search;
                element.setAttribute('instruments', 'oslo crpd');
                return element;
            };
            // One is kept apart until the widget is there, the other is on the page before.
            [probe.apart, probe.early] = ['women', 'girls'].map(probe.make);
            document.addEventListener('readystatechange', () => {
                probe.defined = Boolean(customElements.get('victim-assistance-table'));
                document.querySelector('main').append(probe.early);
            }, { once: true });",
        )
        .show(&browser)
        .await?;
    page.comes_to("one table", "return probe.events.map(({ type }) => type);", json!(["vat-ready"])).await?;
    page.js("document.querySelector('main').append(probe.apart);").await?;
    page.comes_to(
        "two tables",
        "return [probe.defined, ...probe.events.map(({ type }) => type)];",
        json!([false, "vat-ready", "vat-ready"]),
    )
    .await?;
    for (at, search) in ["girls", "women"].into_iter().enumerate() {
        let widget = page.widget(at);
        let oracle = widget.oracle().await?;
        assert_eq!(
            (oracle.query().search.as_str(), &oracle.query().instruments),
            (search, &Some(vec!["oslo", "crpd"]))
        );
        widget.comes_to_show(&oracle).await?;
    }
    Ok(())
}

async fn properties_set_before_the_script_arrives(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?
        .script(
            "document.addEventListener('readystatechange', () => {
                const [element] = probe.widgets();
                if (!element || element.shadowRoot) return;
                element.instruments = ['oslo', 'crpd'];
                element.textSize = '2';
                element.noToolbar = true;
                probe.early = true;
            }, { once: true });",
        )
        .show(&browser)
        .await?;
    assert_eq!(page.js("return probe.early;").await?, true, "too late to be early");

    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    assert_eq!(oracle.query().instruments, Some(vec!["oslo", "crpd"]));
    widget.comes_to_show(&oracle).await?;
    assert!(!widget.has("button", "Reset").await?);
    widget.js("host.instruments = 'tpnw';").await?;
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn hidden_at_first_it_finds_its_room(browser: Browser) -> Outcome {
    let page = Draft::new(format!(r#"<div id="place" style="width: 320px; display: none">{ELEMENT}</div>"#))?
        .show(&browser)
        .await?;
    let widget = page.widget(0);

    page.js("document.querySelector('#place').style.display = '';").await?;

    widget.find("combobox", "Compare").await?;
    widget.comes_to_show(&widget.oracle().await?).await
}

async fn the_script_included_twice(browser: Browser) -> Outcome {
    let page =
        Draft::new(format!(r#"{ELEMENT}<script type="module" src="/victim-assistance-table.js?again"></script>"#))?
            .show(&browser)
            .await?;
    let widget = page.widget(0);
    page.js_async("await import('/victim-assistance-table.js?once-more'); return null;").await?;

    widget.comes_to_show(&widget.oracle().await?).await?;
    let types = "return probe.events.map((event) => event.type);";
    assert_eq!(page.js(types).await?, json!(["vat-ready"]));
    Ok(())
}

async fn the_script_of_two_sites(browser: Browser) -> Outcome {
    let mut other = Site::new(dist()?);
    other.headers.push((HeaderName::from_static("access-control-allow-origin"), HeaderValue::from_static("*")));
    let other = serve(other, 0).await?;
    let second =
        format!(r#"<script type="module" src="http://{}/victim-assistance-table.js"></script>"#, other.address());
    let page = Draft::new(format!("{ELEMENT}{ELEMENT}{second}"))?.show(&browser).await?;
    // Whichever comes first serves both; the other has come when the doctor tells of it.
    let told = "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/embed-doctor.js'));";
    page.comes_to("the second script", told, json!(true)).await?;
    for at in [0, 1] {
        let widget = page.widget(at);
        let mut oracle = widget.oracle().await?;
        widget.type_search("rehab").await?;
        oracle.search("rehab");
        widget.comes_to_show(&oracle).await?;
    }
    let types = "return probe.events.map(({ type }) => type).filter((type) => type !== 'vat-change');";
    assert_eq!(page.js(types).await?, json!(["vat-ready", "vat-ready"]));
    Ok(())
}

async fn fifty_on_one_page(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT.repeat(50))?.show(&browser).await?;
    let (first, last) = (page.widget(0), page.widget(49));
    let (of_first, mut of_last) = (first.oracle().await?, last.oracle().await?);
    last.type_search("rehab").await?;
    of_last.search("rehab");
    last.comes_to_show(&of_last).await?;
    first.comes_to_show(&of_first).await?;
    // One wasm and one style sheet for all.
    let shared = "const roots = probe.widgets().map(({ shadowRoot }) => shadowRoot);
        const parts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('_bg.wasm'));
        return [parts.length, new Set(roots.flatMap(({ adoptedStyleSheets }) => [...adoptedStyleSheets])).size, roots.length];";
    assert_eq!(page.js(shared).await?, json!([1, 1, 50]));
    Ok(())
}

/// Of the engines only Chromium tells what is left on the page.
async fn five_hundred_that_come_and_go(browser: Browser) -> Outcome {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    let page = Draft::new(ELEMENT)?.script(COME_AND_GO).show(&browser).await?;
    page.js_async("return await probe.comeAndGo(20);").await?;
    let before = remains(&page).await?;
    for _ in 0..10 {
        page.js_async("return await probe.comeAndGo(50);").await?;
    }
    let after = remains(&page).await?;
    let [nodes, listeners, heap, memory] = std::array::from_fn(|at| after[at].saturating_sub(before[at]));
    // Of one table that is 5000 nodes, 130 listeners and 2 MB.
    let is_nothing = nodes == 0 && listeners == 0 && heap <= 250_000 && memory <= WASM_PAGE;
    assert!(
        is_nothing,
        "all leave {nodes} nodes, {listeners} listeners, {heap} bytes of script, {memory} of the wasm's memory"
    );
    Ok(())
}

/// Nodes, listeners and bytes of the page's script, once the garbage is collected, and bytes of the wasm's memory.
async fn remains(page: &Page) -> Outcome<[u64; 4]> {
    let cdp = page.browser.driver.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let told = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let mut remains = [0; 4];
    for metric in told["metrics"].as_array().into_iter().flatten() {
        let names = ["Nodes", "JSEventListeners", "JSHeapUsedSize"];
        if let Some(at) = names.iter().position(|name| metric["name"] == *name) {
            remains[at] = metric["value"].as_f64().unwrap_or_default() as u64;
        }
    }
    remains[3] = page.js_async("return await probe.comeAndGo(0);").await?.as_u64().unwrap_or_default();
    Ok(remains)
}

async fn the_page_may_remove_it_in_an_event(browser: Browser) -> Outcome {
    let page = Draft::new(format!("{ELEMENT}{ELEMENT}"))?.show(&browser).await?;
    page.js("addEventListener('vat-change', (event) => event.target.remove(), { once: true });").await?;

    page.widget(0).type_search("x").await?;

    page.comes_to("one to be left", "return probe.widgets().length;", json!(1)).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("care").await?;
    oracle.search("care");
    widget.comes_to_show(&oracle).await?;
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}
