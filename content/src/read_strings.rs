use std::path::Path;

use crate::{
    record::{Gathered, Problems, Record},
    strings::{FromFields, Plural},
};

/// Reads the words in a file below `root`, which is named after their language: `assets/i18n/en.toml`.
///
/// # Errors
///
/// Every [`crate::Problem`] found: a missing, empty or unknown field, a plural without `other`.
pub fn read_strings<T: FromFields>(root: &Path, file: &str) -> Result<T, Problems> {
    let problems = Gathered::default();
    let strings = Record::open(root, file, &problems).map(|record| {
        let strings = T::from_fields(|field| record.verbatim(field), |field| read_plural(&record, field));
        let lang = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if strings.lang() != lang {
            record.report("lang", format!("must be “{lang}”, as the file is named"));
        }
        record.finish();
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
