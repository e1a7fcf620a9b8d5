//! The embedded dataset, checked and packed by the build script from `assets/data`.

use std::sync::LazyLock;

pub use vat_content::dataset::*;
use vat_content::packed::from_packed;

/// What a first table shows of [`DATASET`]: forces everywhere, pinpoints and summaries of the instruments shown first,
/// without what stands behind disclosures.
pub static OUTLINE: LazyLock<Dataset> =
    LazyLock::new(|| from_packed(include_str!(concat!(env!("OUT_DIR"), "/outline"))));

/// What the instruments say.
pub static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| from_packed(include_str!(concat!(env!("OUT_DIR"), "/dataset"))));

/// What stands beside them.
pub static REFERENCE: LazyLock<Reference> =
    LazyLock::new(|| from_packed(include_str!(concat!(env!("OUT_DIR"), "/reference"))));
