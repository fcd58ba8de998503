//! Objects and links, one after the other.

use std::collections::HashMap;
use std::ffi::CStr;

use hdf5_ffi::{
    H5D_FILL_VALUE_USER_DEFINED, H5D_VIRTUAL, H5L_TYPE_HARD, H5L_TYPE_SOFT,
    H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG, H5O_COPY_WITHOUT_ATTR_FLAG, H5T_REFERENCE,
};

use crate::attribute::{Attributes, Counterparts};
use crate::dataset::{Dataset, DatasetBuilder};
use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::link;
use crate::name::{Name, c_path};
use crate::node::ObjectKind;
use crate::object::{Object, kind_of};
use crate::plist::link_create_in;
use crate::raw::h5o::Token;
use crate::raw::{Handle, h5d, h5g, h5l, h5o, h5p, h5t, h5z, link_class};
use crate::repack::RepackOptions;
use crate::types::Reference;

/// Copies the objects of a file into another one that is new.
///
/// A walk makes all objects and links, in the order in which a group has them. libhdf5 copies datasets and
/// committed types as they are stored, one at a time, and is not asked to do what it does wrong: it makes
/// references null, or copies their bytes where they are parts of elements, and takes any committed type
/// that is equal for the same. What holds references, or attributes of committed types, is therefore made
/// here, after the walk, when all objects have their place.
pub(super) struct Copier<'a> {
    pub(super) source: &'a Object,
    target: &'a Object,
    pub(super) options: &'a RepackOptions,
    /// Where the copies of objects are.
    pub(super) copied: HashMap<Token, Token>,
    /// Paths of committed types in the new file, or of datasets that have them.
    types: HashMap<Token, Vec<u8>>,
    /// Groups whose links have not been copied, with their paths.
    groups: Vec<(Token, Vec<u8>)>,
    /// Objects whose attributes have not been copied.
    attributes: Vec<Token>,
    /// Datasets whose data has not been copied.
    data: Vec<(Token, Storage)>,
}

/// How a dataset is stored that was made here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Storage {
    /// As before.
    Same,
    /// In another way.
    Chosen,
}

impl<'a> Copier<'a> {
    pub(super) fn new(source: &'a Group, target: &'a Group, options: &'a RepackOptions) -> Self {
        Self {
            source: source.object(),
            target: target.object(),
            options,
            copied: HashMap::new(),
            types: HashMap::new(),
            groups: Vec::new(),
            attributes: Vec::new(),
            data: Vec::new(),
        }
    }

    /// Copies everything.
    pub(super) fn copy(mut self) -> Result<()> {
        let root = token(self.source.handle())?;
        self.copied.insert(root, token(self.target.handle())?);
        self.finish(self.source, self.target)?;
        self.groups.push((root, Vec::new()));
        while let Some((group, path)) = self.groups.pop() {
            self.copy_links(&self.open(group)?, &self.copy_of(group)?, &path)?;
        }
        for (dataset, storage) in std::mem::take(&mut self.data) {
            self.copy_values(dataset, storage)?;
        }
        // Types that only attributes have are found here, and have attributes in turn.
        while let Some(object) = self.attributes.pop() {
            let (source, target) = (self.open(object)?, self.copy_of(object)?);
            Attributes::new(&source).copy_to(&target, &mut self)?;
        }
        Ok(())
    }

    fn copy_values(&self, dataset: Token, storage: Storage) -> Result<()> {
        let (source, copy) = (self.open(dataset)?, self.copy_of(dataset)?);
        let ty = h5d::datatype(source.handle())?;
        let holds_references = h5t::detect_class(&ty, H5T_REFERENCE)?;
        let (source, copy) = (Dataset::new(source), Dataset::new(copy));
        let copied = if !holds_references && storage == Storage::Same {
            source.copy_values_to(&copy)
        } else {
            source.copy_stored_to(&copy, |data| match holds_references {
                true => data.with_references(&mut |reference| self.counterpart(reference)),
                false => Ok(data),
            })
        };
        copied.map_err(|error| source.object().explain(error, "repack the values of dataset"))
    }

    fn open(&self, token: Token) -> Result<Object> {
        Ok(Object::new(h5o::open_by_token(self.source.handle(), token)?, self.source.file()))
    }

