/// How the text is set, beside its size: what WCAG 1.4.8 asks that readers can choose.
///
/// Of each aspect one word is chosen. The first, the aspect's own name, leaves it as the page has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading([&'static str; 4]);

impl Reading {
    /// The aspects, each with its words.
    pub const ASPECTS: [&[&str]; 4] = [
        &["spacing", "spacing-wide", "spacing-wider"],
        &["width", "width-80", "width-60"],
        &["contrast", "contrast-more", "contrast-light", "contrast-dark"],
        &["font", "font-sans", "font-serif"],
    ];

    /// This word is chosen: it takes the place of another of its aspect. One that is none changes nothing.
    #[must_use]
    pub fn with(mut self, word: &str) -> Self {
        for (chosen, aspect) in self.0.iter_mut().zip(Self::ASPECTS) {
            *chosen = aspect.iter().find(|known| **known == word).unwrap_or(chosen);
        }
        self
    }

    /// Whether this word is chosen.
    #[must_use]
    pub fn has(self, word: &str) -> bool {
        self.0.contains(&word)
    }

    /// Every word that the attribute `reading` may hold.
    #[must_use]
    pub fn words() -> Vec<&'static str> {
        Self::ASPECTS.iter().flat_map(|aspect| aspect.iter().skip(1)).copied().collect()
    }

    /// What is not as the page has it, as the attribute `reading` writes it.
    #[must_use]
    pub fn value(self) -> String {
        let usual = Self::default();
        self.0.into_iter().filter(|word| !usual.has(word)).collect::<Vec<_>>().join(" ")
    }
}

impl Default for Reading {
    fn default() -> Self {
        Self(["spacing", "width", "contrast", "font"])
    }
}
