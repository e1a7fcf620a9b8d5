//! What panels hold: choices with how many answers each would leave, and orders.

use super::{
    answer::Context,
    command::Command,
    filters::{ANSWER_FACETS, Choice, ChoiceGroup, ColumnCommands, Panel, Part, by_kind},
};
use crate::{
    dataset::{DutyBearer, Force, InstrumentKind, Status, Topic},
    locale::fill,
    query::{Action, Answer, ColumnOrder, Direction, Facet, Order, View},
};

/// Puts into panels what they hold.
pub(super) fn fill_panels(panels: &mut [Panel], context: &Context) {
    for panel in panels {
        for part in panel.parts.clone() {
            let facets: &[Facet] = match part {
                Part::Instruments => {
                    panel.groups.extend(instruments(context));
                    &[Facet::Kinds, Facet::Statuses]
                }
                Part::Topics => &[Facet::Topics],
                Part::Answers => &ANSWER_FACETS,
                Part::Order => {
                    add_orders(panel, context);
                    &[]
                }
            };
            panel.groups.extend(facets.iter().flat_map(|facet| facet_groups(context, *facet)));
        }
    }
}

/// The values of a facet with their numbers, in their groups.
fn facet_groups(context: &Context, facet: Facet) -> Vec<ChoiceGroup> {
    let (words, asked) = (context.locale.words(), context.asked);
    let dataset = context.grid.dataset;
    let shows_numbers = asked.view != View::Organisations;
    let choice = |id, label, count: &usize| Choice {
        id,
        label,
        chosen: asked.chosen.of(facet).contains(&id),
        count: if shows_numbers { context.locale.number(*count) } else { String::new() },
        gives_nothing: shows_numbers && *count == 0,
    };
    let mut counts = context.selection.counts(facet).iter();
    let title = match facet {
        Facet::Topics => {
            // There may be thousands: none is looked up by its id.
            let mut choice = |topic: &Topic| counts.next().map(|count| choice(topic.id, topic.title, count));
            let groups = dataset.groups.iter().map(|group| ChoiceGroup {
                facet: Some(facet),
                title: group.title,
                choices: group.topics.iter().filter_map(&mut choice).collect(),
            });
            return groups.collect();
        }
        Facet::Forces => words.legal_force,
        Facet::DutyBearers => words.duty_bearer,
        Facet::Kinds => words.kind,
        Facet::Statuses => words.status,
        Facet::Answers => words.answer,
    };
    let values = facet.values(dataset).into_iter().zip(counts);
    let choices = values.map(|(id, count)| choice(id, value_name(facet, id, context), count)).collect();
    vec![ChoiceGroup { facet: Some(facet), title, choices }]
}

/// What a value of a facet is called.
pub(super) fn value_name(facet: Facet, id: &str, context: &Context) -> &'static str {
    let words = context.locale.words();
    let name = match facet {
        Facet::Topics => context.grid.dataset.topic(id).map(|topic| topic.title),
        Facet::Forces => named(&Force::NAMED, id).map(|force| words.force(force)),
        Facet::DutyBearers => named(&DutyBearer::NAMED, id).map(|bearer| words.duty_bearer_class(bearer)),
        Facet::Kinds => named(&InstrumentKind::NAMED, id).map(|kind| words.kind_name(kind)),
        Facet::Statuses => named(&Status::NAMED, id).map(|status| match status {
            Status::InForce => words.status_in_force,
            Status::Expired => words.status_expired,
            Status::NotStated => words.status_not_stated,
        }),
        Facet::Answers => named(&Answer::NAMED, id).map(|answer| match answer {
            Answer::Provision => words.provision,
            Answer::Silence(extent) => words.extent(extent),
            Answer::NotAssessed => words.not_assessed,
        }),
    };
    name.unwrap_or_default()
}

fn named<T: Copy>(values: &[(&'static str, T)], id: &str) -> Option<T> {
    values.iter().find(|(name, _)| *name == id).map(|(_, value)| *value)
}

fn instruments(context: &Context) -> Vec<ChoiceGroup> {
    let chosen = context.asked.instrument_ids(context.grid.dataset);
    let mut groups = by_kind(context, |instrument| chosen.contains(&instrument.id));
    let choices = groups.iter_mut().flat_map(|group| &mut group.choices);
    for (choice, count) in choices.zip(context.selection.instruments()) {
        choice.count = context.locale.number(*count);
        choice.gives_nothing = *count == 0;
    }
    groups
}

fn add_orders(panel: &mut Panel, context: &Context) {
    let (words, asked) = (context.locale.words(), context.asked);
    let order = |label, order| Command::new(label, Action::Order(order)).current(asked.order == order);
    let rows = vec![
        order(words.order_groups, Order::Groups),
        order(words.order_name, Order::Name(Direction::Ascending)),
        order(words.order_provisions, Order::Provisions(Direction::Descending)),
    ];
    let columns = ColumnOrder::ALL.map(|order| {
        let label = match order {
            ColumnOrder::Kind => words.order_kind,
            ColumnOrder::Date => words.order_date,
            ColumnOrder::Provisions => words.order_provisions,
        };
        Command::new(label, Action::OrderInstruments(order))
    });
    panel.orders.push((words.rows, rows));
    if context.chooses_columns() {
        panel.orders.push((words.columns, columns.to_vec()));
        panel.columns = column_commands(context);
    }
}

fn column_commands(context: &Context) -> Vec<ColumnCommands> {
    let (words, asked) = (context.locale.words(), context.asked);
    let instruments = asked.instruments(context.grid.dataset);
    let commands = instruments.iter().map(|instrument| {
        let (id, name) = (instrument.id, instrument.name);
        let pinned = asked.pinned == Some(id);
        let label = |template| fill(template, &[("name", name)]);
        ColumnCommands {
            id,
            name,
            commands: vec![
                ("←", Command::new(label(words.move_earlier), Action::MoveInstrument(id, -1))),
                ("→", Command::new(label(words.move_later), Action::MoveInstrument(id, 1))),
                (
                    words.pin,
                    Command::new(label(words.pin_column), Action::Pin((!pinned).then_some(id))).current(pinned),
                ),
            ],
        }
    });
    commands.collect()
}
