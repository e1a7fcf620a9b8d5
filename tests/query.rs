//! What the reader asked for: how it changes, how it is written, and what it finds.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use icu_normalizer::{
    ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed, properties::CanonicalCombiningClassMapBorrowed,
};
use proptest::{
    prelude::*,
    sample::{Index, select, subsequence},
};
use victim_assistance_table::{
    dataset::{DATASET, Dataset, Instrument, Provision, Topic, TopicGroup},
    locale::{ENGLISH, Strings},
    native_locale::NativeLocale,
    query::{Action, Attribute, Query, Search, Text, TextSize, fold},
    view_model::{Grid, ViewModel},
};

thread_local! {
    static LOCALE: NativeLocale = NativeLocale::english().unwrap();
    static GRID: Grid = LOCALE.with(|locale| Grid::new(dataset(), locale));
}

fn dataset() -> &'static Dataset {
    &DATASET
}

fn instrument_ids() -> Vec<&'static str> {
    dataset().instruments.iter().map(|instrument| instrument.id).collect()
}

fn topics() -> impl Iterator<Item = (&'static TopicGroup, &'static Topic)> {
    dataset().groups.iter().flat_map(|group| group.topics.iter().map(move |topic| (group, topic)))
}

fn topic_ids() -> Vec<&'static str> {
    topics().map(|(_, topic)| topic.id).collect()
}

/// The usual query after some actions of the reader.
fn after(actions: impl IntoIterator<Item = Action>) -> Query {
    let start = Query::new(dataset());
    actions.into_iter().fold(start.clone(), |query, action| query.reduce(action, &start, dataset()))
}

/// So many cases; a failure is told with the smallest input, and nothing is written beside the tests.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn any_text_size() -> impl Strategy<Value = TextSize> {
    select(TextSize::ALL.to_vec())
}

fn any_action() -> impl Strategy<Value = Action> {
    let instrument = || select(instrument_ids());
    let topic = || select(topic_ids());
    prop_oneof![
        any::<String>().prop_map(Action::Search),
        prop::collection::vec(instrument(), 0..20).prop_map(Action::Instruments),
        (instrument(), any::<bool>()).prop_map(|(id, shown)| Action::ShowInstrument(id, shown)),
        prop::collection::vec(topic(), 0..20).prop_map(Action::Topics),
        (topic(), any::<bool>()).prop_map(|(id, shown)| Action::ShowTopic(id, shown)),
        (0..2_usize, instrument()).prop_map(|(place, id)| Action::Compare(place, id)),
        any_text_size().prop_map(Action::TextSize),
        any::<u16>().prop_map(Action::Room),
        Just(Action::Reset),
    ]
}

/// Any query a reader can reach.
fn any_query() -> impl Strategy<Value = Query> {
    prop::collection::vec(any_action(), 0..12).prop_map(after)
}

mod reducing {
    use super::*;

    #[test]
    fn at_first_the_usual_instruments_and_all_topics_are_asked_for() {
        let query = Query::new(dataset());
        assert_eq!(query.instruments, ["mine-ban-convention", "protocol-v", "crpd", "cluster-munitions"]);
        assert!(query.topics.is_empty());
        assert_eq!((query.search.as_str(), query.text_size), ("", TextSize::First));
    }

    #[test]
    fn the_search_is_kept_as_typed() {
        assert_eq!(after([Action::Search("  Médical ".into())]).search, "  Médical ");
    }

    #[test]
    fn columns_stand_in_the_order_of_the_dataset_however_they_are_asked_for() {
        let asked = vec!["oslo", "crpd", "amended-protocol-ii", "crpd"];
        assert_eq!(after([Action::Instruments(asked)]).instruments, ["amended-protocol-ii", "crpd", "oslo"]);
    }

    #[test]
    fn a_column_comes_to_its_place_and_goes() {
        let shown = after([Action::ShowInstrument("amended-protocol-ii", true), Action::ShowInstrument("ewipa", true)]);
        assert_eq!(
            shown.instruments,
            ["amended-protocol-ii", "mine-ban-convention", "protocol-v", "crpd", "cluster-munitions", "ewipa"]
        );
        let hidden = after([Action::ShowInstrument("crpd", false)]);
        assert_eq!(hidden.instruments, ["mine-ban-convention", "protocol-v", "cluster-munitions"]);
    }

