//! What goes in comes out again; and whatever the bytes are, a decoder neither panics nor gives
//! more than it was allowed to.

use hdf5_codecs::{Error, fletcher32, lzf, shuffle};
use proptest::collection::vec;
use proptest::prelude::*;

/// Shuffle as its description says it, byte by byte.
fn shuffled_simply(element_size: usize, data: &[u8]) -> Vec<u8> {
    let whole = data.len() / element_size * element_size;
    let mut shuffled: Vec<u8> = (0..element_size)
        .flat_map(|k| data[..whole].iter().skip(k).step_by(element_size))
        .copied()
        .collect();
    shuffled.extend(&data[whole..]);
    shuffled
}

/// fletcher32 as its description says it, one word after the other.
fn checksum_simply(data: &[u8]) -> u32 {
    let fold = |sum: u32| (sum & 0xffff) + (sum >> 16);
    let (mut sum1, mut sum2) = (0_u32, 0_u32);
    for word in data.chunks(2) {
        sum1 = fold(sum1 + (u32::from(word[0]) << 8) + word.get(1).map_or(0, |&low| low.into()));
        sum2 = fold(sum2 + sum1);
    }
    sum2 << 16 | sum1
}

proptest! {
    #[test]
    fn shuffle_gives_back_what_it_was_given(
        element_size in prop_oneof![1..40_usize, 1000..9000_usize],
        data in vec(any::<u8>(), 0..9000),
    ) {
        let mut chunk = vec![0; data.len()];
        shuffle::encode(element_size, &data, &mut chunk).unwrap();
        prop_assert!(chunk == shuffled_simply(element_size, &data));
        let mut back = vec![0; data.len()];
        shuffle::decode(element_size, &chunk, &mut back).unwrap();
        prop_assert!(back == data);
    }

    #[test]
    fn fletcher32_gives_back_what_it_was_given(data in vec(any::<u8>(), 0..30_000)) {
        let mut chunk = data.clone();
        fletcher32::append(&mut chunk).unwrap();
        prop_assert_eq!(fletcher32::checksum(&data), checksum_simply(&data));
        prop_assert!(fletcher32::verify_and_strip(&chunk) == Ok(&data[..]));
    }

    #[test]
    fn lzf_gives_back_what_it_was_given(data in vec(0..4_u8, 0..5000)) {
        if let Some(chunk) = lzf::encode(&data) {
            prop_assert!(chunk.len() < data.len());
            prop_assert!(lzf::decode(&chunk, data.len()).unwrap() == data);
        }
    }

    #[test]
    fn fletcher32_survives_any_bytes(chunk in vec(any::<u8>(), 0..100)) {
        if let Ok(data) = fletcher32::verify_and_strip(&chunk) {
            prop_assert_eq!(data.len() + 4, chunk.len());
        }
        prop_assert_eq!(fletcher32::strip(&chunk).is_ok(), chunk.len() >= 4);
    }

    #[test]
    fn lzf_survives_any_bytes_and_stays_below_the_limit(
        chunk in vec(any::<u8>(), 0..400),
        limit in 0..5000_usize,
    ) {
        let mut buffer = vec![0; limit];
        let into = lzf::decode_into(&chunk, &mut buffer);
        match lzf::decode(&chunk, limit) {
            Ok(data) => {
                prop_assert!(data.len() <= limit && data.capacity() <= limit);
                prop_assert_eq!(into, Ok(data.len()));
                prop_assert!(buffer.starts_with(&data));
            }
            Err(error) => {
                prop_assert!(!error.to_string().contains('\n'));
                prop_assert_eq!(into, Err(error));
            }
        }
    }

    #[test]
    fn lzf_survives_a_damaged_chunk(
        data in vec(0..4_u8, 200..2000),
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
    ) {
        let mut chunk = lzf::encode(&data).unwrap();
        for (place, byte) in damage {
            let place = place.index(chunk.len());
            chunk[place] = byte;
        }
        if let Ok(decoded) = lzf::decode(&chunk, data.len()) {
            prop_assert!(decoded.len() <= data.len());
        }
    }

    #[test]
    fn lzf_encodes_into_as_little_room_as_it_says(
        data in vec(0..4_u8, 0..1000),
        room in 0..1000_usize,
    ) {
        let mut plenty = vec![0; 2000];
        let length = lzf::encode_into(&data, &mut plenty).unwrap();
        let mut buffer = vec![0; room];
        match lzf::encode_into(&data, &mut buffer) {
            Some(written) => {
                prop_assert_eq!(written, length);
                prop_assert!(buffer[..written] == plenty[..length]);
            }
            None => prop_assert!(room < length),
        }
    }
}

