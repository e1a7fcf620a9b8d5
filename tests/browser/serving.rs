//! The examples of `docs/serving.md`, run: what nginx and Caddy send, and what a second visit still asks for.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::TcpStream,
    os::unix::fs::symlink,
    process::Command,
};

use sha2::{Digest, Sha256};
use xtask::integrity;

use crate::{
    Browser, Engine, Outcome,
    support::{
        engine::free_port,
        page::{Draft, Page, dist},
        processes::{Processes, told},
        wait::until,
    },
};

in_every_engine![a_second_visit_asks_for_nothing_that_has_a_hash];

const DOCS: &str = include_str!("../../docs/serving.md");
const FOLDER: &str = "/victim-assistance";

/// A server that runs as the documentation says.
struct Server {
    port: u16,
    processes: Processes,
}

/// Servers are told to let browsers keep it, without asking again.
fn is_kept_for_ever(file: &str) -> bool {
    ["table", "export", "reader"].iter().any(|part| file.starts_with(&format!("victim-assistance-{part}-")))
}

/// The lines that are marked as this language.
fn example(language: &str) -> Outcome<&'static str> {
    let (_, after) = DOCS.split_once(&format!("```{language}\n")).ok_or("docs/serving.md holds no such example")?;
    Ok(after.split_once("```").ok_or("the example has no end")?.0)
}

impl Server {
    async fn nginx() -> Outcome<Self> {
        let processes = Processes::new("nginx")?;
        let port = free_port()?;
        let folder = processes.folder().to_owned();
        symlink(dist()?, folder.join("victim-assistance"))?;
        let place = folder.display();
        let own = example("nginx")?
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("/srv/www", &place.to_string());
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {place}/{kind};\n"))
            .concat();
        let config = format!(
            "daemon off;\nuser root;\npid {place}/pid;\nload_module {};\nevents {{}}\nhttp {{\n{temporary}\
            log_format asked '$status $uri';\naccess_log {place}/asked asked;\n{own}}}\n",
            told("VAT_NGINX_BROTLI")?
        );
        fs::write(folder.join("nginx.conf"), config)?;
        let mut command = Command::new(told("VAT_NGINX")?);
        command.args(["-e", "stderr", "-c"]).arg(folder.join("nginx.conf"));
        Self { port, processes: processes.start(&mut command)? }.started().await
    }

    async fn caddy() -> Outcome<Self> {
        let processes = Processes::new("caddy")?;
        let port = free_port()?;
        let folder = processes.folder().to_owned();
        symlink(dist()?, folder.join("victim-assistance"))?;
        let own = example("caddyfile")?
            .replace(":80 {", &format!("http://127.0.0.1:{port} {{"))
            .replace("/srv/www", &folder.display().to_string());
        fs::write(folder.join("Caddyfile"), format!("{{\n    admin off\n}}\n{own}"))?;
        let mut command = Command::new(told("VAT_CADDY")?);
        command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
        command.env("HOME", &folder).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
        Self { port, processes: processes.start(&mut command)? }.started().await
    }

    async fn started(self) -> Outcome<Self> {
        until("the server to listen", async || {
            let there = TcpStream::connect(("127.0.0.1", self.port));
            Ok(there.map(drop).map_err(|error| format!("{error}: {}", self.processes.log())))
        })
        .await?;
        Ok(self)
    }

    /// The answer to a GET of a file: all of its bytes, and its headers, in small letters.
    fn get(&self, file: &str, headers: &str) -> Outcome<(usize, BTreeMap<String, String>)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        write!(
            stream,
            "GET {FOLDER}/{file} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\n{headers}connection: close\r\n\r\n",
            self.port
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or("no headers")?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
        let named = lines.filter_map(|line| line.split_once(": "));
        let named = named.map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Ok((answer.len(), named.chain([("status".to_owned(), status)]).collect()))
    }

    /// Looks at the headers of every file.
    fn serves_all_well(&self) -> Outcome {
        for file in integrity::files(&dist()?)?.iter().filter(|file| !file.ends_with(".br") && !file.ends_with(".gz")) {
            for (accepts, packed) in [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("identity", None)] {
                let (_, headers) = self.get(file, &format!("accept-encoding: {accepts}\r\n"))?;
                let header = |name: &str| headers.get(name).map(String::as_str);
                assert_eq!(header("status"), Some("200"), "{file}");
                let kind = header("content-type").unwrap_or_default().split(';').next().unwrap_or_default();
                let wanted: &[&str] = match file.rsplit_once('.').map(|(_, end)| end) {
                    Some("wasm") => &["application/wasm"],
                    Some("js") => &["text/javascript", "application/javascript"],
                    Some("css") => &["text/css"],
                    Some("html") => &["text/html"],
                    Some("json") => &["application/json"],
                    _ => continue,
                };
                assert!(wanted.contains(&kind), "{file} is served as {kind}");
                assert_eq!(header("content-encoding"), packed, "{file}, where {accepts} is accepted");
                let cached = if is_kept_for_ever(file) { "public, max-age=31536000, immutable" } else { "no-cache" };
                assert_eq!(header("cache-control"), Some(cached), "{file}");
                assert_eq!(header("access-control-allow-origin"), Some("*"), "{file}");
            }
        }
        Ok(())
    }

