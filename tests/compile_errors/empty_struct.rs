use hdf5::H5Type;

#[derive(H5Type)]
struct Empty;

#[derive(H5Type)]
struct NothingStored {
    #[hdf5(skip)]
    cache: u8,
}

fn main() {}
