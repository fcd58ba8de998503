use hdf5::H5Type;

#[derive(H5Type)]
enum Never {}

fn main() {}
