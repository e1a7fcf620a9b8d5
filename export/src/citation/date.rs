use victim_assistance_table::locale::Locale;

/// As they stand in the dataset, whose words are English whatever the language of the interface.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A year, a month or a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Date {
    /// ISO 8601: `2008`, `2015-09`, `1997-09-18`.
    pub iso: String,
    pub year: u16,
    pub month: Option<u16>,
    pub day: Option<u16>,
    /// Written out in the language of the interface.
    pub words: String,
}

impl Date {
    /// None where it is no such date.
    pub(super) fn new(iso: &str, locale: &dyn Locale) -> Option<Self> {
        let mut parts = iso.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|month| number(month, 2).filter(|month| (1..=12).contains(month)));
        let day = parts.next().map(|day| number(day, 2).filter(|day| (1..=31).contains(day)));
        let is_whole = parts.next().is_none() && month != Some(None) && day != Some(None);
        is_whole.then(|| Self {
            iso: iso.to_owned(),
            year,
            month: month.flatten(),
            day: day.flatten(),
            words: locale.date(iso),
        })
    }

    /// The English name of its month.
    pub(super) fn month_name(&self) -> Option<&'static str> {
        let month = usize::from(self.month?).checked_sub(1)?;
        MONTHS.get(month).copied()
    }

    /// As the dataset writes it: “30 May 2008”, “September 2015”, “2008”.
    pub(super) fn in_dataset(&self) -> String {
        let day = self.day.map(|day| day.to_string());
        let parts =
            [day.as_deref(), self.month_name(), Some(&self.year.to_string())].map(|part| part.map(str::to_owned));
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn number(digits: &str, length: usize) -> Option<u16> {
    let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}
