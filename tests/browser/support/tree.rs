//! The accessibility tree that Chromium gives to screen readers, as indented text.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write,
};

use serde_json::{Value, json};

use super::{Outcome, page::Page};

/// What stands on the page: role, name and states, as a line; and what stands in it.
struct Node {
    kind: String,
    name: String,
    description: String,
    children: Vec<Node>,
}

/// Only what groups for layout.
const LAYOUT: [&str; 4] = ["generic", "none", "InlineTextBox", "LineBreak"];
/// States and the like, as DevTools call them.
const STATES: [&str; 13] = [
    "atomic",
    "autocomplete",
    "checked",
    "disabled",
    "expanded",
    "hasPopup",
    "invalid",
    "level",
    "live",
    "modal",
    "multiselectable",
    "pressed",
    "selected",
];
/// So many characters of a name are shown.
const LONGEST: usize = 90;

/// The role of everything in the tree, as DevTools call it.
pub async fn roles(page: &Page) -> Outcome<Vec<String>> {
    let tree = whole(page).await?;
    let nodes = tree["nodes"].as_array().into_iter().flatten().filter(|node| node["ignored"] != true);
    Ok(nodes.filter_map(|node| Some(node["role"]["value"].as_str()?.to_owned())).collect())
}

/// The tree of the page, or of the one frame in it.
///
/// It is to be read in review. A part in which nothing is new, no kind of thing in a place where none of its kind stood
/// before, is one line that ends in “…”.
pub async fn outline(page: &Page) -> Outcome<String> {
    let tree = whole(page).await?;
    let nodes: HashMap<&str, &Value> = tree["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let root = tree["nodes"].as_array().and_then(|nodes| nodes.first()).ok_or("an empty tree")?;
    let mut text = String::new();
    let mut seen = BTreeSet::new();
    for node in below(root, &nodes) {
        node.write(0, "page", &mut seen, &mut text)?;
    }
    Ok(text)
}

async fn whole(page: &Page) -> Outcome<Value> {
    let devtools = page.browser.driver.cdp();
    let frames = devtools.send_raw("Page.getFrameTree", json!({})).await?;
    let inner = &frames["frameTree"]["childFrames"][0]["frame"]["id"];
    let frame = if inner.is_null() { &frames["frameTree"]["frame"]["id"] } else { inner };
    Ok(devtools.send_raw("Accessibility.getFullAXTree", json!({ "frameId": frame })).await?)
}

/// What is told of an element: itself, or what stands in it where it only groups.
fn told(node: &Value, nodes: &HashMap<&str, &Value>) -> Vec<Node> {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().trim();
    let children = below(node, nodes);
    if node["ignored"] == true || LAYOUT.contains(&role) && name.is_empty() {
        return children;
    }
    if role == "StaticText" {
        let text =
            Node { kind: "text".to_owned(), name: name.to_owned(), description: String::new(), children: Vec::new() };
        return if name.is_empty() { Vec::new() } else { vec![text] };
    }
    let mut kind = role.to_owned();
    for property in node["properties"].as_array().into_iter().flatten() {
        let (state, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
        if STATES.contains(&state) && *value != json!(false) && *value != json!("false") || state == "expanded" {
            kind.push_str(&format!(" {state}={}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)));
        }
    }
    if let Some(value) = node["value"]["value"].as_str().filter(|value| !value.is_empty()) {
        kind.push_str(&format!(" value=“{value}”"));
    }
    // A name that only says what stands in it is not said twice.
    let is_text = children.iter().all(|child| child.kind == "text");
    let children = if is_text && children.iter().map(|child| &*child.name).collect::<String>() == name {
        Vec::new()
    } else {
        children
    };
    let description = node["description"]["value"].as_str().unwrap_or_default();
    vec![Node { kind, name: name.to_owned(), description: description.to_owned(), children }]
}

fn below(node: &Value, nodes: &HashMap<&str, &Value>) -> Vec<Node> {
    let ids = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    ids.filter_map(|id| nodes.get(id)).flat_map(|child| told(child, nodes)).collect()
}

impl Node {
    /// Its kind and where it stands, and those of all in it.
    fn places(&self, within: &str) -> BTreeSet<(String, String)> {
        let own = (within.to_owned(), self.kind.clone());
        self.children.iter().flat_map(|child| child.places(&self.kind)).chain([own]).collect()
    }

    /// Its name, or that of the first thing in it that has one.
    fn said_first(&self) -> &str {
        let within = || self.children.iter().map(Self::said_first).find(|name| !name.is_empty());
        if self.name.is_empty() { within().unwrap_or_default() } else { &self.name }
    }

    fn write(
        &self,
        depth: usize,
        within: &str,
        seen: &mut BTreeSet<(String, String)>,
        text: &mut String,
    ) -> std::fmt::Result {
        let places = self.places(within);
        let is_known = !self.children.is_empty() && places.is_subset(seen);
        let name = quoted(if is_known { self.said_first() } else { &self.name });
        let (description, more) = (quoted(&self.description), if is_known { " …" } else { "" });
        let description = if description.is_empty() { description } else { format!(", described by{description}") };
        writeln!(text, "{:depth$}{}{name}{description}{more}", "", self.kind)?;
        if !is_known {
            for child in &self.children {
                child.write(depth + 2, &self.kind, seen, text)?;
            }
            seen.insert((within.to_owned(), self.kind.clone()));
        }
        Ok(())
    }
}

/// A text in quotation marks, not too long, after a space; nothing for none.
fn quoted(text: &str) -> String {
    let more = if text.chars().count() > LONGEST { "…" } else { "" };
    let beginning: String = text.chars().take(LONGEST).collect();
    if text.is_empty() { beginning } else { format!(" “{beginning}{more}”") }
}
