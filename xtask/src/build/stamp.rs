//! Remembers when the last build began, and with which tools.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::error::Error;

/// A file that a finished build leaves behind. Its content names the tools; its time is when the build began, not when
/// it ended: what was changed meanwhile is newer.
pub struct Stamp {
    /// The file.
    pub path: PathBuf,
    /// The tools of this build.
    pub tools: String,
}

impl Stamp {
    /// Whether the last build used the same tools and began after every change of these files and folders.
    pub fn is_newer_than(&self, inputs: &[PathBuf]) -> bool {
        if !fs::read_to_string(&self.path).is_ok_and(|tools| tools == self.tools) {
            return false;
        }
        let built = modified(&self.path);
        built.is_ok_and(|built| inputs.iter().all(|input| newest(input).is_ok_and(|newest| newest < built)))
    }

    /// Notes a build that began at this time.
    pub fn write(&self, began: SystemTime) -> Result<(), Error> {
        fs::write(&self.path, &self.tools)
            .and_then(|()| File::options().write(true).open(&self.path)?.set_modified(began))
            .map_err(Error::file("write", &self.path))
    }
}

/// The latest change at or below a path. A folder's own time counts too: it changes when a file goes.
fn newest(path: &Path) -> io::Result<SystemTime> {
    let mut newest = modified(path)?;
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(self::newest(&entry?.path())?);
        }
    }
    Ok(newest)
}

fn modified(path: &Path) -> io::Result<SystemTime> {
    fs::metadata(path)?.modified()
}

#[cfg(test)]
mod tests {
    use std::{error::Error, time::Duration};

    use super::*;

    /// A folder of inputs, and a stamp of a build that began a minute after they were written, an hour ago.
    fn scene(name: &str) -> Result<(PathBuf, Stamp), Box<dyn Error>> {
        let root = std::env::temp_dir().join(format!("xtask-stamp-{name}-{}", std::process::id()));
        fs::create_dir_all(root.join("src/deep"))?;
        fs::write(root.join("src/deep/a.rs"), "")?;
        let written = SystemTime::now() - Duration::from_secs(3600);
        for path in ["src/deep/a.rs", "src/deep", "src"] {
            File::open(root.join(path))?.set_modified(written)?;
        }
        let stamp = Stamp { path: root.join("built"), tools: "trunk 1".to_owned() };
        stamp.write(written + Duration::from_secs(60))?;
        Ok((root, stamp))
    }

    #[test]
    fn a_build_is_good_until_a_file_changes() -> Result<(), Box<dyn Error>> {
        let (root, stamp) = scene("file")?;
        let inputs = [root.join("src")];
        assert!(stamp.is_newer_than(&inputs));
        fs::write(root.join("src/deep/a.rs"), "changed")?;
        assert!(!stamp.is_newer_than(&inputs));
        Ok(fs::remove_dir_all(root)?)
    }

    #[test]
    fn a_build_is_good_until_a_file_goes() -> Result<(), Box<dyn Error>> {
        let (root, stamp) = scene("gone")?;
        let inputs = [root.join("src")];
        assert!(stamp.is_newer_than(&inputs));
        fs::remove_file(root.join("src/deep/a.rs"))?;
        assert!(!stamp.is_newer_than(&inputs));
        Ok(fs::remove_dir_all(root)?)
    }

    #[test]
    fn a_build_is_not_good_with_other_tools_or_missing_inputs() -> Result<(), Box<dyn Error>> {
        let (root, stamp) = scene("tools")?;
        assert!(!stamp.is_newer_than(&[root.join("assets")]));
        let other = Stamp { path: stamp.path.clone(), tools: "trunk 2".to_owned() };
        assert!(!other.is_newer_than(&[root.join("src")]));
        Ok(fs::remove_dir_all(root)?)
    }
}
