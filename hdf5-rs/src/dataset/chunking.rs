//! A chunk shape for datasets that need one and were given none.

use crate::shape::MAX_RANK;

/// How a chunk shape is chosen by [`auto_chunk`](crate::DatasetBuilder::auto_chunk).
///
/// A chunk is read and written as a whole, so it should have the shape of what is read and written at a
/// time. Who knows that gives a shape with [`chunk`](crate::DatasetBuilder::chunk).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum AutoChunk {
    /// The shape that h5py chooses, so that files of both look alike: all axes are halved in turn until a
    /// chunk has about 16 KiB, more for larger datasets and never over 1 MiB. An axis that is empty counts
    /// as 1024, and it makes no difference which axes grow. This is the choice where nothing else is said.
    #[default]
    H5py,
    /// Whole rows, about 1 MiB of them: axes that do not grow are whole, and those that do get as many
    /// rows as fit. Where a single row has more, or no axis grows, the slowest-varying axes are cut into
    /// parts of equal length.
    ///
    /// This suits what is appended to, and large or remote files, which h5py's choice cuts into many small
    /// chunks: rows of 64 `f64` are stored 2048 at a time, where h5py takes 512 of 32. It does not suit
    /// datasets that stay small, for a chunk that is not compressed takes all its room from the first
    /// element on.
    Rows,
}

impl AutoChunk {
    /// A chunk shape for elements of a size; every length is at least 1 and at most the axis' maximum.
    pub(crate) fn choose(
        self,
        shape: &[usize],
        maximum: &[Option<usize>],
        element_size: usize,
    ) -> Vec<usize> {
        match self {
            Self::H5py => as_h5py(shape, element_size),
            Self::Rows => rows(shape, maximum, element_size),
        }
    }
}

/// The size around which h5py's choice is centred, for a dataset of 1 MiB.
const BASE: f64 = 16.0 * 1024.0;
const MIN: f64 = 8.0 * 1024.0;
const MAX: f64 = 1024.0 * 1024.0;

/// What `h5py._hl.filters.guess_chunk` chooses.
fn as_h5py(shape: &[usize], element_size: usize) -> Vec<usize> {
    let mut chunk: Vec<usize> =
        shape.iter().map(|&length| if length == 0 { 1024 } else { length }).collect();
    let elements = |chunk: &[usize]| chunk.iter().map(|&length| length as f64).product::<f64>();
    let bytes = |chunk: &[usize]| elements(chunk) * element_size as f64;
    let target = (BASE * 2_f64.powf((bytes(&chunk) / MAX).log10())).clamp(MIN, MAX);
    for axis in (0..shape.len()).cycle() {
        let size = bytes(&chunk);
        let near = size < target || (size - target).abs() / target < 0.5;
        if (near && size < MAX) || elements(&chunk) == 1.0 {
            break;
        }
        chunk[axis] = chunk[axis].div_ceil(2);
    }
    chunk
}

/// The bytes of a chunk of whole rows. libhdf5 before 2.0 keeps no larger chunk in its cache.
const ROWS_TARGET: usize = 1 << 20;

fn rows(shape: &[usize], maximum: &[Option<usize>], element_size: usize) -> Vec<usize> {
    let grows = |axis: usize| maximum[axis].is_none_or(|maximum| maximum > shape[axis]);
    let mut room = (ROWS_TARGET / element_size.max(1)).max(1);
    let mut chunk = vec![1; shape.len()];
    // The axes of a row, the fastest-varying first, as long as there is room.
    for axis in (0..shape.len()).rev().filter(|&axis| !grows(axis)) {
        let length = shape[axis].max(1);
        let parts = length.div_ceil(room);
        chunk[axis] = length.div_ceil(parts);
        room = (room / chunk[axis]).max(1);
    }
    // What is left is for the axes that grow: alike for each, as nothing says which grows more.
    let mut growing: Vec<usize> = (0..shape.len()).filter(|&axis| grows(axis)).collect();
    growing.sort_by_key(|&axis| maximum[axis].unwrap_or(usize::MAX));
    for (done, &axis) in growing.iter().enumerate() {
        let share = root(room, growing.len() - done);
        chunk[axis] = maximum[axis].map_or(share, |maximum| share.min(maximum));
        room = (room / chunk[axis]).max(1);
    }
    chunk
}

