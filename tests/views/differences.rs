//! Two instruments, word by word.

use super::*;

/// In hundredths of the longer text.
const ALIKE: usize = 30;

fn words(entry: &ProvisionEntry) -> Vec<&'static str> {
    tokens(entry.provision.words.unwrap_or_default())
}

/// Words, and punctuation marks each by itself.
fn tokens(text: &'static str) -> Vec<&'static str> {
    let is_of_word = |char: char| char.is_alphanumeric() || "-’'".contains(char);
    let runs = text.split_inclusive(|char| !is_of_word(char)).flat_map(|run| {
        let end = run.trim_end_matches(|char| !is_of_word(char)).len();
        let (word, sign) = run.split_at(end);
        [word, sign.trim()]
    });
    runs.filter(|token| !token.is_empty()).collect()
}

/// Length of the longest sequence of words that both have, by the table of all beginnings.
fn shared(one: &[&str], other: &[&str]) -> usize {
    let mut best = vec![0; other.len() + 1];
    for word in one {
        let mut diagonal = 0;
        for (at, other) in other.iter().enumerate() {
            let above = best[at + 1];
            best[at + 1] = if word == other { diagonal + 1 } else { above.max(best[at]) };
            diagonal = above;
        }
    }
    best[other.len()]
}

fn are_alike(one: &ProvisionEntry, other: &ProvisionEntry) -> bool {
    let (one, other) = (words(one), words(other));
    let longer = one.len().max(other.len());
    longer > 0 && shared(&one, &other) * 100 / longer >= ALIKE
}

/// The words with this change.
fn marked(entry: &ProvisionEntry, change: Option<Change>) -> Vec<&'static str> {
    let pieces = entry.compared.iter().flatten().filter(|piece| piece.change == change);
    pieces.flat_map(|piece| tokens(piece.text)).collect()
}

fn differs(pair: [&'static str; 2]) -> ViewModel {
    model([Action::Pair(Some(pair)), Action::Show(View::Differences)])
}

/// How many texts stand side by side.
fn check(pair: [&'static str; 2]) -> usize {
    let mut side_by_side = 0;
    let model = differs(pair);
    assert_eq!(column_ids(&model), pair);
    for row in table(&model).rows() {
        let [first, second] = &row.cells[..] else { panic!("two cells") };
        let both_speak = pair.iter().all(|id| !said(id, row.id).is_empty());
        assert_eq!(row.hidden, !both_speak, "{pair:?} on {}", row.id);
        if row.hidden {
            continue;
        }
        for (cell, id) in [first, second].into_iter().zip(pair) {
            assert_eq!(cell.provisions.len(), said(id, row.id).len());
            assert!(cell.more.is_empty() && cell.more_title.is_empty());
            for entry in &cell.provisions {
                let text: Option<String> =
                    entry.compared.as_ref().map(|pieces| pieces.iter().map(|piece| piece.text).collect());
                assert_eq!(text.as_deref(), entry.provision.words, "the pieces are the text");
            }
        }
        let pairs = || first.provisions.iter().zip(&second.provisions);
        let alike = pairs().take_while(|(one, other)| are_alike(one, other)).count();
        for (one, other) in pairs().take(alike) {
            assert_eq!(marked(one, None), marked(other, None), "what is not marked is the same in both");
            assert_eq!(marked(one, None).len(), shared(&words(one), &words(other)), "no more is marked than must be");
            assert!(marked(one, Some(Change::Added)).is_empty() && marked(other, Some(Change::Removed)).is_empty());
        }
        let (ones, others) = (&first.provisions[alike..], &second.provisions[alike..]);
        for entry in ones.iter().chain(others) {
            assert_eq!(marked(entry, None), words(entry), "what is compared with nothing is not marked");
        }
        assert!(!ones.iter().any(|one| others.iter().any(|other| are_alike(one, other))), "{pair:?} on {}", row.id);
        side_by_side += alike;
    }
    side_by_side
}

#[test]
fn article_5_of_cluster_munitions_and_article_6_of_the_tpnw_are_alike() {
    assert!(check(["cluster-munitions", "tpnw"]) > 0);
    assert_eq!(check(["tpnw", "cluster-munitions"]), check(["cluster-munitions", "tpnw"]));
}

#[test]
fn of_any_two_treaties_the_words_that_differ_are_marked_and_no_others() {
    let treaties: Vec<_> = dataset().instruments.iter().filter(|one| one.binding).map(|one| one.id).collect();
    for (at, first) in treaties.iter().enumerate() {
        for second in &treaties[at + 1..] {
            check([*first, *second]);
        }
    }
}

#[test]
fn a_plan_and_the_next_are_compared_as_treaties_are() {
    for pair in [["maputo", "oslo"], ["dubrovnik", "lausanne"], ["cartagena", "nairobi"], ["crpd", "ewipa"]] {
        check(pair);
    }
}

/// Two instruments of which each says one of these texts, side by side: each text in pieces, with their marks.
fn side_by_side(texts: [&'static str; 2]) -> [Vec<(&'static str, Option<Change>)>; 2] {
    let instruments = texts.iter().enumerate().map(|(at, text)| {
        let provision = Provision { topics: &["topic"], words: Some(text), ..instrument("crpd").provisions[0] };
        let provisions = vec![provision].leak();
        Instrument { id: ["first", "second"][at], provisions, silences: &[], ..*instrument("crpd") }
    });
    let topic = Topic { id: "topic", title: "Topic", also: &[], core: true };
    let dataset: &'static Dataset = Box::leak(Box::new(Dataset {
        shown_first: &["first", "second"],
        instruments: instruments.collect::<Vec<_>>().leak(),
        groups: vec![TopicGroup { id: "group", title: "Group", topics: vec![topic].leak() }].leak(),
        ..*dataset()
    }));
    let history = History::new(Query { view: View::Differences, ..Query::new() });
    let model = support::LOCALE
        .with(|locale| ViewModel::new(&Grid::new(dataset, &REFERENCE, locale), &history, None, locale, None));
    ["first", "second"].map(|id| {
        let entry = &cell(&model, "topic", id).provisions[0];
        entry.compared.iter().flatten().map(|piece| (piece.text, piece.change)).collect()
    })
}

