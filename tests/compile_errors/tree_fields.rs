use std::collections::HashMap;

use hdf5::{LoadTree, SaveTree};

struct NoTree;

#[derive(SaveTree)]
struct Saved {
    field: NoTree,
    map: HashMap<u8, f64>,
}

#[derive(LoadTree)]
struct Loaded {
    field: Option<NoTree>,
}

#[derive(SaveTree)]
struct Trees {
    trees: Vec<Inner>,
}

#[derive(SaveTree)]
struct Inner {
    a: u8,
}

fn main() {}
