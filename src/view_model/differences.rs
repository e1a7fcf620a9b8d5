//! Two instruments side by side: where their operative words differ, word by word.

use diff::Result as Difference;

use super::{
    answer::{Cell, ProvisionEntry},
    comparison::Comparison,
};

/// A piece of the operative words, changed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The piece, as it stands in the dataset.
    pub text: &'static str,
    /// What it is beside the words compared with it.
    pub change: Option<Change>,
}

/// What a piece of a text is beside another text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The other text does not have it, and stands before.
    Added,
    /// The other text does not have it, and stands after.
    Removed,
}

impl From<&'static str> for Piece {
    fn from(text: &'static str) -> Self {
        Self { text, change: None }
    }
}

/// Texts that share fewer words, in hundredths of the longer one, say different things: all of them would be marked.
const ALIKE: usize = 30;

/// Keeps the rows in which both columns speak, puts what is alike side by side, and marks what differs.
pub(super) fn mark(comparison: &mut Comparison) {
    for group in &mut comparison.groups {
        let group = std::rc::Rc::make_mut(group);
        group.hidden = true;
        for row in &mut group.rows {
            let row = std::rc::Rc::make_mut(row);
            let [first, second] = std::rc::Rc::make_mut(&mut row.cells).as_mut_slice() else {
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
    let [first_words, second_words] = [&mut *first, &mut *second].map(open);
    // The most alike first: each is compared with one other.
    let mut pairs = Vec::new();
    for (one, one_words) in first_words.iter().enumerate() {
        for (other, other_words) in second_words.iter().enumerate() {
            let differences = differences(one_words, other_words);
            let alike = likeness(&differences);
            if alike >= ALIKE {
                pairs.push((alike, one, other, differences));
            }
        }
    }
    pairs.sort_by_cached_key(|(alike, ..)| usize::MAX - alike);
    let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
    for (_, one, other, differences) in pairs {
        if firsts.contains(&one) || seconds.contains(&other) {
            continue;
        }
        firsts.push(one);
        seconds.push(other);
        if let (Some(one), Some(other)) = (first.provisions.get_mut(one), second.provisions.get_mut(other)) {
            mark_words(one, other, &differences);
        }
    }
    bring_to_front(&mut first.provisions, &firsts);
    bring_to_front(&mut second.provisions, &seconds);
}

/// Shows all the provisions of a cell, and their operative words; those of each, one by one.
fn open(cell: &mut Cell) -> Vec<Vec<&'static str>> {
    cell.provisions.append(&mut cell.more);
    cell.more_title.clear();
    for entry in &mut cell.provisions {
        entry.compared = entry.provision.words.map(|words| vec![words.into()]);
    }
    cell.provisions.iter().map(|entry| words(entry.provision.words.unwrap_or_default())).collect()
}

/// Those at these places first, in this order; the others after them, as they stand.
fn bring_to_front(entries: &mut Vec<ProvisionEntry>, places: &[usize]) {
    let mut placed: Vec<_> = std::mem::take(entries).into_iter().enumerate().collect();
    placed.sort_by_cached_key(|(at, _)| places.iter().position(|place| place == at).unwrap_or(places.len()));
    entries.extend(placed.into_iter().map(|(_, entry)| entry));
}

fn mark_words(one: &mut ProvisionEntry, other: &mut ProvisionEntry, differences: &[Difference<&'static str>]) {
    let (mut one_words, mut other_words) = (Vec::new(), Vec::new());
    for difference in differences {
        match *difference {
            Difference::Left(word) => one_words.push((word, Some(Change::Removed))),
            Difference::Right(word) => other_words.push((word, Some(Change::Added))),
            Difference::Both(word, same) => {
                one_words.push((word, None));
                other_words.push((same, None));
            }
        }
    }
    one.compared = one.provision.words.map(|text| pieces(text, &one_words));
    other.compared = other.provision.words.map(|text| pieces(text, &other_words));
}

/// How many words two texts share in the same order, in hundredths of the longer one.
fn likeness(differences: &[Difference<&'static str>]) -> usize {
    let count = |is: fn(&Difference<&'static str>) -> bool| differences.iter().filter(|one| is(one)).count();
    let shared = count(|one| matches!(one, Difference::Both(..)));
    let own = count(|one| matches!(one, Difference::Left(_))).max(count(|one| matches!(one, Difference::Right(_))));
    (shared * 100).checked_div(shared + own).unwrap_or_default()
}

fn differences(one: &[&'static str], other: &[&'static str]) -> Vec<Difference<&'static str>> {
    let owned = diff::slice(one, other).into_iter().map(|difference| match difference {
        Difference::Left(word) => Difference::Left(*word),
        Difference::Right(word) => Difference::Right(*word),
        Difference::Both(word, same) => Difference::Both(*word, *same),
    });
    owned.collect()
}

/// A text word by word; a punctuation mark is a word of its own.
fn words(text: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let goes_on = |char: char| is_of_word(first) && is_of_word(char);
        let end = rest.char_indices().skip(1).find(|(_, char)| !goes_on(*char)).map_or(rest.len(), |(at, _)| at);
        let (word, after) = rest.split_at(end);
        words.push(word);
        rest = after.trim_start();
    }
    words
}

fn is_of_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '’' | '\'')
}

/// The text in pieces, from its words; the space after a changed piece is no part of it.
fn pieces(text: &'static str, words: &[(&'static str, Option<Change>)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    // Words with the same change are one piece.
    for words in words.chunk_by(|one, next| one.1 == next.1) {
        let change = words.first().and_then(|(_, change)| *change);
        let after = words
            .iter()
            .fold(rest, |rest, (word, _)| rest.trim_start().strip_prefix(word).unwrap_or_default().trim_start());
        let (piece, _) = rest.split_at(rest.len() - after.len());
        let (piece, space) = if change.is_some() { piece.split_at(piece.trim_end().len()) } else { (piece, "") };
        let parts = [Piece { text: piece, change }, space.into()];
        pieces.extend(parts.into_iter().filter(|piece| !piece.text.is_empty()));
        rest = after;
    }
    pieces
}
