//! A widget on a page, as a reader meets it: by roles, names and words.

use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement};

use super::{Outcome, oracle::Oracle, page::Page, wait::until};

/// The widget at a place on a page.
#[derive(Clone, Copy)]
pub struct Widget<'a> {
    pub page: &'a Page,
    pub at: usize,
}

impl Widget<'_> {
    /// Runs a script in which `host` is the element and `root` its shadow root.
    pub async fn js(&self, script: &str) -> Outcome<Value> {
        self.js_with(script, json!(null)).await
    }

    /// The same, with `given`.
    pub async fn js_with(&self, script: &str, given: Value) -> Outcome<Value> {
        self.page.js_with(&self.with_names(script), vec![json!(self.at), given]).await
    }

    fn with_names(&self, script: &str) -> String {
        format!("const host = probe.widgets()[arguments[0]], root = host?.shadowRoot, given = arguments[1];\n{script}")
    }

    /// The one visible element of this role and name.
    pub async fn find(&self, role: &str, name: &str) -> Outcome<WebElement> {
        until(&format!("{role} “{name}”"), async || {
            let mut found = self.find_all(role, name).await?;
            Ok(match (found.pop(), found.len()) {
                (Some(element), 0) => Ok(element),
                (Some(_), others) => Err(format!("{} of that name", others + 1)),
                (None, _) => Err("nothing of that name".to_owned()),
            })
        })
        .await
    }

    /// All visible elements of this role and name, in the order of the page.
    pub async fn find_all(&self, role: &str, name: &str) -> Outcome<Vec<WebElement>> {
        let script = self.with_names("return probe.find(root, ...given);");
        let found = self.page.browser.driver.execute(script, vec![json!(self.at), json!([role, name])]).await?;
        Ok(found.elements()?)
    }

    /// Whether a visible element of this role and name is there.
    pub async fn has(&self, role: &str, name: &str) -> Outcome<bool> {
        Ok(self.js_with("return probe.find(root, ...given).length > 0;", json!([role, name])).await? == true)
    }

    /// Name and role of what has the focus, by the probe.
    pub async fn focused(&self) -> Outcome<String> {
        let name = self
            .js("return root.activeElement ? probe.nameOf(root.activeElement) : '(nothing in the widget)';")
            .await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the focus is on what has this name.
    pub async fn comes_to_focus(&self, name: &str) -> Outcome {
        until(&format!("the focus to be on “{name}”"), async || {
            let focused = self.focused().await?;
            Ok(if focused == name { Ok(()) } else { Err(focused) })
        })
        .await
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: impl Into<TypingData>) -> Outcome {
        self.page.browser.driver.action_chain().send_keys(key).perform().await?;
        Ok(())
    }

    /// Waits until a script in which `host`, `root` are named returns this.
    pub async fn comes_to(&self, what: &str, script: &str, wanted: Value) -> Outcome {
        until(what, async || {
            let found = self.js(script).await?;
            Ok(if found == wanted { Ok(()) } else { Err(found.to_string()) })
        })
        .await
    }

    /// Clicks it with the mouse.
    pub async fn click(&self, role: &str, name: &str) -> Outcome {
        self.find(role, name).await?.click().await?;
        Ok(())
    }

    /// Types into the search box, key by key.
    pub async fn type_search(&self, keys: impl Into<TypingData>) -> Outcome {
        self.search_box().await?.send_keys(keys).await?;
        Ok(())
    }

    /// The search box.
    pub async fn search_box(&self) -> Outcome<WebElement> {
        self.find("combobox", "Search provisions").await
    }

    /// All that the table says, a fact a line.
    pub async fn lines(&self) -> Outcome<Vec<String>> {
        self.lines_of("root", false).await
    }

    /// The same of `root` or `host`, and `deep` with what stands behind the disclosures.
    pub async fn lines_of(&self, whose: &str, deep: bool) -> Outcome<Vec<String>> {
        let lines = self.js_with(&format!("return probe.lines({whose}, given);"), json!(deep)).await?;
        Ok(serde_json::from_value(lines)?)
    }

    /// What the status line says.
    pub async fn status(&self) -> Outcome<String> {
        let status = self.js("return root.querySelector('[role=status]').textContent;").await?;
        Ok(status.as_str().unwrap_or_default().to_owned())
    }

    /// Turns to the table as a reader does, and waits until all that they may ask of it is loaded.
    pub async fn turn_to(&self) -> Outcome {
        self.search_box().await?.focus().await?;
        self.comes_to("all of it", "return root.querySelector('[part=glossary] dl') !== null;", json!(true)).await
    }

    /// Waits until the widget shows what the oracle says, all of it.
    pub async fn comes_to_show(&self, oracle: &Oracle) -> Outcome {
        self.comes_to_lines(oracle, false).await
    }

    /// The same with what stands behind its disclosures, once a reader has turned to it.
    pub async fn comes_to_show_details(&self, oracle: &Oracle) -> Outcome {
        self.comes_to_lines(oracle, true).await
    }

    async fn comes_to_lines(&self, oracle: &Oracle, details: bool) -> Outcome {
        let wanted = oracle.lines(details);
        until("the table to show what was asked for", async || {
            let shown = self.lines_of("root", details).await?;
            Ok(if shown == wanted { Ok(()) } else { Err(difference(&shown, &wanted)) })
        })
        .await
    }

    /// Waits until the open panel, of this name, offers what the oracle says: boxes, names, counts.
    pub async fn comes_to_offer(&self, panel: &str, oracle: &Oracle) -> Outcome {
        let wanted = oracle.choices(panel);
        until("the right boxes, checked and counted", async || {
            let shown: Vec<String> = serde_json::from_value(self.js("return probe.choices(root);").await?)?;
            Ok(if shown == wanted { Ok(()) } else { Err(difference(&shown, &wanted)) })
        })
        .await
    }

    /// Waits until the filters shown as set are those that the oracle says.
    pub async fn comes_to_chips(&self, oracle: &Oracle) -> Outcome {
        self.comes_to("the filters that are set", "return probe.chips(root);", json!(oracle.chips())).await
    }

    /// Waits until the status line ends so.
    pub async fn comes_to_say(&self, message: &str) -> Outcome {
        until("the status line", async || {
            let status = self.status().await?;
            Ok(if status.ends_with(message) { Ok(()) } else { Err(status) })
        })
        .await
    }

    /// Empties the search box, by keys.
    pub async fn clear_search(&self) -> Outcome {
        let typed = self.search_box().await?.prop("value").await?.unwrap_or_default();
        let back = Key::Backspace.value().to_string().repeat(typed.chars().count());
        self.type_search(Key::End + back).await
    }

    /// Waits until the search box holds a text.
    pub async fn comes_to_hold(&self, text: &str) -> Outcome {
        self.comes_to("the text in the search box", "return root.querySelector('[role=combobox]').value;", json!(text))
            .await
    }

    /// Puts a text into the search box at once, as pasting does.
    pub async fn paste_search(&self, text: &str) -> Outcome {
        self.search_box().await?.focus().await?;
        let paste = "const box = root.activeElement;
            box.value = given;
            box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));";
        self.js_with(paste, json!(text)).await?;
        Ok(())
    }

    /// An oracle for this widget: its attributes as they are now, and its room.
    pub async fn oracle(&self) -> Outcome<Oracle> {
        let room =
            self.js("return Math.round(host.clientWidth / parseFloat(getComputedStyle(host).fontSize));").await?;
        let attributes = self.js("return [...host.attributes].map(({ name, value }) => [name, value]);").await?;
        let attributes: Vec<(String, String)> = serde_json::from_value(attributes)?;
        Ok(Oracle::new(u16::try_from(room.as_u64().unwrap_or_default())?, &attributes))
    }
}

/// Where two texts part.
pub fn difference(found: &[String], wanted: &[String]) -> String {
    let at = found.iter().zip(wanted).take_while(|(found, wanted)| found == wanted).count();
    let around =
        |lines: &[String]| lines.iter().skip(at.saturating_sub(2)).take(6).cloned().collect::<Vec<_>>().join("\n  ");
    format!(
        "from line {at} of {} ({} wanted) found\n  {}\nwanted\n  {}",
        found.len(),
        wanted.len(),
        around(found),
        around(wanted)
    )
}
