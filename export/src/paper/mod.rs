//! What is shown as a document of its own: for paper, and to be saved as a web page without script.

mod cell;
mod front;
mod page;
mod sheet;
mod sources;
mod table;

use std::rc::Rc;

use by_address::ByAddress;
use victim_assistance_table::{
    locale::Words,
    query::At,
    view::overview,
    view_model::{Content, ViewModel},
};
use yew::prelude::*;

pub use self::sheet::{Orientation, Paper, Sheet};
use self::sources::Sources;
use crate::{shown::Shown, words::ExportStrings};

/// The styles of every document, without those of its sheet.
pub const CSS: &str = include_str!("../../../assets/paper.css");

/// What the reader chooses for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The sheet.
    pub sheet: Sheet,
    /// Which provisions are printed with their operative words and all that vouches for them.
    pub unfolded: Unfolded,
}

/// Which details are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfolded {
    /// Those of these places.
    At(Vec<At>),
    /// All.
    All,
}

impl Options {
    fn unfolds(&self, place: At) -> bool {
        match &self.unfolded {
            Unfolded::All => true,
            Unfolded::At(places) => places.contains(&place),
        }
    }

    fn unfolds_all(&self) -> bool {
        self.unfolded == Unfolded::All
    }
}

/// What every part of a document has to know.
struct Printing {
    words: Words,
    export_words: &'static ExportStrings,
    options: Options,
    /// From 0, as the language writes them: as many as there are columns.
    numbers: Vec<String>,
    /// The day, written out.
    today: String,
    address: Option<String>,
    sources: Sources,
}

/// A document: what it shows, and how.
pub struct Document {
    model: ViewModel,
    printing: Printing,
}

impl Document {
    /// What is shown, on such paper.
    #[must_use]
    pub fn new(shown: &Shown, options: Options) -> Self {
        let columns = shown.model.table().map_or(0, |table| table.columns.len());
        Self {
            model: shown.model.clone(),
            printing: Printing {
                words: shown.locale.words(),
                export_words: shown.words,
                options,
                numbers: (0..=columns).map(|number| shown.locale.number(number)).collect(),
                today: shown.locale.date(&shown.today),
                address: shown.address.clone(),
                sources: Sources::default(),
            },
        }
    }

    /// Title of the document.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.printing.words.title
    }

    /// Language and direction.
    #[must_use]
    pub fn language(&self) -> (&'static str, &'static str) {
        (self.printing.words.lang, self.printing.words.dir)
    }

    /// All its styles.
    #[must_use]
    pub fn css(&self) -> String {
        let foot = [self.title(), &self.model.edition].join(self.printing.words.separator);
        [CSS, &self.printing.options.sheet.css(&foot)].concat()
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("options", &self.printing.options).finish_non_exhaustive()
    }
}

/// Props of [`Body`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct BodyProps {
    /// What to show.
    pub document: ByAddress<Rc<Document>>,
    /// Is told when it stands.
    pub rendered: Callback<()>,
}

/// The body of a document.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let BodyProps { document, rendered } = props;
    use_effect_with(rendered.clone(), |rendered| rendered.emit(()));
    let Document { model, printing } = &***document;
    // First, for it gives the sources their numbers.
    let answer = match &model.content {
        Content::Table(content) => table::table(content, printing),
        Content::Page(content) => page::page(content, printing),
        Content::Overview(content) => overview(content, printing.words, None),
    };
    html! {
        <main lang={printing.words.lang} dir={printing.words.dir}>
            { front::front(model, printing) }
            if let Some(nothing) = &model.nothing {
                <p>{ &nothing.message }</p>
            } else {
                { answer }
            }
            if !printing.sources.is_empty() {
                <section class="sources">
                    <h2>{ printing.export_words.sources }</h2>
                    { printing.sources.list() }
                </section>
            }
        </main>
    }
}
