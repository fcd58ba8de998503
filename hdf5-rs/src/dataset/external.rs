//! Data that lies in files of its own.

use std::path::{Path, PathBuf};

use hdf5_ffi::H5F_UNLIMITED;

use crate::dataset::elsewhere::Elsewhere;
use crate::dataset::{Dataset, DatasetAccess};
use crate::error::{Error, ErrorKind, Frame, Result};
use crate::name::{path_of, path_to_c};
use crate::object::Object;
use crate::raw::{Handle, h5f, h5p, lock};

/// A part of a file without any structure, which holds elements of a dataset.
///
/// A relative name is one from the working directory, or from the folder that
/// [`DatasetAccess::external_prefix`](crate::DatasetAccess::external_prefix) gives; it is stored as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExternalFile {
    /// The file's name.
    pub path: PathBuf,
    /// The byte at which the part starts.
    pub offset: u64,
    /// Its bytes; `None` is to the end of the file, wherever that will be, for the last part of a dataset.
    pub size: Option<u64>,
}

impl Dataset {
    /// Says which external file it was that libhdf5 could not open, if that is known.
    pub(super) fn name_external_file(&self, error: Error) -> Error {
        let of_external = |frame: &Frame| frame.major == "External file list";
        if *error.kind() != ErrorKind::Library || !error.frames().iter().any(of_external) {
            return error;
        }
        let Ok(files) = self.external_files() else { return error };
        let refused = |file: &ExternalFile| {
            file.refusal().map(|reason| (file.path.display().to_string(), Box::new(reason)))
        };
        let mut refused = files.iter().filter_map(refused);
        match (refused.next(), refused.next()) {
            // With a folder for relative names there may be others.
            (Some((file, reason)), None) => error.refine(ErrorKind::ExternalFile { file, reason }),
            _ => error,
        }
    }
}

/// Writing.
impl Dataset {
    /// Checks that what is written to external files does not overwrite the file that the dataset is in.
    pub(super) fn check_external(&self) -> Result<()> {
        match self.elsewhere()? {
            Elsewhere::Files(paths) => {
                paths.iter().try_for_each(|path| check_is_another(path, &self.object))
            }
            Elsewhere::Nowhere | Elsewhere::Sources(_) => Ok(()),
        }
    }
}

/// Checks that a path does not lead to the file that an object is in.
fn check_is_another(path: &Path, object: &Object) -> Result<()> {
    let open = object.file();
    if open.is_in_stream() {
        return Ok(());
    }
    let parts = open.parts().unwrap_or_else(|| vec![open.place().to_owned()]);
    match h5f::is_at(&h5f::file_of(object.handle())?, &parts, path)? {
        true => Err(ErrorKind::ExternalIsItself { file: path.display().to_string() }.into()),
        false => Ok(()),
    }
}

impl ExternalFile {
    /// A part of a file.
    #[must_use]
    pub fn new(path: impl AsRef<Path>, offset: u64, size: Option<u64>) -> Self {
        Self { path: path.as_ref().to_owned(), offset, size }
    }

    /// Checks that no part of a new dataset is the file that is to have it.
    pub(super) fn check_new(parts: &[Self], access: &DatasetAccess, object: &Object) -> Result<()> {
        const ORIGIN: &[u8] = b"${ORIGIN}";
        let mut folder = access.external_folder().unwrap_or_default();
        if let Some(rest) = folder.as_os_str().as_encoded_bytes().strip_prefix(ORIGIN) {
            // Mostly a separator follows, with which it would be a path of its own.
            let rest = path_of(rest);
            let below = rest.strip_prefix("/").unwrap_or(&rest);
            let home = object.file().place().parent().unwrap_or(Path::new("/"));
            folder = home.join(below);
        }
        parts.iter().try_for_each(|part| check_is_another(&folder.join(&part.path), object))
    }

    /// Why it cannot be read, from the working directory.
    fn refusal(&self) -> Option<ErrorKind> {
        match std::fs::File::open(&self.path) {
            Ok(_) => None,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Some(ErrorKind::NotFound { missing: self.path.display().to_string() })
            }
            Err(error) => Some(ErrorKind::Io(error.kind())),
        }
    }

    /// The parts that a creation property list names.
    pub(crate) fn list(creation: &Handle) -> Result<Vec<Self>> {
        let _lock = lock();
        let parts = (0..h5p::external_count(creation)?).map(|index| {
            let (name, offset, size) = h5p::external(creation, index as u32)?;
            let size = (size != H5F_UNLIMITED).then_some(size);
            Ok(Self { path: path_of(&name), offset, size })
        });
        parts.collect()
    }

    /// Checks parts for data of that many bytes, or of any if it grows without limit, and puts them into a
    /// creation property list.
    pub(super) fn put_into(parts: &[Self], plist: &Handle, bytes: Option<usize>) -> Result<()> {
        let mut room = Some(0_u64);
        for part in parts {
            let Some(before) = room else {
                let reason = "only the last external file has no size";
                return Err(Error::invalid_argument(reason));
            };
            if part.size == Some(0) || part.size == Some(H5F_UNLIMITED) {
                return Err(Error::invalid_argument("an external file of no bytes"));
            }
            let after = part.size.map(|size| {
                let after = before.checked_add(size);
                after.ok_or_else(|| Error::invalid_argument("the external files are too large"))
            });
            room = after.transpose()?;
            h5p::set_external(
                plist,
                &path_to_c(&part.path)?,
                part.offset,
                part.size.unwrap_or(H5F_UNLIMITED),
            )?;
        }
        match (room, bytes) {
            (None, _) => Ok(()),
            (Some(_), None) => {
                let reason = "without a limit, the last external file must have no size";
                Err(Error::invalid_argument(reason))
            }
            (Some(room), Some(bytes)) if room < bytes as u64 => {
                let reason = format!("the external files hold {room} bytes, not {bytes}");
                Err(Error::invalid_argument(reason))
            }
            (Some(_), Some(_)) => Ok(()),
        }
    }
}