/// The largest number of which the power is not over `value`.
fn root(value: usize, degree: usize) -> usize {
    let degree = u32::try_from(degree).unwrap_or(MAX_RANK as u32);
    let fits = |number: usize| number.checked_pow(degree).is_some_and(|power| power <= value);
    let estimate = (value as f64).powf(1.0 / f64::from(degree)) as usize;
    if fits(estimate + 1) { estimate + 1 } else { estimate.max(1) }
}

#[cfg(test)]
mod tests {
    use super::{AutoChunk, root};

    #[test]
    fn chunks_are_as_h5py_3_16_chooses_them() {
        let mib = 1 << 20;
        let cases: &[(&[usize], usize, &[usize])] = &[
            (&[10], 4, &[10]),
            (&[10_000], 8, &[1250]),
            (&[1_000_000], 8, &[3907]),
            (&[65_535], 1, &[8192]),
            (&[1 << 40], 8, &[65_536]),
            (&[0], 8, &[1024]),
            (&[0, 5], 4, &[512, 5]),
            (&[0, 3], 8, &[512, 2]),
            (&[0, 512, 512], 8, &[32, 16, 32]),
            (&[0, 512, 512], 4, &[32, 32, 32]),
            (&[100, 100], 8, &[25, 50]),
            (&[1000, 1000], 8, &[63, 63]),
            (&[1000, 1000], 4, &[63, 125]),
            (&[10_000, 10_000], 4, &[157, 157]),
            (&[100_000, 100_000], 8, &[196, 391]),
            (&[60_000, 28, 28], 1, &[3750, 4, 4]),
            (&[60_000, 784], 4, &[938, 25]),
            (&[50_000, 32, 32, 3], 1, &[6250, 4, 4, 1]),
            (&[1024, 1024, 1024], 4, &[32, 32, 64]),
            (&[3, 5, 7, 11], 8, &[3, 5, 7, 11]),
            (&[10, 10], 2 * mib, &[1, 1]),
        ];
        for &(shape, size, chunk) in cases {
            let maximum = vec![None; shape.len()];
            let chosen = AutoChunk::H5py.choose(shape, &maximum, size);
            assert_eq!(chosen, chunk, "for {shape:?} elements of {size} bytes");
        }
    }

    #[test]
    fn rows_are_whole_where_they_fit_and_counted_along_what_grows() {
        type Case<'a> = (&'a [usize], &'a [Option<usize>], usize, &'a [usize]);
        let cases: &[Case<'_>] = &[
            (&[0], &[None], 8, &[131_072]),
            (&[0, 64], &[None, Some(64)], 8, &[2048, 64]),
            (&[64, 0], &[Some(64), None], 8, &[64, 2048]),
            (&[0, 512, 512], &[None, Some(512), Some(512)], 8, &[1, 256, 512]),
            (&[0, 512, 512], &[None, Some(512), Some(512)], 1, &[4, 512, 512]),
            (&[0, 1_000_000], &[None, Some(1_000_000)], 4, &[1, 250_000]),
            (&[10, 64], &[Some(100), Some(64)], 8, &[100, 64]),
            (&[0, 0], &[None, None], 4, &[512, 512]),
            (&[0, 0], &[Some(4), None], 4, &[4, 65_536]),
            (&[0, 0, 3], &[None, None, Some(3)], 1, &[591, 591, 3]),
            (&[1000, 1000], &[Some(1000), Some(1000)], 8, &[125, 1000]),
            (&[10], &[Some(10)], 8, &[10]),
            (&[0, 5], &[Some(0), Some(5)], 8, &[1, 5]),
            (&[0, 2], &[None, Some(2)], 2 << 20, &[1, 1]),
            (&[0, 2], &[None, Some(2)], 0, &[524_288, 2]),
            (&[usize::MAX, 7], &[None, Some(7)], 8, &[18_724, 7]),
        ];
        for &(shape, maximum, size, chunk) in cases {
            let chosen = AutoChunk::Rows.choose(shape, maximum, size);
            assert_eq!(chosen, chunk, "for {shape:?} up to {maximum:?} of {size} bytes");
        }
    }

    #[test]
    fn roots_are_exact() {
        for number in [1_usize, 2, 3, 10, 591, 1023, 1024] {
            for degree in 1..=3 {
                let power = number.pow(degree);
                assert_eq!(root(power, degree as usize), number);
                if power > 1 && number > 1 {
                    assert_eq!(
                        root(power - 1, degree as usize),
                        if degree == 1 { power - 1 } else { number - 1 }
                    );
                }
            }
        }
    }
}
