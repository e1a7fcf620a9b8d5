use crate::packed::packed_struct;

/// What stands beside the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Reference {
    /// Who works on victim assistance.
    pub organisations: &'static [Organisation],
    /// What was written on victim assistance.
    pub publications: &'static [Publication],
    /// Words as the table uses them, by alphabet.
    pub glossary: &'static [Term],
    /// How the instruments came about, and how they hang together.
    pub background: &'static [Background],
}

impl Reference {
    /// Nothing.
    pub const NONE: Self = Self { organisations: &[], publications: &[], glossary: &[], background: &[] };
}

/// An organisation that works on victim assistance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Organisation {
    /// Short name in addresses.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Abbreviation.
    pub abbreviation: Option<&'static str>,
    /// What it does, as its source says: statement by statement.
    pub statements: &'static [Statement],
    /// What it does or is, as far as that belongs to no topic.
    pub general: Option<&'static str>,
    /// Figures, with their years.
    pub figures: Option<&'static str>,
    /// As of when it is described so, in words.
    pub dated: &'static str,
    /// Address, or the work in words.
    pub source: &'static str,
    /// A reservation the reader must see with it.
    pub note: Option<&'static str>,
}

/// One thing an organisation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Statement {
    /// Ids of the topics it speaks of, at least one.
    pub topics: &'static [&'static str],
    /// What it does, as its source says.
    pub text: &'static str,
}

/// A publication on victim assistance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Publication {
    /// Short name in addresses.
    pub id: &'static str,
    /// Author or authoring body.
    pub author: &'static str,
    /// Title.
    pub title: &'static str,
    /// Year, where it was verified.
    pub year: Option<&'static str>,
    /// Publisher, place, series, journal.
    pub venue: Option<&'static str>,
    /// Pages.
    pub pages: Option<&'static str>,
    /// Digital object identifier.
    pub doi: Option<&'static str>,
    /// Address, where it was verified.
    pub address: Option<&'static str>,
    /// Languages, where a source states them.
    pub languages: Option<&'static str>,
    /// Ids of the instruments that its title or venue names; may be none.
    pub about: &'static [&'static str],
    /// Address, or the work in words.
    pub source: &'static str,
    /// A reservation the reader must see with it.
    pub note: Option<&'static str>,
}

/// A word as this table uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Term {
    /// Short name in addresses.
    pub id: &'static str,
    /// The word.
    pub term: &'static str,
    /// Other words for it.
    pub also: &'static [&'static str],
    /// How this table uses it, in plain words.
    pub meaning: &'static str,
    /// Where instruments define or use it: “instrument/provision”, both by id.
    pub provisions: &'static [&'static str],
}

/// An abbreviation in the dataset's own texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Abbreviation {
    /// As it is written: “CCM”.
    pub short: &'static str,
    /// What it stands for.
    pub long: &'static str,
}

/// A note on how instruments came about, or how they hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Background {
    /// Short name in addresses.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// The note.
    pub text: &'static str,
    /// As of when it is so, in words.
    pub dated: &'static str,
    /// Address, or the work in words.
    pub source: &'static str,
    /// A reservation the reader must see with it.
    pub note: Option<&'static str>,
    /// Ids of the instruments it speaks of; may be none.
    pub instruments: &'static [&'static str],
}

packed_struct!(Reference { organisations, publications, glossary, background });
packed_struct!(Organisation { id, name, abbreviation, statements, general, figures, dated, source, note });
packed_struct!(Statement { topics, text });
packed_struct!(Publication { id, author, title, year, venue, pages, doi, address, languages, about, source, note });
packed_struct!(Term { id, term, also, meaning, provisions });
packed_struct!(Abbreviation { short, long });
packed_struct!(Background { id, title, text, dated, source, note, instruments });
