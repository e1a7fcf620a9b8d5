//! What a reader does who listens: tasks, each by its keys, in the words of xdotool.

/// A thing a reader does.
pub enum Step {
    Press(&'static str),
    Type(&'static str),
}

use Step::{Press, Type};

/// All tasks, one after the other on one page. Orca's own keys: `h`, `e`, `t`, `b`, `x` and `r` lead to the next heading,
/// entry, table, button, checkbox and radio button; Insert+a goes from reading to typing and back; Alt+Shift+arrows go
/// from cell to cell.
pub const TASKS: &[(&str, &[Step])] = &[
    ("Meet the widget", &[Press("ctrl+Home"), Press("h"), Press("Down"), Press("Down"), Press("Down")]),
    (
        "Go through the table by cells, to one that is silent",
        &[
            Press("t"),
            Press("alt+shift+Down"),
            Press("alt+shift+Down"),
            Press("alt+shift+Right"),
            Press("alt+shift+Down"),
            Press("alt+shift+Right"),
            Press("alt+shift+Up"),
        ],
    ),
    ("Ask how that was checked", &[Press("Tab"), Press("Return"), Press("Insert+a"), Press("Down"), Press("Down")]),
    (
        "Open a provision",
        &[
            Press("t"),
            Press("alt+shift+End"),
            Press("alt+shift+Left"),
            Press("Tab"),
            Press("Return"),
            Press("Insert+a"),
            Press("Down"),
            Press("Down"),
            Press("Down"),
        ],
    ),
    (
        "Find a topic by search",
        &[Press("ctrl+Home"), Press("e"), Press("Insert+a"), Type("peer support"), Press("Insert+a"), Press("t")],
    ),
    (
        "Filter by legal force",
        &[
            Press("ctrl+Home"),
            Press("e"),
            Press("b"),
            Press("b"),
            Press("b"),
            Press("Return"),
            Press("x"),
            Press("space"),
            Press("t"),
        ],
    ),
    ("Make the text larger", &[Press("ctrl+Home"), Press("r"), Press("Insert+a"), Press("Right"), Press("Insert+a")]),
    (
        "Ask another question",
        &[
            Press("b"),
            Press("b"),
            Press("b"),
            Press("b"),
            Press("Return"),
            Press("ctrl+Home"),
            Press("h"),
            Press("h"),
            Press("Down"),
        ],
    ),
];