    #[test]
    fn showing_what_is_shown_and_hiding_what_is_hidden_changes_nothing() {
        let query = after([Action::Topics(vec!["education"])]);
        let start = Query::new(dataset());
        for action in [
            Action::ShowInstrument("crpd", true),
            Action::ShowInstrument("oslo", false),
            Action::ShowTopic("education", true),
            Action::ShowTopic("timeframe", false),
        ] {
            assert_eq!(query.reduce(action, &start, dataset()), query);
        }
    }

    #[test]
    fn the_last_column_can_go() {
        assert!(
            after([Action::Instruments(vec!["crpd"]), Action::ShowInstrument("crpd", false)]).instruments.is_empty()
        );
    }

    #[test]
    fn rows_stand_in_the_order_of_the_dataset_however_they_are_asked_for() {
        let query = after([Action::Topics(vec!["reporting", "education"]), Action::ShowTopic("timeframe", true)]);
        assert_eq!(query.topics, ["timeframe", "education", "reporting"]);
        assert_eq!(after([Action::Topics(vec!["education"]), Action::ShowTopic("education", false)]).topics, [""; 0]);
    }

    #[test]
    fn the_first_two_columns_are_compared_where_nobody_chose() {
        assert_eq!(after([]).pair(dataset()), ["mine-ban-convention", "protocol-v"]);
        let one = after([Action::Instruments(vec!["crpd"])]);
        assert_eq!(one.pair(dataset()), ["crpd", "mine-ban-convention"]);
        let none = after([Action::Instruments(vec![])]);
        assert_eq!(none.pair(dataset()), ["mine-ban-convention", "protocol-v"]);
    }

    #[test]
    fn comparing_another_instrument_takes_its_place() {
        assert_eq!(after([Action::Compare(0, "oslo")]).pair(dataset()), ["oslo", "protocol-v"]);
        assert_eq!(after([Action::Compare(1, "oslo")]).pair(dataset()), ["mine-ban-convention", "oslo"]);
    }

    #[test]
    fn comparing_the_instrument_of_the_other_place_swaps_both() {
        assert_eq!(after([Action::Compare(0, "protocol-v")]).pair(dataset()), ["protocol-v", "mine-ban-convention"]);
        assert_eq!(
            after([Action::Compare(1, "mine-ban-convention")]).pair(dataset()),
            ["protocol-v", "mine-ban-convention"]
        );
    }

    #[test]
    fn reset_takes_filters_back_to_what_the_owner_asked_for() {
        let start = after([Action::Instruments(vec!["crpd", "oslo"]), Action::Topics(vec!["education"])]);
        let changed = [
            Action::Search("x".into()),
            Action::Instruments(vec!["ewipa"]),
            Action::Topics(vec![]),
            Action::Compare(0, "maputo"),
            Action::TextSize(TextSize::Fourth),
            Action::Room(30),
        ]
        .into_iter()
        .fold(start.clone(), |query, action| query.reduce(action, &start, dataset()));
        let reset = changed.reduce(Action::Reset, &start, dataset());
        assert_eq!(reset, Query { text_size: TextSize::Fourth, room: 30, ..start });
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn whatever_is_done_columns_and_rows_stay_in_the_order_of_the_dataset(query in any_query()) {
            let in_order = |all: Vec<&'static str>, some: &[&'static str]| {
                all.into_iter().filter(|id| some.contains(id)).collect::<Vec<_>>()
            };
            prop_assert_eq!(&in_order(instrument_ids(), &query.instruments), &query.instruments);
            prop_assert_eq!(&in_order(topic_ids(), &query.topics), &query.topics);
        }

        #[test]
        fn whatever_is_done_two_different_instruments_are_compared(query in any_query()) {
            let [first, second] = query.pair(dataset());
            prop_assert_ne!(first, second);
            prop_assert!(instrument_ids().contains(&first) && instrument_ids().contains(&second));
        }

