//! The filters that are set, each to be taken away; and which of them to take away where they leave nothing.

use super::{Layout, answer::Context, command::Command, filters::value_name, grid::Grid, shows_something};
use crate::{
    locale::Locale,
    query::{Action, Facet, Query},
};

/// One command a filter that is set: it takes the filter away.
pub(super) fn chips(context: &Context, asked: &Query, start: &Query, layout: Layout) -> Vec<Command> {
    let words = context.locale.words();
    let mut chips = Vec::new();
    if !asked.search.trim().is_empty() {
        chips.push(Command::new(["“", asked.search.trim(), "”"].concat(), Action::SearchInstead(String::new())));
    }
    // Where two instruments are compared, the choice of columns is not at work.
    let has_columns = asked.view.has_columns() && !(layout.is_pair() && asked.view.is_table());
    if asked.instruments != start.instruments && has_columns {
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
pub(super) fn worth_dropping(
    chips: &[Command],
    asked: &Query,
    start: &Query,
    grid: &Grid,
    locale: &dyn Locale,
) -> Vec<Command> {
    let leaves_something = |chip: &&Command| {
        let dropped = asked.reduce(chip.action.clone(), start, grid.dataset);
        shows_something(&dropped, grid, locale)
    };
    chips.iter().filter(leaves_something).cloned().collect()
}
