//! Links.

use core::ffi::{CStr, c_char, c_void};
use core::mem::MaybeUninit;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::call::{Herr, Htri, call};
use crate::raw::h5o::Token;
use crate::raw::{Handle, link_access, removed};

/// A link's class, and the size of its value where it has one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Info {
    pub(crate) class: H5L_type_t,
    pub(crate) value_size: usize,
    /// What a hard link leads to.
    pub(crate) target: Option<Token>,
    /// Its place in the order of creation, where the group tracks that.
    pub(crate) creation_order: Option<i64>,
    /// The character set of its name.
    pub(crate) charset: H5T_cset_t,
}

#[cfg(hdf5_ge_1_12)]
type CInfo = H5L_info2_t;
#[cfg(not(hdf5_ge_1_12))]
type CInfo = H5L_info1_t;

impl From<&CInfo> for Info {
    fn from(info: &CInfo) -> Self {
        let (value_size, target) = if info.type_ == H5L_TYPE_HARD {
            // SAFETY: the link is a hard link, so the union holds where it leads.
            #[cfg(hdf5_ge_1_12)]
            let target = unsafe { info.u.token };
            // SAFETY: as above.
            #[cfg(not(hdf5_ge_1_12))]
            let target = unsafe { info.u.address };
            (0, Some(target.into()))
        } else {
            // SAFETY: the link is not a hard link, so the union holds the size of its value.
            (unsafe { info.u.val_size }, None)
        };
        let creation_order = info.corder_valid.then_some(info.corder);
        Self { class: info.type_, value_size, target, creation_order, charset: info.cset }
    }
}

/// Whether a group has a link of that name; every component but the last must exist.
pub(crate) fn exists(group: &Handle, name: &CStr) -> Result<bool> {
    let (id, access) = (group.id()?, link_access::default_for(group)?);
    // SAFETY: the name is NUL-terminated.
    call(|| Htri(unsafe { H5Lexists(id, name.as_ptr(), access) }))
}

pub(crate) fn delete(group: &Handle, name: &CStr) -> Result<()> {
    let (id, access) = (group.id()?, link_access::default_for(group)?);
    // SAFETY: the name is NUL-terminated.
    call(|| Herr(unsafe { H5Ldelete(id, name.as_ptr(), access) }))
}

/// Gives a link of a group another name, in the same group or another.
pub(crate) fn rename(group: &Handle, from: &CStr, to: &CStr, link_create: &Handle) -> Result<()> {
    let access = link_access::default_for(group)?;
    let (id, link_create) = (group.id()?, link_create.id()?);
    removed::link_is_made();
    // SAFETY: the names are NUL-terminated.
    call(|| Herr(unsafe { H5Lmove(id, from.as_ptr(), id, to.as_ptr(), link_create, access) }))
}

/// Makes a link to a path of the same file.
pub(crate) fn create_soft(
    target: &CStr,
    group: &Handle,
    name: &CStr,
    link_create: &Handle,
) -> Result<()> {
    let access = link_access::default_for(group)?;
    let (id, link_create) = (group.id()?, link_create.id()?);
    call(|| {
        // SAFETY: the names are NUL-terminated.
        Herr(unsafe { H5Lcreate_soft(target.as_ptr(), id, name.as_ptr(), link_create, access) })
    })
}

/// Makes a link to a path of another file.
pub(crate) fn create_external(
    file: &CStr,
    target: &CStr,
    group: &Handle,
    name: &CStr,
    link_create: &Handle,
) -> Result<()> {
    let access = link_access::default_for(group)?;
    let (id, link_create) = (group.id()?, link_create.id()?);
    let (file, target, name) = (file.as_ptr(), target.as_ptr(), name.as_ptr());
    // SAFETY: the names are NUL-terminated.
    call(|| Herr(unsafe { H5Lcreate_external(file, target, id, name, link_create, access) }))
}

/// Makes a link of a registered class.
pub(crate) fn create_user_defined(
    group: &Handle,
    name: &CStr,
    class: u8,
    data: &[u8],
    link_create: &Handle,
) -> Result<()> {
    let access = link_access::default_for(group)?;
    let (id, link_create) = (group.id()?, link_create.id()?);
    let (name, start, size) = (name.as_ptr(), data.as_ptr().cast(), data.len());
    call(|| {
        // SAFETY: the name is NUL-terminated, and there is as much data as is said.
        Herr(unsafe { H5Lcreate_ud(id, name, class.into(), start, size, link_create, access) })
    })
}

