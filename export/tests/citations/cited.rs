//! Everything that can be cited, and what a citation of it must hold: told from the dataset without the code under test.

use vat_export::{
    citation::{Citation, Citing},
    words::ENGLISH,
};
use victim_assistance_table::{
    dataset::{Basis, DATASET, Fact, Instrument, InstrumentKind, Provision, Publication, REFERENCE},
    locale::Locale,
    native_locale::NativeLocale,
};

pub const ADDRESS: &str = "https://example.org/table#va=1&va.search=care";
pub const TODAY: &str = "2026-11-24";

fn locale() -> NativeLocale {
    NativeLocale::english().unwrap()
}

fn written_out(date: &str) -> String {
    locale().date(date)
}

/// What can be cited.
#[derive(Debug, Clone, Copy)]
pub enum Cited<'a> {
    Instrument(&'a Instrument),
    Provision(&'a Instrument, &'a Provision),
    Publication(&'a Publication),
}

/// A work as a reference manager holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    pub key: String,
    /// With the pinpoint.
    pub title: String,
    pub short_title: Option<String>,
    pub author: Option<String>,
    pub genre: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    pub place: Option<String>,
    /// Of a treaty, its place in the treaty series.
    pub venue: Option<String>,
    pub pages: Option<String>,
    pub doi: Option<String>,
    pub language: Option<String>,
    pub address: Option<String>,
    pub accessed: Option<String>,
    /// Told apart by [`Cited::must_be_seen`].
    pub notes: Notes,
}

/// Notes, which are compared by what they must contain.
#[derive(Debug, Clone, Default)]
pub struct Notes(pub String);

impl PartialEq for Notes {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Notes {}

impl Work {
    pub fn notes(&self) -> String {
        self.notes.0.clone()
    }
}

pub fn everything() -> impl Iterator<Item = Cited<'static>> {
    let instruments = DATASET.instruments.iter().flat_map(|instrument| {
        let provisions = instrument.provisions.iter().map(move |provision| Cited::Provision(instrument, provision));
        [Cited::Instrument(instrument)].into_iter().chain(provisions)
    });
    instruments.chain(REFERENCE.publications.iter().map(Cited::Publication))
}

pub fn find(key: &str) -> Cited<'static> {
    everything().find(|cited| cited.expected().key == key).unwrap_or_else(|| panic!("there is no {key}"))
}

/// As one line: no style has lines within a value.
pub fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text within a sentence.
fn within(text: &str) -> String {
    let text = one_line(text);
    text.strip_suffix('.').unwrap_or(&text).trim_end().to_owned()
}

fn web(address: &str) -> Option<String> {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web.then(|| address.to_owned())
}

