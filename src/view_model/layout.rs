use super::grid::Grid;
use crate::query::{Query, View};

/// How the widget uses its room. Widths are in `em` of the text as it stands, so larger text counts as less room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Every column has room: the page scrolls, headers stay in sight.
    Wide,
    /// More columns than fit: the table scrolls in its own region.
    Scrolling,
    /// Little room: two instruments are compared at a time, with the topic above them.
    Pair,
    /// So little room that even two scroll.
    PairScrolling,
}

impl Layout {
    /// Below this width two columns are all a reader can compare.
    const PAIR_BELOW: u16 = 44;
    /// Below this width even two columns must scroll, as in `table.css`.
    const PAIR_SCROLLS_BELOW: u16 = 16;
    /// The column of topics, as in `table.css`.
    const TOPIC_COLUMN: u16 = 10;
    /// The least width of an instrument's column, as in `table.css`.
    const INSTRUMENT_COLUMN: u16 = 14;

    /// The layout for the columns, text size and room of a query.
    #[must_use]
    pub fn new(query: &Query, grid: &Grid) -> Self {
        let room = u32::from(query.room) * 100 / u32::from(query.text_size.percent());
        let columns = u32::try_from(columns(query, grid)).unwrap_or(u32::MAX);
        let needed = columns.saturating_mul(u32::from(Self::INSTRUMENT_COLUMN)) + u32::from(Self::TOPIC_COLUMN);
        let in_pairs = !matches!(query.view, View::Transposed | View::Organisations);
        if in_pairs && room < u32::from(Self::PAIR_SCROLLS_BELOW) {
            Self::PairScrolling
        } else if in_pairs && room < u32::from(Self::PAIR_BELOW) {
            Self::Pair
        } else if needed > room {
            Self::Scrolling
        } else {
            Self::Wide
        }
    }

    /// Name for style sheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Scrolling => "scrolling",
            Self::Pair => "pair",
            Self::PairScrolling => "pair-scrolling",
        }
    }

    /// Two instruments are compared at a time.
    #[must_use]
    pub const fn is_pair(self) -> bool {
        matches!(self, Self::Pair | Self::PairScrolling)
    }

    /// The table is wider than its room.
    #[must_use]
    pub const fn scrolls(self) -> bool {
        matches!(self, Self::Scrolling | Self::PairScrolling)
    }
}

/// How many columns a table has; none where the view is no table. Topics as columns are more than ever fit.
fn columns(query: &Query, grid: &Grid) -> usize {
    match query.view {
        View::Compare => query.columns(grid.dataset).len(),
        View::Differences => 2,
        View::Transposed => grid.rows.len(),
        View::Organisations => grid.reference.organisations.len(),
        _ => 0,
    }
}
