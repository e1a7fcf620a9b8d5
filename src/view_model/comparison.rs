use std::rc::Rc;

use super::{
    answer::{Cell, Context},
    command::Command,
};
use crate::{
    dataset::{Instrument, InstrumentKind, Provision},
    locale::{Words, fill},
    query::{Action, Direction, Order, View},
};

/// A table: of topics by instruments, of instruments by topics, or of topics by organisations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Says what is shown.
    pub caption: String,
    /// Head of the column of row headers.
    pub corner: Column,
    /// One an instrument, after the column of row headers.
    pub columns: Rc<Vec<Column>>,
    /// Groups of rows. All are there; some may be hidden.
    pub groups: Vec<Rc<Group>>,
    /// Some rows of a large table still say what they said before.
    pub is_late: bool,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Id, for keys.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its usual title, where that is longer.
    pub title: &'static str,
    /// “1997 · treaty · binding”.
    pub description: String,
    /// Puts the rows in the order of this column.
    pub sort: Option<Command>,
    /// The rows stand in the order of this column, and which way.
    pub sorted: Option<Direction>,
    /// It stays in sight.
    pub pinned: bool,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Id, for keys.
    pub id: &'static str,
    /// Heading; empty where the rows stand in an order of their own.
    pub title: &'static str,
    /// None of its rows is shown.
    pub hidden: bool,
    /// Its rows.
    pub rows: Vec<Rc<Row>>,
}

/// Cells of a row, below these heads.
pub(super) fn below(heads: &[Column], cells: impl Iterator<Item = Cell>) -> Rc<Vec<Cell>> {
    let of = |(cell, head): (Cell, &Column)| Cell { column: head.id, pinned: head.pinned, ..cell };
    Rc::new(cells.zip(heads).map(of).collect())
}

/// Id and heading of a group.
pub(super) type GroupName = (&'static str, &'static str);

/// A topic across the instruments, or an instrument across the topics.
///
/// It is `Eq` all the way down, for only then are two `Rc` of the same row equal without a look inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Id, for keys.
    pub id: &'static str,
    /// Row header.
    pub title: &'static str,
    /// What stands below it.
    pub description: String,
    /// Not asked for, or not found.
    pub hidden: bool,
    /// One a column.
    pub cells: Rc<Vec<Cell>>,
}

impl Comparison {
    /// Up to so many rows, a plain table is as fast (`docs/performance.md`).
    const ROWS_LAID_OUT_AT_ONCE: usize = 100;

    /// Topics by the instruments at these places. Of a large table as many rows that are shown are made anew as the context
    /// says; the others say what they said before.
    pub(super) fn of_topics(context: &Context, columns: &[usize], before: Option<&Self>) -> Self {
        let heads = columns.iter().filter_map(|at| context.grid.columns.get(*at)).map(|column| {
            let instrument = column.instrument;
            Column {
                id: instrument.id,
                name: instrument.name,
                title: instrument.short_title,
                description: context.description(instrument),
                pinned: context.query.pinned == Some(instrument.id),
                ..Column::default()
            }
        });
        let heads: Vec<_> = heads.collect();
        let caption = caption(context, instruments(context, columns));
        let rows_before: Vec<_> = before.iter().flat_map(|before| before.rows()).collect();
        let mut fresh_rows =
            if context.grid.rows.len() > Self::ROWS_LAID_OUT_AT_ONCE { context.fresh_rows } else { usize::MAX };
        let mut is_late = false;
        let rows = context.grid.rows.iter().enumerate().map(|(at, row)| {
            let group = (row.group.id, row.group.title);
            let shown = context.row_is_shown(at, columns);
            // Mostly in the same order.
            let of_topic = |other: &&&Rc<Row>| other.id == row.topic.id;
            let was = rows_before.get(at).filter(of_topic).or_else(|| rows_before.iter().find(of_topic));
            let was = was.filter(|row| row.is_of(&heads));
            let stays = was.filter(|_| !shown || fresh_rows == 0);
            is_late |= shown && stays.is_some();
            fresh_rows = fresh_rows.saturating_sub(usize::from(shown));
            let cells = match stays {
                // What is not seen need not be made anew.
                Some(was) => was.cells.clone(),
                None => {
                    let after = |place, cell| match (context.grid.answers, was.and_then(|was| was.cells.get(place))) {
                        (Some(answers), Some(before)) => answers.cell_after(cell, before),
                        _ => cell,
                    };
                    let cells = columns.iter().enumerate();
                    below(&heads, cells.map(|(place, column)| after(place, context.cell(at, *column))))
                }
            };
            let row =
                Row { id: row.topic.id, title: row.topic.title, description: String::new(), hidden: !shown, cells };
            (group, row)
        });
        let rows = rows.collect();
        Self { is_late, ..Self::new(context, caption, heads, rows, before) }
    }

