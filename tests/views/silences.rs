//! Where instruments are silent, or not assessed.

use super::*;

/// An instrument with the topics it is silent on, each with how far and the names of the others that speak.
type Gaps = Vec<(&'static str, Vec<(&'static str, Extent, Vec<&'static str>)>)>;

fn naive_gaps(query: &Query) -> Gaps {
    let columns = naive::columns(query);
    let answers = naive::answers();
    let gaps = columns.iter().map(|id| {
        let of_topic = |topic: &'static str| {
            let silence = answers.iter().find(|answer| {
                let is_silence = matches!(answer.what, naive::What::Silence(silence) if silence.topic == topic);
                answer.instrument.id == *id && is_silence
            })?;
            let naive::What::Silence(extent) = silence.what else { return None };
            let others = columns.iter().filter(|other| *other != id && naive::speaks(instrument(other), topic));
            let names: Vec<_> = others.map(|other| instrument(other).name).collect();
            let told = !silence.shown(query, &columns).is_empty() && !names.is_empty();
            told.then_some((topic, extent.extent, names))
        };
        (*id, topic_ids().into_iter().filter_map(of_topic).collect::<Vec<_>>())
    });
    gaps.filter(|(_, topics)| !topics.is_empty()).collect()
}

fn told(model: &ViewModel) -> Vec<(&'static str, Vec<(At, String)>)> {
    let sections = page(model).sections.iter();
    sections
        .map(|section| {
            let lines = section.lines.iter().map(|line| match line.command.action {
                Action::GoTo(Some(at)) => (at, line.text.clone()),
                ref other => panic!("{other:?}"),
            });
            (section.id, lines.collect())
        })
        .collect()
}

fn expected(query: &Query) -> Vec<(&'static str, Vec<(At, String)>)> {
    let line = |id, (topic, extent, names): &(&'static str, Extent, Vec<&str>)| {
        let template = if *extent == Extent::Silent { ENGLISH.others_speak } else { ENGLISH.others_speak_partial };
        (At::Cell(id, topic), fill(template, &[("names", &names.join(", "))]))
    };
    let gaps = naive_gaps(query).into_iter();
    gaps.map(|(id, topics)| (id, topics.iter().map(|topic| line(id, topic)).collect())).collect()
}

#[test]
fn every_checked_silence_while_others_speak_is_told() {
    let query = after([Action::Show(View::Gaps)]);
    assert_eq!(told(&shown(&query)), expected(&query));
    assert_eq!(section_ids(&shown(&query)).len(), 6, "six were read for silences");
}

#[test]
fn an_instrument_that_touches_a_topic_is_not_among_the_others() {
    let model = model([columns(&["mine-ban-convention", "crpd"]), Action::Show(View::Gaps)]);
    for section in &page(&model).sections {
        let name = instrument(section.id).name;
        assert!(section.lines.iter().all(|line| !line.text.contains(name)), "{name}");
    }
    let alone = support::model([columns(&["mine-ban-convention"]), Action::Show(View::Gaps)]);
    assert_eq!(section_ids(&alone), [""; 0]);
}

#[test]
fn what_nobody_has_read_is_no_silence() {
    let model = model([columns(&["oslo", "crpd"]), Action::Show(View::Gaps)]);
    assert_eq!(section_ids(&model), ["crpd"]);
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_filters_leave_the_silences_they_should(query in any_filtered_query()) {
        let query = reduce(&query, Action::Show(View::Gaps));
        prop_assert_eq!(told(&shown(&query)), expected(&query));
    }
}
