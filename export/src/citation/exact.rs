//! What the words of the dataset give exactly; where they give more or less, nothing is taken from them.

/// A place in the United Nations Treaty Series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TreatySeries {
    pub volume: String,
    /// The first page.
    pub page: String,
}

impl TreatySeries {
    /// Its abbreviation, as lawyers cite it.
    pub(super) const NAME: &'static str = "UNTS";

    /// Of “No. 47713; UNTS vol. 2688, p. 39” the second part; none where no part or more than one has that form.
    pub(super) fn in_words(registration: &str) -> Option<Self> {
        let mut places = registration.split("; ").filter_map(|part| {
            let (volume, page) = part.strip_prefix(Self::NAME)?.strip_prefix(" vol. ")?.split_once(", p. ")?;
            (is_number(volume) && is_number(page)).then(|| Self { volume: volume.to_owned(), page: page.to_owned() })
        });
        places.next().filter(|_| places.next().is_none())
    }
}

/// The first and the last page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageRange {
    pub from: String,
    pub until: String,
}

impl PageRange {
    /// “934-963”; a number alone may be how many pages there are.
    pub(super) fn in_words(pages: &str) -> Option<Self> {
        let (from, until) = pages.split_once('-')?;
        (is_number(from) && is_number(until)).then(|| Self { from: from.to_owned(), until: until.to_owned() })
    }
}

/// What words on an adoption say beside its date.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Beside<'a> {
    Nothing,
    Place(&'a str),
    /// More than a place, or another date.
    More,
}

/// `date` as the dataset writes it.
pub(super) fn beside_date<'a>(text: &'a str, date: &str) -> Beside<'a> {
    // A comma may begin the name of a conference as well as that of a country.
    let is_place = |char: char| char.is_alphabetic() || matches!(char, ' ' | '-' | '’' | '\'');
    match text.strip_prefix(date) {
        Some("") => Beside::Nothing,
        Some(rest) => match rest.strip_prefix(", ") {
            Some(place) if !place.is_empty() && place.chars().all(is_place) => Beside::Place(place),
            _ => Beside::More,
        },
        None => Beside::More,
    }
}

/// An address a reader may safely follow, which stands in every style as it is: it has no character that RFC 3986
/// keeps out of addresses.
pub(super) fn address(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let has_host = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
    (has_host && text.chars().all(is_of_address)).then_some(text)
}

/// A digital object identifier without a resolver before it.
pub(super) fn doi(text: &str) -> Option<&str> {
    let (registrant, name) = text.strip_prefix("10.")?.split_once('/')?;
    (is_number(registrant) && !name.is_empty() && name.chars().all(is_of_address)).then_some(text)
}

/// Runs of white space and control characters become one space: no style has lines within a value.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|char: char| char.is_whitespace() || char.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_of_address(char: char) -> bool {
    let is_excluded = matches!(char, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    !is_excluded && !char.is_whitespace() && !char.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_treaty_series_is_taken_only_whole_and_alone() {
        let place = |volume: &str, page: &str| Some(TreatySeries { volume: volume.to_owned(), page: page.to_owned() });
        let taken = TreatySeries::in_words;
        assert_eq!(taken("No. 47713; UNTS vol. 2688, p. 39"), place("2688", "39"));
        assert_eq!(taken("UNTS vol. 2399, p. 100; CCW/MSP/2003/2"), place("2399", "100"));
        for other in
            ["", "No. 1", "UNTS vol. 2, p. 3-4", "UNTS vol. 2, p. 3; UNTS vol. 4, p. 5", "see UNTS vol. 2, p. 3"]
        {
            assert_eq!(taken(other), None, "{other}");
        }
    }

    #[test]
    fn pages_are_taken_only_as_a_range() {
        assert_eq!(PageRange::in_words("9-12"), Some(PageRange { from: "9".to_owned(), until: "12".to_owned() }));
        for other in ["", "9", "197 (copy)", "25-36 (end page: next article starts on 37)", "9-", "ix-xi"] {
            assert_eq!(PageRange::in_words(other), None, "{other}");
        }
    }

    #[test]
    fn a_place_is_taken_only_where_nothing_else_is_said() {
        let beside = |text| beside_date(text, "30 May 2008");
        assert_eq!(beside("30 May 2008"), Beside::Nothing);
        assert_eq!(beside("30 May 2008, Dublin"), Beside::Place("Dublin"));
        assert_eq!(beside("30 May 2008, New York"), Beside::Place("New York"));
        for more in [
            "30 May 2008, ",
            "30 May 2008 Dublin",
            "30 May 2008, Dublin (Annex)",
            "30 May 2008, Dublin, First Review Conference",
            "29-30 May 2008, Dublin",
        ] {
            assert_eq!(beside(more), Beside::More, "{more}");
        }
    }

    #[test]
    fn only_what_leads_to_the_web_is_an_address() {
        for good in ["https://treaties.un.org/doc?a=b&c=%20#d", "http://unog.ch/80256EE600585943/(httpPages)"] {
            assert_eq!(address(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a.b/{c}",
            "https://a.b/ c",
            "//a.b",
            "Landmine Monitor 2017",
        ] {
            assert_eq!(address(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_a_bare_identifier_is_one() {
        assert_eq!(doi("10.1353/hrq.0.0118"), Some("10.1353/hrq.0.0118"));
        for bad in ["https://doi.org/10.1353/x", "10.1353/", "10./x", "10.1/a b", "10.1/{x}"] {
            assert_eq!(doi(bad), None, "{bad}");
        }
    }
}
