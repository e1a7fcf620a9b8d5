//! One instrument across the topics.

use super::*;

fn section<'a>(model: &'a ViewModel, id: &str) -> &'a Section {
    page(model).sections.iter().find(|section| section.id == id).unwrap()
}

#[test]
fn it_says_all_from_its_first_article_to_its_last() {
    for id in instrument_ids() {
        let model = model([Action::Show(View::Instrument(id))]);
        let provisions: Vec<_> =
            section(&model, "provisions").cell.as_ref().unwrap().entries().map(|entry| entry.provision.id).collect();
        let expected: Vec<_> = instrument(id).provisions.iter().map(|provision| provision.id).collect();
        assert_eq!(provisions, expected, "{id}");
        assert_eq!(page(&model).title, instrument(id).short_title);
    }
}

#[test]
fn its_silences_lead_to_their_cells() {
    for id in instrument_ids() {
        let model = model([Action::Show(View::Instrument(id))]);
        let silences = page(&model).sections.iter().find(|section| section.id == "silences");
        let lines = silences.map_or(Vec::new(), |section| section.lines.clone());
        let told: BTreeSet<_> = lines.iter().map(|line| line.command.label.clone()).collect();
        let expected: BTreeSet<_> = instrument(id)
            .silences
            .iter()
            .map(|silence| dataset().topic(silence.topic).unwrap().title.to_owned())
            .collect();
        assert_eq!(told, expected, "{id}");
        for line in lines {
            assert!(matches!(line.command.action, Action::GoTo(Some(At::Cell(other, _))) if other == id));
        }
    }
}

#[test]
fn it_names_its_relatives() {
    let relatives = |id| -> Vec<_> {
        let model = model([Action::Show(View::Instrument(id))]);
        let lines = &section(&model, "facts").lines;
        lines
            .iter()
            .map(|line| match line.command.action {
                Action::Show(View::Instrument(id)) => (id, line.text.clone()),
                ref other => panic!("{other:?}"),
            })
            .collect()
    };
    let words = |relatives: Vec<(&'static str, &str)>| -> Vec<_> {
        relatives.into_iter().map(|(id, text)| (id, text.to_owned())).collect()
    };
    let under = ENGLISH.stands_under_it;
    let plans = ["nairobi", "cartagena", "maputo", "oslo", "siem-reap-angkor"];
    assert_eq!(relatives("mine-ban-convention"), words(plans.map(|id| (id, under)).to_vec()));
    let (before, later) = (ENGLISH.predecessor, ENGLISH.successor);
    let expected = vec![
        ("mine-ban-convention", ENGLISH.parent),
        ("nairobi", before),
        ("cartagena", before),
        ("oslo", later),
        ("siem-reap-angkor", later),
    ];
    assert_eq!(relatives("maputo"), words(expected));
    assert_eq!(relatives("crpd"), []);
    // Two protocols to a treaty that is not in the dataset.
    assert_eq!(relatives("protocol-v"), words(vec![("amended-protocol-ii", before), ("protocol-v-plan", under)]));
}

#[test]
fn filters_leave_some_of_its_provisions() {
    let obligation = Action::Choose(Facet::Forces, vec!["obligation"]);
    let model = model([search("education"), obligation, Action::Show(View::Instrument("crpd"))]);
    let section = section(&model, "provisions");
    let entries: Vec<_> = section.cell.as_ref().unwrap().entries().collect();
    assert!(!entries.is_empty() && entries.len() < 87);
    assert!(entries.iter().all(|entry| entry.provision.force == Force::Obligation));
    assert_eq!(section.title, format!("{} provisions", entries.len()));
}

#[test]
fn the_notes_that_speak_of_it_stand_with_it() {
    for id in instrument_ids() {
        let ids = section_ids(&model([Action::Show(View::Instrument(id))]));
        for note in REFERENCE.background {
            assert_eq!(ids.contains(&note.id), note.instruments.contains(&id), "{} with {id}", note.id);
        }
    }
}
