//! Firefox's own window, with the page in it and the browser's controls around.

use serde_json::json;
use thirtyfour::{RequestData, SessionId, common::command::FormatRequestData};

use super::{Outcome, pool::Browser};

/// Does something there: scripts may do more than a page's, and keys go to what has the focus of all of it.
pub async fn in_own_window<T>(browser: &Browser, act: impl AsyncFnOnce() -> Outcome<T>) -> Outcome<T> {
    browser.driver.cmd(Context("chrome")).await?;
    let done = act().await;
    browser.driver.cmd(Context("content")).await?;
    done
}

/// What scripts and keys go to: the page, `content`, or the window around it, `chrome`.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new("POST".parse().expect("a method"), format!("session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}
