use hdf5::{LoadTree, SaveTree};

#[derive(SaveTree)]
#[hdf5(rename = "x")]
struct Container {
    a: u8,
}

#[derive(SaveTree)]
struct Unknown {
    #[hdf5(attribute)]
    a: u8,
}

#[derive(SaveTree)]
struct Both {
    #[hdf5(attr, list)]
    a: Vec<u8>,
}

#[derive(SaveTree)]
struct Compressed {
    #[hdf5(attr, deflate = 4)]
    a: Vec<u8>,
}

#[derive(SaveTree)]
struct Twice {
    #[hdf5(deflate = 4, deflate = 5)]
    a: Vec<u8>,
}

#[derive(SaveTree)]
struct Slash {
    #[hdf5(rename = "a/b")]
    a: u8,
}

#[derive(SaveTree)]
struct Same {
    a: u8,
    #[hdf5(rename = "a")]
    b: u8,
}

#[derive(SaveTree)]
struct NoList {
    #[hdf5(list)]
    a: u8,
}

#[derive(LoadTree)]
struct Borrowed<'a> {
    a: Option<&'a str>,
}

#[derive(SaveTree)]
enum Enum {
    A,
}

#[derive(LoadTree)]
union Union {
    a: u8,
}

fn main() {}