impl Cited<'_> {
    pub fn citation(&self) -> Citation {
        self.cite(Some(ADDRESS), TODAY)
    }

    pub fn citation_at(&self, address: Option<&str>) -> Citation {
        self.cite(address, TODAY)
    }

    pub fn citation_on(&self, today: &str) -> Citation {
        self.cite(Some(ADDRESS), today)
    }

    fn cite(&self, address: Option<&str>, today: &str) -> Citation {
        let citing = Citing { dataset: &DATASET, locale: &locale(), words: &ENGLISH, address, today };
        match self {
            Self::Instrument(instrument) => Citation::of_instrument(instrument, &citing),
            Self::Provision(instrument, provision) => Citation::of_provision(instrument, provision, &citing),
            Self::Publication(publication) => Citation::of_publication(publication, &citing),
        }
    }

    pub fn instrument(&self) -> Option<&Instrument> {
        match self {
            Self::Instrument(instrument) | Self::Provision(instrument, _) => Some(instrument),
            Self::Publication(_) => None,
        }
    }

    /// Of the whole work.
    pub fn title(&self) -> String {
        match self {
            Self::Instrument(instrument) | Self::Provision(instrument, _) => one_line(instrument.full_title),
            Self::Publication(publication) => one_line(publication.title),
        }
    }

    pub fn pinpoint(&self) -> Option<String> {
        match self {
            Self::Provision(_, provision) => Some(one_line(provision.pinpoint)),
            Self::Instrument(_) | Self::Publication(_) => None,
        }
    }

    pub fn expected(&self) -> Work {
        match self {
            Self::Instrument(instrument) => {
                let address = instrument.address.and_then(|page| web(page.text));
                accessed(Work { address, ..of_text(instrument) })
            }
            Self::Provision(instrument, provision) => {
                let whole = of_text(instrument);
                let at = |title: &str| format!("{title}, {}", one_line(provision.pinpoint));
                accessed(Work {
                    key: format!("{}-{}", instrument.id, provision.id),
                    title: at(&whole.title),
                    short_title: whole.short_title.as_deref().map(at),
                    language: provision.words.map(|_| provision.words_lang.unwrap_or("en").to_owned()),
                    address: web(provision.source).or_else(|| web(instrument.address?.text)),
                    ..whole
                })
            }
            Self::Publication(publication) => accessed(Work {
                key: publication.id.to_owned(),
                title: one_line(publication.title),
                author: Some(one_line(publication.author)),
                date: publication.year.map(str::to_owned),
                venue: publication.venue.map(one_line),
                pages: publication.pages.filter(|pages| pages.split('-').all(is_number)).map(str::to_owned),
                doi: publication.doi.map(str::to_owned),
                address: publication.address.and_then(web),
                ..Work::default()
            }),
        }
    }

    /// Texts that no style may leave out.
    pub fn must_be_seen(&self) -> Vec<String> {
        let date = written_out(DATASET.date);
        let table = locale().words().title;
        let mut texts = vec![format!("As recorded in “{table}”, dataset {} of {date} <{ADDRESS}>.", DATASET.version)];
        let mut notes = Vec::new();
        if let Some(instrument) = self.instrument() {
            let facts = [instrument.adopted, instrument.entry_into_force, instrument.registration];
            notes.extend(facts.iter().flatten().filter_map(|fact| fact.note));
            notes.extend(instrument.adopted.filter(says_more_than_a_date_and_a_place).map(|adopted| adopted.text));
        }
        match self {
            Self::Instrument(instrument) => notes.extend(instrument.address.and_then(|page| page.note)),
            Self::Provision(_, provision) => {
                texts.push(ENGLISH.cite_summary_is_not_the_text.to_owned());
                notes.extend(provision.note);
                notes.extend(Some(provision.basis_words).filter(|_| provision.basis != Basis::WholeText));
                notes.extend(Some(provision.source).filter(|source| web(source).is_none()));
            }
            Self::Publication(publication) => {
                notes.extend(publication.note);
                notes.extend(publication.languages);
                notes.extend(publication.pages.filter(|pages| !pages.split('-').all(is_number)));
                notes.extend(Some(publication.source).filter(|source| publication.address != Some(source)));
            }
        }
        texts.extend(notes.into_iter().map(within));
        texts
    }
}

fn of_text(instrument: &Instrument) -> Work {
    let title = one_line(instrument.full_title);
    let genre = match instrument.kind {
        InstrumentKind::Treaty => "treaty",
        InstrumentKind::Protocol => "protocol",
        InstrumentKind::ActionPlan => "action plan",
        InstrumentKind::Declaration => "declaration",
    };
    Work {
        key: instrument.id.to_owned(),
        short_title: Some(one_line(instrument.short_title)).filter(|short| *short != title),
        title,
        genre: Some(genre.to_owned()),
        date: instrument.adopted.and_then(|adopted| adopted.date).map(str::to_owned),
        place: instrument.adopted.and_then(|adopted| place(&adopted)),
        venue: instrument.registration.and_then(|registration| treaty_series(registration.text)),
        ..Work::default()
    }
}

fn accessed(work: Work) -> Work {
    Work { accessed: work.address.as_ref().map(|_| TODAY.to_owned()), ..work }
}

fn place(adopted: &Fact) -> Option<String> {
    let place = adopted.text.strip_prefix(&written_out(adopted.date?))?.strip_prefix(", ")?;
    (!place.contains([',', '(', ';'])).then(|| place.to_owned())
}

/// “2688 UNTS 39”, of “UNTS vol. 2688, p. 39” among other things.
fn treaty_series(registration: &str) -> Option<String> {
    let (volume, rest) = registration.split_once("UNTS vol. ")?.1.split_once(", p. ")?;
    Some(format!("{volume} UNTS {}", rest.split(';').next()?))
}

fn says_more_than_a_date_and_a_place(adopted: &Fact) -> bool {
    place(adopted).is_none() && adopted.date.is_none_or(|date| written_out(date) != adopted.text)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
