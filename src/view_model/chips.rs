//! The filters that are set, each to be taken away; and which of them to take away where they leave nothing.

use super::{answer::Context, command::Command, panels::value_name, shows_something};
use crate::query::{Action, Facet, Query};

/// One command a filter that is set: it takes the filter away.
pub(super) fn chips(context: &Context, start: &Query) -> Vec<Command> {
    let (words, asked) = (context.locale.words(), context.asked);
    let mut chips = Vec::new();
    if !asked.search.trim().is_empty() {
        chips.push(Command::new(["“", asked.search.trim(), "”"].concat(), Action::SearchInstead(String::new())));
    }
    if asked.instruments != start.instruments && context.chooses_columns() {
        let count = asked.instrument_ids(context.grid.dataset).len();
        let label = context.locale.count(&words.count_instruments, count);
        chips.push(Command::new(label, Action::Instruments(start.instruments.clone())));
    }
    for facet in Facet::ALL {
        for id in asked.chosen.of(facet) {
            chips.push(Command::new(value_name(facet, id, context), Action::ShowChoice(facet, id, false)));
        }
    }
    if asked.only_collected {
        chips.push(Command::new(words.collected, Action::OnlyCollected(false)));
    }
    chips
}

/// What can be done with what is collected; nothing where nothing is.
pub(super) fn collection(context: &Context) -> Vec<Command> {
    let (words, asked) = (context.locale.words(), context.asked);
    let count = asked.collected.len();
    if count == 0 {
        return Vec::new();
    }
    let label = if count < Query::MOST_COLLECTED { &words.count_collected } else { &words.count_all_collected };
    let show = if asked.only_collected { Action::OnlyCollected(false) } else { Action::ShowCollected };
    vec![
        Command::new(context.locale.count(label, count), show).current(asked.only_collected),
        Command::new(words.collect_nothing, Action::Collected(Vec::new())),
    ]
}

/// Those of the filters without which something would be left.
pub(super) fn worth_dropping(context: &Context, chips: &[Command], start: &Query) -> Vec<Command> {
    let leaves_something = |chip: &&Command| {
        let dropped = context.asked.reduce(chip.action.clone(), start, context.grid.dataset);
        shows_something(&dropped, context.grid, context.locale)
    };
    chips.iter().filter(leaves_something).cloned().collect()
}
