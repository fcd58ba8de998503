//! Whether a file can be written while others read it.

use hdf5_ffi::H5D_CHUNK_IDX_BTREE;

use crate::dataset::{Dataset, Layout};
use crate::error::{ErrorKind, Result};
use crate::file::File;
use crate::node::Node;
use crate::raw::{h5d, h5f, h5o};
use crate::types::TypeDescriptor;

/// Checks the file and every object in it.
///
/// # Errors
///
/// [`NotForSwmr`](ErrorKind::NotForSwmr) names the object, and says what is wrong with it.
pub(super) fn check(file: &File) -> Result<()> {
    if !h5f::supports_swmr(file.handle())? {
        let what = "reading while it is written, of a file that is not one file on the disk,";
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    if h5f::superblock_version(file.handle())? < 3 {
        let reason =
            "is in a file of a format before HDF5 1.10: create it with `File::create_swmr`";
        return Err(ErrorKind::NotForSwmr { path: "/".into(), reason }.into());
    }
    for item in file.walk()? {
        let (path, node) = item?;
        if let Some(reason) = obstacle(&node)? {
            return Err(ErrorKind::NotForSwmr { path: path.to_string(), reason }.into());
        }
    }
    Ok(())
}

fn obstacle(node: &Node) -> Result<Option<&'static str>> {
    if h5o::has_first_header(node.object().handle())? {
        return Ok(Some("has the format of before HDF5 1.8"));
    }
    match node {
        Node::Dataset(dataset) => obstacle_of_dataset(dataset),
        _ => Ok(None),
    }
}

pub(super) fn obstacle_of_dataset(dataset: &Dataset) -> Result<Option<&'static str>> {
    let ty = dataset.dtype()?;
    Ok(if holds_references(&ty) {
        Some("has references for elements")
    } else if ty.holds_pointers() {
        Some("has elements of variable length: take `FixedUtf8<N>` or `[T; N]`")
    } else if matches!(dataset.layout()?, Layout::Chunked(_))
        && h5d::chunk_index_type(dataset.object().handle())? == H5D_CHUNK_IDX_BTREE
    {
        Some("keeps its chunks in the format of before HDF5 1.10")
    } else {
        None
    })
}

fn holds_references(ty: &TypeDescriptor) -> bool {
    match ty {
        TypeDescriptor::Reference(_) => true,
        TypeDescriptor::Compound(ty) => ty.fields.iter().any(|field| holds_references(&field.ty)),
        TypeDescriptor::Array { base, .. } | TypeDescriptor::VarLen(base) => holds_references(base),
        _ => false,
    }
}
