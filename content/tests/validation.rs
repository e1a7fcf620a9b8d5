//! What the dataset's reader refuses, and how it says so: a good dataset, one thing broken a test.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a panic is how a test fails")]

use std::{fs, path::Path};

use tempfile::TempDir;
use vat_content::{Problem, Problems, Published, read_dataset, read_strings, strings::Strings};

const DATASET: &str = "assets/data/dataset.toml";
const TOPICS: &str = "assets/data/topics.toml";
const TREATY: &str = "assets/data/instruments/treaty.toml";
const PLAN: &str = "assets/data/instruments/plan.toml";
const ORGANISATIONS: &str = "assets/data/organisations.toml";
const PUBLICATIONS: &str = "assets/data/publications.toml";
const GLOSSARY: &str = "assets/data/glossary.toml";
const BACKGROUND: &str = "assets/data/background.toml";

/// The least dataset in which everything can be wrong. Line numbers below are those of these texts.
const GOOD: [(&str, &str); 8] = [
    (
        DATASET,
        r#"version = "1.0.0"
date = "2026-11-24"
shown_first = ["treaty", "plan"]
"#,
    ),
    (
        TOPICS,
        r#"[[group]]
id = "services"
title = "Services"

[[group.topic]]
id = "medical-care"
title = "Medical care"
core = true

[[group.topic]]
id = "education"
title = "Education"
core = false
"#,
    ),
    (
        TREATY,
        r#"name = "Treaty"
short_title = "Treaty"
full_title = "Treaty on everything"
kind = "treaty"
binding = true
checked = "2026-11-24"

[sources]
text = "https://treaties.example.org/text"

[adopted]
text = "18 September 1997, Oslo"
date = "1997-09-18"
sources = ["https://treaties.example.org/text"]

[parties]
text = "164"
date = "2024-05-04"
sources = ["https://treaties.example.org/text"]

[address]
text = "https://treaties.example.org/"
sources = ["https://treaties.example.org/text"]

[[provision]]
id = "art-1"
pinpoint = "Art. 1"
topics = ["medical-care"]
force = "obligation"
verb = "shall"
duty_bearer = "every-party"
duty_bearer_words = "each State Party"
words = "Each State Party shall provide medical care"
summary = "Gives medical care."
basis = "whole-text"
basis_words = "full text read"
source = "text"

[[provision]]
id = "art-2"
pinpoint = "Art. 2"
topics = ["medical-care"]
force = "qualified-obligation"
verb = "shall, in a position to do so"
duty_bearer = "able-party"
duty_bearer_words = "each State Party in a position to do so"
summary = "Helps others to give medical care."
basis = "whole-text"
basis_words = "full text read"
source = "text"

[[silence]]
topic = "education"
extent = "silent"
how = "whole text read"
source = "text"
"#,
    ),
    (
        PLAN,
        r#"name = "Plan"
short_title = "Plan 2010"
full_title = "Plan of Action 2010"
kind = "action-plan"
binding = false
parent = "treaty"
checked = "2026-11-24"

[sources]
digest = "Digest of the plan, 2010"

[[provision]]
id = "action-1"
pinpoint = "Action #1"
topics = ["medical-care", "education"]
force = "political-commitment"
verb = "will"
duty_bearer = "every-party"
duty_bearer_words = "States Parties"
summary = "Gives care and education."
basis = "secondary"
basis_words = "digest read"
source = "digest"
"#,
    ),
    (
        ORGANISATIONS,
        r#"[[organisation]]
id = "helpers"
name = "Helpers"
dated = "In 2010"
source = "https://helpers.example.org/"

[[organisation.statement]]
topics = ["medical-care"]
text = "Help."
"#,
    ),
    (
        PUBLICATIONS,
        r#"[[publication]]
id = "book-2010"
author = "A. Author"
title = "Book"
year = "2010"
address = "https://books.example.org/book"
source = "A library's catalogue"
"#,
    ),
    (
        GLOSSARY,
        r#"[[term]]
id = "victim"
term = "victim"
also = ["casualty"]
meaning = "A person harmed."

[[abbreviation]]
short = "UN"
long = "United Nations"
"#,
    ),
    (
        BACKGROUND,
        r#"[[note]]
id = "how-it-began"
title = "How it began"
text = "With a treaty."
dated = "In 1997"
source = "A history of treaties"
"#,
    ),
];

/// A dataset in a folder of its own.
struct Assets(TempDir);

impl Assets {
    fn good() -> Self {
        let assets = Self(TempDir::new().unwrap());
        for (file, text) in GOOD {
            assets.write(file, text);
        }
        assets
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.0.path().join(file)
    }

    fn write(&self, file: &str, text: &str) {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), text).unwrap();
    }

    /// Puts `new` in the place of `old`, which stands in the file once.
    fn replace(self, file: &str, old: &str, new: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
        self.write(file, &text.replace(old, new));
        self
    }

    fn append(self, file: &str, more: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).unwrap();
        self.write(file, &(text + more));
        self
    }

    fn remove(self, file: &str) -> Self {
        fs::remove_file(self.path(file)).unwrap();
        self
    }

    fn read(&self) -> Result<Published, Problems> {
        read_dataset(self.0.path())
    }

    fn problems(&self) -> Vec<Problem> {
        self.read().expect_err("a broken dataset is refused").0
    }
}

/// The problems of the good dataset with `new` in the place of `old`.
fn broken(file: &str, old: &str, new: &str) -> Vec<Problem> {
    Assets::good().replace(file, old, new).problems()
}

fn problem(file: &str, line: usize, field: &str, what: &str) -> Problem {
    Problem { file: file.into(), line, field: field.into(), what: what.into() }
}

#[test]
fn a_good_dataset_is_read() {
    let dataset = Assets::good().read().unwrap().dataset;
    let ids: Vec<_> = dataset.instruments.iter().map(|instrument| instrument.id).collect();
    assert_eq!(ids, ["treaty", "plan"]);
    assert_eq!(dataset.shown_first, ["treaty", "plan"]);
    let treaty = dataset.instruments.first().unwrap();
    assert_eq!((treaty.provisions.len(), treaty.silences.len()), (2, 1));
    assert_eq!(treaty.provisions.first().unwrap().source, "https://treaties.example.org/text");
}

