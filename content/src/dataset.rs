/// What a first table shows of it.
#[cfg(feature = "compile")]
mod outline;
/// The whole of what is published.
mod published;
/// What stands beside the table: organisations, publications, words explained, background.
mod reference;
/// Whether an instrument is in force.
mod status;

pub use published::Published;
pub use reference::{Abbreviation, Background, Organisation, Publication, Reference, Statement, Term};
pub use status::Status;

use crate::packed::{packed_enum, packed_struct};

/// All facts, as verified on [`Dataset::date`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Dataset {
    /// Version of the dataset, by semantic versioning: a corrected fact is a minor version.
    pub version: &'static str,
    /// The day of the last change, ISO 8601.
    #[cfg_attr(feature = "compile", schemars(extend("format" = "date")))]
    pub date: &'static str,
    /// Ids of the instruments a reader sees first.
    pub shown_first: &'static [&'static str],
    /// Treaties and protocols first, then action plans, then declarations; each by date of adoption.
    pub instruments: &'static [Instrument],
    /// Topics in their groups, in reading order.
    pub groups: &'static [TopicGroup],
    /// Abbreviations in its own texts, by alphabet.
    pub abbreviations: &'static [Abbreviation],
}

/// A treaty, protocol, action plan or declaration, with all it says on victim assistance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Instrument {
    /// Short name in addresses and attributes: the stem of its file.
    pub id: &'static str,
    /// Name at the head of a column, a few words.
    pub name: &'static str,
    /// Usual title.
    pub short_title: &'static str,
    /// Title as adopted.
    pub full_title: &'static str,
    /// Abbreviations and other names.
    pub also_known_as: &'static [&'static str],
    /// Further names a reader may type; for the search alone, never shown.
    pub search_names: &'static [&'static str],
    /// What sort of instrument it is.
    pub kind: InstrumentKind,
    /// Legally binding, or political.
    pub binding: bool,
    /// Id of the instrument it stands under, where that is in the dataset; else its name.
    pub parent: Option<&'static str>,
    /// When, where and by whom it was adopted.
    pub adopted: Option<Fact>,
    /// Opening for signature, or how States consent.
    pub opened_for_signature: Option<Fact>,
    /// Entry into force.
    pub entry_into_force: Option<Fact>,
    /// The years an action plan covers.
    pub period: Option<Fact>,
    /// The same as two years, where they were verified.
    pub years: Option<Years>,
    /// Number of parties or endorsing States; `date` says as of when.
    pub parties: Option<Fact>,
    /// Who keeps the original.
    pub depositary: Option<Fact>,
    /// Authentic languages of a treaty; published languages of a plan.
    pub languages: Option<Fact>,
    /// Number in a treaty series, or document symbol.
    pub registration: Option<Fact>,
    /// Official page.
    pub address: Option<Fact>,
    /// Facts that only some instruments have.
    pub further_facts: &'static [FurtherFact],
    /// What the instrument is beside victim assistance, for a reader who might wonder at it.
    pub note: Option<&'static str>,
    /// In the order of the text.
    pub provisions: &'static [Provision],
    /// Topics that were looked for in the whole text.
    pub silences: &'static [Silence],
}

/// What sort of instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum InstrumentKind {
    /// A treaty that stands alone.
    Treaty,
    /// A protocol to a treaty.
    Protocol,
    /// A plan that States Parties adopt by political decision.
    ActionPlan,
    /// A political declaration that States endorse.
    Declaration,
}

impl InstrumentKind {
    /// Every kind with its name in the dataset.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("treaty", Self::Treaty),
        ("protocol", Self::Protocol),
        ("action-plan", Self::ActionPlan),
        ("declaration", Self::Declaration),
    ];
}

