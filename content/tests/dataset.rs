//! What must hold for the real dataset, beyond what its reader checks.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use vat_content::{
    dataset::{Basis, Dataset, Directory, DutyBearer, Extent, Force, Instrument, InstrumentKind, Provision},
    packed::{from_packed, to_packed},
    read_dataset, read_directory,
};

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| read_dataset(root()).unwrap_or_else(|problems| panic!("{problems}")));
static DIRECTORY: LazyLock<Directory> =
    LazyLock::new(|| read_directory(root()).unwrap_or_else(|problems| panic!("{problems}")));

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
    fn every_topic_organisation_and_publication_is_entered() {
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
        assert_eq!((DIRECTORY.organisations.len(), DIRECTORY.publications.len()), (8, 11));
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
        assert_eq!(files.len(), 20);
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
        let icrc = DIRECTORY.organisations.iter().find(|organisation| organisation.id == "icrc").unwrap();
        assert!(icrc.work.contains("Special Fund for the Disabled (SFD)"), "{}", icrc.work);
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
        assert_eq!(uses, ["vientiane.toml: CMC statement"]);
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
