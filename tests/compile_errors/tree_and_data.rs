#[derive(hdf5::H5Type, hdf5::SaveTree)]
struct Both {
    a: u8,
}

fn main() {}
