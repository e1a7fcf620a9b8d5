//! Whether an instrument is in force on a day, as far as the dataset tells.

use vat_content::dataset::{Fact, Instrument, InstrumentKind, Status, Years};

const ON: &str = "2026-11-24";

const TREATY: Instrument = Instrument {
    id: "treaty",
    name: "Treaty",
    short_title: "Treaty",
    full_title: "Treaty on everything",
    also_known_as: &[],
    search_names: &[],
    kind: InstrumentKind::Treaty,
    binding: true,
    parent: None,
    adopted: None,
    opened_for_signature: None,
    entry_into_force: None,
    period: None,
    years: None,
    parties: None,
    depositary: None,
    languages: None,
    registration: None,
    address: None,
    further_facts: &[],
    note: None,
    provisions: &[],
    silences: &[],
};

const PLAN: Instrument = Instrument { kind: InstrumentKind::ActionPlan, binding: false, ..TREATY };

fn fact(date: Option<&'static str>) -> Option<Fact> {
    Some(Fact { text: "a fact", date, sources: &["A source"], note: None })
}

fn treaty_from(date: &'static str) -> Instrument {
    Instrument { entry_into_force: fact(Some(date)), ..TREATY }
}

fn plan_of(from: &'static str, until: &'static str) -> Instrument {
    Instrument { years: Some(Years { from, until }), ..PLAN }
}

#[test]
fn a_treaty_is_in_force_from_its_entry_into_force() {
    assert_eq!(treaty_from("2010-08-01").status(ON), Status::InForce);
    assert_eq!(treaty_from(ON).status(ON), Status::InForce);
    assert_eq!(treaty_from("2026-11-25").status(ON), Status::NotStated);
}

#[test]
fn a_date_is_compared_as_far_as_it_goes() {
    assert_eq!(treaty_from("2026").status(ON), Status::InForce);
    assert_eq!(treaty_from("2026-11").status(ON), Status::InForce);
    assert_eq!(treaty_from("2026-12").status(ON), Status::NotStated);
    assert_eq!(treaty_from("2027").status(ON), Status::NotStated);
    assert_eq!(treaty_from("2026-11-25").status("2026"), Status::InForce);
}

#[test]
fn a_treaty_without_a_date_is_not_stated() {
    assert_eq!(TREATY.status(ON), Status::NotStated);
    assert_eq!(Instrument { entry_into_force: fact(None), ..TREATY }.status(ON), Status::NotStated);
}

#[test]
fn a_plan_is_in_force_in_its_years_and_expired_after_them() {
    assert_eq!(plan_of("2021", "2026").status(ON), Status::InForce);
    assert_eq!(plan_of("2026", "2030").status(ON), Status::InForce);
    assert_eq!(plan_of("2020", "2025").status(ON), Status::Expired);
    assert_eq!(plan_of("2027", "2031").status(ON), Status::NotStated);
    assert_eq!(plan_of("2021", "2026").status("2026"), Status::InForce);
    assert_eq!(plan_of("2021", "2026").status("2027-01-01"), Status::Expired);
}

#[test]
fn a_plan_without_years_is_not_stated() {
    assert_eq!(PLAN.status(ON), Status::NotStated);
    assert_eq!(Instrument { period: fact(Some("2010")), ..PLAN }.status(ON), Status::NotStated);
}

#[test]
fn what_does_not_bind_does_not_enter_into_force() {
    let declaration = Instrument { binding: false, kind: InstrumentKind::Declaration, ..treaty_from("2022") };
    assert_eq!(declaration.status(ON), Status::NotStated);
}

#[test]
fn no_day_tells_nothing_of_a_plan() {
    assert_eq!(plan_of("2021", "2026").status(""), Status::NotStated);
}

#[test]
fn every_status_has_a_name_of_its_own() {
    assert_eq!(Status::NAMED.map(|(name, _)| name), ["in-force", "expired", "not-stated"]);
    assert_eq!(Status::NAMED.map(|(_, status)| status), [Status::InForce, Status::Expired, Status::NotStated]);
}

#[test]
fn the_year_is_that_of_adoption() {
    for date in ["1997", "1997-09", "1997-09-18"] {
        assert_eq!(Instrument { adopted: fact(Some(date)), ..TREATY }.year(), Some("1997"));
    }
    assert_eq!(Instrument { adopted: fact(None), ..TREATY }.year(), None);
    assert_eq!(TREATY.year(), None);
}
