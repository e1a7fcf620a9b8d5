//! Words explained.

use super::*;

#[test]
fn every_word_leads_to_the_provisions_that_use_it() {
    let model = model([]);
    assert_eq!(model.glossary.terms.len(), REFERENCE.glossary.len());
    for ((term, commands), expected) in model.glossary.terms.iter().zip(REFERENCE.glossary) {
        assert_eq!(*term, expected);
        let places: Vec<_> = commands
            .iter()
            .map(|command| match command.action {
                Action::GoTo(Some(at @ At::Provision(..))) => at.value(),
                ref other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(places, expected.provisions);
    }
    assert_eq!(model.glossary.abbreviations, DATASET.abbreviations);
}
