//! Files are read back by other libraries, and hold what is shown, whatever the texts are.
//!
//! `UPDATE_GOLDEN=1 cargo test -p vat-export --test files` rewrites the files in `tests/golden`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is how a test fails")]

#[path = "files/hostile.rs"]
mod hostile;
#[path = "files/readers.rs"]
mod readers;
#[path = "files/shown.rs"]
mod shown;

use std::{collections::BTreeSet, env, fs, path::Path};

use readers::{Markdown, csv_rows, document, markdown, workbook};
use serde_json::Value;
use shown::{DIFFERENCES, STATES, flat, shown_in, words_of};
use vat_export::{
    file::{Block, Entry, Format, Report, file, file_name},
    records::Records,
};
use victim_assistance_table::{
    dataset::{DATASET, REFERENCE},
    view_model::{Content, ViewModel},
};

/// Texts of a cell of the view model, straight from it: pinpoints, or the words that stand for an answer.
fn answers(model: &ViewModel) -> Vec<String> {
    let table = model.table().unwrap();
    let cells = table.groups.iter().filter(|group| !group.hidden).flat_map(|group| &group.rows);
    cells
        .filter(|row| !row.hidden)
        .flat_map(|row| row.cells.iter())
        .flat_map(|cell| {
            let pinpoints = cell.entries().map(|entry| entry.provision.pinpoint.to_owned());
            let not_matching = (!cell.not_matching.is_empty()).then(|| cell.not_matching.clone());
            let silence = cell.silence.iter().map(|silence| model.words.extent(silence.silence.extent).to_owned());
            let not_assessed = cell.not_assessed.then(|| model.words.not_assessed.to_owned());
            pinpoints.chain(not_matching).chain(silence).chain(not_assessed).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn records_are_the_answers_shown_in_their_order() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let is_of_instruments = shown.model.table().is_some() && !name.contains("organisations");
            if !is_of_instruments {
                return;
            }
            let records = Records::new(shown);
            let told: Vec<_> = records
                .rows
                .iter()
                .map(|row| if row[4].is_empty() { row[3].clone() } else { row[4].clone() })
                .collect();
            assert_eq!(told, answers(&shown.model), "{name}");
        });
    }
}

#[test]
fn one_provision_is_one_record() {
    let one = STATES.iter().find(|(name, _)| *name == "one-provision").unwrap().1;
    shown_in(one, |shown| assert_eq!(Records::new(shown).rows.len(), 1));
}

#[test]
fn every_view_gives_records_unless_nothing_is_shown() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let records = Records::new(shown);
            assert_eq!(records.rows.is_empty(), shown.model.nothing.is_some(), "{name}");
            for row in &records.rows {
                assert_eq!(row.len(), records.headers.len(), "{name}");
                assert_eq!(row.last().unwrap(), DATASET.version);
            }
        });
    }
}

#[test]
fn records_of_other_views_are_what_those_show() {
    shown_in(&[("view", "organisations")], |shown| {
        let table = shown.model.table().unwrap();
        let rows = table.rows().filter(|row| !row.hidden);
        let said: Vec<_> = rows.flat_map(|row| row.cells.iter()).flat_map(|cell| &cell.statements).collect();
        let records: Vec<_> = Records::new(shown).rows.into_iter().map(|row| row[3].clone()).collect();
        assert_eq!(records.iter().map(|one| one.as_str()).collect::<Vec<_>>(), said);
    });
    shown_in(&[("view", "publications")], |shown| {
        let records = Records::new(shown);
        let titles: Vec<_> = records.rows.iter().map(|row| row[0].as_str()).collect();
        let background = REFERENCE.background.iter().map(|one| one.title);
        let known: Vec<_> = background.chain(REFERENCE.publications.iter().map(|one| one.title)).collect();
        assert_eq!(titles, known);
        let author = records.rows.iter().map(|row| row[1].as_str()).filter(|author| !author.is_empty());
        assert_eq!(author.collect::<Vec<_>>(), REFERENCE.publications.iter().map(|one| one.author).collect::<Vec<_>>());
    });
    shown_in(&[("view", "gaps")], |shown| {
        let Content::Page(page) = &shown.model.content else { panic!() };
        let lines: Vec<_> = page.sections.iter().flat_map(|section| &section.lines).map(|line| &line.text).collect();
        let records = Records::new(shown);
        assert_eq!(records.rows.iter().map(|row| &row[9]).collect::<Vec<_>>(), lines);
        assert!(records.rows.iter().all(|row| !row[13].is_empty() && !row[14].is_empty()));
    });
    shown_in(&[("view", "instrument:protocol-v")], |shown| {
        let protocol = DATASET.instrument("protocol-v").unwrap();
        let records = Records::new(shown);
        assert_eq!(records.rows.len(), protocol.provisions.len() + protocol.silences.len());
    });
    shown_in(&[("view", "overview")], |shown| {
        let marks = DATASET.instruments.len() * DATASET.topics().count();
        assert_eq!(Records::new(shown).rows.len(), marks);
    });
}