#[test]
fn lengths_around_the_shuffle_tiles_and_blocks_are_all_right() {
    for element_size in [2, 3, 4, 8, 16, 4097] {
        for length in (0..300).chain(1000..1100).chain(8190..8300) {
            let data: Vec<u8> = (0..length).map(|i: usize| (i * 7 + i / 256) as u8).collect();
            let mut chunk = vec![0; length];
            shuffle::encode(element_size, &data, &mut chunk).unwrap();
            assert!(chunk == shuffled_simply(element_size, &data), "{element_size}, {length}");
            let mut back = vec![0; length];
            shuffle::decode(element_size, &chunk, &mut back).unwrap();
            assert!(back == data, "{element_size}, {length}");
        }
    }
}

#[test]
fn an_lzf_bomb_fails_before_anything_is_allocated_for_it() {
    // A literal, then 100 000 times 264 bytes of it.
    let mut bomb = vec![0, 1];
    bomb.extend([0xe0, 255, 0].repeat(100_000));
    assert_eq!(lzf::decode(&bomb, 1000), Err(Error::TooLong { offset: 2 + 3 * 3, limit: 1000 }));
    assert_eq!(lzf::decoded_len(&bomb, usize::MAX), Ok(1 + 264 * 100_000));
    assert_eq!(lzf::decode(&bomb, 0), Err(Error::TooLong { offset: 0, limit: 0 }));
}

#[test]
fn each_kind_of_damage_to_lzf_is_named_with_its_place() {
    let decode = |bytes: &[u8]| lzf::decode(bytes, 100);
    assert_eq!(
        decode(&[0, 1, 0x20]),
        Err(Error::Truncated { offset: 3, expected: 1, available: 0 })
    );
    assert_eq!(
        decode(&[0, 1, 0xe0, 5]),
        Err(Error::Truncated { offset: 3, expected: 2, available: 1 })
    );
    assert_eq!(
        decode(&[9, 1, 2, 3]),
        Err(Error::Truncated { offset: 1, expected: 10, available: 3 })
    );
    assert_eq!(
        decode(&[1, 1, 2, 0x21, 0x02]),
        Err(Error::BackReference { offset: 3, distance: 0x103, available: 2 })
    );
}

#[test]
fn empty_data_is_empty_through_every_filter() {
    shuffle::encode(4, &[], &mut []).unwrap();
    shuffle::decode(4, &[], &mut []).unwrap();
    assert_eq!(lzf::decode(&[], 0), Ok(vec![]));
    assert_eq!(lzf::encode(&[]), None);
    assert_eq!(fletcher32::checksum(&[]), 0);
    assert_eq!(fletcher32::verify_and_strip(&[0; 4]), Ok([].as_slice()));
}

#[test]
fn shuffle_names_arguments_that_make_no_sense_and_leaves_the_output_alone() {
    let mut output = [7; 4];
    for shuffle in [shuffle::encode, shuffle::decode] {
        assert_eq!(shuffle(0, &[1; 4], &mut output), Err(Error::ClientData { index: 0, value: 0 }));
        assert_eq!(
            shuffle(2, &[1; 6], &mut output),
            Err(Error::OutputLength { expected: 6, actual: 4 })
        );
    }
    assert_eq!(output, [7; 4]);
}

#[test]
fn errors_go_between_threads_and_into_boxes() {
    fn usable<E: std::error::Error + Send + Sync + 'static>(error: E) -> String {
        let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(error);
        boxed.to_string()
    }
    assert_eq!(
        usable(Error::Checksum { offset: 8, stored: 1, computed: 0xabcd }),
        "the checksum stored at offset 8 is 0x00000001, but the data's is 0x0000abcd"
    );
}
