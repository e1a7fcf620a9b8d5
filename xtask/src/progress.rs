//! What is said while a step runs: one line, with the seconds it took at its end.

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

/// A step that has begun.
pub struct Step {
    began: Instant,
}

impl Step {
    /// Says what is being done.
    pub fn begin(what: &str) -> Self {
        print!("  {what} … ");
        // A terminal that cannot be written to is no reason to stop.
        let _ = io::stdout().flush();
        Self { began: Instant::now() }
    }

    /// Says how long it took, however it ended.
    pub fn end<T, E>(self, result: Result<T, E>) -> Result<T, E> {
        let seconds = seconds(self.began.elapsed());
        match &result {
            Ok(_) => println!("{seconds} s"),
            Err(_) => println!("failed after {seconds} s"),
        }
        result
    }
}

/// A time as it is shown everywhere.
pub fn seconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64())
}
