//! Texts that are no friends of the page: whatever is typed is a text, and shown as one.

use serde_json::json;

use crate::{
    Browser, Outcome,
    support::{
        page::{Draft, Page},
        widget::Widget,
    },
};

in_every_engine![
    markup_is_text,
    marks_of_direction_and_emoji_are_text,
    five_thousand_characters_are_one_search,
    quotation_marks_and_signs_break_nothing,
    it_comes_back_from_the_address,
];

async fn page(browser: &Browser) -> Outcome<Page> {
    Draft::new(r#"<victim-assistance-table url-state="va"></victim-assistance-table>"#)?.show(browser).await
}

/// Whatever was typed made no element and ran nothing.
async fn is_harmless(widget: Widget<'_>) -> Outcome {
    let harm = "return [root.querySelectorAll('script, img, iframe, i, [onclick], [onerror], a:not([href^=http])').length, probe.pwned ?? null];";
    assert_eq!(widget.js(harm).await?, json!([0, null]));
    Ok(())
}

/// Searches for a text, and compares all that is shown: box, chip, table or what stands in its place, status line.
async fn comes_to_search(widget: Widget<'_>, text: &str) -> Outcome {
    let mut oracle = widget.oracle().await?;
    widget.paste_search(text).await?;
    oracle.search(text);
    widget.comes_to_show(&oracle).await?;
    widget.comes_to_chips(&oracle).await?;
    widget.comes_to_hold(text).await?;
    is_harmless(widget).await
}

async fn markup_is_text(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    for text in [
        "<img src=x onerror=probe.pwned=1>",
        "</p><script>probe.pwned=1</script>",
        "care <b onclick=probe.pwned=1>",
        "&lt;b&gt; &amp; {search} {count}",
        "javascript:probe.pwned=1",
    ] {
        comes_to_search(page.widget(0), text).await.map_err(|error| format!("{text}: {error}"))?;
    }
    // By real keys, too.
    page.widget(0).clear_search().await?;
    page.widget(0).type_search("<i>care").await?;
    let mut oracle = page.widget(0).oracle().await?;
    oracle.search("<i>care");
    page.widget(0).comes_to_show(&oracle).await?;
    is_harmless(page.widget(0)).await
}

async fn marks_of_direction_and_emoji_are_text(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    for text in [
        "\u{202e}erac\u{202c}",
        "\u{2067}تأهيل\u{2069} care",
        "שיקום",
        "👩🏽‍🦽 care",
        "🦿🦿🦿",
        "e\u{301}ducation",
        "ca\u{200b}re",
        "zero\u{0}width",
    ] {
        comes_to_search(page.widget(0), text).await.map_err(|error| format!("{text:?}: {error}"))?;
    }
    // The direction of the page is not the text's to change.
    let direction = "return getComputedStyle(root.querySelector('.vat-table, .vat-nothing')).direction;";
    assert_eq!(page.widget(0).js(direction).await?, "ltr");
    Ok(())
}

async fn five_thousand_characters_are_one_search(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let widget = page.widget(0);
    for text in ["care ".repeat(1000).trim_end(), &"zeppelin".repeat(625), &"\"care ".repeat(833)] {
        comes_to_search(widget, text).await.map_err(|error| format!("{}…: {error}", &text[..20]))?;
        // What it says of it does not push the page apart.
        let outside = "return document.documentElement.scrollWidth > document.documentElement.clientWidth;";
        assert_eq!(widget.js(outside).await?, false, "{}…", &text[..20]);
    }
    // And the widget goes on.
    comes_to_search(widget, "care").await
}

async fn quotation_marks_and_signs_break_nothing(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    for text in ["\"", "\"\"", "“medical care", "\"medical care\" (", ".*[", "\\", "%", "#&=+", "' OR 1=1 --", "   "]
    {
        comes_to_search(page.widget(0), text).await.map_err(|error| format!("{text}: {error}"))?;
    }
    Ok(())
}

async fn it_comes_back_from_the_address(browser: Browser) -> Outcome {
    let page = page(&browser).await?;
    let text = "50 % & more=less #1 + <b> 👩🏽‍🦽 \u{202e}x";
    comes_to_search(page.widget(0), text).await?;
    let oracle = page.widget(0).oracle().await?;
    // It stands in the address when the reader stops typing.
    page.comes_to("the address", "return location.hash.startsWith('#va=1&va.search=');", json!(true)).await?;

    page.reload().await?;

    page.widget(0).comes_to_show(&oracle).await?;
    page.widget(0).comes_to_hold(text).await?;
    is_harmless(page.widget(0)).await
}