#[test]
fn long_texts_may_be_wrapped_in_the_file() {
    let dataset = Assets::good()
        .replace(TREATY, "\"Gives medical care.\"", "\"\"\"\nGives\n  medical care.\"\"\"")
        .read()
        .unwrap()
        .dataset;
    assert_eq!(dataset.instruments.first().unwrap().provisions.first().unwrap().summary, "Gives medical care.");
}

mod topics {
    use super::*;

    #[test]
    fn a_topic_that_is_unknown_gets_the_nearest_name() {
        assert_eq!(
            broken(
                TREATY,
                "topics = [\"medical-care\"]\nforce = \"obligation\"",
                "topics = [\"medical-care\", \"eductaion\"]\nforce = \"obligation\""
            ),
            [problem(TREATY, 28, "provision.topics", "“eductaion” is unknown; did you mean “education”?")]
        );
    }

    #[test]
    fn a_topic_that_is_like_no_other_gets_all_names() {
        assert_eq!(
            broken(PLAN, "\"medical-care\", ", "\"medical-care\", \"x\", "),
            [problem(PLAN, 15, "provision.topics", "“x” is unknown; known are medical-care, education")]
        );
    }

    #[test]
    fn a_provision_whose_only_topic_is_unknown_is_told_once() {
        assert_eq!(
            broken(
                TREATY,
                "topics = [\"medical-care\"]\nforce = \"obligation\"",
                "topics = [\"medical-cares\"]\nforce = \"obligation\""
            ),
            [problem(TREATY, 28, "provision.topics", "“medical-cares” is unknown; did you mean “medical-care”?")]
        );
    }

    #[test]
    fn topics_that_are_no_list_are_told_once() {
        assert_eq!(
            broken(
                TREATY,
                "topics = [\"medical-care\"]\nforce = \"obligation\"",
                "topics = \"medical-care\"\nforce = \"obligation\""
            ),
            [problem(TREATY, 28, "provision.topics", "must be a list of texts")]
        );
    }

    #[test]
    fn a_topic_is_named_once_a_provision() {
        assert_eq!(
            broken(PLAN, "[\"medical-care\", ", "[\"medical-care\", \"medical-care\", "),
            [problem(PLAN, 15, "provision.topics", "names “medical-care” twice")]
        );
    }

    #[test]
    fn a_provision_stands_on_a_topic() {
        assert_eq!(
            broken(
                TREATY,
                "topics = [\"medical-care\"]\nforce = \"obligation\"",
                "topics = []\nforce = \"obligation\""
            ),
            [problem(TREATY, 28, "provision.topics", "names no topic; a provision stands in at least one row")]
        );
    }

    #[test]
    fn a_topic_id_is_taken_once() {
        assert_eq!(
            broken(
                TOPICS,
                "title = \"Services\"\n",
                "title = \"Services\"\n\n[[group.topic]]\nid = \"education\"\ntitle = \"Twin\"\ncore = true\n"
            ),
            [problem(TOPICS, 16, "topic.id", "“education” is taken")]
        );
    }

    #[test]
    fn a_group_id_is_taken_once() {
        let more = "\n[[group]]\nid = \"services\"\ntitle = \"Twin\"\n";
        assert_eq!(
            Assets::good().append(TOPICS, more).problems(),
            [problem(TOPICS, 16, "group.id", "“services” is taken")]
        );
    }

    #[test]
    fn some_instrument_speaks_of_every_topic() {
        assert_eq!(
            broken(PLAN, "[\"medical-care\", \"education\"]", "[\"medical-care\"]"),
            [problem(TOPICS, 11, "topic.id", "no instrument speaks of “education”")]
        );
    }
}

mod ids {
    use super::*;

    #[test]
    fn a_provision_id_is_taken_once() {
        assert_eq!(
            broken(TREATY, "id = \"art-2\"", "id = \"art-1\""),
            [problem(TREATY, 40, "provision.id", "“art-1” is taken")]
        );
    }

    #[test]
    fn the_same_provision_id_in_another_instrument_is_fine() {
        assert!(Assets::good().replace(PLAN, "id = \"action-1\"", "id = \"art-1\"").read().is_ok());
    }

    #[test]
    fn ids_of_organisations_and_publications_are_taken_once() {
        let twin = "\n[[organisation]]\nid = \"helpers\"\nname = \"Twin\"\ngeneral = \"Help.\"\ndated = \"In 2010\"\nsource = \"A yearly report\"\n";
        assert_eq!(
            Assets::good().append(ORGANISATIONS, twin).problems(),
            [problem(ORGANISATIONS, 12, "organisation.id", "“helpers” is taken")]
        );
        let twin =
            "\n[[publication]]\nid = \"book-2010\"\nauthor = \"B\"\ntitle = \"Twin\"\nsource = \"A catalogue\"\n";
        assert_eq!(
            Assets::good().append(PUBLICATIONS, twin).problems(),
            [problem(PUBLICATIONS, 10, "publication.id", "“book-2010” is taken")]
        );
    }

    #[test]
    fn an_id_is_fit_for_an_address() {
        for id in ["Art-1", "art 1", "art_1", "årt-1"] {
            assert_eq!(
                broken(TREATY, "id = \"art-1\"", &format!("id = \"{id}\"")),
                [problem(TREATY, 26, "provision.id", &format!("“{id}” has other signs than a–z, 0–9 and -"))]
            );
        }
    }

    #[test]
    fn a_file_name_is_fit_for_an_address() {
        let assets = Assets::good().replace(DATASET, ", \"plan\"", "");
        fs::rename(assets.path(PLAN), assets.path("assets/data/instruments/Plan_2.toml")).unwrap();
        assert_eq!(
            assets.problems(),
            [problem("assets/data/instruments/Plan_2.toml", 1, "", "“Plan_2” has other signs than a–z, 0–9 and -")]
        );
    }

