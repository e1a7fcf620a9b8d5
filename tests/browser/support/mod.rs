//! What the tests stand on: browsers ([`engine`], [`pool`]), pages ([`page`]), the widget on a page as a reader meets it
//! ([`widget`]), what it should show ([`oracle`]), and what it prints ([`paper`]).

pub mod axe;
pub mod engine;
pub mod oracle;
pub mod page;
pub mod paper;
pub mod pool;
pub mod wait;
pub mod widget;

/// What a test or a step of it ends with.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
