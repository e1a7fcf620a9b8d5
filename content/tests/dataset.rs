//! What must hold for the real dataset, beyond what its reader checks.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use vat_content::{
    Published,
    dataset::{
        Basis, Dataset, DutyBearer, Extent, Fact, Force, Instrument, InstrumentKind, Provision, Reference, Status,
    },
    packed::{from_packed, to_packed},
    read_dataset,
};

static PUBLISHED: LazyLock<Published> =
    LazyLock::new(|| read_dataset(root()).unwrap_or_else(|problems| panic!("{problems}")));
static DATASET: LazyLock<Dataset> = LazyLock::new(|| PUBLISHED.dataset);
static REFERENCE: LazyLock<Reference> = LazyLock::new(|| PUBLISHED.reference);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn provisions() -> impl Iterator<Item = (&'static Instrument, &'static Provision)> {
    DATASET
        .instruments
        .iter()
        .flat_map(|instrument| instrument.provisions.iter().map(move |provision| (instrument, provision)))
}

fn core_topics() -> BTreeSet<&'static str> {
    let topics = DATASET.groups.iter().flat_map(|group| group.topics);
    topics.filter(|topic| topic.core).map(|topic| topic.id).collect()
}

/// “mine-ban-convention Art. 5(1)”, for the reports.
fn name((instrument, provision): (&Instrument, &Provision)) -> String {
    [instrument.id, provision.pinpoint].join(" ")
}

mod completeness {
    use super::*;

    #[test]
    fn every_provision_and_silence_is_entered() {
        let counts: Vec<_> = DATASET
            .instruments
            .iter()
            .map(|instrument| (instrument.id, instrument.provisions.len(), instrument.silences.len()))
            .collect();
        assert_eq!(
            counts,
            [
                ("amended-protocol-ii", 3, 21),
                ("mine-ban-convention", 11, 19),
                ("protocol-v", 20, 17),
                ("crpd", 87, 5),
                ("cluster-munitions", 40, 6),
                ("tpnw", 16, 16),
                ("nairobi", 6, 0),
                ("protocol-v-plan", 9, 0),
                ("cartagena", 12, 0),
                ("vientiane", 10, 0),
                ("maputo", 7, 0),
                ("dubrovnik", 15, 0),
                ("oslo", 14, 0),
                ("lausanne", 3, 0),
                ("siem-reap-angkor", 1, 0),
                ("ewipa", 2, 0),
            ]
        );
        let all = counts.iter().fold((0, 0), |all, one| (all.0 + one.1, all.1 + one.2));
        assert_eq!(all, (256, 84));
    }

    #[test]
    fn every_topic_is_entered() {
        let topics: Vec<_> = DATASET.groups.iter().map(|group| (group.id, group.topics.len())).collect();
        assert_eq!(
            topics,
            [
                ("who", 4),
                ("duty", 4),
                ("services", 12),
                ("how", 8),
                ("principles", 7),
                ("support", 4),
                ("follow-up", 2)
            ]
        );
        assert_eq!(core_topics().len(), 25);
    }

    #[test]
    fn what_stands_beside_the_table_is_entered() {
        let statements: Vec<_> = REFERENCE
            .organisations
            .iter()
            .map(|organisation| (organisation.id, organisation.statements.len()))
            .collect();
        assert_eq!(
            statements,
            [
                ("who", 5),
                ("undp", 4),
                ("unmas", 3),
                ("icrc", 7),
                ("handicap-international", 3),
                ("isu", 0),
                ("information-gateway", 0),
                ("unidir", 0),
            ]
        );
        assert_eq!(REFERENCE.publications.len(), 11);
        assert_eq!((REFERENCE.glossary.len(), DATASET.abbreviations.len()), (15, 30));
        let notes: Vec<_> = REFERENCE.background.iter().map(|note| (note.id, note.instruments)).collect();
        assert_eq!(
            notes,
            [
                (
                    "cooperation-between-instruments",
                    &["mine-ban-convention", "protocol-v", "cluster-munitions"] as &[&str]
                ),
                ("mine-ban-convention-and-protocol-v", &["mine-ban-convention", "protocol-v"]),
                ("first-instrument-for-victims-of-a-weapon", &["mine-ban-convention"]),
                ("what-the-convention-on-cluster-munitions-elaborated", &["cluster-munitions", "crpd"]),
            ]
        );
    }