    #[test]
    fn a_file_that_is_no_toml_is_no_instrument() {
        let assets = Assets::good();
        assets.write("assets/data/instruments/README.md", "# Not an instrument\n");
        assert_eq!(assets.read().unwrap().dataset.instruments.len(), 2);
    }

    #[test]
    fn an_id_that_is_missing_twice_is_not_told_to_be_taken() {
        assert_eq!(
            Assets::good().replace(TREATY, "id = \"art-1\"\n", "").replace(TREATY, "id = \"art-2\"\n", "").problems(),
            [problem(TREATY, 25, "provision.id", "is missing"), problem(TREATY, 38, "provision.id", "is missing")]
        );
    }
}

mod sources {
    use super::*;

    #[test]
    fn a_provision_names_its_source() {
        assert_eq!(broken(PLAN, "source = \"digest\"\n", ""), [problem(PLAN, 12, "provision.source", "is missing")]);
    }

    #[test]
    fn a_source_is_among_the_sources_of_the_file() {
        assert_eq!(
            broken(PLAN, "source = \"digest\"", "source = \"text\""),
            [problem(PLAN, 23, "provision.source", "“text” is not among [sources] of this file")]
        );
    }

    #[test]
    fn a_silence_names_its_source() {
        assert_eq!(
            broken(
                TREATY,
                "how = \"whole text read\"\nsource = \"text\"",
                "how = \"whole text read\"\nsource = \"texts\""
            ),
            [problem(TREATY, 56, "silence.source", "“texts” is not among [sources] of this file")]
        );
    }

    #[test]
    fn a_fact_has_a_source() {
        assert_eq!(
            broken(
                TREATY,
                "date = \"1997-09-18\"\nsources = [\"https://treaties.example.org/text\"]",
                "date = \"1997-09-18\"\nsources = []"
            ),
            [problem(TREATY, 14, "adopted.sources", "a fact needs a source")]
        );
        assert_eq!(
            broken(
                TREATY,
                "date = \"1997-09-18\"\nsources = [\"https://treaties.example.org/text\"]",
                "date = \"1997-09-18\""
            ),
            [problem(TREATY, 11, "adopted.sources", "a fact needs a source")]
        );
    }

    #[test]
    fn a_broken_address_is_refused() {
        for address in [
            "https://",
            "http//treaties.example.org",
            "www.example.org",
            "https://localhost/",
            "https://a b.example.org/",
        ] {
            let told = broken(TREATY, "text = \"https://treaties.example.org/text\"", &format!("text = \"{address}\""));
            let what = if address.starts_with("http//") {
                "is neither an address nor a work in words"
            } else {
                "is no web address; write https://… in full"
            };
            assert_eq!(told, [problem(TREATY, 9, "sources.text", &format!("“{address}” {what}"))]);
        }
    }

    #[test]
    fn an_address_leads_to_the_web() {
        for address in [
            "ftp://files.example.org/x",
            "mailto:someone@example.org",
            "javascript://example.org/%0aalert(1)",
            "file:///etc/passwd",
        ] {
            assert_eq!(
                broken(ORGANISATIONS, "https://helpers.example.org/", address),
                [problem(
                    ORGANISATIONS,
                    5,
                    "organisation.source",
                    &format!("“{address}” is no web address; write https://… in full")
                )]
            );
        }
    }

    #[test]
    fn a_script_is_no_address() {
        assert_eq!(
            broken(PUBLICATIONS, "https://books.example.org/book", "javascript:alert(1)"),
            [problem(
                PUBLICATIONS,
                6,
                "publication.address",
                "“javascript:alert(1)” is no web address; write https://… in full"
            )]
        );
    }

    #[test]
    fn a_script_with_spaces_is_no_work_in_words() {
        for script in ["javascript:alert(1 + 1)", "JavaScript:void 0", "data:text/html, <script>alert(1)</script>"] {
            assert!(
                Assets::good().replace(PUBLICATIONS, "A library's catalogue", script).read().is_err(),
                "{script} was taken for a work in words"
            );
        }
    }

    #[test]
    fn the_official_page_is_an_address() {
        assert_eq!(
            broken(TREATY, "text = \"https://treaties.example.org/\"", "text = \"www.example.org\""),
            [problem(TREATY, 21, "address", "“www.example.org” is no web address; write https://… in full")]
        );
    }

    #[test]
    fn the_source_of_a_fact_is_checked() {
        assert_eq!(
            broken(
                TREATY,
                "date = \"2024-05-04\"\nsources = [\"https://",
                "date = \"2024-05-04\"\nsources = [\"htps://"
            ),
            [problem(
                TREATY,
                19,
                "parties.sources",
                "“htps://treaties.example.org/text” is no web address; write https://… in full"
            )]
        );
    }

    #[test]
    fn a_single_word_is_no_work() {
        assert_eq!(
            broken(PLAN, "Digest of the plan, 2010", "Digest"),
            [problem(PLAN, 10, "sources.digest", "“Digest” is neither an address nor a work in words")]
        );
    }
}

mod cells {
    use super::*;

    #[test]
    fn a_pinpoint_stands_once_with_the_same_words() {
        assert_eq!(
            broken(
                TREATY,
                "pinpoint = \"Art. 2\"\n",
                "pinpoint = \"Art. 1\"\nwords = \"Each State Party shall provide medical care\"\n"
            ),
            [problem(TREATY, 41, "provision.pinpoint", "Art. 1 stands here twice with the same words")]
        );
    }

    #[test]
    fn a_pinpoint_may_stand_twice_with_other_words() {
        let other = "pinpoint = \"Art. 1\"\nwords = \"States Parties in a position to do so\"\n";
        assert!(Assets::good().replace(TREATY, "pinpoint = \"Art. 2\"\n", other).read().is_ok());
    }

    #[test]
    fn a_cell_is_not_silent_and_filled() {
        assert_eq!(
            broken(
                TREATY,
                "topics = [\"medical-care\"]\nforce = \"obligation\"",
                "topics = [\"medical-care\", \"education\"]\nforce = \"obligation\""
            ),
            [problem(TREATY, 54, "silence.extent", "silent on “education”, but Art. 1 speaks of it")]
        );
    }