/// A statement about an instrument, with where it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Fact {
    /// The fact in words, as verified.
    pub text: &'static str,
    /// The day, month or year it speaks of, ISO 8601 (`2008`, `2015-09` or `1997-09-18`).
    #[cfg_attr(feature = "compile", schemars(regex(pattern = r"^\d{4}(-\d{2}){0,2}$")))]
    pub date: Option<&'static str>,
    /// Addresses, or works in words where no address is known.
    pub sources: &'static [&'static str],
    /// A reservation the reader must see with the fact.
    pub note: Option<&'static str>,
}

/// The first and the last year of an action plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Years {
    /// The first year, four digits.
    #[cfg_attr(feature = "compile", schemars(regex(pattern = r"^\d{4}$")))]
    pub from: &'static str,
    /// The last year, four digits.
    #[cfg_attr(feature = "compile", schemars(regex(pattern = r"^\d{4}$")))]
    pub until: &'static str,
}

/// A fact that only some instruments have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct FurtherFact {
    /// What it is about.
    pub about: &'static str,
    /// The fact.
    pub fact: Fact,
}

/// One rule, commitment, statement or definition on victim assistance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Provision {
    /// Unique in its instrument.
    pub id: &'static str,
    /// Where it stands: “Art. 5(2)(c)”, “Action #33”.
    pub pinpoint: &'static str,
    /// Ids of the topics it speaks of, at least one.
    pub topics: &'static [&'static str],
    /// How far it binds.
    pub force: Force,
    /// The verb itself, on which `force` rests.
    pub verb: &'static str,
    /// Who owes it.
    pub duty_bearer: DutyBearer,
    /// Who owes it, in the words of the research.
    pub duty_bearer_words: &'static str,
    /// The operative words; of the source that was read where `basis` is `secondary`. None where only a
    /// paraphrase was seen.
    pub words: Option<&'static str>,
    /// Language of `words`, BCP 47, where it is not English.
    pub words_lang: Option<&'static str>,
    /// What it says, in plain words; a summary, not the text.
    pub summary: &'static str,
    /// How far the text was seen.
    pub basis: Basis,
    /// How far the text was seen, in words.
    pub basis_words: &'static str,
    /// Address of the text that was read, or the work in words.
    pub source: &'static str,
    /// The day it was checked, ISO 8601.
    #[cfg_attr(feature = "compile", schemars(extend("format" = "date")))]
    pub checked: &'static str,
    /// A reservation the reader must see with it.
    pub note: Option<&'static str>,
}

/// How far a provision binds, the most forceful first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Force {
    /// A party shall do it.
    Obligation,
    /// A party shall do it under a condition: “in a position to do so”, “as far as feasible”.
    QualifiedObligation,
    /// States say they will do it, by political decision.
    PoliticalCommitment,
    /// States should or may do it.
    Encouragement,
    /// Said in a preamble, or as context: no duty.
    Preambular,
    /// Says what a word means or how far a rule reaches.
    Definition,
}

impl Force {
    /// Every force with its name in the dataset.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("obligation", Self::Obligation),
        ("qualified-obligation", Self::QualifiedObligation),
        ("political-commitment", Self::PoliticalCommitment),
        ("encouragement", Self::Encouragement),
        ("preambular", Self::Preambular),
        ("definition", Self::Definition),
    ];
}

/// Who owes a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum DutyBearer {
    /// Each party or each State that endorsed it.
    EveryParty,
    /// Parties with victims, or with contaminated areas, under their jurisdiction or control.
    AffectedParty,
    /// Parties in a position to help.
    AbleParty,
    /// Those who give and those who receive assistance.
    AssistancePartner,
    /// A State that used or tested the weapon, or a party to the conflict.
    UserState,
    /// A meeting, an organisation or an official.
    Body,
    /// No one: a preamble, a definition, a description.
    Nobody,
    /// The source does not say.
    NotSeen,
}

