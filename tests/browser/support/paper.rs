//! What was printed, read back from the PDF by poppler.

use std::{fs, path::Path, process::Command};

use super::{Outcome, wait::until};

/// A printed document.
pub struct Printed {
    /// The text of each page, as it is laid out.
    pub pages: Vec<String>,
}

impl Printed {
    /// Waits until a folder holds a whole PDF, and reads it.
    pub async fn in_folder(folder: &Path) -> Outcome<Self> {
        let path = until("a printed document", async || {
            let files = fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path()));
            let pdf = files.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "pdf"));
            // It is written from its beginning to its end.
            Ok(match pdf {
                Some(path) if fs::read(&path)?.trim_ascii_end().ends_with(b"%%EOF") => Ok(path),
                Some(path) => Err(format!("{} is not whole", path.display())),
                None => Err("none".to_owned()),
            })
        })
        .await?;
        Self::read(&path)
    }

    /// Reads a PDF.
    pub fn read(path: &Path) -> Outcome<Self> {
        let output = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output()?;
        if !output.status.success() {
            return Err(format!("pdftotext: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        let text = String::from_utf8(output.stdout)?;
        // Each page ends with a form feed.
        Ok(Self { pages: text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect() })
    }

    /// All its words, one space between them.
    pub fn words(&self) -> String {
        self.pages.iter().flat_map(|page| page.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}
