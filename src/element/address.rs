//! The query in the fragment of the page's address, under a name of the page's choice: `#va=1&va.search=care`.

use js_sys::Array;

use super::{read_address, write_address};
use crate::query::Address;

/// What stands in the address under this name.
pub fn read(name: &str) -> Address {
    let texts: Vec<_> = read_address(name).iter().map(|text| text.as_string().unwrap_or_default()).collect();
    let pairs = texts.chunks_exact(2).filter_map(|pair| Some((pair.first()?.clone(), pair.last()?.clone())));
    Address(pairs.collect())
}

/// Puts it there, and leaves what others keep in the fragment; `step` is one that Back goes back from.
pub fn write(name: &str, address: &Address, step: bool) {
    let texts = Array::new();
    for (key, value) in &address.0 {
        texts.push(&key.as_str().into());
        texts.push(&value.as_str().into());
    }
    write_address(name, &texts, step);
}
