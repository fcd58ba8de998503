use hdf5::H5Type;

#[derive(H5Type)]
enum Colour {
    Red,
    Green,
}

#[derive(H5Type)]
#[repr(usize)]
enum Address {
    Null,
}

fn main() {}
