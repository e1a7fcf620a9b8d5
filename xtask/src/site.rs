//! A small web server at 127.0.0.1, for `cargo xtask serve` and for the browser tests.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use xtask::site::{HeaderName, HeaderValue, Site, Wasm, serve};
//!
//! let mut site = Site::new("dist");
//! site.headers.push((HeaderName::from_static("x-frame-options"), HeaderValue::from_static("DENY")));
//! site.wasm = Wasm::Missing;
//! let server = serve(site, 0).await?;
//! println!("http://{}", server.address());
//! # Ok(())
//! # }
//! ```

use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::services::ServeDir;

pub use axum::http::{HeaderName, HeaderValue};

/// What is served, and how.
#[derive(Debug, Clone)]
pub struct Site {
    /// The folder. Whatever in it has a name with a dot in front is not served.
    pub dir: PathBuf,
    /// Texts that are served beside the folder, or in place of one of its files, by path: `/probe.js`.
    pub texts: BTreeMap<String, String>,
    /// Sent with every answer, in place of headers of the same name.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// Files of the folder that are not there; where there is a text `/404.html`, it is sent in their place as if it
    /// were they.
    pub missing: Vec<String>,
    /// Whether files are sent as the build has packed them (`.br` beside them), to browsers that take them so.
    pub packed: bool,
    /// What becomes of files that end in `.wasm`.
    pub wasm: Wasm,
}

/// How a server treats WebAssembly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    /// As `application/wasm`.
    Right,
    /// As `application/octet-stream`, as servers do that do not know it.
    WrongType,
    /// Not at all: 404.
    Missing,
    /// To pages of the same site only, whatever the site's headers say.
    NotShared,
}

/// A server that runs until this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Site {
    /// The folder as any good server would serve it.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            texts: BTreeMap::new(),
            headers: Vec::new(),
            missing: Vec::new(),
            packed: false,
            wasm: Wasm::Right,
        }
    }
}

impl Server {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves a site from a task of the runtime this is called in. Port 0 is any that is free.
pub async fn serve(site: Site, port: u16) -> io::Result<Server> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    let files = ServeDir::new(&site.dir);
    let files = if site.packed { files.precompressed_br() } else { files };
    let router = Router::new().fallback_service(files).layer(middleware::from_fn_with_state(Arc::new(site), answer));
    let task = tokio::spawn(async move {
        // It ends only by being dropped.
        let _ = axum::serve(listener, router).await;
    });
    Ok(Server { address, task })
}

/// What the site changes about what a plain file server would answer.
async fn answer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let wasm = path.ends_with(".wasm");
    // Also `%2e`: a request is not decoded here.
    let hidden = path.to_ascii_lowercase().replace("%2e", ".").contains("/.");

    let missing = site.missing.iter().any(|missing| missing == path);
    let in_its_place = site.texts.get("/404.html").filter(|_| missing);

    let mut response = if let Some(text) = in_its_place {
        ([(header::CONTENT_TYPE, text_type(".html"))], text.clone()).into_response()
    } else if hidden || missing || (wasm && site.wasm == Wasm::Missing) {
        StatusCode::NOT_FOUND.into_response()
    } else if let Some(text) = site.texts.get(path) {
        ([(header::CONTENT_TYPE, text_type(path))], text.clone()).into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    if wasm && site.wasm == Wasm::WrongType {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    }
    // A reader always sees the newest build.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in &site.headers {
        headers.insert(name, value.clone());
    }
    if wasm && site.wasm == Wasm::NotShared {
        headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    }
    response
}

/// What a text is, by the end of its path.
fn text_type(path: &str) -> &'static str {
    if path.ends_with(".js") {
        "text/javascript"
    } else if path.ends_with(".css") {
        "text/css"
    } else {
        "text/html; charset=utf-8"
    }
}

#[cfg(test)]
mod tests {
    use std::{
        error::Error,
        fs,
        io::{Read, Write},
        net::TcpStream,
    };

    use super::*;

