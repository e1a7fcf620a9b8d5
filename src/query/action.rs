use super::{At, Chosen, ColumnOrder, Facet, InstrumentId, Order, Query, Reading, TextSize, View};
use crate::dataset::{Dataset, Instrument};

/// Everything that can change a [`Query`], from attributes, the address, storage, clicks and keys alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// This is the question.
    Show(View),
    /// A suggestion is taken: this is the question, and what was typed for it goes.
    Take(View),
    /// The search box holds this: it is typed letter by letter.
    Search(String),
    /// This takes the place of what was typed, at once.
    SearchInstead(String),
    /// These are the columns; none for the usual ones.
    Instruments(Option<Vec<InstrumentId>>),
    /// A column comes or goes.
    ShowInstrument(InstrumentId, bool),
    /// A column moves by so many places, towards the end where positive.
    MoveInstrument(InstrumentId, isize),
    /// All columns are put in order.
    OrderInstruments(ColumnOrder),
    /// This column stays in sight, or none does.
    Pin(Option<InstrumentId>),
    /// These values of a facet are asked for; none for all.
    Choose(Facet, Vec<&'static str>),
    /// A value of a facet is asked for, or no longer; with none asked for, all are shown.
    ShowChoice(Facet, &'static str, bool),
    /// The rows stand in this order.
    Order(Order),
    /// Compare this instrument in the first (0) or second (1) place.
    Compare(usize, InstrumentId),
    /// Compare these two.
    Pair(Option<[InstrumentId; 2]>),
    /// An answer is collected, or no longer.
    Collect(At),
    /// These answers are collected.
    Collected(Vec<At>),
    /// Nothing but what is collected is asked for, or everything else is, too.
    OnlyCollected(bool),
    /// All that is collected is shown, whatever filters hid it, and nothing else.
    ShowCollected,
    /// This is opened, scrolled to and marked, whatever filters hid it; or nothing is.
    GoTo(Option<At>),
    /// Everything is this large.
    TextSize(TextSize),
    /// The text is set like this.
    Reading(Reading),
    /// The widget is this wide, in `em` at the first text size.
    Room(u16),
    /// Take all filters back to what the page's owner asked for. The question, the text size, how the text is set and what
    /// is collected are no filters and stay.
    Reset,
}

impl Query {
    /// The query after an action. `start` is what the page's owner asked for.
    #[must_use]
    pub fn reduce(&self, action: Action, start: &Self, dataset: &Dataset) -> Self {
        let mut next = self.clone();
        let is_read_on = matches!(
            action,
            Action::TextSize(_) | Action::Reading(_) | Action::Room(_) | Action::Collect(_) | Action::Collected(_)
        );
        if !is_read_on {
            // Whoever asks for something else has read what was marked.
            next.at = None;
        }
        match action {
            Action::Show(view) => next.view = view,
            Action::Take(view) => {
                next.view = view;
                next.search.clear();
            }
            Action::Search(search) | Action::SearchInstead(search) => next.search = search,
            Action::Instruments(ids) => {
                next.instruments = ids;
                // Where two are compared, these are the first two of them.
                next.pair = None;
            }
            Action::ShowInstrument(id, shown) => next.show_instrument(id, shown, dataset),
            Action::MoveInstrument(id, places) => {
                let mut ids = self.instrument_ids(dataset);
                if let Some(from) = ids.iter().position(|other| *other == id) {
                    let to = from.saturating_add_signed(places).min(ids.len() - 1);
                    let id = ids.remove(from);
                    ids.insert(to, id);
                }
                next.instruments = Some(ids);
            }
            Action::OrderInstruments(order) => {
                let mut instruments = self.instruments(dataset);
                instruments.sort_by_cached_key(|instrument| column_key(order, instrument, dataset));
                next.instruments = Some(instruments.iter().map(|instrument| instrument.id).collect());
            }
            Action::Pin(id) => next.pinned = id,
            Action::Choose(facet, ids) => next.chosen.set(facet, |id| ids.contains(&id), dataset),
            Action::ShowChoice(facet, id, chosen) => {
                let before = self.chosen.of(facet);
                let keep = |other: &str| if other == id { chosen } else { before.contains(&other) };
                next.chosen.set(facet, keep, dataset);
            }
            Action::Order(order) => next.order = order,
            Action::Compare(place, id) => {
                let [first, second] = self.pair(dataset);
                next.pair = Some(match place {
                    // The instrument that stands in the other place changes places with it.
                    0 => [id, if id == second { first } else { second }],
                    _ => [if id == first { second } else { first }, id],
                });
            }
            Action::Pair(pair) => next.pair = pair,
            Action::Collect(place) => {
                if self.collected.contains(&place) {
                    next.collected.retain(|other| *other != place);
                } else if self.collected.len() < Self::MOST_COLLECTED {
                    next.collected.push(place);
                }
            }
            Action::Collected(places) => next.collected = places,
            Action::OnlyCollected(only) => next.only_collected = only,
            Action::ShowCollected => next.show_collected(dataset),
            Action::GoTo(at) => next.go_to(at, dataset),
            Action::TextSize(size) => next.text_size = size,
            Action::Reading(reading) => next.reading = reading,
            Action::Room(room) => next.room = room,
            Action::Reset => {
                let collected = next.collected;
                next = Self { view: self.view, collected, at: None, ..start.clone().as_read(self) };
            }
        }
        next
    }

    /// In a table that stands in the order of the dataset a new column takes its place; in any other it comes last.
    fn show_instrument(&mut self, id: InstrumentId, shown: bool, dataset: &Dataset) {
        let mut ids = self.instrument_ids(dataset);
        if ids.contains(&id) == shown {
            return;
        }
        let place = |id: &InstrumentId| place(id, dataset);
        let in_order = ids.is_sorted_by_key(place);
        ids.retain(|other| *other != id);
        if shown {
            ids.push(id);
        } else if self.pinned == Some(id) {
            self.pinned = None;
        }
        if in_order {
            ids.sort_by_cached_key(place);
        }
        self.instruments = Some(ids);
    }

    /// Shows all that is collected, and nothing else.
    fn show_collected(&mut self, dataset: &Dataset) {
        self.let_go_of_filters();
        self.only_collected = true;
        // These are the columns, and where there is room for two, the first two of them.
        self.instruments = None;
        self.instruments = Some(self.columns(dataset).iter().map(|instrument| instrument.id).collect());
        self.pair = None;
    }

    /// Shows the table, and lets go of every filter that could hide an answer of its columns.
    fn let_go_of_filters(&mut self) {
        if !self.view.is_table() {
            self.view = View::default();
        }
        self.search.clear();
        self.chosen = Chosen::default();
        self.only_collected = false;
    }

    /// Shows a place in the table.
    fn go_to(&mut self, at: Option<At>, dataset: &Dataset) {
        self.at = at;
        let Some(at) = at else { return };
        self.let_go_of_filters();
        let id = at.instrument();
        if !self.instrument_ids(dataset).contains(&id) {
            self.show_instrument(id, true, dataset);
        }
        // Where there is room for two, it is one of them.
        let [first, second] = self.pair(dataset);
        if id != second {
            self.pair = Some([id, if first == id { second } else { first }]);
        }
    }
}

/// The place of an instrument in the dataset.
fn place(id: &str, dataset: &Dataset) -> usize {
    dataset.instruments.iter().take_while(|instrument| instrument.id != id).count()
}

/// What columns are put in order by: all keys in the code are numbers, for each type of key brings a sort of its own
/// into the wasm.
fn column_key(order: ColumnOrder, instrument: &Instrument, dataset: &Dataset) -> usize {
    match order {
        ColumnOrder::Kind => place(instrument.id, dataset),
        ColumnOrder::Date => instrument.date_key(),
        ColumnOrder::Provisions => usize::MAX - instrument.provisions.len(),
    }
}
