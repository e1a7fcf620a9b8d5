//! What a search finds.

use super::{search, *};

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

/// The table by the definition: every answer is looked at, text by text.
fn oracle(query: &Query, columns: &[&'static str]) -> Vec<SeenRow> {
    let answers = naive::answers();
    let shown: Vec<_> = answers.iter().map(|answer| (answer, answer.shown(query, columns))).collect();
    topics().into_iter().map(|topic| oracle_row(query, columns, topic, &shown)).collect()
}

fn oracle_row(
    query: &Query,
    columns: &[&'static str],
    topic: &'static Topic,
    shown: &[(&naive::Answer, Vec<&'static str>)],
) -> SeenRow {
    let of_this_row: Vec<_> =
        shown.iter().filter(|(_, rows)| rows.contains(&topic.id)).map(|(answer, _)| *answer).collect();
    let cells = columns.iter().map(|id| {
        let instrument: &'static Instrument = dataset().instrument(id).unwrap();
        let mut provisions: Vec<&'static Provision> = of_this_row
            .iter()
            .filter(|answer| answer.instrument.id == *id)
            .filter_map(|answer| match answer.what {
                naive::What::Provision(provision) => Some(provision),
                _ => None,
            })
            .collect();
        provisions.sort_by_key(|provision| provision.force);
        let (speaks, silence) = (naive::speaks(instrument, topic.id), naive::silence(instrument, topic.id));
        SeenCell {
            instrument: id,
            all_left_out: provisions.is_empty() && speaks,
            provisions: provisions.into_iter().map(std::ptr::from_ref).collect(),
            silence: silence.is_some(),
            not_assessed: !speaks && silence.is_none(),
        }
    });
    let alone = Facet::ALL.into_iter().all(|facet| facet == Facet::Topics || query.chosen.of(facet).is_empty());
    let searches_nothing = LOCALE.with(|locale| Search::new(&query.search, locale)).is_empty();
    let asked = alone && searches_nothing && query.chosen.of(Facet::Topics).contains(&topic.id);
    (topic.id, of_this_row.is_empty() && !asked, cells.collect())
}

fn seen(model: &ViewModel) -> Vec<SeenRow> {
    let rows = model.table().unwrap().rows();
    rows.map(|row| {
        let cells = row.cells.iter().map(|cell| SeenCell {
            instrument: cell.column,
            provisions: cell.entries().map(|entry| std::ptr::from_ref(entry.provision)).collect(),
            all_left_out: !cell.not_matching.is_empty(),
            silence: cell.silence.is_some(),
            not_assessed: cell.not_assessed,
        });
        (row.id, row.hidden, cells.collect())
    })
    .collect()
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
            let mut texts = [naive::texts(provision, &ENGLISH), naive::names(instrument)].concat();
            texts.extend(provision.topics.iter().filter_map(|id| Some(dataset().topic(id)?.title)));
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
        support::shown_row_ids(&model([search(typed), columns(instruments)]))
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
        typed in any_search(),
        instruments in subsequence(instrument_ids(), 1..=16).prop_shuffle(),
        topics in prop_oneof![3 => Just(vec![]), 1 => subsequence(topic_ids(), 1..=41)],
        room in select(vec![20, 75, 300]),
    ) {
        let query = after([search(&typed), columns(&instruments), only_topics(&topics), Action::Room(room)]);
        let columns = if room == 20 { query.pair(dataset()).to_vec() } else { instruments };
        prop_assert_eq!(seen(&shown(&query)), oracle(&query, &columns));
    }

    #[test]
    fn the_table_shows_what_the_oracle_finds_with_any_facets(
        typed in prop_oneof![1 => any_search(), 1 => Just(String::new())],
        instruments in prop::option::of(subsequence(instrument_ids(), 1..=16)),
        choices in prop::collection::vec(any_choice(), 1..4),
    ) {
        let choices = choices.into_iter().map(|(facet, ids)| Action::Choose(facet, ids));
        let query = after([search(&typed), Action::Instruments(instruments)].into_iter().chain(choices));
        prop_assert_eq!(seen(&shown(&query)), oracle(&query, &naive::columns(&query)));
    }
}
