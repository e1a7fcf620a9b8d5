//! From the dataset to what is cited.

use victim_assistance_table::{
    dataset::{Basis, Fact, Instrument, InstrumentKind, Provision, Publication},
    locale::fill,
};

use super::{
    Citation, Citing, Kind, Series,
    date::Date,
    exact::{self, Beside, PageRange, TreatySeries, one_line},
};

/// The dataset leaves the language of words out where it is this one.
const USUAL_LANGUAGE: &str = "en";

impl Citation {
    /// An instrument as a whole.
    #[must_use]
    pub fn of_instrument(instrument: &Instrument, citing: &Citing) -> Self {
        let mut citation = Self::of_text(instrument, citing);
        citation.lead_to_official_page(instrument, citing);
        citation
    }

    /// What an instrument says in one place.
    #[must_use]
    pub fn of_provision(instrument: &Instrument, provision: &Provision, citing: &Citing) -> Self {
        let words = citing.locale.words();
        let mut citation = Self::of_text(instrument, citing);
        citation.key = key(&[instrument.id, provision.id]);
        citation.pinpoint = Some(one_line(provision.pinpoint));
        citation.language = provision.words.map(|_| one_line(provision.words_lang.unwrap_or(USUAL_LANGUAGE)));
        // Before all other remarks, so that whoever shortens a note keeps it.
        citation.remarks.insert(0, one_line(citing.words.cite_summary_is_not_the_text));
        match exact::address(provision.source) {
            Some(address) => citation.lead_to(address, citing),
            None => {
                citation.remark(words.source, provision.source, citing);
                citation.lead_to_official_page(instrument, citing);
            }
        }
        if provision.basis != Basis::WholeText {
            citation.remark(words.basis_class(provision.basis), provision.basis_words, citing);
        }
        if let Some(note) = provision.note {
            citation.remark(words.note, note, citing);
        }
        citation
    }

    /// What was written on victim assistance.
    #[must_use]
    pub fn of_publication(publication: &Publication, citing: &Citing) -> Self {
        let words = citing.locale.words();
        let mut citation = Self::new(Kind::Publication, key(&[publication.id]), publication.title, citing);
        citation.author = Some(one_line(publication.author));
        citation.venue = publication.venue.map(one_line);
        citation.issued = publication.year.and_then(|year| Date::new(year, citing.locale));
        citation.pages = publication.pages.and_then(PageRange::in_words);
        citation.doi = publication.doi.and_then(exact::doi).map(str::to_owned);
        if let Some(address) = publication.address.and_then(exact::address) {
            citation.lead_to(address, citing);
        }
        let in_words = [
            (words.year, publication.year.filter(|_| citation.issued.is_none())),
            (words.pages, publication.pages.filter(|_| citation.pages.is_none())),
            (words.doi, publication.doi.filter(|_| citation.doi.is_none())),
            (words.address, publication.address.filter(|_| citation.address.is_none())),
            (words.published_languages, publication.languages),
            (words.source, Some(publication.source).filter(|_| publication.address != Some(publication.source))),
            (words.note, publication.note),
        ];
        for (label, text) in in_words {
            if let Some(text) = text {
                citation.remark(label, text, citing);
            }
        }
        citation
    }