    #[test]
    fn a_silence_is_said_once() {
        let twin =
            "\n[[silence]]\ntopic = \"education\"\nextent = \"partial\"\nhow = \"read again\"\nsource = \"text\"\n";
        assert_eq!(
            Assets::good().append(TREATY, twin).problems(),
            [problem(TREATY, 59, "silence.topic", "the silence on “education” is said twice")]
        );
    }

    #[test]
    fn a_silence_is_on_a_topic() {
        assert_eq!(
            broken(TREATY, "topic = \"education\"", "topic = \"schools\""),
            [problem(TREATY, 53, "silence.topic", "“schools” is no topic of assets/data/topics.toml")]
        );
    }

    #[test]
    fn a_quotation_of_sixty_words_is_the_longest() {
        let quoting = |words: usize| {
            let old = "\"Each State Party shall provide medical care\"";
            Assets::good().replace(TREATY, old, &format!("\"{}\"", ["word"; 100].get(..words).unwrap().join(" ")))
        };
        assert!(quoting(60).read().is_ok());
        assert_eq!(
            quoting(61).problems(),
            [problem(TREATY, 33, "provision.words", "quotes 61 words; at most 60 are allowed")]
        );
    }
}

mod dates {
    use super::*;

    #[test]
    fn an_impossible_date_is_refused() {
        for date in ["2015-02-30", "2015-13", "2015-1-1", "20150911", "1997-00-18", "soon", "September 2015"] {
            assert_eq!(
                broken(TREATY, "\"1997-09-18\"", &format!("\"{date}\"")),
                [problem(
                    TREATY,
                    13,
                    "adopted.date",
                    &format!("“{date}” is no date; write 2015, 2015-09 or 2015-09-11")
                )]
            );
        }
    }

    #[test]
    fn a_year_and_a_month_are_dates() {
        for date in ["1997", "1997-09", "2024-02-29"] {
            assert!(Assets::good().replace(TREATY, "\"1997-09-18\"", &format!("\"{date}\"")).read().is_ok());
        }
    }

    #[test]
    fn an_impossible_day_of_checking_is_told_once() {
        assert_eq!(
            broken(TREATY, "checked = \"2026-11-24\"", "checked = \"2026-11-31\""),
            [problem(TREATY, 6, "checked", "“2026-11-31” is no date; write 2015, 2015-09 or 2015-09-11")]
        );
    }

    #[test]
    fn an_instrument_says_when_it_was_checked() {
        assert_eq!(broken(PLAN, "checked = \"2026-11-24\"\n", ""), [problem(PLAN, 1, "checked", "needs a date")]);
    }

    #[test]
    fn a_provision_may_say_when_it_was_checked() {
        let dataset = Assets::good()
            .replace(TREATY, "id = \"art-2\"", "id = \"art-2\"\nchecked = \"2027-01-02\"")
            .read()
            .unwrap()
            .dataset;
        let checked: Vec<_> =
            dataset.instruments.first().unwrap().provisions.iter().map(|provision| provision.checked).collect();
        assert_eq!(checked, ["2026-11-24", "2027-01-02"]);
    }

    #[test]
    fn the_dataset_has_a_date() {
        assert_eq!(broken(DATASET, "date = \"2026-11-24\"\n", ""), [problem(DATASET, 1, "date", "needs a date")]);
    }

    #[test]
    fn a_number_of_parties_has_a_date() {
        assert_eq!(
            broken(TREATY, "date = \"2024-05-04\"\n", ""),
            [problem(TREATY, 16, "parties", "a number of parties needs the date it was seen for")]
        );
    }
}

mod kinds {
    use super::*;

    #[test]
    fn a_treaty_binds() {
        assert_eq!(
            Assets::good()
                .replace(TREATY, "binding = true", "binding = false")
                .replace(TREATY, "force = \"obligation\"", "force = \"encouragement\"")
                .replace(TREATY, "force = \"qualified-obligation\"", "force = \"encouragement\"")
                .problems(),
            [problem(TREATY, 5, "binding", "a treaty or protocol binds, an action plan or declaration does not")]
        );
    }

    #[test]
    fn nobody_owes_a_preamble_and_only_that() {
        let wrong = "is nobody where the force is preambular or definition, and only there";
        assert_eq!(
            broken(TREATY, "force = \"obligation\"", "force = \"preambular\""),
            [problem(TREATY, 31, "provision.duty_bearer", wrong)]
        );
        assert_eq!(
            broken(TREATY, "duty_bearer = \"every-party\"", "duty_bearer = \"nobody\""),
            [problem(TREATY, 31, "provision.duty_bearer", wrong)]
        );
    }

    #[test]
    fn a_plan_does_not_bind() {
        assert_eq!(
            Assets::good()
                .replace(PLAN, "binding = false", "binding = true")
                .replace(PLAN, "force = \"political-commitment\"", "force = \"encouragement\"")
                .problems(),
            [problem(PLAN, 5, "binding", "a treaty or protocol binds, an action plan or declaration does not")]
        );
    }

    #[test]
    fn an_obligation_stands_in_a_binding_instrument() {
        for force in ["obligation", "qualified-obligation"] {
            assert_eq!(
                broken(PLAN, "\"political-commitment\"", &format!("\"{force}\"")),
                [problem(PLAN, 16, "provision.force", "only a binding instrument lays down an obligation")]
            );
        }
    }

    #[test]
    fn a_political_commitment_stands_in_a_political_instrument() {
        assert_eq!(
            broken(TREATY, "force = \"obligation\"", "force = \"political-commitment\""),
            [problem(
                TREATY,
                29,
                "provision.force",
                "a binding instrument lays down obligations, not political commitments"
            )]
        );
    }

