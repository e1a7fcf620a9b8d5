//! Runs other programs: quietly, with all they say in a file, and the end of it at hand when they fail.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    error::Error,
    progress::Step,
    project::{Project, cargo},
};

/// How much of a failed program's output is shown.
const TAIL_LINES: usize = 40;

/// A program to run, and what is said about it.
pub struct Run<'a> {
    /// What it does, as the line that is printed: “install Trunk 0.21.14”.
    pub what: &'a str,
    /// About how long it takes on two cores, where one would wonder: “3 minutes”.
    pub takes: Option<&'a str>,
    /// The name of the file that keeps its output.
    pub log: &'a str,
    /// What to do by hand when it fails.
    pub remedy: &'a str,
}

impl Run<'_> {
    /// Runs the program to its end.
    pub fn run(&self, project: &Project, command: &mut Command) -> Result<(), Error> {
        let line = self.takes.map_or_else(|| self.what.to_owned(), |takes| format!("{} (about {takes})", self.what));
        Step::begin(&line).end(self.run_quietly(project, command))
    }

    fn run_quietly(&self, project: &Project, command: &mut Command) -> Result<(), Error> {
        let folder = project.work();
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        let path = folder.join(format!("{}.log", self.log));
        let log = File::create(&path).map_err(Error::file("write", &path))?;
        let also = log.try_clone().map_err(Error::file("write", &path))?;
        // Standard input stays: sudo may ask for a password.
        let status = command.stdout(Stdio::from(log)).stderr(Stdio::from(also)).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(Error::Failed {
                what: self.what.to_owned(),
                remedy: self.remedy.to_owned(),
                tail: tail(&fs::read(&path).unwrap_or_default(), TAIL_LINES),
                log: path,
            }),
            Err(source) => Err(Error::NotStarted {
                what: self.what.to_owned(),
                program: command.get_program().to_string_lossy().into_owned(),
                remedy: self.remedy.to_owned(),
                source,
            }),
        }
    }
}

/// A command to run in a folder, in the environment of the user's shell.
///
/// `cargo run` tells its child about xtask's own package in variables that build scripts of other packages watch: passed
/// on, they would make cargo compile those packages again, now and on the user's next call.
pub fn command_in(folder: &Path, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command.current_dir(folder);
    command
}

/// The cargo that called us, to run in a folder.
pub fn cargo_in(folder: &Path) -> Command {
    command_in(folder, cargo())
}

/// What a program prints, if it runs and succeeds.
pub fn output_of(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn tail(text: &[u8], lines: usize) -> String {
    let text = String::from_utf8_lossy(text);
    let all: Vec<&str> = text.trim_end().lines().collect();
    all.get(all.len().saturating_sub(lines)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn the_tail_is_the_last_lines() {
        assert_eq!(tail(b"a\nb\nc\n\n", 2), "b\nc");
        assert_eq!(tail(b"a", 2), "a");
        assert_eq!(tail(b"", 2), "");
    }
}
