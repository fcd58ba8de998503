//! The attributes that dimension scales consist of, in exactly the types that HDF5's own library of them
//! writes, which others read without looking.

use crate::convert::Conversion;
use crate::dataset::Dataset;
use crate::error::{Error, Result};
use crate::name::Name;
use crate::raw::h5r::ObjectReference;
use crate::transfer::Target;
use crate::types::{
    CharSet, CompoundType, Decode, DynArray, Element, ElementMut, Encode, Field, IntegerType,
    Reference, StringLength, StringPadding, StringType, TypeDescriptor, Value,
};

/// What kind of dataset it is.
pub(super) const CLASS: &str = "CLASS";
/// The name of a scale.
pub(super) const NAME: &str = "NAME";
/// The references of a dataset to the scales of each axis.
pub(super) const DIMENSION_LIST: &str = "DIMENSION_LIST";
/// The references of a scale to the axes that it describes.
pub(super) const REFERENCE_LIST: &str = "REFERENCE_LIST";
/// The label of each axis.
pub(super) const DIMENSION_LABELS: &str = "DIMENSION_LABELS";

/// The class of scales.
const SCALE: &str = "DIMENSION_SCALE";
/// The classes of datasets whose axes are known already.
const RESERVED: [&str; 3] = ["IMAGE", "PALETTE", "TABLE"];

/// Text of its own length, whatever its characters, as C has it.
pub(super) fn text(text: &str) -> Result<DynArray> {
    let padding = StringPadding::NullTerminated;
    let dtype = TypeDescriptor::fixed_string(text.len() + 1, CharSet::Ascii, padding);
    DynArray::from_values(&dtype, &[], &[Value::Bytes(text.as_bytes().to_vec())])
}

/// The attribute `CLASS` of scales.
pub(super) fn class_of_scales() -> Result<DynArray> {
    text(SCALE)
}

/// Whether the attribute `CLASS` is as every version of HDF5's library wants it.
pub(super) fn has_class_of_scales(dataset: &Dataset) -> Result<bool> {
    let attrs = dataset.attrs();
    Ok(attrs.contains(CLASS)? && attrs.get::<DynArray>(CLASS)? == class_of_scales()?)
}

/// The attribute `CLASS`, if it is a string.
fn class(dataset: &Dataset) -> Result<Option<(StringType, String)>> {
    if !dataset.attrs().contains(CLASS)? {
        return Ok(None);
    }
    let class: DynArray = dataset.attrs().get(CLASS)?;
    match (class.dtype(), class.values()?.as_slice()) {
        (TypeDescriptor::String(ty), [Value::String(text)]) => Ok(Some((*ty, text.clone()))),
        _ => Ok(None),
    }
}

/// Whether the dataset is a scale, for HDF5's library too: it takes no other types of strings, and before
/// version 2.2 none of variable length.
pub(super) fn is_scale(dataset: &Dataset) -> Result<bool> {
    let is_type_of_scales = |ty: StringType| match ty.length {
        StringLength::Variable => true,
        StringLength::Fixed(length) => {
            length == SCALE.len() + 1 && ty.padding == StringPadding::NullTerminated
        }
    };
    Ok(class(dataset)?.is_some_and(|(ty, text)| text == SCALE && is_type_of_scales(ty)))
}

/// Checks that a dataset may have scales as far as its class is concerned.
pub(super) fn check_class_of_data(dataset: &Dataset) -> Result<()> {
    match class(dataset)? {
        Some((_, class)) if class == SCALE => Err(dataset.nested_scales()),
        Some((_, class)) if RESERVED.contains(&class.as_str()) => {
            let reason = format!("a dataset of class {class} has no dimension scales");
            Err(Error::invalid_argument(reason))
        }
        _ => Ok(()),
    }
}

/// The references to the scales of each axis of a dataset.
pub(super) struct ScaleLists(pub(super) Vec<Vec<ObjectReference>>);

impl ScaleLists {
    pub(super) fn read(dataset: &Dataset) -> Result<Self> {
        let rank = dataset.rank()?;
        if !dataset.attrs().contains(DIMENSION_LIST)? {
            return Ok(Self(vec![Vec::new(); rank]));
        }
        let lists: Vec<_> = dataset.attrs().get(DIMENSION_LIST)?;
        check_length(DIMENSION_LIST, lists.len(), rank)?;
        Ok(Self(lists))
    }

    /// What the attribute becomes: nothing, if no axis has a scale.
    pub(super) fn to_data(&self) -> Result<Option<DynArray>> {
        if self.0.iter().all(Vec::is_empty) {
            return Ok(None);
        }
        let list = |references: &Vec<ObjectReference>| {
            let value = |&reference| Value::Reference(Reference::Object(reference));
            Value::Sequence(references.iter().map(value).collect())
        };
        let lists: Vec<_> = self.0.iter().map(list).collect();
        let dtype = <Vec<ObjectReference>>::dtype();
        DynArray::from_values(&dtype, &[lists.len()], &lists).map(Some)
    }
}

/// The references of a scale to the axes that it describes: datasets, and the numbers of their axes.
pub(super) struct BackReferences {
    /// The type, of which several versions differ in the sign.
    dtype: TypeDescriptor,
    axes: Vec<(ObjectReference, i128)>,
}

