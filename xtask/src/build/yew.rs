//! Keeps the widget's Yew apart from that of a page that is a Yew app itself.

use std::{fs, path::Path};

use crate::{error::Error, integrity::files};

/// Gives what Yew writes into the page names of our own.
///
/// Yew counts its roots and listeners from 1, and notes the numbers in properties of elements and events. The page's Yew
/// would take an element of the widget for its own, and call what it has under that number.
pub fn set_apart(dist: &Path) -> Result<(), Error> {
    for file in files(dist)?.into_iter().filter(|file| file.ends_with(".js")) {
        let path = dist.join(file);
        let script = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        if script.contains(".__yew_") {
            fs::write(&path, script.replace(".__yew_", ".__vat_")).map_err(Error::file("write", &path))?;
        }
    }
    Ok(())
}
