//! The invariants of `src/lib.rs` that a look at the sources can check.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file, or all Rust files of a folder, with their texts.
fn sources(path: &str) -> Vec<(PathBuf, String)> {
    let path = root().join(path);
    if path.is_file() {
        let text = fs::read_to_string(&path).unwrap();
        return vec![(path, text)];
    }
    let mut files: Vec<_> = fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "rs"))
        .flat_map(|path| sources(path.strip_prefix(root()).unwrap().to_str().unwrap()))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{}", path.display());
    files
}

/// The names in a text, comments and all.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_alphanumeric() && char != '_')
}

fn assert_names_none_of(paths: &[&str], forbidden: &[&str]) {
    for (path, text) in paths.iter().flat_map(|path| sources(path)) {
        for name in names(&text) {
            assert!(!forbidden.contains(&name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn the_core_knows_no_browser_and_no_yew() {
    assert_names_none_of(
        &["src/dataset.rs", "src/locale.rs", "src/query", "src/view_model", "content/src"],
        &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"],
    );
}

#[test]
fn components_leave_window_storage_timers_and_events_to_the_element() {
    assert_names_none_of(
        &["src/view"],
        &[
            "gloo",
            "js_sys",
            "wasm_bindgen",
            "window",
            "document",
            "Storage",
            "console",
            "dispatch_event",
            "CustomEvent",
        ],
    );
}

#[test]
fn nothing_is_turned_into_markup() {
    assert_names_none_of(
        &["src"],
        &["from_html_unchecked", "VRaw", "set_inner_html", "set_outer_html", "insert_adjacent_html", "unsafe"],
    );
}

/// A string literal, and the source before it.
struct Literal<'a> {
    before: &'a str,
    text: &'a str,
}

/// The string literals of a source, without those in comments and tests.
fn literals(source: &str) -> Vec<Literal<'_>> {
    let source = source.split("#[cfg(test)]\nmod").next().unwrap();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        at += if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(literal) = rest.strip_prefix('"') {
            let end = closing_quote(literal);
            literals.push(Literal { before: source[..at].trim_end(), text: &literal[..end] });
            end + 2
        } else if rest.starts_with("'\"'") {
            3
        } else {
            rest.chars().next().unwrap().len_utf8()
        };
    }
    literals
}

fn closing_quote(literal: &str) -> usize {
    let mut escaped = false;
    literal
        .find(|char| {
            let closes = char == '"' && !escaped;
            escaped = char == '\\' && !escaped;
            closes
        })
        .unwrap()
}

impl Literal<'_> {
    /// Letters and a space: something to read.
    fn is_sentence(&self) -> bool {
        self.text.contains(' ') && self.text.contains(char::is_alphabetic)
    }

    /// The attribute it is the value of.
    fn attribute(&self) -> Option<&str> {
        let name = self.before.strip_suffix('=')?;
        let start = name.rfind(|char: char| !char.is_alphanumeric() && char != '-').map_or(0, |at| at + 1);
        name.get(start..).filter(|name| !name.is_empty())
    }
}

#[test]
fn the_reader_of_literals_finds_what_it_should() {
    let source = r#"
        // "a comment"
        html! { <p class="one two" title="Say it">{ "Say \"it\" too" }</p> }
        let quote = '"'; let url = "https://x.org"; text("A");
        #[cfg(test)]
mod tests { "not this one" }"#;
    let found: Vec<_> = literals(source)
        .iter()
        .map(|literal| (literal.text, literal.is_sentence(), literal.attribute().map(str::to_owned)))
        .collect();
    let attribute = |name: &str| Some(name.to_owned());
    assert_eq!(
        found,
        [
            ("one two", true, attribute("class")),
            ("Say it", true, attribute("title")),
            (r#"Say \"it\" too"#, true, None),
            ("https://x.org", false, None),
            ("A", false, None),
        ]
    );
}

#[test]
fn components_hold_no_sentence() {
    // Attributes that a reader does not read.
    let silent = ["class", "d", "viewBox", "transform", "points"];
    for (path, source) in sources("src/view") {
        for literal in literals(&source).into_iter().filter(Literal::is_sentence) {
            let unread = literal.attribute().is_some_and(|name| silent.contains(&name));
            assert!(unread, "{}: “{}” belongs into assets/i18n", path.display(), literal.text);
        }
    }
}

#[test]
fn attributes_that_are_read_out_come_from_the_words_of_the_interface() {
    let read = ["title", "aria-label", "aria-description", "aria-roledescription", "alt", "placeholder", "label"];
    for (path, source) in sources("src/view") {
        for literal in literals(&source) {
            let name = literal.attribute().unwrap_or_default();
            assert!(!read.contains(&name), "{}: {name}=“{}” belongs into assets/i18n", path.display(), literal.text);
        }
    }
}

#[test]
fn the_view_model_holds_no_sentence() {
    for (path, source) in sources("src/view_model") {
        let sentence = literals(&source).into_iter().find(Literal::is_sentence).map(|literal| literal.text);
        assert_eq!(sentence, None, "{}: belongs into assets/i18n", path.display());
    }
}

#[test]
fn every_word_of_the_interface_is_used() {
    let english = fs::read_to_string(root().join("assets/i18n/en.toml")).unwrap();
    let (words, plurals) = english.split_at(english.find("\n[").unwrap());
    let words = words.lines().filter_map(|line| Some(line.split_once(" = ")?.0));
    let plurals = plurals.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
    let keys: Vec<_> = words.chain(plurals).collect();
    assert!(keys.len() > 80, "{}", keys.len());

    // Without white space, so that a call may be broken over lines.
    let squeezed = |path| sources(path).into_iter().map(|(_, text)| text.split_whitespace().collect::<String>() + "\n");
    let widget: String = squeezed("src").collect();
    let strings: String = squeezed("content/src/strings.rs").collect();
    let uses = |source: &str, before: &str, key: &str| {
        source.match_indices(&format!("{before}{key}")).any(|(at, found)| {
            !source[at + found.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
        })
    };
    let dead: Vec<_> = keys
        .into_iter()
        .filter(|key| {
            let in_widget = ["words.", "words.0.", "words()."].iter().any(|before| uses(&widget, before, key));
            !in_widget && !uses(&strings, "self.", key)
        })
        .collect();
    assert!(dead.is_empty(), "no one uses {dead:?}");
}
