use super::Layout;
use crate::{
    dataset::{Dataset, Instrument, InstrumentKind},
    locale::{Locale, Words, fill},
    query::{Query, TextSize},
};

/// The controls, and what they are set to.
#[derive(Debug, Clone, PartialEq)]
pub struct Filters {
    /// What stands in the search box.
    pub search: String,
    /// Instruments, in their kinds.
    pub instruments: Vec<ChoiceGroup>,
    /// How many instruments are chosen: “4 of 16”.
    pub instruments_chosen: String,
    /// Topics, in their groups.
    pub topics: Vec<ChoiceGroup>,
    /// How many topics are chosen: “all”, “3 of 41”.
    pub topics_chosen: String,
    /// How many filters are set: “2 set”; empty where none is.
    pub set: String,
    /// The two instruments compared where there is little room.
    pub pair: [PairChoice; 2],
    /// The four text sizes.
    pub text_sizes: Vec<TextSizeChoice>,
}

/// Choices that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceGroup {
    /// Their name.
    pub title: &'static str,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A thing that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// It is chosen.
    pub chosen: bool,
}

/// One of two instruments.
#[derive(Debug, Clone, PartialEq)]
pub struct PairChoice {
    /// What the control is called.
    pub label: &'static str,
    /// The instruments, in their kinds, with the one that is chosen.
    pub groups: Vec<ChoiceGroup>,
}

/// A text size.
#[derive(Debug, Clone, PartialEq)]
pub struct TextSizeChoice {
    /// The size.
    pub size: TextSize,
    /// “125 %”.
    pub label: String,
    /// It is chosen.
    pub chosen: bool,
}

impl Filters {
    pub(super) fn new(dataset: &Dataset, query: &Query, start: &Query, layout: Layout, locale: &dyn Locale) -> Self {
        let words = locale.words();
        let [first, second] = query.pair(dataset);
        let topics: Vec<_> = dataset
            .groups
            .iter()
            .map(|group| ChoiceGroup {
                title: group.title,
                choices: group
                    .topics
                    .iter()
                    .map(|topic| Choice { id: topic.id, label: topic.title, chosen: query.topics.contains(&topic.id) })
                    .collect(),
            })
            .collect();
        let all_topics = topics.iter().map(|group| group.choices.len()).sum();
        let chosen_of_all = |chosen, all| {
            fill(words.chosen_of_all, &[("chosen", &locale.number(chosen)), ("all", &locale.number(all))])
        };
        // Where two instruments are compared, the choice of columns is not at work.
        let set = usize::from(query.topics != start.topics)
            + usize::from(!layout.is_pair() && query.instruments != start.instruments);
        Self {
            search: query.search.clone(),
            instruments: by_kind(dataset, words, |instrument| query.instruments.contains(&instrument.id)),
            instruments_chosen: chosen_of_all(query.instruments.len(), dataset.instruments.len()),
            topics_chosen: if query.topics.is_empty() {
                words.all.to_owned()
            } else {
                chosen_of_all(query.topics.len(), all_topics)
            },
            topics,
            set: if set == 0 { String::new() } else { fill(words.filters_set, &[("count", &locale.number(set))]) },
            pair: [(words.first_instrument, first), (words.second_instrument, second)].map(|(label, chosen)| {
                PairChoice { label, groups: by_kind(dataset, words, |instrument| instrument.id == chosen) }
            }),
            text_sizes: TextSize::ALL
                .into_iter()
                .map(|size| TextSizeChoice {
                    size,
                    label: fill(words.percent, &[("percent", &locale.number(size.percent().into()))]),
                    chosen: size == query.text_size,
                })
                .collect(),
        }
    }
}

fn by_kind(dataset: &Dataset, words: Words, chosen: impl Fn(&Instrument) -> bool) -> Vec<ChoiceGroup> {
    let title = |instrument: &Instrument| match instrument.kind {
        InstrumentKind::Treaty | InstrumentKind::Protocol => words.0.treaties,
        InstrumentKind::ActionPlan => words.0.action_plans,
        InstrumentKind::Declaration => words.0.declarations,
    };
    // The dataset stands in the order of kinds.
    dataset
        .instruments
        .chunk_by(|one, next| title(one) == title(next))
        .filter_map(|instruments| {
            let choices = instruments.iter().map(|instrument| Choice {
                id: instrument.id,
                label: instrument.name,
                chosen: chosen(instrument),
            });
            Some(ChoiceGroup { title: title(instruments.first()?), choices: choices.collect() })
        })
        .collect()
}
