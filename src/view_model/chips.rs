//! The filters that are set, each to be taken away; and which of them to take away where they leave nothing.

use super::{answer::Context, command::Command, filters::value_name, shows_something};
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
    chips
}

/// Those of the filters without which something would be left.
pub(super) fn worth_dropping(context: &Context, chips: &[Command], start: &Query) -> Vec<Command> {
    let leaves_something = |chip: &&Command| {
        let dropped = context.asked.reduce(chip.action.clone(), start, context.grid.dataset);
        shows_something(&dropped, context.grid, context.locale)
    };
    chips.iter().filter(leaves_something).cloned().collect()
}
