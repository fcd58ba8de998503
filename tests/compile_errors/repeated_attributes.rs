use hdf5::H5Type;

#[derive(H5Type)]
struct Twice {
    #[hdf5(rename = "x")]
    #[hdf5(rename = "y")]
    a: u8,
}

#[derive(H5Type)]
#[hdf5(repr(C), repr(packed))]
struct Both {
    a: u8,
}

fn main() {}
