//! Ten questions, each with its view.

use serde_json::json;
use thirtyfour::{By, Key};
use victim_assistance_table::{
    query::{Action, At, View},
    view_model::Content,
};

use crate::{
    Browser, Outcome,
    support::{
        oracle::{Oracle, dataset},
        page::{Draft, ELEMENT},
        widget::Widget,
    },
};

in_every_engine![
    each_is_reached_by_its_button,
    each_is_reached_by_its_attribute,
    each_is_reached_by_a_link_and_left_by_back,
    each_says_everything_behind_its_disclosures,
    each_follows_the_search,
    a_mark_of_the_overview_leads_to_its_cell,
    a_silence_leads_to_its_cell,
    an_instrument_leads_to_its_relatives,
    the_subject_is_chosen_by_name,
    two_texts_are_compared_word_by_word,
    headings_follow_the_page,
    in_little_room_they_stand_behind_a_button,
];

const LINKED: &str = r#"<victim-assistance-table url-state="va"></victim-assistance-table>"#;

/// The button that says it is current.
const CURRENT: &str = "return [...root.querySelectorAll('nav button[aria-current=page]')].map(probe.nameOf);";

async fn comes_to_answer(widget: Widget<'_>, oracle: &Oracle) -> Outcome {
    let model = oracle.model();
    let current = model.views.iter().find(|view| view.current == Some(true)).expect("a view that is current");
    let context = |error| format!("{}: {error}", current.label);
    widget.comes_to_show(oracle).await.map_err(context)?;
    widget.comes_to("the button of the view", CURRENT, json!([current.label])).await?;
    Ok(())
}

async fn each_is_reached_by_its_button(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let mut answers = vec![oracle.lines(false)];

    // The last one first: back to the first in the end.
    let views = oracle.model().views;
    assert_eq!(views.len(), 10);
    for place in (0..views.len()).rev() {
        let view = oracle.model().views.remove(place);
        widget.click("button", &view.label).await?;
        oracle.reader(view.action);
        comes_to_answer(widget, &oracle).await?;
        assert_eq!(widget.focused().await?, view.label);
        answers.push(oracle.lines(false));
    }
    // The first is the usual one, seen twice; no other answer is like another.
    assert_eq!(answers.pop().as_ref(), answers.first());
    for (at, answer) in answers.iter().enumerate() {
        assert!(answer.len() > 20, "{answer:?}");
        assert!(!answers[..at].contains(answer), "{answer:?}");
    }
    Ok(())
}

