/// The four steps of text size: 100 %, 125 %, 150 % and 200 %.
///
/// Four steps stood on the page this widget comes from; 200 % is what WCAG 1.4.4 asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum TextSize {
    /// 100 %: exactly the default.
    #[default]
    First,
    /// 125 %.
    Second,
    /// 150 %.
    Third,
    /// 200 %.
    Fourth,
}

impl TextSize {
    /// Every step, the smallest first.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// The step as the attribute `text-size` writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "1",
            Self::Second => "2",
            Self::Third => "3",
            Self::Fourth => "4",
        }
    }

    /// The step of that name, `1` to `4`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }

    /// In percent of the first step.
    #[must_use]
    pub const fn percent(self) -> u16 {
        match self {
            Self::First => 100,
            Self::Second => 125,
            Self::Third => 150,
            Self::Fourth => 200,
        }
    }
}
