use super::Instrument;

/// Whether an instrument is in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A treaty that has entered into force, or a plan within its years.
    InForce,
    /// A plan whose years are over.
    Expired,
    /// The dataset does not tell: no verified date, or one that is still to come.
    NotStated,
}

impl Status {
    /// Every status with its name in addresses and attributes.
    pub const NAMED: [(&'static str, Self); 3] =
        [("in-force", Self::InForce), ("expired", Self::Expired), ("not-stated", Self::NotStated)];
}

impl Instrument {
    /// Whether it is in force on a day, as far as the dataset tells. `on` is a day, month or year, ISO 8601.
    ///
    /// Years are whole: a plan until 2026 is in force to the end of that year, since no source gives its last day.
    #[must_use]
    pub fn status(&self, on: &str) -> Status {
        let entry = self.entry_into_force.and_then(|fact| fact.date);
        if self.binding && entry.is_some_and(|entry| is_not_after(entry, on)) {
            return Status::InForce;
        }
        match (self.years, on.get(..4)) {
            (Some(years), Some(year)) if years.until < year => Status::Expired,
            (Some(years), Some(year)) if years.from <= year => Status::InForce,
            _ => Status::NotStated,
        }
    }

    /// A number that is larger the later it was adopted; the largest where the dataset does not tell.
    #[must_use]
    pub fn date_key(&self) -> usize {
        let date = self.adopted.and_then(|fact| fact.date);
        // A year or a month stands before its days: what is not said counts as zero.
        let digits = |date: &str| {
            date.split('-').chain(["0", "0"]).take(3).fold(0, |key, part| key * 100 + part.parse().unwrap_or(0))
        };
        date.map_or(usize::MAX, digits)
    }

    /// The year it was adopted in.
    #[must_use]
    pub fn year(&self) -> Option<&'static str> {
        self.adopted.and_then(|fact| fact.date)?.get(..4)
    }
}

/// Compares two ISO 8601 dates as far as both go: `2008` is not after `2008-05-03`, nor the other way round.
fn is_not_after(date: &str, on: &str) -> bool {
    let common = date.len().min(on.len());
    date.get(..common) <= on.get(..common)
}