    #[test]
    fn publications_are_about_the_instruments_their_titles_name() {
        let about: Vec<_> = REFERENCE
            .publications
            .iter()
            .filter(|publication| !publication.about.is_empty())
            .map(|publication| (publication.id, publication.about))
            .collect();
        assert_eq!(
            about,
            [
                ("checklist-2008", &["mine-ban-convention"] as &[&str]),
                ("guide-2008", &["mine-ban-convention"]),
                ("docherty-2009", &["cluster-munitions"]),
                ("reiterer-2010", &["cluster-munitions"]),
                ("factsheets-2013", &["mine-ban-convention", "cluster-munitions"]),
                ("survivors-declaration", &["cluster-munitions"]),
            ]
        );
    }

    #[test]
    fn every_instrument_has_further_names_for_the_search() {
        for instrument in DATASET.instruments {
            assert!(!instrument.search_names.is_empty(), "{}", instrument.id);
        }
    }

    #[test]
    fn every_instrument_is_in_force_or_expired_as_far_as_its_dates_are_verified() {
        let status: Vec<_> = DATASET
            .instruments
            .iter()
            .map(|instrument| (instrument.id, instrument.year().unwrap(), instrument.status(DATASET.date)))
            .collect();
        assert_eq!(
            status,
            [
                ("amended-protocol-ii", "1996", Status::NotStated),
                ("mine-ban-convention", "1997", Status::InForce),
                ("protocol-v", "2003", Status::InForce),
                ("crpd", "2006", Status::InForce),
                ("cluster-munitions", "2008", Status::InForce),
                ("tpnw", "2017", Status::InForce),
                ("nairobi", "2004", Status::Expired),
                ("protocol-v-plan", "2008", Status::NotStated),
                ("cartagena", "2009", Status::Expired),
                ("vientiane", "2010", Status::Expired),
                ("maputo", "2014", Status::Expired),
                ("dubrovnik", "2015", Status::Expired),
                ("oslo", "2019", Status::Expired),
                ("lausanne", "2021", Status::InForce),
                ("siem-reap-angkor", "2024", Status::InForce),
                ("ewipa", "2022", Status::NotStated),
            ]
        );
    }

