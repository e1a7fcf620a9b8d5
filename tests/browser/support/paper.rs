//! What was printed, read back from the PDF by poppler.

use std::{
    collections::HashMap,
    env,
    ffi::OsStr,
    fs,
    path::Path,
    process::{self, Command},
};

use super::{Outcome, wait::until};

/// A printed document.
pub struct Printed {
    pub pages: Vec<PrintedPage>,
    /// What it tells assistive technology, a line an element (`Table`, `TH`) or attribute (`/Scope /Row`); nothing where
    /// it is not tagged.
    structure: Vec<String>,
    /// How light the paper is, 255 for white: its lower corner on the first page, where nothing is printed.
    pub paper: u8,
}

/// A page: its size and texts, in points.
pub struct PrintedPage {
    pub width: u32,
    pub height: u32,
    pub texts: Vec<PrintedText>,
}

/// A line of text, of one column and in one font.
#[derive(Debug)]
pub struct PrintedText {
    pub text: String,
    /// Of its font.
    pub size: u32,
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
}

impl Printed {
    /// Waits until a folder holds a whole PDF, reads it, and takes it away: to where `VAT_SCREENSHOTS` says, if it does.
    pub async fn in_folder(folder: &Path, name: &str) -> Outcome<Self> {
        let path = until("a printed document", async || {
            let files = fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path()));
            let pdf = files.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "pdf"));
            // It is written from its beginning to its end.
            Ok(match pdf {
                Some(path) if fs::read(&path)?.trim_ascii_end().ends_with(b"%%EOF") => Ok(path),
                Some(path) => Err(format!("{} is not whole", path.display())),
                None => Err("none".to_owned()),
            })
        })
        .await?;
        let printed = Self::read(&path)?;
        keep(&path, name)?;
        fs::remove_file(&path)?;
        Ok(printed)
    }

    /// Reads what the browser's own Print has made; a copy goes where `VAT_SCREENSHOTS` says.
    pub fn of(pdf: &[u8], name: &str) -> Outcome<Self> {
        let path = env::temp_dir().join(format!("vat-printed-{}-{name}.pdf", process::id()));
        fs::write(&path, pdf)?;
        keep(&path, name)?;
        let printed = Self::read(&path);
        fs::remove_file(&path)?;
        printed
    }

    /// Reads a PDF.
    fn read(path: &Path) -> Outcome<Self> {
        let path = path.as_os_str();
        let xml = poppler("pdftohtml", ["-xml", "-i", "-stdout", "-zoom", "1"].map(OsStr::new), path)?;
        let xml = String::from_utf8(xml)?;
        let fonts = xml.split("<fontspec ").skip(1).map(|tag| (number(tag, "id"), number(tag, "size"))).collect();
        let structure = String::from_utf8(poppler("pdfinfo", ["-struct"].map(OsStr::new), path)?)?;
        let picture = poppler("pdftoppm", ["-r", "10", "-l", "1", "-gray"].map(OsStr::new), path)?;
        Ok(Self {
            pages: xml.split("<page ").skip(1).map(|page| PrintedPage::read(page, &fonts)).collect(),
            structure: structure.lines().map(|line| line.trim().to_owned()).collect(),
            // Its last pixel.
            paper: picture.last().copied().unwrap_or_default(),
        })
    }

    /// How many elements or attributes of its structure are of this name.
    pub fn tagged(&self, name: &str) -> usize {
        let is_named =
            |line: &str| line.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        self.structure.iter().filter(|line| is_named(line)).count()
    }

    /// All its words, one space between them.
    pub fn words(&self) -> String {
        self.pages.iter().map(PrintedPage::words).collect::<Vec<_>>().join(" ")
    }
}

impl PrintedPage {
    /// All its words, one space between them.
    pub fn words(&self) -> String {
        self.texts.iter().flat_map(|text| text.text.split_whitespace()).collect::<Vec<_>>().join(" ")
    }

    /// Reads what stands behind `<page `.
    fn read(xml: &str, fonts: &HashMap<u32, u32>) -> Self {
        Self {
            width: number(xml, "width"),
            height: number(xml, "height"),
            texts: xml.split("<text ").skip(1).map(|text| PrintedText::read(text, fonts)).collect(),
        }
    }

    /// A line is this text, whole.
    pub fn has(&self, text: &str) -> bool {
        self.texts.iter().any(|line| line.text == text)
    }

    /// A line is this text, or the beginning of it.
    pub fn has_beginning_of(&self, text: &str) -> bool {
        self.texts.iter().any(|line| !line.text.is_empty() && text.starts_with(&line.text))
    }
}

impl PrintedText {
    /// Reads what stands behind `<text `.
    fn read(xml: &str, fonts: &HashMap<u32, u32>) -> Self {
        let (tag, content) = xml.split_once('>').unwrap_or_default();
        let content = content.split("</text>").next().unwrap_or_default();
        // Bold type and links are tags in it.
        let plain: String =
            content.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        let (left, top) = (number(tag, "left"), number(tag, "top"));
        Self {
            text: plain
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .trim()
                .to_owned(),
            size: fonts.get(&number(tag, "font")).copied().unwrap_or_default(),
            left,
            top,
            right: left + number(tag, "width"),
            bottom: top + number(tag, "height"),
        }
    }
}

/// A text without what printing changes: hyphens at the ends of lines, and letters that are printed as one.
pub fn letters(text: &str) -> String {
    let ligatures = [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")];
    let apart = ligatures.iter().fold(text.to_owned(), |text, (one, letters)| text.replace(one, letters));
    apart.chars().filter(|char| char.is_alphanumeric()).collect()
}

/// The first number that a text gives to this attribute.
fn number(xml: &str, attribute: &str) -> u32 {
    let value = xml.split_once(&format!("{attribute}=\"")).and_then(|(_, rest)| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}

/// Leaves a copy under this name where `VAT_SCREENSHOTS` names a folder for it.
fn keep(path: &Path, name: &str) -> Outcome {
    if let Some(folder) = env::var_os("VAT_SCREENSHOTS") {
        fs::create_dir_all(&folder)?;
        fs::copy(path, Path::new(&folder).join(name).with_extension("pdf"))?;
    }
    Ok(())
}

/// What one of poppler's tools says of a document.
fn poppler<const N: usize>(tool: &str, arguments: [&OsStr; N], path: &OsStr) -> Outcome<Vec<u8>> {
    let output = Command::new(tool).args(arguments).arg(path).output()?;
    if !output.status.success() {
        return Err(format!("{tool}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(output.stdout)
}
