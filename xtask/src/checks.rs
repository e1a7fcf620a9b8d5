//! Runs everything that must hold.

use std::{
    ffi::OsString,
    fs,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    build,
    error::Error,
    package,
    progress::seconds,
    project::Project,
    run::{Run, cargo_in},
    setup::{self, npm},
};

/// Gets what is missing, runs one step after the other until one fails, and sums up.
pub fn run_all(project: &Project) -> Result<(), Error> {
    let mut summary = Summary::default();
    let result = steps(project, &mut summary);
    summary.print();
    result
}

fn steps(project: &Project, summary: &mut Summary) -> Result<(), Error> {
    let mut told = summary.step("set-up", || setup::for_tests(project))?;
    summary.step("format", || check(project, "format", &["fmt", "--all", "--check"]))?;
    summary.step("clippy", || {
        let arguments = ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
        check(project, "clippy", &arguments)
    })?;
    summary
        .step("docs", || check(project, "docs", &["doc", "--workspace", "--no-deps", "--document-private-items"]))?;
    summary.step("native tests", || check(project, "native tests", &NATIVE_TESTS))?;
    summary.step("build", || build::build(project))?;
    let package = summary.step("package", || package::package(project))?;
    told.push(("VAT_PACKAGE", package.into()));
    summary.step("browser tests", || browser_tests(project, "browser tests", &["--skip=::webkit"], &told))?;
    summary.step("WebKit tests", || browser_tests(project, "WebKit tests", &["::webkit"], &told))?;
    if cfg!(target_os = "linux") {
        summary.step("speech tests", || speech_tests(project, &told))?;
    } else {
        println!("  what a screen reader says is NOT tested here: Orca runs on Linux only");
    }
    Ok(())
}

/// All but the browser tests, which need a feature of their own. With the feature of the build's hook, so that both are
/// compiled once.
const NATIVE_TESTS: [&str; 4] = ["test", "--workspace", "--features", "prerender"];

/// A cargo command that must succeed.
fn check(project: &Project, name: &str, arguments: &[&str]) -> Result<(), Error> {
    let mut command = cargo_in(project.root());
    run(project, name, command.args(arguments).env("RUSTDOCFLAGS", "-Dwarnings"), arguments)
}

/// Those of the tests on `dist/` that are `chosen`. They start browsers and drivers themselves. WebKit's are run apart:
/// beside two other browsers, on two cores, its driver loses it.
fn browser_tests(
    project: &Project,
    name: &str,
    chosen: &[&str],
    told: &[(&'static str, OsString)],
) -> Result<(), Error> {
    let arguments = [&["test", "--features", "prerender,browser-tests", "--test", "browser", "--"], chosen].concat();
    run(project, name, cargo_in(project.root()).args(&arguments).envs(told.iter().cloned()), &arguments)
}

/// What a screen reader says of `dist/`. They start displays of their own.
fn speech_tests(project: &Project, told: &[(&'static str, OsString)]) -> Result<(), Error> {
    let arguments = ["test", "--features", "prerender,browser-tests", "--test", "speech"];
    run(project, "speech tests", cargo_in(project.root()).args(arguments).envs(told.iter().cloned()), &arguments)
}

/// Gets what is missing, builds, and has the bench measure all or some `parts`, print what it found, and write it into
/// `docs/performance.md`.
pub fn bench(project: &Project, parts: &[String]) -> Result<(), Error> {
    let mut told = setup::for_tests(project)?;
    told.push(("VAT_ESBUILD", npm::esbuild(project)?.into()));
    told.push(("VAT_PEERS_MODULES", npm::peers_modules(project)?.into()));
    build::build(project)?;
    let mut arguments = vec!["bench", "--features", "browser-tests", "--bench", "performance", "--"];
    arguments.extend(parts.iter().map(String::as_str));
    let report = project.work().join("bench.log");
    run(project, "bench", cargo_in(project.root()).args(&arguments).envs(told), &arguments)?;
    let report = fs::read_to_string(&report).map_err(Error::file("read", &report))?;
    report.lines().filter(|line| line.starts_with('|')).for_each(|line| println!("{line}"));
    Ok(())
}

fn run(project: &Project, name: &str, command: &mut Command, arguments: &[&str]) -> Result<(), Error> {
    // What failed says so itself; of its output, a backtrace would leave nothing else to be shown.
    command.env("RUST_BACKTRACE", "0");
    let by_hand = format!("mend that; `cargo {}` runs this step alone", arguments.join(" "));
    Run { what: name, takes: None, log: &name.replace(' ', "-"), remedy: &by_hand }.run(project, command)
}

/// What was run, whether it held, and how long it took.
#[derive(Default)]
struct Summary {
    lines: Vec<(&'static str, bool, Duration)>,
}

impl Summary {
    fn step<T>(&mut self, name: &'static str, run: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let began = Instant::now();
        let result = run();
        self.lines.push((name, result.is_ok(), began.elapsed()));
        result
    }

    fn print(&self) {
        println!("\n{:<16}{:<8}{:>8}", "step", "result", "seconds");
        for (name, held, time) in &self.lines {
            let result = if *held { "ok" } else { "FAILED" };
            println!("{name:<16}{result:<8}{:>8}", seconds(*time));
        }
        let total = self.lines.iter().map(|(_, _, time)| *time).sum();
        println!("{:<24}{:>8}", "all", seconds(total));
    }
}
