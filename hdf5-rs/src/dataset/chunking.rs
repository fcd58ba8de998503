//! A chunk shape for datasets that need one and were given none.

/// The size around which h5py's choice is centred, for a dataset of 1 MiB.
const BASE: f64 = 16.0 * 1024.0;
const MIN: f64 = 8.0 * 1024.0;
const MAX: f64 = 1024.0 * 1024.0;

/// The shape of a chunk that h5py chooses (`h5py._hl.filters.guess_chunk`), so that files of both look
/// alike: axes are halved in turn until a chunk has about 16 KiB, more for larger datasets, and never
/// over 1 MiB. Axes that are empty so far count as 1024.
pub(crate) fn guess(shape: &[usize], element_size: usize) -> Vec<usize> {
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

#[cfg(test)]
mod tests {
    use super::guess;

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
            assert_eq!(guess(shape, size), chunk, "for {shape:?} elements of {size} bytes");
        }
    }
}