async fn each_is_reached_by_its_attribute(browser: Browser) -> Outcome {
    for view in View::all(dataset()) {
        let element = format!(r#"<victim-assistance-table view="{}"></victim-assistance-table>"#, view.value());
        let page = Draft::new(element)?.show(&browser).await?;
        let widget = page.widget(0);
        let oracle = widget.oracle().await?;
        assert_eq!(oracle.query().view, view);
        comes_to_answer(widget, &oracle).await?;
        assert_eq!(widget.js("return host.view;").await?, view.value());
    }
    Ok(())
}

async fn each_is_reached_by_a_link_and_left_by_back(browser: Browser) -> Outcome {
    let views = View::all(dataset()).into_iter().skip(1);
    let links =
        views.clone().map(|view| format!(r##"<a id="{}" href="#va=1&va.view={}">A</a> "##, view.name(), view.value()));
    let page = Draft::new([links.collect::<String>(), LINKED.to_owned()].concat())?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracles = vec![widget.oracle().await?];

    for view in views {
        // By a real click: WebKit's Back skips what a script went to.
        browser.driver.find(By::Id(view.name())).await?.click().await?;
        let mut oracle = Oracle::new(oracles[0].query().room, &[("url-state".to_owned(), "va".to_owned())]);
        oracle.reader(Action::Show(view));
        comes_to_answer(widget, &oracle).await?;
        oracles.push(oracle);
    }
    oracles.pop();
    for oracle in oracles.iter().rev() {
        browser.driver.back().await?;
        comes_to_answer(widget, oracle).await?;
    }
    assert_eq!(page.js("return location.hash;").await?, "");
    Ok(())
}

async fn each_says_everything_behind_its_disclosures(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.turn_to().await?;
    let mut oracle = widget.oracle().await?;

    for view in View::all(dataset()) {
        widget.js_with("host.view = given;", json!(view.value())).await?;
        oracle.reader(Action::Show(view));
        comes_to_answer(widget, &oracle).await?;
        widget.comes_to_show_details(&oracle).await?;
    }
    Ok(())
}

async fn each_follows_the_search(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    widget.type_search("survivor").await?;
    oracle.search("survivor");

    for view in View::all(dataset()) {
        let view =
            oracle.model().views.into_iter().find(|command| command.action == Action::Show(view)).expect("a view");
        widget.click("button", &view.label).await?;
        oracle.reader(view.action);
        comes_to_answer(widget, &oracle).await?;
    }
    Ok(())
}

/// Whether the focus is on the cell that is marked, and it is in sight.
const AT_CELL: &str = "const place = root.activeElement; const { top, bottom } = place?.getBoundingClientRect() ?? {};
    return Boolean(place?.matches('td[data-at]')) && bottom > 0 && top < innerHeight;";

async fn a_mark_of_the_overview_leads_to_its_cell(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table view="overview" url-state="va"></victim-assistance-table>"#)?
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    let first = widget.oracle().await?;
    let mut oracle = widget.oracle().await?;
    let Content::Overview(overview) = oracle.model().content else { panic!("no overview") };
    // Of an instrument that is none of the usual columns.
    let row = overview.rows.iter().find(|row| !dataset().shown_first.contains(&row.id)).expect("a row");
    let cell = row.cells.iter().find(|cell| cell.force.is_some()).expect("an answer");

    widget.click("button", &cell.command.label).await?;

    oracle.reader(cell.command.action.clone());
    comes_to_answer(widget, &oracle).await?;
    assert_eq!(oracle.query().view, View::Compare);
    widget.comes_to("the cell", AT_CELL, json!(true)).await?;
    let Some(At::Cell(instrument, topic)) = oracle.query().at else { panic!("{:?}", oracle.query().at) };
    assert_eq!(instrument, row.id);
    let place = "const cell = root.querySelector('td[data-at]'); const heads = cell.closest('table').tHead.rows[0].cells;
        return [heads[cell.cellIndex].querySelector('.vat-name').textContent.trim(), cell.parentElement.cells[0].textContent.trim()];";
    let topic = dataset().topic(topic).expect("a topic");
    assert_eq!(widget.js(place).await?, json!([row.name, topic.title]));

    browser.driver.back().await?;
    comes_to_answer(widget, &first).await
}

async fn a_silence_leads_to_its_cell(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table view="gaps"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let Content::Page(gaps) = oracle.model().content else { panic!("no page") };
    let line = &gaps.sections[1].lines[0];
    let place = gaps.sections[0].lines.iter().filter(|other| other.command.label == line.command.label).count();

    // The second instrument's first: the first may be silent on the same topic.
    widget.find_all("button", &line.command.label).await?[place].click().await?;

    oracle.reader(line.command.action.clone());
    comes_to_answer(widget, &oracle).await?;
    widget.comes_to("the cell", AT_CELL, json!(true)).await?;
    assert_eq!(widget.js("return Boolean(root.querySelector('td[data-at] .vat-silence'));").await?, true);
    Ok(())
}

async fn an_instrument_leads_to_its_relatives(browser: Browser) -> Outcome {
    let page = Draft::new(r#"<victim-assistance-table view="instrument:nairobi"></victim-assistance-table>"#)?
        .show(&browser)
        .await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let Content::Page(nairobi) = oracle.model().content else { panic!("no page") };
    let parent = &nairobi.sections[0].lines[0];
    assert_eq!(parent.command.action, Action::Show(View::Instrument("mine-ban-convention")));

    widget.find_all("button", &parent.command.label).await?[0].click().await?;

    oracle.reader(parent.command.action.clone());
    comes_to_answer(widget, &oracle).await
}

async fn the_subject_is_chosen_by_name(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table view="topic"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    let choose = async |chooser: &str, id: &str| -> Outcome {
        let chooser = widget.find("combobox", chooser).await?;
        chooser.find(By::Css(format!("option[value={id}]"))).await?.click().await?;
        Ok(())
    };

    choose("Topic", "education").await?;
    oracle.reader(Action::Show(View::Topic("education")));
    comes_to_answer(widget, &oracle).await?;
    // The same topic through time, and back.
    for (button, view) in [("Through time", View::Time("education")), ("One topic", View::Topic("education"))] {
        widget.click("button", button).await?;
        oracle.reader(Action::Show(view));
        comes_to_answer(widget, &oracle).await?;
        let chosen = "return root.querySelector('select').value;";
        widget.comes_to("the topic in the chooser", chosen, json!("education")).await?;
    }
    widget.click("button", "One instrument").await?;
    choose("Instrument", "oslo").await?;
    oracle.reader(Action::Show(View::Instrument("oslo")));
    comes_to_answer(widget, &oracle).await?;
    assert_eq!(widget.js("return host.view;").await?, "instrument:oslo");
    // Which question is asked is no filter: Reset leaves it, and its subject.
    widget.click("button", "Reset").await?;
    oracle.reader(Action::Reset);
    comes_to_answer(widget, &oracle).await?;
    widget.comes_to("the instrument in the chooser", "return root.querySelector('select').value;", json!("oslo")).await
}

async fn two_texts_are_compared_word_by_word(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table view="differences"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;

    for (place, chooser, id) in [(0, "Compare", "cluster-munitions"), (1, "with", "tpnw")] {
        let chooser = widget.find("combobox", chooser).await?;
        chooser.find(By::Css(format!("option[value={id}]"))).await?.click().await?;
        oracle.reader(Action::Compare(place, id));
        comes_to_answer(widget, &oracle).await?;
    }
    let lines = oracle.lines(false);
    for mark in ["-[only here: ", "+[only here: "] {
        assert!(lines.iter().any(|line| line.contains(mark)), "nothing is marked {mark}");
    }
    // To be seen without colour, too.
    let lines = "return ['ins', 'del'].map((mark) => getComputedStyle(root.querySelector(mark)).textDecorationLine);";
    assert_eq!(widget.js(lines).await?, json!(["underline", "line-through"]));
    Ok(())
}

/// In each view: the widget's heading has the level that the page sets, and no level below it is left out.
async fn headings_follow_the_page(browser: Browser) -> Outcome {
    for first in [2, 5] {
        let page =
            Draft::new(format!(r#"<victim-assistance-table heading-level="{first}"></victim-assistance-table>"#))?
                .show(&browser)
                .await?;
        let widget = page.widget(0);
        let mut oracle = widget.oracle().await?;
        let mut most = 1;
        for view in View::all(dataset()) {
            widget.js_with("host.view = given;", json!(view.value())).await?;
            oracle.reader(Action::Show(view));
            comes_to_answer(widget, &oracle).await?;
            let levels = "return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.localName[1]));";
            let levels: Vec<u8> = serde_json::from_value(widget.js(levels).await?)?;
            assert_eq!(levels.first(), Some(&first), "{view:?}: {levels:?}");
            let follows = |pair: &[u8]| pair[1] <= pair[0] + 1 && pair[1] > first;
            assert!(levels.windows(2).all(follows), "{view:?}: {levels:?}");
            most = most.max(levels.len());
        }
        assert!(most > 10, "at most {most} headings in a view");
    }
    Ok(())
}

async fn in_little_room_they_stand_behind_a_button(browser: Browser) -> Outcome {
    let page = Draft::new(format!(r#"<div style="width: 320px">{ELEMENT}</div>"#))?.show(&browser).await?;
    let widget = page.widget(0);
    let mut oracle = widget.oracle().await?;
    assert!(!widget.has("button", "One topic").await?);
    let button = widget.find("button", "Questions").await?;
    assert!(button.text().await?.ends_with("Compare"), "{}", button.text().await?);
    assert_eq!(button.attr("aria-expanded").await?.as_deref(), Some("false"));

    button.click().await?;
    widget.find("button", "One topic").await?;
    assert_eq!(button.attr("aria-expanded").await?.as_deref(), Some("true"));
    widget.press(Key::Escape).await?;
    let closed = "return probe.find(root, 'button', 'One topic').length === 0;";
    widget.comes_to("the list to close", closed, json!(true)).await?;
    widget.comes_to_focus("Questions").await?;

    widget.press(Key::Enter).await?;
    widget.click("button", "One topic").await?;
    oracle.reader(Action::Show(View::all(dataset())[2]));
    comes_to_answer(widget, &oracle).await?;
    widget.comes_to("the list to close", closed, json!(true)).await?;
    // The button that was pressed is gone: the one that opened the list has the focus.
    widget.comes_to_focus("Questions").await
}
