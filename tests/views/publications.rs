//! Publications and notes.

use super::*;

#[test]
fn all_are_there_after_the_notes() {
    let model = model([Action::Show(View::Publications)]);
    let notes = REFERENCE.background.iter().map(|note| note.id);
    let expected: Vec<_> = notes.chain(REFERENCE.publications.iter().map(|publication| publication.id)).collect();
    assert_eq!(section_ids(&model), expected);
    assert_eq!(model.status, format!("{} entries", expected.len()));
}

#[test]
fn each_says_what_was_verified_of_it() {
    let model = model([Action::Show(View::Publications)]);
    for publication in REFERENCE.publications {
        let section = page(&model).sections.iter().find(|section| section.id == publication.id).unwrap();
        assert_eq!(section.title, publication.title);
        let texts: Vec<_> = section.facts.iter().map(|fact| fact.text.as_str()).collect();
        let stated = [
            Some(publication.author),
            publication.year,
            publication.venue,
            publication.pages,
            publication.languages,
            publication.doi,
            publication.address,
            Some(publication.source),
            publication.note,
        ];
        assert_eq!(texts, stated.into_iter().flatten().collect::<Vec<_>>());
        let about: Vec<_> = section.lines.iter().map(|line| line.command.action.clone()).collect();
        let expected: Vec<_> =
            publication.about.iter().map(|id| Action::Show(View::Instrument(instrument(id).id))).collect();
        assert_eq!(about, expected);
    }
}

#[test]
fn a_search_leaves_those_that_say_it() {
    let model = model([search("checklist"), Action::Show(View::Publications)]);
    assert!(section_ids(&model).contains(&"checklist-2008"));
    for section in &page(&model).sections {
        let says = section.title.to_lowercase().contains("checklist")
            || section.facts.iter().any(|fact| fact.text.to_lowercase().contains("checklist"));
        assert!(says, "{}", section.id);
    }
}
