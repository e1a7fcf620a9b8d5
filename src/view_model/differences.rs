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

fn words(entry: &ProvisionEntry) -> Vec<&'static str> {
    entry.provision.words.unwrap_or_default().split_whitespace().collect()
}

/// How many words two texts share in the same order, in hundredths of the longer one.
fn likeness(one: &[&str], other: &[&str]) -> usize {
    let longer = one.len().max(other.len());
    let shared = diff::slice(one, other).iter().filter(|word| matches!(word, Difference::Both(..))).count();
    (shared * 100).checked_div(longer).unwrap_or_default()
}

fn mark_words(one: &mut ProvisionEntry, other: &mut ProvisionEntry) {
    let (one_words, other_words) = (words(one), words(other));
    let (mut one_marks, mut other_marks) = (Vec::new(), Vec::new());
    for difference in diff::slice(&one_words, &other_words) {
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

/// The text in pieces, of which each is marked as its words are.
fn pieces(text: &'static str, words: &[&'static str], marks: &[Option<Mark>]) -> Marked {
    let mut pieces: Marked = Vec::new();
    let mut rest = text;
    for (at, (word, mark)) in words.iter().zip(marks).enumerate() {
        // Words with the same mark are one piece, up to the end of the last of them.
        if marks.get(at + 1).is_some_and(|next| next == mark) {
            continue;
        }
        let end = word.as_ptr() as usize + word.len() - rest.as_ptr() as usize;
        let (piece, after) = rest.split_at(end);
        let start = piece.len() - piece.trim_start().len();
        let (space, piece) = piece.split_at(start);
        pieces.extend(
            [Piece::from(space), Piece { text: piece, mark: *mark }].into_iter().filter(|piece| !piece.text.is_empty()),
        );
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(rest.into());
    }
    pieces
}
