//! One topic across the instruments, in order of date; and what each of them added to it.

use super::{
    answer::Context,
    page::{Page, Section},
};
use crate::{
    dataset::{DutyBearer, Force, Instrument},
    locale::fill,
    query::TopicId,
};

/// The places of the columns, the oldest instrument first; what has no date stands last.
fn by_date(context: &Context, columns: &[usize]) -> Vec<usize> {
    let mut columns = columns.to_vec();
    let key = |at: &usize| context.grid.columns.get(*at).map_or(usize::MAX, |column| column.instrument.date_key());
    columns.sort_by_cached_key(key);
    columns
}

/// What each instrument says on a topic.
pub(super) fn topic(context: &Context, id: TopicId, columns: &[usize]) -> Page {
    let sections = by_date(context, columns).into_iter().filter_map(|at| section(context, id, at));
    page(context, id, context.locale.words().topic_lead, sections.collect())
}

/// What each instrument added to a topic.
pub(super) fn time(context: &Context, id: TopicId, columns: &[usize]) -> Page {
    let mut story = Story::default();
    let sections = by_date(context, columns).into_iter().filter_map(|at| {
        let mut section = section(context, id, at)?;
        let instrument = context.grid.columns.get(at)?.instrument;
        section.notes = story.goes_on(context, instrument, &section)?;
        Some(section)
    });
    let sections = sections.collect();
    page(context, id, context.locale.words().time_lead, sections)
}

fn page(context: &Context, id: TopicId, lead: &'static str, sections: Vec<Section>) -> Page {
    let title = context.grid.dataset.topic(id).map_or(id, |topic| topic.title);
    Page { title: title.to_owned(), lead: lead.to_owned(), sections }
}

fn section(context: &Context, id: TopicId, at: usize) -> Option<Section> {
    let row = context.grid.row(id)?;
    let instrument = context.grid.columns.get(at)?.instrument;
    let shown = context.cell_is_found(row, at) || context.is_asked_for(id);
    shown.then(|| Section {
        id: instrument.id,
        title: instrument.short_title.to_owned(),
        description: context.description(instrument),
        cell: Some(context.whole_cell(row, at)),
        ..Section::default()
    })
}

/// What was said on a topic until now.
#[derive(Default)]
struct Story {
    /// Some instrument spoke of it.
    begun: bool,
    /// A binding one did.
    binding: bool,
    forces: Vec<Force>,
    bearers: Vec<DutyBearer>,
}

impl Story {
    /// What an instrument adds; none where it does not speak of the topic.
    fn goes_on(&mut self, context: &Context, instrument: &Instrument, section: &Section) -> Option<Vec<String>> {
        let words = context.locale.words();
        let provisions: Vec<_> =
            section.cell.iter().flat_map(|cell| cell.entries()).map(|entry| entry.provision).collect();
        if provisions.is_empty() {
            return None;
        }
        let mut notes = Vec::new();
        if !self.begun {
            self.begun = true;
            notes.push(words.first_to_speak.to_owned());
        }
        if instrument.binding && !self.binding {
            self.binding = true;
            notes.push(words.first_binding.to_owned());
        }
        let forces = added(&mut self.forces, provisions.iter().map(|provision| provision.force));
        let bearers = added(&mut self.bearers, provisions.iter().map(|provision| provision.duty_bearer));
        let forces: Vec<_> = forces.into_iter().map(|force| words.force(force)).collect();
        let bearers: Vec<_> = bearers.into_iter().map(|bearer| words.duty_bearer_class(bearer)).collect();
        for (template, values) in [(words.new_forces, forces), (words.new_bearers, bearers)] {
            if !values.is_empty() {
                notes.push(fill(template, &[("values", &values.join(words.list_separator))]));
            }
        }
        if notes.is_empty() {
            notes.push(words.nothing_new.to_owned());
        }
        Some(notes)
    }
}

/// Those that were not known, and are now.
fn added<T: PartialEq + Copy>(known: &mut Vec<T>, values: impl Iterator<Item = T>) -> Vec<T> {
    let before = known.len();
    for value in values {
        if !known.contains(&value) {
            known.push(value);
        }
    }
    known.get(before..).map(<[T]>::to_vec).unwrap_or_default()
}
