//! Values as one text: field after field, in the order of the types.
//!
//! Measured against Rust statics, which need no code at all, this makes the widget's first visit smaller: the texts
//! stand in reading order and compress well, and there are no tables of addresses between them.

use std::str::Split;

/// Stands between fields, and in no text: the reader refuses control characters.
const SEPARATOR: char = '\u{1f}';

/// Reads a value from a text that [`to_packed`] wrote with the same types.
#[must_use]
pub fn from_packed<T: Packed>(packed: &'static str) -> T {
    T::unpack(&mut Fields(packed.split(SEPARATOR)))
}

/// Writes a value as a text.
#[cfg(feature = "pack")]
pub fn to_packed<T: Packed>(value: &T) -> String {
    let mut fields = Vec::new();
    value.pack(&mut fields);
    fields.join(&SEPARATOR.to_string())
}

/// The fields that are still to be read.
#[derive(Debug)]
pub struct Fields(Split<'static, char>);

impl Fields {
    /// The next field; empty at the end, which a text written with the same types does not reach. Not inlined: some types
    /// have two hundred fields.
    #[inline(never)]
    fn next(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }
}

/// A type that can be written as fields, and read back.
pub trait Packed: Sized {
    /// Writes the fields of the value.
    #[cfg(feature = "pack")]
    fn pack(&self, fields: &mut Vec<String>);

    /// Reads the fields of a value.
    fn unpack(fields: &mut Fields) -> Self;
}

impl Packed for &'static str {
    #[cfg(feature = "pack")]
    fn pack(&self, fields: &mut Vec<String>) {
        debug_assert!(!self.contains(SEPARATOR), "{self}");
        fields.push((*self).to_owned());
    }

    fn unpack(fields: &mut Fields) -> Self {
        fields.next()
    }
}

impl Packed for bool {
    #[cfg(feature = "pack")]
    fn pack(&self, fields: &mut Vec<String>) {
        fields.push(if *self { "1" } else { "" }.to_owned());
    }

    fn unpack(fields: &mut Fields) -> Self {
        !fields.next().is_empty()
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(feature = "pack")]
    fn pack(&self, fields: &mut Vec<String>) {
        self.is_some().pack(fields);
        if let Some(value) = self {
            value.pack(fields);
        }
    }

    fn unpack(fields: &mut Fields) -> Self {
        bool::unpack(fields).then(|| T::unpack(fields))
    }
}

impl<T: Packed> Packed for &'static [T] {
    #[cfg(feature = "pack")]
    fn pack(&self, fields: &mut Vec<String>) {
        fields.push(self.len().to_string());
        for value in *self {
            value.pack(fields);
        }
    }

    fn unpack(fields: &mut Fields) -> Self {
        let length = fields.next().parse().unwrap_or_default();
        // A dataset lives as long as the page.
        (0..length).map(|_| T::unpack(fields)).collect::<Vec<_>>().leak()
    }
}

/// Implements [`Packed`] for a struct, from a list of all its fields, and reading it from JSON.
macro_rules! packed_struct {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        $crate::packed::packed_fields!($type { $($field),+ });

        #[cfg(feature = "json")]
        $crate::json::json_struct!($type { $($field),+ });
    };
}

/// The same without the JSON.
macro_rules! packed_fields {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::packed::Packed for $type {
            #[cfg(feature = "pack")]
            fn pack(&self, fields: &mut Vec<String>) {
                $(self.$field.pack(fields);)+
            }

            fn unpack(fields: &mut $crate::packed::Fields) -> Self {
                $(let $field = $crate::packed::Packed::unpack(fields);)+
                Self { $($field),+ }
            }
        }
    };
}

/// Implements [`Packed`] for an enum that lists its variants in `NAMED`: by their place in it.
macro_rules! packed_enum {
    ($($type:ident),+ $(,)?) => {
        $(impl $crate::packed::Packed for $type {
            #[cfg(feature = "pack")]
            fn pack(&self, fields: &mut Vec<String>) {
                let place = Self::NAMED.iter().position(|(_, value)| value == self);
                fields.push(place.map_or_else(String::new, |place| place.to_string()));
            }

            fn unpack(fields: &mut $crate::packed::Fields) -> Self {
                let place: usize = <&'static str>::unpack(fields).parse().unwrap_or_default();
                Self::NAMED.get(place).unwrap_or(&Self::NAMED[0]).1
            }
        }

        #[cfg(feature = "json")]
        $crate::json::json_enum!($type);
        )+
    };
}

pub(crate) use {packed_enum, packed_fields, packed_struct};