/// Moves a link to another group, where it has the same name.
pub(crate) fn move_to(
    from: &Handle,
    name: &CStr,
    group: &Handle,
    link_create: &Handle,
) -> Result<()> {
    let access = link_access::default_for(from)?;
    let (from, to, link_create) = (from.id()?, group.id()?, link_create.id()?);
    let name = name.as_ptr();
    removed::link_is_made();
    // SAFETY: the name is NUL-terminated.
    call(|| Herr(unsafe { H5Lmove(from, name, to, name, link_create, access) }))
}

pub(crate) fn info(group: &Handle, name: &CStr) -> Result<Info> {
    let access = link_access::default_for(group)?;
    let (id, name) = (group.id()?, name.as_ptr());
    let mut info = MaybeUninit::<CInfo>::zeroed();
    // SAFETY: the pointer is valid for writes and the name NUL-terminated.
    #[cfg(hdf5_ge_1_12)]
    call(|| Herr(unsafe { H5Lget_info2(id, name, info.as_mut_ptr(), access) }))?;
    // SAFETY: the pointer is valid for writes and the name NUL-terminated.
    #[cfg(not(hdf5_ge_1_12))]
    call(|| Herr(unsafe { H5Lget_info1(id, name, info.as_mut_ptr(), access) }))?;
    // SAFETY: all-zero bytes are a valid value, and the call has filled it.
    Ok(Info::from(&unsafe { info.assume_init() }))
}

/// The value of a soft, external or user-defined link.
pub(crate) fn value(group: &Handle, name: &CStr, info: &Info) -> Result<Vec<u8>> {
    let access = link_access::default_for(group)?;
    let id = group.id()?;
    let mut value = vec![0_u8; info.value_size];
    call(|| {
        // SAFETY: the buffer is as long as it is said to be, and the name is NUL-terminated.
        Herr(unsafe {
            H5Lget_val(id, name.as_ptr(), value.as_mut_ptr().cast(), value.len(), access)
        })
    })?;
    Ok(value)
}

/// Gives each link of a group to `visit`, in any order, until it returns `false`.
///
/// For an order of names libhdf5 makes a table first. Where that cannot be read, because the file is damaged or the
/// disk fails, it frees what it has not set yet, before 2.0.
///
/// The closure runs under the lock. A panic in it stops the iteration and goes on afterwards.
pub(crate) fn iterate(group: &Handle, visit: &mut dyn FnMut(&CStr, Info) -> bool) -> Result<()> {
    struct Visitor<'a> {
        visit: &'a mut dyn FnMut(&CStr, Info) -> bool,
        panic: Option<Box<dyn Any + Send>>,
    }

    unsafe extern "C" fn visit_one(
        _group: hid_t,
        name: *const c_char,
        info: *const CInfo,
        data: *mut c_void,
    ) -> herr_t {
        // SAFETY: `data` is the `Visitor` below; libhdf5 passes a NUL-terminated name and a valid
        // info.
        let (visitor, name, info) =
            unsafe { (&mut *data.cast::<Visitor<'_>>(), CStr::from_ptr(name), Info::from(&*info)) };
        match catch_unwind(AssertUnwindSafe(|| (visitor.visit)(name, info))) {
            Ok(true) => H5_ITER_CONT as herr_t,
            Ok(false) => H5_ITER_STOP as herr_t,
            Err(panic) => {
                visitor.panic = Some(panic);
                H5_ITER_STOP as herr_t
            }
        }
    }

    let id = group.id()?;
    let mut visitor = Visitor { visit, panic: None };
    let data: *mut c_void = (&raw mut visitor).cast();
    let mut index: hsize_t = 0;
    let result = call(|| {
        // SAFETY: `index` and `data` outlive the call, and `visit_one` is given `data` as is.
        #[cfg(hdf5_ge_1_12)]
        let status = unsafe {
            H5Literate2(id, H5_INDEX_NAME, H5_ITER_NATIVE, &mut index, Some(visit_one), data)
        };
        // SAFETY: as above.
        #[cfg(not(hdf5_ge_1_12))]
        let status = unsafe {
            H5Literate1(id, H5_INDEX_NAME, H5_ITER_NATIVE, &mut index, Some(visit_one), data)
        };
        Herr(status)
    });
    if let Some(panic) = visitor.panic {
        resume_unwind(panic);
    }
    result
}
