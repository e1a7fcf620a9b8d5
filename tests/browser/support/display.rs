//! A display that nobody sees.

use std::process::Command;

use super::{Outcome, processes::Processes, wait::until};

/// An X server. Dropping it ends it.
pub struct Display {
    _processes: Processes,
    name: String,
}

impl Display {
    /// Starts one; the server picks a number that nobody else has.
    pub async fn start() -> Outcome<Self> {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"]);
        let processes = Processes::new("display")?.start(&mut server)?;
        let name = until("a display", async || {
            let said = processes.log();
            let number = said.lines().find_map(|line| line.parse::<u32>().ok());
            Ok(number.map(|number| format!(":{number}")).ok_or(said))
        })
        .await?;
        Ok(Self { _processes: processes, name })
    }

    /// What programs that are to be seen on it find in the variable `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}
