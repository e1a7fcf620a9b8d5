//! TypeScript's types of the element.

use super::{Contract, Named, Setting};
use crate::Error;

const TYPES: &str = include_str!("../../../../assets/package/victim-assistance-table.d.ts");

/// What README.md cannot say: the types of methods, and of the details of events.
const SIGNATURES: [(&str, &str); 4] = [
    ("reset()", "reset(): void"),
    ("print()", "print(): Promise<boolean>"),
    (
        "exportAs(format)",
        r#"exportAs(format: "html" | "document" | "spreadsheet" | "csv" | "markdown" | "json"): Promise<File>"#,
    ),
    ("ready", "readonly ready: Promise<this>"),
];
const DETAILS: [(&str, &str); 3] = [
    ("vat-ready", "Record<string, never>"),
    ("vat-change", "VictimAssistanceTableState"),
    ("vat-error", "{ message: string; fatal: boolean }"),
];

/// The file of declarations.
pub fn types(contract: &Contract) -> Result<String, Error> {
    let Contract { settings, methods, events, .. } = contract;
    let states = settings.iter().filter(|setting| setting.is_state);
    let members = methods.iter().map(|named| Ok(documented(named.meaning, typed(named, &SIGNATURES)?)));
    let events = events.iter().map(|named| {
        let line = format!("\"{}\": CustomEvent<{}>", named.name, typed(named, &DETAILS)?);
        Ok(documented(named.meaning, &line))
    });
    Ok(TYPES
        .replace("{attributes}", &lines(settings.iter().map(attribute)))
        .replace("{state}", &lines(states.map(|setting| format!("  {}: string | undefined;", setting.property))))
        .replace("{properties}", &lines(settings.iter().map(property)))
        .replace("{methods}", &lines(members.collect::<Result<Vec<_>, Error>>()?))
        .replace("{events}", &lines(events.collect::<Result<Vec<_>, Error>>()?)))
}

fn attribute(setting: &Setting) -> String {
    let kind = if setting.is_flag { "boolean" } else { "string | number" };
    documented(setting.meaning, &format!("\"{}\"?: {kind} | undefined", setting.attribute))
}

fn property(setting: &Setting) -> String {
    let Setting { property, meaning, .. } = setting;
    if setting.is_flag {
        return documented(meaning, &format!("{property}: boolean"));
    }
    documented(meaning, &format!("get {property}(): string | null;\n  set {property}(value: Settable)"))
}

fn documented(meaning: &str, line: &str) -> String {
    format!("  /** {meaning} */\n  {line};")
}

fn typed(named: &Named, types: &[(&str, &'static str)]) -> Result<&'static str, Error> {
    let found = types.iter().find(|(name, _)| *name == named.name);
    found.map(|(_, kind)| *kind).ok_or_else(|| Error::Contract(format!("`{}` has no type in types.rs", named.name)))
}

fn lines(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join("\n")
}
