//! Which answers the filters leave, and how many each further choice would leave. One pass over all answers.

use super::grid::{Grid, Unit};
use crate::query::{Answer, Facet, PerFacet, Query, Search};

/// What the filters leave of a grid.
#[derive(Debug)]
pub(super) struct Selection {
    /// For each answer those of its rows it is shown in, as bits; none where a filter leaves it out.
    shown: Vec<u64>,
    /// For each value of each facet, how many answers it would leave beside the choices of all other facets.
    counts: PerFacet<Vec<usize>>,
    /// The same for each instrument.
    instruments: Vec<usize>,
}

/// Beside the facets: the instrument is no column.
const NO_COLUMN: usize = Facet::ALL.len();
/// The same: nothing but what is collected is asked for, and this is not.
const NOT_COLLECTED: usize = NO_COLUMN + 1;

impl Selection {
    pub fn new(grid: &Grid, query: &Query, search: &Search) -> Self {
        let dataset = grid.dataset;
        let of_instruments_and_answers =
            |facet| if facet == Facet::Topics { 0 } else { query.chosen.mask(facet, dataset) };
        let chosen = PerFacet::new(of_instruments_and_answers);
        let topics = query.chosen.of(Facet::Topics);
        let topic_is_asked =
            |row: usize| topics.is_empty() || grid.rows.get(row).is_some_and(|row| topics.contains(&row.topic.id));
        let asked = query.instrument_ids(dataset);
        let mut selection = Self {
            shown: Vec::with_capacity(grid.units.len()),
            counts: PerFacet::new(|facet| vec![0; facet.values(dataset).len()]),
            instruments: vec![0; dataset.instruments.len()],
        };
        let not_assessed_asked = chosen.of(Facet::Answers) & Answer::NotAssessed.bit() != 0;
        for (unit, found) in grid.units.iter().zip(grid.found(search)) {
            // Nobody has read it: where it is not asked for, there is no text to be found in.
            let unread = unit.is(Answer::NotAssessed) && !search.is_empty() && !not_assessed_asked;
            let rows = found & unit.rows_of(&topic_is_asked);
            let mut failing = u32::from(!asked.contains(&unit.place.instrument())) << NO_COLUMN;
            let not_collected = query.only_collected && !query.collected.contains(&unit.place);
            failing |= u32::from(not_collected) << NOT_COLLECTED;
            failing |= u32::from(unread) << Facet::Answers as usize;
            for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Topics) {
                let (chosen, has) = (*chosen.of(facet), *unit.values.of(facet));
                failing |= u32::from(chosen != 0 && chosen & has == 0) << facet as usize;
            }
            selection.shown.push(if failing == 0 { rows } else { 0 });
            selection.count(unit, found, rows, failing, query);
        }
        selection
    }

    /// A value of a facet is counted as if nothing else of this facet were chosen.
    fn count(&mut self, unit: &Unit, found: u64, rows: u64, failing: u32, query: &Query) {
        // Where answers of no sort were asked for, the numbers are of provisions.
        let counted = unit.is(Answer::Provision) || !query.chosen.of(Facet::Answers).is_empty();
        for facet in Facet::ALL {
            let mut own = 1 << facet as usize;
            if matches!(facet, Facet::Kinds | Facet::Statuses) && query.instruments.is_none() {
                // Where nobody chose instruments, a kind shows all of its own.
                own |= 1 << NO_COLUMN;
            }
            let left = if facet == Facet::Topics { found } else { rows };
            if left == 0 || failing & !own != 0 || !(counted || facet == Facet::Answers) {
                continue;
            }
            let counts = self.counts.of_mut(facet);
            if facet == Facet::Topics {
                for (bit, row) in unit.rows.iter().enumerate() {
                    if let Some(count) = counts.get_mut(*row) {
                        *count += (found >> bit & 1) as usize;
                    }
                }
            } else {
                for (at, count) in counts.iter_mut().enumerate() {
                    *count += (unit.values.of(facet) >> at & 1) as usize;
                }
            }
        }
        let is_left = rows != 0 && failing & !(1 << NO_COLUMN) == 0 && counted;
        if let Some(count) = self.instruments.get_mut(unit.instrument).filter(|_| is_left) {
            *count += 1;
        }
    }

    /// The answer is shown in the row of that place.
    pub fn shows(&self, grid: &Grid, unit: usize, row: usize) -> bool {
        let rows = grid.units.get(unit).map(|unit| unit.rows.as_slice()).unwrap_or_default();
        rows.iter().position(|own| *own == row).is_some_and(|bit| self.rows(unit) >> bit & 1 == 1)
    }

    /// Those of its rows an answer is shown in, as bits.
    pub fn rows(&self, unit: usize) -> u64 {
        self.shown.get(unit).copied().unwrap_or_default()
    }

    /// How many provisions are shown.
    pub fn provisions(&self, grid: &Grid) -> usize {
        let shown = |(unit, rows): &(&Unit, &u64)| **rows != 0 && unit.is(Answer::Provision);
        grid.units.iter().zip(&self.shown).filter(shown).count()
    }

    /// How many answers each value of a facet would leave.
    pub fn counts(&self, facet: Facet) -> &[usize] {
        self.counts.of(facet)
    }

    /// How many answers each instrument would add or keep.
    pub fn instruments(&self) -> &[usize] {
        &self.instruments
    }
}
