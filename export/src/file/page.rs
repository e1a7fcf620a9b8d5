use victim_assistance_table::view_model::{Page, Section, StatedFact};

use super::{
    cell::{Writing, cell},
    report::{Block, Entry},
};

/// A view that is read from top to bottom.
pub fn blocks(page: &Page, writing: &mut Writing) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, page.title.clone()), Block::Text(page.lead.clone())];
    blocks.extend(page.sections.iter().flat_map(|one| section(one, writing)));
    blocks
}

fn section(section: &Section, writing: &mut Writing) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(3, section.title.clone())];
    let texts = std::iter::once(&section.description).chain(&section.notes).filter(|text| !text.is_empty());
    blocks.extend(texts.map(|text| Block::Text(text.clone())));
    let facts = section.facts.iter().map(|fact| stated(fact, writing)).collect();
    let answers = section.cell.iter().flat_map(|answer| cell(answer, writing)).collect();
    let lines = section.lines.iter().map(|line| Entry::new(line.command.label.as_str(), line.text.as_str())).collect();
    let lists = [facts, answers, lines].into_iter().filter(|list: &Vec<_>| !list.is_empty());
    blocks.extend(lists.map(Block::List));
    blocks
}

fn stated(fact: &StatedFact, writing: &mut Writing) -> Entry {
    let numbers = fact.sources.iter().map(|source| writing.number(source));
    let text: Vec<_> = std::iter::once(fact.text.clone()).chain(numbers).collect();
    let note = fact.note.map(str::to_owned);
    Entry { lead: fact.label.to_owned(), texts: std::iter::once(text.join(" ")).chain(note).collect() }
}
