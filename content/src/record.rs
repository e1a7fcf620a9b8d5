use std::{cell::RefCell, fmt, ops::Range, path::Path, rc::Rc};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::rules::{self, unknown};

/// One thing wrong with a file under `assets/`: what, where, and as a rule the remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as seen from the project's root.
    pub file: String,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The field, such as `provision.topics`; empty where the file or table is meant.
    pub field: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, field, what } = self;
        write!(f, "{file}:{line}: {field}: {what}")
    }
}

/// All problems found in one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl std::error::Error for Problems {}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| writeln!(f, "{problem}"))
    }
}

/// Problems are gathered here while reading goes on, so that all are told at once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gathered(Rc<RefCell<Vec<Problem>>>);

impl Gathered {
    pub(crate) fn add(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// `Ok` if nothing was gathered.
    pub(crate) fn into_result<T>(self, value: T) -> Result<T, Problems> {
        let problems = self.into_problems();
        if problems.0.is_empty() { Ok(value) } else { Err(problems) }
    }

    /// What was gathered, in the order of files and lines.
    pub(crate) fn into_problems(self) -> Problems {
        let mut problems = self.0.take();
        problems.sort();
        Problems(problems)
    }
}

/// A file under `assets/`, kept for the whole reading.
#[derive(Debug)]
struct File {
    name: String,
    text: &'static str,
    problems: Gathered,
}

impl File {
    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }
}

/// One TOML table. Each field is asked for by name; what is never asked for is reported as unknown.
#[derive(Debug)]
pub(crate) struct Record {
    file: Rc<File>,
    table: DeTable<'static>,
    /// Where the table begins.
    start: usize,
    /// Its name, for the reports: `provision`.
    name: &'static str,
    asked: RefCell<Vec<&'static str>>,
}

