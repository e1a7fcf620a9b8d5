//! An instrument, a provision or a publication as a citation.
//!
//! A [`Citation`] is gathered once from the dataset, and each [`Style`] writes the same facts. Nothing is guessed: what
//! the dataset says in words stays in words wherever a style asks for more than the words exactly give.

mod bibtex;
mod csl;
mod date;
mod exact;
mod gather;
mod plain;
mod ris;

use victim_assistance_table::{
    dataset::Dataset,
    locale::{Locale, fill},
};

use self::{
    date::Date,
    exact::{PageRange, TreatySeries},
};
use crate::words::ExportStrings;

/// What is the same for all that is cited at one time.
pub struct Citing<'a> {
    /// Where the facts come from.
    pub dataset: &'a Dataset,
    /// What depends on the language.
    pub locale: &'a dyn Locale,
    /// The words of citing.
    pub words: &'static ExportStrings,
    /// Address of the table, where it has one.
    pub address: Option<&'a str>,
    /// The day, ISO 8601.
    pub today: &'a str,
}

impl std::fmt::Debug for Citing<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Citing").field("address", &self.address).field("today", &self.today).finish_non_exhaustive()
    }
}

/// What is known of a cited work. Every text is one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The ids in the dataset: the same in every edition.
    key: String,
    kind: Kind,
    /// The word for what sort of instrument it is.
    genre: Option<String>,
    /// A person or a body; the dataset does not say which, so no name is ever split.
    author: Option<String>,
    /// The whole title, of the whole work.
    title: String,
    /// The usual title, where it is another.
    short_title: Option<String>,
    /// Adoption of an instrument, year of a publication.
    issued: Option<Date>,
    /// Where an instrument was adopted.
    place: Option<String>,
    /// When it entered into force.
    in_force: Option<String>,
    series: Option<Series>,
    /// Where a provision stands in its instrument.
    pinpoint: Option<String>,
    /// Publisher, place, series, journal: in words, for the dataset does not say which.
    venue: Option<String>,
    pages: Option<PageRange>,
    doi: Option<String>,
    /// Language of the operative words of a provision, BCP 47.
    language: Option<String>,
    /// The text or the official page, `https:` or `http:`.
    address: Option<String>,
    /// The day on which the address is read.
    accessed: Option<Date>,
    /// Sentences the reader must see with it, in every style.
    remarks: Vec<String>,
    /// Sentences on what the plain style says in places of its own, and other styles have no field for.
    details: Vec<String>,
    /// The words of citing.
    words: &'static ExportStrings,
}

/// What sort of work, as far as styles tell works apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A treaty or a protocol.
    Treaty,
    /// An action plan or a declaration.
    Plan,
    /// A book, an article, a leaflet: the dataset does not say which.
    Publication,
}

/// Where a treaty is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Series {
    /// A place in the United Nations Treaty Series.
    Unts(TreatySeries),
    /// In words.
    Words(String),
}

impl Series {
    /// “2688 UNTS 39”, or the words.
    fn reference(&self) -> String {
        match self {
            Self::Unts(place) => [&*place.volume, TreatySeries::NAME, &*place.page].join(" "),
            Self::Words(text) => text.clone(),
        }
    }

    fn unts(&self) -> Option<&TreatySeries> {
        match self {
            Self::Unts(place) => Some(place),
            Self::Words(_) => None,
        }
    }
}

impl Citation {
    /// What is cited, in one title: no style has a field for a pinpoint that is sure to be printed, and two provisions
    /// of one instrument must not look the same.
    fn cited_title(&self) -> String {
        self.with_pinpoint(&self.title)
    }

    /// The same by its usual title.
    fn cited_short_title(&self) -> Option<String> {
        self.short_title.as_deref().map(|title| self.with_pinpoint(title))
    }

    fn with_pinpoint(&self, title: &str) -> String {
        self.pinpoint.as_deref().map_or_else(|| title.to_owned(), |pinpoint| self.part(title, pinpoint))
    }

    fn part(&self, whole: &str, part: &str) -> String {
        fill(self.words.cite_part, &[("whole", whole), ("part", part)])
    }

    /// All sentences, those first that no style may lose.
    fn sentences(&self) -> impl Iterator<Item = &str> {
        self.remarks.iter().chain(&self.details).map(String::as_str)
    }

    /// The place in the United Nations Treaty Series.
    fn unts(&self) -> Option<&TreatySeries> {
        self.series.as_ref().and_then(Series::unts)
    }
}

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A text for a footnote, after the fashion of OSCOLA; what the reader must see with it stands on a second line.
    Plain,
    /// For reference managers: tagged lines.
    Ris,
    /// For LaTeX.
    BibTeX,
    /// For processors of the Citation Style Language.
    CslJson,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Ris, Self::BibTeX, Self::CslJson];

    /// Short name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Ris => "ris",
            Self::BibTeX => "bibtex",
            Self::CslJson => "csl-json",
        }
    }

    /// What readers know it by.
    #[must_use]
    pub const fn label(self, words: &ExportStrings) -> &'static str {
        match self {
            Self::Plain => words.cite_plain,
            Self::Ris => words.cite_ris,
            Self::BibTeX => words.cite_bibtex,
            Self::CslJson => words.cite_csl_json,
        }
    }

    /// What a file's name ends in, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Ris => "ris",
            Self::BibTeX => "bib",
            Self::CslJson => "json",
        }
    }

    /// Media type, without a charset: it is always UTF-8.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Ris => "application/x-research-info-systems",
            Self::BibTeX => "application/x-bibtex",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// One text with all the citations, a file as readers of the style expect it.
    #[must_use]
    pub fn write(self, citations: &[Citation]) -> String {
        match self {
            Self::Plain => citations.iter().map(plain::write).collect::<Vec<_>>().join("\n"),
            Self::Ris => citations.iter().map(ris::write).collect(),
            Self::BibTeX => citations.iter().map(bibtex::write).collect::<Vec<_>>().join("\n"),
            Self::CslJson => csl::write(citations),
        }
    }
}