    #[test]
    fn instruments_stand_by_kind_then_by_date() {
        let order: Vec<_> = DATASET
            .instruments
            .iter()
            .map(|instrument| {
                let rank = match instrument.kind {
                    InstrumentKind::Treaty | InstrumentKind::Protocol => 1,
                    InstrumentKind::ActionPlan => 2,
                    InstrumentKind::Declaration => 3,
                };
                (rank, instrument.adopted.unwrap().date.unwrap())
            })
            .collect();
        assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn the_treaties_of_the_source_page_are_shown_first_in_the_order_of_the_columns() {
        assert_eq!(DATASET.shown_first, ["mine-ban-convention", "protocol-v", "crpd", "cluster-munitions"]);
        let places: Vec<_> = DATASET
            .shown_first
            .iter()
            .map(|id| DATASET.instruments.iter().position(|instrument| instrument.id == *id).unwrap())
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn the_treaties_shown_first_answer_every_core_topic() {
        for id in DATASET.shown_first {
            let instrument = DATASET.instruments.iter().find(|instrument| instrument.id == *id).unwrap();
            let spoken = instrument.provisions.iter().flat_map(|provision| provision.topics).copied();
            let silent = instrument.silences.iter().map(|silence| silence.topic);
            let answered: BTreeSet<_> = spoken.chain(silent).collect();
            let unanswered: Vec<_> = core_topics().difference(&answered).copied().collect();
            assert!(unanswered.is_empty(), "{id}: {unanswered:?}");
        }
    }
}

mod coherence {
    use super::*;

    #[test]
    fn no_cell_is_silent_and_filled() {
        for instrument in DATASET.instruments {
            for silence in instrument.silences.iter().filter(|silence| silence.extent == Extent::Silent) {
                let speaks = instrument.provisions.iter().find(|provision| provision.topics.contains(&silence.topic));
                assert_eq!(speaks.map(|provision| provision.pinpoint), None, "{} on {}", instrument.id, silence.topic);
            }
        }
    }

    #[test]
    fn silence_is_claimed_of_core_topics_and_only_of_texts_read_whole() {
        for instrument in DATASET.instruments.iter().filter(|instrument| !instrument.silences.is_empty()) {
            for provision in instrument.provisions {
                assert_eq!(provision.basis, Basis::WholeText, "{}", name((instrument, provision)));
            }
            for silence in instrument.silences {
                assert!(core_topics().contains(silence.topic), "{} on {}", instrument.id, silence.topic);
            }
        }
    }

    #[test]
    fn nobody_owes_what_a_preamble_or_a_definition_says_and_somebody_owes_all_else() {
        for (instrument, provision) in provisions() {
            let no_duty = matches!(provision.force, Force::Preambular | Force::Definition);
            assert_eq!(provision.duty_bearer == DutyBearer::Nobody, no_duty, "{}", name((instrument, provision)));
        }
    }

    #[test]
    fn what_was_read_whole_is_quoted() {
        for (instrument, provision) in provisions().filter(|(_, provision)| provision.basis == Basis::WholeText) {
            assert!(provision.words.is_some(), "{}", name((instrument, provision)));
        }
    }

    #[test]
    fn a_preamble_is_no_rule() {
        let preambles = provisions().filter(|(_, provision)| provision.pinpoint.starts_with("Preamble"));
        for (instrument, provision) in preambles {
            assert_eq!(provision.force, Force::Preambular, "{}", name((instrument, provision)));
        }
    }
}

mod words {
    use super::*;

    /// Abbreviations whose long form no source of the research gives.
    const NOT_SPELT_OUT: [&str; 9] = ["CFSP", "DPKO", "DRC", "GICHD", "ICAN", "ICBL", "ISBN", "ISSN", "UNTS"];
    /// Capitals that need no long form: numbers, money, symbols of documents, names of which each half is spelt out.
    const NO_ABBREVIATIONS: [&str; 10] = ["AP", "CONF", "EUR", "II", "IV", "MSP", "OVERVIEW", "RES", "UNCRPD", "VI"];

    fn of_fact(fact: Fact) -> Vec<&'static str> {
        [Some(fact.text), fact.note].into_iter().flatten().collect()
    }

    /// What the dataset says in its own words, or names in its own way.
    fn own_texts() -> Vec<&'static str> {
        let mut texts = Vec::new();
        for instrument in DATASET.instruments {
            texts.extend([instrument.name, instrument.short_title, instrument.full_title]);
            texts.extend(instrument.also_known_as);
            texts.extend(instrument.note);
            let facts = [
                instrument.adopted,
                instrument.opened_for_signature,
                instrument.entry_into_force,
                instrument.period,
                instrument.parties,
                instrument.depositary,
                instrument.languages,
                instrument.registration,
            ];
            texts.extend(facts.into_iter().flatten().flat_map(of_fact));
            texts.extend(instrument.further_facts.iter().flat_map(|further| of_fact(further.fact)));
            for provision in instrument.provisions {
                texts.extend([provision.pinpoint, provision.summary, provision.duty_bearer_words]);
                texts.extend(provision.note);
            }
            texts.extend(instrument.silences.iter().flat_map(|silence| [Some(silence.how), silence.note]).flatten());
        }
        for organisation in REFERENCE.organisations {
            let more = [organisation.abbreviation, organisation.general, organisation.figures, organisation.note];
            texts.extend(more.into_iter().flatten());
            texts.extend(organisation.statements.iter().map(|statement| statement.text));
        }
        for publication in REFERENCE.publications {
            texts.extend([publication.author, publication.title]);
            texts.extend([publication.venue, publication.note].into_iter().flatten());
        }
        texts.extend(
            REFERENCE.background.iter().flat_map(|note| [Some(note.title), Some(note.text), note.note]).flatten(),
        );
        texts
    }

