//! Why a link leads nowhere.

use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};
use crate::file::File;
use crate::group::{self, Group};
use crate::link::{Link, read};
use crate::name::{Name, c_path, join, path_of};
use crate::raw::{Handle, h5f, h5o, link_class};

impl Group {
    /// Why a link that exists leads nowhere; `None` if it leads to an object.
    pub(crate) fn why_broken(&self, name: &[u8]) -> Result<Option<ErrorKind>> {
        let handle = self.object().handle();
        let path = c_path(name)?;
        match h5o::exists_by_name(handle, &path) {
            Ok(true) => return Ok(None),
            Ok(false) => {}
            Err(error) => match error.kind() {
                // What a link of its own in another file is in trouble with is found out below.
                ErrorKind::Library => {}
                ErrorKind::TooManyLinks => return Ok(Some(ErrorKind::TooManyLinks)),
                _ => return Err(error),
            },
        }
        let missing =
            || ErrorKind::NotFound { missing: join(self.object().path().as_deref(), name) };
        Ok(Some(match read(handle, name)? {
            Link::Hard => missing(),
            // libhdf5 has followed all of them, so that this ends.
            Link::Soft { path } => {
                let target = beside(name, path.as_bytes());
                match self.follow(&target)? {
                    group::Path::Broken(kind) | group::Path::Dangling(kind) => kind,
                    group::Path::Complete => self.why_broken(&target)?.unwrap_or_else(missing),
                }
            }
            Link::External { file, path: target } => match h5o::open(handle, &path) {
                Ok(id) => {
                    drop(Handle::new(id));
                    return Ok(None);
                }
                Err(error) => {
                    self.why_not_outside(&error, None).unwrap_or_else(|| match error.kind() {
                        ErrorKind::Library => {
                            let missing = format!("{target} in {file}");
                            ErrorKind::NotFound { missing }
                        }
                        kind => kind.clone(),
                    })
                }
            },
            Link::UserDefined { class, .. } if !link_class::is_registered(class)? => {
                ErrorKind::LinkClassMissing { class }
            }
            Link::UserDefined { .. } => match h5o::open(handle, &path) {
                Ok(id) => {
                    drop(Handle::new(id));
                    return Ok(None);
                }
                Err(error) => error.kind().clone(),
            },
        }))
    }

    /// Says what is wrong with a path that could not be opened, if it is the path, or the file of a link.
    pub(crate) fn refine_broken(&self, error: Error, name: &[u8], prefix: Option<&Path>) -> Error {
        match self.why_not_outside(&error, prefix) {
            Some(kind) => error.refine(kind),
            None if *error.kind() == ErrorKind::Library => self.refine_not_found(error, name),
            None => error,
        }
    }

    /// What is wrong with the file of an external link, if it is the file that could not be opened.
    fn why_not_outside(&self, error: &Error, prefix: Option<&Path>) -> Option<ErrorKind> {
        let name = external_file(error)?;
        let reason = self.why_no_file(&name, prefix);
        Some(match reason {
            ErrorKind::NotFound { .. } => ErrorKind::NotFound { missing: name.to_string() },
            reason => ErrorKind::ExternalFile { file: name.to_string(), reason: Box::new(reason) },
        })
    }

    /// Why a file cannot be opened; libhdf5 does not tell, as it has looked in several places.
    fn why_no_file(&self, name: &Name, prefix: Option<&Path>) -> ErrorKind {
        let name = name.to_path();
        let own = h5f::name(self.object().handle()).unwrap_or_default();
        let folder = path_of(&own).parent().map(Path::to_owned);
        let folders = prefix.map(Path::to_owned).into_iter().chain(folder);
        let places = folders.map(|folder| folder.join(&name)).chain([name.clone()]);
        let places: Vec<PathBuf> = places.filter(|place| place.exists()).collect();
        for place in places {
            let opened = match self.object().file().is_writable() {
                true => File::open_rw(&place),
                false => File::open(&place),
            };
            if let Err(error) = opened {
                return error.kind().clone();
            }
        }
        ErrorKind::NotFound { missing: name.display().to_string() }
    }
}

/// The file that libhdf5 could not open for an external link: the last of several.
fn external_file(error: &Error) -> Option<Name> {
    let frames = error.frames().iter().rev();
    let mut names = frames.filter_map(|frame| {
        let (_, quoted) = frame.description.split_once("external link file name = '")?;
        quoted.strip_suffix('\'')
    });
    names.next().map(Name::from)
}

/// A path relative to the group that a link is in, seen from where the link's path starts.
pub(super) fn beside(link: &[u8], path: &[u8]) -> Vec<u8> {
    match link.iter().rposition(|&byte| byte == b'/') {
        Some(slash) if !path.starts_with(b"/") => [&link[..=slash], path].concat(),
        _ => path.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn a_soft_link_starts_where_it_is_or_at_the_root() {
        assert_eq!(beside(b"link", b"x/y"), b"x/y");
        assert_eq!(beside(b"a/b/link", b"x/y"), b"a/b/x/y");
        assert_eq!(beside(b"/link", b"x"), b"/x");
        assert_eq!(beside(b"a/link", b"/x"), b"/x");
    }
}
