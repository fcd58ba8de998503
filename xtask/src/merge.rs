//! One set of declarations out of those of all releases: each with the versions and abilities that have it.

use std::collections::BTreeSet;

use crate::extract::{ABILITIES, Interface, Item, Kind};
use crate::releases::{FLOOR, Version};

/// A declaration, and when it holds.
#[derive(Clone, Debug)]
pub struct Declaration {
    pub name: String,
    pub kind: Kind,
    pub text: String,
    /// The first version that has it, unless that is the oldest supported one.
    pub from: Option<Version>,
    /// The first version that has it no more.
    pub until: Option<Version>,
    /// The condition on the library's abilities.
    pub abilities: Option<String>,
}

/// No release of 1.12 is among the sources. What is new since 1.10.8 came with 1.12.0 unless its documentation says
/// otherwise; these families were first declared, or took their present form, in 1.14.0.
const SINCE_1_14: [&str; 6] = ["H5VL", "H5ES", "H5TS", "H5M", "H5FD", "H5_VFD"];

pub fn merge(interfaces: &[Interface]) -> Vec<Declaration> {
    let mut names: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    for interface in interfaces.iter().rev() {
        names.extend(
            interface.items.iter().map(|item| item.name.as_str()).filter(|name| seen.insert(*name)),
        );
    }
    let mut all: Vec<Declaration> = Vec::new();
    for name in names {
        all.extend(declarations(name, interfaces));
    }
    let targets = all.clone();
    for alias in all.iter_mut().filter(|declaration| declaration.kind == Kind::Alias) {
        let target =
            alias.text.trim_start_matches("pub use super::").split(' ').next().unwrap_or_default();
        let starts = targets.iter().filter(|other| {
            other.name == target
                && other.until.is_none_or(|until| alias.from.is_none_or(|from| until > from))
        });
        if let Some(first) = starts.map(|other| other.from).min() {
            alias.from = alias.from.max(first);
        }
    }
    all
}

/// The forms that a name has had, oldest first.
fn declarations(name: &str, interfaces: &[Interface]) -> Vec<Declaration> {
    // All forms of one release: usually one, two where an ability decides.
    let forms: Vec<Vec<&Item>> = interfaces
        .iter()
        .map(|interface| interface.items.iter().filter(|item| item.name == name).collect())
        .collect();
    let keys =
        |n: usize| forms[n].iter().map(|item| (&item.key, &item.configs)).collect::<Vec<_>>();
    let mut found: Vec<Declaration> = Vec::new();
    let mut start = 0;
    for n in 0..forms.len() {
        let last = n + 1 == forms.len();
        if !last && keys(n) == keys(n + 1) {
            continue;
        }
        let (from, until) = (
            boundary(start, name, &forms, interfaces),
            (!last).then(|| {
                boundary(n + 1, name, &forms, interfaces).unwrap_or(interfaces[n + 1].version)
            }),
        );
        for item in &forms[n] {
            found.push(Declaration {
                name: name.to_owned(),
                kind: item.kind,
                text: item.text.clone(),
                from,
                until,
                abilities: abilities(&item.configs),
            });
        }
        start = n + 1;
    }
    found
}

/// The version in which what release `n` declares first appeared, if that is newer than the floor.
fn boundary(
    n: usize,
    name: &str,
    forms: &[Vec<&Item>],
    interfaces: &[Interface],
) -> Option<Version> {
    let version = interfaces[n].version;
    // The newest documentation is the most complete.
    let since = forms.iter().rev().flatten().find_map(|item| item.since);
    if n == 0 {
        return since.filter(|since| *since > FLOOR && *since <= version);
    }
    let before = interfaces[n - 1].version;
    let documented = since.filter(|since| *since > before && *since <= version);
    let crosses = |minor| before < Version(1, minor, 0) && version >= Version(1, minor, 0);
    if crosses(14) && SINCE_1_14.iter().any(|family| name.starts_with(family)) {
        return Some(documented.map_or(Version(1, 14, 0), |since| since.max(Version(1, 14, 0))));
    }
    Some(documented.unwrap_or(if crosses(12) { Version(1, 12, 0) } else { version }))
}

fn abilities(configs: &BTreeSet<usize>) -> Option<String> {
    let have = |n: usize| format!("hdf5_have_{}", ABILITIES[n - 1].0);
    let all = 0..=ABILITIES.len();
    if configs.len() == all.clone().count() {
        return None;
    }
    let conditions: Vec<String> = if configs.contains(&0) {
        all.filter(|n| !configs.contains(n)).map(|n| format!("not({})", have(n))).collect()
    } else {
        configs.iter().map(|n| have(*n)).collect()
    };
    Some(match (&conditions[..], configs.contains(&0)) {
        ([one], _) => one.clone(),
        (_, true) => format!("all({})", conditions.join(", ")),
        (_, false) => format!("any({})", conditions.join(", ")),
    })
}
