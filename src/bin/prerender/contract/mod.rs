//! What the element offers, for editors and compilers. Which attributes there are, the element says itself; what each
//! means, and all else, README.md says, in the tables of its section “The element”.

mod manifest;
mod types;

use std::collections::HashSet;

use victim_assistance_table::{element::attributes, query::Attribute};

use crate::Error;

const README: &str = include_str!("../../../../README.md");

pub use self::{manifest::manifest, types::types};

/// An attribute, which is a property, too.
struct Setting {
    /// Its name.
    attribute: &'static str,
    /// The name of the property.
    property: &'static str,
    /// In Markdown.
    meaning: &'static str,
    /// Whether it is there or not, and has no value.
    is_flag: bool,
    /// Whether it stands in the detail of `vat-change`.
    is_state: bool,
}

/// A method with its parameters, a promise or an event.
struct Named {
    /// As in JavaScript.
    name: &'static str,
    /// In Markdown.
    meaning: &'static str,
}

/// The public contract.
pub struct Contract {
    settings: Vec<Setting>,
    methods: Vec<Named>,
    events: Vec<Named>,
    /// Custom properties of CSS.
    properties: Vec<&'static str>,
    parts: Vec<&'static str>,
    states: Vec<&'static str>,
}

impl Contract {
    /// Reads it. An attribute that stands in one place only is an error.
    pub fn read() -> Result<Self, Error> {
        let said: Vec<_> = table("attribute").collect();
        let real: Vec<_> = attributes().collect();
        let unreal = said.iter().find(|[name, ..]| !real.iter().any(|(real, _)| real == name));
        if let Some([name, ..]) = unreal {
            return Err(Error::Contract(format!("README.md tells of the attribute {name}, which there is not")));
        }
        let setting = |(attribute, is_flag)| {
            let [_, property, meaning] = said
                .iter()
                .find(|[name, ..]| *name == attribute)
                .ok_or_else(|| Error::Contract(format!("README.md does not tell of the attribute {attribute}")))?;
            let is_state = Attribute::from_name(attribute).is_some();
            Ok(Setting { attribute, property: property.trim_matches('`'), meaning, is_flag, is_state })
        };
        Ok(Self {
            settings: real.into_iter().map(setting).collect::<Result<_, Error>>()?,
            methods: table("method, promise").map(Named::from).collect(),
            events: table("event").map(Named::from).collect(),
            properties: codes().filter(|code| code.starts_with("--vat-")).collect(),
            parts: README.lines().filter(|line| line.starts_with("| parts |")).flat_map(code).collect(),
            states: codes().filter_map(|code| code.strip_prefix(":state(")?.strip_suffix(')')).collect(),
        })
    }
}

impl From<[&'static str; 3]> for Named {
    fn from([name, meaning, _]: [&'static str; 3]) -> Self {
        Self { name, meaning }
    }
}

/// The first three cells of each row of a table whose head begins so; of the first, what is marked as code in it.
fn table(head: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    let is_head = move |line: &&str| line.strip_prefix("| ").is_some_and(|line| line.starts_with(head));
    let lines = README.lines().skip_while(move |line| !is_head(line));
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        // The head and the line below it have none.
        let name = code(cells.next()?).next()?;
        Some([name, cells.next().unwrap_or_default(), cells.next().unwrap_or_default()])
    })
}

/// All that is marked as code in the tables, once each.
fn codes() -> impl Iterator<Item = &'static str> {
    let all = README.lines().filter(|line| line.starts_with('|')).flat_map(code);
    all.scan(HashSet::new(), |known, code| Some(known.insert(code).then_some(code))).flatten()
}

/// What is marked as code.
fn code(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split('`').skip(1).step_by(2)
}
