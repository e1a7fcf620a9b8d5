use std::path::Path;

use crate::{
    record::{Gathered, Problems, Record},
    strings::{Plural, Strings},
};

/// Reads `assets/i18n/<lang>.toml` below `root`.
///
/// # Errors
///
/// Every [`crate::Problem`] found: a missing, empty or unknown field, a plural without `other`.
pub fn read_strings(root: &Path, lang: &str) -> Result<Strings, Problems> {
    let problems = Gathered::default();
    let strings = Record::open(root, &format!("assets/i18n/{lang}.toml"), &problems).map(|file| {
        let strings = Strings::from_fields(|field| file.verbatim(field), |field| read_plural(&file, field));
        if strings.lang != lang {
            file.report("lang", format!("must be “{lang}”, as the file is named"));
        }
        file.finish();
        strings
    });
    match strings {
        Some(strings) => problems.into_result(strings),
        None => Err(problems.into_problems()),
    }
}

fn read_plural(file: &Record, field: &'static str) -> Plural {
    let Some(record) = file.record(field) else {
        file.report(field, "is missing");
        return Plural { zero: "", one: "", two: "", few: "", many: "", other: "" };
    };
    let other = record.text("other");
    let category = |name| record.optional(name).unwrap_or(other);
    let plural = Plural {
        zero: category("zero"),
        one: category("one"),
        two: category("two"),
        few: category("few"),
        many: category("many"),
        other,
    };
    record.finish();
    plural
}
