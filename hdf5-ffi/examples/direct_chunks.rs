//! Hands chunks to the library that are compressed already and gets them back in the same way, as
//! the example of `H5Dwrite_chunk` and `H5Dread_chunk` in the HDF5 reference manual does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int, c_uint};
use std::mem::size_of_val;
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"direct_chunks.h5".as_ptr();
const DATASET: *const c_char = c"Chunks".as_ptr();
const NX: hsize_t = 8;
const NY: hsize_t = 8;
const CHUNK_NX: usize = 4;
const CHUNK_NY: usize = 4;

/// What zlib's `compress2` does, at level 0: a header, one block as it is, and the checksum.
fn compress2(bytes: &[u8]) -> Vec<u8> {
    let len = u16::try_from(bytes.len()).expect("a block has at most 65535 bytes");
    let (a, b) = bytes.iter().fold((1, 0), |(a, b): (u32, u32), byte| {
        let a = (a + u32::from(*byte)) % 65521;
        (a, (b + a) % 65521)
    });
    let header = [0x78, 0x01, 0x01];
    let parts: [&[u8]; 5] =
        [&header, &len.to_le_bytes(), &(!len).to_le_bytes(), bytes, &(b << 16 | a).to_be_bytes()];
    parts.concat()
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let direct_buf: [[i32; CHUNK_NY]; CHUNK_NX] =
        from_fn(|i| from_fn(|j| (i * CHUNK_NY + j) as i32));
    let bytes: Vec<u8> =
        direct_buf.as_flattened().iter().flat_map(|number| number.to_le_bytes()).collect();
    let mut outbuf = [0 as c_int; (NX * NY) as usize];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the size that
    // is told or that the dataset or the chunk has.
    unsafe {
        let dims = [NX, NY];
        let dataspace = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let cparms = ok(H5Pcreate(H5P_DATASET_CREATE));
        let chunk_dims = [CHUNK_NX as hsize_t, CHUNK_NY as hsize_t];
        ok(H5Pset_chunk(cparms, 2, chunk_dims.as_ptr()));
        ok(H5Pset_deflate(cparms, 9));
        let (le, lcpl, dapl) = (H5T_STD_I32LE, H5P_DEFAULT, H5P_DEFAULT);
        let dset_id = ok(H5Dcreate(file, DATASET, le, dataspace, lcpl, cparms, dapl));

        // The same compressed chunk in every place, ...
        let compressed = compress2(&bytes);
        for x in (0..NX).step_by(CHUNK_NX) {
            for y in (0..NY).step_by(CHUNK_NY) {
                let (filter_mask, offset) = (0, [x, y]);
                let (offset, buf) = (offset.as_ptr(), compressed.as_ptr().cast());
                let size = compressed.len();
                ok(H5Dwrite_chunk(dset_id, H5P_DEFAULT, filter_mask, offset, size, buf));
            }
        }

        // ... and then the first as it is: the mask says that its first filter was left out.
        let (filter_mask, offset): (u32, [hsize_t; 2]) = (1, [0, 0]);
        let (size, buf) = (bytes.len(), bytes.as_ptr().cast());
        ok(H5Dwrite_chunk(dset_id, H5P_DEFAULT, filter_mask, offset.as_ptr(), size, buf));
        ok(H5Fflush(dset_id, H5F_SCOPE_LOCAL));
        ok(H5Dclose(dset_id));

        // The dataset is opened again, for the library remembers the mask that a chunk had before.
        // Chunks come back as they are stored.
        let dset_id = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let lengths = [("first", [0, 0], bytes.len()), ("last", [4, 4], compressed.len())];
        for (which, offset, expected) in lengths {
            let mut read_chunk_nbytes = 0;
            ok(H5Dget_chunk_storage_size(dset_id, offset.as_ptr(), &mut read_chunk_nbytes));
            assert_eq!(read_chunk_nbytes, expected as hsize_t);
            let mut readbuf = vec![0_u8; expected];
            let mut read_filter_mask: c_uint = 0;
            let (offset, buf) = (offset.as_ptr(), readbuf.as_mut_ptr().cast());
            let mask = &mut read_filter_mask;
            // Since 2.0 one tells how large the buffer is.
            #[cfg(hdf5_ge_2_0)]
            ok(H5Dread_chunk(dset_id, H5P_DEFAULT, offset, mask, buf, &mut readbuf.len()));
            #[cfg(not(hdf5_ge_2_0))]
            ok(H5Dread_chunk(dset_id, H5P_DEFAULT, offset, mask, buf));
            println!("The {which} chunk has {expected} bytes and the mask {read_filter_mask}");
            assert!(readbuf == bytes || readbuf == compressed);
        }

        // And the library decodes what it did not encode.
        let buf = outbuf.as_mut_ptr().cast();
        ok(H5Dread(dset_id, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        for (i, number) in outbuf.iter().enumerate() {
            assert_eq!(*number, direct_buf[i / 8 % CHUNK_NX][i % CHUNK_NY]);
        }
        println!("Read {} bytes of elements", size_of_val(&outbuf));

        ok(H5Dclose(dset_id));
        ok(H5Sclose(dataspace));
        ok(H5Pclose(cparms));
        ok(H5Fclose(file));
    }
}
