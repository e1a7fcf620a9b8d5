use crate::{
    dataset::{Basis, DutyBearer, Extent, Force, InstrumentKind},
    packed::packed_struct,
};

/// A sentence that depends on a number, by CLDR plural category. A category a language lacks repeats `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// For none, in languages such as Arabic.
    pub zero: &'static str,
    /// As in English “1 topic”.
    pub one: &'static str,
    /// For two, in languages such as Arabic.
    pub two: &'static str,
    /// For a few, in languages such as Russian.
    pub few: &'static str,
    /// For many, in languages such as Arabic.
    pub many: &'static str,
    /// For all other numbers.
    pub other: &'static str,
}

packed_struct!(Plural { zero, one, two, few, many, other });

/// CLDR plural category, as `Intl.PluralRules` gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralCategory {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`
    Other,
}

impl Plural {
    /// The sentence of a category.
    #[must_use]
    pub fn get(&self, category: PluralCategory) -> &'static str {
        match category {
            PluralCategory::Zero => self.zero,
            PluralCategory::One => self.one,
            PluralCategory::Two => self.two,
            PluralCategory::Few => self.few,
            PluralCategory::Many => self.many,
            PluralCategory::Other => self.other,
        }
    }
}

/// Declares [`Strings`] and the list of its fields, so that the reader of `assets/i18n` cannot miss one.
macro_rules! strings {
    ($(plain { $($(#[doc = $text_doc:literal])+ $text:ident,)+ })? $(plural { $($(#[doc = $plural_doc:literal])+ $plural:ident,)+ })?) => {
        /// The words of the interface in one language. `{name}` stands for a value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
                pub struct Strings {
            $($($(#[doc = $text_doc])+ pub $text: &'static str,)+)?
            $($($(#[doc = $plural_doc])+ pub $plural: Plural,)+)?
        }

        packed_struct!(Strings { $($($text,)+)? $($($plural,)+)? });

        #[cfg(feature = "compile")]
        impl Strings {
            /// Asks for every field by name.
            pub(crate) fn from_fields(
                text: impl Fn(&'static str) -> &'static str,
                plural: impl Fn(&'static str) -> Plural,
            ) -> Self {
                Self {
                    $($($text: text(stringify!($text)),)+)?
                    $($($plural: plural(stringify!($plural)),)+)?
                }
            }
        }
    };
}

strings! {
    plain {
        /// BCP 47 tag of the language.
        lang,
        /// `ltr` or `rtl`.
        dir,
        /// Heading of the widget.
        title,
        /// Caption of the table; `{instruments}`.
        caption,
        /// Between the names in the caption.
        list_separator,
        /// Head of the column of topics.
        topic,
        /// Name of the search box.
        search,
        /// Button that opens the choice of instruments, and its panel.
        instruments,
        /// Button that opens the choice of topics, and its panel.
        topics,
        /// How many are chosen; `{chosen}`, `{all}`.
        chosen_of_all,
        /// Every one is chosen.
        all,
        /// Button that unfolds the filters where there is little room.
        filters,
        /// How many filters are set; `{count}`.
        filters_set,
        /// Button that takes all filters back.
        reset,
        /// Name of the choice of text size.
        text_size,
        /// Name of a text size; `{percent}`.
        percent,
        /// First of two instruments compared where there is little room.
        first_instrument,
        /// Second of them.
        second_instrument,
        /// Name of the scrolling region around the table.
        table_region,
        /// Between the parts of the status line.
        separator,
        /// Part of the status line; `{search}`.
        searched_for,
        /// Where nothing matches; `{search}`.
        nothing_found,
        /// Where no instrument is chosen.
        no_instrument,
        /// Cell of an instrument that says nothing.
        silent,
        /// Cell of an instrument that touches a topic, but not as victim assistance.
        partial,
        /// Cell of a text nobody has read for the topic.
        not_assessed,
        /// Disclosure of how a silence was checked.
        how_checked,
        /// Disclosure of a provision's details.
        details,
        /// Detail: the words of the instrument.
        operative_words,
        /// Detail: the words of a digest or report.
        words_of_source,
        /// Detail.
        legal_force,
        /// Detail.
        verb,
        /// Detail.
        duty_bearer,
        /// Detail: how far the text was seen.
        basis,
        /// Detail.
        source,
        /// Detail: the day it was checked.
        checked,
        /// Detail: a reservation.
        note,
        /// Heading over the facts of the instruments.
        about_instruments,
        /// Fact.
        full_title,
        /// Fact.
        also_known_as,
        /// Fact: kind and binding or political.
        kind,
        /// Fact.
        parent,
        /// Fact.
        adopted,
        /// Fact.
        opened_for_signature,
        /// Fact.
        entry_into_force,
        /// Fact.
        period,
        /// Fact.
        parties,
        /// Fact; `{date}`.
        as_of,
        /// Fact.
        depositary,
        /// Fact.
        languages,
        /// Fact.
        registration,
        /// Fact.
        address,
        /// Foot: version and date of the dataset; `{version}`, `{date}`.
        edition,
        /// Foot: summaries are not the text.
        summaries_are_not_the_text,
        /// Legal force.
        force_obligation,
        /// Legal force.
        force_qualified_obligation,
        /// Legal force.
        force_political_commitment,
        /// Legal force.
        force_encouragement,
        /// Legal force.
        force_preambular,
        /// Legal force.
        force_definition,
        /// Class of duty bearer.
        bearer_every_party,
        /// Class of duty bearer.
        bearer_affected_party,
        /// Class of duty bearer.
        bearer_able_party,
        /// Class of duty bearer.
        bearer_assistance_partner,
        /// Class of duty bearer.
        bearer_user_state,
        /// Class of duty bearer.
        bearer_body,
        /// Class of duty bearer.
        bearer_nobody,
        /// Class of duty bearer.
        bearer_not_seen,
        /// How far the text was seen.
        basis_whole_text,
        /// How far the text was seen.
        basis_part_of_text,
        /// How far the text was seen.
        basis_secondary,
        /// Kind of instrument.
        kind_treaty,
        /// Kind of instrument.
        kind_protocol,
        /// Kind of instrument.
        kind_action_plan,
        /// Kind of instrument.
        kind_declaration,
        /// Group of instruments.
        treaties,
        /// Group of instruments.
        action_plans,
        /// Group of instruments.
        declarations,
        /// Legally binding.
        binding,
        /// Politically binding only.
        political,
    }
    plural {
        /// Part of the status line and caption; `{count}`.
        count_provisions,
        /// Part of the status line; `{count}`.
        count_topics,
        /// Part of the status line; `{count}`.
        count_instruments,
        /// Disclosure of the rest of a long cell; `{count}`.
        more,
        /// Cell whose provisions the search does not find; `{count}`.
        not_matching,
    }
}

impl Strings {
    /// The word for a legal force.
    #[must_use]
    pub fn force(&self, force: Force) -> &'static str {
        match force {
            Force::Obligation => self.force_obligation,
            Force::QualifiedObligation => self.force_qualified_obligation,
            Force::PoliticalCommitment => self.force_political_commitment,
            Force::Encouragement => self.force_encouragement,
            Force::Preambular => self.force_preambular,
            Force::Definition => self.force_definition,
        }
    }

    /// The word for a class of duty bearers.
    #[must_use]
    pub fn duty_bearer_class(&self, bearer: DutyBearer) -> &'static str {
        match bearer {
            DutyBearer::EveryParty => self.bearer_every_party,
            DutyBearer::AffectedParty => self.bearer_affected_party,
            DutyBearer::AbleParty => self.bearer_able_party,
            DutyBearer::AssistancePartner => self.bearer_assistance_partner,
            DutyBearer::UserState => self.bearer_user_state,
            DutyBearer::Body => self.bearer_body,
            DutyBearer::Nobody => self.bearer_nobody,
            DutyBearer::NotSeen => self.bearer_not_seen,
        }
    }

    /// The word for how far a text was seen.
    #[must_use]
    pub fn basis_class(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::WholeText => self.basis_whole_text,
            Basis::PartOfText => self.basis_part_of_text,
            Basis::Secondary => self.basis_secondary,
        }
    }

    /// The word for a kind of instrument.
    #[must_use]
    pub fn kind_name(&self, kind: InstrumentKind) -> &'static str {
        match kind {
            InstrumentKind::Treaty => self.kind_treaty,
            InstrumentKind::Protocol => self.kind_protocol,
            InstrumentKind::ActionPlan => self.kind_action_plan,
            InstrumentKind::Declaration => self.kind_declaration,
        }
    }

    /// The word for an instrument that binds, or does not.
    #[must_use]
    pub fn bindingness(&self, binding: bool) -> &'static str {
        if binding { self.binding } else { self.political }
    }

    /// The word for how far an instrument is silent.
    #[must_use]
    pub fn extent(&self, extent: Extent) -> &'static str {
        match extent {
            Extent::Silent => self.silent,
            Extent::Partial => self.partial,
        }
    }
}
