//! Programs that a test starts, and that end when it does.

use std::{
    env,
    ffi::OsString,
    fs::{self, File},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, ChildStdin, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use super::Outcome;

/// A folder, and a process group that works in it. Dropping it ends the group and clears the folder.
pub struct Processes {
    folder: PathBuf,
    /// Closed when this is dropped, and when the test program ends in any way at all: then they are ended.
    _lifeline: Option<ChildStdin>,
}

/// Waits until its input closes, then ends the process group `$1` and clears its folder `$2`.
const UNDERTAKER: &str = r#"
cat >/dev/null
kill -s TERM -- "-$1"
for attempt in 1 2 3 4 5 6 7 8 9 10; do kill -s 0 -- "-$1" || break; sleep 0.1; done
kill -s KILL -- "-$1"
rm -rf "$2"
"#;

impl Processes {
    /// An empty folder.
    pub fn new(name: &str) -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("vat-browser-{}-{count}-{name}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, _lifeline: None })
    }

    /// Starts a program, which keeps its files in the folder.
    pub fn start(mut self, command: &mut Command) -> Outcome<Self> {
        let log = File::create(self.log_file())?;
        let first = command
            .env("TMPDIR", &self.folder)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()?;
        let mut undertaker = Command::new("sh")
            .args(["-c", UNDERTAKER, "undertaker", &first.id().to_string()])
            .arg(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        self._lifeline = Some(undertaker.stdin.take().ok_or("the undertaker has no input")?);
        Ok(self)
    }

    /// Where the programs may leave what they like.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the programs have said.
    pub fn log(&self) -> String {
        fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn log_file(&self) -> PathBuf {
        self.folder.join("programs.log")
    }
}

/// The path in a variable that `cargo xtask test` sets.
pub fn told(variable: &str) -> Outcome<String> {
    let path = env::var_os(variable).map(OsString::into_string);
    match path {
        Some(Ok(path)) if Path::new(&path).exists() => Ok(path),
        Some(path) => Err(format!("{variable} is {path:?}, which is not there").into()),
        None => Err(format!("{variable} is not set; `cargo xtask test` gets all that is needed and says where").into()),
    }
}