    #[test]
    fn a_name_outside_a_list_of_names_is_refused() {
        assert_eq!(
            broken(TREATY, "kind = \"treaty\"", "kind = \"treatie\""),
            [problem(TREATY, 4, "kind", "“treatie” is unknown; did you mean “treaty”?")]
        );
        assert_eq!(
            broken(TREATY, "extent = \"silent\"", "extent = \"mute\""),
            [problem(TREATY, 54, "silence.extent", "“mute” is unknown; known are silent, partial")]
        );
        assert_eq!(
            broken(TREATY, "duty_bearer = \"able-party\"", "duty_bearer = \"able-partys\""),
            [problem(TREATY, 45, "provision.duty_bearer", "“able-partys” is unknown; did you mean “able-party”?")]
        );
        assert_eq!(
            broken(PLAN, "basis = \"secondary\"", "basis = \"second-hand\""),
            [problem(PLAN, 21, "provision.basis", "“second-hand” is unknown; did you mean “secondary”?")]
        );
    }

    #[test]
    fn a_parent_is_an_instrument_or_a_name_in_full() {
        assert_eq!(
            broken(PLAN, "parent = \"treaty\"", "parent = \"treatys\""),
            [problem(
                PLAN,
                6,
                "parent",
                "“treatys” is the id of no instrument here; write the name of another in full"
            )]
        );
        assert!(Assets::good().replace(PLAN, "parent = \"treaty\"", "parent = \"CCW (1980)\"").read().is_ok());
    }

    #[test]
    fn what_is_shown_first_is_there() {
        assert_eq!(
            broken(DATASET, "\"plan\"", "\"plans\""),
            [problem(DATASET, 3, "shown_first", "“plans” is unknown; did you mean “plan”?")]
        );
    }

    #[test]
    fn something_is_shown_first() {
        assert_eq!(
            broken(DATASET, "[\"treaty\", \"plan\"]", "[]"),
            [problem(DATASET, 3, "shown_first", "names no instrument")]
        );
    }
}

mod fields {
    use super::*;

    #[test]
    fn an_unknown_field_gets_the_nearest_name() {
        assert_eq!(
            broken(TREATY, "id = \"art-1\"", "id = \"art-1\"\nnotes = \"x\""),
            [problem(TREATY, 27, "provision.notes", "“notes” is unknown; did you mean “note”?")]
        );
    }

    #[test]
    fn an_unknown_field_is_found_in_every_kind_of_table() {
        let cases = [
            (DATASET, "version = \"1.0.0\"", "version = \"1.0.0\"\nzzz = 1", 2, "zzz"),
            (TOPICS, "title = \"Services\"", "title = \"Services\"\nzzz = 1", 4, "group.zzz"),
            (TOPICS, "title = \"Education\"", "title = \"Education\"\nzzz = 1", 13, "topic.zzz"),
            (TREATY, "name = \"Treaty\"", "name = \"Treaty\"\nzzz = 1", 2, "zzz"),
            (TREATY, "text = \"164\"", "text = \"164\"\nzzz = 1", 18, "parties.zzz"),
            (TREATY, "extent = \"silent\"", "extent = \"silent\"\nzzz = 1", 55, "silence.zzz"),
            (ORGANISATIONS, "dated = \"In 2010\"", "dated = \"In 2010\"\nzzz = 1", 5, "organisation.zzz"),
            (ORGANISATIONS, "text = \"Help.\"", "text = \"Help.\"\nzzz = 1", 10, "statement.zzz"),
            (PUBLICATIONS, "year = \"2010\"", "year = \"2010\"\nzzz = 1", 6, "publication.zzz"),
            (GLOSSARY, "term = \"victim\"", "term = \"victim\"\nzzz = 1", 4, "term.zzz"),
            (GLOSSARY, "short = \"UN\"", "short = \"UN\"\nzzz = 1", 9, "abbreviation.zzz"),
            (BACKGROUND, "dated = \"In 1997\"", "dated = \"In 1997\"\nzzz = 1", 6, "note.zzz"),
        ];
        for (file, old, new, line, field) in cases {
            let problems = broken(file, old, new);
            let places: Vec<_> =
                problems.iter().map(|problem| (&*problem.file, problem.line, &*problem.field)).collect();
            assert_eq!(places, [(file, line, field)]);
        }
    }

    #[test]
    fn a_text_is_no_number() {
        assert_eq!(
            broken(PUBLICATIONS, "title = \"Book\"", "title = 7"),
            [problem(PUBLICATIONS, 4, "publication.title", "must be a text in quotation marks, not integer")]
        );
    }

    #[test]
    fn a_list_is_no_text() {
        let told =
            Assets::good().replace(TREATY, "kind = \"treaty\"", "kind = \"treaty\"\nalso_known_as = \"T\"").problems();
        assert_eq!(told, [problem(TREATY, 5, "also_known_as", "must be a list of texts")]);
    }

    #[test]
    fn a_flag_is_true_or_false() {
        assert_eq!(
            broken(TOPICS, "core = true", "core = \"yes\""),
            [problem(TOPICS, 8, "topic.core", "must be true or false")]
        );
    }

    #[test]
    fn a_fact_is_a_table() {
        let told =
            Assets::good().replace(TREATY, "kind = \"treaty\"", "kind = \"treaty\"\ndepositary = \"UN\"").problems();
        assert_eq!(told, [problem(TREATY, 5, "depositary", "must be a table, written as [depositary]")]);
    }

    #[test]
    fn provisions_are_tables_in_a_list() {
        assert_eq!(
            broken(ORGANISATIONS, "[[organisation]]", "[organisation]"),
            [problem(ORGANISATIONS, 1, "organisation", "must be written as [[organisation]]")]
        );
    }

    #[test]
    fn a_missing_field_is_named_at_its_table() {
        assert_eq!(
            broken(TREATY, "full_title = \"Treaty on everything\"\n", ""),
            [problem(TREATY, 1, "full_title", "is missing")]
        );
        assert_eq!(broken(TREATY, "verb = \"shall\"\n", ""), [problem(TREATY, 25, "provision.verb", "is missing")]);
        assert_eq!(broken(TREATY, "text = \"164\"\n", ""), [problem(TREATY, 16, "parties.text", "is missing")]);
        assert_eq!(broken(TOPICS, "core = false\n", ""), [problem(TOPICS, 10, "topic.core", "is missing")]);
        assert_eq!(broken(DATASET, "version = \"1.0.0\"\n", ""), [problem(DATASET, 1, "version", "is missing")]);
    }

