use hdf5::H5Type;

#[derive(H5Type)]
struct Settings {
    id: u8,
    #[hdf5(default = "fast")]
    speed: f64,
}

fn main() {}
