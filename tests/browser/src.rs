//! Another dataset, given at run time: shown where it is one, and refused with a reason where it is none.

use serde_json::json;
use victim_assistance_table::{dataset::REFERENCE, query::Action};
use xtask::site::Wasm;

use crate::{
    Browser, Outcome,
    support::{
        dataset::dataset,
        page::{Draft, Page, dist_file, static_table},
    },
};

in_every_engine![
    the_published_dataset_is_shown_as_the_built_in_one,
    two_tables_share_one_reading,
    it_is_loaded_before_the_widget_is_there,
    another_dataset_comes_and_goes,
    what_is_no_dataset_leaves_the_built_in_table,
    hostile_datasets_are_refused_and_the_page_goes_on,
    markup_in_it_is_text,
    it_works_under_a_strict_policy,
    what_it_does_not_say_is_not_printed,
];

const TABLE: &str = r#"<victim-assistance-table src="/own.json"></victim-assistance-table>"#;

fn draft(json: &str) -> Outcome<Draft> {
    Ok(Draft::new(TABLE)?.text("/own.json", json))
}

/// What is said to the site's editor.
async fn comes_to_complain(page: &Page, about: &str) -> Outcome {
    let said = "return probe.events.filter((event) => event.type === 'vat-error').map(({ detail }) => [detail.message, detail.fatal]);";
    page.comes_to("a message", &format!("{said}.length", said = said.trim_end_matches(';')), json!(1)).await?;
    let told = page.js(said).await?;
    let message = told[0][0].as_str().unwrap_or_default();
    assert!(message.contains(about), "{message} says nothing of {about}");
    assert_eq!(told[0][1], false);
    Ok(())
}

async fn the_published_dataset_is_shown_as_the_built_in_one(browser: Browser) -> Outcome {
    let element = r#"<victim-assistance-table src="dataset.json"></victim-assistance-table>"#;
    let page = Draft::new(element)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.comes_to_show_details(&oracle).await?;
    // What stands beside it is there, too.
    widget.js("host.view = 'organisations';").await?;
    let heads = "return root.querySelectorAll('thead th').length;";
    widget.comes_to("the organisations", heads, json!(REFERENCE.organisations.len() + 1)).await?;
    widget.js("host.view = 'compare';").await?;
    widget.type_search("rehab").await?;
    oracle.search("rehab");
    widget.comes_to_show(&oracle).await?;
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}

async fn two_tables_share_one_reading(browser: Browser) -> Outcome {
    let page = Draft::new([TABLE, TABLE].concat())?.text("/own.json", &dataset(3).to_string()).show(&browser).await?;
    for at in [0, 1] {
        page.widget(at).comes_to_say("6 of 6 provisions · 3 of 3 topics · 2 of 2 instruments").await?;
    }
    let asked =
        "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/own.json')).length;";
    assert_eq!(page.js(asked).await?, 1);
    Ok(())
}

async fn it_is_loaded_before_the_widget_is_there(browser: Browser) -> Outcome {
    // A widget that never comes.
    let page = draft(&dataset(3).to_string())?.wasm(Wasm::Missing).open(&browser).await?;
    let asked = "return performance.getEntriesByType('resource').some(({ name, duration }) => name.endsWith('/own.json') && duration > 0);";
    page.comes_to("the dataset to be loaded", asked, json!(true)).await?;
    // What failed is told once, and no more.
    page.comes_to("an error", "return probe.events.map(({ detail }) => detail.fatal);", json!([true])).await
}

async fn another_dataset_comes_and_goes(browser: Browser) -> Outcome {
    let page = Draft::new("<victim-assistance-table></victim-assistance-table>")?
        .text("/own.json", &dataset(3).to_string())
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.js("host.src = '/own.json';").await?;
    widget.comes_to_say("6 of 6 provisions · 3 of 3 topics · 2 of 2 instruments").await?;
    // What attributes say is read with the dataset that is shown.
    widget.js("host.instruments = 'two';").await?;
    widget.comes_to_say("3 of 6 provisions · 3 of 3 topics · 1 of 2 instruments").await?;
    widget.js("host.instruments = null; host.src = null;").await?;
    widget.comes_to_show(&oracle).await?;
    oracle.reader(Action::Show(victim_assistance_table::query::View::Gaps));
    widget.click("button", "Silences").await?;
    widget.comes_to_show(&oracle).await?;
    assert_eq!(page.events("vat-error").await?.len(), 0);
    Ok(())
}

async fn what_is_no_dataset_leaves_the_built_in_table(browser: Browser) -> Outcome {
    let mut wrong = dataset(3);
    wrong["instruments"][1]["provisions"][2]["topics"] = json!(["weather"]);
    let cases = [
        (wrong.to_string(), "$.instruments[1].provisions[2].topics[0]: “weather” is the id of nothing here"),
        ("{\"version\": ".to_owned(), "it is no JSON: EOF while parsing"),
        ("<!doctype html>".to_owned(), "it is no JSON: expected value at line 1 column 1"),
    ];
    for (json, about) in cases {
        let page = draft(&json)?.show(&browser).await?;
        comes_to_complain(&page, about).await?;
        page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
    }
    let element = format!(r#"<victim-assistance-table src="/none.json">{}</victim-assistance-table>"#, static_table()?);
    let page = Draft::new(element)?.show(&browser).await?;
    comes_to_complain(&page, "/none.json answers 404").await?;
    page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
    page.forgive().await
}

/// Notes the longest time in which the page could do nothing.
const PULSE: &str = "
    probe.longest = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
        const now = performance.now();
        if (probe.watches) probe.longest = Math.max(probe.longest, now - last);
        last = now;
        setTimeout(() => port2.postMessage(0));
    };
    port2.postMessage(0);";

