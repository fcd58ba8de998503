use hdf5::H5Type;

#[derive(H5Type)]
struct Field {
    #[hdf5(name = "x")]
    a: u8,
}

#[derive(H5Type)]
#[repr(u8)]
enum Variant {
    #[hdf5(alias = "x")]
    A,
}

#[derive(H5Type)]
#[hdf5(packed)]
struct Type {
    a: u8,
}

fn main() {}
