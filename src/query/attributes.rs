//! Attributes to actions and back.

use std::fmt;

use super::{Action, At, Facet, Order, Query, Reading, TextSize, View};
use crate::dataset::Dataset;

/// An attribute that says something of the [`Query`]; the same names stand in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// `view`: the question, with its subject where it has one (`topic:medical-care`).
    View,
    /// `instruments`: ids, separated by spaces; left out for the usual ones, empty for none.
    Instruments,
    /// `topics`, `forces` …: values, separated by spaces; left out for all.
    Facet(Facet),
    /// `search`: what stands in the search box.
    Search,
    /// `order`: of the rows.
    Order,
    /// `pinned`: id of the column that stays in sight.
    Pinned,
    /// `pair`: ids of the two instruments that are compared where two are.
    Pair,
    /// `collected`: places, separated by spaces.
    Collected,
    /// `only`: `collected`, where nothing else is asked for.
    Only,
    /// `at`: what is opened, scrolled to and marked.
    At,
    /// `text-size`: `1` to `4`.
    TextSize,
    /// `reading`: words, separated by spaces; left out for the text as the page has it.
    Reading,
}

/// The value of `only`.
const COLLECTED: &str = "collected";
/// What is understood as a place.
const PLACES: [&str; 2] = ["an instrument/a provision", "an instrument/topic/a topic"];

/// A part of an attribute's or address's value that is not understood, and is ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    /// The attribute.
    pub attribute: &'static str,
    /// What is not understood.
    pub value: String,
    /// What would be.
    pub known: String,
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.attribute)?;
        f.write_str("=\"")?;
        f.write_str(&self.value)?;
        f.write_str("\" is not understood and is ignored; use one of: ")?;
        f.write_str(&self.known)
    }
}

impl Attribute {
    /// What is the reader's own: it is in no address, and kept where the page's owner allows it.
    pub const KEPT: [Self; 2] = [Self::TextSize, Self::Reading];

    /// Every attribute.
    pub const ALL: [Self; 17] = [
        Self::View,
        Self::Instruments,
        Self::Facet(Facet::Topics),
        Self::Facet(Facet::Forces),
        Self::Facet(Facet::DutyBearers),
        Self::Facet(Facet::Kinds),
        Self::Facet(Facet::Statuses),
        Self::Facet(Facet::Answers),
        Self::Search,
        Self::Order,
        Self::Pinned,
        Self::Pair,
        Self::Collected,
        Self::Only,
        Self::At,
        Self::TextSize,
        Self::Reading,
    ];