    /// What was asked for since the last look, with the status of each answer.
    fn asked(&self) -> Outcome<Vec<(String, String)>> {
        let log = self.processes.folder().join("asked");
        let lines = fs::read_to_string(&log)?;
        fs::write(&log, "")?;
        let asked = lines.lines().filter_map(|line| line.split_once(' '));
        let own = asked.filter(|(_, path)| path.starts_with(FOLDER) && !path.ends_with("favicon.ico"));
        Ok(own.map(|(status, path)| (status.to_owned(), path[FOLDER.len() + 1..].to_owned())).collect())
    }
}

/// Goes to the demo page, and waits for its table; what was asked for.
async fn visit(page: &Page, server: &Server) -> Outcome<Vec<(String, String)>> {
    page.browser.driver.goto("about:blank").await?;
    page.browser.driver.goto(format!("http://127.0.0.1:{}{FOLDER}/index.html", server.port)).await?;
    page.js_async("await customElements.whenDefined('victim-assistance-table'); await document.querySelector('victim-assistance-table').ready;")
        .await?;
    server.asked()
}

async fn a_second_visit_asks_for_nothing_that_has_a_hash(browser: Browser) -> Outcome {
    let server = Server::nginx().await?;
    let page = Draft::new("")?.open(&browser).await?;
    let first = visit(&page, &server).await?;
    assert!(first.iter().all(|(status, _)| status == "200"), "{first:?}");
    let is_hashed = |(_, file): &&(String, String)| file.starts_with("victim-assistance-table-");
    assert_eq!(first.iter().filter(is_hashed).count(), 2, "{first:?}");

    let mut second = visit(&page, &server).await?;
    if browser.engine == Engine::WebKit {
        // Where it is automated it has no cache on a disk, and its other one keeps nothing that a script has fetched. In a
        // window of its own it asks for no wasm again.
        second.retain(|(_, file)| !file.ends_with(".wasm"));
    }
    assert_eq!(second.iter().find(is_hashed), None);
    assert!(second.iter().all(|(status, _)| status == "304"), "{second:?}");
    assert!(second.iter().any(|(_, file)| file == "index.html"), "{second:?}");
    Ok(())
}

/// What may be kept for ever must never change under its name.
#[test]
fn what_is_served_for_ever_is_named_by_its_content() -> Outcome {
    let dist = dist()?;
    let mut seen = 0;
    for file in integrity::files(&dist)?.iter().filter(|file| is_kept_for_ever(file)) {
        if file.ends_with(".br") || file.ends_with(".gz") {
            continue;
        }
        let hash: String =
            Sha256::digest(fs::read(dist.join(file))?).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(file.contains(&format!("-{}", &hash[..16])), "{file} has the hash {hash}");
        seen += 1;
    }
    assert_eq!(seen, 7, "three scripts, four wasm");
    Ok(())
}

#[tokio::test]
async fn nginx_serves_all_as_documented() -> Outcome {
    Server::nginx().await?.serves_all_well()
}

#[tokio::test]
async fn caddy_serves_all_as_documented() -> Outcome {
    Server::caddy().await?.serves_all_well()
}

#[tokio::test]
async fn a_million_visits_weigh_what_is_documented() -> Outcome {
    let server = Server::nginx().await?;
    let files = integrity::files(&dist()?)?;
    let hashed = files.into_iter().filter(|file| file.starts_with("victim-assistance-table-"));
    let hashed =
        hashed.filter(|file| !file.contains("_on_demand") && (file.ends_with(".js") || file.ends_with(".wasm")));
    let asked_again = ["index.html", "table.css", "page.css", "victim-assistance-table.js"];
    let (mut first, mut later) = (0, 0);
    for file in hashed {
        first += server.get(&file, "accept-encoding: br\r\n")?.0;
    }
    for file in asked_again {
        let (bytes, headers) = server.get(file, "accept-encoding: br\r\n")?;
        first += bytes;
        let known = format!("accept-encoding: br\r\nif-none-match: {}\r\n", headers.get("etag").ok_or("no ETag")?);
        let (bytes, headers) = server.get(file, &known)?;
        assert_eq!(headers.get("status").map(String::as_str), Some("304"), "{file}");
        later += bytes;
    }
    assert_documented("first", first)?;
    assert_documented("later", later)?;
    Ok(())
}

/// That the documentation is right to a twentieth.
fn assert_documented(visits: &str, bytes: usize) -> Outcome {
    let (_, row) = DOCS.split_once(&format!("| a million {visits} ones | ")).ok_or("docs/serving.md lacks a row")?;
    let documented: f64 = row.split(" GB").next().unwrap_or_default().parse()?;
    // A thousand bytes a visit are a GB.
    let measured = f64::from(u32::try_from(bytes)?) / 1000.0;
    assert!((documented / measured - 1.0).abs() < 0.05, "a million {visits} visits weigh {measured:.1} GB");
    Ok(())
}
