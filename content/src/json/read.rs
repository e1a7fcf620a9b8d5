use super::{Place, Wrong, value::Json};
use crate::{
    dataset::{Dataset, Published, Reference},
    rules,
};

/// A longer text is no summary, and would not fit into a cell.
const LONGEST_TEXT: usize = 4_000;

/// A type that can be read from JSON. What is wrong is gathered, and [`FromJson::NONE`] stands in its place.
pub(crate) trait FromJson: Sized {
    /// Stands where nothing could be read.
    const NONE: Self;

    /// Whether it may be left out.
    const OPTIONAL: bool = false;

    fn from_json(json: &Json, place: Place, wrong: &mut Wrong) -> Self;
}

/// A type that is read from an object, which may hold the fields of another, too.
pub(crate) trait FromFields {
    const FIELDS: &'static [&'static str];

    fn from_fields(object: &Object, wrong: &mut Wrong) -> Self;
}

/// An object of the document.
pub(crate) struct Object<'a> {
    fields: &'a [(String, Json)],
    place: Place<'a>,
}

impl<'a> Object<'a> {
    /// Reports what is no object, and every field that is not `known` or stands twice.
    pub(crate) fn new(json: &'a Json, known: &[&[&str]], place: Place<'a>, wrong: &mut Wrong) -> Option<Self> {
        let Json::Object(fields) = json else {
            wrong.add(place, format!("must be an object, not {}", json.name()));
            return None;
        };
        let known = known.concat();
        let mut seen = Vec::new();
        for (name, _) in fields {
            match known.iter().find(|known| *known == name) {
                None => wrong.add(place, rules::unknown(shortened(name), &known)),
                Some(name) if seen.contains(name) => wrong.add(place, format!("“{name}” stands twice")),
                Some(name) => seen.push(name),
            }
        }
        Some(Self { fields, place })
    }

    pub(crate) fn field<T: FromJson>(&self, name: &'static str, wrong: &mut Wrong) -> T {
        let place = self.place.field(name);
        match self.fields.iter().find(|(known, _)| known == name) {
            Some((_, json)) => T::from_json(json, place, wrong),
            None => {
                if !T::OPTIONAL {
                    wrong.add(place, "is missing");
                }
                T::NONE
            }
        }
    }
}

/// All of it, in one object.
pub(super) fn published(json: &Json, wrong: &mut Wrong) -> Published {
    let none = Published { dataset: Dataset::NONE, reference: Reference::NONE };
    let known = [Dataset::FIELDS, Reference::FIELDS, &["$schema"]];
    Object::new(json, &known, Place::Document, wrong).map_or(none, |object| Published {
        dataset: Dataset::from_fields(&object, wrong),
        reference: Reference::from_fields(&object, wrong),
    })
}

impl FromJson for &'static str {
    const NONE: Self = "";

    fn from_json(json: &Json, place: Place, wrong: &mut Wrong) -> Self {
        let Json::Text(text) = json else {
            wrong.add(place, format!("must be a text, not {}", json.name()));
            return Self::NONE;
        };
        if text.len() > LONGEST_TEXT && text.chars().nth(LONGEST_TEXT).is_some() {
            wrong.add(place, format!("is longer than {LONGEST_TEXT} characters"));
            return Self::NONE;
        }
        if let Some(what) = rules::text(text) {
            wrong.add(place, what);
            return Self::NONE;
        }
        // It lives as long as the page, or the worker, that reads it.
        text.clone().leak()
    }
}

impl FromJson for bool {
    const NONE: Self = false;

    fn from_json(json: &Json, place: Place, wrong: &mut Wrong) -> Self {
        let Json::Flag(flag) = json else {
            wrong.add(place, format!("must be true or false, not {}", json.name()));
            return Self::NONE;
        };
        *flag
    }
}

impl<T: FromJson> FromJson for Option<T> {
    const NONE: Self = None;
    const OPTIONAL: bool = true;

    fn from_json(json: &Json, place: Place, wrong: &mut Wrong) -> Self {
        (!matches!(json, Json::Null)).then(|| T::from_json(json, place, wrong))
    }
}

impl<T: FromJson + 'static> FromJson for &'static [T] {
    const NONE: Self = &[];

    fn from_json(json: &Json, place: Place, wrong: &mut Wrong) -> Self {
        let Json::List(list) = json else {
            wrong.add(place, format!("must be a list, not {}", json.name()));
            return Self::NONE;
        };
        let items = list.iter().enumerate();
        items.map(|(at, item)| T::from_json(item, place.item(at), wrong)).collect::<Vec<_>>().leak()
    }
}

/// One of a few names.
pub(crate) fn choice<T: Copy, const N: usize>(
    json: &Json,
    named: &[(&'static str, T); N],
    place: Place,
    wrong: &mut Wrong,
) -> Option<T> {
    let Json::Text(name) = json else {
        wrong.add(place, format!("must be a text, not {}", json.name()));
        return None;
    };
    let found = named.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
    if found.is_none() {
        wrong.add(place, rules::unknown(shortened(name), &named.map(|(known, _)| known)));
    }
    found
}

/// As much of a text as a report takes.
fn shortened(text: &str) -> &str {
    text.char_indices().nth(60).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

/// Implements [`FromJson`] for a struct, from a list of all its fields.
macro_rules! json_struct {
    ($type:ident { $($field:ident),+ }) => {
        impl $crate::json::FromFields for $type {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn from_fields(object: &$crate::json::Object, wrong: &mut $crate::json::Wrong) -> Self {
                Self { $($field: object.field(stringify!($field), wrong)),+ }
            }
        }

        impl $crate::json::FromJson for $type {
            const NONE: Self = Self { $($field: $crate::json::FromJson::NONE),+ };

            fn from_json(
                json: &$crate::json::Json,
                place: $crate::json::Place,
                wrong: &mut $crate::json::Wrong,
            ) -> Self {
                let known = [<Self as $crate::json::FromFields>::FIELDS];
                let object = $crate::json::Object::new(json, &known, place, wrong);
                object.map_or(Self::NONE, |object| $crate::json::FromFields::from_fields(&object, wrong))
            }
        }
    };
}

/// Implements [`FromJson`] for an enum that lists its variants in `NAMED`.
macro_rules! json_enum {
    ($type:ident) => {
        impl $crate::json::FromJson for $type {
            const NONE: Self = Self::NAMED[0].1;

            fn from_json(
                json: &$crate::json::Json,
                place: $crate::json::Place,
                wrong: &mut $crate::json::Wrong,
            ) -> Self {
                $crate::json::choice(json, &Self::NAMED, place, wrong).unwrap_or(Self::NONE)
            }
        }
    };
}

pub(crate) use {json_enum, json_struct};
