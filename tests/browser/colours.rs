//! What eyes need: contrast, states that survive forced colours and gray, nothing that moves, targets that can be hit.

use serde_json::{Value, json};

use crate::{
    Browser, Outcome,
    states::STATES,
    support::{
        page::{Draft, ELEMENT, Page},
        preferences::{Colours, prefer, prefer_nothing},
        widget::Widget,
    },
};

in_every_engine![
    every_text_is_readable,
    parts_stand_out_from_what_is_behind_them,
    marks_leave_texts_readable,
    states_survive_forced_colours,
    force_and_silence_are_told_apart_without_colour,
    nothing_moves_by_itself,
    targets_are_large_enough,
];

/// The page's own colours follow; axe-core would take its background to be white.
pub const COLOURS: &str =
    "document.documentElement.style.colorScheme = arguments[0]; document.body.style.background = 'Canvas';";

/// `ratio` of two colours, and `behind` an element the colour there, by WCAG's definition of contrast.
const CONTRAST: &str = "
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const bytes = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour) => bytes(colour).slice(0, 3).map((byte) => byte / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const ratio = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };
    const behind = (element) => {
        const colour = getComputedStyle(element).backgroundColor;
        return bytes(colour)[3] === 255 ? colour : behind(element.parentElement ?? element.getRootNode().host);
    };";

/// Borders of controls, marks of legal force and the ring of what has the focus: 3:1 (WCAG 1.4.11, 2.4.13).
async fn parts_stand_out_from_what_is_behind_them(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table url-state="va"></victim-assistance-table>"#)?.show(&browser).await?;
    let widget = page.widget(0);
    widget.click("button", "Topics").await?;
    let parts = format!(
        "{CONTRAST}
        // A text size is a letter around its radio button.
        const ringed = (part) => part.closest('.vat-letter') ?? part;
        const seen = [...root.querySelectorAll('button, input, select, summary, .vat-mark')].filter((part) => part.checkVisibility() && part.ariaDisabled !== 'true');
        const parts = seen.flatMap((part) => {{
            const style = getComputedStyle(part), name = part.className.baseVal ?? `${{part.localName}} ${{part.className}}`;
            if (part.matches('.vat-mark')) return [[name, style.color, behind(part)]];
            const border = parseFloat(style.borderTopWidth) && bytes(style.borderTopColor)[3] ? [[name, style.borderTopColor, behind(part.parentElement)]] : [];
            part.focus({{ focusVisible: true, preventScroll: true }});
            return [...border, [`${{name}} in focus`, getComputedStyle(ringed(part)).outlineColor, behind(ringed(part).parentElement)]];
        }});
        return [parts.length, [...new Set(parts.map(([name, one, other]) => [name, ratio(one, other)])
            .filter(([, ratio]) => ratio < 3).map(([name, ratio]) => `${{name}}: ${{ratio.toFixed(2)}}`))]];"
    );
    let look = async |what: &str| -> Outcome {
        let (count, weak): (usize, Vec<String>) = serde_json::from_value(widget.js(&parts).await?)?;
        assert!(count > 300, "{count} parts");
        assert!(weak.is_empty(), "{what}: {weak:#?}");
        Ok(())
    };
    for scheme in ["light", "dark"] {
        page.js_with(COLOURS, vec![json!(scheme)]).await?;
        look(scheme).await?;
        for colours in [Colours::MoreContrast, Colours::Forced] {
            if prefer(&browser, colours).await? {
                look(&format!("{scheme}, {colours:?}")).await?;
                prefer_nothing(&browser).await?;
            }
        }
    }
    Ok(())
}

/// What axe-core does not see: the colour that is painted under what was searched for.
async fn marks_leave_texts_readable(browser: Browser) -> Outcome {
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let on_marks = format!(
        "{CONTRAST}
        const app = root.querySelector('.vat-app');
        const text = app.appendChild(document.createElement('span'));
        const inks = ['--vat-ink', '--vat-ink-quiet', '--vat-accent'].map((ink) => {{
            text.style.cssText = `color: var(${{ink}}); background: var(--vat-found)`;
            const {{ color, backgroundColor }} = getComputedStyle(text);
            return [ink, ratio(color, backgroundColor)];
        }});
        text.remove();
        return inks.filter(([, ratio]) => ratio < 7).map(([ink, ratio]) => `${{ink}}: ${{ratio.toFixed(2)}}`);"
    );
    for scheme in ["light", "dark"] {
        page.js_with(COLOURS, vec![json!(scheme)]).await?;
        assert_eq!(page.widget(0).js(&on_marks).await?, json!([]), "{scheme}");
    }
    Ok(())
}

