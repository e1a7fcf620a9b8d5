//! What Orca says after a key, read from what it notes for its own developers.

use std::time::{Duration, Instant};

use crate::{Outcome, desktop::Desktop};

/// Who said all that was expected has nothing more to say after so long.
const BREATH: Duration = Duration::from_millis(700);
/// Who did not say it will not say it after so long a silence: announcements wait for half a second, machines for others.
const SILENCE: Duration = Duration::from_secs(4);
/// Nobody talks so long after one key.
const LIMIT: Duration = Duration::from_secs(40);

/// Waits until Orca, which has noted `before`, is done with the key that was pressed then; gives what it said. It is
/// done soon where it has said what was expected.
pub async fn hear(desktop: &Desktop, before: usize, is_expected: impl Fn(&[String]) -> bool) -> Outcome<Vec<String>> {
    let began = Instant::now();
    let (mut noted, mut since) = (before, began);
    loop {
        let log = desktop.log()?;
        if log.len() > noted {
            (noted, since) = (log.len(), Instant::now());
        }
        let said = utterances(log.get(before..).unwrap_or_default());
        let quiet = since.elapsed();
        if quiet > SILENCE || quiet > BREATH && is_expected(&said) {
            return Ok(said);
        }
        if began.elapsed() > LIMIT {
            return Err(format!("Orca still talks after {LIMIT:?}: {said:#?}").into());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What was said, the count of provisions last: a browser may tell of it before or after it tells of the control that it
/// follows from. Notes look like this, and go on with how it was said:
/// `21:08:56.699277 - SPEECH OUTPUT: 'Silent.'{'established': False}`
fn utterances(log: &str) -> Vec<String> {
    let said = log.lines().filter_map(|line| line.split_once(" - SPEECH OUTPUT: '"));
    let texts = said.map(|(_, rest)| {
        let end = ["'{", "'[", "' {"].iter().filter_map(|end| rest.find(end)).min();
        rest.get(..end.unwrap_or(rest.len() - 1)).unwrap_or(rest)
    });
    let mut said: Vec<_> = texts.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    said.sort_by_key(|text| text.contains(" provisions · "));
    said
}
