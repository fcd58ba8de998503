use hdf5::H5Type;

#[derive(H5Type)]
#[hdf5(repr(Rust))]
struct Rust {
    a: u8,
}

#[derive(H5Type)]
#[hdf5(repr(C, packed))]
struct Two {
    a: u8,
}

#[derive(H5Type)]
#[hdf5(repr = "C")]
struct Text {
    a: u8,
}

fn main() {}
