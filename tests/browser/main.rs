//! The widget in real browsers: the release build in `dist/`, driven over WebDriver with real keys and clicks.
//!
//! Every behaviour is written once, as a function that takes a [`Browser`], and runs in Chromium, Firefox and WebKit: a
//! failure is called `search::typing_filters_rows::firefox`. What should be on the page is computed by the library itself
//! ([`support::oracle`]) and compared with what is.
//!
//! `cargo xtask test` builds `dist/`, gets the browsers, and tells where they are (`VAT_…`, read in
//! [`support::engine`]). With `VAT_SCREENSHOTS=folder` the accessibility tests leave a picture of each named state there.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect has to stop, and says where"
)]

use support::{
    Outcome,
    engine::Engine,
    pool::{Browser, run},
};

/// Makes a test in one engine from a function that tests a behaviour.
macro_rules! test_in {
    ($engine:ident as $name:ident, $behaviour:ident) => {
        #[test]
        fn $name() {
            crate::run(crate::Engine::$engine, super::$behaviour);
        }
    };
}

/// Makes a test of each engine from functions that test a behaviour.
macro_rules! in_every_engine {
    ($($behaviour:ident),+ $(,)?) => {
        $(mod $behaviour {
            test_in!(Chromium as chromium, $behaviour);
            test_in!(Firefox as firefox, $behaviour);
            test_in!(WebKit as webkit, $behaviour);
        })+
    };
}

/// The same in Chromium alone, where what it takes is there alone, or where an engine makes no difference.
macro_rules! in_chromium {
    ($($behaviour:ident),+ $(,)?) => {
        $(mod $behaviour {
            test_in!(Chromium as chromium, $behaviour);
        })+
    };
}

#[path = "../states/mod.rs"]
mod states;
mod support;

mod accessibility;
mod address;
mod builder;
mod checkers;
mod choosing;
mod collecting;
mod colours;
mod columns;
mod dialogs;
mod disclosure;
mod embed_doctor;
mod events;
mod facets;
mod failure;
mod first_table;
mod focus;
mod framed;
mod frameworks;
mod glossary;
mod hostile;
mod hosts;
mod integrity;
mod keyboard;
mod large;
mod lifecycle;
mod links;
mod loading;
mod marks;
mod narrow;
mod on_demand;
mod on_paper;
mod own_print;
mod package;
mod printing;
mod reading;
mod readme;
mod resize;
mod search;
#[cfg(target_os = "linux")]
mod serving;
mod src;
mod standalone;
mod static_pages;
mod strict_csp;
mod suggestions;
mod taking;
mod text_size;
mod theming;
mod tree;
mod views;
mod weight;