#[test]
fn csv_is_read_back() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let bytes = file(shown, Format::Csv).unwrap();
            let text = String::from_utf8(bytes.clone()).unwrap();
            assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{name}");
            let records = Records::new(shown);
            let known: Vec<_> = std::iter::once(records.headers).chain(records.rows).collect();
            assert_eq!(csv_rows(&bytes), known, "{name}");
        });
    }
}

/// Ids in a list of objects.
fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

fn whole_dataset() -> Value {
    serde_json::to_value(vat_content::Published { dataset: *DATASET, reference: *REFERENCE }).unwrap()
}

#[test]
fn json_is_a_dataset_of_what_is_shown() {
    let whole = whole_dataset();
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let json: Value = serde_json::from_slice(&file(shown, Format::Json).unwrap()).unwrap();
            let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(&json), keys(&whole), "{name}");
            let instruments = ids(&json["instruments"]);
            assert_eq!(texts(&json["shown_first"]), instruments);
            let topics: Vec<_> =
                json["groups"].as_array().unwrap().iter().flat_map(|group| ids(&group["topics"])).collect();
            let unlike = |one: &Value, other: &Value| -> Vec<String> {
                assert_eq!(keys(one), keys(other));
                keys(one).into_iter().filter(|key| one[key] != other[key]).collect()
            };
            let mut provisions = 0;
            for one in json["instruments"].as_array().unwrap() {
                let of = |list: &Value| {
                    list.as_array().unwrap().iter().find(|other| other["id"] == one["id"]).cloned().unwrap()
                };
                let original = of(&whole["instruments"]);
                assert!(
                    unlike(one, &original).iter().all(|key| ["provisions", "silences", "parent"].contains(&&**key))
                );
                let parent = one["parent"].as_str();
                assert!(
                    parent.and_then(|id| DATASET.instrument(id)).is_none_or(|parent| instruments.contains(&parent.id))
                );
                for provision in one["provisions"].as_array().unwrap() {
                    provisions += 1;
                    let all = original["provisions"].as_array().unwrap();
                    let original = all.iter().find(|other| other["id"] == provision["id"]).unwrap();
                    assert!(unlike(provision, original).iter().all(|key| key == "topics"));
                    let own = texts(&provision["topics"]);
                    assert!(!own.is_empty() && own.iter().all(|topic| topics.contains(topic)), "{name}");
                }
                for silence in one["silences"].as_array().unwrap() {
                    assert!(original["silences"].as_array().unwrap().contains(silence));
                    assert!(topics.contains(&silence["topic"].as_str().unwrap()), "{name}");
                }
            }
            for list in ["publications", "background"] {
                for one in json[list].as_array().unwrap() {
                    assert!(whole[list].as_array().unwrap().contains(one));
                    let about = if list == "publications" { "about" } else { "instruments" };
                    assert!(texts(&one[about]).iter().all(|id| instruments.contains(id)), "{name}");
                }
            }
            if let Some(table) = shown.model.table().filter(|_| !name.contains("organisations")) {
                let rows = table.rows().filter(|row| !row.hidden);
                let known: BTreeSet<_> = rows.flat_map(|row| row.provisions()).map(std::ptr::from_ref).collect();
                assert_eq!(provisions, known.len(), "{name}");
            }
        });
    }
}

#[test]
fn json_is_valid_by_the_published_schema() {
    let schema = include_str!("../../content/tests/golden/dataset.schema.json");
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&serde_json::from_str(schema).unwrap()).unwrap();
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let json: Value = serde_json::from_slice(&file(shown, Format::Json).unwrap()).unwrap();
            let wrong: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
            assert_eq!(wrong, [""; 0], "{name}");
        });
    }
}

