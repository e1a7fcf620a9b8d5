//! Where the bytes of the wasm go, crate by crate.

use std::{collections::BTreeMap, fmt::Write, fs};

use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

use crate::{Outcome, report};

/// The two parts with the names of their functions: as the build splits them, before wasm-opt takes the names out.
const PARTS: [&str; 2] = ["main.wasm", "split_on_demand.wasm"];

pub fn run() -> Outcome {
    let mut sums = BTreeMap::<String, [u64; 2]>::new();
    for (i, part) in PARTS.into_iter().enumerate() {
        for (place, bytes) in sum(&fs::read(report::root().join("target/xtask/split").join(part))?)? {
            if let Some(sum) = sums.entry(place).or_default().get_mut(i) {
                *sum += bytes;
            }
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.iter().sum::<u64>()));

    let mut table = "| bytes before wasm-opt | first visit | on demand |\n|---|---:|---:|\n".to_owned();
    for (place, [first, second]) in &sums {
        writeln!(table, "| {place} | {first} | {second} |")?;
    }
    let [first, second] = [0, 1].map(|i| sums.iter().filter_map(|(_, bytes)| bytes.get(i)).sum::<u64>());
    writeln!(table, "| **all** | **{first}** | **{second}** |")?;
    report::write("wasm", &table)
}

/// The bytes of each crate's functions, and of each other section.
fn sum(wasm: &[u8]) -> Outcome<BTreeMap<String, u64>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    let mut sums = BTreeMap::<String, u64>::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let section = payload.as_section().map(|(_, range)| range.end - range.start).unwrap_or_default();
        match payload {
            Payload::CodeSectionStart { .. } => {}
            Payload::CodeSectionEntry(body) => bodies.push(body.range().end - body.range().start),
            Payload::DataSection(_) => *sums.entry("constants and texts".to_owned()).or_default() += section,
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(named) = custom.as_known() {
                    names = function_names(named)?;
                }
            }
            other => {
                *sums.entry("types, imports, exports, tables".to_owned()).or_default() += section;
                if let Payload::ImportSection(imports) = other {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
            }
        }
    }
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).copied().unwrap_or_default();
        *sums.entry(format!("`{}`", crate_of(name))).or_default() += bytes;
    }
    Ok(sums)
}

fn function_names(sections: NameSectionReader<'_>) -> Outcome<BTreeMap<u32, &str>> {
    let mut names = BTreeMap::new();
    for section in sections {
        if let Name::Function(functions) = section? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name);
            }
        }
    }
    Ok(names)
}

/// The crate that a function's type, or the function itself, is of.
fn crate_of(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let path = name.trim_start_matches(|char: char| !char.is_alphanumeric() && char != '_');
    let path = path.trim_start_matches("dyn ").trim_start_matches("mut ");
    match path.split_once("::") {
        Some((first, _)) if first.chars().all(|char| char.is_alphanumeric() || char == '_') => first.to_owned(),
        _ => "without a path".to_owned(),
    }
}
