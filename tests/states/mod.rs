//! The named states of the widget: one table for the goldens, the accessibility checks and the screenshots.

/// A state a reader can meet.
#[derive(Debug, Clone, Copy)]
pub struct NamedState {
    /// What it is called, in test reports and file names.
    pub name: &'static str,
    /// Attributes of the element.
    pub attributes: &'static [(&'static str, &'static str)],
    /// Width of the window, in CSS px.
    pub width: u32,
}

const WIDE: u32 = 1280;
const NARROW: u32 = 320;

/// Every named state.
pub const STATES: &[NamedState] = &[
    NamedState { name: "default", attributes: &[], width: WIDE },
    NamedState { name: "searched", attributes: &[("search", "rehabilitation")], width: WIDE },
    NamedState { name: "nothing-found", attributes: &[("search", "zeppelin")], width: WIDE },
    NamedState { name: "one-topic", attributes: &[("topics", "accessibility")], width: WIDE },
    NamedState { name: "one-instrument", attributes: &[("instruments", "crpd")], width: WIDE },
    NamedState {
        name: "sixteen-instruments",
        attributes: &[(
            "instruments",
            "amended-protocol-ii mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi protocol-v-plan \
             cartagena vientiane maputo dubrovnik oslo lausanne siem-reap-angkor ewipa",
        )],
        width: WIDE,
    },
    NamedState { name: "largest-text", attributes: &[("text-size", "4")], width: WIDE },
    NamedState { name: "narrow", attributes: &[], width: NARROW },
    NamedState { name: "narrow-largest-text", attributes: &[("text-size", "4")], width: NARROW },
    NamedState { name: "no-toolbar", attributes: &[("no-toolbar", "")], width: WIDE },
    NamedState {
        name: "facets",
        attributes: &[
            ("kinds", "treaty protocol"),
            ("forces", "qualified-obligation"),
            ("topics", "medical-care timeframe"),
        ],
        width: WIDE,
    },
    NamedState {
        name: "sorted-and-pinned",
        attributes: &[
            ("instruments", "cluster-munitions oslo crpd"),
            ("topics", "education medical-care"),
            ("order", "crpd-descending"),
            ("pinned", "crpd"),
        ],
        width: WIDE,
    },
    NamedState {
        name: "linked",
        attributes: &[
            ("url-state", "vat"),
            ("instruments", "protocol-v"),
            ("at", "cluster-munitions/art-5-1-first-assistance"),
        ],
        width: WIDE,
    },
    NamedState {
        name: "linked-where-nobody-speaks",
        attributes: &[("instruments", "ewipa"), ("at", "ewipa/topic/environmental-remediation")],
        width: WIDE,
    },
    NamedState { name: "mistyped", attributes: &[("search", "rehabilitaton")], width: WIDE },
    NamedState { name: "transposed", attributes: &[("view", "transposed")], width: WIDE },
    NamedState { name: "topic", attributes: &[("view", "topic:medical-care")], width: WIDE },
    NamedState { name: "instrument", attributes: &[("view", "instrument:protocol-v")], width: WIDE },
    NamedState {
        name: "differences",
        attributes: &[("view", "differences"), ("pair", "cluster-munitions tpnw")],
        width: WIDE,
    },
    NamedState { name: "gaps", attributes: &[("view", "gaps")], width: WIDE },
    NamedState { name: "time", attributes: &[("view", "time:medical-care")], width: WIDE },
    NamedState { name: "overview", attributes: &[("view", "overview")], width: WIDE },
    NamedState { name: "organisations", attributes: &[("view", "organisations")], width: WIDE },
    NamedState { name: "publications", attributes: &[("view", "publications")], width: WIDE },
    NamedState { name: "narrow-topic", attributes: &[("view", "topic:timeframe")], width: NARROW },
];
