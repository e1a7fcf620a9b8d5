//! The words of printing, saving and citing.

use std::sync::LazyLock;

use vat_content::packed::from_packed;
pub use vat_content::strings::ExportStrings;

/// In English.
pub static ENGLISH: LazyLock<ExportStrings> =
    LazyLock::new(|| from_packed(include_str!(concat!(env!("OUT_DIR"), "/en"))));
