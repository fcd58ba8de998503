//! Chunks that h5py and libhdf5 stored: ours decodes them to the data, and encodes the data to
//! the same bytes where the filter leaves no choice.
//!
//! `fixtures/make_fixtures.py` wrote them; `NAME.data` went into the filters and `NAME.chunk`
//! came out.

use hdf5_codecs::{Error, fletcher32, lzf, shuffle};

/// A fixture: the data and the chunk.
macro_rules! fixture {
    ($name:literal) => {
        (
            include_bytes!(concat!("fixtures/", $name, ".data")).as_slice(),
            include_bytes!(concat!("fixtures/", $name, ".chunk")).as_slice(),
        )
    };
}

fn shuffled(element_size: usize, data: &[u8]) -> Vec<u8> {
    let mut shuffled = vec![0xaa; data.len()];
    shuffle::encode(element_size, data, &mut shuffled).unwrap();
    shuffled
}

fn unshuffled(element_size: usize, chunk: &[u8]) -> Vec<u8> {
    let mut data = vec![0xaa; chunk.len()];
    shuffle::decode(element_size, chunk, &mut data).unwrap();
    data
}

fn with_checksum(data: &[u8]) -> Vec<u8> {
    let mut chunk = data.to_vec();
    fletcher32::append(&mut chunk).unwrap();
    chunk
}

#[test]
fn shuffled_chunks_of_every_element_size_are_the_same_bytes_both_ways() {
    for (element_size, (data, chunk)) in [
        (1, fixture!("shuffle_1")),
        (2, fixture!("shuffle_2")),
        (3, fixture!("shuffle_3")),
        (4, fixture!("shuffle_4")),
        (8, fixture!("shuffle_8")),
        (12, fixture!("shuffle_12")),
        (16, fixture!("shuffle_16")),
    ] {
        assert!(shuffled(element_size, data) == chunk, "encoding {element_size} bytes");
        assert!(unshuffled(element_size, chunk) == data, "decoding {element_size} bytes");
    }
}

#[test]
fn bytes_left_over_behind_the_last_element_stay_where_they_are() {
    // The checksum in front of shuffle makes the length no multiple of the element size.
    for (element_size, (data, chunk)) in
        [(3, fixture!("fletcher32_shuffle_3")), (12, fixture!("fletcher32_shuffle_12"))]
    {
        assert_ne!(chunk.len() % element_size, 0);
        assert!(shuffled(element_size, &with_checksum(data)) == chunk);
        let unshuffled = unshuffled(element_size, chunk);
        assert!(fletcher32::verify_and_strip(&unshuffled) == Ok(data));
    }
}

#[test]
fn chunks_with_a_checksum_are_the_same_bytes_both_ways() {
    for (data, chunk) in [
        fixture!("fletcher32_odd"),
        fixture!("fletcher32_one_byte"),
        fixture!("fletcher32_ones"),
        fixture!("fletcher32_zeros"),
        fixture!("fletcher32_mixed"),
    ] {
        assert!(with_checksum(data) == chunk);
        assert!(fletcher32::verify_and_strip(chunk) == Ok(data));
        assert!(fletcher32::strip(chunk) == Ok(data));
    }
}

#[test]
fn long_chunks_have_the_checksum_that_libhdf5_gives_them() {
    for line in include_str!("fixtures/fletcher32_long.txt").lines() {
        let [length, fill, stored] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line:?} is not three words")
        };
        let length = length.parse().unwrap();
        let data = match fill {
            "noise" => noise(length),
            "ones" => vec![0xff; length],
            _ => panic!("unknown fill in {line:?}"),
        };
        let stored = u32::from_str_radix(stored, 16).unwrap().swap_bytes();
        assert_eq!(fletcher32::checksum(&data), stored, "{line}");
    }
}

/// The same bytes as `noise` in `fixtures/make_fixtures.py`.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12345) & 0x7fff_ffff;
        (state >> 16) as u8
    };
    (0..length).map(|_| byte()).collect()
}

#[test]
fn the_checksum_of_a_damaged_chunk_is_found_wrong_wherever_the_damage_is() {
    let (_, chunk) = fixture!("fletcher32_odd");
    for place in 0..chunk.len() {
        let mut damaged = chunk.to_vec();
        damaged[place] ^= 0x10;
        let result = fletcher32::verify_and_strip(&damaged);
        assert!(matches!(result, Err(Error::Checksum { offset: 1001, .. })), "byte {place}");
    }
}

