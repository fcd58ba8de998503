//! What is in a group: names, links and objects, in one order or the other.

use std::iter::FusedIterator;
use std::vec;

use hdf5_ffi::H5L_TYPE_HARD;

use crate::dataset::Dataset;
use crate::datatype::Datatype;
use crate::error::{Error, ErrorKind, Result};
use crate::group::{Group, creation};
use crate::link::{self, Link};
use crate::name::{Name, c_path};
use crate::node::{Node, ObjectKind};
use crate::object::{Object, kind_of};
use crate::order::Order;
use crate::raw::{Handle, h5g, h5l, h5o, lock};

/// Listing.
impl Group {
    /// The names of all links: in the order of creation where the group tracks it, and else in the order of
    /// their bytes.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("names.h5"))?;
    /// let by_name = file.create_group("by name")?;
    /// let by_time = file.new_group().track_order(true).create("by time")?;
    /// for group in [&by_name, &by_time] {
    ///     group.create_dataset("z", 1)?;
    ///     group.create_dataset("a", 2)?;
    /// }
    /// assert_eq!(by_name.names()?, ["a", "z"]);
    /// assert_eq!(by_time.names()?, ["z", "a"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged, and if a name is not UTF-8; [`raw_names`](Self::raw_names) takes
    /// those too.
    #[doc(alias("H5Literate", "keys"))]
    #[doc(alias = "member_names")]
    pub fn names(&self) -> Result<Vec<String>> {
        let names = || self.listing(None)?.into_text();
        names().map_err(|error| self.object().explain(error, "list"))
    }

    /// The names of all links in the order that is asked for.
    ///
    /// # Errors
    ///
    /// As [`names`](Self::names); [`ErrorKind::OrderNotTracked`] if the group does not keep the order of
    /// creation.
    #[doc(alias("H5Literate", "H5_index_t"))]
    pub fn names_by(&self, order: Order) -> Result<Vec<String>> {
        let names = || self.listing(Some(order))?.into_text();
        names().map_err(|error| self.object().explain(error, "list"))
    }

    /// The names of all links as they are stored, in the order of [`names`](Self::names).
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    pub fn raw_names(&self) -> Result<Vec<Name>> {
        let names = || self.listing(None)?.into_names();
        names().map_err(|error| self.object().explain(error, "list"))
    }

    /// The names and targets of all links, in the order of [`names`](Self::names), forwards or back.
    ///
    /// Where the file is damaged, what can be read comes first, and then the error.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("links.h5"))?;
    /// # file.create_group("a")?;
    /// for link in file.links()? {
    ///     let (name, link) = link?;
    ///     println!("{name}: {link}");
    /// }
    /// # assert_eq!(file.links()?.count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if no link can be read, or the file is closed.
    #[doc(alias("H5Literate", "H5Lget_info", "H5Lget_val"))]
    pub fn links(&self) -> Result<Links> {
        self.links_in(None)
    }

    /// The names and targets of all links in the order that is asked for.
    ///
    /// # Errors
    ///
    /// As [`links`](Self::links); [`ErrorKind::OrderNotTracked`] if the group does not keep the order of
    /// creation.
    #[doc(alias("H5Literate", "H5_index_t"))]
    pub fn links_by(&self, order: Order) -> Result<Links> {
        self.links_in(Some(order))
    }

    fn links_in(&self, order: Option<Order>) -> Result<Links> {
        let links = || Ok(Links::new(self, self.listing(order)?.some()?));
        links().map_err(|error| self.object().explain(error, "list the links of"))
    }

    /// All objects with their names, in the order of [`names`](Self::names), forwards or back. Soft and
    /// external links are followed; what they lead to may not be there, and is then left out.
    ///
    /// Each is opened when the iterator comes to it. What cannot be opened is an item with the error.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("nodes.h5"))?;
    /// # file.create_dataset("energy", [1.0, 2.0])?;
    /// # file.create_group("runs")?;
    /// for item in file.nodes()? {
    ///     let (name, node) = item?;
    ///     println!("{name}: {node}");
    /// }
    /// let last = file.groups()?.next_back().transpose()?;
    /// assert_eq!(last.unwrap().0, "runs");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if no link can be read, or the file is closed.
    #[doc(alias("items", "values", "iter"))]
    pub fn nodes(&self) -> Result<Members<Node>> {
        self.members(None, Node::new)
    }