    #[test]
    fn every_field_of_a_provision_that_must_be_there_is_asked_for() {
        let fields = [
            "id",
            "pinpoint",
            "force",
            "verb",
            "duty_bearer",
            "duty_bearer_words",
            "summary",
            "basis",
            "basis_words",
            "source",
        ];
        let text = GOOD.iter().find(|(file, _)| *file == PLAN).unwrap().1;
        let (head, provision) = text.split_once("[[provision]]").unwrap();
        for field in fields {
            let kept: Vec<_> = provision.lines().filter(|line| !line.starts_with(&format!("{field} ="))).collect();
            let assets = Assets::good();
            assets.write(PLAN, &format!("{head}[[provision]]{}", kept.join("\n")));
            assert_eq!(assets.problems(), [problem(PLAN, 12, &format!("provision.{field}"), "is missing")]);
        }
    }

    #[test]
    fn an_empty_text_is_refused() {
        for empty in ["", "  ", "\\n"] {
            assert_eq!(
                broken(TREATY, "id = \"art-2\"", &format!("id = \"art-2\"\nnote = \"{empty}\"")),
                [problem(TREATY, 41, "provision.note", "is empty")]
            );
        }
    }
}

mod files {
    use super::*;

    #[test]
    fn malformed_toml_is_told_with_its_line() {
        let problems = broken(ORGANISATIONS, "name = \"Helpers\"", "name = \"Helpers");
        let places: Vec<_> = problems.iter().map(|problem| (&*problem.file, problem.line, &*problem.field)).collect();
        assert_eq!(places, [(ORGANISATIONS, 3, "")]);
    }

    #[test]
    fn a_field_given_twice_is_told_with_its_line() {
        assert_eq!(
            broken(ORGANISATIONS, "dated = \"In 2010\"", "dated = \"In 2010\"\ndated = \"In 2011\""),
            [problem(ORGANISATIONS, 5, "", "duplicate key")]
        );
    }

    #[test]
    fn a_missing_file_is_named() {
        for file in [DATASET, ORGANISATIONS, PUBLICATIONS, GLOSSARY, BACKGROUND] {
            let problems = Assets::good().remove(file).problems();
            let places: Vec<_> =
                problems.iter().map(|problem| (&*problem.file, problem.line, &*problem.field)).collect();
            assert_eq!(places, [(file, 0, "")]);
            assert!(problems.iter().all(|problem| problem.what.starts_with("cannot be read: ")), "{problems:?}");
        }
    }

    #[test]
    fn a_missing_folder_is_named() {
        let assets = Assets::good();
        fs::remove_dir_all(assets.path("assets/data/instruments")).unwrap();
        let problems = assets.problems();
        assert!(
            problems.iter().any(|problem| {
                problem.file == "assets/data/instruments" && problem.what.starts_with("cannot be read: ")
            }),
            "{problems:?}"
        );
    }

    #[test]
    fn all_problems_in_all_files_are_told_at_once_in_order() {
        let assets = Assets::good()
            .replace(PUBLICATIONS, "\"2010\"", "\"2010-99\"")
            .replace(TREATY, "verb = \"shall\"\n", "verb = 1\n")
            .replace(TREATY, "id = \"art-2\"", "id = \"Art 2\"")
            .replace(PLAN, "source = \"digest\"", "source = \"text\"")
            .replace(TOPICS, "core = true", "core = 1")
            .replace(DATASET, "\"plan\"", "\"plans\"");
        let problems = assets.problems();
        assert_eq!(
            problems,
            [
                problem(DATASET, 3, "shown_first", "“plans” is unknown; did you mean “plan”?"),
                problem(PLAN, 23, "provision.source", "“text” is not among [sources] of this file"),
                problem(TREATY, 30, "provision.verb", "must be a text in quotation marks, not integer"),
                problem(TREATY, 40, "provision.id", "“Art 2” has other signs than a–z, 0–9 and -"),
                problem(PUBLICATIONS, 5, "publication.year", "“2010-99” is no date; write 2015, 2015-09 or 2015-09-11"),
                problem(TOPICS, 8, "topic.core", "must be true or false"),
            ]
        );
        assert_eq!(
            problems.first().unwrap().to_string(),
            "assets/data/dataset.toml:3: shown_first: “plans” is unknown; did you mean “plan”?"
        );
    }
}

/// What stands beside the table, and what the search knows besides.
mod beside_the_table {
    use super::*;

    #[test]
    fn other_words_for_a_topic_are_few_and_differ() {
        let with =
            |also: &str| broken(TOPICS, "title = \"Education\"", &format!("title = \"Education\"\nalso = {also}"));
        assert_eq!(with("[\"school\", \"School\"]"), [problem(TOPICS, 13, "topic.also", "names “School” twice")]);
        assert_eq!(
            with("[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]"),
            [problem(TOPICS, 13, "topic.also", "has 6 words; at most 5 are allowed")]
        );
        assert_eq!(with("\"school\""), [problem(TOPICS, 13, "topic.also", "must be a list of texts")]);
        assert_eq!(with("[\"\"]"), [problem(TOPICS, 13, "topic.also", "is empty")]);
    }

    #[test]
    fn other_words_for_a_topic_are_read() {
        let dataset = Assets::good()
            .replace(TOPICS, "title = \"Education\"", "title = \"Education\"\nalso = [\"school\", \"learning\"]")
            .read()
            .unwrap()
            .dataset;
        let also: Vec<_> = dataset.groups.iter().flat_map(|group| group.topics).map(|topic| topic.also).collect();
        assert_eq!(also, [&[] as &[&str], &["school", "learning"]]);
    }

