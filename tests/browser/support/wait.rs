//! Waiting for what must come, with a deadline and a word on what did not.

use std::{
    fmt::Display,
    time::{Duration, Instant},
};

use super::Outcome;

/// So long a page may take for anything; machines that test are busy.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Looks again and again until it is there. `look` says what there is in its place.
pub async fn until<T>(
    awaited: &(impl Display + ?Sized),
    look: impl AsyncFn() -> Outcome<Result<T, String>>,
) -> Outcome<T> {
    until_within(PATIENCE, awaited, look).await
}

/// The same for what may take longer.
#[allow(dead_code, reason = "tests of the browsers do not wait longer")]
pub async fn until_within<T>(
    patience: Duration,
    awaited: &(impl Display + ?Sized),
    look: impl AsyncFn() -> Outcome<Result<T, String>>,
) -> Outcome<T> {
    let began = Instant::now();
    loop {
        match look().await? {
            Ok(there) => return Ok(there),
            Err(instead) if began.elapsed() > patience => {
                return Err(format!("waited {patience:?} for {awaited}; in its place: {instead}").into());
            }
            Err(_) => tokio::time::sleep(BETWEEN_LOOKS).await,
        }
    }
}