/// Every pair of a text's colour and what is painted behind it that occurs in a named state: 7:1.
async fn every_text_is_readable(browser: Browser) -> Outcome {
    let pairs = format!(
        "{CONTRAST}
        const texts = [...root.querySelectorAll('*')].filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
            && element.checkVisibility() && !element.closest('.vat-unseen, style, option'));
        const pairs = new Map(texts.map((element) => {{
            const [ink, ground] = [getComputedStyle(element).color, behind(element)];
            return [`${{ink}} on ${{ground}}`, [ratio(ink, ground), `${{element.localName}}.${{element.className}}`]];
        }}));
        return [pairs.size, [...pairs].filter(([, [ratio]]) => ratio < 7).map(([pair, [ratio, where]]) => `${{where}}: ${{pair}}: ${{ratio.toFixed(2)}}`)];"
    );
    let mut wrong = Vec::new();
    for state in STATES.iter().filter(|state| state.attributes.iter().any(|(name, _)| *name != "text-size")) {
        let attributes: String = state.attributes.iter().map(|(name, value)| format!(r#" {name}="{value}""#)).collect();
        let page = Draft::new(ELEMENT.replacen('>', &format!("{attributes}>"), 1))?.show(&browser).await?;
        let mut look = async |what: &str| -> Outcome {
            for scheme in ["light", "dark"] {
                page.js_with(COLOURS, vec![json!(scheme)]).await?;
                let (count, weak): (usize, Vec<String>) = serde_json::from_value(page.widget(0).js(&pairs).await?)?;
                assert!(count > 1, "{}: {count} pairs of colours", state.name);
                wrong.extend(weak.into_iter().map(|weak| format!("{}, {scheme}{what}: {weak}", state.name)));
            }
            Ok(())
        };
        look("").await?;
        if prefer(&browser, Colours::MoreContrast).await? {
            look(", more contrast").await?;
            prefer_nothing(&browser).await?;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// A page on which every state can be seen: pressed, chosen, current, sorted, open, disabled, what is searched for.
async fn with_all_states(browser: &Browser) -> Outcome<Page> {
    let attributes = r#"topics="education medical-care" pinned="crpd" order="crpd-descending" search="care""#;
    let page = Draft::new(ELEMENT.replacen('>', &format!(" {attributes}>"), 1))?.show(browser).await?;
    page.widget(0).click("button", "Order").await?;
    page.widget(0).find("group", "Order").await?;
    page.widget(0).click("summary", "Reading").await?;
    page.widget(0).find("radio", "Wide").await?;
    Ok(page)
}

/// What tells one state from the other, if it is more than a colour that forced colours take away: they leave lines, edges
/// and what has colours of the system.
const TOLD_APART: &str = "
    const form = (element, pseudo) => {
        const { textDecorationLine, borderTopWidth, borderBottomWidth, borderTopStyle, outlineStyle, outlineWidth, fontWeight, fontStyle, content, transform, rotate } = getComputedStyle(element, pseudo);
        return [textDecorationLine, borderTopWidth, borderBottomWidth, borderTopStyle, outlineStyle, outlineWidth, fontWeight, fontStyle, content, transform, rotate].join();
    };
    const forms = (element) => ['', '::before', '::after'].map((pseudo) => form(element, pseudo || null)).join(' / ') + [...element.children].map((child) => form(child, null)).join(' / ');
    const system = (element) => { const { color, backgroundColor, borderTopColor } = getComputedStyle(element); return [color, backgroundColor, borderTopColor].join(); };
    const pairs = {
        pressed: ['.vat-small[aria-pressed=true]', '.vat-small[aria-pressed=false]'],
        chosen: ['.vat-letter:has(:checked)', '.vat-letter:not(:has(:checked))'],
        current: ['.vat-views [aria-current]', '.vat-views li button:not([aria-current])'],
        sorted: ['th[aria-sort] .vat-sort', 'th:not([aria-sort]) .vat-sort'],
        open: ['.vat-buttons [aria-expanded=true]', '.vat-buttons [aria-expanded=false]'],
    };
    const same = Object.entries(pairs).flatMap(([name, pair]) => {
        const [one, other] = pair.map((selector) => root.querySelector(selector));
        if (!one || !other) return [`${name}: not on the page`];
        return forms(one) === forms(other) ? [name] : [];
    });
    const panel = root.querySelector('.vat-reading'), opener = panel.firstElementChild, opened = forms(opener);
    panel.open = false;
    if (forms(opener) === opened) same.push('open: reading');
    panel.open = true;
    const focused = [...root.querySelectorAll('button, input, summary, select')].filter((element) => element.checkVisibility()).filter((element) => {
        const part = element.closest('.vat-letter') ?? element, before = form(part, null);
        element.focus({ focusVisible: true, preventScroll: true });
        return before === form(part, null);
    });
    root.activeElement?.blur();
    return [...same, ...new Set(focused.map((element) => `focused ${element.localName}.${element.className}`))];";

async fn states_survive_forced_colours(browser: Browser) -> Outcome {
    let page = with_all_states(&browser).await?;
    let widget = page.widget(0);
    let forced = prefer(&browser, Colours::Forced).await?;
    let same = widget.js(TOLD_APART).await?;
    assert_eq!(same, json!([]), "told apart by colour alone");
    if forced {
        // What cannot be pressed is gray, as the system's own.
        let disabled = "const [undo] = probe.find(root, 'button', 'Undo'), span = root.querySelector('.vat-app').appendChild(document.createElement('span'));
            span.style.color = 'GrayText';
            const colours = [getComputedStyle(undo).color, getComputedStyle(span).color];
            span.remove();
            return [undo.ariaDisabled, colours[0] === colours[1]];";
        assert_eq!(widget.js(disabled).await?, json!(["true", true]));
        prefer_nothing(&browser).await?;
    }
    Ok(())
}

/// By shape, and by a word: what is seen in gray is the same.
async fn force_and_silence_are_told_apart_without_colour(browser: Browser) -> Outcome {
    let page =
        Draft::new(r#"<victim-assistance-table view="overview"></victim-assistance-table>"#)?.show(&browser).await?;
    let legend = "const entries = [...root.querySelectorAll('.vat-legend li')];
        const marks = entries.map((entry) => entry.firstElementChild.innerHTML || entry.firstElementChild.textContent);
        return [entries.length, new Set(marks).size, new Set(entries.map((entry) => entry.textContent)).size];";
    assert_eq!(page.widget(0).js(legend).await?, json!([9, 9, 9]));
    let page = Draft::new(ELEMENT)?.show(&browser).await?;
    let cells = "const marks = new Map();
        for (const provision of root.querySelectorAll('.vat-provision')) {
            const force = provision.querySelector('.vat-force').textContent, shape = provision.querySelector('.vat-mark').innerHTML;
            marks.set(force, (marks.get(force) ?? new Set()).add(shape));
        }
        const silent = [...root.querySelectorAll('.vat-silence > .vat-empty')];
        return [marks.size > 2, [...marks.values()].every((shapes) => shapes.size === 1), new Set([...marks.values()].flatMap((shapes) => [...shapes])).size === marks.size,
            silent.length > 10, silent.every((words) => words.textContent.trim() && getComputedStyle(words).fontStyle === 'italic')];";
    assert_eq!(page.widget(0).js(cells).await?, json!([true, true, true, true, true]));
    Ok(())
}

/// Nothing has to stop for those who ask for less motion: nothing moves, before and after something is done.
async fn nothing_moves_by_itself(browser: Browser) -> Outcome {
    let page = with_all_states(&browser).await?;
    let moving = "const moves = ({ transitionDuration, animationName, scrollBehavior }) => /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        const parts = [host, ...root.querySelectorAll('*')];
        return [parts.length > 200, document.getAnimations().length, parts.filter((part) => moves(getComputedStyle(part))).map((part) => part.localName)];";
    assert_eq!(page.widget(0).js(moving).await?, json!([true, 0, []]));
    Ok(())
}

/// 44 px for what the table is worked with, 24 px in it (WCAG 2.5.5, 2.5.8); links and buttons in a line of text are as
/// high as the line.
async fn targets_are_large_enough(browser: Browser) -> Outcome {
    let page = with_all_states(&browser).await?;
    let small = "const main = '.vat-search input, .vat-subjects select, .vat-opens, .vat-reset, .vat-letter, .vat-views li button';
        const seen = (element) => element.checkVisibility() && !element.closest('.vat-letter input');
        const target = (element) => (element.closest('.vat-choice label') ?? element.closest('.vat-letter') ?? element);
        const targets = [...new Set([...root.querySelectorAll('button, input, select, summary')].filter(seen).map(target))];
        const short = (element, least) => { const { width, height } = element.getBoundingClientRect(); return Math.min(width, height) < least - 0.1 && `${element.localName}.${element.className} “${element.textContent.slice(0, 30)}”: ${width.toFixed(1)} × ${height.toFixed(1)}`; };
        return [targets.filter((element) => element.matches(main)).length, targets.length, targets.map((element) => short(element, element.matches(main) ? 44 : 24)).filter(Boolean)];";
    let mut looked_at = 0;
    let mut look = async |widget: Widget<'_>| -> Outcome<Value> {
        let (main, all, small): (usize, usize, Value) = serde_json::from_value(widget.js(small).await?)?;
        assert!(main > 5 && all > main, "{main} of {all} targets");
        looked_at += all;
        Ok(small)
    };
    for panel in ["Order", "Instruments", "Topics", "Force and duty"] {
        if panel != "Order" {
            page.widget(0).click("button", panel).await?;
            page.widget(0).find("group", panel).await?;
        }
        assert_eq!(look(page.widget(0)).await?, json!([]), "{panel}");
    }
    let page = Draft::new(format!(r#"<div style="width: 320px">{ELEMENT}</div>"#))?.show(&browser).await?;
    assert_eq!(look(page.widget(0)).await?, json!([]), "in little room");
    assert!(looked_at > 150, "{looked_at}");
    Ok(())
}
