//! What a reader has asked the system or the browser for, where the engine can be told: Chromium over DevTools, Firefox
//! by scripts that run in its own window. Whatever is asked for stays until it is taken back.

use serde_json::{Value, json};

use super::{Outcome, engine::Engine, firefox::in_own_window, pool::Browser, wait::until};

/// A wish about colours.
#[derive(Debug, Clone, Copy)]
pub enum Colours {
    /// Those of the system, whatever a page asks for. Chromium's are those of Windows, light or dark.
    Forced,
    /// The page's own, with more contrast.
    MoreContrast,
}

impl Colours {
    /// The media feature that tells a page, and its value.
    const fn feature(self) -> (&'static str, &'static str) {
        match self {
            Self::Forced => ("forced-colors", "active"),
            Self::MoreContrast => ("prefers-contrast", "more"),
        }
    }

    /// What Firefox is set to: as where the system has a theme for that, and whether it forces its colours.
    fn settings(self) -> Value {
        match self {
            Self::Forced => json!({ "browser.display.document_color_use": 2 }),
            Self::MoreContrast => json!({ "browser.display.document_color_use": 1, "ui.useAccessibilityTheme": 1 }),
        }
    }
}

/// Asks for such colours, and waits until the page that is open knows. Says whether the engine can be told.
pub async fn prefer(browser: &Browser, colours: Colours) -> Outcome<bool> {
    let (name, value) = colours.feature();
    match browser.engine {
        Engine::Chromium => emulate(browser, json!([{ "name": name, "value": value }])).await?,
        Engine::Firefox => set(browser, colours.settings()).await?,
        Engine::WebKit => return Ok(false),
    }
    let query = format!("return matchMedia('({name}: {value})').matches;");
    comes_to(browser, &format!("{name}: {value}"), &query, json!(true)).await?;
    Ok(true)
}

/// Takes it back.
pub async fn prefer_nothing(browser: &Browser) -> Outcome {
    match browser.engine {
        Engine::Chromium => emulate(browser, json!([])).await,
        Engine::Firefox => {
            let usual = json!({ "browser.display.document_color_use": null, "ui.useAccessibilityTheme": null });
            set(browser, usual).await
        }
        Engine::WebKit => Ok(()),
    }
}

/// Enlarges the page that is open so many times. Says whether the engine can be told.
pub async fn zoom(browser: &Browser, times: u32) -> Outcome<bool> {
    match browser.engine {
        Engine::Chromium => {
            let ratio = json!({ "width": 0, "height": 0, "deviceScaleFactor": times, "mobile": false });
            browser.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", ratio).await?;
        }
        // As by its menu.
        Engine::Firefox => run_in_own_window(browser, "FullZoom.setZoom(arguments[0]);", json!(times)).await?,
        Engine::WebKit => return Ok(false),
    }
    comes_to(browser, "the zoom", "return devicePixelRatio;", json!(times)).await?;
    Ok(true)
}

/// Takes it back.
pub async fn unzoom(browser: &Browser) -> Outcome {
    match browser.engine {
        Engine::Chromium => {
            browser.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        }
        Engine::Firefox => run_in_own_window(browser, "return FullZoom.reset();", json!(null)).await?,
        Engine::WebKit => {}
    }
    Ok(())
}

async fn emulate(browser: &Browser, features: Value) -> Outcome {
    browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    Ok(())
}

/// Sets what Firefox keeps in `about:config`, numbers by their names; null is the usual.
async fn set(browser: &Browser, settings: Value) -> Outcome {
    let script = "for (const [name, value] of Object.entries(arguments[0])) {
        if (value === null) Services.prefs.clearUserPref(name);
        else Services.prefs.setIntPref(name, value);
    }";
    run_in_own_window(browser, script, settings).await
}

async fn run_in_own_window(browser: &Browser, script: &str, argument: Value) -> Outcome {
    in_own_window(browser, async || Ok(browser.driver.execute(script, vec![argument]).await.map(drop)?)).await
}

async fn comes_to(browser: &Browser, what: &str, script: &str, wanted: Value) -> Outcome {
    until(what, async || {
        let found = browser.driver.execute(script, []).await?.json().clone();
        Ok(if found == wanted { Ok(()) } else { Err(found.to_string()) })
    })
    .await
}
