//! What a file weighs on the line.

use super::Outcome;

/// Brotli's best, in the window that servers use.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// The bytes of a content as brotli packs it.
pub fn brotli_bytes(mut content: &[u8]) -> Outcome<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: QUALITY, lgwin: WINDOW, ..Default::default() };
    brotli::BrotliCompress(&mut content, &mut packed, &parameters)?;
    Ok(packed.len())
}