impl DutyBearer {
    /// Every class with its name in the dataset.
    pub const NAMED: [(&'static str, Self); 8] = [
        ("every-party", Self::EveryParty),
        ("affected-party", Self::AffectedParty),
        ("able-party", Self::AbleParty),
        ("assistance-partner", Self::AssistancePartner),
        ("user-state", Self::UserState),
        ("body", Self::Body),
        ("nobody", Self::Nobody),
        ("not-seen", Self::NotSeen),
    ];
}

/// How far the text of a provision was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Basis {
    /// The instrument was read whole.
    WholeText,
    /// The words of the instrument were read, in a part or a reproduction of it.
    PartOfText,
    /// Only a digest, a statement or a report was read.
    Secondary,
}

impl Basis {
    /// Every basis with its name in the dataset.
    pub const NAMED: [(&'static str, Self); 3] =
        [("whole-text", Self::WholeText), ("part-of-text", Self::PartOfText), ("secondary", Self::Secondary)];
}

/// A topic that was looked for in the whole text of an instrument, and not found, or found only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Silence {
    /// Id of the topic.
    pub topic: &'static str,
    /// Nothing at all, or touched in part.
    pub extent: Extent,
    /// How it was checked.
    pub how: &'static str,
    /// What was found instead.
    pub note: Option<&'static str>,
    /// Address of the text that was read.
    pub source: &'static str,
    /// The day it was checked, ISO 8601.
    #[cfg_attr(feature = "compile", schemars(extend("format" = "date")))]
    pub checked: &'static str,
}

/// How far an instrument is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Extent {
    /// It says nothing.
    Silent,
    /// It touches the topic, but not as a matter of victim assistance.
    Partial,
}

impl Extent {
    /// Every extent with its name in the dataset.
    pub const NAMED: [(&'static str, Self); 2] = [("silent", Self::Silent), ("partial", Self::Partial)];
}

/// Topics that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct TopicGroup {
    /// Short name in addresses and attributes.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// In reading order.
    pub topics: &'static [Topic],
}

/// A question every instrument can be asked: a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Topic {
    /// Short name in addresses and attributes.
    pub id: &'static str,
    /// Row header.
    pub title: &'static str,
    /// Other words a reader may type; for the search alone.
    pub also: &'static [&'static str],
    /// Every instrument is asked about it; other topics are noted where an instrument speaks of them.
    pub core: bool,
}

impl Dataset {
    /// Every topic, in reading order.
    pub fn topics(&self) -> impl Iterator<Item = &'static Topic> + use<> {
        self.groups.iter().flat_map(|group| group.topics)
    }

    /// The topic of that id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&'static Topic> {
        self.topics().find(|topic| topic.id == id)
    }

    /// The instrument of that id.
    #[must_use]
    pub fn instrument(&self, id: &str) -> Option<&'static Instrument> {
        self.instruments.iter().find(|instrument| instrument.id == id)
    }
}

impl Instrument {
    /// The provision of that id.
    #[must_use]
    pub fn provision(&self, id: &str) -> Option<&'static Provision> {
        self.provisions.iter().find(|provision| provision.id == id)
    }
}

packed_struct!(Dataset { version, date, shown_first, instruments, groups, abbreviations });
packed_struct!(Instrument {
    id,
    name,
    short_title,
    full_title,
    also_known_as,
    search_names,
    kind,
    binding,
    parent,
    adopted,
    opened_for_signature,
    entry_into_force,
    period,
    years,
    parties,
    depositary,
    languages,
    registration,
    address,
    further_facts,
    note,
    provisions,
    silences
});
packed_struct!(Fact { text, date, sources, note });
packed_struct!(Years { from, until });
packed_struct!(FurtherFact { about, fact });
packed_struct!(Provision {
    id,
    pinpoint,
    topics,
    force,
    verb,
    duty_bearer,
    duty_bearer_words,
    words,
    words_lang,
    summary,
    basis,
    basis_words,
    source,
    checked,
    note
});
packed_struct!(Silence { topic, extent, how, note, source, checked });
packed_struct!(TopicGroup { id, title, topics });
packed_struct!(Topic { id, title, also, core });
packed_enum!(InstrumentKind, Force, DutyBearer, Basis, Extent);
