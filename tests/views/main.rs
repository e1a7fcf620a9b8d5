//! Each question and its answer, compared with the dataset.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

#[path = "../support/mod.rs"]
mod support;

mod at_a_glance;
mod differences;
mod every_view;
mod glossary;
mod keys;
mod one_instrument;
mod one_topic;
mod order;
mod organisations;
mod publications;
mod silences;
mod through_time;
mod transposed;

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use proptest::{prelude::*, sample::select};
use support::{
    after, any_columns, any_filtered_query, any_order, any_query, any_topic, cases, cell, column_ids, columns, dataset,
    instrument, instrument_ids, model, naive, only_topics, overview, page, reduce, search, shown, shown_row_ids,
    shown_rows, table, topic_ids, topics,
};
use victim_assistance_table::{
    dataset::{DATASET, Dataset, DutyBearer, Extent, Force, Instrument, Provision, REFERENCE, Topic, TopicGroup},
    locale::{ENGLISH, fill},
    query::{Action, At, Attribute, Direction, Facet, History, Order, Query, View},
    view_model::{Cell, Change, Comparison, Content, Grid, ProvisionEntry, Row, Section, ViewModel},
};

/// What an instrument says on a topic, by the dataset.
fn said(id: &str, topic: &str) -> Vec<&'static Provision> {
    instrument(id).provisions.iter().filter(|provision| provision.topics.contains(&topic)).collect()
}

/// Year, month and day of adoption; what is not known of it comes before all that is, and no date after all.
fn date(id: &str) -> (bool, Vec<u32>) {
    let date = instrument(id).adopted.and_then(|fact| fact.date);
    let mut parts: Vec<_> = date.unwrap_or_default().split('-').filter_map(|part| part.parse().ok()).collect();
    parts.resize(3, 0);
    (date.is_none(), parts)
}

/// Some instruments, the oldest first; those of one day as they stand.
fn by_date(mut ids: Vec<&'static str>) -> Vec<&'static str> {
    ids.sort_by_key(|id| date(id));
    ids
}

fn section_ids(model: &ViewModel) -> Vec<&'static str> {
    page(model).sections.iter().map(|section| section.id).collect()
}
