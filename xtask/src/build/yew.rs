//! Keeps the widget's Yew apart from that of a page that is a Yew app itself.

use std::path::Path;

use crate::{error::Error, integrity::replace_in_scripts};

/// Gives what Yew writes into the page names of our own.
///
/// Yew counts its roots and listeners from 1, and notes the numbers in properties of elements and events. The page's Yew
/// would take an element of the widget for its own, and call what it has under that number.
pub fn set_apart(dist: &Path) -> Result<(), Error> {
    replace_in_scripts(dist, ".__yew_", ".__vat_")
}
