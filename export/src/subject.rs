//! What can be cited by itself.

use victim_assistance_table::{
    dataset::{DATASET, Instrument, Provision, Publication, REFERENCE},
    query::At,
};

use crate::{
    citation::{Citation, Citing},
    shown::Shown,
};

/// An instrument, what it says in one place, or a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An instrument.
    Instrument(&'static Instrument),
    /// A provision of an instrument.
    Provision(&'static Instrument, &'static Provision),
    /// A publication.
    Publication(&'static Publication),
}

impl Subject {
    /// Reads what the table's buttons write: `crpd/art-25-b`, `crpd/topic/education` for an instrument that is silent on
    /// it, `crpd`, `publication/guide-2008`.
    #[must_use]
    pub fn from_value(value: &str) -> Option<Self> {
        if let Some(id) = value.strip_prefix("publication/") {
            return REFERENCE.publications.iter().find(|publication| publication.id == id).map(Self::Publication);
        }
        let instrument = DATASET.instrument(value.split('/').next()?)?;
        match At::from_value(value, &DATASET) {
            Some(At::Provision(_, id)) => Some(Self::Provision(instrument, instrument.provision(id)?)),
            Some(At::Cell(..)) => Some(Self::Instrument(instrument)),
            None => (value == instrument.id).then_some(Self::Instrument(instrument)),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Instrument(instrument) => instrument.short_title.to_owned(),
            Self::Provision(instrument, provision) => [provision.pinpoint, instrument.name].join(", "),
            Self::Publication(publication) => publication.title.to_owned(),
        }
    }

    /// Its ids in the dataset, for the name of a file.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Instrument(instrument) => instrument.id.to_owned(),
            Self::Provision(instrument, provision) => [instrument.id, provision.id].join("-"),
            Self::Publication(publication) => publication.id.to_owned(),
        }
    }

    /// It as a citation.
    #[must_use]
    pub fn citation(self, shown: &Shown) -> Citation {
        let citing = Citing {
            dataset: &DATASET,
            locale: shown.locale,
            words: shown.words,
            address: shown.address.as_deref(),
            today: &shown.today,
        };
        match self {
            Self::Instrument(instrument) => Citation::of_instrument(instrument, &citing),
            Self::Provision(instrument, provision) => Citation::of_provision(instrument, provision, &citing),
            Self::Publication(publication) => Citation::of_publication(publication, &citing),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Subject;

    fn name(value: &str) -> Option<String> {
        Subject::from_value(value).map(Subject::name)
    }

    #[test]
    fn reads_what_the_buttons_write() {
        assert_eq!(name("crpd/art-25-b").as_deref(), Some("Art. 25(b), CRPD"));
        assert_eq!(name("mine-ban-convention/topic/education").as_deref(), name("mine-ban-convention").as_deref());
        assert!(name("mine-ban-convention").is_some());
        assert!(name("publication/guide-2008").is_some());
        for nothing in ["", "crpd/no-such", "no-such", "publication/no-such", "crpd/topic/no-such"] {
            assert_eq!(name(nothing), None, "{nothing}");
        }
    }
}