#[test]
fn json_is_in_the_order_shown() {
    shown_in(&[("instruments", "oslo crpd"), ("topics", "education"), ("pinned", "crpd")], |shown| {
        let json: Value = serde_json::from_slice(&file(shown, Format::Json).unwrap()).unwrap();
        assert_eq!(ids(&json["instruments"]), ["crpd", "oslo"]);
        assert_eq!(json["groups"].as_array().unwrap().len(), 1);
        assert_eq!(ids(&json["groups"][0]["topics"]), ["education"]);
    });
}

#[test]
fn json_of_the_other_views_holds_what_they_show() {
    let json = |asked: &[(&'static str, &'static str)]| {
        let mut json = Value::Null;
        shown_in(asked, |shown| json = serde_json::from_slice(&file(shown, Format::Json).unwrap()).unwrap());
        json
    };
    let whole = whole_dataset();
    assert_eq!(json(&[("view", "publications")])["publications"], whole["publications"]);
    assert_eq!(json(&[("view", "publications")])["background"], whole["background"]);
    assert_eq!(json(&[("view", "organisations")])["organisations"], whole["organisations"]);
    assert_eq!(json(&[])["organisations"], Value::Array(Vec::new()));
    let overview = json(&[("view", "overview")]);
    assert_eq!(overview["instruments"].as_array().unwrap().len(), DATASET.instruments.len());
    let searched = json(&[("view", "organisations"), ("search", "rehabilitation")]);
    let statements =
        searched["organisations"].as_array().unwrap().iter().flat_map(|one| one["statements"].as_array().unwrap());
    assert!(statements.count() > 0);
}

#[test]
fn markdown_is_read_back() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let bytes = file(shown, Format::Markdown).unwrap();
            let Markdown { rows, texts, html } = markdown(&String::from_utf8(bytes).unwrap());
            let report = Report::new(shown);
            assert_eq!(rows, readers::markdown_table(&report), "{name}");
            assert!(html.iter().all(|tag| tag == "<br>"), "{name}");
            assert_eq!(words_of(&texts), words_of(&flat(&report, false)), "{name}");
        });
    }
}

#[test]
fn spreadsheets_are_read_back() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let sheets = workbook(file(shown, Format::Spreadsheet).unwrap());
            let report = Report::new(shown);
            let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
            let expected =
                if report.table().is_some() { &["Table", "Records", "About"][..] } else { &["Records", "About"] };
            assert_eq!(names, expected, "{name}");
            let sheet = |name: &str| &sheets.iter().find(|(other, _)| other == name).unwrap().1;
            let records = Records::new(shown);
            let known: Vec<_> = std::iter::once(records.headers).chain(records.rows).collect();
            assert_eq!(*sheet("Records"), known, "{name}");
            let about = sheet("About").concat().join("\n");
            assert!(report.front.iter().all(|(label, value)| about.contains(label) && about.contains(value)));
            assert!(about.contains(&report.notice));
            if let Some(table) = report.table() {
                let told: String = sheet("Table").concat().concat();
                for group in &table.groups {
                    for row in &group.rows {
                        assert!(told.contains(&row.head.lead));
                        let texts = row.cells.iter().flatten().flat_map(|entry| &entry.texts);
                        assert!(texts.into_iter().all(|text| told.contains(text.as_str())), "{name}");
                    }
                }
            }
        });
    }
}

#[test]
fn text_documents_are_read_back() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let document = document(file(shown, Format::Document).unwrap());
            let report = Report::new(shown);
            assert_eq!(words_of(&document.texts_without_sets(&report)), words_of(&flat(&report, true)), "{name}");
            let tables = document.tables;
            if let Some(table) = report.table() {
                assert!(tables.iter().all(|table| table.repeats_head), "{name}");
                let columns: usize = tables.iter().map(|table| table.rows[0].len() - 1).sum();
                assert_eq!(columns, table.heads.len() - 1, "{name}");
                let rows: usize =
                    table.groups.iter().map(|group| group.rows.len() + usize::from(!group.title.is_empty())).sum();
                assert!(tables.iter().all(|table| table.rows.len() == rows + 1), "{name}");
            }
            assert!(document.parts["word/styles.xml"].contains("<w:lang w:val=\"en\"/>"));
            assert!(document.parts["docProps/core.xml"].contains("<dc:language>en</dc:language>"));
            assert!(document.parts["word/document.xml"].contains("w:orient=\"landscape\""));
            assert!(document.parts["docProps/core.xml"].contains(&report.title));
        });
    }
}

