use hdf5::H5Type;

#[derive(H5Type)]
#[hdf5(rename = "x")]
struct OnStruct {
    a: u8,
}

#[derive(H5Type)]
#[repr(u8)]
#[hdf5(repr(C))]
enum OnEnum {
    A,
}

#[derive(H5Type)]
struct OnField {
    #[hdf5(repr(C))]
    a: u8,
}

#[derive(H5Type)]
#[repr(u8)]
enum OnVariant {
    #[hdf5(default)]
    A,
}

#[derive(H5Type)]
struct OnParameter<#[hdf5(skip)] T> {
    a: T,
}

fn main() {}
