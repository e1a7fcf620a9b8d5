//! Reads the HTML that the server-side renderer writes, and writes it so that a change is easy to see.

use std::fmt::Write;

/// A node of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// So many rows and sections are the beginning.
const FEW: usize = 2;
const VOID: [&str; 4] = ["br", "input", "img", "hr"];
/// Elements that stand in a line of text.
const INLINE: [&str; 7] = ["a", "b", "br", "q", "span", "svg", "summary"];
/// Attributes that say what an element is to a reader.
const TELLING: [&str; 22] = [
    "aria-current",
    "aria-disabled",
    "aria-expanded",
    "aria-label",
    "aria-pressed",
    "aria-sort",
    "checked",
    "colspan",
    "data-at",
    "data-layout",
    "data-reading",
    "data-text-size",
    "dir",
    "href",
    "lang",
    "role",
    "scope",
    "selected",
    "tabindex",
    "title",
    "type",
    "value",
];

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// This element and all below it, in the order of the document.
    pub fn all(&self) -> Vec<&Self> {
        let below = self.children.iter().filter_map(Node::element).flat_map(Self::all);
        std::iter::once(self).chain(below).collect()
    }

    pub fn find(&self, tag: &str) -> &Self {
        self.all().into_iter().find(|element| element.tag == tag).unwrap()
    }

    /// All text below.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Text(text) => text.clone(),
                Node::Element(element) => element.text(),
            })
            .collect()
    }

    /// The same less what some buttons say, whose names begin so.
    pub fn text_without_buttons_named(&self, names: &[&str]) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Text(text) => text.clone(),
                Node::Element(element)
                    if element.tag == "button" && names.iter().any(|name| element.text().starts_with(name)) =>
                {
                    String::new()
                }
                Node::Element(element) => element.text_without_buttons_named(names),
            })
            .collect()
    }

    /// The markup, one tag or text a line; the content of what is hidden is left out.
    pub fn markup(&self) -> String {
        let mut out = String::new();
        self.write_markup(0, &mut out);
        out
    }

    fn write_markup(&self, depth: usize, out: &mut String) {
        let attributes: String = self
            .attributes
            .iter()
            .map(
                |(name, value)| {
                    if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{}\"", escaped(value)) }
                },
            )
            .collect();
        write!(out, "{:1$}<{2}{attributes}>", "", depth * 2, self.tag).unwrap();
        if VOID.contains(&self.tag.as_str()) {
            out.push('\n');
        } else if self.attribute("hidden").is_some() {
            writeln!(out, "…</{}>", self.tag).unwrap();
        } else if self.children.iter().all(|child| child.element().is_none()) {
            writeln!(out, "{}</{}>", escaped(&self.text()), self.tag).unwrap();
        } else {
            out.push('\n');
            for child in &self.children {
                match child {
                    Node::Element(element) => element.write_markup(depth + 1, out),
                    Node::Text(text) => writeln!(out, "{:1$}{2}", "", depth * 2 + 2, escaped(text)).unwrap(),
                }
            }
            writeln!(out, "{:1$}</{2}>", "", depth * 2, self.tag).unwrap();
        }
    }

    /// The beginning of what is long: of a table its rows down to the first group in sight, of a group its first rows,
    /// of a page its first sections.
    pub fn beginning(mut self) -> Self {
        let is_group = |child: &Self| child.tag == "tbody" && child.attribute("hidden").is_none();
        let elements = || self.children.iter().enumerate().filter_map(|(at, child)| Some((at, child.element()?)));
        let group = elements().find(|(_, child)| is_group(child)).map(|(at, _)| at + 1);
        let few = |tag| elements().filter(|(_, child)| child.tag == tag).nth(FEW).map(|(at, _)| at);
        if let Some(end) = group.or(few("tr")).or(few("section")) {
            self.children.truncate(end);
        }
        let children = self.children.into_iter().map(|child| match child {
            Node::Element(child) => Node::Element(child.beginning()),
            text @ Node::Text(_) => text,
        });
        Self { children: children.collect(), ..self }
    }

    /// What is in sight, one line of text a line; of a closed disclosure its summary.
    pub fn outline(&self) -> String {
        let mut out = String::new();
        self.write_outline(0, &mut out);
        out
    }

    fn write_outline(&self, depth: usize, out: &mut String) {
        if self.attribute("hidden").is_some() {
            return;
        }
        let telling: String = self
            .attributes
            .iter()
            .filter(|(name, _)| TELLING.contains(&name.as_str()))
            .map(|(name, value)| format!(" {name}={value}"))
            .collect();
        let closed = self.tag == "details" && self.attribute("open").is_none();
        if closed || self.is_line() {
            let text = if closed { self.find("summary").line() } else { self.line() };
            writeln!(out, "{:1$}{2}{telling}: {3}", "", depth * 2, self.tag, text.trim()).unwrap();
            return;
        }
        let wrapper = telling.is_empty() && ["div", "span"].contains(&self.tag.as_str());
        if !wrapper {
            writeln!(out, "{:1$}{2}{telling}", "", depth * 2, self.tag).unwrap();
        }
        let depth = depth + usize::from(!wrapper);
        for child in &self.children {
            match child {
                Node::Element(child) => child.write_outline(depth, out),
                Node::Text(text) if text.trim().is_empty() => {}
                Node::Text(text) => writeln!(out, "{:1$}{2}", "", depth * 2, text.trim()).unwrap(),
            }
        }
    }

    fn is_line(&self) -> bool {
        let inline = |child: &Self| INLINE.contains(&child.tag.as_str()) && child.is_line();
        self.tag == "svg" || self.children.iter().filter_map(Node::element).all(inline)
    }

    /// The text of a line, a space around elements.
    fn line(&self) -> String {
        let mut line = String::new();
        for child in &self.children {
            match child {
                Node::Text(text) => line.push_str(text),
                Node::Element(element) if element.tag == "svg" => {}
                Node::Element(element) => write!(line, " {}", element.line()).unwrap(),
            }
        }
        line
    }
}

