//! The three engines, and a session of one: its driver, its browser, and the connection to them.

use std::{
    env,
    ffi::OsString,
    fs::{self, File},
    io::Write,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, ChildStdin, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::net::TcpStream;

use super::{Outcome, wait::until};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A browser that runs, and the connection to it. Dropping it ends both.
pub struct Session {
    pub driver: WebDriver,
    processes: Processes,
}

/// The driver and, in its process group, the browser.
struct Processes {
    folder: PathBuf,
    /// Closed when this is dropped, and when the test program ends in any way at all: then they are ended.
    _lifeline: ChildStdin,
}

/// Waits until its input closes, then ends the process group `$1` and clears its folder `$2`.
const UNDERTAKER: &str = r#"
cat >/dev/null
kill -s TERM -- "-$1"
for attempt in 1 2 3 4 5 6 7 8 9 10; do kill -s 0 -- "-$1" || break; sleep 0.1; done
kill -s KILL -- "-$1"
rm -rf "$2"
"#;

impl Engine {
    /// Its name in reports and file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Why this engine cannot be tested on this system. An engine that could be, and is not there, is a failure.
    pub fn missing(self) -> Option<String> {
        (self == Self::WebKit).then(|| env::var("VAT_WEBKIT_MISSING").ok()).flatten()
    }

    fn driver_variable(self) -> &'static str {
        match self {
            Self::Chromium => "VAT_CHROMEDRIVER",
            Self::Firefox => "VAT_GECKODRIVER",
            Self::WebKit => "VAT_WEBKITDRIVER",
        }
    }

    fn driver_arguments(self, port: u16) -> Vec<String> {
        let mut arguments = vec![format!("--port={port}")];
        if self == Self::Firefox {
            // Else it takes a fixed port, which may be taken.
            arguments.push("--websocket-port=0".to_owned());
        }
        arguments
    }

    /// A browser that asks nobody how to print, and prints into a folder; Chromium only where it has a window.
    fn capabilities(self, paper: &Path, window: bool) -> Outcome<Capabilities> {
        let own = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": told("VAT_CHROMIUM")?,
                    "args": [
                        if window { "--kiosk-printing" } else { "--headless=new" }, "--no-sandbox", "--disable-gpu",
                        "--disable-quic", "--no-first-run", "--disable-background-networking",
                    ],
                    "prefs": {
                        "savefile.default_directory": paper,
                        "printing.print_preview_sticky_settings.appState": json!({
                            "version": 2,
                            "recentDestinations": [{ "id": "Save as PDF", "origin": "local", "account": "" }],
                            "selectedDestinationId": "Save as PDF",
                            "isHeaderFooterEnabled": false,
                        }).to_string(),
                    },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": told("VAT_FIREFOX")?,
                    "args": ["-headless"],
                    "prefs": {
                        "print.always_print_silent": true,
                        "print_printer": "Mozilla Save to PDF",
                        "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
                        "print.printer_Mozilla_Save_to_PDF.print_to_filename": paper.join("printed.pdf"),
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": told("VAT_MINIBROWSER")?, "args": ["--automation"] },
            }),
        };
        match own {
            Value::Object(fields) => Ok(fields.into()),
            _ => Ok(Capabilities::new()),
        }
    }
}

impl Session {
    /// Starts driver and browser.
    pub async fn start(engine: Engine) -> Outcome<Self> {
        Self::start_with(engine, false).await
    }

    /// The same, with a window where it takes one to print.
    pub async fn that_prints(engine: Engine) -> Outcome<Self> {
        Self::start_with(engine, true).await
    }

    /// The folder in which the browser leaves what it has printed.
    pub fn paper(&self) -> PathBuf {
        self.processes.paper()
    }

    async fn start_with(engine: Engine, window: bool) -> Outcome<Self> {
        let port = free_port()?;
        let processes = Processes::start(engine, port)?;
        until(&format!("{} to listen", engine.name()), async || {
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
            Ok(TcpStream::connect(address).await.map(drop).map_err(|error| error.to_string()))
        })
        .await?;
        let driver =
            WebDriver::builder(format!("http://127.0.0.1:{port}"), engine.capabilities(&processes.paper(), window)?)
                .request_timeout(Duration::from_secs(60))
                .await
                .map_err(|error| {
                    let log = fs::read_to_string(processes.folder.join("driver.log")).unwrap_or_default();
                    format!("{} does not start: {error}\n{log}", engine.name())
                })?;
        let session = Self { driver, processes };
        session.driver.set_window_rect(0, 0, 1280, 900).await?;
        Ok(session)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The processes are ended; there is nobody left to say good-bye to. It fails only where that was said before.
        let _ = self.driver.clone().leak();
    }
}

impl Processes {
    fn paper(&self) -> PathBuf {
        self.folder.join("paper")
    }

    fn start(engine: Engine, port: u16) -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("vat-browser-{}-{count}-{}", process::id(), engine.name()));
        fs::create_dir_all(folder.join("paper"))?;
        let log = File::create(folder.join("driver.log"))?;
        let driver = Command::new(told(engine.driver_variable())?)
            .args(engine.driver_arguments(port))
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()?;
        let mut undertaker = Command::new("sh")
            .args(["-c", UNDERTAKER, "undertaker", &driver.id().to_string()])
            .arg(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let lifeline = undertaker.stdin.take().ok_or("the undertaker has no input")?;
        Ok(Self { folder, _lifeline: lifeline })
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

/// Says something past the test runner, which keeps what a passing test prints to itself.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "{message}");
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
