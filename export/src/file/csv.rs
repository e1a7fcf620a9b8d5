use super::FileError;
use crate::records::Records;

/// With it spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// RFC 4180, in UTF-8.
///
/// A spreadsheet takes a field that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, and runs it.
/// Such a field begins with an apostrophe here, as OWASP advises, and spreadsheets show it as text.
///
/// # Errors
///
/// When a record has not as many fields as there are headers.
pub fn write(records: &Records) -> Result<Vec<u8>, FileError> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for record in std::iter::once(&records.headers).chain(&records.rows) {
        writer.write_record(record.iter().map(|field| guarded(field)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

fn guarded(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    [guard, field].concat()
}
