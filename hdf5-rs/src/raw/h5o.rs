//! Objects: what a link leads to.

use core::ffi::{CStr, c_uint, c_ulong};
use core::mem::MaybeUninit;

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::call::{Herr, Hid, Htri, Len, call};
use crate::raw::{Handle, h5i, link_access, removed};

/// What identifies an object among all open files, and its kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Info {
    pub(crate) kind: H5O_type_t,
    pub(crate) identity: Identity,
    /// The number of hard links that lead to the object.
    pub(crate) links: c_uint,
}

/// Where an object lies among all open files: equal for two handles exactly if they are of the same
/// object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Identity {
    file: c_ulong,
    token: [u8; 16],
}

impl Identity {
    /// The number of the file among those that are open.
    pub(crate) fn file_number(&self) -> c_ulong {
        self.file
    }

    /// Whether both objects are in one file.
    pub(crate) fn is_in_file_of(&self, other: &Self) -> bool {
        self.file == other.file
    }

    /// Where the object lies in its file.
    pub(crate) fn token(&self) -> Token {
        Token(self.token)
    }

    /// What identifies the object of the same file to which a hard link leads.
    pub(crate) fn beside(&self, Token(token): Token) -> Self {
        Self { file: self.file, token }
    }
}

/// Where an object lies in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Token([u8; 16]);

impl Token {
    /// The token that an object reference consists of: its first bytes, of which the others are zero.
    pub(crate) fn of_reference(reference: [u8; 8]) -> Self {
        let mut token = [0; 16];
        token[..8].copy_from_slice(&reference);
        Self(token)
    }

    /// The token of what lies at an address of HDF5's own format.
    pub(crate) fn of_address(address: u64) -> Self {
        #[cfg(hdf5_ge_1_12)]
        return Self::of_reference(address.to_le_bytes());
        #[cfg(not(hdf5_ge_1_12))]
        Self::from(address)
    }

    /// The bytes of an object reference to the object.
    pub(crate) fn to_reference(self) -> [u8; 8] {
        *self.0.first_chunk().expect("a token is longer")
    }

    /// The address of the object's header, of which the token consists.
    #[cfg(any(all(test, unix), not(hdf5_ge_1_14)))]
    pub(crate) fn address(self) -> haddr_t {
        if cfg!(hdf5_ge_1_12) {
            haddr_t::from_le_bytes(self.to_reference())
        } else {
            haddr_t::from_ne_bytes(self.to_reference())
        }
    }
}

#[cfg(hdf5_ge_1_12)]
impl From<H5O_token_t> for Token {
    fn from(token: H5O_token_t) -> Self {
        Self(token.__data)
    }
}

#[cfg(not(hdf5_ge_1_12))]
impl From<haddr_t> for Token {
    fn from(address: haddr_t) -> Self {
        let mut token = [0; 16];
        token[..8].copy_from_slice(&address.to_ne_bytes());
        Self(token)
    }
}

pub(crate) fn open(location: &Handle, path: &CStr) -> Result<hid_t> {
    let (id, access) = (location.id()?, link_access::default_for(location)?);
    // SAFETY: the path is NUL-terminated.
    call(|| Hid(unsafe { H5Oopen(id, path.as_ptr(), access) }))
}

/// Opens an object; the list says how links on the way to it are followed.
pub(crate) fn open_with(location: &Handle, path: &CStr, link_access: &Handle) -> Result<hid_t> {
    let (id, link_access) = (location.id()?, link_access.id()?);
    // SAFETY: the path is NUL-terminated.
    call(|| Hid(unsafe { H5Oopen(id, path.as_ptr(), link_access) }))
}

/// Opens the object at a place in the file.
pub(crate) fn open_by_token(location: &Handle, token: Token) -> Result<hid_t> {
    let id = location.id()?;
    // SAFETY: no pointers.
    #[cfg(hdf5_ge_1_12)]
    return call(|| Hid(unsafe { H5Oopen_by_token(id, H5O_token_t { __data: token.0 }) }));
    #[cfg(not(hdf5_ge_1_12))]
    {
        let address = haddr_t::from_ne_bytes(token.to_reference());
        // SAFETY: no pointers.
        call(|| Hid(unsafe { H5Oopen_by_addr(id, address) }))
    }
}

/// The comment of an object; empty if it has none.
pub(crate) fn comment(object: &Handle) -> Result<Vec<u8>> {
    let id = object.id()?;
    // SAFETY: `text` passes a buffer that is as long as it says, or null.
    h5i::text(|buffer, size| Len(unsafe { H5Oget_comment(id, buffer, size) } as i64))
}

pub(crate) fn set_comment(object: &Handle, comment: &CStr) -> Result<()> {
    let id = object.id()?;
    // SAFETY: the comment is NUL-terminated.
    call(|| Herr(unsafe { H5Oset_comment(id, comment.as_ptr()) }))
}

/// Copies an object with what belongs to it, and links the copy.
pub(crate) fn copy(
    source: &Handle,
    group: &Handle,
    name: &CStr,
    object_copy: &Handle,
    link_create: &Handle,
) -> Result<()> {
    let (source, group, name) = (source.id()?, group.id()?, name.as_ptr());
    let (object_copy, link_create) = (object_copy.id()?, link_create.id()?);
    removed::link_is_made();
    call(|| {
        // SAFETY: the name is NUL-terminated.
        Herr(unsafe { H5Ocopy(source, c".".as_ptr(), group, name, object_copy, link_create) })
    })
}

