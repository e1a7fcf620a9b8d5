//! How it is written into attributes, and read from them.

use super::*;

/// What is asked for by the attributes alone.
fn read(attributes: &[(Attribute, Option<String>)]) -> Query {
    after(attributes.iter().map(|(attribute, value)| {
        let (action, unknown) = attribute.read(value.as_deref(), dataset());
        assert!(unknown.is_empty(), "{unknown:?}");
        action
    }))
}

fn unknown(attribute: Attribute, value: &str) -> Vec<String> {
    attribute.read(Some(value), dataset()).1.into_iter().map(|unknown| unknown.value).collect()
}

#[test]
fn a_usual_query_needs_no_attribute() {
    let query = Query::new();
    for attribute in Attribute::ALL {
        assert_eq!(attribute.write(&query, &query, dataset()), None);
        assert_eq!(after([attribute.read(None, dataset()).0]), query);
    }
}

#[test]
fn each_attribute_writes_what_it_asks_for() {
    let query = after([
        Action::Show(View::Topic("education")),
        columns(&["oslo", "crpd"]),
        only_topics(&["reporting", "education"]),
        Action::Choose(Facet::Forces, vec!["encouragement", "obligation"]),
        Action::Choose(Facet::DutyBearers, vec!["every-party"]),
        Action::Choose(Facet::Kinds, vec!["treaty", "action-plan"]),
        Action::Choose(Facet::Statuses, vec!["in-force"]),
        Action::Choose(Facet::Answers, vec!["silent"]),
        search("artificial limbs"),
        Action::Order(Order::Force("crpd", Direction::Descending)),
        Action::Pin(Some("crpd")),
        Action::Pair(Some(["tpnw", "ewipa"])),
        Action::Collect(At::Provision("crpd", "art-25-b")),
        Action::Collect(At::Cell("mine-ban-convention", "education")),
        Action::OnlyCollected(true),
        Action::TextSize(TextSize::Third),
        Action::Reading(Reading::default().with("font-serif").with("spacing-wide")),
    ]);
    let query = Query { at: Some(At::Cell("crpd", "education")), ..query };
    let usual = Query::new();
    let written = Attribute::ALL.map(|attribute| {
        let value = attribute.write(&query, &usual, dataset()).unwrap();
        (attribute.name(), value)
    });
    assert_eq!(
        written.each_ref().map(|(name, value)| (*name, value.as_str())),
        [
            ("view", "topic:education"),
            ("instruments", "oslo crpd"),
            ("topics", "education reporting"),
            ("forces", "obligation encouragement"),
            ("duty-bearers", "every-party"),
            ("kinds", "treaty action-plan"),
            ("statuses", "in-force"),
            ("answers", "silent"),
            ("search", "artificial limbs"),
            ("order", "crpd-descending"),
            ("pinned", "crpd"),
            ("pair", "tpnw ewipa"),
            ("collected", "crpd/art-25-b mine-ban-convention/topic/education"),
            ("only", "collected"),
            ("at", "crpd/topic/education"),
            ("text-size", "3"),
            ("reading", "spacing-wide font-serif"),
        ]
    );
}

#[test]
fn names_in_html_and_in_javascript_are_fixed() {
    let names = Attribute::ALL.map(Attribute::name);
    let fixed = [
        "view",
        "instruments",
        "topics",
        "forces",
        "duty-bearers",
        "kinds",
        "statuses",
        "answers",
        "search",
        "order",
        "pinned",
        "pair",
        "collected",
        "only",
        "at",
        "text-size",
        "reading",
    ];
    assert_eq!(names, fixed);
    for attribute in Attribute::ALL {
        let property = match attribute.name() {
            "duty-bearers" => "dutyBearers",
            "text-size" => "textSize",
            name => name,
        };
        assert_eq!(attribute.property(), property);
        assert_eq!(Attribute::from_name(attribute.name()), Some(attribute));
    }
    assert_eq!(Attribute::from_name("textSize"), None);
}

#[test]
fn any_white_space_separates_ids() {
    let (action, unknown) = Attribute::Facet(Facet::Topics).read(Some("  education\n\treporting "), dataset());
    assert_eq!(action, only_topics(&["education", "reporting"]));
    assert_eq!(unknown, []);
}

#[test]
fn what_is_not_understood_is_named_and_the_rest_is_taken() {
    let (action, unknown) = Attribute::Instruments.read(Some("oslo CRPD crpd oslo ottawa"), dataset());
    assert_eq!(action, columns(&["oslo", "crpd"]));
    let values: Vec<_> = unknown.iter().map(|unknown| unknown.value.as_str()).collect();
    assert_eq!(values, ["CRPD", "ottawa"]);
    assert_eq!(
        unknown[0].to_string(),
        format!("instruments=\"CRPD\" is not understood and is ignored; use one of: {}", instrument_ids().join(" "))
    );
}

