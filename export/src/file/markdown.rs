use super::{
    report::{Block, Entry, Report, Table},
    text::line,
};

/// Lists that touch are one unless their bullets differ.
const BULLETS: [&str; 2] = ["- ", "* "];

/// Markdown with tables, as GitHub reads it. No text of the report becomes a mark of Markdown, or a tag of HTML.
#[must_use]
pub fn write(report: &Report) -> String {
    let front = report.front.iter().map(|(label, value)| Entry::new(label.as_str(), value.as_str()));
    let mut blocks =
        vec![["# ", &escaped(&report.title)].concat(), list(&front.collect::<Vec<_>>(), "- "), escaped(&report.notice)];
    let mut bullet = BULLETS.iter().cycle();
    for block in &report.body {
        match block {
            Block::Heading(level, text) => blocks.push(["#".repeat(usize::from(*level)), escaped(text)].join(" ")),
            Block::Text(text) => blocks.push(escaped(text)),
            Block::List(entries) => blocks.push(list(entries, bullet.next().copied().unwrap_or_default())),
            Block::Table(content) => blocks.extend([escaped(&content.caption), table(content)]),
        }
    }
    if !report.sources.is_empty() {
        blocks.push(["## ", &escaped(&report.sources_title)].concat());
        let sources = report.sources.iter().enumerate();
        let sources: Vec<_> = sources.map(|(at, source)| format!("{}. {}", at + 1, escaped(source))).collect();
        blocks.push(sources.join("\n"));
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// Entries with a lead stand in bold; a line of an entry after the first stands on a line of its own.
fn list(entries: &[Entry], bullet: &str) -> String {
    let items: Vec<_> = entries.iter().map(|one| [bullet, &entry(one, "\\\n  ")].concat()).collect();
    items.join("\n")
}

fn entry(Entry { lead, texts }: &Entry, line_break: &str) -> String {
    let texts: Vec<_> = texts.iter().map(|text| escaped(text)).filter(|text| !text.is_empty()).collect();
    let parts = [bold(lead), texts.join(line_break)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn bold(text: &str) -> String {
    let text = escaped(text);
    if text.is_empty() { text } else { ["**", &text, "**"].concat() }
}

fn table(table: &Table) -> String {
    let mut rows = Vec::new();
    rows.push(table.heads.iter().map(head).collect::<Vec<_>>());
    rows.push(vec!["---".to_owned(); table.heads.len()]);
    for group in &table.groups {
        let title = bold(&group.title);
        if !title.is_empty() {
            rows.push(vec![title]);
        }
        for row in &group.rows {
            let cells = row.cells.iter().map(|entries| {
                let entries: Vec<_> = entries.iter().map(|one| entry(one, "<br>")).collect();
                entries.join("<br><br>")
            });
            rows.push(std::iter::once(head(&row.head)).chain(cells).collect());
        }
    }
    let row = |mut cells: Vec<String>| {
        // Every row has all cells: not every reader of Markdown adds those that are missing.
        cells.resize(table.heads.len(), String::new());
        ["| ", &cells.join(" | "), " |"].concat()
    };
    rows.into_iter().map(row).collect::<Vec<_>>().join("\n")
}

/// Heads are told from cells by their place.
fn head(Entry { lead, texts }: &Entry) -> String {
    let lines = std::iter::once(lead).chain(texts).map(|text| escaped(text));
    lines.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("<br>")
}

/// A text of one line in which nothing is a mark; addresses in it are links.
fn escaped(text: &str) -> String {
    let text = line(text);
    let words = text.split(' ').enumerate();
    let words: Vec<_> = words.map(|(at, word)| address(word).unwrap_or_else(|| escaped_word(word, at == 0))).collect();
    words.join(" ")
}

fn address(word: &str) -> Option<String> {
    let is_address = ["https://", "http://"].iter().any(|scheme| word.starts_with(scheme) && word.len() > scheme.len());
    // None of these is ever in an address, and each would end the link or the cell.
    (is_address && !word.contains(['<', '>', '|', '\\', '`'])).then(|| ["<", word, ">"].concat())
}

fn escaped_word(word: &str, is_first: bool) -> String {
    // What is a mark only where a line begins: a bullet, the line under a heading, a number.
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let opens = |at: usize, char: char| match at {
        0 if "-+=".contains(char) => is_first,
        at => is_first && at == digits && ".)".contains(char),
    };
    let mut escaped = String::with_capacity(word.len());
    for (at, char) in word.char_indices() {
        if "\\`*_[]<>|&~$#".contains(char) || opens(at, char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}
