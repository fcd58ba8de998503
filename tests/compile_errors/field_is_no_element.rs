use hdf5::H5Type;

struct Opaque;

#[derive(H5Type)]
struct Holder {
    id: u8,
    opaque: Opaque,
    maybe: Option<f64>,
}

fn main() {}
