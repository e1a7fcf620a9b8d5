//! What the dataset covers.

use std::fmt::Write;

use vat_content::{
    Published,
    dataset::{Extent, Instrument, Topic},
    read_dataset,
};

use crate::{error::Error, project::Project};

/// Checks the dataset, and prints how much of it there is and what nobody has read yet.
pub fn report(project: &Project) -> Result<(), Error> {
    let published = read_dataset(project.root()).map_err(Error::Dataset)?;
    print!("{}", text(&published));
    Ok(())
}

fn text(Published { dataset, reference }: &Published) -> String {
    let topics: Vec<_> = dataset.groups.iter().flat_map(|group| group.topics).collect();
    let core: Vec<_> = topics.iter().copied().filter(|topic| topic.core).collect();
    let provisions: usize = dataset.instruments.iter().map(|instrument| instrument.provisions.len()).sum();
    let silences: usize = dataset.instruments.iter().map(|instrument| instrument.silences.len()).sum();
    let mut text = format!(
        "Dataset {} of {}: {} instruments, {provisions} provisions, {silences} checked silences, {} topics ({} core), \
         {} organisations, {} publications, {} terms, {} abbreviations, {} background notes.\n\n\
         instrument            provisions  topics  silent  in part  core topics not assessed\n",
        dataset.version,
        dataset.date,
        dataset.instruments.len(),
        topics.len(),
        core.len(),
        reference.organisations.len(),
        reference.publications.len(),
        reference.glossary.len(),
        dataset.abbreviations.len(),
        reference.background.len(),
    );
    for instrument in dataset.instruments {
        let spoken = topics.iter().filter(|topic| speaks_of(instrument, topic)).count();
        let of = |extent| instrument.silences.iter().filter(|silence| silence.extent == extent).count();
        let open = core.iter().filter(|topic| !is_assessed(instrument, topic)).count();
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{:<22}{:>10}{:>8}{:>8}{:>9}{:>26}",
            instrument.id,
            instrument.provisions.len(),
            spoken,
            of(Extent::Silent),
            of(Extent::Partial),
            open,
        );
    }
    text.push_str("\nNot assessed, of the core topics:\n");
    for instrument in dataset.instruments {
        let open: Vec<_> = core.iter().filter(|topic| !is_assessed(instrument, topic)).map(|topic| topic.id).collect();
        let _ =
            writeln!(text, "  {}: {}", instrument.id, if open.is_empty() { "none".into() } else { open.join(", ") });
    }
    text
}

fn speaks_of(instrument: &Instrument, topic: &Topic) -> bool {
    instrument.provisions.iter().any(|provision| provision.topics.contains(&topic.id))
}

fn is_assessed(instrument: &Instrument, topic: &Topic) -> bool {
    speaks_of(instrument, topic) || instrument.silences.iter().any(|silence| silence.topic == topic.id)
}