async fn hostile_datasets_are_refused_and_the_page_goes_on(browser: Browser) -> Outcome {
    let text = dataset(1).to_string();
    let topic = r#"{"id":"t","title":"T","also":[],"core":true},"#;
    let many = text.replacen("\"topics\":[{", &format!("\"topics\":[{}{{", topic.repeat(100_000)), 1);
    let cases = [
        ("[".repeat(1_000_000), "recursion limit exceeded"),
        (format!("[{}0]", "0,".repeat(3_000_000)), "$: must be an object, not a list"),
        (text.replacen("Each party helps", &"x".repeat(7_000_000), 1), "is longer than 4000 characters"),
        (" ".repeat(10_000_000), "it is no JSON: EOF while parsing"),
        (" ".repeat(33_000_000), "it is larger than 32 MB"),
        (many, "$.groups: holds 100001 topics; at most 5000 are shown"),
        (text.replacen("\"version\":", "\"version\":\"1\",\"version\":", 1), "$: “version” stands twice"),
        (text.replace("\"0.1.0\"", "[1]"), "$.version: must be a text, not a list"),
    ];
    let page = Draft::new("<victim-assistance-table></victim-assistance-table>")?.script(PULSE);
    let page = cases.iter().enumerate().fold(page, |page, (at, (json, _))| page.text(&format!("/{at}.json"), json));
    let page = page.show(&browser).await?;
    let widget = page.widget(0);
    let oracle = widget.oracle().await?;
    for (at, (_, about)) in cases.iter().enumerate() {
        page.js("probe.events = []; probe.longest = 0; probe.watches = true;").await?;
        widget.js(&format!("host.src = '/{at}.json';")).await?;
        comes_to_complain(&page, about).await.map_err(|error| format!("{about}: {error}"))?;
        // A tenth of it on a machine that does nothing else: reading goes on elsewhere.
        let longest = page.js("probe.watches = false; return probe.longest;").await?;
        assert!(longest.as_f64().is_some_and(|longest| longest < 1_000.0), "{about}: the page stood for {longest} ms");
        widget.comes_to_show(&oracle).await?;
    }
    Ok(())
}

async fn markup_in_it_is_text(browser: Browser) -> Outcome {
    let markup = "</p><script>probe.pwned=1</script><img src=x onerror=probe.pwned=1>";
    let mut hostile = dataset(2);
    hostile["instruments"][0]["name"] = json!(markup);
    hostile["groups"][0]["title"] = json!(markup);
    hostile["groups"][0]["topics"][0]["title"] = json!(markup);
    hostile["instruments"][0]["provisions"][0]["summary"] = json!(markup);
    hostile["instruments"][0]["provisions"][0]["source"] = json!("A work in words <img src=x onerror=probe.pwned=1>");
    let page = draft(&hostile.to_string())?.show(&browser).await?;
    let widget = page.widget(0);
    widget.comes_to_say("4 of 4 provisions · 2 of 2 topics · 2 of 2 instruments").await?;
    let shown = "return root.querySelector('.vat-content').textContent.split('</p><script>').length > 3;";
    widget.comes_to("the markup as text", shown, json!(true)).await?;
    let harm = "return [root.querySelectorAll('script, img, iframe, [onerror], a:not([href^=http])').length, probe.pwned ?? null];";
    assert_eq!(widget.js(harm).await?, json!([0, null]));
    Ok(())
}

async fn it_works_under_a_strict_policy(browser: Browser) -> Outcome {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
    let page = draft(&dataset(3).to_string())?.policy(policy).show(&browser).await?;
    page.widget(0).comes_to_say("6 of 6 provisions · 3 of 3 topics · 2 of 2 instruments").await?;
    // And where no worker is allowed.
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'; style-src 'self'; connect-src 'self'; img-src 'self'";
    let page = draft(&dataset(3).to_string())?.policy(policy).show(&browser).await?;
    page.widget(0).comes_to_say("6 of 6 provisions · 3 of 3 topics · 2 of 2 instruments").await?;
    page.forgive().await
}

async fn what_it_does_not_say_is_not_printed(browser: Browser) -> Outcome {
    let page = draft(&dataset(3).to_string())?.show(&browser).await?;
    let widget = page.widget(0);
    assert!(!widget.has("button", "Print comparison").await?);
    let told = "return await probe.widgets()[0].exportAs('csv').then(() => 'a file', (error) => error.message);";
    assert_eq!(page.js_async(told).await?, "only what the built-in dataset says is printed, saved and cited");
    assert!(dist_file("dataset.schema.json")?.contains("Victim-assistance dataset"));
    Ok(())
}
