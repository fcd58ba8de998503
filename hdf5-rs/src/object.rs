//! What every object in a file has: an identifier, its file, and a path for messages.

use std::fmt;
use std::sync::Arc;

use hdf5_ffi::{H5I_DATASET, H5I_GROUP, H5O_TYPE_DATASET, H5O_TYPE_GROUP, H5O_type_t, hid_t};

use crate::error::{Error, ErrorKind, Result};
use crate::name::join;
use crate::node::ObjectKind;
use crate::raw::{Handle, OpenFile, h5i, h5o, single};

/// An open object: a group, dataset or committed datatype. Clones share the identifier.
#[derive(Clone)]
pub(crate) struct Object {
    handle: Arc<Handle>,
    file: Arc<OpenFile>,
}

impl Object {
    /// Takes over the identifier of an object in a file.
    pub(crate) fn new(id: hid_t, file: &Arc<OpenFile>) -> Self {
        Self { handle: single(Handle::in_file(id, file), file), file: Arc::clone(file) }
    }

    /// Takes over a handle that is an object of a file.
    pub(crate) fn of_handle(handle: Handle, file: &Arc<OpenFile>) -> Self {
        Self { handle: Arc::new(handle.now_in_file(file)), file: Arc::clone(file) }
    }

    pub(crate) fn handle(&self) -> &Handle {
        &self.handle
    }

    /// The handle, for who keeps it.
    pub(crate) fn shared_handle(&self) -> Arc<Handle> {
        Arc::clone(&self.handle)
    }

    /// Checks that another object is in the same file.
    pub(crate) fn check_same_file(&self, other: &Self) -> Result<()> {
        if self.info()?.identity.is_in_file_of(&other.info()?.identity) {
            return Ok(());
        }
        Err(Error::invalid_argument("the other object is in another file"))
    }

    pub(crate) fn file(&self) -> &Arc<OpenFile> {
        &self.file
    }

    /// A path that leads to the object; `None` if no link does, or the file is closed.
    pub(crate) fn path(&self) -> Option<String> {
        let path = h5i::name(&self.handle).ok()??;
        Some(String::from_utf8_lossy(&path).into_owned())
    }

    /// Its kind, without a look at the file.
    pub(crate) fn kind(&self) -> Result<ObjectKind> {
        Ok(match h5i::type_of(&self.handle)? {
            H5I_GROUP => ObjectKind::Group,
            H5I_DATASET => ObjectKind::Dataset,
            _ => ObjectKind::Datatype,
        })
    }

    pub(crate) fn info(&self) -> Result<h5o::Info> {
        h5o::info(&self.handle)
    }

    /// Says in an error what was done to this object.
    pub(crate) fn explain(&self, error: Error, action: impl Into<ActionText>) -> Error {
        // Without a name the file's path would stand where the object's belongs.
        let nameless = || match self.file.check() {
            Err(error) if *error.kind() == ErrorKind::Closed => String::from("(closed)"),
            _ => String::from("(no name)"),
        };
        let name = || Some(self.path().unwrap_or_else(nameless));
        self.closed_meanwhile(error).during(action.into()).object(name).file(self.file.path())
    }

    /// Another thread may close the file between two calls, or between the check and the call.
    fn closed_meanwhile(&self, error: Error) -> Error {
        match (error.kind(), self.file.check()) {
            (ErrorKind::Library, Err(closed)) => error.refine(closed.kind().clone()),
            _ => error,
        }
    }

    /// Says in an error what was done to something that has a path below this object.
    pub(crate) fn explain_at(
        &self,
        error: Error,
        action: impl Into<ActionText>,
        name: &[u8],
    ) -> Error {
        self.closed_meanwhile(error)
            .during(action.into())
            .object(|| Some(join(self.path().as_deref(), name)))
            .file(self.file.path())
    }
}

/// Its path and its file.
impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path() {
            Some(path) => write!(f, "\"{path}\" in \"{}\"", self.file.path().display()),
            None => write!(f, "no name in \"{}\"", self.file.path().display()),
        }
    }
}

type ActionText = std::borrow::Cow<'static, str>;

/// The kind of an object.
pub(crate) fn kind_of(info: &h5o::Info) -> ObjectKind {
    kind_of_type(info.kind)
}

/// The kind of an object, as the library numbers it; maps exist only outside HDF5's own format.
pub(crate) fn kind_of_type(object_type: H5O_type_t) -> ObjectKind {
    match object_type {
        H5O_TYPE_GROUP => ObjectKind::Group,
        H5O_TYPE_DATASET => ObjectKind::Dataset,
        _ => ObjectKind::Datatype,
    }
}
