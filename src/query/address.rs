//! What a link asks for, as keys and values. The element keeps them in the fragment of the address.

use super::{Action, At, Attribute, Query, UnknownValue};
use crate::dataset::Dataset;

/// The form of addresses: a later one may mean other things by the same keys.
const VERSION: &str = "1";

/// A query as keys and values, and back. The version has an empty key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address(pub Vec<(String, String)>);

impl Address {
    /// What differs from `start`, which the page asks for without any address; empty where nothing does.
    #[must_use]
    pub fn write(query: &Query, start: &Query, dataset: &Dataset) -> Self {
        let mut pairs: Vec<_> =
            keys().filter_map(|key| Some((key.name().to_owned(), key.write(query, start, dataset)?))).collect();
        if !pairs.is_empty() {
            pairs.insert(0, (String::new(), VERSION.to_owned()));
        }
        Self(pairs)
    }

    /// What it asks for on top of `start`, and what of it is not understood and ignored. An address can ask for nothing
    /// that the controls cannot.
    #[must_use]
    pub fn read(&self, start: &Query, dataset: &Dataset) -> (Query, Vec<UnknownValue>) {
        let mut query = start.clone();
        let mut unknown = Vec::new();
        let not_understood =
            |value: &str, known| UnknownValue { attribute: "url-state", value: value.to_owned(), known };
        for (key, value) in &self.0 {
            if key.is_empty() && value != VERSION {
                unknown.push(not_understood(value, VERSION.to_owned()));
            } else if !key.is_empty() && keys().all(|known| known.name() != key) {
                unknown.push(not_understood(key, keys().map(Attribute::name).collect::<Vec<_>>().join(" ")));
            }
        }
        // What is asked for later may let go of what was asked for before: the order is always the same.
        for attribute in keys() {
            for (_, value) in self.0.iter().filter(|(key, _)| key == attribute.name()) {
                let (action, problems) = attribute.read(Some(value), dataset);
                if problems.is_empty() || is_understood_in_part(&action) {
                    query = query.reduce(action, start, dataset);
                }
                unknown.extend(problems);
            }
        }
        (query, unknown)
    }

    /// The fragment that leads to one place, in a page that keeps the query under `name`.
    #[must_use]
    pub fn link(name: &str, at: At) -> String {
        ["#", name, "=", VERSION, "&", name, ".", Attribute::At.name(), "=", &at.value()].concat()
    }
}

/// Something is left of a value of which parts are not understood.
const fn is_understood_in_part(action: &Action) -> bool {
    match action {
        Action::Choose(_, ids) => !ids.is_empty(),
        Action::Instruments(ids) => ids.is_some(),
        Action::Pair(pair) => pair.is_some(),
        Action::Collected(places) => !places.is_empty(),
        _ => false,
    }
}

/// How large the text is, is the reader's own affair and in no link.
fn keys() -> impl Iterator<Item = Attribute> {
    Attribute::ALL.into_iter().filter(|attribute| !Attribute::KEPT.contains(attribute))
}
