use hdf5::H5Type;

#[derive(H5Type)]
struct Twice {
    a: u8,
    #[hdf5(rename = "a")]
    b: u8,
}

#[derive(H5Type)]
#[repr(u8)]
enum Same {
    A,
    #[hdf5(rename = "A")]
    B,
}

fn main() {}