    /// The groups with their names; see [`nodes`](Self::nodes).
    ///
    /// # Errors
    ///
    /// As [`nodes`](Self::nodes).
    pub fn groups(&self) -> Result<Members<Group>> {
        self.members(Some(ObjectKind::Group), |object, _| Group::new(object))
    }

    /// The datasets with their names; see [`nodes`](Self::nodes).
    ///
    /// # Errors
    ///
    /// As [`nodes`](Self::nodes).
    pub fn datasets(&self) -> Result<Members<Dataset>> {
        self.members(Some(ObjectKind::Dataset), |object, _| Dataset::new(object))
    }

    /// The committed types with their names; see [`nodes`](Self::nodes).
    ///
    /// # Errors
    ///
    /// As [`nodes`](Self::nodes).
    pub fn datatypes(&self) -> Result<Members<Datatype>> {
        self.members(Some(ObjectKind::Datatype), |object, _| Datatype::new(object))
    }

    fn members<T>(
        &self,
        only: Option<ObjectKind>,
        wrap: fn(Object, ObjectKind) -> T,
    ) -> Result<Members<T>> {
        let listing = || self.listing(None)?.some();
        let listing = listing().map_err(|error| self.object().explain(error, "list"))?;
        let (links, error) = (listing.links.into_iter(), listing.error);
        Ok(Members { group: self.clone(), only, wrap, links, error })
    }

    /// All links in an order; without one, as h5py lists them.
    fn listing(&self, order: Option<Order>) -> Result<Listing> {
        let _lock = lock();
        let mut listing = Listing::by_name(self.object().handle());
        let creation_order = |(_, info): &(Name, h5l::Info)| info.creation_order;
        let tracked = listing.links.iter().all(|link| creation_order(link).is_some());
        match order {
            Some(Order::Name) => {}
            None if !tracked => {}
            Some(Order::Creation) if !tracked => return Err(ErrorKind::OrderNotTracked.into()),
            Some(Order::Creation) if listing.links.is_empty() => {
                let plist = h5g::create_plist(self.object().handle())?;
                if !creation::tracks_links(&plist)? {
                    return Err(ErrorKind::OrderNotTracked.into());
                }
            }
            None | Some(Order::Creation) => listing.links.sort_by_key(creation_order),
        }
        Ok(listing)
    }
}

/// The names of a group's links and what the group itself tells of them.
pub(crate) struct Listing {
    pub(crate) links: Vec<(Name, h5l::Info)>,
    /// Why there are no more links, if there should be.
    pub(crate) error: Option<Error>,
}

impl Listing {
    /// In the order of the names' bytes.
    pub(crate) fn by_name(group: &Handle) -> Self {
        let (links, error) = link::list(group);
        Self { links, error }
    }

    /// The error, if there is nothing else.
    pub(crate) fn some(self) -> Result<Self> {
        match self.error {
            Some(error) if self.links.is_empty() => Err(error),
            _ => Ok(self),
        }
    }

    fn into_names(self) -> Result<Vec<Name>> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.links.into_iter().map(|(name, _)| name).collect()),
        }
    }

    fn into_text(self) -> Result<Vec<String>> {
        self.into_names()?.into_iter().map(Name::into_string).collect()
    }
}

/// An iterator over the links of a group; see [`Group::links`].
///
/// It holds the names, and no lock between two items.
#[derive(Debug)]
pub struct Links {
    group: Group,
    names: vec::IntoIter<Name>,
    /// As many as there are names.
    infos: vec::IntoIter<h5l::Info>,
    /// Why there are no more names, if there should be.
    error: Option<Error>,
}

impl Links {
    fn new(group: &Group, listing: Listing) -> Self {
        let (names, infos): (Vec<_>, Vec<_>) = listing.links.into_iter().unzip();
        let (names, infos) = (names.into_iter(), infos.into_iter());
        Self { group: group.clone(), names, infos, error: listing.error }
    }