    /// An instrument, without saying where it can be read.
    fn of_text(instrument: &Instrument, citing: &Citing) -> Self {
        let words = citing.locale.words();
        let kind = match instrument.kind {
            InstrumentKind::Treaty | InstrumentKind::Protocol => Kind::Treaty,
            InstrumentKind::ActionPlan | InstrumentKind::Declaration => Kind::Plan,
        };
        let mut citation = Self::new(kind, key(&[instrument.id]), instrument.full_title, citing);
        citation.genre = Some(one_line(words.kind_name(instrument.kind)));
        citation.short_title = Some(one_line(instrument.short_title)).filter(|short| *short != citation.title);
        if let Some(adopted) = instrument.adopted {
            citation.was_adopted(&adopted, citing);
        }
        if let Some(in_force) = instrument.entry_into_force {
            let date = in_force.date.and_then(|date| Date::new(date, citing.locale));
            citation.in_force = Some(date.map_or_else(|| one_line(in_force.text), |date| date.words));
            citation.details.push(remark(words.entry_into_force, in_force.text, citing));
            citation.reservation(words.entry_into_force, &in_force, citing);
        }
        if let Some(registration) = instrument.registration {
            let place = TreatySeries::in_words(registration.text).map(Series::Unts);
            citation.series = place.or_else(|| Some(Series::Words(one_line(registration.text))));
            citation.details.push(remark(words.registration, registration.text, citing));
            citation.reservation(words.registration, &registration, citing);
        }
        citation
    }

    fn was_adopted(&mut self, adopted: &Fact, citing: &Citing) {
        let label = citing.locale.words().adopted;
        self.issued = adopted.date.and_then(|date| Date::new(date, citing.locale));
        let date = self.issued.as_ref().map(Date::in_dataset);
        match date.map_or(Beside::More, |date| exact::beside_date(adopted.text, &date)) {
            Beside::Nothing => {}
            Beside::Place(place) => self.place = Some(place.to_owned()),
            Beside::More => self.remark(label, adopted.text, citing),
        }
        self.reservation(label, adopted, citing);
    }

    fn lead_to_official_page(&mut self, instrument: &Instrument, citing: &Citing) {
        let label = citing.locale.words().address;
        let Some(page) = instrument.address else { return };
        match exact::address(page.text) {
            Some(address) => self.lead_to(address, citing),
            None => self.remark(label, page.text, citing),
        }
        self.reservation(label, &page, citing);
    }

    fn lead_to(&mut self, address: &str, citing: &Citing) {
        self.address = Some(address.to_owned());
        self.accessed = Date::new(citing.today, citing.locale);
    }

    /// What the reader must see with a fact.
    fn reservation(&mut self, label: &str, fact: &Fact, citing: &Citing) {
        if let Some(note) = fact.note {
            self.remark(label, note, citing);
        }
    }

    fn remark(&mut self, label: &str, text: &str, citing: &Citing) {
        self.remarks.push(remark(label, text, citing));
    }

    /// A work of which only the title is known, and in which edition of the dataset it stands.
    fn new(kind: Kind, key: String, title: &str, citing: &Citing) -> Self {
        Self {
            key,
            kind,
            genre: None,
            author: None,
            title: one_line(title),
            short_title: None,
            issued: None,
            place: None,
            in_force: None,
            series: None,
            pinpoint: None,
            venue: None,
            pages: None,
            doi: None,
            language: None,
            address: None,
            accessed: None,
            remarks: vec![edition(citing)],
            details: Vec::new(),
            words: citing.words,
        }
    }
}

/// In which edition of which table the facts stand.
fn edition(citing: &Citing) -> String {
    let address = citing.address.and_then(exact::address);
    let template = address.map_or(citing.words.cite_edition, |_| citing.words.cite_edition_at);
    let values = [
        ("table", citing.locale.words().title),
        ("version", citing.dataset.version),
        ("date", &citing.locale.date(citing.dataset.date)),
        ("address", address.unwrap_or_default()),
    ];
    one_line(&fill(template, &values))
}

fn remark(label: &str, text: &str, citing: &Citing) -> String {
    let text = match exact::address(text) {
        // A full stop right after it would be taken for a part of it.
        Some(address) => ["<", address, ">"].concat(),
        None => one_line(text),
    };
    let text = text.strip_suffix('.').unwrap_or(&text);
    one_line(&fill(citing.words.cite_remark, &[("label", label), ("text", text)]))
}

/// Ids as one: letters, digits and hyphens, which every style takes as a key.
fn key(ids: &[&str]) -> String {
    ids.join("-").chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '-' }).collect()
}