    /// Opens the copy of an object that has one.
    pub(super) fn copy_of(&self, token: Token) -> Result<Object> {
        let copy = self.copied.get(&token).ok_or(ErrorKind::DanglingReference)?;
        Ok(Object::new(h5o::open_by_token(self.target.handle(), *copy)?, self.target.file()))
    }

    fn copy_links(&mut self, group: &Object, copy: &Object, path: &[u8]) -> Result<()> {
        let (mut links, error) = link::list(group.handle());
        if let Some(error) = error {
            return Err(group.explain(error, "list the links of group"));
        }
        if links.iter().all(|(_, info)| info.creation_order.is_some()) {
            links.sort_by_key(|(_, info)| info.creation_order);
        }
        for (name, info) in links {
            let path = [path, b"/", name.as_bytes()].concat();
            self.copy_link(group, copy, &name, &info, path).map_err(|error| {
                let action = format!("repack {}", what_is_at(group, &name, &info));
                group.explain_at(error, action, name.as_bytes())
            })?;
        }
        Ok(())
    }

    fn copy_link(
        &mut self,
        group: &Object,
        copy: &Object,
        name: &Name,
        info: &h5l::Info,
        path: Vec<u8>,
    ) -> Result<()> {
        let (name, create) = (c_path(name.as_bytes())?, link_create_in(info.charset)?);
        match info.class {
            H5L_TYPE_HARD => {}
            H5L_TYPE_SOFT => {
                let value = h5l::value(group.handle(), &name, info)?;
                let end = value.iter().position(|&byte| byte == 0).unwrap_or(value.len());
                return h5l::create_soft(&c_path(&value[..end])?, copy.handle(), &name, create);
            }
            class => {
                let class = u8::try_from(class)
                    .map_err(|_| Error::invalid_value(format!("a link of class {class}")))?;
                // libhdf5 asks the class for the data, and gives none where there is no class.
                link_class::make_known(class)?;
                let info = h5l::info(group.handle(), &name)?;
                let data = h5l::value(group.handle(), &name, &info)?;
                return h5l::create_user_defined(copy.handle(), &name, class, &data, create);
            }
        }
        let object = Object::new(h5o::open(group.handle(), &name)?, group.file());
        let source = token(object.handle())?;
        if self.copied.contains_key(&source) {
            return h5o::link(self.copy_of(source)?.handle(), copy.handle(), &name, create);
        }
        let place = Place { group: copy, name: &name, create, path };
        match object.kind()? {
            ObjectKind::Group => self.copy_group(&object, source, place),
            ObjectKind::Dataset => self.copy_dataset(&object, source, place),
            ObjectKind::Datatype => self.copy_datatype(&object, source, place),
        }
    }

    /// Makes a group, whose links follow.
    fn copy_group(&mut self, group: &Object, source: Token, place: Place<'_>) -> Result<()> {
        let creation = h5p::create_group_create()?;
        create_like(group, &creation)?;
        let id = h5g::create(place.group.handle(), place.name, place.create, &creation)?;
        let made = Object::new(id, self.target.file());
        self.copied.insert(source, token(made.handle())?);
        self.groups.push((source, place.path));
        self.finish(group, &made)
    }

    fn copy_datatype(&mut self, ty: &Object, source: Token, place: Place<'_>) -> Result<()> {
        let attributes = Attributes::new(ty).are_plain()?;
        self.copied.insert(source, place.copy(ty, attributes, None)?);
        self.types.insert(source, place.path);
        if !attributes {
            self.attributes.push(source);
        }
        Ok(())
    }

