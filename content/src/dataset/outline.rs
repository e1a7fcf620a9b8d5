use super::{Dataset, Fact, Instrument, Provision, Silence, Topic, TopicGroup};

impl Dataset {
    /// The same with only what a first table shows and counts: everything that stands behind a disclosure, is only
    /// searched, or is said by an instrument that is not shown first, is empty.
    #[must_use]
    pub fn outline(&self) -> Self {
        Self {
            instruments: of_each(self.instruments, |one| one.outline(self.shown_first.contains(&one.id))),
            groups: of_each(self.groups, |group| TopicGroup {
                topics: of_each(group.topics, Topic::outline),
                ..*group
            }),
            ..*self
        }
    }
}

impl Instrument {
    fn outline(&self, is_shown: bool) -> Self {
        Self {
            short_title: if is_shown { self.short_title } else { "" },
            full_title: "",
            also_known_as: &[],
            search_names: &[],
            parent: None,
            adopted: self.adopted.map(day),
            opened_for_signature: None,
            entry_into_force: self.entry_into_force.map(day),
            period: None,
            parties: None,
            depositary: None,
            languages: None,
            registration: None,
            address: None,
            further_facts: &[],
            note: None,
            provisions: of_each(self.provisions, |provision| provision.outline(is_shown)),
            silences: if is_shown { of_each(self.silences, Silence::outline) } else { &[] },
            ..*self
        }
    }
}

impl Provision {
    const fn outline(&self, is_shown: bool) -> Self {
        Self {
            pinpoint: if is_shown { self.pinpoint } else { "" },
            summary: if is_shown { self.summary } else { "" },
            verb: "",
            duty_bearer_words: "",
            words: None,
            words_lang: None,
            basis_words: "",
            source: "",
            checked: "",
            note: None,
            ..*self
        }
    }
}

impl Silence {
    const fn outline(&self) -> Self {
        Self { how: "", note: None, source: "", checked: "", ..*self }
    }
}

impl Topic {
    const fn outline(&self) -> Self {
        Self { also: &[], ..*self }
    }
}

/// Only the day of a fact.
const fn day(fact: Fact) -> Fact {
    Fact { text: "", sources: &[], note: None, ..fact }
}

/// A dataset lives as long as the program.
fn of_each<T>(all: &[T], outline: impl Fn(&T) -> T) -> &'static [T] {
    all.iter().map(outline).collect::<Vec<_>>().leak()
}