        #[test]
        fn an_action_changes_what_it_names_and_nothing_else(before in any_query(), action in any_action()) {
            let start = Query::new(dataset());
            let after = before.reduce(action.clone(), &start, dataset());
            let expected = match action {
                Action::Search(search) => Query { search, ..before },
                Action::Instruments(_) => Query { instruments: after.instruments.clone(), pair: None, ..before },
                Action::ShowInstrument(..) => Query { instruments: after.instruments.clone(), ..before },
                Action::Topics(_) | Action::ShowTopic(..) => Query { topics: after.topics.clone(), ..before },
                Action::Compare(place, id) => {
                    prop_assert_eq!(after.pair(dataset())[place], id);
                    Query { pair: after.pair, ..before }
                }
                Action::TextSize(text_size) => Query { text_size, ..before },
                Action::Room(room) => Query { room, ..before },
                Action::Reset => Query { text_size: before.text_size, room: before.room, ..start },
            };
            prop_assert_eq!(after, expected);
        }
    }
}

const QUOTATION_MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Between two letters or digits: no word begins or ends there.
fn in_a_word(text: &str, at: usize) -> bool {
    let is_of_a_word = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
    is_of_a_word(text[..at].chars().last()) && is_of_a_word(text[at..].chars().next())
}

/// A term stands at this place of a text, where a word begins.
fn stands_at(term: &str, text: &str, at: usize) -> bool {
    text[at..].starts_with(term) && !in_a_word(text, at)
}

/// A term stands somewhere in a text; where it is exact, its end is the end of a word.
fn stands_in(term: &str, text: &str, exact: bool) -> bool {
    text.char_indices().any(|(at, _)| stands_at(term, text, at) && !(exact && in_a_word(text, at + term.len())))
}