    /// The instruments at these places by topics.
    pub(super) fn of_instruments(context: &Context, columns: &[usize], before: Option<&Self>) -> Self {
        let rows = context.grid.rows.iter().enumerate();
        let topics: Vec<_> = rows.filter(|(at, _)| context.row_is_shown(*at, columns)).collect();
        let asked_for = topics.iter().any(|(_, row)| context.is_asked_for(row.topic.id));
        let heads = topics.iter().map(|(_, row)| Column {
            id: row.topic.id,
            name: row.topic.title,
            description: row.group.title.to_owned(),
            ..Column::default()
        });
        let heads: Vec<_> = heads.collect();
        let caption = caption(context, instruments(context, columns));
        let words = context.locale.words();
        let rows = columns.iter().filter_map(|at| Some((*at, context.grid.columns.get(*at)?))).map(|(at, column)| {
            let kind = kind_group(column.instrument, words);
            let row = Row {
                id: column.instrument.id,
                title: column.instrument.name,
                description: context.description(column.instrument),
                hidden: !asked_for && !topics.iter().any(|(row, _)| context.cell_is_found(*row, at)),
                cells: below(&heads, topics.iter().map(|(row, _)| context.cell(*row, at))),
            };
            ((kind, kind), row)
        });
        let rows = rows.collect();
        Self::new(context, caption, heads, rows, before)
    }

    /// Puts rows in order and into their groups.
    pub(super) fn new(
        context: &Context,
        caption: String,
        mut columns: Vec<Column>,
        mut rows: Vec<(GroupName, Row)>,
        before: Option<&Self>,
    ) -> Self {
        let words = context.locale.words();
        let order = context.query.order;
        if let Some(answers) = context.grid.answers {
            answers.sort(&mut rows, order);
        }
        let mut groups: Vec<Group> = Vec::new();
        for ((id, title), row) in rows {
            let (id, title) = if order == Order::Groups { (id, title) } else { ("all", "") };
            // Columns that the reader has put in order may be of one kind, then of another, then of the first again.
            match groups.iter_mut().find(|group| group.id == id) {
                Some(group) => group.add(row),
                None => {
                    let mut group = Group { id, title, hidden: true, rows: Vec::new() };
                    group.add(row);
                    groups.push(group);
                }
            }
        }
        let corner = if context.query.view == View::Transposed { words.instrument } else { words.topic };
        let mut corner = Column { name: corner, ..Column::default() };
        if context.query.view.is_table() {
            corner.sort_by(order, Order::Name, Direction::Ascending, words.sort_by_name);
            for column in &mut columns {
                let id = column.id;
                column.sort_by(order, |way| Order::Force(id, way), Direction::Descending, words.sort_by_force);
            }
        }
        Self {
            caption,
            corner,
            is_late: false,
            columns: match before {
                Some(before) if *before.columns == columns => before.columns.clone(),
                _ => Rc::new(columns),
            },
            groups: groups
                .into_iter()
                .map(|group| {
                    let was = before.and_then(|before| before.groups.iter().find(|other| other.id == group.id));
                    group.or_before(was)
                })
                .collect(),
        }
    }

