//! What case and accents have no say in.

use super::*;

fn folded(text: &str) -> String {
    LOCALE.with(|locale| fold(text, locale))
}

#[test]
fn case_and_accents_do_not_matter() {
    for (text, expected) in [
        ("Reintegración", "reintegracion"),
        ("RÉADAPTATION", "readaptation"),
        ("e\u{301}", "e"),
        ("Ελλάδα", "ελλαδα"),
        ("Ёлка", "елка"),
        ("İstanbul", "istanbul"),
        ("Straße", "straße"),
        ("مُعَاق", "معاق"),
        ("שָׁלוֹם", "שלום"),
        ("Art. 5(2)(c), Action #33", "art. 5(2)(c), action #33"),
    ] {
        assert_eq!(folded(text), expected);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn latin_text_folds_as_the_oracle_folds_it(text in "[ -~\u{a0}-\u{24f}\u{300}-\u{33f}]{0,40}") {
        prop_assert_eq!(folded(&text), naive::fold(&text));
    }

    #[test]
    fn composed_and_decomposed_text_fold_alike(text in any::<String>()) {
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
        prop_assert_eq!(folded(&composed), folded(&decomposed));
    }
}