#[test]
fn another_reader_of_text_documents_finds_the_tables() {
    let all = STATES.iter().find(|(name, _)| *name == "sixteen-instruments").unwrap().1;
    for (asked, expected) in [(&[][..], 1), (all, 4), (&[("view", "topic:medical-care")], 0)] {
        shown_in(asked, |shown| {
            let document = docx_rs::read_docx(&file(shown, Format::Document).unwrap()).unwrap();
            let children = document.document.children;
            let tables = children.iter().filter(|child| matches!(child, docx_rs::DocumentChild::Table(_)));
            assert_eq!(tables.count(), expected);
        });
    }
}

#[test]
fn large_text_is_large_print_in_a_text_document() {
    let size = |asked| {
        let mut size = String::new();
        shown_in(asked, |shown| {
            let styles = document(file(shown, Format::Document).unwrap()).parts["word/styles.xml"].clone();
            styles.split("<w:sz w:val=\"").nth(1).unwrap().split('"').next().unwrap().clone_into(&mut size);
        });
        size
    };
    assert_eq!([size(&[]), size(&[("text-size", "4")])], ["18", "36"]);
}

#[test]
fn every_report_says_what_it_is() {
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            let report = Report::new(shown);
            let front: Vec<_> = report.front.iter().map(|(_, value)| value.as_str()).collect();
            for told in [&shown.model.status, &shown.model.edition, "24 November 2026", "https://example.org/page#va=1"]
            {
                assert!(front.contains(&told), "{name}: {told}");
            }
            let chips: Vec<_> = shown.model.chips.iter().map(|chip| chip.label.as_str()).collect();
            assert!(front.iter().any(|value| chips.iter().all(|chip| value.contains(chip))), "{name}");
            assert!(!report.title.is_empty() && report.notice.contains("not the text"));
        });
    }
}

#[test]
fn words_that_differ_stand_in_brackets() {
    shown_in(DIFFERENCES, |shown| {
        let report = Report::new(shown);
        assert!(flat(&report, false).contains("[only here: "));
        let Block::Table(table) = &report.body[0] else { panic!() };
        assert!(table.caption.contains("brackets") && !table.caption.contains("struck"));
    });
}

#[test]
fn sources_have_numbers() {
    shown_in(&[("topics", "education"), ("instruments", "crpd")], |shown| {
        let report = Report::new(shown);
        let Entry { texts, .. } = &report.table().unwrap().groups[0].rows[0].cells[0][0];
        assert_eq!(texts[0], "Obligation [1]");
        assert_eq!(report.sources[0], DATASET.instrument("crpd").unwrap().provisions[0].source);
    });
}

#[test]
fn kinds_of_files_have_names() {
    shown_in(&[], |shown| {
        for format in Format::ALL {
            assert_eq!(Format::from_id(format.id()), Some(format));
            assert!(!format.label(shown.words).is_empty());
            assert_eq!(
                file_name(shown, format.extension()),
                format!("victim-assistance-2026-11-24.{}", format.extension())
            );
        }
    });
}

#[test]
fn files_look_as_they_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let asked = [("topics", "education accessibility"), ("instruments", "mine-ban-convention cluster-munitions ewipa")];
    shown_in(&asked, |shown| {
        for format in [Format::Csv, Format::Markdown, Format::Json] {
            let path = folder.join("default").with_extension(format.extension());
            let text = String::from_utf8(file(shown, format).unwrap()).unwrap();
            if env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(&path, &text).unwrap();
            }
            assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "{}", path.display());
        }
    });
}

/// `LOOK=folder` keeps every file, to be opened by hand.
#[test]
fn looks() {
    let Some(folder) = env::var_os("LOOK") else { return };
    for (name, asked) in STATES {
        shown_in(asked, |shown| {
            for format in Format::ALL {
                let path = Path::new(&folder).join(name).with_extension(format.extension());
                fs::write(path, file(shown, format).unwrap()).unwrap();
            }
        });
    }
}