    /// Words of capitals, such as “IACG-MA”; the plural of “NGO” counts as it. Addresses have capitals of their own.
    fn capitals() -> BTreeSet<&'static str> {
        own_texts()
            .into_iter()
            .flat_map(str::split_whitespace)
            .filter(|word| !word.contains("://"))
            .flat_map(|word| word.split(|char: char| !char.is_alphanumeric() && char != '-'))
            .map(|word| word.trim_matches('-').trim_end_matches('s'))
            .filter(|word| word.len() > 1 && word.chars().all(|char| char.is_ascii_uppercase() || char == '-'))
            .collect()
    }

    #[test]
    fn every_abbreviation_in_the_dataset_is_spelt_out_or_known_to_be_unverified() {
        let spelt_out: BTreeSet<_> = DATASET.abbreviations.iter().map(|abbreviation| abbreviation.short).collect();
        let known: BTreeSet<_> = spelt_out.iter().chain(&NOT_SPELT_OUT).chain(&NO_ABBREVIATIONS).copied().collect();
        assert_eq!(capitals(), known);
        assert!(NOT_SPELT_OUT.iter().all(|short| !spelt_out.contains(short)));
    }

    #[test]
    fn a_long_form_stands_in_the_dataset_itself_or_in_the_research() {
        // The old page and the verdicts on it give these.
        let of_the_research = ["APLC", "CMC", "NGO"];
        let names = REFERENCE.organisations.iter().map(|organisation| organisation.name);
        let texts: Vec<_> = own_texts().into_iter().chain(names).map(str::to_lowercase).collect();
        for abbreviation in DATASET.abbreviations {
            let long = abbreviation.long.split(',').next().unwrap().to_lowercase();
            let stands = texts.iter().any(|text| text.contains(&long));
            assert!(stands || of_the_research.contains(&abbreviation.short), "{}", abbreviation.long);
        }
    }

    #[test]
    fn terms_and_abbreviations_stand_by_alphabet() {
        let terms: Vec<_> = REFERENCE.glossary.iter().map(|term| term.term.to_lowercase()).collect();
        assert!(terms.is_sorted(), "{terms:?}");
        let shorts: Vec<_> =
            DATASET.abbreviations.iter().map(|abbreviation| abbreviation.short.to_lowercase()).collect();
        assert!(shorts.is_sorted(), "{shorts:?}");
    }

    #[test]
    fn the_years_of_a_plan_are_those_of_its_period() {
        for instrument in DATASET.instruments {
            let Some(years) = instrument.years else {
                assert_eq!(instrument.period, None, "{}", instrument.id);
                continue;
            };
            let period = instrument.period.unwrap().text;
            assert!(period.starts_with(&[years.from, years.until].join("-")), "{}: {period}", instrument.id);
            assert!(instrument.short_title.contains(years.until), "{}", instrument.id);
        }
    }

    #[test]
    fn what_only_the_old_page_says_is_attributed_and_marked_as_not_checked() {
        let note = REFERENCE.background.iter().find(|note| note.id == "cooperation-between-instruments").unwrap();
        assert!(note.text.starts_with("The old page of the United Nations Office at Geneva says"), "{}", note.text);
        assert!(note.note.unwrap().starts_with("Not checked"), "{:?}", note.note);
        for organisation in REFERENCE.organisations {
            assert!(organisation.source.starts_with("Old page"), "{}", organisation.id);
            assert!(organisation.dated.contains("2014 or later"), "{}", organisation.id);
        }
    }
}

mod wrong_claims_of_the_source_page {
    use super::*;

    /// Every file of the dataset, comments and all, with one space for any white space.
    fn files() -> Vec<(String, String)> {
        let data = root().join("assets/data");
        let mut files: Vec<_> = [data.clone(), data.join("instruments")]
            .iter()
            .flat_map(|folder| fs::read_dir(folder).unwrap())
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .map(|path| {
                let text = fs::read_to_string(&path).unwrap();
                (
                    path.file_name().unwrap().to_str().unwrap().to_owned(),
                    text.split_whitespace().collect::<Vec<_>>().join(" "),
                )
            })
            .collect();
        files.sort();
        assert_eq!(files.len(), 22);
        files
    }

