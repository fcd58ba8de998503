use hdf5::H5Type;

#[derive(H5Type)]
union Bits {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
