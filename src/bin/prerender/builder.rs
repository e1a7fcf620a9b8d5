//! The page that makes the lines to copy: what the dataset has to choose from.

use victim_assistance_table::{dataset::DATASET, query::View};
use yew::{BaseComponent, Html, LocalServerRenderer, component, html};

use super::tables::STATIC_TABLES;

const PAGE: &str = include_str!("../../../assets/builder.html");

/// The page, with everything that can be chosen.
pub fn page() -> String {
    PAGE.replace("<!-- tables -->", &rendered::<Tables>())
        .replace("<!-- views -->", &rendered::<Views>())
        .replace("<!-- instruments -->", &rendered::<Instruments>())
        .replace("<!-- topics -->", &rendered::<Topics>())
}

fn rendered<T: BaseComponent<Properties = ()>>() -> String {
    futures::executor::block_on(LocalServerRenderer::<T>::new().hydratable(false).render())
}

#[component]
fn Tables() -> Html {
    STATIC_TABLES.iter().map(|table| html! { <option value={table.name}>{ table.title }</option> }).collect()
}

#[component]
fn Views() -> Html {
    let option = |view: View, title: &'static str| html! { <option value={view.value()}>{ title }</option> };
    let topics = |view: View| DATASET.topics().map(move |topic| option(view.about(topic.id), topic.title));
    let instruments =
        DATASET.instruments.iter().map(|instrument| option(View::Instrument(instrument.id), instrument.short_title));
    html! {
        <>
            { option(View::Compare, "Compare: topics by instruments") }
            { option(View::Transposed, "By instrument: instruments by topics") }
            { option(View::Differences, "Word by word: two instruments") }
            { option(View::Gaps, "Silences") }
            { option(View::Overview, "Overview") }
            { option(View::Organisations, "Organisations") }
            { option(View::Publications, "Publications") }
            <optgroup label="One topic">{ for topics(View::Topic("")) }</optgroup>
            <optgroup label="One topic through time">{ for topics(View::Time("")) }</optgroup>
            <optgroup label="One instrument">{ for instruments }</optgroup>
        </>
    }
}

#[component]
fn Instruments() -> Html {
    DATASET.instruments.iter().map(|instrument| choice(instrument.id, instrument.name)).collect()
}

#[component]
fn Topics() -> Html {
    DATASET.topics().map(|topic| choice(topic.id, topic.title)).collect()
}

fn choice(id: &'static str, name: &'static str) -> Html {
    html! { <label><input type="checkbox" value={id} />{ " " }{ name }</label> }
}