    #[test]
    fn names_for_the_search_differ() {
        assert_eq!(
            broken(TREATY, "name = \"Treaty\"\n", "name = \"Treaty\"\nsearch_names = [\"Pact\", \"pact\"]\n"),
            [problem(TREATY, 2, "search_names", "names “pact” twice")]
        );
        assert_eq!(
            broken(TREATY, "name = \"Treaty\"\n", "name = \"Treaty\"\nsearch_names = \"Pact\"\n"),
            [problem(TREATY, 2, "search_names", "must be a list of texts")]
        );
    }

    /// The plan with these lines in its period, and its problems.
    fn with_years(years: &str) -> Assets {
        let period = format!("[period]\ntext = \"2010-2014\"\nsources = [\"A press release\"]\n{years}\n[[provision]]");
        Assets::good().replace(PLAN, "[[provision]]", &period)
    }

    #[test]
    fn a_period_has_two_years_or_none() {
        let years = |assets: Assets| {
            let dataset = assets.read().unwrap().dataset;
            dataset.instruments.last().unwrap().years.map(|years| (years.from, years.until))
        };
        assert_eq!(years(with_years("from = \"2010\"\nuntil = \"2014\"\n")), Some(("2010", "2014")));
        assert_eq!(years(with_years("from = \"2010\"\nuntil = \"2010\"\n")), Some(("2010", "2010")));
        assert_eq!(years(with_years("")), None);
        let missing = "is missing; a period has a first and a last year, or neither";
        assert_eq!(with_years("from = \"2010\"\n").problems(), [problem(PLAN, 12, "period.until", missing)]);
        assert_eq!(with_years("until = \"2014\"\n").problems(), [problem(PLAN, 12, "period.from", missing)]);
    }

    #[test]
    fn a_year_has_four_digits() {
        for year in ["10", "20100", "2010-01", "201O", "+201", "２０"] {
            assert_eq!(
                with_years(&format!("from = \"{year}\"\nuntil = \"2014\"\n")).problems(),
                [problem(PLAN, 15, "period.from", &format!("“{year}” is no year; write four digits"))]
            );
        }
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        assert_eq!(
            with_years("from = \"2014\"\nuntil = \"2010\"\n").problems(),
            [problem(PLAN, 16, "period.until", "“2010” is before “2014”; write the last year of the period")]
        );
    }

    #[test]
    fn only_a_period_has_years() {
        assert_eq!(
            broken(TREATY, "date = \"1997-09-18\"", "from = \"1997\""),
            [problem(TREATY, 13, "adopted.from", "“from” is unknown; known are sources, text, date, note")]
        );
    }

    #[test]
    fn a_statement_stands_on_a_topic() {
        let none = "names no topic; what belongs to none stands in general";
        assert_eq!(
            broken(ORGANISATIONS, "[\"medical-care\"]", "[]"),
            [problem(ORGANISATIONS, 8, "statement.topics", none)]
        );
        assert_eq!(
            broken(ORGANISATIONS, "topics = [\"medical-care\"]\n", ""),
            [problem(ORGANISATIONS, 7, "statement.topics", none)]
        );
        assert_eq!(
            broken(ORGANISATIONS, "\"medical-care\"", "\"medical-cure\""),
            [problem(ORGANISATIONS, 8, "statement.topics", "“medical-cure” is unknown; did you mean “medical-care”?")]
        );
    }

    #[test]
    fn a_statement_says_something() {
        assert_eq!(
            broken(ORGANISATIONS, "text = \"Help.\"\n", ""),
            [problem(ORGANISATIONS, 7, "statement.text", "is missing")]
        );
    }

    #[test]
    fn an_organisation_does_something() {
        let statement = "\n[[organisation.statement]]\ntopics = [\"medical-care\"]\ntext = \"Help.\"\n";
        assert_eq!(
            broken(ORGANISATIONS, statement, ""),
            [problem(
                ORGANISATIONS,
                1,
                "organisation.statement",
                "is missing; say what it does, in [[organisation.statement]] or general"
            )]
        );
        assert!(Assets::good().replace(ORGANISATIONS, statement, "general = \"Help.\"\n").read().is_ok());
    }

    #[test]
    fn an_organisation_says_as_of_when() {
        assert_eq!(
            broken(ORGANISATIONS, "dated = \"In 2010\"\n", ""),
            [problem(ORGANISATIONS, 1, "organisation.dated", "is missing")]
        );
    }

    #[test]
    fn a_publication_is_about_instruments() {
        let about = |ids: &str| {
            Assets::good().replace(PUBLICATIONS, "year = \"2010\"", &format!("year = \"2010\"\nabout = {ids}"))
        };
        assert!(about("[\"treaty\", \"plan\"]").read().is_ok());
        assert!(about("[]").read().is_ok());
        assert_eq!(
            about("[\"treatys\"]").problems(),
            [problem(PUBLICATIONS, 6, "publication.about", "“treatys” is unknown; did you mean “treaty”?")]
        );
        assert_eq!(
            about("[\"plan\", \"plan\"]").problems(),
            [problem(PUBLICATIONS, 6, "publication.about", "names “plan” twice")]
        );
    }

    #[test]
    fn every_field_of_a_term_that_must_be_there_is_asked_for() {
        for (field, line) in [("id", "id = \"victim\"\n"), ("meaning", "meaning = \"A person harmed.\"\n")] {
            assert_eq!(broken(GLOSSARY, line, ""), [problem(GLOSSARY, 1, &format!("term.{field}"), "is missing")]);
        }
        assert_eq!(broken(GLOSSARY, "\nterm = \"victim\"", ""), [problem(GLOSSARY, 1, "term.term", "is missing")]);
    }

    #[test]
    fn a_word_is_explained_once() {
        let twin = |id: &str, term: &str, also: &str| {
            let more = format!("\n[[term]]\nid = \"{id}\"\nterm = \"{term}\"\nalso = [{also}]\nmeaning = \"Twin.\"\n");
            Assets::good().append(GLOSSARY, &more)
        };
        assert_eq!(twin("victim", "someone", "").problems(), [problem(GLOSSARY, 12, "term.id", "“victim” is taken")]);
        assert_eq!(
            twin("casualty", "Casualty", "").problems(),
            [problem(GLOSSARY, 13, "term.term", "“Casualty” is explained twice")]
        );
        assert_eq!(
            twin("survivor", "survivor", "\"victim\"").problems(),
            [problem(GLOSSARY, 14, "term.also", "“victim” is explained twice")]
        );
        let reference = twin("affected-state", "Affected State", "").read().unwrap().reference;
        let terms: Vec<_> = reference.glossary.iter().map(|term| term.id).collect();
        assert_eq!(terms, ["affected-state", "victim"], "by alphabet");
    }

