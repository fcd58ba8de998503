use hdf5::H5Type;

#[derive(H5Type)]
struct Empty {
    #[hdf5(rename = "")]
    a: u8,
}

#[derive(H5Type)]
struct Nul {
    #[hdf5(rename = "a\0b")]
    a: u8,
}

#[derive(H5Type)]
struct NoString {
    #[hdf5(rename = 5)]
    a: u8,
}

#[derive(H5Type)]
struct NoName {
    #[hdf5(rename)]
    a: u8,
}

#[derive(H5Type)]
struct NotThere {
    #[hdf5(rename = "x", skip)]
    a: u8,
    b: u8,
}

fn main() {}
