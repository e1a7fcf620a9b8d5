//! The printer that the browsers print to.

/// What is in a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    /// Its name among printers (PWG 5101.1).
    pub const fn id(self) -> &'static str {
        match self {
            Self::A4 => "iso_a4",
            Self::Letter => "na_letter",
        }
    }

    /// Short and long side, in points.
    pub const fn sides(self) -> (u32, u32) {
        match self {
            Self::A4 => (595, 842),
            Self::Letter => (612, 792),
        }
    }
}