    /// The names of the links that are still to come.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        self.names.as_slice()
    }

    fn read(&self, name: Name, info: &h5l::Info) -> Result<(Name, Link)> {
        read_target(self.group.object(), &name, info).map(|link| (name, link))
    }

    fn take_error(&mut self) -> Option<Result<(Name, Link)>> {
        let error = self.error.take()?;
        Some(Err(self.group.object().explain(error, "list the links of")))
    }
}

/// What a listed link leads to.
pub(crate) fn read_target(group: &Object, name: &Name, info: &h5l::Info) -> Result<Link> {
    // The listing tells all of a hard link.
    if info.class == H5L_TYPE_HARD {
        return Ok(Link::Hard);
    }
    let _lock = lock();
    link::read(group.handle(), name.as_bytes())
        .map_err(|error| group.explain_at(error, "read link", name.as_bytes()))
}

impl Iterator for Links {
    type Item = Result<(Name, Link)>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.names.next().zip(self.infos.next()) {
            Some((name, info)) => Some(self.read(name, &info)),
            None => self.take_error(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.names.len() + usize::from(self.error.is_some());
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Links {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.error.is_some() {
            return self.take_error();
        }
        let (name, info) = self.names.next_back().zip(self.infos.next_back())?;
        Some(self.read(name, &info))
    }
}

impl ExactSizeIterator for Links {}
impl FusedIterator for Links {}

/// An iterator over the objects in a group; see [`Group::nodes`], [`Group::groups`],
/// [`Group::datasets`] and [`Group::datatypes`].
///
/// It holds the names, and no lock between two items.
#[derive(Debug)]
pub struct Members<T> {
    group: Group,
    /// The kind of the objects, if it is only one.
    only: Option<ObjectKind>,
    wrap: fn(Object, ObjectKind) -> T,
    links: vec::IntoIter<(Name, h5l::Info)>,
    /// Why there are no more names, if there should be.
    error: Option<Error>,
}

impl<T> Members<T> {
    /// The object of a link; `None` if it is of another kind, or the link leads nowhere.
    fn open(&self, (name, info): (Name, h5l::Info)) -> Option<Result<(Name, T)>> {
        let group = self.group.object();
        let open = || {
            let _lock = lock();
            let path = c_path(name.as_bytes())?;
            if let Some(only) = self.only {
                // Cheaper than opening it.
                if kind_of(&h5o::info_by_name(group.handle(), &path)?) != only {
                    return Ok(None);
                }
            }
            let object = Object::new(h5o::open(group.handle(), &path)?, group.file());
            let kind = object.kind()?;
            Ok(Some((self.wrap)(object, kind)))
        };
        let found = open().map_err(|error: Error| match error.kind() {
            ErrorKind::Library => self.group.refine_not_found(error, name.as_bytes()),
            _ => error,
        });
        match found {
            Ok(object) => object.map(|object| Ok((name, object))),
            Err(error)
                if info.class != H5L_TYPE_HARD
                    && matches!(error.kind(), ErrorKind::NotFound { .. }) =>
            {
                None
            }
            Err(error) => Some(Err(group.explain_at(error, "open", name.as_bytes()))),
        }
    }

    fn take_error(&mut self) -> Option<Result<(Name, T)>> {
        let error = self.error.take()?;
        Some(Err(self.group.object().explain(error, "list")))
    }
}

impl<T> Iterator for Members<T> {
    type Item = Result<(Name, T)>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(link) = self.links.next() {
            if let Some(item) = self.open(link) {
                return Some(item);
            }
        }
        self.take_error()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let error = usize::from(self.error.is_some());
        (error, Some(self.links.len() + error))
    }
}

impl<T> DoubleEndedIterator for Members<T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.error.is_some() {
            return self.take_error();
        }
        while let Some(link) = self.links.next_back() {
            if let Some(item) = self.open(link) {
                return Some(item);
            }
        }
        None
    }
}

impl<T> FusedIterator for Members<T> {}