    /// How many provisions and rows are shown; a provision on several topics counts once.
    pub(super) fn counts(&self) -> (usize, usize) {
        let mut provisions = Vec::new();
        let mut rows = 0;
        for row in self.rows().filter(|row| !row.hidden) {
            rows += 1;
            let places = row.provisions().map(std::ptr::from_ref);
            for place in places {
                if !provisions.contains(&place) {
                    provisions.push(place);
                }
            }
        }
        (provisions.len(), rows)
    }

    /// It has so many rows that each has a layout of its own, and only those in sight are laid out at once.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.rows().count() > Self::ROWS_LAID_OUT_AT_ONCE
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &Rc<Row>> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl Column {
    /// A button that sorts, then sorts the other way, then goes back to groups.
    fn sort_by(&mut self, order: Order, by: impl Fn(Direction) -> Order, first: Direction, label: &str) {
        self.sorted = [first, first.reversed()].into_iter().find(|way| by(*way) == order);
        let next = match self.sorted {
            None => by(first),
            Some(way) if way == first => by(first.reversed()),
            Some(_) => Order::Groups,
        };
        let label = fill(label, &[("name", self.name)]);
        self.sort = Some(Command::new(label, Action::Order(next)));
    }
}

impl Group {
    fn add(&mut self, row: Row) {
        self.hidden &= row.hidden;
        self.rows.push(Rc::new(row));
    }

    /// The group before, and its rows, where they look the same: the view skips what is the same `Rc`.
    fn or_before(mut self, before: Option<&Rc<Self>>) -> Rc<Self> {
        let Some(before) = before else { return Rc::new(self) };
        for (row, row_before) in self.rows.iter_mut().zip(&before.rows) {
            if row == row_before {
                *row = row_before.clone();
            }
        }
        if self == **before { before.clone() } else { Rc::new(self) }
    }
}

impl Row {
    fn is_of(&self, columns: &[Column]) -> bool {
        self.cells.iter().map(|cell| cell.column).eq(columns.iter().map(|column| column.id))
    }

    /// Every provision that is shown.
    pub fn provisions(&self) -> impl Iterator<Item = &'static Provision> {
        self.cells.iter().flat_map(Cell::entries).map(|entry| entry.provision)
    }
}

/// Says what is shown of whom. It is read first, so abbreviations in their names are written out here.
pub(super) fn caption(context: &Context, names: impl Iterator<Item = &'static str>) -> String {
    let words = context.locale.words();
    let caption = match context.query.view {
        View::Transposed => words.caption_transposed,
        View::Organisations => words.caption_organisations,
        View::Differences => words.caption_differences,
        _ => words.caption,
    };
    let names: Vec<_> = names.map(|name| context.write_out(name)).collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    fill(caption, &[("instruments", &names.join(words.list_separator))])
}

/// Names of the instruments at these places.
fn instruments(context: &Context, columns: &[usize]) -> impl Iterator<Item = &'static str> {
    columns.iter().filter_map(|at| Some(context.grid.columns.get(*at)?.instrument.name))
}

/// The title of the kinds of instruments that stand together.
pub(super) fn kind_group(instrument: &Instrument, words: Words) -> &'static str {
    match instrument.kind {
        InstrumentKind::Treaty | InstrumentKind::Protocol => words.0.treaties,
        InstrumentKind::ActionPlan => words.0.action_plans,
        InstrumentKind::Declaration => words.0.declarations,
    }
}

/// Rows that are equal in this order stay as they stand.
pub(super) fn sort(rows: &mut Vec<(GroupName, Row)>, order: Order) {
    let direction = match order {
        Order::Groups => return,
        Order::Name(direction) => {
            rows.sort_by_cached_key(|(_, row)| row.title.to_lowercase());
            if direction == Direction::Descending {
                rows.reverse();
            }
            return;
        }
        Order::Provisions(direction) | Order::Force(_, direction) => direction,
    };
    rows.sort_by_cached_key(|(_, row)| {
        let number = match order {
            Order::Force(id, _) => row.cells.iter().find(|cell| cell.column == id).map_or(0, Cell::strength),
            _ => row.provisions().count(),
        };
        if direction == Direction::Descending { usize::MAX - number } else { number }
    });
}
