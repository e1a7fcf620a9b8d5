//! The user's cache of tools: a folder for each tool in each version, shared by all checkouts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{error::Error, lock, project::Project};

/// The folder of this name; made by `make` if it is not there yet.
///
/// A folder has its name only when it is complete: it is made under another name. Of several checkouts that want it at
/// once, one makes it and the others wait.
pub fn get(project: &Project, name: &str, make: impl FnOnce(&Path) -> Result<(), Error>) -> Result<PathBuf, Error> {
    let shelf = project.cache()?;
    let folder = shelf.join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    fs::create_dir_all(&shelf).map_err(Error::file("create", &shelf))?;

    // Held until the end of this function.
    let _lock = lock::wait(&shelf.join(format!("{name}.lock")), "another checkout gets the same tool")?;
    if folder.is_dir() {
        return Ok(folder);
    }

    let partial = shelf.join(format!("{name}.partial"));
    if partial.exists() {
        fs::remove_dir_all(&partial).map_err(Error::file("remove", &partial))?;
    }
    fs::create_dir_all(&partial).map_err(Error::file("create", &partial))?;
    make(&partial)?;
    fs::rename(&partial, &folder).map_err(Error::file("rename", &partial))?;
    Ok(folder)
}