    /// The whole answer to a GET, headers in small letters.
    fn get(site: Site, path: &str) -> Result<String, Box<dyn Error>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let server = serve(site, 0).await?;
            let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
            let address = server.address();
            let answer = tokio::task::spawn_blocking(move || -> io::Result<String> {
                let mut stream = TcpStream::connect(address)?;
                stream.write_all(request.as_bytes())?;
                let mut answer = String::new();
                stream.read_to_string(&mut answer)?;
                Ok(answer)
            });
            Ok(answer.await??)
        })
    }

    fn site(name: &str) -> Result<Site, Box<dyn Error>> {
        let dir = std::env::temp_dir().join(format!("xtask-site-{name}-{}", std::process::id()));
        fs::create_dir_all(dir.join(".stage"))?;
        fs::write(dir.join("index.html"), "the page")?;
        fs::write(dir.join("a.wasm"), "code")?;
        fs::write(dir.join("b.js"), "1")?;
        fs::write(dir.join(".stage/index.html"), "half a page")?;
        Ok(Site::new(dir))
    }

    #[test]
    fn serves_a_folder_without_caching() -> Result<(), Box<dyn Error>> {
        let site = site("plain")?;
        let page = get(site.clone(), "/")?;
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("the page"), "{page}");
        assert!(page.contains("cache-control: no-store"), "{page}");
        assert!(get(site.clone(), "/a.wasm?x=1")?.contains("content-type: application/wasm"));
        assert!(get(site.clone(), "/b.js")?.contains("content-type: text/javascript"));
        assert!(get(site.clone(), "/none")?.starts_with("HTTP/1.1 404"));
        Ok(fs::remove_dir_all(site.dir)?)
    }

    #[test]
    fn serves_nothing_hidden() -> Result<(), Box<dyn Error>> {
        let site = site("hidden")?;
        for path in ["/.stage/index.html", "/%2Estage/index.html", "/../etc/passwd", "/.stage/"] {
            assert!(get(site.clone(), path)?.starts_with("HTTP/1.1 404"), "{path}");
        }
        Ok(fs::remove_dir_all(site.dir)?)
    }

    #[test]
    fn serves_wasm_wrongly_when_asked_to() -> Result<(), Box<dyn Error>> {
        let mut site = site("wasm")?;
        site.wasm = Wasm::WrongType;
        assert!(get(site.clone(), "/a.wasm")?.contains("content-type: application/octet-stream"));
        site.wasm = Wasm::Missing;
        assert!(get(site.clone(), "/a.wasm")?.starts_with("HTTP/1.1 404"));
        assert!(get(site.clone(), "/b.js")?.starts_with("HTTP/1.1 200"));
        Ok(fs::remove_dir_all(site.dir)?)
    }

    #[test]
    fn serves_texts_beside_and_in_place_of_files() -> Result<(), Box<dyn Error>> {
        let mut site = site("texts")?;
        site.texts.insert("/test.html".to_owned(), "a test".to_owned());
        site.texts.insert("/b.js".to_owned(), "2".to_owned());
        let page = get(site.clone(), "/test.html?x")?;
        assert!(page.contains("content-type: text/html") && page.ends_with("a test"), "{page}");
        let script = get(site.clone(), "/b.js")?;
        assert!(script.contains("content-type: text/javascript") && script.ends_with('2'), "{script}");
        Ok(fs::remove_dir_all(site.dir)?)
    }

    #[test]
    fn sends_the_headers_it_is_given() -> Result<(), Box<dyn Error>> {
        let mut site = site("headers")?;
        let policy = HeaderValue::from_static("script-src 'self' 'wasm-unsafe-eval'");
        site.headers.push((header::CONTENT_SECURITY_POLICY, policy));
        let page = get(site.clone(), "/")?;
        assert!(page.contains("content-security-policy: script-src 'self' 'wasm-unsafe-eval'"), "{page}");
        Ok(fs::remove_dir_all(site.dir)?)
    }
}
