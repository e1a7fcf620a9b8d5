//! One topic through time.

use super::*;

/// What each instrument adds to a topic, by the dataset.
fn story(topic: &str, ids: Vec<&'static str>) -> Vec<(&'static str, Vec<String>)> {
    let (mut forces, mut bearers) = (BTreeSet::<Force>::new(), BTreeSet::<DutyBearer>::new());
    let (mut spoken, mut bound) = (false, false);
    let mut story = Vec::new();
    for id in by_date(ids) {
        let said = said(id, topic);
        if said.is_empty() {
            continue;
        }
        let mut notes = Vec::new();
        if !spoken {
            notes.push(ENGLISH.first_to_speak.to_owned());
        }
        if instrument(id).binding && !bound {
            notes.push(ENGLISH.first_binding.to_owned());
        }
        (spoken, bound) = (true, bound || instrument(id).binding);
        // The strongest first, then in the order of the text.
        let mut said = said;
        said.sort_by_key(|provision| provision.force);
        let new_forces: Vec<_> =
            said.iter().filter(|one| forces.insert(one.force)).map(|one| ENGLISH.force(one.force)).collect();
        let new_bearers: Vec<_> = said
            .iter()
            .filter(|one| bearers.insert(one.duty_bearer))
            .map(|one| ENGLISH.duty_bearer_class(one.duty_bearer))
            .collect();
        if !new_forces.is_empty() {
            notes.push(fill(ENGLISH.new_forces, &[("values", &new_forces.join(", "))]));
        }
        if !new_bearers.is_empty() {
            notes.push(fill(ENGLISH.new_bearers, &[("values", &new_bearers.join(", "))]));
        }
        if notes.is_empty() {
            notes.push(ENGLISH.nothing_new.to_owned());
        }
        story.push((id, notes));
    }
    story
}

fn told(model: &ViewModel) -> Vec<(&'static str, Vec<String>)> {
    page(model).sections.iter().map(|section| (section.id, section.notes.clone())).collect()
}

#[test]
fn medical_care_was_first_spoken_of_in_1997_and_bound_from_the_start() {
    let model = model([Action::Show(View::Time("medical-care"))]);
    let told = told(&model);
    let (first, notes) = &told[0];
    assert_eq!(*first, "mine-ban-convention");
    assert_eq!(notes[..2], ["The first of these instruments to speak of it.", "The first of them that binds legally."]);
    for (_, notes) in &told[1..] {
        assert!(!notes.iter().any(|note| note.starts_with("The first of")), "{notes:?}");
    }
}

#[test]
fn every_topic_is_told_as_the_dataset_has_it() {
    for topic in topic_ids() {
        assert_eq!(told(&model([Action::Show(View::Time(topic))])), story(topic, instrument_ids()), "{topic}");
    }
}

#[test]
fn it_is_told_of_the_instruments_that_are_asked_for() {
    let asked = ["oslo", "tpnw", "crpd"];
    let model = model([columns(&asked), Action::Show(View::Time("education"))]);
    assert_eq!(told(&model), story("education", asked.to_vec()));
    assert_eq!(told(&model)[0].0, "crpd");
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_instruments_on_any_topic_are_told_as_the_dataset_has_them(ids in any_columns(), topic in any_topic()) {
        let model = model([columns(&ids), Action::Show(View::Time(topic))]);
        prop_assert_eq!(told(&model), story(topic, ids));
    }
}
