//! Dialogs, by real keys: while one is open the focus stays in it or is the browser's own, never behind it; and it goes
//! back to what opened it.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    Browser, Engine, Outcome,
    keyboard::{between_buttons, press_back, tab_to},
    support::{firefox::in_own_window, page::Page, wait::until, widget::Widget},
};

in_every_engine![
    printing_keeps_the_focus,
    saving_keeps_the_focus,
    citing_keeps_the_focus,
    nothing_behind_can_be_focused_or_clicked,
];

/// Where the focus of the page is while a dialog is open, and what has it: in the `dialog`; `nowhere`, or on the dialog
/// itself, between the last control and the first; or `behind` the dialog. And whether the page has the focus at all.
const FOCUS: &str = "
    const dialog = root.querySelector('dialog[open]'), focused = root.activeElement ?? document.activeElement;
    if ([null, dialog, document.body, document.documentElement].includes(focused)) return ['nowhere', '', document.hasFocus()];
    return [dialog.contains(focused) ? 'dialog' : 'behind', focused.id || probe.nameOf(focused), document.hasFocus()];";

/// What a dialog holds to be worked with, in its order.
const CONTROLS: &str = "
    const controls = root.querySelectorAll('dialog[open] :is(button, select, input, a[href], [tabindex=\"0\"])');
    return [...controls].filter((control) => control.checkVisibility()).map(probe.nameOf);";

/// The browser's own controls are not more.
const MOST_OF_THE_BROWSER: usize = 40;

async fn printing_keeps_the_focus(browser: Browser) -> Outcome {
    let page = between_buttons("", &browser).await?;
    tab_to(page.widget(0), "Print comparison").await?;
    keeps_the_focus(page.widget(0)).await
}

async fn saving_keeps_the_focus(browser: Browser) -> Outcome {
    let page = between_buttons("", &browser).await?;
    tab_to(page.widget(0), "Save or copy").await?;
    keeps_the_focus(page.widget(0)).await
}

async fn citing_keeps_the_focus(browser: Browser) -> Outcome {
    let page = with_something_to_cite(&browser).await?;
    keeps_the_focus(page.widget(0)).await
}

/// A page where what has the focus opens a dialog from within the table.
async fn with_something_to_cite(browser: &Browser) -> Outcome<Page> {
    let page = between_buttons(r#"topics="education" instruments="crpd""#, browser).await?;
    let widget = page.widget(0);
    let summary = "return probe.nameOf([...root.querySelectorAll('.vat-details summary')].find((summary) => summary.checkVisibility()));";
    let details = widget.js(summary).await?;
    tab_to(widget, details.as_str().ok_or("no details")?).await?;
    widget.press(Key::Enter).await?;
    let cite = "const cite = root.querySelector('details[open] [data-task=cite]'); return cite && probe.nameOf(cite);";
    let cite = until("something to cite", async || {
        let name = widget.js(cite).await?;
        Ok(name.as_str().map(str::to_owned).ok_or("nothing".to_owned()))
    })
    .await?;
    tab_to(widget, &cite).await?;
    Ok(page)
}

/// Opens the dialog of what has the focus, goes all around in it both ways, and closes it by Escape and by its button;
/// the focus goes back, and on from there.
async fn keeps_the_focus(widget: Widget<'_>) -> Outcome {
    let opener = widget.focused().await?;
    widget.press(Key::Tab).await?;
    let next = widget.focused().await?;
    press_back(widget).await?;
    widget.comes_to_focus(&opener).await?;

    for backwards in [false, true] {
        let controls = open(widget).await?;
        let way = if backwards { "backwards" } else { "forwards" };
        goes_around(widget, controls, backwards).await.map_err(|error| format!("{way} from “{opener}”: {error}"))?;
        widget.press(Key::Escape).await?;
        is_back(widget, &opener).await?;
    }
    open(widget).await?;
    tab_to(widget, "Close").await?;
    widget.press(Key::Enter).await?;
    is_back(widget, &opener).await?;
    widget.press(Key::Tab).await?;
    widget.comes_to_focus(&next).await
}

/// Opens the dialog; gives its controls, of which one has the focus.
async fn open(widget: Widget<'_>) -> Outcome<Vec<String>> {
    widget.press(Key::Enter).await?;
    let inside = "return root.activeElement?.closest('dialog[open]') != null;";
    widget.comes_to("a dialog with the focus", inside, json!(true)).await?;
    let controls: Vec<String> = serde_json::from_value(widget.js(CONTROLS).await?)?;
    assert!(controls.len() > 2, "{controls:?}");
    Ok(controls)
}

/// Waits until the dialog is gone and the focus back.
async fn is_back(widget: Widget<'_>, opener: &str) -> Outcome {
    widget.comes_to("no dialog", "return root.querySelector('dialog') === null;", json!(true)).await?;
    widget.comes_to_focus(opener).await
}

/// Goes on by Tab until each control has had the focus and the first has it again: in their order, and nothing else but
/// the browser has it in between.
async fn goes_around(widget: Widget<'_>, mut controls: Vec<String>, backwards: bool) -> Outcome {
    let start = widget.focused().await?;
    let at = controls.iter().position(|control| *control == start).ok_or("the focus is not on a control")?;
    controls.rotate_left(at);
    if backwards {
        controls[1..].reverse();
    }
    controls.push(start);
    let browser = &widget.page.browser;
    let step = async || if backwards { press_back(widget).await } else { widget.press(Key::Tab).await };
    let (mut met, mut on_page) = (vec![controls[0].clone()], true);
    for _ in 0..controls.len() + MOST_OF_THE_BROWSER {
        // Firefox alone leads through its own controls, where a page's keys do not go.
        if on_page || browser.engine != Engine::Firefox {
            step().await?;
        } else {
            in_own_window(browser, step).await?;
        }
        let (place, name, has_focus): (String, String, bool) = serde_json::from_value(widget.js(FOCUS).await?)?;
        on_page = has_focus;
        if place == "behind" {
            return Err(format!("“{name}” behind the dialog has the focus, after {met:?}").into());
        }
        // While the browser has the focus, the page tells of what had it last.
        if place == "dialog" && met.last() != Some(&name) {
            met.push(name);
        }
        if met.len() == controls.len() {
            break;
        }
    }
    if met == controls { Ok(()) } else { Err(format!("Tab leads to {met:?}, not {controls:?}").into()) }
}

/// Nor by a script or a pointer.
async fn nothing_behind_can_be_focused_or_clicked(browser: Browser) -> Outcome {
    let page = with_something_to_cite(&browser).await?;
    let widget = page.widget(0);
    open(widget).await?;
    let behind = "const dialog = root.querySelector('dialog[open]'), outside = [...document.querySelectorAll('button'), ...root.querySelectorAll('button, input, summary, select, a[href], [tabindex]')]
            .filter((control) => control.checkVisibility() && !dialog.contains(control));
        const taken = outside.filter((control) => {
            control.focus();
            return control.getRootNode().activeElement === control;
        });
        const met = outside.filter((control) => {
            const { left, top, width, height } = control.getBoundingClientRect();
            return control.contains(control.getRootNode().elementFromPoint(left + width / 2, top + height / 2));
        });
        return [outside.length > 20, taken.map(probe.nameOf), met.map(probe.nameOf), dialog.contains(root.activeElement)];";
    assert_eq!(widget.js(behind).await?, json!([true, [], [], true]));
    Ok(())
}
