//! Datasets that are made like others.

use super::{DatasetBuilder, Fill, NewType};
use crate::dataset::{Dataset, Dataspace};
use crate::error::Result;
use crate::group::Group;
use crate::raw::lock;
use crate::shape::Extent;
use crate::types::Encode;

impl<'g, T: Encode> DatasetBuilder<'g, T> {
    /// What another dataset is like: everything of it but its data, its attributes and where it lies.
    pub(crate) fn like(group: &'g Group, other: &Dataset) -> Result<Self> {
        let _lock = lock();
        let mut builder = Self::of_elements_like(group, other)?;
        if let Some(chunk) = other.chunk()? {
            builder = builder.chunk(chunk);
        }
        Ok(builder.filters_like(&other.filters()?))
    }

    /// The same without chunks and filters.
    pub(crate) fn of_elements_like(group: &'g Group, other: &Dataset) -> Result<Self> {
        let mut builder = Self::new(group);
        builder.dtype = Some(NewType::Described(other.dtype()?));
        match other.space()? {
            Dataspace::Null => builder.space.null = true,
            Dataspace::Scalar => {}
            Dataspace::Simple { shape, maximum } => {
                let axes = shape.into_iter().zip(maximum);
                builder.space.shape =
                    axes.map(|(length, maximum)| Extent { length, maximum }).collect();
            }
        }
        if other.fill_value_is_set()? {
            builder.fill_value = other.fill_value()?.map(Fill::Stored);
        }
        Ok(builder
            .fill_time(other.fill_time()?)
            .track_times(other.tracks_times()?)
            .track_order(other.tracks_order()?))
    }
}