    #[test]
    fn a_term_leads_to_provisions() {
        let leading = |provisions: &str| {
            let meaning = "meaning = \"A person harmed.\"";
            Assets::good().replace(GLOSSARY, meaning, &format!("{meaning}\nprovisions = {provisions}"))
        };
        assert!(leading("[\"treaty/art-1\", \"plan/action-1\"]").read().is_ok());
        let told = |provisions| {
            let problems = leading(provisions).problems();
            assert!(
                problems
                    .iter()
                    .all(|problem| (&*problem.file, problem.line, &*problem.field) == (GLOSSARY, 6, "term.provisions")),
                "{problems:?}"
            );
            problems.into_iter().map(|problem| problem.what).collect::<Vec<_>>()
        };
        assert_eq!(told("[\"art-1\"]"), ["“art-1” is no provision; write instrument/provision, both by id"]);
        assert_eq!(told("[\"treatys/art-1\"]"), ["“treatys” is unknown; did you mean “treaty”?"]);
        assert_eq!(told("[\"treaty/art-3\"]"), ["“art-3” is unknown; did you mean “art-2”?"]);
        assert_eq!(told("[\"treaty/art-1\", \"treaty/art-1\"]"), ["names “treaty/art-1” twice"]);
    }

    #[test]
    fn an_abbreviation_is_spelt_out_once() {
        assert_eq!(
            broken(GLOSSARY, "long = \"United Nations\"\n", ""),
            [problem(GLOSSARY, 7, "abbreviation.long", "is missing")]
        );
        assert_eq!(
            broken(GLOSSARY, "short = \"UN\"\n", ""),
            [problem(GLOSSARY, 7, "abbreviation.short", "is missing")]
        );
        let twin = "\n[[abbreviation]]\nshort = \"UN\"\nlong = \"Unexploded\"\n";
        assert_eq!(
            Assets::good().append(GLOSSARY, twin).problems(),
            [problem(GLOSSARY, 12, "abbreviation.short", "“UN” is spelt out twice")]
        );
    }

    #[test]
    fn every_field_of_a_note_that_must_be_there_is_asked_for() {
        let text = GOOD.iter().find(|(file, _)| *file == BACKGROUND).unwrap().1;
        for field in ["id", "title", "text", "dated", "source"] {
            let kept: Vec<_> = text.lines().filter(|line| !line.starts_with(&format!("{field} ="))).collect();
            let assets = Assets::good();
            assets.write(BACKGROUND, &kept.join("\n"));
            assert_eq!(assets.problems(), [problem(BACKGROUND, 1, &format!("note.{field}"), "is missing")]);
        }
    }

    #[test]
    fn a_note_has_an_id_of_its_own_a_source_and_known_instruments() {
        let twin = "\n[[note]]\nid = \"how-it-began\"\ntitle = \"Twin\"\ntext = \"Twin.\"\ndated = \"In 1998\"\nsource = \"A history\"\n";
        assert_eq!(
            Assets::good().append(BACKGROUND, twin).problems(),
            [problem(BACKGROUND, 9, "note.id", "“how-it-began” is taken")]
        );
        assert_eq!(
            broken(BACKGROUND, "\"A history of treaties\"", "\"www.example.org\""),
            [problem(BACKGROUND, 6, "note.source", "“www.example.org” is no web address; write https://… in full")]
        );
        let source = "source = \"A history of treaties\"";
        assert_eq!(
            broken(BACKGROUND, source, &format!("{source}\ninstruments = [\"treatys\"]")),
            [problem(BACKGROUND, 7, "note.instruments", "“treatys” is unknown; did you mean “treaty”?")]
        );
        let good = Assets::good().replace(BACKGROUND, source, &format!("{source}\ninstruments = [\"treaty\"]"));
        assert_eq!(good.read().unwrap().reference.background.first().unwrap().instruments, ["treaty"]);
    }
}

mod words_of_the_interface {
    use super::*;

    const ENGLISH: &str = "assets/i18n/en.toml";

    /// The real English file with `new` in the place of `old`, and its problems.
    fn broken(old: &str, new: &str) -> Vec<Problem> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let assets = Assets(TempDir::new().unwrap());
        assets.write(ENGLISH, &fs::read_to_string(root.join(ENGLISH)).unwrap());
        let assets = assets.replace(ENGLISH, old, new);
        read_strings::<Strings>(assets.0.path(), ENGLISH).expect_err("a broken file is refused").0
    }

    /// What is told but for the line, which moves with every new word.
    fn told(problems: &[Problem]) -> Vec<(&str, &str)> {
        problems.iter().map(|problem| (&*problem.field, &*problem.what)).collect()
    }

    #[test]
    fn a_missing_word_is_named() {
        assert_eq!(told(&broken("silent = \"Silent\"\n", "")), [("silent", "is missing")]);
    }

    #[test]
    fn a_word_nobody_asks_for_is_named() {
        assert_eq!(
            told(&broken("silent = \"Silent\"\n", "silent = \"Silent\"\nsilents = \"Silent\"\n")),
            [("silents", "“silents” is unknown; did you mean “silent”?")]
        );
    }

    #[test]
    fn a_plural_has_its_other_form() {
        assert_eq!(
            told(&broken("other = \"{count} organisations\"\n", "")),
            [("count_organisations.other", "is missing")]
        );
    }

    #[test]
    fn a_file_is_in_the_language_of_its_name() {
        assert_eq!(told(&broken("lang = \"en\"", "lang = \"fr\"")), [("lang", "must be “en”, as the file is named")]);
    }
}
