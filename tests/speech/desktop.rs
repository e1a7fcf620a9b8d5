//! A desktop of its own, on which a browser shows the widget and Orca says what is there.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use xtask::site::{Server, Site, serve};

use crate::{
    Outcome,
    display::Display,
    processes::{Processes, told},
    wait::until_within,
};

/// A browser that tells screen readers of its pages on this desktop.
#[derive(Debug, Clone, Copy)]
pub enum Browser {
    Firefox,
    Chromium,
}

/// What runs on the desktop; dropping it ends all of it.
pub struct Desktop {
    processes: Processes,
    display: Display,
    _server: Server,
}

/// So long the start of all of it may take.
const START: Duration = Duration::from_secs(60);

/// The title of the page when the table is there.
const READY: &str = "The table is there";

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page with the widget</title>
<link rel="icon" href="data:,">
<script>addEventListener('vat-ready', () => { document.title = 'The table is there'; });</script>
<link rel="stylesheet" href="/table.css">
<script type="module" src="/victim-assistance-table.js"></script>
<body>
<main>
<h1>A page with the widget</h1>
<victim-assistance-table></victim-assistance-table>
</main>
"#;

/// Nothing is said twice: neither the keys that are pressed, nor the page before anybody asks.
const ORCA: &str = r#"{
    "general": { "enableKeyEcho": false, "sayAllOnLoad": false },
    "profiles": { "default": { "profile": ["Default", "default"], "enableKeyEcho": false, "sayAllOnLoad": false } },
    "pronunciations": {},
    "keybindings": {}
}"#;

/// What Orca notes can be read at once.
const ORCA_CUSTOMIZATIONS: &str = "from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n";

/// It talks to screen readers without being asked whether any is there, and opens nothing but the page.
const FIREFOX: &str = r#"
user_pref("accessibility.force_disabled", -1);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.newtab.preload", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"#;

impl Browser {
    /// Its name in file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::Chromium => "chromium",
        }
    }

    /// Opens a page in a window without an address bar, and keeps what it knows in a folder.
    fn command(self, home: &Path, address: &str) -> Outcome<Vec<String>> {
        let profile = home.join("profile").display().to_string();
        let words = match self {
            Self::Firefox => [&told("VAT_FIREFOX")?, "--no-remote", "--profile", &profile, "--kiosk", address]
                .map(str::to_owned)
                .to_vec(),
            Self::Chromium => {
                let options = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                     --force-renderer-accessibility --window-position=0,0 --window-size=1280,900";
                let own = [format!("--user-data-dir={profile}"), format!("--app={address}")];
                [told("VAT_CHROMIUM")?].into_iter().chain(options.split(' ').map(str::to_owned)).chain(own).collect()
            }
        };
        Ok(words)
    }
}

impl Desktop {
    /// Starts everything, and waits until the table is there.
    pub async fn start(browser: Browser) -> Outcome<Self> {
        let mut site = Site::new(told("VAT_DIST")?);
        site.texts.insert("/test.html".to_owned(), PAGE.to_owned());
        let server = serve(site, 0).await?;

        let display = Display::start().await?;
        let processes = Processes::new(&format!("speech-{}", browser.name()))?;
        let home = processes.folder().to_owned();
        write(&home, "openbox.xml", r#"<openbox_config xmlns="http://openbox.org/3.4/rc"/>"#)?;
        write(&home, ".local/share/orca/user-settings.conf", ORCA)?;
        write(&home, ".local/share/orca/orca-customizations.py", ORCA_CUSTOMIZATIONS)?;
        write(&home, "profile/user.js", FIREFOX)?;
        write(&home, "desktop.sh", include_str!("desktop.sh"))?;
        let address = format!("http://{}/test.html", server.address());
        let processes = processes.start(
            Command::new("dbus-run-session")
                .args(["--", "sh"])
                .arg(home.join("desktop.sh"))
                .args(browser.command(&home, &address)?)
                .current_dir(&home)
                .env("DISPLAY", display.name())
                .env("HOME", &home)
                .env("XDG_RUNTIME_DIR", home.join("run"))
                .env("LC_ALL", "C.UTF-8")
                .env("GTK_MODULES", "gail:atk-bridge")
                .env("ACCESSIBILITY_ENABLED", "1")
                .env("GNOME_ACCESSIBILITY", "1"),
        )?;
        let desktop = Self { processes, display, _server: server };
        until_within(START, "the table", async || {
            let window = desktop.xdotool(&["search", "--name", READY]).status()?;
            Ok(if window.success() { Ok(()) } else { Err(desktop.processes.log()) })
        })
        .await?;
        Ok(desktop)
    }

    /// Presses a key, with others held down: `alt+shift+Right`.
    pub fn press(&self, key: &str) -> Outcome {
        self.succeeds(&["key", key])
    }

    /// Types a text, key by key.
    pub fn write(&self, text: &str) -> Outcome {
        self.succeeds(&["type", "--delay", "60", text])
    }

    /// All that Orca has noted.
    pub fn log(&self) -> Outcome<String> {
        Ok(String::from_utf8_lossy(&fs::read(self.processes.folder().join("orca.log"))?).into_owned())
    }

    fn succeeds(&self, arguments: &[&str]) -> Outcome {
        let status = self.xdotool(arguments).status()?;
        if status.success() { Ok(()) } else { Err(format!("xdotool {arguments:?}: {status}").into()) }
    }

    fn xdotool(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("xdotool");
        // A window that goes while it looks is no matter.
        command.args(arguments).env("DISPLAY", self.display.name()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

fn write(home: &Path, file: &str, text: &str) -> Outcome {
    let path = home.join(file);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}
