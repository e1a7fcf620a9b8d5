//! Elements of XML; texts and attributes are escaped by the writer.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

/// Where elements are written to.
pub type Xml = Writer<Vec<u8>>;
type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A file of XML.
pub fn part(name: &str, attributes: Attributes, inner: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    element(&mut xml, name, attributes, inner)?;
    Ok(xml.into_inner())
}

/// An element with others in it.
pub fn element(
    xml: &mut Xml,
    name: &str,
    attributes: Attributes,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_inner_content(inner)?;
    Ok(())
}

/// An element with nothing in it.
pub fn empty(xml: &mut Xml, name: &str, attributes: Attributes) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

/// An element with a text in it.
pub fn text(xml: &mut Xml, name: &str, attributes: Attributes, text: &str) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(text))?;
    Ok(())
}
