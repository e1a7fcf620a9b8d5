//! Keeps two of us from doing the same thing at once.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use crate::error::Error;

/// Waits until nobody else holds the lock of this name, and says so; it is held until the file is dropped.
pub fn wait(path: &Path, why: &str) -> Result<File, Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    let lock = File::create(path).map_err(Error::file("write", path))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("  waiting: {why}");
            lock.lock().map_err(Error::file("lock", path))?;
        }
        Err(TryLockError::Error(error)) => return Err(Error::file("lock", path)(error)),
    }
    Ok(lock)
}
