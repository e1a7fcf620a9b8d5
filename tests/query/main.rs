//! What the reader asked for: how it changes, how it is written, and what it finds.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

#[path = "../support/mod.rs"]
mod support;

mod attributes;
mod folding;
mod marks;
mod reducing;
mod search;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::{
    prelude::*,
    sample::{Index, select, subsequence},
};
use support::{
    LOCALE, after, any_action, any_choice, any_instrument, any_query, cases, columns, dataset, instrument_ids, model,
    naive::{self, QUOTATION_MARKS, has_letter_or_digit, stands_at},
    only_topics, reduce, search, shown, topic_ids, topics,
};
use victim_assistance_table::{
    dataset::{Instrument, Provision, Topic},
    locale::ENGLISH,
    query::{
        Action, At, Attribute, ColumnOrder, Direction, Facet, Order, Query, Reading, Search, TextSize, View, fold,
    },
    view_model::ViewModel,
};
