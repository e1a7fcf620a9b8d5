//! What is shown in the states a reader can meet.

use vat_export::{
    file::{Block, Entry, Report},
    shown::Shown,
    words::ENGLISH,
};
use victim_assistance_table::native_locale::NativeLocale;

type Asked = &'static [(&'static str, &'static str)];

pub const DIFFERENCES: Asked = &[("view", "differences"), ("pair", "cluster-munitions tpnw")];

/// Names and attributes.
pub const STATES: [(&str, Asked); 16] = [
    ("default", &[]),
    (
        "sixteen-instruments",
        &[(
            "instruments",
            "amended-protocol-ii mine-ban-convention protocol-v crpd cluster-munitions tpnw nairobi protocol-v-plan \
             cartagena vientiane maputo dubrovnik oslo lausanne siem-reap-angkor ewipa",
        )],
    ),
    ("one-topic", &[("topics", "accessibility")]),
    ("differences", DIFFERENCES),
    ("one-provision", &[("instruments", "crpd"), ("topics", "education"), ("search", "\"close to home\"")]),
    ("nothing", &[("search", "zeppelin")]),
    ("largest-text", &[("text-size", "4")]),
    (
        "sorted-and-pinned",
        &[("instruments", "cluster-munitions oslo crpd"), ("order", "crpd-descending"), ("pinned", "crpd")],
    ),
    ("organisations", &[("view", "organisations")]),
    ("publications", &[("view", "publications")]),
    ("overview", &[("view", "overview")]),
    ("gaps", &[("view", "gaps")]),
    ("transposed", &[("view", "transposed")]),
    ("topic", &[("view", "topic:medical-care")]),
    ("time", &[("view", "time:medical-care")]),
    ("instrument", &[("view", "instrument:protocol-v")]),
];

/// Hands on what these attributes ask for.
pub fn shown_in(asked: &[(&str, &str)], use_it: impl FnOnce(&Shown)) {
    let locale = NativeLocale::english().unwrap();
    let address = Some("https://example.org/page#va=1".to_owned());
    use_it(&Shown::new(asked.iter().copied(), None, &locale, &ENGLISH, address, "2026-11-24".to_owned()));
}

/// Words, wherever lines and cells begin and end.
pub fn words_of(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// All texts of a report in reading order. In a text document the numbers of sources are texts.
pub fn flat(report: &Report, numbered: bool) -> String {
    let mut texts = vec![report.title.clone()];
    texts.extend(report.front.iter().flat_map(|(label, value)| [label.clone(), value.clone()]));
    texts.push(report.notice.clone());
    let entry = |texts: &mut Vec<String>, Entry { lead, texts: own }: &Entry| {
        texts.push(lead.clone());
        texts.extend(own.iter().cloned());
    };
    for block in &report.body {
        match block {
            Block::Heading(_, text) | Block::Text(text) => texts.push(text.clone()),
            Block::List(entries) => entries.iter().for_each(|one| entry(&mut texts, one)),
            Block::Table(table) => {
                texts.push(table.caption.clone());
                table.heads.iter().for_each(|one| entry(&mut texts, one));
                for group in &table.groups {
                    texts.push(group.title.clone());
                    for row in &group.rows {
                        entry(&mut texts, &row.head);
                        row.cells.iter().flatten().for_each(|one| entry(&mut texts, one));
                    }
                }
            }
        }
    }
    if !report.sources.is_empty() {
        texts.push(report.sources_title.clone());
    }
    for (at, source) in report.sources.iter().enumerate() {
        texts.extend(numbered.then(|| format!("[{}]", at + 1)));
        texts.push(source.clone());
    }
    texts.join("\n")
}