#[test]
fn where_no_instrument_is_understood_the_usual_ones_are_shown() {
    let (action, unknown) = Attribute::Instruments.read(Some("ottawa"), dataset());
    assert_eq!(action, Action::Instruments(None));
    assert_eq!(unknown.len(), 1);
    // None at all is what a reader may choose.
    assert_eq!(Attribute::Instruments.read(Some(" "), dataset()), (columns(&[]), vec![]));
}

#[test]
fn each_facet_understands_its_values_and_no_others() {
    for facet in Facet::ALL {
        let values = facet.values(dataset());
        let (action, problems) = Attribute::Facet(facet).read(Some(&values.join(" ")), dataset());
        assert_eq!((action, problems), (Action::Choose(facet, values), vec![]));
        assert_eq!(unknown(Attribute::Facet(facet), "zeppelin"), ["zeppelin"]);
    }
    assert_eq!(Facet::Forces.values(dataset())[..2], ["obligation", "qualified-obligation"]);
    assert_eq!(Facet::Answers.values(dataset()), ["provision", "silent", "partial", "not-assessed"]);
    assert_eq!(Facet::Statuses.values(dataset()), ["in-force", "expired", "not-stated"]);
}

#[test]
fn a_pair_is_two_different_instruments() {
    let read = |value| Attribute::Pair.read(Some(value), dataset());
    assert_eq!(read("oslo crpd"), (Action::Pair(Some(["oslo", "crpd"])), vec![]));
    assert_eq!(read(""), (Action::Pair(None), vec![]));
    for value in ["crpd", "crpd crpd", "crpd oslo ewipa"] {
        assert_eq!(read(value).0, Action::Pair(None), "{value}");
        assert_eq!(unknown(Attribute::Pair, value), [value]);
    }
    assert_eq!(unknown(Attribute::Pair, "ottawa oslo"), ["ottawa oslo"]);
}

#[test]
fn a_text_size_is_a_number_from_1_to_4() {
    for (value, size) in
        [("1", TextSize::First), ("2", TextSize::Second), ("3", TextSize::Third), ("4", TextSize::Fourth)]
    {
        assert_eq!(Attribute::TextSize.read(Some(value), dataset()), (Action::TextSize(size), vec![]));
    }
    for value in ["0", "5", "01", "large", " 2"] {
        assert_eq!(unknown(Attribute::TextSize, value), [value]);
        assert_eq!(Attribute::TextSize.read(Some(value), dataset()).0, Action::TextSize(TextSize::First));
    }
    assert_eq!(unknown(Attribute::TextSize, ""), [""; 0]);
    assert_eq!(
        Attribute::TextSize.read(Some("5"), dataset()).1[0].to_string(),
        "text-size=\"5\" is not understood and is ignored; use one of: 1 2 3 4"
    );
}

#[test]
fn a_reading_holds_one_word_of_each_aspect() {
    let read = |value| Attribute::Reading.read(Some(value), dataset());
    let written = |value| match read(value) {
        (Action::Reading(reading), unknown) => (reading.value(), unknown.len()),
        other => panic!("{other:?}"),
    };
    assert_eq!(written("font-serif spacing-wide"), ("spacing-wide font-serif".to_owned(), 0));
    assert_eq!(written("width-80 width-60"), ("width-60".to_owned(), 0));
    assert_eq!(written(""), (String::new(), 0));
    assert_eq!(written("font contrast-more loud"), ("contrast-more".to_owned(), 2));
    assert_eq!(Reading::default().with("font-sans").with("font"), Reading::default());
}

#[test]
fn text_sizes_are_100_125_150_and_200_percent() {
    assert_eq!(TextSize::ALL.map(TextSize::percent), [100, 125, 150, 200]);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_query_is_read_as_it_was_written(query in any_query()) {
        let usual = Query::new();
        let written = Attribute::ALL.map(|attribute| (attribute, attribute.write(&query, &usual, dataset())));
        prop_assert_eq!(Query { room: query.room, ..read(&written) }, query);
    }

    #[test]
    fn any_value_is_read_without_panic_and_every_part_is_taken_or_named(value in any::<String>()) {
        for attribute in [Attribute::Instruments].into_iter().chain(Facet::ALL.map(Attribute::Facet)) {
            prop_assert_eq!(unknown(attribute, &value).len(), value.split_whitespace().count());
        }
        for attribute in [Attribute::View, Attribute::Order, Attribute::Pinned, Attribute::At, Attribute::TextSize] {
            if attribute != Attribute::TextSize || !["1", "2", "3", "4"].contains(&value.as_str()) {
                prop_assert_eq!(unknown(attribute, &value).len(), usize::from(!value.is_empty()));
            }
        }
        prop_assert_eq!(Attribute::Search.read(Some(&value), dataset()), (Action::Search(value.clone()), vec![]));
    }
}