impl Record {
    /// Reads a file; a missing or malformed one is reported and gives `None`.
    ///
    /// The text is leaked: it becomes a part of a `&'static` dataset, and a reading happens once a process.
    pub(crate) fn open(root: &Path, name: &str, problems: &Gathered) -> Option<Self> {
        let report = |line, what: String| {
            problems.add(Problem { file: name.into(), line, field: String::new(), what });
        };
        let text: &'static str = match std::fs::read_to_string(root.join(name)) {
            Ok(text) => text.leak(),
            Err(error) => {
                report(0, format!("cannot be read: {error}"));
                return None;
            }
        };
        let file = Rc::new(File { name: name.into(), text, problems: problems.clone() });
        match DeTable::parse(text) {
            Ok(table) => Some(Self { file, table: table.into_inner(), start: 0, name: "", asked: RefCell::default() }),
            Err(error) => {
                report(file.line(error.span().map_or(0, |span| span.start)), error.message().into());
                None
            }
        }
    }

    /// Reports a problem of the field, at its line.
    pub(crate) fn report(&self, field: &str, what: impl Into<String>) {
        let at = self.table.get(field).map_or(self.start, |value| value.span().start);
        self.report_at(at, field, what.into());
    }

    fn report_at(&self, at: usize, field: &str, what: String) {
        let field = [self.name, field].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(".");
        self.file.problems.add(Problem { file: self.file.name.clone(), line: self.file.line(at), field, what });
    }

    fn value(&self, field: &'static str) -> Option<&Spanned<DeValue<'static>>> {
        self.asked.borrow_mut().push(field);
        self.table.get(field)
    }

    /// The field must be there: reports and gives `None` if it is not.
    fn required(&self, field: &'static str) -> Option<&Spanned<DeValue<'static>>> {
        let value = self.value(field);
        if value.is_none() {
            self.report(field, "is missing");
        }
        value
    }

    fn as_text(&self, field: &str, value: &Spanned<DeValue<'static>>) -> Option<&'static str> {
        let Some(text) = value.get_ref().as_str() else {
            let found = value.get_ref().type_str();
            self.report_at(value.span().start, field, format!("must be a text in quotation marks, not {found}"));
            return None;
        };
        // Long texts may be wrapped in the file.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(what) = rules::text(&text) {
            self.report_at(value.span().start, field, what.into());
            return None;
        }
        Some(text.leak())
    }

    /// A text that must be there; empty after a report.
    pub(crate) fn text(&self, field: &'static str) -> &'static str {
        self.required(field).and_then(|value| self.as_text(field, value)).unwrap_or_default()
    }

    /// A text that must be there, with the spaces at its ends.
    pub(crate) fn verbatim(&self, field: &'static str) -> &'static str {
        let verbatim = self.table.get(field).and_then(|value| value.get_ref().as_str());
        if self.text(field).is_empty() { "" } else { verbatim.unwrap_or_default().to_owned().leak() }
    }

    /// A text that may be left out.
    pub(crate) fn optional(&self, field: &'static str) -> Option<&'static str> {
        self.value(field).and_then(|value| self.as_text(field, value))
    }

    /// The items of a list; empty where the field is left out, `None` after a report.
    fn list(&self, field: &'static str) -> Option<&[Spanned<DeValue<'static>>]> {
        let Some(value) = self.value(field) else { return Some(&[]) };
        let list = value.get_ref().as_array();
        if list.is_none() {
            self.report(field, "must be a list of texts");
        }
        list.map(|list| &**list)
    }

    /// A list of texts; empty where the field is left out.
    pub(crate) fn texts(&self, field: &'static str) -> &'static [&'static str] {
        let items = self.list(field).unwrap_or_default();
        items.iter().filter_map(|item| self.as_text(field, item)).collect::<Vec<_>>().leak()
    }

    /// A list of texts of which none stands twice, in capitals or not.
    pub(crate) fn names(&self, field: &'static str) -> &'static [&'static str] {
        self.checked(field, |_| None)
    }

    /// A list of ids that must all be among `known`. `none` is what to report where there is not one.
    pub(crate) fn ids(&self, field: &'static str, known: &[&'static str], none: &str) -> &'static [&'static str] {
        let ids = self.ids_if_any(field, known);
        let is_empty =
            self.table.get(field).is_none_or(|value| value.get_ref().as_array().is_some_and(|ids| ids.is_empty()));
        if is_empty {
            self.report(field, none);
        }
        ids
    }

    /// A list of ids that must all be among `known`; empty where the field is left out.
    pub(crate) fn ids_if_any(&self, field: &'static str, known: &[&'static str]) -> &'static [&'static str] {
        self.checked(field, |id| (!known.contains(&id)).then(|| unknown(id, known)))
    }

    /// A list of texts of which none stands twice and `wrong` finds nothing wrong with any.
    pub(crate) fn checked(
        &self,
        field: &'static str,
        wrong: impl Fn(&str) -> Option<String>,
    ) -> &'static [&'static str] {
        let mut texts: Vec<&'static str> = Vec::new();
        for item in self.list(field).unwrap_or_default() {
            let at = item.span().start;
            let Some(text) = self.as_text(field, item) else { continue };
            if let Some(what) = wrong(text) {
                self.report_at(at, field, what);
            } else if texts.iter().any(|other| other.to_lowercase() == text.to_lowercase()) {
                self.report_at(at, field, format!("names “{text}” twice"));
            } else {
                texts.push(text);
            }
        }
        texts.leak()
    }

    /// `true` or `false`, which must be there.
    pub(crate) fn flag(&self, field: &'static str) -> bool {
        let Some(value) = self.required(field) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.report(field, "must be true or false");
            false
        })
    }

    /// One of a few names, which must be there; the first after a report.
    pub(crate) fn choice<T: Copy, const N: usize>(
        &self,
        field: &'static str,
        named: [(&'static str, T); N],
    ) -> Option<T> {
        let name = self.required(field).and_then(|value| self.as_text(field, value))?;
        let found = named.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        if found.is_none() {
            self.report(field, unknown(name, &named.map(|(known, _)| known)));
        }
        found
    }

    /// A year, month or day, ISO 8601, that exists.
    pub(crate) fn date(&self, field: &'static str) -> Option<&'static str> {
        let text = self.optional(field)?;
        if let Some(what) = rules::date(text) {
            self.report(field, what);
            return None;
        }
        Some(text)
    }

    /// A year of four digits.
    pub(crate) fn year(&self, field: &'static str) -> Option<&'static str> {
        let text = self.optional(field)?;
        if let Some(what) = rules::year(text) {
            self.report(field, what);
            return None;
        }
        Some(text)
    }

    /// Reports a source that is neither an address nor a work in words.
    pub(crate) fn check_source(&self, field: &str, source: &str) {
        self.report_if(field, rules::source(source));
    }

    /// Reports what a rule finds wrong with the field, if anything.
    pub(crate) fn report_if(&self, field: &str, wrong: Option<impl Into<String>>) {
        if let Some(what) = wrong {
            self.report(field, what);
        }
    }

    /// A table below this one, which may be left out.
    pub(crate) fn record(&self, field: &'static str) -> Option<Record> {
        let value = self.value(field)?;
        self.below(field, value.get_ref(), value.span())
    }

    /// The tables `[[field]]` below this one.
    pub(crate) fn records(&self, field: &'static str) -> Vec<Record> {
        let Some(value) = self.value(field) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.report(field, format!("must be written as [[{field}]]"));
            return Vec::new();
        };
        list.iter().filter_map(|item| self.below(field, item.get_ref(), item.span())).collect()
    }

    fn below(&self, name: &'static str, value: &DeValue<'static>, span: Range<usize>) -> Option<Record> {
        let Some(table) = value.as_table() else {
            self.report(name, format!("must be a table, written as [{name}]"));
            return None;
        };
        Some(Record {
            file: self.file.clone(),
            table: table.clone(),
            start: span.start,
            name,
            asked: RefCell::default(),
        })
    }

    /// The fields, whatever their names; for tables that map names to texts.
    pub(crate) fn entries(&self) -> Vec<(&'static str, &'static str)> {
        let mut entries = Vec::new();
        for (key, value) in &self.table {
            let key: &'static str = key.get_ref().to_string().leak();
            self.asked.borrow_mut().push(key);
            if let Some(text) = self.as_text(key, value) {
                entries.push((key, text));
            }
        }
        entries
    }

    /// The field stands in the table, well or badly written.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.table.contains_key(field)
    }

    /// Reports every field that was not asked for.
    pub(crate) fn finish(&self) {
        let asked = self.asked.borrow();
        for (key, _) in &self.table {
            if !asked.contains(&&**key.get_ref()) {
                self.report_at(key.span().start, key.get_ref(), unknown(key.get_ref(), &asked));
            }
        }
    }
}
