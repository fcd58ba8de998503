use hdf5::H5Type;

#[derive(H5Type)]
struct Tree {
    value: f64,
    children: Vec<Tree>,
}

fn main() {}
