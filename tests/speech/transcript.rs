//! Transcripts: what a reader does, and what is said.
//!
//! ```text
//! Orca 43.1
//!
//! Find a topic by search
//!   e
//!     Search provisions editable combo box.
//! ```

use std::{env, fmt::Write, fs, path::PathBuf};

use crate::{Outcome, desktop::Browser};

/// What is kept of a browser, step by step.
pub struct Kept {
    path: PathBuf,
    text: String,
    /// What was said after each step.
    steps: Vec<Vec<String>>,
}

impl Kept {
    /// Reads it.
    pub fn read(browser: Browser) -> Self {
        let file = format!("tests/golden/speech/{}.txt", browser.name());
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let mut steps: Vec<Vec<String>> = Vec::new();
        for line in text.lines() {
            if let Some(said) = line.strip_prefix("    ") {
                steps.last_mut().expect("a step before what is said").push(said.to_owned());
            } else if line.starts_with("  ") {
                steps.push(Vec::new());
            }
        }
        Self { path, text, steps }
    }

    /// What was said after a step, where there was one.
    pub fn expected(&self, step: usize) -> Option<&[String]> {
        self.steps.get(step).map(Vec::as_slice)
    }

    /// Compares it with what was said now, or keeps that.
    pub fn compare(&self, transcript: &str) -> Outcome {
        if env::var_os("UPDATE_GOLDEN").is_some() {
            return Ok(fs::write(&self.path, transcript)?);
        }
        if self.text == transcript {
            return Ok(());
        }
        let mut difference = String::new();
        for line in diff::lines(&self.text, transcript) {
            match line {
                diff::Result::Left(line) => writeln!(difference, "- {line}")?,
                diff::Result::Right(line) => writeln!(difference, "+ {line}")?,
                diff::Result::Both(line, _) => writeln!(difference, "  {line}")?,
            }
        }
        let file = self.path.display();
        Err(format!("Orca says other things than {file}. If that is right, set UPDATE_GOLDEN=1.\n{difference}").into())
    }
}
