//! Where the members of a compound lie: one after the other, or as C has them.

use crate::name::Name;
use crate::types::{CompoundType, Field, ReferenceType, StringLength, TypeDescriptor};

impl CompoundType {
    /// A compound of these fields, in this order, without padding.
    #[must_use]
    pub fn packed(fields: impl IntoIterator<Item = (Name, TypeDescriptor)>) -> Self {
        Self::aligned(fields, |_| 1)
    }

    /// A compound of these fields, in this order, with the offsets and the size that a C compiler gives
    /// a struct of them.
    ///
    /// Integers, floats, complex numbers and enumerations start at multiples of their size (complex
    /// numbers of that of their parts); strings and sequences of variable length at multiples of a
    /// pointer's; fixed-length strings and opaque bytes anywhere; arrays as their elements. A compound
    /// starts as its largest field does, but anywhere if it is packed, so that its own fields do not
    /// lie as in C either.
    ///
    /// ```
    /// use hdf5::{CompoundType, Encode, Name};
    ///
    /// let fields = [("flag", bool::dtype()), ("value", f64::dtype()), ("count", u16::dtype())];
    /// let fields = fields.map(|(name, ty)| (Name::from(name), ty));
    /// let aligned = CompoundType::c_layout(fields.clone());
    /// assert_eq!(aligned.fields.iter().map(|field| field.offset).collect::<Vec<_>>(), [0, 8, 16]);
    /// assert_eq!(aligned.size, 24);
    /// assert_eq!(CompoundType::packed(fields).size, 11);
    /// ```
    #[must_use]
    pub fn c_layout(fields: impl IntoIterator<Item = (Name, TypeDescriptor)>) -> Self {
        Self::aligned(fields, alignment)
    }

    fn aligned(
        fields: impl IntoIterator<Item = (Name, TypeDescriptor)>,
        alignment: impl Fn(&TypeDescriptor) -> usize,
    ) -> Self {
        // What cannot be addressed is refused when the type is built.
        let up_to = |end: usize, alignment| end.checked_next_multiple_of(alignment);
        let (mut end, mut largest) = (0_usize, 1);
        let fields = fields.into_iter().map(|(name, ty)| {
            let own = alignment(&ty);
            largest = largest.max(own);
            let offset = up_to(end, own).unwrap_or(usize::MAX);
            end = offset.saturating_add(ty.size().unwrap_or(usize::MAX));
            Field { name, offset, ty }
        });
        let fields = fields.collect();
        Self { size: up_to(end, largest).unwrap_or(usize::MAX), fields }
    }

    /// What its offset must be a multiple of in C.
    fn alignment(&self) -> usize {
        let largest = self.fields.iter().map(|field| alignment(&field.ty)).max().unwrap_or(1);
        let lies_well = self.fields.iter().all(|field| field.offset % alignment(&field.ty) == 0);
        if lies_well && self.size % largest == 0 { largest } else { 1 }
    }

    /// Whether no two fields share a byte, and all lie inside, as those of a damaged file may not.
    pub(crate) fn is_disjoint(&self) -> bool {
        let ranges = self.fields.iter().map(Field::range).collect::<Option<Vec<_>>>();
        ranges.is_some_and(|mut ranges| {
            ranges.sort_unstable_by_key(|range| range.start);
            ranges.windows(2).all(|pair| pair[0].end <= pair[1].start)
                && ranges.last().is_none_or(|last| last.end <= self.size)
        })
    }
}

impl TypeDescriptor {
    /// Whether some bytes of an element belong to no field.
    pub(crate) fn has_padding(&self) -> bool {
        match self {
            Self::Compound(ty) => {
                let mut sizes = ty.fields.iter().map(|field| field.ty.size());
                let sum = sizes.try_fold(0_usize, |sum, size| sum.checked_add(size?));
                sum != Some(ty.size) || ty.fields.iter().any(|field| field.ty.has_padding())
            }
            Self::Array { base, .. } | Self::VarLen(base) => base.has_padding(),
            _ => false,
        }
    }
}

/// What the offset of a type must be a multiple of in C.
fn alignment(ty: &TypeDescriptor) -> usize {
    match ty {
        TypeDescriptor::Integer(ty) | TypeDescriptor::Bitfield(ty) => of_number(ty.size),
        TypeDescriptor::Enum(ty) => of_number(ty.base.size),
        TypeDescriptor::Float(ty) | TypeDescriptor::Complex(ty) => of_number(ty.size),
        TypeDescriptor::Time { size, .. } => of_number(*size),
        TypeDescriptor::String(ty) => match ty.length {
            StringLength::Fixed(_) => 1,
            StringLength::Variable => size_of::<usize>(),
        },
        TypeDescriptor::VarLen(_) => size_of::<usize>(),
        TypeDescriptor::Opaque { .. } => 1,
        TypeDescriptor::Compound(ty) => ty.alignment(),
        TypeDescriptor::Array { base, .. } => alignment(base),
        TypeDescriptor::Reference(ReferenceType::Object | ReferenceType::Std) => 8,
        // In memory it is an array of bytes.
        TypeDescriptor::Reference(ReferenceType::Region) => 1,
    }
}

