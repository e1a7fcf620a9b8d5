//! The custom-elements manifest, which editors and catalogues read: <https://github.com/webcomponents/custom-elements-manifest>.

use serde_json::{Value, json};

use super::{Contract, Named, Setting};

const NAME: &str = "victim-assistance-table";
const CLASS: &str = "VictimAssistanceTable";
const SCRIPT: &str = "victim-assistance-table.js";

/// The manifest.
pub fn manifest(contract: &Contract) -> Value {
    let Contract { settings, methods, events, properties, parts, states } = contract;
    let members: Vec<_> = settings.iter().map(property).chain(methods.iter().map(method)).collect();
    let event =
        |event: &Named| json!({ "name": event.name, "description": event.meaning, "type": { "text": "CustomEvent" } });
    let names = |names: &[&str]| names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>();
    json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": SCRIPT,
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": CLASS,
                "tagName": NAME,
                "description": env!("CARGO_PKG_DESCRIPTION"),
                "superclass": { "name": "HTMLElement" },
                "attributes": settings.iter().map(attribute).collect::<Vec<_>>(),
                "members": members,
                "events": events.iter().map(event).collect::<Vec<_>>(),
                "cssProperties": names(properties),
                "cssParts": names(parts),
                "cssStates": names(states),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": NAME,
                "declaration": { "name": CLASS, "module": SCRIPT },
            }],
        }],
    })
}

fn attribute(setting: &Setting) -> Value {
    let Setting { attribute, property, meaning, is_flag, .. } = setting;
    let kind = if *is_flag { "boolean" } else { "string" };
    json!({ "name": attribute, "fieldName": property, "description": meaning, "type": { "text": kind } })
}

fn property(setting: &Setting) -> Value {
    let Setting { attribute, property, meaning, is_flag, .. } = setting;
    let kind = if *is_flag { "boolean" } else { "string | null" };
    json!({
        "kind": "field",
        "name": property,
        "attribute": attribute,
        "reflects": true,
        "description": meaning,
        "type": { "text": kind },
    })
}

fn method(method: &Named) -> Value {
    let Named { name, meaning } = method;
    match name.strip_suffix(')').and_then(|name| name.split_once('(')) {
        None => {
            json!({ "kind": "field", "name": name, "readonly": true, "description": meaning, "type": { "text": "Promise" } })
        }
        Some((name, parameter)) => {
            let parameters: Vec<_> = Some(parameter)
                .filter(|name| !name.is_empty())
                .into_iter()
                .map(|name| json!({ "name": name }))
                .collect();
            json!({ "kind": "method", "name": name, "parameters": parameters, "description": meaning })
        }
    }
}
