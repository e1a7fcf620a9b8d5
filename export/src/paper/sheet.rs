//! How much fits on a sheet of paper.

use std::ops::Range;

use victim_assistance_table::query::TextSize;

/// The size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm (ISO 216).
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// Which way the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// The short side at the top.
    Portrait,
    /// The long side at the top.
    Landscape,
}

/// The paper, and how large the text on it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The size of the paper.
    pub paper: Paper,
    /// Which way it lies.
    pub orientation: Orientation,
    /// The text, of 9 points at the first step.
    pub text_size: TextSize,
}

/// In points, at the first step; the last step is twice as large, which is large print (18 pt).
pub const FIRST_TEXT_SIZE: f32 = 9.0;
const MARGIN_MM: f32 = 14.0;
/// At the foot, where some browsers write lines of their own above the margin of most printers.
const FOOT_MM: f32 = 20.0;
/// The largest that fits the margin.
const FOOT_POINTS: f32 = 12.0;
const POINTS_PER_MM: f32 = 72.0 / 25.4;
/// The least width of a column, in `em`: about 35 characters, and room beside them. With narrower columns fewer sets
/// would do, but of more pages, for the longest cell of a row makes it as long as it is.
const COLUMN: f32 = 18.0;

impl Paper {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The name by which style sheets, and people, know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }

    /// Short and long side, in mm.
    const fn sides(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
        }
    }
}

impl Orientation {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Portrait, Self::Landscape];

    /// The name by which style sheets know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Landscape => "landscape",
        }
    }
}

impl Sheet {
    /// In points.
    #[must_use]
    pub fn text_points(self) -> f32 {
        FIRST_TEXT_SIZE * f32::from(self.text_size.percent()) / 100.0
    }

    /// The same as a text.
    #[must_use]
    pub fn points(self) -> String {
        self.text_points().to_string()
    }

    /// How many columns stand side by side; at least one. The row headers stand above their rows.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, and at least one")]
    pub fn columns(self) -> usize {
        let (short, long) = self.paper.sides();
        let width = if self.orientation == Orientation::Portrait { short } else { long } - 2.0 * MARGIN_MM;
        let width_em = width * POINTS_PER_MM / self.text_points();
        (width_em / COLUMN).max(1.0) as usize
    }

    /// The rules of a style sheet for it, with `foot` at the foot of every page, beside its number.
    #[must_use]
    pub fn css(self, foot: &str) -> String {
        let (paper, orientation, points) = (self.paper.name(), self.orientation.name(), self.text_points());
        let (foot, foot_points) = (quoted(foot), points.min(FOOT_POINTS));
        format!(
            "@page{{size:{paper} {orientation};margin:{MARGIN_MM}mm {MARGIN_MM}mm {FOOT_MM}mm;font:{foot_points}pt system-ui,sans-serif;\
             @bottom-left{{content:{foot}}}}}@media print{{body{{font-size:{points}pt}}}}"
        )
    }
}

/// A text as a string of a style sheet: whatever could end it is written by its number.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|char| match char {
        '"' | '\\' | '<' | '\0'..='\u{1f}' => format!("\\{:x} ", u32::from(char)),
        _ => char.to_string(),
    });
    ["\"", &escaped.collect::<String>(), "\""].concat()
}

/// So many columns in sets of at most `most`, no set much smaller than the others.
#[must_use]
pub fn sets(columns: usize, most: usize) -> Vec<Range<usize>> {
    let count = columns.div_ceil(most.max(1));
    (0..count).map(|set| set * columns / count..(set + 1) * columns / count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_columns_fit_where_the_text_is_larger() {
        let columns =
            |paper, orientation| TextSize::ALL.map(|text_size| Sheet { paper, orientation, text_size }.columns());
        assert_eq!(columns(Paper::A4, Orientation::Portrait), [3, 2, 2, 1]);
        assert_eq!(columns(Paper::A4, Orientation::Landscape), [4, 3, 3, 2]);
        assert_eq!(columns(Paper::Letter, Orientation::Landscape), [4, 3, 2, 2]);
    }

    #[test]
    fn no_text_ends_a_style_sheet() {
        assert_eq!(quoted("Table · 1.0"), "\"Table · 1.0\"");
        assert_eq!(quoted("\"}</style>\n\\"), "\"\\22 }\\3c /style>\\a \\5c \"");
    }

    #[test]
    fn sets_hold_every_column_once_and_are_about_as_large() {
        assert_eq!(sets(16, 5), [0..4, 4..8, 8..12, 12..16]);
        assert_eq!(sets(4, 3), [0..2, 2..4]);
        assert_eq!(sets(6, 3), [0..3, 3..6]);
        assert!(sets(0, 3).is_empty());
    }
}