    fn copy_dataset(&mut self, dataset: &Object, source: Token, place: Place<'_>) -> Result<()> {
        let ty = h5d::datatype(dataset.handle())?;
        let creation = h5d::create_plist(dataset.handle())?;
        let committed = h5t::committed(&ty)?.then(|| token(&ty)).transpose()?;
        let is_inside =
            h5p::layout(&creation)? != H5D_VIRTUAL && h5p::external_count(&creation)? == 0;
        let chosen = if is_inside { self.chosen_storage(dataset, &creation)? } else { None };
        if is_inside
            && (chosen.is_some()
                || h5t::detect_class(&ty, H5T_REFERENCE)?
                || lacks_filter_names(dataset, &creation)?)
        {
            let storage = if chosen.is_some() { Storage::Chosen } else { Storage::Same };
            let creation = chosen.unwrap_or(creation);
            let made = self.make_dataset(dataset, &ty, &creation, &place)?;
            self.copied.insert(source, token(made.handle())?);
            if let Some(ty) = committed {
                self.types.entry(ty).or_insert(place.path);
            }
            self.data.push((source, storage));
            return self.finish(dataset, &made);
        }
        let known = committed.and_then(|ty| self.types.get(&ty));
        // A type that comes along with the dataset has attributes of its own.
        let comes_along = committed.is_some() && known.is_none();
        let attributes = !comes_along && Attributes::new(dataset).are_plain()?;
        let made = place.copy(dataset, attributes, known.map(Vec::as_slice))?;
        self.copied.insert(source, made);
        if !attributes {
            self.attributes.push(source);
        }
        if let Some(ty) = committed {
            let copy = token(&h5d::datatype(self.copy_of(source)?.handle())?)?;
            if *self.copied.entry(ty).or_insert(copy) != copy {
                let what = "keeping which one of several equal committed datatypes a dataset has";
                return Err(ErrorKind::Unsupported { what: what.into() }.into());
            }
            if comes_along {
                self.types.insert(ty, place.path);
                self.attributes.push(ty);
            }
        }
        Ok(())
    }

    /// How a dataset is to be created that is not to be stored as before.
    fn chosen_storage(&self, dataset: &Object, creation: &Handle) -> Result<Option<Handle>> {
        let Some(choose) = &self.options.storage else {
            return Ok(None);
        };
        let (dataset, group) = (Dataset::new(dataset.clone()), Group::new(self.target.clone()));
        let Some(chosen) = choose(&dataset, DatasetBuilder::of_elements_like(&group, &dataset)?)
        else {
            return Ok(None);
        };
        let chosen = h5p::copy(&*chosen.creation_of_any_type()?)?;
        let (max_compact, min_dense) = h5p::attr_phase_change(creation)?;
        h5p::set_attr_phase_change(&chosen, max_compact, min_dense)?;
        Ok(Some(chosen))
    }

    /// Makes a dataset like another one, whose data follows.
    fn make_dataset(
        &mut self,
        dataset: &Object,
        ty: &Handle,
        creation: &Handle,
        place: &Place<'_>,
    ) -> Result<Object> {
        if h5t::detect_class(ty, H5T_REFERENCE)? {
            check_fill_value(creation, ty)?;
        }
        let committed = h5t::committed(ty)?.then(|| self.datatype(ty)).transpose()?;
        let (ty, space) = (committed.as_ref().unwrap_or(ty), h5d::space(dataset.handle())?);
        h5p::set_obj_track_times(creation, h5o::is_dated(dataset.handle())?)?;
        let id = h5d::create_anon(self.target.handle(), ty, &space, creation, &h5p::default())?;
        let made = Object::new(id, self.target.file());
        h5o::link(made.handle(), place.group.handle(), place.name, place.create)?;
        Ok(made)
    }

    /// Copies what libhdf5 does not copy for an object that was made here.
    fn finish(&mut self, source: &Object, made: &Object) -> Result<()> {
        let comment = h5o::comment(source.handle())?;
        if !comment.is_empty() {
            h5o::set_comment(made.handle(), &c_path(&comment)?)?;
        }
        if h5o::attribute_count(source.handle())? > 0 {
            self.attributes.push(token(source.handle())?);
        }
        Ok(())
    }
}

impl Counterparts for Copier<'_> {
    fn datatype(&mut self, committed: &Handle) -> Result<Handle> {
        let source = token(committed)?;
        if let Some(copy) = self.copied.get(&source) {
            let id = h5o::open_by_token(self.target.handle(), *copy)?;
            return Ok(Handle::in_file(id, self.target.file()));
        }
        // Only data or attributes have it, and no link leads to it so far.
        let ty = h5t::copy(committed)?;
        h5t::commit_anon(self.target.handle(), &ty)?;
        let ty = ty.now_in_file(self.target.file());
        self.copied.insert(source, token(&ty)?);
        self.attributes.push(source);
        Ok(ty)
    }

    fn reference(&mut self, reference: Reference) -> Result<Reference> {
        self.counterpart(reference)
    }
}

