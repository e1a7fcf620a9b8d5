//! Packages of Debian.

use std::{fs, process::Command};

use crate::{
    error::Error,
    project::Project,
    run::{Run, output_of},
};

/// Whether this is Debian: only there are the packages known by these names.
pub fn is_there() -> bool {
    which::which("apt-get").is_ok() && fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text))
}

/// Installs those packages that are missing.
pub fn install(project: &Project, what: &str, packages: &[&str]) -> Result<(), Error> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(mut update) = as_root() else {
        return Err(Error::Missing {
            program: "sudo".to_owned(),
            remedy: format!("run as root {}", by_hand(&missing)),
        });
    };
    let remedy = format!("check the network and your permissions, or run {}", by_hand(&missing));
    Run { what: "ask Debian for its lists of packages", takes: None, log: "apt-update", remedy: &remedy }
        .run(project, update.args(["apt-get", "update"]))?;
    let Some(mut install) = as_root() else {
        return Ok(());
    };
    Run { what, takes: None, log: "apt-install", remedy: &remedy }.run(
        project,
        install
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends"])
            .args(&missing),
    )
}

/// What a person types for the same.
pub fn by_hand(packages: &[&str]) -> String {
    format!("`apt-get install --no-install-recommends {}`", packages.join(" "))
}

fn is_installed(package: &str) -> bool {
    output_of("dpkg-query", &["--show", "--showformat=${db:Status-Status}", package])
        .is_some_and(|status| status == "installed")
}

/// A command that runs its arguments as root; none if we are not, and have no sudo.
fn as_root() -> Option<Command> {
    if output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0") {
        return Some(Command::new("env"));
    }
    let mut command = Command::new(which::which("sudo").ok()?);
    command.arg("env");
    Some(command)
}

fn names_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| line == "ID=debian" || line == "ID=\"debian\"")
}

#[cfg(test)]
mod tests {
    use super::names_debian;

    #[test]
    fn debian_is_told_from_what_is_like_it() {
        assert!(names_debian("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"));
        assert!(!names_debian("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
    }
}
