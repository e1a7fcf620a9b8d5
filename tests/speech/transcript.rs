//! Transcripts: what a reader does, and what is said.
//!
//! ```text
//! Orca 43.1
//!
//! Find a topic by search
//!   e
//!     Search provisions editable combo box.
//! ```
//!
//! Where a browser tells of a change now before and now after it is done, both are kept, with a stroke between them, by
//! hand:
//!
//! ```text
//!     not selected radio button | selected radio button
//! ```

use std::{env, fmt::Write, fs, mem, path::PathBuf};

use crate::{Outcome, desktop::Browser};

/// Between what may be said.
const OR: &str = " | ";

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

    /// Whether that was said after a step.
    pub fn has(&self, step: usize, said: &[String]) -> bool {
        self.steps.get(step).is_some_and(|kept| *kept == self.as_kept(step, said))
    }

    /// What was said after a step, each line as it is kept where it is one of those.
    pub fn as_kept(&self, step: usize, said: &[String]) -> Vec<String> {
        let kept = self.steps.get(step);
        let line = |(at, said): (usize, &String)| {
            let kept = kept.and_then(|kept| kept.get(at));
            kept.filter(|kept| kept.split(OR).any(|kept| kept == said)).unwrap_or(said).clone()
        };
        said.iter().enumerate().map(line).collect()
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
        // Before what differs, where it was not said yet.
        let (mut task, mut key) = ("", "");
        for line in diff::lines(&self.text, transcript) {
            let (sign, line) = match line {
                diff::Result::Left(line) => ('-', line),
                diff::Result::Right(line) => ('+', line),
                diff::Result::Both(line, _) => {
                    if !line.starts_with("  ") {
                        (task, key) = (line, "");
                    } else if !line.starts_with("    ") {
                        key = line;
                    }
                    continue;
                }
            };
            for place in [mem::take(&mut task), mem::take(&mut key)].iter().filter(|place| !place.is_empty()) {
                writeln!(difference, "  {place}")?;
            }
            writeln!(difference, "{sign} {line}")?;
        }
        let file = self.path.display();
        Err(format!("Orca says other things than {file}. If that is right, set UPDATE_GOLDEN=1.\n{difference}").into())
    }
}
