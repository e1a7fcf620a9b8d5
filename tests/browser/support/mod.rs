//! What the tests stand on: browsers ([`processes`], [`display`], [`engine`], [`pool`], [`firefox`]) and what readers ask
//! of them ([`preferences`]), pages ([`page`]) and what they are made with ([`node`]), the widget on a page as a reader
//! meets it ([`widget`]), by ear ([`tree`]), what it should show ([`oracle`]), and what it prints ([`paper`]).

pub mod axe;
pub mod dataset;
pub mod display;
pub mod engine;
pub mod equal_access;
pub mod firefox;
pub mod geometry;
pub mod node;
pub mod nu_html;
pub mod oracle;
pub mod page;
pub mod paper;
pub mod pool;
pub mod preferences;
pub mod printer;
pub mod processes;
pub mod tree;
pub mod wait;
pub mod weight;
pub mod widget;

/// What a test or a step of it ends with.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
