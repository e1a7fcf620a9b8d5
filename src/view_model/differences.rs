//! Two instruments side by side: where their operative words differ, word by word.

use diff::Result as Difference;

use super::{
    answer::{Cell, ProvisionEntry},
    comparison::Comparison,
};
use crate::query::{Mark, Marked, Piece};

/// Texts that share fewer words, in hundredths of the longer one, say different things: marks would cover all of them.
const ALIKE: usize = 30;

/// Keeps the rows in which both columns speak, puts what is alike side by side, and marks what differs.
pub(super) fn mark(comparison: &mut Comparison) {
    for group in &mut comparison.groups {
        let group = std::rc::Rc::make_mut(group);
        group.hidden = true;
        for row in &mut group.rows {
            let row = std::rc::Rc::make_mut(row);
            let [first, second] = row.cells.as_mut_slice() else {
                row.hidden = true;
                continue;
            };
            row.hidden |= first.provisions.is_empty() || second.provisions.is_empty();
            if !row.hidden {
                mark_cells(first, second);
                group.hidden = false;
            }
        }
    }
}

fn mark_cells(first: &mut Cell, second: &mut Cell) {
    for cell in [&mut *first, &mut *second] {
        cell.provisions.append(&mut cell.more);
        cell.more_title.clear();
        for entry in &mut cell.provisions {
            entry.words_open = true;
        }
    }
    // The most alike first: each is compared with one other.
    let mut pairs = Vec::new();
    for (one, entry) in first.provisions.iter().enumerate() {
        for (other, other_entry) in second.provisions.iter().enumerate() {
            let alike = likeness(&words(entry), &words(other_entry));
            if alike >= ALIKE {
                pairs.push((alike, one, other));
            }
        }
    }
    pairs.sort_by_cached_key(|(alike, ..)| usize::MAX - alike);
    let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
    for (_, one, other) in pairs {
        if firsts.contains(&one) || seconds.contains(&other) {
            continue;
        }
        firsts.push(one);
        seconds.push(other);
        if let (Some(one), Some(other)) = (first.provisions.get_mut(one), second.provisions.get_mut(other)) {
            mark_words(one, other);
        }
    }
    bring_to_front(&mut first.provisions, &firsts);
    bring_to_front(&mut second.provisions, &seconds);
}

/// Those at these places first, in this order; the others after them, as they stand.
fn bring_to_front(entries: &mut Vec<ProvisionEntry>, places: &[usize]) {
    let mut placed: Vec<_> = std::mem::take(entries).into_iter().enumerate().collect();
    placed.sort_by_cached_key(|(at, _)| places.iter().position(|place| place == at).unwrap_or(places.len()));
    entries.extend(placed.into_iter().map(|(_, entry)| entry));
}

fn mark_words(one: &mut ProvisionEntry, other: &mut ProvisionEntry) {
    let (one_words, other_words) = (words(one), words(other));
    let (mut one_marks, mut other_marks) = (Vec::new(), Vec::new());
    for difference in differences(&one_words, &other_words) {
        match difference {
            Difference::Left(_) => one_marks.push(Some(Mark::Removed)),
            Difference::Right(_) => other_marks.push(Some(Mark::Added)),
            Difference::Both(..) => {
                one_marks.push(None);
                other_marks.push(None);
            }
        }
    }
    one.words = one.provision.words.map(|text| pieces(text, &one_words, &one_marks));
    other.words = other.provision.words.map(|text| pieces(text, &other_words, &other_marks));
}

/// How many words two texts share in the same order, in hundredths of the longer one.
fn likeness(one: &[&'static str], other: &[&'static str]) -> usize {
    let shared = differences(one, other).iter().filter(|word| matches!(word, Difference::Both(..))).count();
    (shared * 100).checked_div(one.len().max(other.len())).unwrap_or_default()
}

/// The space after a word makes no difference.
fn differences(one: &[&'static str], other: &[&'static str]) -> Vec<Difference<&'static str>> {
    let [one, other] = [one, other].map(|words| words.iter().map(|word| word.trim_end()).collect::<Vec<_>>());
    let differences = diff::slice(&one, &other).into_iter();
    let owned = differences.map(|difference| match difference {
        Difference::Left(word) => Difference::Left(*word),
        Difference::Right(word) => Difference::Right(*word),
        Difference::Both(word, same) => Difference::Both(*word, *same),
    });
    owned.collect()
}

/// The operative words one by one, each with the space after it; a punctuation mark is a word of its own.
fn words(entry: &ProvisionEntry) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = entry.provision.words.unwrap_or_default();
    while let Some(first) = rest.chars().next() {
        let goes_on = |char: char| is_of_word(first) && is_of_word(char);
        let end = rest.char_indices().skip(1).find(|(_, char)| !goes_on(*char)).map_or(rest.len(), |(at, _)| at);
        let space = rest.get(end..).map_or(0, |after| after.len() - after.trim_start().len());
        let (word, after) = rest.split_at(end + space);
        words.push(word);
        rest = after;
    }
    words
}

fn is_of_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '’' | '\'')
}

/// The text in pieces, of which each is marked as its words are; the space at the end of a piece is not.
fn pieces(text: &'static str, words: &[&'static str], marks: &[Option<Mark>]) -> Marked {
    let mut pieces: Marked = Vec::new();
    let (mut rest, mut length) = (text, 0);
    for (at, (word, mark)) in words.iter().zip(marks).enumerate() {
        length += word.len();
        // Words with the same mark are one piece.
        if marks.get(at + 1) == Some(mark) {
            continue;
        }
        let (piece, after) = rest.split_at(length);
        let (piece, space) = if mark.is_some() { piece.split_at(piece.trim_end().len()) } else { (piece, "") };
        let parts = [Piece { text: piece, mark: *mark }, space.into()];
        pieces.extend(parts.into_iter().filter(|piece| !piece.text.is_empty()));
        (rest, length) = (after, 0);
    }
    pieces
}
