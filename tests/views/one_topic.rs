//! One topic across the instruments.

use super::*;

#[test]
fn every_instrument_answers_a_core_topic_the_oldest_first() {
    for topic in topics().into_iter().filter(|topic| topic.core) {
        let model = model([Action::Show(View::Topic(topic.id))]);
        assert_eq!(section_ids(&model), by_date(instrument_ids()), "{}", topic.id);
        assert_eq!(page(&model).title, topic.title);
    }
}

#[test]
fn of_another_topic_those_answer_that_speak_of_it_or_were_read_for_it() {
    // A topic of a page is asked for by itself: nobody is left out.
    for topic in topics().into_iter().filter(|topic| !topic.core) {
        let model = model([Action::Show(View::Topic(topic.id))]);
        for section in &page(&model).sections {
            let cell = section.cell.as_ref().unwrap();
            let speaks = !said(section.id, topic.id).is_empty();
            let silent = naive::silence(instrument(section.id), topic.id).is_some();
            assert_eq!(cell.not_assessed, !speaks && !silent, "{} on {}", section.id, topic.id);
        }
    }
}

#[test]
fn all_that_is_said_stands_open() {
    for topic in topic_ids() {
        let model = model([Action::Show(View::Topic(topic))]);
        for section in &page(&model).sections {
            let cell = section.cell.as_ref().unwrap();
            let mut shown: Vec<_> = cell.provisions.iter().map(|entry| entry.provision.id).collect();
            let mut expected: Vec<_> = said(section.id, topic).iter().map(|one| one.id).collect();
            assert!(cell.more.is_empty() && cell.more_title.is_empty());
            shown.sort_unstable();
            expected.sort_unstable();
            assert_eq!(shown, expected, "{} on {topic}", section.id);
        }
    }
}

#[test]
fn what_filters_leave_is_what_stands_in_the_table() {
    let filters = || [search("support"), Action::Choose(Facet::Forces, vec!["obligation"]), columns(&instrument_ids())];
    let page_model = model(filters().into_iter().chain([Action::Show(View::Topic("medical-care"))]));
    let table_model = model(filters());
    for section in &page(&page_model).sections {
        let in_table: Vec<_> =
            cell(&table_model, "medical-care", section.id).entries().map(|entry| entry.provision.id).collect();
        let in_page: Vec<_> = section.cell.as_ref().unwrap().entries().map(|entry| entry.provision.id).collect();
        assert_eq!(in_page, in_table, "{}", section.id);
        assert!(!in_page.is_empty());
    }
    assert!(!page(&page_model).sections.is_empty());
}