/// What a search looks for; signs alone are none.
fn has_letter_or_digit(word: &&str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

mod attributes {
    use super::*;

    /// What is asked for by the attributes alone.
    fn read(attributes: &[(Attribute, Option<String>)]) -> Query {
        after(attributes.iter().map(|(attribute, value)| {
            let (action, unknown) = attribute.read(value.as_deref(), dataset());
            assert!(unknown.is_empty(), "{unknown:?}");
            action
        }))
    }

    fn unknown(attribute: Attribute, value: &str) -> Vec<String> {
        attribute.read(Some(value), dataset()).1.into_iter().map(|unknown| unknown.value).collect()
    }

    #[test]
    fn a_usual_query_needs_no_attribute() {
        let query = Query::new(dataset());
        for attribute in Attribute::ALL {
            assert_eq!(attribute.write(&query, dataset()), None);
            assert_eq!(after([attribute.read(None, dataset()).0]), query);
        }
    }

    #[test]
    fn each_attribute_writes_what_it_asks_for() {
        let query = after([
            Action::Search("artificial limbs".into()),
            Action::Instruments(vec!["oslo", "crpd"]),
            Action::Topics(vec!["reporting", "education"]),
            Action::TextSize(TextSize::Third),
        ]);
        let written = Attribute::ALL.map(|attribute| (attribute.name(), attribute.write(&query, dataset()).unwrap()));
        assert_eq!(
            written.each_ref().map(|(name, value)| (*name, value.as_str())),
            [
                ("instruments", "crpd oslo"),
                ("topics", "education reporting"),
                ("search", "artificial limbs"),
                ("text-size", "3"),
            ]
        );
    }

    #[test]
    fn names_in_html_and_in_javascript_are_fixed() {
        let names = Attribute::ALL.map(|attribute| (attribute.name(), attribute.property()));
        assert_eq!(
            names,
            [("instruments", "instruments"), ("topics", "topics"), ("search", "search"), ("text-size", "textSize")]
        );
        for attribute in Attribute::ALL {
            assert_eq!(Attribute::from_name(attribute.name()), Some(attribute));
        }
        assert_eq!(Attribute::from_name("textSize"), None);
    }

    #[test]
    fn any_white_space_separates_ids() {
        let (action, unknown) = Attribute::Topics.read(Some("  education\n\treporting "), dataset());
        assert_eq!(action, Action::Topics(vec!["education", "reporting"]));
        assert_eq!(unknown, []);
    }

    #[test]
    fn what_is_not_understood_is_named_and_the_rest_is_taken() {
        let (action, unknown) = Attribute::Instruments.read(Some("crpd CRPD oslo ottawa"), dataset());
        assert_eq!(action, Action::Instruments(vec!["crpd", "oslo"]));
        let values: Vec<_> = unknown.iter().map(|unknown| unknown.value.as_str()).collect();
        assert_eq!(values, ["CRPD", "ottawa"]);
        assert_eq!(
            unknown[0].to_string(),
            format!(
                "instruments=\"CRPD\" is not understood and is ignored; use one of: {}",
                instrument_ids().join(" ")
            )
        );
    }

    #[test]
    fn where_no_instrument_is_understood_the_usual_ones_are_shown() {
        let (action, unknown) = Attribute::Instruments.read(Some("ottawa"), dataset());
        assert_eq!(action, Action::Instruments(Query::new(dataset()).instruments));
        assert_eq!(unknown.len(), 1);
    }

    #[test]
    fn a_text_size_is_a_number_from_1_to_4() {
        for (value, size) in
            [("1", TextSize::First), ("2", TextSize::Second), ("3", TextSize::Third), ("4", TextSize::Fourth)]
        {
            assert_eq!(Attribute::TextSize.read(Some(value), dataset()), (Action::TextSize(size), vec![]));
        }
        for value in ["0", "5", "01", "large", " 2"] {
            assert_eq!(unknown(Attribute::TextSize, value), [value]);
            assert_eq!(Attribute::TextSize.read(Some(value), dataset()).0, Action::TextSize(TextSize::First));
        }
        assert_eq!(unknown(Attribute::TextSize, ""), [""; 0]);
        assert_eq!(
            Attribute::TextSize.read(Some("5"), dataset()).1[0].to_string(),
            "text-size=\"5\" is not understood and is ignored; use one of: 1 2 3 4"
        );
    }

    #[test]
    fn text_sizes_are_100_125_150_and_200_percent() {
        assert_eq!(TextSize::ALL.map(TextSize::percent), [100, 125, 150, 200]);
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn any_query_is_read_as_it_was_written(query in any_query()) {
            let written = Attribute::ALL.map(|attribute| (attribute, attribute.write(&query, dataset())));
            let again = read(&written);
            prop_assert_eq!(
                (&again.search, &again.instruments, &again.topics, again.text_size),
                (&query.search, &query.instruments, &query.topics, query.text_size)
            );
        }

        #[test]
        fn any_value_is_read_without_panic_and_every_part_is_taken_or_named(value in any::<String>()) {
            for attribute in [Attribute::Instruments, Attribute::Topics] {
                prop_assert_eq!(unknown(attribute, &value).len(), value.split_whitespace().count());
            }
            prop_assert_eq!(Attribute::Search.read(Some(&value), dataset()), (Action::Search(value.clone()), vec![]));
        }
    }
}

/// Folding by another way than the code's: the whole text at once, and what a mark is by Unicode's own tables.
fn oracle_fold(text: &str) -> String {
    let marks = CanonicalCombiningClassMapBorrowed::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    decomposed.chars().filter(|char| marks.get_u8(*char) == 0).flat_map(char::to_lowercase).collect()
}

mod folding {
    use super::*;

    fn folded(text: &str) -> String {
        LOCALE.with(|locale| fold(text, locale))
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        for (text, expected) in [
            ("Reintegración", "reintegracion"),
            ("RÉADAPTATION", "readaptation"),
            ("e\u{301}", "e"),
            ("Ελλάδα", "ελλαδα"),
            ("Ёлка", "елка"),
            ("İstanbul", "istanbul"),
            ("Straße", "straße"),
            ("مُعَاق", "معاق"),
            ("שָׁלוֹם", "שלום"),
            ("Art. 5(2)(c), Action #33", "art. 5(2)(c), action #33"),
        ] {
            assert_eq!(folded(text), expected);
        }
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn latin_text_folds_as_the_oracle_folds_it(text in "[ -~\u{a0}-\u{24f}\u{300}-\u{33f}]{0,40}") {
            prop_assert_eq!(folded(&text), oracle_fold(&text));
        }

        #[test]
        fn composed_and_decomposed_text_fold_alike(text in any::<String>()) {
            let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
            let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
            prop_assert_eq!(folded(&composed), folded(&decomposed));
        }
    }
}

mod search {
    use super::*;

    /// What is searched in a provision, by the words that the table shows of it.
    fn texts(provision: &'static Provision, words: &Strings) -> Vec<&'static str> {
        let mut texts = vec![
            provision.pinpoint,
            provision.summary,
            provision.verb,
            provision.duty_bearer_words,
            words.force(provision.force),
        ];
        texts.extend(provision.words);
        texts.extend(provision.note);
        texts
    }

    fn names(instrument: &'static Instrument) -> Vec<&'static str> {
        let mut names = vec![instrument.name, instrument.short_title, instrument.full_title];
        names.extend(instrument.also_known_as);
        names.extend(instrument.search_names);
        names
    }

    /// Words, and phrases in quotation marks with whether these are closed.
    fn oracle_terms(typed: &str) -> Vec<(String, bool)> {
        let mut terms = Vec::new();
        let mut rest = typed.to_owned();
        while let Some(opening) = rest.find(QUOTATION_MARKS) {
            terms.extend(rest[..opening].split_whitespace().map(|word| (word.to_owned(), false)));
            let quoted: String = rest[opening..].chars().skip(1).collect();
            let (phrase, after, closed) = match quoted.find(QUOTATION_MARKS) {
                Some(closing) => (&quoted[..closing], quoted[closing..].chars().skip(1).collect(), true),
                None => (&quoted[..], String::new(), false),
            };
            terms.push((phrase.split_whitespace().collect::<Vec<_>>().join(" "), closed));
            rest = after;
        }
        terms.extend(rest.split_whitespace().map(|word| (word.to_owned(), false)));
        terms.retain(|(term, _)| has_letter_or_digit(&term.as_str()));
        terms
    }

    /// Every term stands in one of the texts.
    fn oracle_finds(typed: &str, texts: &[&str]) -> bool {
        oracle_terms(&oracle_fold(typed))
            .iter()
            .all(|(term, exact)| texts.iter().any(|text| stands_in(term, &oracle_fold(text), *exact)))
    }

    /// What a reader can see of a cell: provisions by pinpoint, the rest by whether it is there.
    #[derive(Debug, PartialEq)]
    struct SeenCell {
        instrument: &'static str,
        provisions: Vec<*const Provision>,
        all_left_out: bool,
        silence: bool,
        not_assessed: bool,
    }

    /// The topic, whether it is hidden, and its cells.
    type SeenRow = (&'static str, bool, Vec<SeenCell>);

    /// The table by the definition: every provision of every cell is looked at, text by text.
    fn oracle(query: &Query, columns: &[&str]) -> Vec<SeenRow> {
        let instruments: Vec<_> = columns
            .iter()
            .filter_map(|id| dataset().instruments.iter().find(|instrument| instrument.id == *id))
            .collect();
        topics().map(|(group, topic)| oracle_row(query, &instruments, group, topic)).collect()
    }

    fn oracle_row(query: &Query, instruments: &[&'static Instrument], group: &TopicGroup, topic: &Topic) -> SeenRow {
        let mut found = oracle_terms(&oracle_fold(&query.search)).is_empty();
        let mut assessed = false;
        let mut cells = Vec::new();
        for instrument in instruments {
            let finds = |texts: &[&'static str]| {
                let around = [&[topic.title, group.title], topic.also].concat();
                oracle_finds(&query.search, &[&around[..], &names(instrument), texts].concat())
            };
            let all: Vec<_> =
                instrument.provisions.iter().filter(|provision| provision.topics.contains(&topic.id)).collect();
            let mut seen: Vec<_> = all.iter().copied().filter(|provision| finds(&texts(provision, &ENGLISH))).collect();
            seen.sort_by_key(|provision| provision.force);
            let silence = instrument.silences.iter().find(|silence| silence.topic == topic.id);
            let silence_found = silence
                .is_some_and(|silence| finds(&[ENGLISH.extent(silence.extent), silence.note.unwrap_or_default()]));
            found |= !seen.is_empty() || silence_found;
            assessed |= !all.is_empty() || silence.is_some();
            cells.push(SeenCell {
                instrument: instrument.id,
                all_left_out: seen.is_empty() && !all.is_empty(),
                provisions: seen.into_iter().map(std::ptr::from_ref).collect(),
                silence: silence.is_some(),
                not_assessed: all.is_empty() && silence.is_none(),
            });
        }
        let asked = query.topics.contains(&topic.id) || (query.topics.is_empty() && (topic.core || assessed));
        (topic.id, !(found && asked), cells)
    }

    fn seen(model: &ViewModel) -> Vec<SeenRow> {
        let rows = model.comparison.groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| {
            let cells = row.cells.iter().map(|cell| SeenCell {
                instrument: cell.instrument,
                provisions: cell
                    .provisions
                    .iter()
                    .chain(&cell.more)
                    .map(|entry| std::ptr::from_ref(entry.provision))
                    .collect(),
                all_left_out: !cell.not_matching.is_empty(),
                silence: cell.silence.is_some(),
                not_assessed: cell.not_assessed,
            });
            (row.topic, row.hidden, cells.collect())
        })
        .collect()
    }

    fn model(query: &Query) -> ViewModel {
        LOCALE.with(|locale| GRID.with(|grid| ViewModel::new(grid, query, &Query::new(dataset()), locale, None)))
    }

    /// A word as a careless reader types it: a part of it, in any case, with any accents.
    fn mistyped(word: &str, part: (Index, Index), upper: u64, accents: u64) -> String {
        let chars: Vec<_> = word.chars().collect();
        let (a, b) = (part.0.index(chars.len()), part.1.index(chars.len()));
        let mut typed = String::new();
        for (at, char) in chars[a.min(b)..=a.max(b)].iter().enumerate() {
            if upper >> (at % 64) & 1 == 1 {
                typed.extend(char.to_uppercase())
            } else {
                typed.push(*char)
            }
            if char.is_alphabetic() && accents >> (at % 64) & 1 == 1 {
                typed.push(['\u{300}', '\u{301}', '\u{308}', '\u{327}'][at % 4]);
            }
        }
        if accents.is_multiple_of(2) {
            typed
        } else {
            ComposingNormalizerBorrowed::new_nfc().normalize(&typed).into_owned()
        }
    }

    /// Words of one provision, its topic, its instrument, or of none.
    fn any_search() -> impl Strategy<Value = String> {
        let provisions: Vec<_> = dataset()
            .instruments
            .iter()
            .flat_map(|instrument| instrument.provisions.iter().map(move |provision| (instrument, provision)))
            .collect();
        let one_word = (any::<Index>(), any::<(Index, Index)>(), any::<u64>(), any::<u64>());
        let noise = prop_oneof![9 => Just(String::new()), 1 => "[a-zé0-9#(),.\u{301}-]{1,3}"];
        let space = select(vec![" ", "  ", "\t", "\u{a0}"]);
        (select(provisions), prop::collection::vec(one_word, 0..4), noise, space).prop_map(
            |((instrument, provision), picks, noise, space)| {
                let mut texts = [texts(provision, &ENGLISH), names(instrument)].concat();
                texts.extend(
                    topics().filter(|(_, topic)| provision.topics.contains(&topic.id)).map(|(_, topic)| topic.title),
                );
                let words: Vec<_> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
                let typed = picks
                    .into_iter()
                    .map(|(word, part, upper, accents)| mistyped(words[word.index(words.len())], part, upper, accents));
                typed.chain([noise]).collect::<Vec<_>>().join(space)
            },
        )
    }

    #[test]
    fn words_are_found_in_any_order_and_in_different_texts() {
        assert!(finds("care medical", &["medical", "care"]));
        assert!(finds("ÉDÜC", &["education"]));
        assert!(finds("", &[]));
        assert!(!finds("medical care", &["medical"]));
        assert!(!finds("calcare", &["medical", "care"]));
    }

    #[test]
    fn a_word_is_found_by_its_beginning_and_nowhere_else() {
        assert!(finds("rehab", &["physical rehabilitation"]));
        assert!(finds("5(2)", &["art. 5(2)(c)"]));
        assert!(finds("(2)", &["art. 5(2)(c)"]));
        assert!(!finds("art", &["states parties"]));
        assert!(!finds("men", &["implementation"]));
        // Scripts that put no spaces between words begin one with every letter.
        assert!(finds("義務", &["締約国義務"]));
    }

    #[test]
    fn a_phrase_in_quotation_marks_is_found_word_for_word() {
        for typed in ["\"medical care\"", "“medical care”", "«Medical  care»", "„medical care“"] {
            assert!(finds(typed, &["all medical care, and"]), "{typed}");
            assert!(!finds(typed, &["medical and other care"]), "{typed}");
            assert!(!finds(typed, &["medical caretakers"]), "{typed}");
            assert!(!finds(typed, &["medical", "care"]), "{typed}");
        }
        assert!(finds("\"medical car", &["medical caretakers"]), "it is still being typed");
        assert!(finds("age \"medical care\" gender", &["medical care", "gender", "age"]));
        assert!(LOCALE.with(|locale| Search::new("\"\" “ ”", locale)).is_empty());
    }

    #[test]
    fn other_names_and_words_find_what_they_mean() {
        let shown = |typed: &str, instruments: &[&'static str]| -> Vec<&str> {
            let query = after([Action::Search(typed.into()), Action::Instruments(instruments.to_vec())]);
            let rows = model(&query).comparison.groups;
            let rows: Vec<_> = rows.iter().flat_map(|group| group.rows.clone()).filter(|row| !row.hidden).collect();
            rows.iter().map(|row| row.topic).collect()
        };
        for name in ["landmine treaty", "Ottawa", "APMBC"] {
            assert!(!shown(name, &["mine-ban-convention"]).is_empty(), "{name}");
            assert!(shown(name, &["tpnw"]).is_empty(), "{name}");
        }
        assert_eq!(shown("prosthetics", &["crpd", "tpnw"]), ["assistive-technology"]);
    }

    fn finds(typed: &str, texts: &[&str]) -> bool {
        LOCALE.with(|locale| Search::new(typed, locale).matches(texts.iter().copied()))
    }

    #[test]
    fn white_space_and_lone_accents_search_for_nothing() {
        for typed in ["", " ", "\t\n\u{a0}", "\u{301}", " \u{300} "] {
            assert!(LOCALE.with(|locale| Search::new(typed, locale)).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn a_text_without_letters_and_digits_searches_for_nothing() {
        for typed in ["-", "“”", " … ", "(", ", ."] {
            assert!(LOCALE.with(|locale| Search::new(typed, locale)).is_empty(), "{typed:?}");
        }
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn the_table_shows_what_the_oracle_finds(
            search in any_search(),
            instruments in subsequence(instrument_ids(), 1..=16),
            topics in prop_oneof![3 => Just(vec![]), 1 => subsequence(topic_ids(), 1..=41)],
            room in select(vec![20, 75, 300]),
        ) {
            let query = after([
                Action::Search(search), Action::Instruments(instruments), Action::Topics(topics), Action::Room(room),
            ]);
            let columns = if room == 20 { query.pair(dataset()).to_vec() } else { query.instruments.clone() };
            prop_assert_eq!(seen(&model(&query)), oracle(&query, &columns));
        }
    }
}

mod marks {
    use super::*;

    /// The pieces of a text, the found ones in brackets.
    fn marked(typed: &str, text: &str) -> String {
        pieces(typed, text)
            .into_iter()
            .map(|(text, found)| if found { format!("[{text}]") } else { text.to_owned() })
            .collect()
    }

    fn pieces(typed: &str, text: &str) -> Vec<(&'static str, bool)> {
        // Texts of a dataset live as long as the page.
        let text: &'static str = text.to_owned().leak();
        let pieces = LOCALE.with(|locale| Search::new(typed, locale).mark(&Text::new(text, locale)));
        pieces.into_iter().map(|piece| (piece.text, piece.found)).collect()
    }

    /// Signs that folding makes longer, shorter or empty, or that join with their neighbours.
    const ODD: &[char] = &[
        'a',
        'e',
        'E',
        'é',
        'É',
        'ß',
        'ẞ',
        'İ',
        'ı',
        'i',
        'ŉ',
        'ﬁ',
        'ǆ',
        'ǅ',
        'Σ',
        'ς',
        'Å',
        'Ω',
        'ё',
        'Й',
        ' ',
        '-',
        '\u{301}',
        '\u{307}',
        '\u{345}',
        '\u{34f}',
        '\u{64b}',
        'ا',
        'آ',
        'ل',
        'ש',
        '\u{5b8}',
        '\u{fb2a}',
        '\u{200d}',
        '\u{200f}',
        '\u{202e}',
        '\u{2066}',
        '각',
        '가',
        'ᄀ',
        '한',
        '𝔸',
        '👩',
        '\u{1d165}',
        '\u{1d15e}',
        '\u{feff}',
        '\u{0}',
        '<',
        '&',
    ];

    fn odd_text() -> impl Strategy<Value = String> {
        prop::collection::vec(select(ODD), 0..24).prop_map(String::from_iter)
    }

    /// A text, and what was typed: a part of the text.
    fn text_and_part(text: impl Strategy<Value = String>) -> impl Strategy<Value = (String, String)> {
        (text, any::<Index>(), any::<Index>()).prop_map(|(text, a, b)| {
            let chars: Vec<_> = text.chars().collect();
            let (a, b) = (a.index(chars.len() + 1), b.index(chars.len() + 1));
            let part = chars[a.min(b)..a.max(b)].iter().collect();
            (text, part)
        })
    }

    /// Whatever was typed: nothing of the text is lost, what is marked holds a word, and no word is left unmarked.
    fn check(typed: &str, text: &str) -> Result<(), TestCaseError> {
        let typed = &typed.replace(QUOTATION_MARKS, " ");
        let pieces = pieces(typed, text);
        prop_assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), text);
        let folded = |text: &str| LOCALE.with(|locale| fold(text, locale));
        let typed = folded(typed);
        let words: Vec<_> = typed.split_whitespace().filter(has_letter_or_digit).collect();
        let mut before = None;
        for (piece, found) in pieces {
            let piece = folded(piece);
            // A letter before it shows that the piece begins within a word.
            let within = before.filter(char::is_ascii_alphanumeric).map_or_else(String::new, |_| "0".to_owned());
            let holds = words.iter().any(|word| {
                let rest = [&within, &piece[..]].concat();
                rest.char_indices().any(|(at, _)| at >= within.len() && stands_at(word, &rest, at))
            });
            prop_assert_eq!(holds, found, "{:?} in {:?}, searched for {:?}", piece, text, words);
            before = piece.chars().last().or(before);
        }
        Ok(())
    }

    #[test]
    fn found_words_are_marked_as_they_stand_in_the_text() {
        assert_eq!(marked("reintegracion", "La Reintegración social"), "La [Reintegración] social");
        assert_eq!(marked("CARE med", "medical care"), "[med]ical [care]");
        assert_eq!(marked("x", "medical care"), "medical care");
        assert_eq!(marked("", "medical care"), "medical care");
        assert_eq!(marked("medical care", "medical care"), "[medical] [care]");
    }

    #[test]
    fn only_beginnings_of_words_and_whole_phrases_are_marked() {
        assert_eq!(marked("care", "healthcare care"), "healthcare [care]");
        assert_eq!(marked("\"medical care\"", "Medical care, medical"), "[Medical care], medical");
    }

    #[test]
    fn what_overlaps_or_touches_is_one_mark() {
        assert_eq!(marked("medi medic", "medicare"), "[medic]are");
        assert_eq!(marked("5( 2", "5(2)"), "[5(2])");
        assert_eq!(marked("a aa aaa", "aaaa b"), "[aaa]a b");
        assert_eq!(marked("care caretaker", "caretaker"), "[caretaker]");
        assert_eq!(marked("caretaker tak", "caretakers"), "[caretaker]s");
    }

    #[test]
    fn a_mark_takes_the_accents_of_its_last_letter() {
        assert_eq!(marked("cafe", "cafe\u{301}s"), "[cafe\u{301}]s");
        assert_eq!(marked("cafe", "cafe\u{301}"), "[cafe\u{301}]");
        assert_eq!(marked("s", "cafe\u{301} s"), "cafe\u{301} [s]");
        assert_eq!(marked("i", "İstanbul"), "[İ]stanbul");
    }

    #[test]
    fn text_from_right_to_left_is_marked_in_its_own_order() {
        assert_eq!(marked("معاق", "شخص مُعَاق هنا"), "شخص [مُعَاق] هنا");
    }

    #[test]
    fn a_part_of_a_syllable_marks_the_syllable() {
        assert_eq!(marked("가", "각"), "[각]");
    }

    proptest! {
        #![proptest_config(cases(1024))]

        #[test]
        fn any_part_of_any_text_is_marked_and_nothing_else(
            (text, part) in text_and_part(any::<String>()), more in any::<String>()
        ) {
            check(&part, &text)?;
            check(&format!("{part} {more}"), &text)?;
        }

        #[test]
        fn any_part_of_odd_text_is_marked_and_nothing_else((text, part) in text_and_part(odd_text()), more in odd_text()) {
            check(&part, &text)?;
            check(&format!("{part} {more}"), &text)?;
        }
    }
}