/// Whether a path leads to an object: false for a dangling soft or external link.
pub(crate) fn exists_by_name(location: &Handle, path: &CStr) -> Result<bool> {
    let (id, access) = (location.id()?, link_access::default_for(location)?);
    // SAFETY: the path is NUL-terminated.
    call(|| Htri(unsafe { H5Oexists_by_name(id, path.as_ptr(), access) }))
}

/// Links an object that has no name yet.
pub(crate) fn link(
    object: &Handle,
    parent: &Handle,
    name: &CStr,
    link_create: &Handle,
) -> Result<()> {
    let access = link_access::default_for(parent)?;
    let (object, parent, link_create) = (object.id()?, parent.id()?, link_create.id()?);
    removed::link_is_made();
    // SAFETY: the name is NUL-terminated.
    call(|| Herr(unsafe { H5Olink(object, parent, name.as_ptr(), link_create, access) }))
}

pub(crate) fn info(object: &Handle) -> Result<Info> {
    Ok(Info::from(&get_info_of(object, H5O_INFO_BASIC)?))
}

/// Whether the file keeps when an object was last modified. A header of the format before HDF5 1.8 has one time,
/// which is told as that of the last change of the header.
pub(crate) fn is_dated(object: &Handle) -> Result<bool> {
    let info = get_info_of(object, H5O_INFO_TIME)?;
    Ok(info.mtime != 0 || info.ctime != 0)
}

/// The number of an object's attributes.
pub(crate) fn attribute_count(object: &Handle) -> Result<u64> {
    Ok(get_info_of(object, H5O_INFO_NUM_ATTRS)?.num_attrs)
}

/// Whether the file keeps the order in which an object's attributes are created.
pub(crate) fn tracks_attribute_order(object: &Handle) -> Result<bool> {
    Ok(header(object)?.flags & H5O_HDR_ATTR_CRT_ORDER_TRACKED != 0)
}

/// Whether an object's header is in the format of HDF5 before 1.8.
pub(crate) fn has_first_header(object: &Handle) -> Result<bool> {
    Ok(header(object)?.version == 1)
}

/// Keeps what describes an object (its header, and the index of its chunks) from being written when the
/// metadata cache needs room. An explicit flush writes it.
pub(crate) fn disable_mdc_flushes(object: &Handle) -> Result<()> {
    let id = object.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Odisable_mdc_flushes(id) }))
}

/// Ends a [`disable_mdc_flushes`].
pub(crate) fn enable_mdc_flushes(object: &Handle) -> Result<()> {
    let id = object.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Oenable_mdc_flushes(id) }))
}

fn header(object: &Handle) -> Result<H5O_hdr_info_t> {
    let id = object.id()?;
    #[cfg(hdf5_ge_1_12)]
    {
        let mut info = MaybeUninit::<H5O_native_info_t>::zeroed();
        // SAFETY: `info` is valid for writes.
        call(|| Herr(unsafe { H5Oget_native_info(id, info.as_mut_ptr(), H5O_NATIVE_INFO_HDR) }))?;
        // SAFETY: all-zero bytes are a valid value of this struct of numbers.
        Ok(unsafe { info.assume_init() }.hdr)
    }
    // SAFETY: `info` is valid for writes.
    #[cfg(not(hdf5_ge_1_12))]
    Ok(get_info(|info| unsafe { H5Oget_info2(id, info, H5O_INFO_HDR) })?.hdr)
}

fn get_info_of(object: &Handle, fields: c_uint) -> Result<CInfo> {
    let id = object.id()?;
    get_info(|info| {
        // SAFETY: `info` is valid for writes.
        #[cfg(hdf5_ge_1_12)]
        return unsafe { H5Oget_info3(id, info, fields) };
        #[cfg(not(hdf5_ge_1_12))]
        // SAFETY: `info` is valid for writes.
        return unsafe { H5Oget_info2(id, info, fields) };
    })
}

pub(crate) fn info_by_name(location: &Handle, path: &CStr) -> Result<Info> {
    let (id, path) = (location.id()?, path.as_ptr());
    let access = link_access::default_for(location)?;
    let info = get_info(|info| {
        // SAFETY: `info` is valid for writes and the path NUL-terminated.
        #[cfg(hdf5_ge_1_12)]
        return unsafe { H5Oget_info_by_name3(id, path, info, H5O_INFO_BASIC, access) };
        #[cfg(not(hdf5_ge_1_12))]
        // SAFETY: `info` is valid for writes and the path NUL-terminated.
        return unsafe { H5Oget_info_by_name2(id, path, info, H5O_INFO_BASIC, access) };
    })?;
    Ok(Info::from(&info))
}

#[cfg(hdf5_ge_1_12)]
type CInfo = H5O_info2_t;
#[cfg(not(hdf5_ge_1_12))]
type CInfo = H5O_info1_t;

fn get_info(c_call: impl FnOnce(*mut CInfo) -> herr_t) -> Result<CInfo> {
    let mut info = MaybeUninit::<CInfo>::zeroed();
    call(|| Herr(c_call(info.as_mut_ptr())))?;
    // SAFETY: all-zero bytes are a valid value of this struct of numbers, and the call has filled in
    // what was asked for.
    Ok(unsafe { info.assume_init() })
}

impl From<&CInfo> for Info {
    fn from(info: &CInfo) -> Self {
        #[cfg(hdf5_ge_1_12)]
        let Token(token) = info.token.into();
        #[cfg(not(hdf5_ge_1_12))]
        let Token(token) = info.addr.into();
        let identity = Identity { file: info.fileno, token };
        Self { kind: info.type_, identity, links: info.rc }
    }
}
