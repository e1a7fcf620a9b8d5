//! Serves `dist/` to a person.

use std::io;

use crate::{
    build,
    error::Error,
    project::Project,
    site::{self, Site},
};

/// Builds what has changed, and serves it until Ctrl-C.
pub fn serve(project: &Project, port: u16, open: bool) -> Result<(), Error> {
    build::build(project)?;
    let site = Site::new(project.dist());
    let run = async {
        let server = site::serve(site, port).await?;
        let page = format!("http://{}", server.address());
        println!("\nServing dist/ at {page} until Ctrl-C");
        if open && let Err(error) = open::that_detached(&page) {
            eprintln!("could not open a browser ({error}): open {page} by hand");
        }
        tokio::signal::ctrl_c().await
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result: io::Result<()> = runtime.and_then(|runtime| runtime.block_on(run));
    result.map_err(|source| Error::Port { port, source })
}