    /// The name in HTML and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Instruments => "instruments",
            Self::Facet(facet) => facet.name(),
            Self::Search => "search",
            Self::Order => "order",
            Self::Pinned => "pinned",
            Self::Pair => "pair",
            Self::Collected => "collected",
            Self::Only => "only",
            Self::At => "at",
            Self::TextSize => "text-size",
            Self::Reading => "reading",
        }
    }

    /// The name of the property in JavaScript.
    #[must_use]
    pub const fn property(self) -> &'static str {
        match self {
            Self::TextSize => "textSize",
            Self::Facet(Facet::DutyBearers) => "dutyBearers",
            other => other.name(),
        }
    }

    /// The attribute of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// What a value asks for, and which parts of it are not understood. `None` is an attribute that is not there.
    #[must_use]
    pub fn read(self, value: Option<&str>, dataset: &Dataset) -> (Action, Vec<UnknownValue>) {
        let is_there = value.is_some();
        let value = value.unwrap_or_default();
        let instruments = || dataset.instruments.iter().map(|instrument| instrument.id).collect::<Vec<_>>();
        match self {
            Self::View => {
                let known = || View::all(dataset).map(View::name).to_vec();
                self.read_one(value, View::from_value(value, dataset), known, |view| {
                    Action::Show(view.unwrap_or_default())
                })
            }
            Self::Instruments => {
                let (ids, unknown) = self.read_ids(value, &instruments());
                // None is what the reader may choose; nothing understood is a mistake of the page's owner.
                let usual = !is_there || (ids.is_empty() && !unknown.is_empty());
                (Action::Instruments((!usual).then_some(ids)), unknown)
            }
            Self::Facet(facet) => {
                let (ids, unknown) = self.read_ids(value, &facet.values(dataset));
                (Action::Choose(facet, ids), unknown)
            }
            Self::Search => (Action::Search(value.to_owned()), Vec::new()),
            Self::Order => {
                let known = || [&["groups", "name", "provisions"], &instruments()[..]].concat();
                self.read_one(value, Order::from_value(value, dataset), known, |order| {
                    Action::Order(order.unwrap_or_default())
                })
            }
            Self::Pinned => {
                let pinned = dataset.instrument(value).map(|instrument| instrument.id);
                self.read_one(value, pinned, instruments, Action::Pin)
            }
            Self::Pair => {
                let (ids, unknown) = self.read_ids(value, &instruments());
                match ids[..] {
                    [first, second] if first != second => (Action::Pair(Some([first, second])), unknown),
                    [] => (Action::Pair(None), unknown),
                    _ => (Action::Pair(None), vec![self.unknown(value, &["two ids"])]),
                }
            }
            Self::Collected => {
                let (places, unknown) = self.read_places(value, dataset);
                (Action::Collected(places), unknown)
            }
            Self::Only => {
                let only = (value == COLLECTED).then_some(());
                self.read_one(value, only, || vec![COLLECTED], |only| Action::OnlyCollected(only.is_some()))
            }
            Self::At => self.read_one(value, At::from_value(value, dataset), || PLACES.to_vec(), Action::GoTo),
            Self::TextSize => {
                let known = || TextSize::ALL.map(TextSize::name).to_vec();
                self.read_one(value, TextSize::from_name(value), known, |size| {
                    Action::TextSize(size.unwrap_or_default())
                })
            }
            Self::Reading => {
                let (chosen, unknown) = self.read_ids(value, &Reading::words());
                (Action::Reading(chosen.into_iter().fold(Reading::default(), Reading::with)), unknown)
            }
        }
    }

    /// The value that asks for what `query` holds.
    #[must_use]
    pub fn value(self, query: &Query, dataset: &Dataset) -> String {
        match self {
            Self::View => query.view.value(),
            // A pinned column stands first for as long as it is pinned: its own place is not lost.
            Self::Instruments => match &query.instruments {
                Some(ids) => ids.join(" "),
                None => query.instrument_ids(dataset).join(" "),
            },
            Self::Facet(facet) => query.chosen.of(facet).join(" "),
            Self::Search => query.search.clone(),
            Self::Order => query.order.value(),
            Self::Pinned => query.pinned.unwrap_or_default().to_owned(),
            Self::Pair => query.pair(dataset).join(" "),
            Self::Collected => query.collected.iter().map(|place| place.value()).collect::<Vec<_>>().join(" "),
            Self::Only => if query.only_collected { COLLECTED } else { "" }.to_owned(),
            Self::At => query.at.map(At::value).unwrap_or_default(),
            Self::TextSize => query.text_size.name().to_owned(),
            Self::Reading => query.reading.value(),
        }
    }

    /// The value to reflect; `None` where `query` asks for the same as `other` does.
    #[must_use]
    pub fn write(self, query: &Query, other: &Query, dataset: &Dataset) -> Option<String> {
        let same = match self {
            // Which ones are usual depends on the view: what counts is whether any were chosen.
            Self::Instruments => query.instruments == other.instruments,
            // Other columns are another first two: a pair that was chosen is said again with them.
            Self::Pair => query.pair == other.pair && (query.pair.is_none() || query.instruments == other.instruments),
            _ => self.value(query, dataset) == self.value(other, dataset),
        };
        (!same).then(|| self.value(query, dataset))
    }

    fn read_one<T>(
        self,
        value: &str,
        read: Option<T>,
        known: impl Fn() -> Vec<&'static str>,
        action: impl Fn(Option<T>) -> Action,
    ) -> (Action, Vec<UnknownValue>) {
        let unknown =
            if read.is_none() && !value.is_empty() { vec![self.unknown(value, &known())] } else { Vec::new() };
        (action(read), unknown)
    }

    fn read_ids(self, value: &str, known: &[&'static str]) -> (Vec<&'static str>, Vec<UnknownValue>) {
        let mut ids: Vec<&'static str> = Vec::new();
        let mut unknown = Vec::new();
        for word in value.split_whitespace() {
            match known.iter().find(|id| **id == word) {
                Some(id) if ids.contains(id) => {}
                Some(id) => ids.push(*id),
                None => unknown.push(self.unknown(word, known)),
            }
        }
        (ids, unknown)
    }

    /// As many as can be collected; the others are named as well.
    fn read_places(self, value: &str, dataset: &Dataset) -> (Vec<At>, Vec<UnknownValue>) {
        let (mut places, mut unknown) = (Vec::new(), Vec::new());
        for word in value.split_whitespace() {
            let answers = At::from_value(word, dataset).map_or_else(Vec::new, |place| place.answers(dataset));
            if answers.is_empty() || places.len() + answers.len() > Query::MOST_COLLECTED {
                unknown.push(self.unknown(word, &PLACES));
                continue;
            }
            for place in answers {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        (places, unknown)
    }

    fn unknown(self, value: &str, known: &[&str]) -> UnknownValue {
        UnknownValue { attribute: self.name(), value: value.to_owned(), known: known.join(" ") }
    }
}
