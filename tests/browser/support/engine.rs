//! The three engines, and a session of one: its driver, its browser, and the connection to them.

use std::{
    env, fs,
    io::Write,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::net::TcpStream;

use super::{
    Outcome,
    display::Display,
    printer::Paper,
    processes::{Processes, told},
    wait::until,
};

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
    /// Where its windows are; none where it has none, and where the system has a desktop for all.
    _display: Option<Display>,
}

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
            // What its readers ask for is set in its own window.
            arguments.push("--allow-system-access".to_owned());
        }
        arguments
    }

    /// A browser that asks nobody how to print, and prints into a folder, on this paper; Chromium only where it has a
    /// window, and Firefox alone has paper of its own, whatever a document asks for.
    fn capabilities(self, folder: &Path, paper: Option<Paper>) -> Outcome<Capabilities> {
        let in_printer = paper.unwrap_or(Paper::A4);
        let (width, height) = in_printer.sides();
        let inches = |points: u32| (f64::from(points) / 72.0).to_string();
        let own = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": told("VAT_CHROMIUM")?,
                    "args": [
                        if paper.is_some() { "--kiosk-printing" } else { "--headless=new" }, "--no-sandbox", "--disable-gpu",
                        "--disable-quic", "--no-first-run", "--disable-background-networking",
                    ],
                    "prefs": {
                        "savefile.default_directory": folder,
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
                        "print.printer_Mozilla_Save_to_PDF.print_to_filename": folder.join("printed.pdf"),
                        "print.printer_Mozilla_Save_to_PDF.print_paper_id": in_printer.id(),
                        "print.printer_Mozilla_Save_to_PDF.print_paper_width": inches(width),
                        "print.printer_Mozilla_Save_to_PDF.print_paper_height": inches(height),
                        "print.printer_Mozilla_Save_to_PDF.print_paper_size_unit": 0,
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
        Self::start_with(engine, None).await
    }

    /// The same with this paper in its printer, and with a window where it takes one to print.
    pub async fn that_prints(engine: Engine, paper: Paper) -> Outcome<Self> {
        Self::start_with(engine, Some(paper)).await
    }

    /// The folder in which the browser leaves what it has printed.
    pub fn printed(&self) -> PathBuf {
        printed(&self.processes)
    }

    async fn start_with(engine: Engine, paper: Option<Paper>) -> Outcome<Self> {
        let port = free_port()?;
        let has_windows = engine == Engine::WebKit || paper.is_some();
        let display = if cfg!(target_os = "linux") && has_windows { Some(Display::start().await?) } else { None };
        let processes = start_driver(engine, port, display.as_ref())?;
        until(&format!("{} to listen", engine.name()), async || {
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
            Ok(TcpStream::connect(address).await.map(drop).map_err(|error| error.to_string()))
        })
        .await?;
        let driver =
            WebDriver::builder(format!("http://127.0.0.1:{port}"), engine.capabilities(&printed(&processes), paper)?)
                .request_timeout(Duration::from_secs(60))
                .await
                .map_err(|error| {
                    let log = processes.log();
                    format!("{} does not start: {error}\n{log}", engine.name())
                })?;
        let session = Self { driver, processes, _display: display };
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

/// The folder in which a browser leaves what it has printed.
fn printed(processes: &Processes) -> PathBuf {
    processes.folder().join("printed")
}

/// The driver and, in its process group, the browser.
fn start_driver(engine: Engine, port: u16, display: Option<&Display>) -> Outcome<Processes> {
    let processes = Processes::new(engine.name())?;
    fs::create_dir(printed(&processes))?;
    let mut driver = Command::new(told(engine.driver_variable())?);
    if let Some(display) = display {
        driver.env("DISPLAY", display.name());
    }
    if engine == Engine::WebKit {
        // Its interpreter of wasm reads below the stack pointer when a call returns, on x86-64: a signal at that moment, and
        // the page is lost, or goes on with wrong values (https://bugs.webkit.org/show_bug.cgi?id=308691, in WebKitGTK 2.50
        // and before). The interpreter before it fails, too. So all is compiled before it runs.
        driver.env("JSC_useWasmIPInt", "0").env("JSC_useWasmLLInt", "0").env("JSC_useOMGJIT", "0");
    }
    processes.start(driver.args(engine.driver_arguments(port)))
}

/// Says something past the test runner, which keeps what a passing test prints to itself.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "{message}");
}

/// A port that nobody listens at.
pub fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
