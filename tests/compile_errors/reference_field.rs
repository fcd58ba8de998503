use hdf5::H5Type;

#[derive(H5Type)]
struct Borrowed<'a> {
    id: u8,
    label: &'a str,
}

fn main() {}
