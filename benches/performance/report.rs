//! What the parts have in common when they report: medians, and the sections of `docs/performance.md`.

use std::{fs, path::Path};

use crate::{Outcome, engine::Session};

/// Puts a text in the place of what the section held, prints it, and leaves the rest of the document as it is.
pub fn write(section: &str, text: &str) -> Outcome {
    println!("{text}");
    let path = root().join("docs/performance.md");
    let document = fs::read_to_string(&path)?;
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- end of {section} -->"));
    let (before, rest) = document.split_once(&begin).ok_or_else(|| format!("no {begin} in {}", path.display()))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| format!("no {end} in {}", path.display()))?;
    Ok(fs::write(&path, format!("{before}{begin}\n{}\n\n{end}{after}", text.trim()))?)
}

/// The folder of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Day, browser and machine; and how busy others kept it, which the figures suffer from.
pub async fn conditions(session: &Session) -> Outcome<String> {
    let cdp = session.driver.cdp();
    let told = cdp.send_raw("Browser.getVersion", serde_json::json!({})).await?;
    let browser = told.get("product").and_then(serde_json::Value::as_str).unwrap_or_default().replace('/', " ");
    let cores = std::thread::available_parallelism()?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let day = jiff::Timestamp::now().to_string();
    let day = day.get(..10).unwrap_or_default();
    Ok(format!("{day}, {browser}, {cores} cores; load average of the machine before it: {load}."))
}

/// The median, and the least and most.
pub fn spread(values: &[f64]) -> String {
    format!("{} ({}–{})", number(quantile(values, 0.5)), number(quantile(values, 0.0)), number(quantile(values, 1.0)))
}

/// Three digits, and no more than one after the point.
pub fn number(value: f64) -> String {
    if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}

/// As a file's weight is read.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few dozen values"
)]
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * part).round() as usize).copied().unwrap_or(f64::NAN)
}

/// What JavaScript, the DOM and wasm hold once everything is collected that can be, in MB.
pub async fn memory(session: &Session) -> Outcome<f64> {
    let cdp = session.driver.cdp();
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", serde_json::json!({})).await?;
    }
    let told = cdp.send_raw("Runtime.getHeapUsage", serde_json::json!({})).await?;
    let bytes = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"].map(|part| told.get(part)?.as_f64());
    Ok(bytes.into_iter().flatten().sum::<f64>() / 1e6)
}
