//! How many chunks the index of a dataset takes.

use crate::error::{ErrorKind, Result};

/// The chunks that an extensible array takes (`H5D__earray_idx_insert`). libhdf5 finds out only when it writes one
/// that is beyond, which may be when the file is flushed.
const MOST: u128 = 1 << 32;

/// Checks that the chunks of a dataset of a shape can all be stored, if their index is an extensible array. That is
/// asked for only where it matters.
///
/// Such an index has one axis that grows without limit. Chunks are counted along that axis last, and along all
/// others up to their maximum lengths.
pub(super) fn check_count(
    shape: &[usize],
    maximum: &[Option<usize>],
    chunk: &[usize],
    is_array: impl FnOnce() -> Result<bool>,
) -> Result<()> {
    let mut endless = (0..maximum.len()).filter(|&axis| maximum[axis].is_none());
    let (Some(endless), None) = (endless.next(), endless.next()) else {
        return Ok(());
    };
    if shape.contains(&0) {
        return Ok(());
    }
    let at_end = |axis: usize| (shape[axis] - 1) / chunk[axis].max(1);
    let mut last = at_end(endless) as u128;
    for (axis, maximum) in maximum.iter().enumerate() {
        if let Some(maximum) = maximum {
            let along = maximum.div_ceil(chunk[axis].max(1)) as u128;
            last = last.saturating_mul(along).saturating_add(at_end(axis) as u128);
        }
    }
    if last < MOST || !is_array()? {
        return Ok(());
    }
    let needed = u64::try_from(last + 1).unwrap_or(u64::MAX);
    Err(ErrorKind::TooManyChunks { axis: endless, needed, most: MOST as u64 }.into())
}

#[cfg(test)]
mod tests {
    use super::check_count;
    use crate::error::ErrorKind;

    #[test]
    fn chunks_are_counted_up_to_the_maximum_of_all_axes_but_the_endless_one() {
        let most = 1_usize << 32;
        let half = Some(most / 2);
        type Case<'a> = (&'a [usize], &'a [Option<usize>], &'a [usize], Option<u64>);
        let cases: &[Case<'_>] = &[
            (&[most], &[None], &[1], None),
            (&[most + 1], &[None], &[1], Some((1 << 32) + 1)),
            (&[2 * most], &[None], &[2], None),
            (&[2 * most + 1], &[None], &[2], Some((1 << 32) + 1)),
            (&[9, 2], &[half, None], &[1, 1], None),
            (&[9, 3], &[half, None], &[1, 1], Some((1 << 32) + 9)),
            (&[2, 9], &[None, half], &[1, 1], None),
            (&[3, 9], &[None, half], &[1, 1], Some((1 << 32) + 9)),
            (&[0, 9], &[None, half], &[1, 1], None),
            (&[usize::MAX, 0], &[None, half], &[1, 1], None),
            (&[usize::MAX, 9], &[None, half], &[1, 1], Some(u64::MAX)),
            (&[usize::MAX, 9], &[None, None], &[1, 1], None),
            (&[usize::MAX], &[Some(usize::MAX)], &[1], None),
        ];
        for &(shape, maximum, chunk, needed) in cases {
            let found = check_count(shape, maximum, chunk, || Ok(true)).err();
            let found = found.map(|error| match error.kind() {
                ErrorKind::TooManyChunks { needed, .. } => *needed,
                other => panic!("{other:?}"),
            });
            assert_eq!(found, needed, "{shape:?} of {maximum:?} in {chunk:?}");
            assert!(check_count(shape, maximum, chunk, || Ok(false)).is_ok());
        }
    }
}
