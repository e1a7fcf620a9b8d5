use crate::{
    dataset::{Basis, DutyBearer, Extent, Force, InstrumentKind},
    packed::packed_fields,
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

packed_fields!(Plural { zero, one, two, few, many, other });

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

/// Declares words of the interface and the list of their fields, so that the reader of `assets/i18n` cannot miss one.
macro_rules! strings {
    (
        $(#[doc = $doc:literal])+ $name:ident
        plain { $($(#[doc = $text_doc:literal])+ $text:ident,)+ }
        plural { $($(#[doc = $plural_doc:literal])+ $plural:ident,)+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $text_doc])+ pub $text: &'static str,)+
            $($(#[doc = $plural_doc])+ pub $plural: Plural,)+
        }

        packed_fields!($name { $($text,)+ $($plural,)+ });

        #[cfg(feature = "compile")]
        impl FromFields for $name {
            fn from_fields(
                text: impl Fn(&'static str) -> &'static str,
                plural: impl Fn(&'static str) -> Plural,
            ) -> Self {
                Self {
                    $($text: text(stringify!($text)),)+
                    $($plural: plural(stringify!($plural)),)+
                }
            }

            fn lang(&self) -> &'static str {
                self.lang
            }
        }
    };
}

/// Words of the interface that can be read from a file.
#[cfg(feature = "compile")]
pub trait FromFields {
    /// Asks for every field by name.
    fn from_fields(text: impl Fn(&'static str) -> &'static str, plural: impl Fn(&'static str) -> Plural) -> Self;

    /// BCP 47 tag of the language.
    fn lang(&self) -> &'static str;
}

strings! {
    /// The words of the table in one language. `{name}` stands for a value.
    Strings
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
        /// Head of the column of topics, and name of the choice of one.
        topic,
        /// Caption of the table of instruments by topics; `{instruments}`.
        caption_transposed,
        /// Caption of the table of organisations; `{instruments}`, which are organisations there.
        caption_organisations,
        /// Caption of two instruments side by side; `{instruments}`.
        caption_differences,
        /// Head of the column of instruments, and name of the choice of one.
        instrument,
        /// Sorts by row headers.
        sort_by_name,
        /// Sorts by the force of a column; `{name}`.
        sort_by_force,
        /// Name of the choice of view.
        views,
        /// View: the table.
        view_compare,
        /// View: instruments as rows.
        view_transposed,
        /// View: one topic.
        view_topic,
        /// View: one instrument.
        view_instrument,
        /// View: two instruments, word by word.
        view_differences,
        /// View: silences.
        view_gaps,
        /// View: a topic through time.
        view_time,
        /// View: the map and the timeline.
        view_overview,
        /// View: organisations.
        view_organisations,
        /// View: publications and background.
        view_publications,
        /// Lead of the view of one topic.
        topic_lead,
        /// Lead of a topic through time.
        time_lead,
        /// What an instrument adds: it spoke first.
        first_to_speak,
        /// What an instrument adds: it was the first that binds.
        first_binding,
        /// What an instrument adds; `{values}`, legal forces.
        new_forces,
        /// What an instrument adds; `{values}`, classes of duty bearers.
        new_bearers,
        /// An instrument adds neither.
        nothing_new,
        /// Heading over the facts of an instrument.
        facts,
        /// What another instrument is to this one.
        stands_under_it,
        /// What another instrument is to this one.
        successor,
        /// What another instrument is to this one.
        predecessor,
        /// Heading over the topics an instrument is silent on.
        silences,
        /// Lead of the view of silences.
        gaps_lead,
        /// What others say where an instrument is silent; `{names}`.
        others_speak,
        /// What others say where an instrument touches a topic in part; `{names}`.
        others_speak_partial,
        /// Lead of the view of publications.
        publications_lead,
        /// Fact of a publication.
        author,
        /// Fact of a publication.
        year,
        /// Fact of a publication: publisher, place, series.
        published,
        /// Fact of a publication.
        pages,
        /// Fact of a publication.
        published_languages,
        /// Fact of a publication.
        doi,
        /// Fact of a note: as of when it is so.
        as_of_label,
        /// Row of what organisations do that belongs to no topic.
        in_general,
        /// Caption of the map.
        overview_caption,
        /// Added to it where the marks lead to the table.
        overview_leads,
        /// Caption of the timeline.
        timeline_caption,
        /// Head of the column of years.
        years,
        /// Panel of force, duty bearer and sort of answer.
        answers,
        /// Facet.
        answer,
        /// Answer: a provision.
        provision,
        /// Facet.
        status,
        /// Status of an instrument.
        status_in_force,
        /// Status of an instrument.
        status_expired,
        /// Status of an instrument.
        status_not_stated,
        /// Panel of the orders of rows and columns.
        order,
        /// Heading over the orders of rows.
        rows,
        /// Heading over the orders of columns.
        columns,
        /// Order of rows.
        order_groups,
        /// Order of rows.
        order_name,
        /// Order of rows or columns.
        order_provisions,
        /// Order of columns.
        order_kind,
        /// Order of columns.
        order_date,
        /// Moves a column; `{name}`.
        move_earlier,
        /// Moves a column; `{name}`.
        move_later,
        /// Short text of the button that keeps a column in sight.
        pin,
        /// Keeps a column in sight; `{name}`.
        pin_column,
        /// Name of the list of suggestions.
        suggestions,
        /// Name of the list of filters that are set.
        filters_are_set,
        /// What a button does to a filter that is set, unseen, before its name.
        take_away,
        /// Takes the last change back.
        undo,
        /// Where nothing is left by the filters.
        nothing_left,
        /// Where an answer is still to come.
        loading,
        /// Before another search.
        did_you_mean,
        /// Before filters to take away.
        drop_filters,
        /// Unseen, before words the other text has not.
        mark_added,
        /// Unseen, before words the other text has not.
        mark_removed,
        /// Unseen, after them.
        mark_end,
        /// Copies the address of what is shown.
        copy_link,
        /// Copies the address of a provision.
        copy_provision_link,
        /// It is copied.
        copied,
        /// The browser does not let it be copied.
        not_copied,
        /// What a link asks for in vain; `{values}`.
        link_not_understood,
        /// Disclosure of words explained.
        glossary,
        /// Heading over abbreviations.
        abbreviations,
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
        /// Button that opens the choices of how the text is set.
        reading,
        /// The text as the page has it.
        reading_as_page,
        /// Name of the choice of line spacing.
        reading_spacing,
        /// Wide lines.
        reading_wide,
        /// Wider lines.
        reading_wider,
        /// Name of the choice of line length.
        reading_width,
        /// Lines of at most 80 characters.
        reading_80,
        /// Lines of at most 60 characters.
        reading_60,
        /// Name of the choice of contrast.
        reading_contrast,
        /// More contrast.
        reading_more,
        /// Dark on light.
        reading_light,
        /// Light on dark.
        reading_dark,
        /// Name of the choice of font.
        reading_font,
        /// Without serifs.
        reading_sans,
        /// With serifs.
        reading_serif,
        /// First of two instruments compared where there is little room.
        first_instrument,
        /// Second of them.
        second_instrument,
        /// Name of the scrolling region around the table.
        table_region,
        /// Between the parts of the status line.
        separator,
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
        /// Button: asks how to print.
        print,
        /// Button: asks what to save or copy.
        save,
        /// Button: asks how to cite or copy a provision, an instrument or a publication.
        cite,
        /// Button: collects an answer, or lets it go.
        collect,
        /// Sign of an answer that is collected, and filter: nothing else is shown.
        collected,
        /// Button: lets all go that is collected.
        collect_nothing,
        /// Status line: what a button asks for could not be loaded.
        not_loaded,
        /// Status line: what a first table does without could not be loaded.
        rest_not_loaded,
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
        /// How many provisions; `{count}`.
        count_provisions,
        /// A filter that is set; `{count}`.
        count_instruments,
        /// Status line of the organisations; `{count}`.
        count_organisations,
        /// Status line of the publications; `{count}`.
        count_entries,
        /// Status line of the silences; `{count}`.
        count_silences,
        /// Button: shows what is collected and nothing else; `{count}`.
        count_collected,
        /// The same where no more can be collected.
        count_all_collected,
        /// Part of the status line; `{count}`, `{all}`, of which the sentence depends on the second.
        provisions_of_all,
        /// Part of the status line; `{count}`, `{all}`.
        topics_of_all,
        /// Part of the status line; `{count}`, `{all}`.
        instruments_of_all,
        /// Disclosure of the rest of a long cell; `{count}`.
        more,
        /// Cell whose provisions the search does not find; `{count}`.
        not_matching,
    }
}

strings! {
    /// The words of printing, saving and citing in one language. `{name}` stands for a value.
    ExportStrings
    plain {
        /// BCP 47 tag of the language.
        lang,
        /// Label on paper: the question.
        question,
        /// Label on paper: how much is shown.
        shown,
        /// On paper: no filter is set.
        no_filters,
        /// Label on paper: version and date of the dataset.
        dataset,
        /// Label on paper: the day.
        printed,
        /// Label on paper: the address of the page.
        address,
        /// Heading on paper: list of sources.
        sources,
        /// Caption of a table on paper that holds not all columns; `{from}`, `{until}`, `{all}`, `{names}`.
        set_caption,
        /// Caption of a table on paper that holds one column of several; `{from}`, `{all}`, `{names}`.
        set_of_one_caption,
        /// Heading of the choices for paper.
        print,
        /// Choice.
        paper,
        /// Choice.
        orientation,
        /// Choice.
        portrait,
        /// Choice.
        landscape,
        /// Choice of text size; `{percent}`, `{points}`.
        text_points,
        /// Choice: details as the reader unfolded them.
        details_unfolded,
        /// Choice: all details.
        details_all,
        /// Button that prints.
        do_print,
        /// Button that closes.
        close,
        /// Heading of the ways to save and copy.
        save,
        /// The page in which the table stands does not let it print.
        not_printed,
        /// What is cited of a whole; `{whole}`, `{part}`.
        cite_part,
        /// When an instrument was adopted; `{date}`.
        cite_adopted,
        /// When an instrument entered into force; `{date}`.
        cite_entered_into_force,
        /// The day on which an address is read; `{date}`.
        cite_accessed,
        /// A remark under a label; `{label}`, `{text}`, which has no full stop.
        cite_remark,
        /// Where the facts of a citation come from; `{table}`, `{version}`, `{date}`.
        cite_edition,
        /// The same where the table has an address; `{address}` besides.
        cite_edition_at,
        /// What a summary is not, said of a provision.
        cite_summary_is_not_the_text,
        /// Style of a citation.
        cite_plain,
        /// Style of a citation.
        cite_ris,
        /// Style of a citation.
        cite_bibtex,
        /// Style of a citation.
        cite_csl_json,
        /// Choice: in which style.
        style,
        /// Name of a citation.
        citation,
        /// Button.
        copy_citation,
        /// Button.
        save_citation,
        /// Button: words, summary and citation.
        copy_provision,
        /// Button.
        copy_cell,
        /// Button.
        copy_row,
        /// Button.
        copy_table,
        /// Kind of file.
        file_web_page,
        /// What was done.
        copied,
        /// What could not be done.
        not_copied,
        /// What was done.
        is_saved,
        /// Kind of file.
        file_csv,
        /// Kind of file.
        file_json,
        /// Kind of file.
        file_markdown,
        /// Kind of file.
        file_spreadsheet,
        /// Kind of file.
        file_document,
        /// A file could not be made.
        not_saved,
        /// Label in files: the day.
        saved,
        /// Sheet of a spreadsheet: the answer as it is shown.
        sheet_table,
        /// Sheet of a spreadsheet: one row an answer.
        sheet_records,
        /// Sheet of a spreadsheet: what was asked, of what, when.
        sheet_about,
        /// Column of records: the group of topics.
        topic_group,
        /// Column of records: where a provision stands.
        pinpoint,
        /// Column of records: who owes it, in the words of the research.
        duty_bearer_words,
        /// Column of records: summary, which is not the text.
        summary,
        /// Column of records: language of the operative words.
        words_language,
        /// Column of records: how far the text was seen, in words.
        basis_words,
        /// Column of records: version of the dataset.
        dataset_version,
        /// Column of records: a name.
        organisation,
        /// Column of records: what an organisation does.
        statement,
        /// Column of records: title of a publication or note.
        entry_title,
        /// Column of records: text of a note.
        entry_text,
        /// Column of records: instruments that a publication or note is about.
        entry_about,
        /// In a map: a cell that the filters leave out.
        left_out,
        /// Caption of two instruments side by side, where marks stand in the text; `{instruments}`.
        caption_differences,
        /// Caption of a map whose marks lead nowhere.
        caption_overview,
    }
    plural {
        /// How many columns stand side by side on a sheet; `{count}`.
        columns_a_sheet,
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