/// Says that a new group is to be created as another one was. The list that libhdf5 gives for a group itself will
/// not do: in it is where the links of that group are.
pub(super) fn create_like(group: &Object, creation: &Handle) -> Result<()> {
    let old = h5g::create_plist(group.handle())?;
    // The oldest format has no times, but its lists say that it has.
    h5p::set_obj_track_times(creation, h5o::is_dated(group.handle())?)?;
    h5p::set_link_creation_order(creation, h5p::link_creation_order(&old)?)?;
    h5p::set_attr_creation_order(creation, h5p::attr_creation_order(&old)?)?;
    let (max_compact, min_dense) = h5p::link_phase_change(&old)?;
    h5p::set_link_phase_change(creation, max_compact, min_dense)?;
    let (max_compact, min_dense) = h5p::attr_phase_change(&old)?;
    h5p::set_attr_phase_change(creation, max_compact, min_dense)?;
    let (count, name_len) = h5p::est_link_info(&old)?;
    h5p::set_est_link_info(creation, count, name_len)?;
    h5p::set_local_heap_size_hint(creation, h5p::local_heap_size_hint(&old)?)
}

/// Whether there are filters whose names are not in the file, where they would be in a new one. libhdf5 writes them
/// beyond the end of the copy that it makes.
fn lacks_filter_names(dataset: &Object, creation: &Handle) -> Result<bool> {
    let filters = (0..h5p::filter_count(creation)?).map(|index| h5p::filter(creation, index));
    let filters = filters.collect::<Result<Vec<_>>>()?;
    if filters.is_empty() {
        return Ok(false);
    }
    let oldest_format = h5o::has_first_header(dataset.handle())?;
    for filter in &filters {
        // Newer formats leave out the names of the library's own filters.
        let has_name = oldest_format || filter.id >= 256;
        if !has_name || !h5z::filter_avail(filter.id)? {
            continue;
        }
        let (stored, set) = (h5p::copy(creation)?, h5p::copy(creation)?);
        for other in &filters {
            if other.id != filter.id {
                h5p::remove_filter(&stored, other.id)?;
            }
            h5p::remove_filter(&set, other.id)?;
        }
        // One that is set, and is not from a file, has no name.
        h5p::set_filter(&set, filter.id, filter.flags, &filter.parameters)?;
        if h5p::equal(&stored, &set)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Checks that a fill value holds no references that would have to be changed.
fn check_fill_value(creation: &Handle, ty: &Handle) -> Result<()> {
    if h5p::fill_value_defined(creation)? != H5D_FILL_VALUE_USER_DEFINED {
        return Ok(());
    }
    let mut value = vec![0; h5t::size(ty)?];
    let plain = !h5t::holds_pointers(ty)?;
    if plain {
        h5p::fill_value(creation, ty, &mut value)?;
    }
    if plain && value.iter().all(|&byte| byte == 0) {
        return Ok(());
    }
    let what = "repacking a fill value of references";
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}

/// Where a copy goes.
struct Place<'a> {
    group: &'a Object,
    name: &'a CStr,
    create: &'a Handle,
    /// Its path from the root group.
    path: Vec<u8>,
}

impl Place<'_> {
    /// Lets libhdf5 copy a dataset or committed type, with or without attributes. The path is that of the
    /// committed type of the copy, if it is there already.
    fn copy(&self, object: &Object, attributes: bool, ty: Option<&[u8]>) -> Result<Token> {
        let plist = h5p::create_object_copy()?;
        let mut flags = if attributes { 0 } else { H5O_COPY_WITHOUT_ATTR_FLAG };
        if let Some(path) = ty {
            flags |= H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG;
            h5p::add_merge_committed_dtype_path(&plist, &c_path(path)?)?;
        }
        h5p::set_copy_object(&plist, flags)?;
        h5o::copy(object.handle(), self.group.handle(), self.name, &plist, self.create)?;
        // Opening the copy would change the times of a compact dataset.
        Ok(h5o::info_by_name(self.group.handle(), self.name)?.identity.token())
    }
}

/// What a link leads to that could not be copied: what is damaged does not say which kind of object it is.
fn what_is_at(group: &Object, name: &Name, info: &h5l::Info) -> String {
    if info.class != H5L_TYPE_HARD {
        return "link".into();
    }
    let found = c_path(name.as_bytes()).and_then(|name| h5o::info_by_name(group.handle(), &name));
    found.map_or_else(|_| "object".into(), |info| kind_of(&info).to_string())
}

/// Where an object lies in its file.
pub(super) fn token(object: &Handle) -> Result<Token> {
    Ok(h5o::info(object)?.identity.token())
}