#[test]
fn texts_that_share_three_words_in_ten_are_alike() {
    let [first, second] = side_by_side(["a b c d e f g h i j", "a b c 4 5 6 7 8 9 0"]);
    assert_eq!(first, [("a b c ", None), ("d e f g h i j", Some(Change::Removed))]);
    assert_eq!(second, [("a b c ", None), ("4 5 6 7 8 9 0", Some(Change::Added))]);
}

#[test]
fn texts_that_share_fewer_are_not_compared() {
    let texts = ["a b c d e f g h i j", "a b 3 4 5 6 7 8 9 0"];
    assert_eq!(side_by_side(texts), texts.map(|text| vec![(text, None)]));
}

#[test]
fn white_space_and_signs_stay_as_they_stand() {
    let [first, second] = side_by_side([" Each  Party\nshall, “assist” victims ", "Each Party may, «assist» victims"]);
    let text = |pieces: &[(&str, Option<Change>)]| -> String { pieces.iter().map(|(text, _)| *text).collect() };
    assert_eq!(text(&first), " Each  Party\nshall, “assist” victims ");
    assert_eq!(text(&second), "Each Party may, «assist» victims");
    let marked = |pieces: &[(&'static str, Option<Change>)]| -> Vec<&'static str> {
        pieces.iter().filter(|(_, mark)| mark.is_some()).map(|(text, _)| *text).collect()
    };
    assert_eq!((marked(&first), marked(&second)), (vec!["shall", "“", "”"], vec!["may", "«", "»"]));
}

#[test]
fn equal_texts_bear_no_mark() {
    let text = "Each State Party shall provide assistance";
    assert_eq!(side_by_side([text, text]), [vec![(text, None)], vec![(text, None)]]);
}

#[test]
fn filters_are_at_work_here_too() {
    let model = model([
        Action::Pair(Some(["cluster-munitions", "tpnw"])),
        Action::Show(View::Differences),
        Action::Choose(Facet::Forces, vec!["obligation"]),
    ]);
    let forces: BTreeSet<_> =
        shown_rows(&model).into_iter().flat_map(Row::provisions).map(|provision| provision.force).collect();
    assert_eq!(forces, BTreeSet::from([Force::Obligation]));
    // One of the two is no protocol: nothing stands side by side.
    let one = support::model([
        Action::Pair(Some(["protocol-v", "crpd"])),
        Action::Show(View::Differences),
        Action::Choose(Facet::Kinds, vec!["protocol"]),
    ]);
    assert!(one.nothing.is_some() && shown_rows(&one).is_empty());
}

#[test]
fn exchanging_the_two_exchanges_the_columns() {
    let query = after([Action::Show(View::Differences), Action::Pair(Some(["crpd", "oslo"]))]);
    assert_eq!(column_ids(&shown(&reduce(&query, Action::Compare(0, "oslo")))), ["oslo", "crpd"]);
}
