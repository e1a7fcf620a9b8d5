//! What makes all besides a first table: loaded with the whole dataset when a reader first turns to the table
//! (`crate::on_demand`), as part of [`Grid::new`](super::Grid::new). The rest of this folder makes a first table, and
//! reaches this through [`Answers`] alone.

use super::{
    AboutInstrument, Command, Comparison, Content, Glossary, Nothing, Panel, Row, about,
    answer::{Cell, Context},
    chips,
    comparison::{self, GroupName},
    glossary, panels, suggestions,
};
use crate::{
    locale::Locale,
    query::{Order, Query, Search},
};

/// Makes what a first table does without. Behind a trait, so that nothing else names what makes it.
pub(super) trait Answers: std::fmt::Debug {
    /// What stands in the search box, ready to match.
    fn search(&self, typed: &str, locale: &dyn Locale) -> Search;

    /// The answer to another question than the first.
    fn content(&self, context: &Context, columns: &[usize], before: Option<&Comparison>) -> Content;

    /// The cell after `before`, which stood in its place.
    fn cell_after(&self, cell: Cell, before: &Cell) -> Cell;

    /// Puts rows, each after its group, in an order.
    fn sort(&self, rows: &mut Vec<(GroupName, Row)>, order: Order);

    /// Puts into panels what they hold.
    fn fill(&self, panels: &mut [Panel], context: &Context);

    /// What the reader may mean.
    fn suggestions(&self, context: &Context) -> Vec<Command>;

    /// The filters that are set.
    fn chips(&self, context: &Context, start: &Query) -> Vec<Command>;

    /// Why nothing is shown, where nothing is.
    fn nothing(
        &self,
        context: &Context,
        content: &Content,
        columns: &[usize],
        chips: &[Command],
        start: &Query,
    ) -> Option<Nothing>;

    /// The facts of the columns.
    fn about(&self, context: &Context, columns: &[usize]) -> Vec<AboutInstrument>;

    /// The words that the table uses, explained.
    fn glossary(&self, context: &Context) -> Glossary;
}

/// What the grid of a whole dataset brings.
pub(super) static ALL_ANSWERS: AllAnswers = AllAnswers;

/// Each by the module that makes it.
#[derive(Debug)]
pub(super) struct AllAnswers;

impl Answers for AllAnswers {
    fn search(&self, typed: &str, locale: &dyn Locale) -> Search {
        Search::new(typed, locale)
    }

    fn content(&self, context: &Context, columns: &[usize], before: Option<&Comparison>) -> Content {
        Content::of_question(context, columns, before)
    }

    fn cell_after(&self, cell: Cell, before: &Cell) -> Cell {
        cell.after(before)
    }

    fn sort(&self, rows: &mut Vec<(GroupName, Row)>, order: Order) {
        comparison::sort(rows, order);
    }

    fn fill(&self, panels: &mut [Panel], context: &Context) {
        panels::fill_panels(panels, context);
    }

    fn suggestions(&self, context: &Context) -> Vec<Command> {
        suggestions::suggestions(context)
    }

    fn chips(&self, context: &Context, start: &Query) -> Vec<Command> {
        chips::chips(context, start)
    }

    fn nothing(
        &self,
        context: &Context,
        content: &Content,
        columns: &[usize],
        chips: &[Command],
        start: &Query,
    ) -> Option<Nothing> {
        super::nothing(context, content, columns, chips, start)
    }

    fn about(&self, context: &Context, columns: &[usize]) -> Vec<AboutInstrument> {
        about::about(context, columns)
    }

    fn glossary(&self, context: &Context) -> Glossary {
        glossary::glossary(context)
    }
}
