use hdf5::H5Type;

#[derive(H5Type)]
#[repr(u8)]
enum Shape {
    Circle(f64),
    Square,
}

fn main() {}
