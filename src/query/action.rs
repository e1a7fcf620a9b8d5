use super::{InstrumentId, Query, TextSize, TopicId};
use crate::dataset::Dataset;

/// Everything that can change a [`Query`], from attributes, storage, clicks and keys alike.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The search box holds this.
    Search(String),
    /// These are the columns.
    Instruments(Vec<InstrumentId>),
    /// A column comes or goes.
    ShowInstrument(InstrumentId, bool),
    /// These are the rows; none for all.
    Topics(Vec<TopicId>),
    /// A row is asked for, or no longer; with none asked for, all are shown.
    ShowTopic(TopicId, bool),
    /// Compare this instrument in the first (0) or second (1) place.
    Compare(usize, InstrumentId),
    /// Everything is this large.
    TextSize(TextSize),
    /// The widget is this wide, in `em` at the first text size.
    Room(u16),
    /// Take all filters back to what the page's owner asked for. The text size is no filter and stays.
    Reset,
}

impl Query {
    /// The query after an action. `start` is what the page's owner asked for.
    #[must_use]
    pub fn reduce(&self, action: Action, start: &Self, dataset: &Dataset) -> Self {
        let mut next = self.clone();
        match action {
            Action::Search(search) => next.search = search,
            Action::Instruments(ids) => {
                next.instruments = instruments_in_order(dataset, |id| ids.contains(&id));
                // Where two are compared, these are the first two of them.
                next.pair = None;
            }
            Action::ShowInstrument(id, shown) => {
                next.instruments =
                    instruments_in_order(
                        dataset,
                        |other| {
                            if other == id { shown } else { self.instruments.contains(&other) }
                        },
                    );
            }
            Action::Topics(ids) => next.topics = topics_in_order(dataset, |id| ids.contains(&id)),
            Action::ShowTopic(id, shown) => {
                next.topics =
                    topics_in_order(dataset, |other| if other == id { shown } else { self.topics.contains(&other) });
            }
            Action::Compare(place, id) => {
                let [first, second] = self.pair(dataset);
                next.pair = Some(match place {
                    // The instrument that stands in the other place changes places with it.
                    0 => [id, if id == second { first } else { second }],
                    _ => [if id == first { second } else { first }, id],
                });
            }
            Action::TextSize(size) => next.text_size = size,
            Action::Room(room) => next.room = room,
            Action::Reset => {
                next = Self { text_size: self.text_size, room: self.room, ..start.clone() };
            }
        }
        next
    }
}

fn instruments_in_order(dataset: &Dataset, shown: impl Fn(InstrumentId) -> bool) -> Vec<InstrumentId> {
    dataset.instruments.iter().map(|instrument| instrument.id).filter(|id| shown(id)).collect()
}

fn topics_in_order(dataset: &Dataset, shown: impl Fn(TopicId) -> bool) -> Vec<TopicId> {
    dataset.groups.iter().flat_map(|group| group.topics).map(|topic| topic.id).filter(|id| shown(id)).collect()
}