impl Node {
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Reads a document with one root. As in a browser, `<` before a letter begins a tag wherever it stands; what is not
/// well nested is a panic.
pub fn parse(html: &str) -> Element {
    let mut open = vec![Element { tag: String::new(), attributes: Vec::new(), children: Vec::new() }];
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("</") {
            let (tag, after) = after.split_once('>').unwrap();
            let element = open.pop().unwrap();
            assert_eq!(element.tag, tag, "closes what was opened, before {}", start(after));
            open.last_mut().unwrap().children.push(Node::Element(element));
            rest = after;
        } else if rest.starts_with('<') && rest[1..].starts_with(|next: char| next.is_ascii_alphabetic()) {
            let (element, after) = parse_tag(&rest[1..]);
            if VOID.contains(&element.tag.as_str()) {
                open.last_mut().unwrap().children.push(Node::Element(element));
            } else {
                open.push(element);
            }
            rest = after;
        } else {
            assert!(!rest.starts_with("<!") && !rest.starts_with("<?"), "a comment or instruction: {}", start(rest));
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let end = rest[first..].find('<').map_or(rest.len(), |end| first + end);
            open.last_mut().unwrap().children.push(Node::Text(unescaped(&rest[..end])));
            rest = &rest[end..];
        }
    }
    assert_eq!(open.len(), 1, "all that was opened is closed");
    match open.pop().unwrap().children.as_slice() {
        [Node::Element(root)] => root.clone(),
        other => panic!("one root, not {}", other.len()),
    }
}

/// A tag after its `<`, and what follows its `>`.
fn parse_tag(tag: &str) -> (Element, &str) {
    let end = tag.find(|char: char| char.is_ascii_whitespace() || char == '/' || char == '>').unwrap();
    let mut element = Element { tag: tag[..end].to_ascii_lowercase(), attributes: Vec::new(), children: Vec::new() };
    let mut rest = &tag[end..];
    loop {
        rest = rest.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (element, after);
        }
        let end = rest.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>' | '=')).unwrap();
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|char| matches!(char, '"' | '\''));
            (value, rest) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap(),
                None => after.split_at(after.find(|char: char| char.is_ascii_whitespace() || char == '>').unwrap()),
            };
        }
        element.attributes.push((name, unescaped(value)));
    }
}

fn unescaped(text: &str) -> String {
    let mut out = text.to_owned();
    for (entity, char) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")]
    {
        out = out.replace(entity, char);
    }
    out
}

fn start(text: &str) -> String {
    text.chars().take(80).collect()
}