impl BackReferences {
    pub(super) fn read(scale: &Dataset) -> Result<Self> {
        if !scale.attrs().contains(REFERENCE_LIST)? {
            return Ok(Self { dtype: axis_of_dataset(), axes: Vec::new() });
        }
        let stored: DynArray = scale.attrs().get(REFERENCE_LIST)?;
        let (dataset, dimension) = places(stored.dtype())?;
        let axis = |element: Element<'_>| {
            let reference = ObjectReference::decode(element.field(dataset)?)?;
            Ok((reference, element.field(dimension)?.integer()?))
        };
        let axes = stored.iter().map(axis).collect::<Result<_>>()?;
        Ok(Self { dtype: stored.dtype().clone(), axes })
    }

    pub(super) fn contains(&self, dataset: ObjectReference, axis: usize) -> bool {
        self.axes.contains(&(dataset, axis as i128))
    }

    pub(super) fn add(&mut self, dataset: ObjectReference, axis: usize) {
        self.axes.push((dataset, axis as i128));
    }

    /// Removes all references to an axis; the last take their places. HDF5's library adds another one
    /// each time a scale is attached that is already.
    pub(super) fn remove(&mut self, dataset: ObjectReference, axis: usize) {
        let removed = (dataset, axis as i128);
        while let Some(index) = self.axes.iter().position(|axis| *axis == removed) {
            self.axes.swap_remove(index);
        }
    }

    /// What the attribute becomes: nothing, if it refers to nothing.
    pub(super) fn to_data(&self) -> Result<Option<DynArray>> {
        if self.axes.is_empty() {
            return Ok(None);
        }
        let (dataset, dimension) = places(&self.dtype)?;
        let shape = [self.axes.len()];
        let mut encoder = Target::exact(&self.dtype, Conversion::default()).encoder(&shape)?;
        for (reference, axis) in &self.axes {
            encoder.push_with(|element| {
                reference.encode(&mut element.field(dataset)?)?;
                element.field(dimension)?.put_integer(*axis)
            })?;
        }
        DynArray::from_encoded(encoder.finish(shape.to_vec())?).map(Some)
    }
}

/// Where the fields are in an element of `REFERENCE_LIST`: the dataset, and the number of its axis.
fn places(dtype: &TypeDescriptor) -> Result<(usize, usize)> {
    let place = |name: &str, is_type: fn(&TypeDescriptor) -> bool| match dtype {
        TypeDescriptor::Compound(ty) => {
            ty.fields.iter().position(|field| field.name == name && is_type(&field.ty))
        }
        _ => None,
    };
    let dataset = place("dataset", |ty| *ty == ObjectReference::dtype());
    let dimension = place("dimension", |ty| matches!(ty, TypeDescriptor::Integer(_)));
    dataset.zip(dimension).ok_or_else(|| {
        Error::invalid_value(format!("{REFERENCE_LIST} has elements of type {dtype}"))
    })
}

/// The type of an element of `REFERENCE_LIST`: in C a struct with padding at its end.
fn axis_of_dataset() -> TypeDescriptor {
    let dimension = TypeDescriptor::Integer(IntegerType::native(4, false));
    let fields = vec![
        Field { name: Name::from("dataset"), offset: 0, ty: ObjectReference::dtype() },
        Field { name: Name::from("dimension"), offset: 8, ty: dimension },
    ];
    TypeDescriptor::Compound(CompoundType { size: 16, fields })
}

/// The label of an axis, or that it has none, which is a null pointer.
#[derive(Debug, Clone)]
pub(super) struct Label(pub(super) Option<String>);

impl Label {
    /// The labels of all axes of a dataset.
    pub(super) fn read_all(dataset: &Dataset) -> Result<Vec<Self>> {
        let rank = dataset.rank()?;
        if !dataset.attrs().contains(DIMENSION_LABELS)? {
            return Ok(vec![Self(None); rank]);
        }
        let labels: Vec<Self> = dataset.attrs().get(DIMENSION_LABELS)?;
        check_length(DIMENSION_LABELS, labels.len(), rank)?;
        Ok(labels)
    }
}

impl Encode for Label {
    fn dtype() -> TypeDescriptor {
        TypeDescriptor::String(StringType { charset: CharSet::Ascii, ..StringType::VARIABLE_UTF8 })
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        String::write_form(stored)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        match &self.0 {
            // UTF-8 in a string that is said to be ASCII is what all others write.
            Some(label) => element.put_string_bytes(label.as_bytes()),
            None => Ok(()),
        }
    }
}

impl Decode for Label {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        String::read_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let is_null = element.bytes().iter().all(|&byte| byte == 0);
        let label = (!is_null).then(|| String::decode(element));
        label.transpose().map(Self)
    }
}

crate::impl_h5type!(Label);

/// An attribute has one element for each axis; others would lead elsewhere.
fn check_length(attribute: &str, found: usize, rank: usize) -> Result<()> {
    if found == rank {
        return Ok(());
    }
    Err(Error::invalid_value(format!("{attribute} has {found} elements for {rank} axes")))
}