#[test]
fn a_checksum_from_before_libhdf5_1_6_3_is_accepted() {
    let (data, chunk) = fixture!("fletcher32_odd");
    let (_, checksum) = chunk.split_last_chunk::<4>().unwrap();
    let [a, b, c, d] = *checksum;
    assert!(fletcher32::verify_and_strip(&[data, &[b, a, d, c]].concat()) == Ok(data));
    assert!(fletcher32::verify_and_strip(&[data, &[c, d, a, b]].concat()).is_err());
    assert!(fletcher32::verify_and_strip(&[data, &[d, c, b, a]].concat()).is_err());
}

#[test]
fn lzf_chunks_are_decoded_to_the_data() {
    for (data, chunk) in [fixture!("lzf"), fixture!("lzf_integers")] {
        assert!(lzf::decode(chunk, data.len()).unwrap() == data);
        assert_eq!(lzf::decoded_len(chunk, usize::MAX), Ok(data.len()));
    }
}

#[test]
fn lzf_takes_the_room_it_is_given_to_the_byte_and_refuses_one_byte_less() {
    for (data, chunk) in [fixture!("lzf"), fixture!("lzf_integers")] {
        let limit = data.len() - 1;
        assert!(matches!(
            lzf::decode(chunk, limit),
            Err(Error::TooLong { limit: l, .. }) if l == limit
        ));
        assert_eq!(lzf::decode_into(chunk, &mut vec![0; limit]), lzf::decoded_len(chunk, limit));
        // With more room, only the part that is the data counts.
        for more in 0..40 {
            let mut buffer = vec![0; data.len() + more];
            assert_eq!(lzf::decode_into(chunk, &mut buffer), Ok(data.len()));
            assert!(&buffer[..data.len()] == data);
        }
    }
}

#[test]
fn an_lzf_chunk_cut_anywhere_gives_an_error_or_the_start_of_the_data() {
    for (data, chunk) in [fixture!("lzf"), fixture!("lzf_integers")] {
        for length in 0..chunk.len() {
            match lzf::decode(&chunk[..length], data.len()) {
                Ok(start) => {
                    assert!(start.len() < data.len(), "nothing is missing after {length} bytes");
                    assert!(data.starts_with(&start));
                }
                Err(Error::Truncated { offset, expected, available }) => {
                    assert!(offset <= length && available < expected);
                    assert_eq!(offset + available, length);
                }
                Err(error) => panic!("{error} after {length} bytes"),
            }
        }
    }
}

#[test]
fn ours_compresses_about_as_well_as_liblzf_in_h5py() {
    for (data, chunk) in [fixture!("lzf"), fixture!("lzf_integers")] {
        let ours = lzf::encode(data).unwrap();
        assert!(ours.len() <= chunk.len() * 11 / 10, "{} and {}", ours.len(), chunk.len());
    }
}

#[test]
fn a_pipeline_of_three_filters_is_undone_from_its_end() {
    let (data, chunk) = fixture!("shuffle_4_lzf_fletcher32");
    let compressed = fletcher32::verify_and_strip(chunk).unwrap();
    let size = lzf::size_hint(&[4, 261, 1600]).unwrap();
    let planes = lzf::decode(compressed, size).unwrap();
    assert!(planes == shuffled(4, data));
    assert!(unshuffled(4, &planes) == data);
}

#[test]
fn a_pipeline_cut_anywhere_is_an_error() {
    let (_, chunk) = fixture!("shuffle_4_lzf_fletcher32");
    for length in 0..chunk.len() {
        assert!(fletcher32::verify_and_strip(&chunk[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn client_data_is_what_h5py_stores() {
    // As make_fixtures.py prints it.
    assert_eq!(lzf::client_data(1600), [4, 261, 1600]);
    assert_eq!(shuffle::element_size(&[12]), Ok(12));
    assert_eq!(shuffle::element_size(&[]), Err(Error::ClientDataLength { expected: 1, actual: 0 }));
    assert_eq!(
        shuffle::element_size(&[4, 4]),
        Err(Error::ClientDataLength { expected: 1, actual: 2 })
    );
    assert_eq!([shuffle::ID, fletcher32::ID, lzf::ID], [2, 3, 32000]);
}
