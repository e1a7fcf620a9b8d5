//! The accessibility tree of each named state, compared with those in `tests/golden/tree`; `UPDATE_GOLDEN=1` writes them
//! anew. The tree is Chromium's: the others do not tell theirs.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use crate::{
    Browser, Outcome,
    states::STATES,
    support::{page::page_in, tree, widget::difference},
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tree")
}

in_chromium![every_state_tells_what_it_did];

async fn every_state_tells_what_it_did(browser: Browser) -> Outcome {
    let updates = env::var_os("UPDATE_GOLDEN").is_some();
    let mut differences = String::new();
    for state in STATES {
        let page = page_in(state, &browser, "").await?;
        page.widget(0).comes_to_show(&page.widget(0).oracle().await?).await?;
        let now = tree::outline(&page).await?;
        browser.driver.enter_default_frame().await?;
        let path = folder().join(format!("{}.txt", state.name));
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if updates {
            fs::write(path, now)?;
        } else if kept != now {
            let [kept, now] = [kept, now].map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
            differences.push_str(&format!("{}: {}\n", state.name, difference(&now, &kept)));
        }
    }
    assert!(differences.is_empty(), "{differences}If that is right, set UPDATE_GOLDEN=1");
    Ok(())
}

#[test]
fn every_tree_belongs_to_a_state() -> Outcome {
    let states: BTreeSet<_> = STATES.iter().map(|state| format!("{}.txt", state.name)).collect();
    let kept: BTreeSet<_> = fs::read_dir(folder())?
        .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
        .collect::<Outcome<_>>()?;
    assert!(env::var_os("UPDATE_GOLDEN").is_some() || kept == states, "{kept:?}, not {states:?}");
    Ok(())
}
