use super::{Dataset, Reference};
use crate::packed::packed_fields;

/// All that is checked and published: what the table shows, and what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "compile", derive(schemars::JsonSchema), schemars(title = "Victim-assistance dataset"))]
#[cfg_attr(feature = "serialize", derive(serde::Serialize))]
pub struct Published {
    /// What the table shows.
    #[cfg_attr(feature = "serialize", serde(flatten))]
    pub dataset: Dataset,
    /// What stands beside it.
    #[cfg_attr(feature = "serialize", serde(flatten))]
    pub reference: Reference,
}

#[cfg(feature = "compile")]
impl Published {
    /// The JSON Schema of what is published, and of every file of answers in the same form.
    #[must_use]
    pub fn schema() -> schemars::Schema {
        let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
        settings.into_generator().into_root_schema_for::<Self>()
    }
}

packed_fields!(Published { dataset, reference });
