//! Where in a text it was found.

use super::*;

/// The pieces of a text, the found ones in brackets.
fn marked(typed: &str, text: &str) -> String {
    pieces(typed, text)
        .into_iter()
        .map(|(text, found)| if found { format!("[{text}]") } else { text.to_owned() })
        .collect()
}

fn pieces<'a>(typed: &str, text: &'a str) -> Vec<(&'a str, bool)> {
    let found = LOCALE.with(|locale| Search::new(typed, locale).found(text, locale));
    let mut pieces = Vec::new();
    let mut done = 0;
    for place in found {
        pieces.extend([(&text[done..place.start], false), (&text[place.clone()], true)]);
        done = place.end;
    }
    pieces.push((&text[done..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
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
