//! The browsers of the tests, the programs that drive them, the display WebKit needs, web servers, and a desktop with a
//! screen reader.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use super::apt;
use crate::{error::Error, project::Project};

/// A program the tests need.
struct Needed {
    /// The variable in which the tests are told where it is; none if PATH is enough.
    variable: Option<&'static str>,
    /// The names it may have on PATH.
    names: &'static [&'static str],
    /// Where it may be otherwise.
    places: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
    /// Whether it is there on Linux only.
    linux_only: bool,
}

const NEEDED: [Needed; 15] = [
    Needed {
        variable: Some("VAT_CHROMIUM"),
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        places: &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ],
        package: "chromium",
        linux_only: false,
    },
    Needed {
        variable: Some("VAT_CHROMEDRIVER"),
        names: &["chromedriver"],
        places: &[],
        package: "chromium-driver",
        linux_only: false,
    },
    Needed {
        variable: Some("VAT_FIREFOX"),
        names: &["firefox-esr", "firefox"],
        places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
        package: "firefox-esr",
        linux_only: false,
    },
    Needed {
        variable: Some("VAT_WEBKITDRIVER"),
        names: &["WebKitWebDriver"],
        places: &[],
        package: "webkit2gtk-driver",
        linux_only: true,
    },
    // `*` stands for the name of the machine's architecture.
    Needed {
        variable: Some("VAT_MINIBROWSER"),
        names: &[],
        places: &[
            "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/*/webkitgtk-6.0/MiniBrowser",
            "/usr/lib/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        ],
        package: "libwebkit2gtk-4.1-0",
        linux_only: true,
    },
    Needed { variable: None, names: &["Xvfb"], places: &[], package: "xvfb", linux_only: true },
    // The tests read what would be printed.
    Needed { variable: None, names: &["pdftotext"], places: &[], package: "poppler-utils", linux_only: false },
    // The Nu HTML checker runs on it.
    Needed { variable: None, names: &["java"], places: &[], package: "default-jre-headless", linux_only: false },
    // The servers of the examples in docs/serving.md.
    Needed {
        variable: Some("VAT_NGINX"),
        names: &["nginx"],
        places: &["/usr/sbin/nginx"],
        package: "nginx",
        linux_only: true,
    },
    Needed {
        variable: Some("VAT_NGINX_BROTLI"),
        names: &[],
        places: &["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
        package: "libnginx-mod-http-brotli-static",
        linux_only: true,
    },
    Needed { variable: Some("VAT_CADDY"), names: &["caddy"], places: &[], package: "caddy", linux_only: true },
    // The screen reader, the desktop it needs, and what presses the keys.
    Needed { variable: None, names: &["orca"], places: &[], package: "orca", linux_only: true },
    Needed { variable: None, names: &["dbus-run-session"], places: &[], package: "dbus-daemon", linux_only: true },
    Needed { variable: None, names: &["openbox"], places: &[], package: "openbox", linux_only: true },
    Needed { variable: None, names: &["xdotool"], places: &[], package: "xdotool", linux_only: true },
];

/// Sees to it that all are there; what the browser tests are told about them.
///
/// Outside Linux there is no WebKit that these tests can drive. It is said here, and to the tests in
/// `VAT_WEBKIT_MISSING`; a suite that has neither this nor `VAT_WEBKITDRIVER` must fail.
pub fn all(project: &Project) -> Result<Vec<(&'static str, OsString)>, Error> {
    let wanted = || NEEDED.iter().filter(|needed| cfg!(target_os = "linux") || !needed.linux_only);
    let missing: Vec<&Needed> = wanted().filter(|needed| needed.find().is_none()).collect();
    if !missing.is_empty() {
        let mut packages: Vec<&str> = missing.iter().map(|needed| needed.package).collect();
        packages.dedup();
        if !apt::is_there() {
            return Err(not_there(&missing, &packages));
        }
        apt::install(project, "install browsers and their drivers", &packages)?;
    }

    let mut told = Vec::new();
    for needed in wanted() {
        let Some(path) = needed.find() else {
            return Err(not_there(&[needed], &[needed.package]));
        };
        told.extend(needed.variable.map(|variable| (variable, path.into_os_string())));
    }
    if !cfg!(target_os = "linux") {
        println!(
            "  WebKit is NOT tested here: WebKitGTK's driver runs on Linux only, and safaridriver is not supported"
        );
        told.push(("VAT_WEBKIT_MISSING", "WebKitGTK's driver runs on Linux only".into()));
    }
    Ok(told)
}

impl Needed {
    fn find(&self) -> Option<PathBuf> {
        let on_path = self.names.iter().find_map(|name| which::which(name).ok());
        on_path.or_else(|| self.places.iter().find_map(|place| find_file(place)))
    }

    fn name(&self) -> &'static str {
        let last = |place: &&'static str| place.rsplit('/').next();
        self.names.first().copied().or_else(|| self.places.first().and_then(last)).unwrap_or(self.package)
    }
}

fn not_there(missing: &[&Needed], packages: &[&str]) -> Error {
    let names: Vec<&str> = missing.iter().map(|needed| needed.name()).collect();
    Error::Missing {
        program: names.join(", "),
        remedy: format!("install what the browser tests need; on Debian {} does", apt::by_hand(packages)),
    }
}

/// The file at this place, in which one `*` may stand for any folder.
fn find_file(place: &str) -> Option<PathBuf> {
    let Some((before, after)) = place.split_once("*/") else {
        return Path::new(place).is_file().then(|| place.into());
    };
    let folders = fs::read_dir(before).ok()?;
    folders.flatten().map(|folder| folder.path().join(after)).find(|path| path.is_file())
}
