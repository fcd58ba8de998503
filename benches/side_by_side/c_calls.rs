//! What a C program calls, for the column of the C calls.

use std::ffi::{CStr, CString, c_char, c_void};
use std::path::Path;
use std::ptr::{null, null_mut};

use hdf5_ffi::*;

/// An identifier that is closed when it is dropped.
pub(crate) struct Id(hid_t);

impl Drop for Id {
    fn drop(&mut self) {
        let _lock = lock();
        // SAFETY: the lock is held, and the identifier is open.
        let left = unsafe { H5Idec_ref(self.0) };
        assert!(left >= 0);
    }
}

fn opened(id: hid_t) -> Id {
    assert!(id >= 0, "the C call failed");
    Id(id)
}

fn done(status: herr_t) {
    assert!(status >= 0, "the C call failed");
}

fn c_path(path: &Path) -> CString {
    CString::new(path.to_str().expect("a path in UTF-8")).expect("no NUL")
}

pub(crate) fn open_file(path: &Path) -> Id {
    let path = c_path(path);
    let _lock = lock();
    // SAFETY: the lock is held, and the path is NUL-terminated.
    opened(unsafe { H5Fopen(path.as_ptr(), H5F_ACC_RDONLY, H5P_DEFAULT) })
}

pub(crate) fn create_file(path: &Path) -> Id {
    let path = c_path(path);
    let _lock = lock();
    // SAFETY: the lock is held, and the path is NUL-terminated.
    opened(unsafe { H5Fcreate(path.as_ptr(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT) })
}

pub(crate) fn open_dataset(file: &Id, name: &str) -> Id {
    let name = CString::new(name).expect("no NUL");
    let _lock = lock();
    // SAFETY: the lock is held, the file is open, and the name is NUL-terminated.
    opened(unsafe { H5Dopen(file.0, name.as_ptr(), H5P_DEFAULT) })
}

pub(crate) fn open_group(file: &Id, name: &str) -> Id {
    let name = CString::new(name).expect("no NUL");
    let _lock = lock();
    // SAFETY: the lock is held, the file is open, and the name is NUL-terminated.
    opened(unsafe { H5Gopen(file.0, name.as_ptr(), H5P_DEFAULT) })
}

pub(crate) fn create_group(file: &Id, name: &str) -> Id {
    let name = CString::new(name).expect("no NUL");
    let _lock = lock();
    // SAFETY: the lock is held, the file is open, and the name is NUL-terminated.
    opened(unsafe { H5Gcreate(file.0, name.as_ptr(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT) })
}

pub(crate) fn open_object(group: &Id, path: &CStr) -> Id {
    let _lock = lock();
    // SAFETY: the lock is held, the group is open, and the path is NUL-terminated.
    opened(unsafe { H5Oopen(group.0, path.as_ptr(), H5P_DEFAULT) })
}

pub(crate) fn exists(file: &Id, path: &str) -> bool {
    let path = CString::new(path).expect("no NUL");
    let _lock = lock();
    // SAFETY: the lock is held, the file is open, and the path is NUL-terminated.
    unsafe { H5Lexists(file.0, path.as_ptr(), H5P_DEFAULT) > 0 }
}

/// The names of a group's links, and whether they are hard.
pub(crate) fn links(group: &Id) -> Vec<(CString, bool)> {
    unsafe extern "C" fn push(
        _group: hid_t,
        name: *const c_char,
        info: *const H5L_info_t,
        links: *mut c_void,
    ) -> herr_t {
        // SAFETY: `links` is the vector below, and libhdf5 passes a name and what it knows of it.
        unsafe {
            let hard = (*info).type_ == H5L_TYPE_HARD;
            (*links.cast::<Vec<_>>()).push((CStr::from_ptr(name).to_owned(), hard));
        }
        0
    }

    let mut links: Vec<(CString, bool)> = Vec::new();
    let data = (&raw mut links).cast();
    let _lock = lock();
    // SAFETY: the lock is held, and `push` is given the vector, which outlives the call.
    done(unsafe { H5Literate(group.0, H5_INDEX_NAME, H5_ITER_INC, null_mut(), Some(push), data) });
    links
}

/// The paths of the objects below a group, and whether they are datasets.
pub(crate) fn objects(group: &Id) -> Vec<(CString, bool)> {
    unsafe extern "C" fn push(
        _group: hid_t,
        path: *const c_char,
        info: *const H5O_info_t,
        objects: *mut c_void,
    ) -> herr_t {
        // SAFETY: `objects` is the vector below, and libhdf5 passes a path and what is there.
        unsafe {
            let (path, dataset) = (CStr::from_ptr(path), (*info).type_ == H5O_TYPE_DATASET);
            if path != c"." {
                (*objects.cast::<Vec<_>>()).push((path.to_owned(), dataset));
            }
        }
        0
    }

    let mut objects: Vec<(CString, bool)> = Vec::new();
    let data = (&raw mut objects).cast();
    let _lock = lock();
    // SAFETY: the lock is held, and `push` is given the vector, which outlives the call.
    let status = unsafe {
        #[cfg(hdf5_ge_1_12)]
        let status =
            H5Ovisit3(group.0, H5_INDEX_NAME, H5_ITER_INC, Some(push), data, H5O_INFO_BASIC);
        #[cfg(not(hdf5_ge_1_12))]
        let status =
            H5Ovisit2(group.0, H5_INDEX_NAME, H5_ITER_INC, Some(push), data, H5O_INFO_BASIC);
        status
    };
    done(status);
    objects
}

/// Creates a dataset of f64 of one axis or, with chunks, of rows that can be appended.
pub(crate) fn create_dataset(
    file: &Id,
    name: &str,
    shape: &[hsize_t],
    chunk: Option<&[hsize_t]>,
) -> Id {
    let name = CString::new(name).expect("no NUL");
    let rank = shape.len() as i32;
    let _lock = lock();
    // SAFETY: the lock is held, the arrays have as many elements as there are axes, and the name is
    // NUL-terminated.
    unsafe {
        let mut maximum = shape.to_vec();
        let mut creation = None;
        if let Some(chunk) = chunk {
            maximum[0] = H5S_UNLIMITED;
            let list = opened(H5Pcreate(H5P_DATASET_CREATE));
            done(H5Pset_chunk(list.0, rank, chunk.as_ptr()));
            creation = Some(list);
        }
        let space = opened(H5Screate_simple(rank, shape.as_ptr(), maximum.as_ptr()));
        let creation = creation.as_ref().map_or(H5P_DEFAULT, |list| list.0);
        let (name, ty) = (name.as_ptr(), H5T_NATIVE_DOUBLE);
        opened(H5Dcreate(file.0, name, ty, space.0, H5P_DEFAULT, creation, H5P_DEFAULT))
    }
}

/// Reads as many elements as there is room for, from a place on.
pub(crate) fn read_slab(dataset: &Id, start: hsize_t, values: &mut [f64]) {
    let count = values.len() as hsize_t;
    let _lock = lock();
    // SAFETY: the lock is held, the memory dataspace has as many elements as there is room for, and
    // the arrays have one element for the one axis.
    unsafe {
        let space = opened(H5Dget_space(dataset.0));
        done(H5Sselect_hyperslab(space.0, H5S_SELECT_SET, &start, null(), &count, null()));
        let memory = opened(H5Screate_simple(1, &count, null()));
        let values = values.as_mut_ptr().cast();
        done(H5Dread(dataset.0, H5T_NATIVE_DOUBLE, memory.0, space.0, H5P_DEFAULT, values));
    }
}

/// Reads elements of a dataset of one axis, in the order of the indices.
pub(crate) fn read_points(dataset: &Id, indices: &[hsize_t], values: &mut [f64]) {
    assert_eq!(indices.len(), values.len());
    let count = values.len() as hsize_t;
    let _lock = lock();
    // SAFETY: the lock is held, there is room for as many elements as there are indices, and each
    // index is the coordinate of the one axis.
    unsafe {
        let space = opened(H5Dget_space(dataset.0));
        done(H5Sselect_elements(space.0, H5S_SELECT_SET, indices.len(), indices.as_ptr()));
        let memory = opened(H5Screate_simple(1, &count, null()));
        let values = values.as_mut_ptr().cast();
        done(H5Dread(dataset.0, H5T_NATIVE_DOUBLE, memory.0, space.0, H5P_DEFAULT, values));
    }
}

/// Writes elements of a dataset of one axis, from a place on.
pub(crate) fn write_slab(dataset: &Id, start: hsize_t, values: &[f64]) {
    let count = values.len() as hsize_t;
    let _lock = lock();
    // SAFETY: as in `read_slab`.
    unsafe {
        let space = opened(H5Dget_space(dataset.0));
        done(H5Sselect_hyperslab(space.0, H5S_SELECT_SET, &start, null(), &count, null()));
        let memory = opened(H5Screate_simple(1, &count, null()));
        let values = values.as_ptr().cast();
        done(H5Dwrite(dataset.0, H5T_NATIVE_DOUBLE, memory.0, space.0, H5P_DEFAULT, values));
    }
}

/// Writes all elements of a new dataset, whose type and space are the data's.
pub(crate) fn write_all(dataset: &Id, values: &[f64]) {
    let _lock = lock();
    // SAFETY: the lock is held, and the caller created the dataset with as many elements.
    unsafe {
        let values = values.as_ptr().cast();
        done(H5Dwrite(dataset.0, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values));
    }
}

/// Makes a dataset of rows longer by one and writes it.
pub(crate) fn append_row(dataset: &Id, values: &[f64]) {
    let _lock = lock();
    // SAFETY: the lock is held; the datasets that are given have two axes, the second as long as the
    // row, and the arrays have an element for each.
    unsafe {
        let space = opened(H5Dget_space(dataset.0));
        let mut shape = [0; 2];
        assert_eq!(H5Sget_simple_extent_dims(space.0, shape.as_mut_ptr(), null_mut()), 2);
        assert_eq!(shape[1], values.len() as hsize_t);
        let (start, count) = ([shape[0], 0], [1, shape[1]]);
        shape[0] += 1;
        done(H5Dset_extent(dataset.0, shape.as_ptr()));
        let space = opened(H5Dget_space(dataset.0));
        let (start, count) = (start.as_ptr(), count.as_ptr());
        done(H5Sselect_hyperslab(space.0, H5S_SELECT_SET, start, null(), count, null()));
        let memory = opened(H5Screate_simple(2, count, null()));
        let values = values.as_ptr().cast();
        done(H5Dwrite(dataset.0, H5T_NATIVE_DOUBLE, memory.0, space.0, H5P_DEFAULT, values));
    }
}

pub(crate) fn read_scalar(dataset: &Id) -> f64 {
    let mut value = 0.0_f64;
    let _lock = lock();
    // SAFETY: the lock is held, and the caller's dataset is a scalar, for which there is room.
    unsafe {
        let place = (&raw mut value).cast();
        done(H5Dread(dataset.0, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, place));
    }
    value
}

pub(crate) fn create_number_attribute(object: &Id, name: &str, value: i64) {
    let name = CString::new(name).expect("no NUL");
    let _lock = lock();
    // SAFETY: the lock is held, the object is open, the name is NUL-terminated, and the one value is of the
    // type that it is said to be of.
    unsafe {
        let (name, ty, space) = (name.as_ptr(), H5T_NATIVE_INT64, opened(H5Screate(H5S_SCALAR)));
        let attribute = opened(H5Acreate(object.0, name, ty, space.0, H5P_DEFAULT, H5P_DEFAULT));
        done(H5Awrite(attribute.0, ty, (&raw const value).cast()));
    }
}

/// Writes over an attribute of one i64.
pub(crate) fn write_number_attribute(object: &Id, name: &str, value: i64) {
    let name = CString::new(name).expect("no NUL");
    let _lock = lock();
    // SAFETY: as in `create_number_attribute`.
    unsafe {
        let attribute = opened(H5Aopen(object.0, name.as_ptr(), H5P_DEFAULT));
        done(H5Awrite(attribute.0, H5T_NATIVE_INT64, (&raw const value).cast()));
    }
}

/// Reads an attribute of one i64.
pub(crate) fn read_number_attribute(object: &Id, name: &str) -> i64 {
    let name = CString::new(name).expect("no NUL");
    let mut value = 0;
    let _lock = lock();
    // SAFETY: as in `create_number_attribute`.
    unsafe {
        let attribute = opened(H5Aopen(object.0, name.as_ptr(), H5P_DEFAULT));
        done(H5Aread(attribute.0, H5T_NATIVE_INT64, (&raw mut value).cast()));
    }
    value
}

/// Text of any length, in UTF-8. The lock must be held.
fn text_type() -> Id {
    // SAFETY: the lock is held.
    unsafe {
        let ty = opened(H5Tcopy(H5T_C_S1));
        done(H5Tset_size(ty.0, H5T_VARIABLE));
        done(H5Tset_cset(ty.0, H5T_CSET_UTF8));
        ty
    }
}

pub(crate) fn create_text_attribute(object: &Id, name: &str, value: &str) {
    let (name, value) = [name, value].map(|text| CString::new(text).expect("no NUL")).into();
    let _lock = lock();
    // SAFETY: the lock is held, the object is open, the name is NUL-terminated, and the one value is a
    // pointer to NUL-terminated text.
    unsafe {
        let (ty, space) = (text_type(), opened(H5Screate(H5S_SCALAR)));
        let create = H5Acreate(object.0, name.as_ptr(), ty.0, space.0, H5P_DEFAULT, H5P_DEFAULT);
        let (attribute, value) = (opened(create), value.as_ptr());
        done(H5Awrite(attribute.0, ty.0, (&raw const value).cast()));
    }
}

/// Reads an attribute of one text of any length.
pub(crate) fn read_text_attribute(object: &Id, name: &str) -> CString {
    let name = CString::new(name).expect("no NUL");
    let mut value: *mut c_char = null_mut();
    let _lock = lock();
    // SAFETY: the lock is held, the object is open, and the name is NUL-terminated; the library allocates
    // the text, which is copied and given back.
    unsafe {
        let (attribute, ty) = (opened(H5Aopen(object.0, name.as_ptr(), H5P_DEFAULT)), text_type());
        done(H5Aread(attribute.0, ty.0, (&raw mut value).cast()));
        let text = CStr::from_ptr(value).to_owned();
        H5free_memory(value.cast());
        text
    }
}