/// A number's size, of which C has powers of two up to 16; other sizes are those of files only, where it
/// is as much of the size as is a power of two.
fn of_number(size: usize) -> usize {
    1 << size.trailing_zeros().min(4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Encode, FloatType, IntegerType, StringType};

    fn of(types: impl IntoIterator<Item = TypeDescriptor>) -> CompoundType {
        let name = |index: usize| Name::from(index.to_string().as_str());
        CompoundType::c_layout(types.into_iter().enumerate().map(|(i, ty)| (name(i), ty)))
    }

    fn offsets(ty: &CompoundType) -> Vec<usize> {
        ty.fields.iter().map(|field| field.offset).collect()
    }

    /// A type between a byte and a byte, which shows how it is aligned and what it is padded to.
    fn between_bytes(ty: TypeDescriptor) -> (Vec<usize>, usize) {
        let compound = of([u8::dtype(), ty, u8::dtype()]);
        (offsets(&compound), compound.size)
    }

    #[test]
    fn every_type_lies_where_c_puts_it() {
        let pointer = size_of::<usize>();
        let array = |base| TypeDescriptor::Array { dims: vec![3, 1], base: Box::new(base) };
        let fixed = StringType { length: StringLength::Fixed(5), ..StringType::VARIABLE_UTF8 };
        for (ty, offsets, size) in [
            (i8::dtype(), [0, 1, 2], 3),
            (u16::dtype(), [0, 2, 4], 6),
            (f32::dtype(), [0, 4, 8], 12),
            (u64::dtype(), [0, 8, 16], 24),
            (bool::dtype(), [0, 1, 2], 3),
            (String::dtype(), [0, pointer, 2 * pointer], 3 * pointer),
            (TypeDescriptor::VarLen(Box::new(u8::dtype())), [0, pointer, 3 * pointer], 4 * pointer),
            (TypeDescriptor::String(fixed), [0, 1, 6], 7),
            (TypeDescriptor::Opaque { size: 8, tag: Name::from("") }, [0, 1, 9], 10),
            (TypeDescriptor::Complex(FloatType::native(4)), [0, 4, 12], 16),
            (array(u16::dtype()), [0, 2, 8], 10),
            (TypeDescriptor::Integer(IntegerType::native(3, true)), [0, 1, 4], 5),
            (TypeDescriptor::Integer(IntegerType::native(16, true)), [0, 16, 32], 48),
            (TypeDescriptor::Reference(ReferenceType::Object), [0, 8, 16], 24),
            (TypeDescriptor::Reference(ReferenceType::Region), [0, 1, 13], 14),
        ] {
            assert_eq!(between_bytes(ty.clone()), (offsets.to_vec(), size), "{ty}");
        }
    }

    #[test]
    fn a_struct_in_a_struct_is_aligned_if_its_own_fields_are() {
        let aligned = of([u8::dtype(), f32::dtype()]);
        assert_eq!(between_bytes(TypeDescriptor::Compound(aligned)), (vec![0, 4, 12], 16));
        let fields =
            [u8::dtype(), f32::dtype()].map(|ty| (Name::from(ty.to_string().as_str()), ty));
        let packed = TypeDescriptor::Compound(CompoundType::packed(fields));
        assert_eq!(between_bytes(packed), (vec![0, 1, 6], 7));
    }

    #[test]
    fn sizes_without_end_are_kept_for_the_refusal() {
        let huge = TypeDescriptor::Opaque { size: usize::MAX, tag: Name::from("") };
        let compound = of([u64::dtype(), huge, u64::dtype()]);
        assert_eq!(compound.size, usize::MAX);
        assert!(!compound.is_disjoint());
    }

    #[test]
    fn padding_is_found_at_any_depth() {
        let padded = TypeDescriptor::Compound(of([u32::dtype(), u8::dtype()]));
        let full = TypeDescriptor::Compound(of([u32::dtype(), f32::dtype()]));
        let array = |base| TypeDescriptor::Array { dims: vec![2], base: Box::new(base) };
        assert!(padded.has_padding() && array(padded.clone()).has_padding());
        assert!(TypeDescriptor::VarLen(Box::new(padded.clone())).has_padding());
        assert!(TypeDescriptor::Compound(of([array(padded)])).has_padding());
        assert!(!full.has_padding() && !array(full).has_padding() && !f64::dtype().has_padding());
    }

    #[test]
    fn fields_that_share_a_byte_or_reach_outside_are_found() {
        let mut compound = of([u32::dtype(), u8::dtype()]);
        assert!(compound.is_disjoint());
        compound.fields[1].offset = 3;
        assert!(!compound.is_disjoint());
        compound.fields[1].offset = compound.size;
        assert!(!compound.is_disjoint());
    }
}