    #[test]
    fn no_wrong_claim_is_repeated() {
        let wrong = [
            // Cartagena: the actions on victim assistance are #23 to #33.
            "14 steps",
            "14 comprehensive",
            "fourteen",
            "14 actions",
            "Ending suffering by",
            // Mine Ban Convention: Transfer of.
            "Transfer or Anti-Personnel",
            // CCM, Art. 5(2)(e): differences in treatment, not discrimination.
            "any discrimination is only based",
            "discrimination is only based",
            "discrimination based only on medical",
            // CCM, recital 10: various fora; victims of various types.
            "between the different which",
            "rights and needs of victim of",
            // CCM, Art. 5(2)(h): strive to incorporate.
            "promote relevant guidelines",
            // Human Rights Quarterly.
            "Quaterly",
            // Fully integrated.
            "fully integration",
            "13 UN bodies; UNMAS represents",
        ];
        for (file, text) in files() {
            let text = text.to_lowercase();
            for claim in wrong {
                assert!(!text.contains(&claim.to_lowercase()), "{file} repeats “{claim}”");
            }
        }
    }

    #[test]
    fn the_fund_for_the_disabled_is_abbreviated_sfd() {
        for (file, text) in files() {
            assert!(!words(&text).any(|word| word == "SPD"), "{file}");
        }
        let icrc = REFERENCE.organisations.iter().find(|organisation| organisation.id == "icrc").unwrap();
        let mut statements = icrc.statements.iter().map(|statement| statement.text);
        assert!(statements.any(|text| text.contains("Special Fund for the Disabled (SFD)")));
    }

    #[test]
    fn cmc_is_the_coalition_and_never_the_treaty() {
        let uses: Vec<_> = files()
            .iter()
            .flat_map(|(file, text)| {
                let after = text.match_indices("CMC").map(|(at, _)| &text[at..]);
                after
                    .map(move |text| format!("{file}: {}", text.split(' ').take(2).collect::<Vec<_>>().join(" ")))
                    .collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(uses, ["glossary.toml: CMC\" long", "vientiane.toml: CMC statement"]);
        let cmc = DATASET.abbreviations.iter().find(|abbreviation| abbreviation.short == "CMC").unwrap();
        assert_eq!(cmc.long, "Cluster Munition Coalition");
    }

    #[test]
    fn cartagena_has_eleven_actions_on_victim_assistance() {
        let cartagena = DATASET.instruments.iter().find(|instrument| instrument.id == "cartagena").unwrap();
        assert!(cartagena.full_title.ends_with("Ending the suffering caused by anti-personnel mines"));
        let actions: BTreeSet<u32> = cartagena
            .provisions
            .iter()
            .filter_map(|provision| provision.pinpoint.strip_prefix("Action #")?.parse().ok())
            .collect();
        assert!(actions.iter().all(|action| (23..=33).contains(action)), "{actions:?}");
    }

    #[test]
    fn recital_7_of_the_ccm_resolves_and_does_not_command() {
        let ccm = DATASET.instruments.iter().find(|instrument| instrument.id == "cluster-munitions").unwrap();
        let recital_7 = ccm.provisions.iter().find(|provision| provision.pinpoint == "Preamble, recital 7").unwrap();
        assert_eq!((recital_7.force, recital_7.verb), (Force::Preambular, "resolved to do their utmost"));
        assert!(!words(recital_7.summary).any(|word| ["must", "shall"].contains(&word)), "{}", recital_7.summary);
    }

    #[test]
    fn discrimination_is_forbidden_and_differences_in_treatment_are_limited() {
        let ccm = DATASET.instruments.iter().find(|instrument| instrument.id == "cluster-munitions").unwrap();
        let art_5_2_e = ccm.provisions.iter().find(|provision| provision.pinpoint == "Art. 5(2)(e)").unwrap();
        let words = art_5_2_e.words.unwrap();
        assert!(words.contains("Not discriminate against"), "{words}");
        assert!(words.contains("differences in treatment should be based only on"), "{words}");
    }

    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|char: char| !char.is_alphanumeric())
    }
}

mod embedding {
    use super::*;

    #[test]
    fn the_dataset_is_the_same_after_packing_and_unpacking() {
        let packed: &'static str = to_packed(&*DATASET).leak();
        assert_eq!(from_packed::<Dataset>(packed), *DATASET);
    }
}
