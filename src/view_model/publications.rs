//! What was written on victim assistance, and notes on how the instruments hang together.

use super::{
    about::StatedFact,
    answer::Context,
    command::Command,
    page::{Line, Page, Section},
};
use crate::query::{InstrumentId, fold};

pub(super) fn publications(context: &Context) -> Page {
    let words = context.locale.words();
    let found = sections(context).map(|(_, section)| section).filter(|section| {
        let texts: Vec<_> = [section.title.as_str()]
            .into_iter()
            .chain(section.notes.iter().map(String::as_str))
            .chain(section.facts.iter().map(|fact| fact.text.as_str()))
            .map(|text| fold(text, context.locale))
            .collect();
        context.search.matches(texts.iter().map(String::as_str))
    });
    Page {
        title: words.view_publications.to_owned(),
        lead: words.publications_lead.to_owned(),
        sections: found.collect(),
    }
}

/// Notes on how instruments came about and hang together, then publications; each with the instruments it is about.
pub(super) fn sections(context: &Context) -> impl Iterator<Item = (&'static [InstrumentId], Section)> {
    let words = context.locale.words();
    let publications = context.grid.reference.publications.iter().map(move |publication| {
        let section = Section {
            id: publication.id,
            title: publication.title.to_owned(),
            cite: Some(["publication", publication.id].join("/")),
            facts: [
                (words.author, Some(publication.author)),
                (words.year, publication.year),
                (words.published, publication.venue),
                (words.pages, publication.pages),
                (words.published_languages, publication.languages),
                (words.doi, publication.doi),
                (words.address, publication.address),
                (words.source, Some(publication.source)),
                (words.note, publication.note),
            ]
            .into_iter()
            .filter_map(|(label, text)| Some(StatedFact::plain(label, text?)))
            .collect(),
            lines: cited(context, publication.about),
            ..Section::default()
        };
        (publication.about, section)
    });
    let background = context.grid.reference.background.iter().map(move |background| {
        let section = Section {
            id: background.id,
            title: background.title.to_owned(),
            notes: vec![background.text.to_owned()],
            facts: [
                (words.as_of_label, Some(background.dated)),
                (words.source, Some(background.source)),
                (words.note, background.note),
            ]
            .into_iter()
            .filter_map(|(label, text)| Some(StatedFact::plain(label, text?)))
            .collect(),
            lines: cited(context, background.instruments),
            ..Section::default()
        };
        (background.instruments, section)
    });
    background.chain(publications)
}

fn cited(context: &Context, ids: &[InstrumentId]) -> Vec<Line> {
    let instruments = ids.iter().filter_map(|id| context.grid.dataset.instrument(id));
    instruments.map(|one| Line { command: Command::to_instrument(one), text: String::new() }).collect()
}
