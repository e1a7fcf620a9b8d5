//! What a reader may mean while typing: topics, instruments, pinpoints; and other words where nothing is found.

use super::{answer::Context, command::Command, grid::Grid};
use crate::{
    locale::Locale,
    query::{Action, Search, View, fold},
};

/// So many of each kind are offered.
const MOST: usize = 4;
/// A shorter text begins too many words.
const LEAST_LETTERS: usize = 2;

/// Topics and instruments by the beginnings of their words, pinpoints however they are written.
pub(super) fn suggestions(context: &Context) -> Vec<Command> {
    let tokens = tokens(&context.asked.search, context.locale);
    if context.search.is_empty() || tokens.iter().map(String::len).sum::<usize>() < LEAST_LETTERS {
        return Vec::new();
    }
    let grid = context.grid;
    let topics = grid.rows.iter().filter(|row| context.search.matches([&*row.title, &row.also].into_iter()));
    let topics = topics.map(|row| Command::new(row.topic.title, Action::Take(View::Topic(row.topic.id))));
    let instruments = grid.columns.iter().filter(|column| context.search.matches([&*column.names].into_iter()));
    let instruments = instruments.map(|column| column.instrument);
    let instruments = instruments.map(|one| Command::new(one.short_title, Action::Take(View::Instrument(one.id))));
    topics.take(MOST).chain(instruments.take(MOST)).chain(pinpoints(context, &tokens).take(MOST)).collect()
}

/// Provisions whose pinpoint begins with what was typed, with or without its first word, and after a name of the
/// instrument or without it: “art 5(2)c”, “5.2.c”, “crpd 25”, “action 33”.
fn pinpoints<'a>(context: &'a Context, tokens: &'a [String]) -> impl Iterator<Item = Command> + 'a {
    let has_number = tokens.iter().any(|token| !is_word(token));
    let columns = context.grid.columns.iter().filter(move |_| has_number);
    columns.flat_map(move |column| {
        let is_name = |token: &&String| column.names.split_whitespace().any(|word| word.starts_with(token.as_str()));
        let named = tokens.iter().take_while(is_name).count();
        // A word may be of the pinpoint as well as of the name: “action”, or a number. Numbers alone are no name.
        let first_word = tokens.iter().position(|token| is_word(token)).unwrap_or(tokens.len());
        let ends = (0..=named).filter(|end| *end == 0 || *end > first_word);
        let typed: Vec<_> = ends.filter_map(|end| tokens.get(end..)).collect();
        let is_meant = move |pinpoint: &str| {
            let pinpoint = self::tokens(pinpoint, context.locale);
            let is_long_word = |at: usize| pinpoint.get(at).is_some_and(|token| token.len() > 1 && is_word(token));
            // At a word, or after it: “chapeau to Actions #33-#41” is meant by “action 33” and by “33”.
            let starts =
                (0..pinpoint.len()).filter(|at| is_long_word(*at) || at.checked_sub(1).is_some_and(is_long_word));
            let mut rests = starts.filter_map(|at| pinpoint.get(at..));
            rests.any(|rest| typed.iter().any(|typed| !typed.is_empty() && begins(rest, typed)))
        };
        let meant = column.provisions.iter().filter(move |texts| is_meant(texts.provision.pinpoint));
        meant.map(|texts| Command::to_provision(column.instrument.id, texts))
    })
}

/// Words, numbers and single letters, without what stands between them: “Art. 5(2)(c)” is `art 5 2 c`.
fn tokens(text: &str, locale: &dyn Locale) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for char in fold(text, locale).chars() {
        let kind = (char.is_ascii_digit(), char.is_alphanumeric());
        match tokens.last_mut() {
            Some(token) if last == Some(kind) => token.push(char),
            _ if kind.1 => tokens.push(char.into()),
            _ => {}
        }
        last = kind.1.then_some(kind);
    }
    // As the dataset writes it of one.
    for token in &mut tokens {
        for (other, one) in [("article", "art"), ("articles", "art"), ("arts", "art"), ("actions", "action")] {
            if token == other {
                token.truncate(one.len());
            }
        }
    }
    tokens
}

fn is_word(token: &str) -> bool {
    !token.bytes().all(|byte| byte.is_ascii_digit())
}

fn begins(whole: &[String], beginning: &[String]) -> bool {
    whole.len() >= beginning.len() && whole.iter().zip(beginning).all(|(token, typed)| token == typed)
}

/// So many letters may be wrong in a word.
const SLIPS: usize = 2;
/// In more words nobody looks for a slip, and to compare each with all others takes long.
const MOST_WORDS: usize = 10;
/// In a shorter word, one letter makes another word of it.
const LEAST_TO_CORRECT: usize = 4;

/// What was typed, with each word that the dataset does not have replaced by the nearest one that it has; none where a
/// word has none near.
pub(super) fn did_you_mean(grid: &Grid, typed: &str, locale: &dyn Locale) -> Option<Command> {
    let texts = || {
        let titles = grid.rows.iter().flat_map(|row| row.folded());
        let names = grid.columns.iter().map(|column| &*column.names);
        let provisions = grid.columns.iter().flat_map(|column| &column.provisions).map(|texts| &*texts.folded);
        titles.chain(names).chain(provisions)
    };
    let known = || texts().flat_map(|text| text.split(|char: char| !char.is_alphanumeric()));
    let mut changed = false;
    let mut meant = Vec::new();
    let typed = fold(typed, locale);
    if typed.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    for word in typed.split_whitespace() {
        if Search::new(word, locale).matches(texts()) {
            meant.push(word.to_owned());
            continue;
        }
        let letters = word.chars().count();
        let near = known().filter(|known| known.chars().count().abs_diff(letters) <= SLIPS);
        let nearest = near.map(|known| (strsim::osa_distance(known, word), known)).min()?;
        if letters < LEAST_TO_CORRECT || nearest.0 > SLIPS {
            return None;
        }
        changed = true;
        meant.push(nearest.1.to_owned());
    }
    let meant = meant.join(" ");
    changed.then(|| Command::new(meant.clone(), Action::SearchInstead(meant)))
}
