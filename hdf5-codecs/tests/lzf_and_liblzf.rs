//! Our LZF against liblzf itself: each decodes what the other encoded.

use hdf5_codecs::lzf;
use proptest::collection::vec;
use proptest::prelude::*;

/// What `lzf_compress` of liblzf makes of the data; it may become longer.
fn c_encode(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0; data.len() + data.len() / 16 + 64];
    // SAFETY: both pointers are to as many bytes as the length says.
    let length = unsafe {
        lzf_sys::lzf_compress(
            data.as_ptr().cast(),
            data.len().try_into().unwrap(),
            stream.as_mut_ptr().cast(),
            stream.len().try_into().unwrap(),
        )
    };
    assert_ne!(length, 0, "there is room for any stream");
    stream.truncate(length as usize);
    stream
}

/// What `lzf_decompress` of liblzf makes of the stream, `None` if that is an error.
fn c_decode(stream: &[u8], room: usize) -> Option<Vec<u8>> {
    let mut data = vec![0; room];
    // SAFETY: both pointers are to as many bytes as the length says.
    let length = unsafe {
        lzf_sys::lzf_decompress(
            stream.as_ptr().cast(),
            stream.len().try_into().unwrap(),
            data.as_mut_ptr().cast(),
            room.try_into().unwrap(),
        )
    };
    data.truncate(length as usize);
    (length != 0).then_some(data)
}

/// Our stream, also where it is longer than the data.
fn our_encode(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0; data.len() + data.len() / 16 + 64];
    let length = lzf::encode_into(data, &mut stream).expect("there is room for any stream");
    stream.truncate(length);
    stream
}

/// Data with every kind of repetition: pieces of noise, runs, and copies from before.
fn repetitive() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        vec(any::<u8>(), 1..80).prop_map(Piece::Noise),
        (any::<u8>(), 1..600_usize).prop_map(|(byte, length)| Piece::Run(byte, length)),
        (1..9000_usize, 1..600_usize).prop_map(|(back, length)| Piece::Copy(back, length)),
        (1..20_usize, 1..600_usize).prop_map(|(back, length)| Piece::Copy(back, length)),
    ];
    vec(piece, 1..60).prop_map(|pieces| {
        let mut data = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Noise(bytes) => data.extend(bytes),
                Piece::Run(byte, length) => data.extend(std::iter::repeat_n(byte, length)),
                Piece::Copy(back, length) => {
                    for _ in 0..length {
                        let byte = data.len().checked_sub(back).map_or(7, |from| data[from]);
                        data.push(byte);
                    }
                }
            }
        }
        data
    })
}

#[derive(Clone, Debug)]
enum Piece {
    Noise(Vec<u8>),
    Run(u8, usize),
    Copy(usize, usize),
}

proptest! {
    #[test]
    fn liblzf_decodes_what_we_encode(data in repetitive()) {
        prop_assert!(c_decode(&our_encode(&data), data.len()).as_deref() == Some(&data[..]));
        if let Some(stream) = lzf::encode(&data) {
            prop_assert!(stream.len() < data.len());
            prop_assert!(c_decode(&stream, data.len()).as_deref() == Some(&data[..]));
        }
    }

    #[test]
    fn we_decode_what_liblzf_encodes(data in repetitive()) {
        prop_assert!(lzf::decode(&c_encode(&data), data.len()).unwrap() == data);
    }

    #[test]
    fn any_bytes_are_the_same_data_to_both_or_an_error_to_both(
        stream in vec(any::<u8>(), 1..200),
        room in 1..2000_usize,
    ) {
        prop_assert_eq!(lzf::decode(&stream, room).ok(), c_decode(&stream, room));
    }

    #[test]
    fn references_at_random_are_the_same_data_to_both_or_an_error_to_both(
        first in vec(any::<u8>(), 32),
        references in vec((0..8_u8, 0..40_u8, any::<u8>()), 1..50),
    ) {
        let mut stream = vec![31];
        stream.extend(first);
        for (length, low, extra) in references {
            match length {
                0 => stream.extend([0, extra]),
                7 => stream.extend([7 << 5, extra, low]),
                _ => stream.extend([length << 5, low]),
            }
        }
        prop_assert_eq!(lzf::decode(&stream, 4000).ok(), c_decode(&stream, 4000));
    }
}

#[test]
fn data_that_does_not_repeat_is_encoded_by_both_and_decoded_by_both() {
    let mut state = 1_u64;
    let data: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    })
    .take(1 << 20)
    .collect();
    assert_eq!(lzf::encode(&data), None);
    assert!(c_decode(&our_encode(&data), data.len()).unwrap() == data);
    assert!(lzf::decode(&c_encode(&data), data.len()).unwrap() == data);
}

#[test]
fn a_megabyte_of_floats_is_encoded_as_small_as_by_liblzf() {
    let data: Vec<u8> = (0..1 << 18)
        .flat_map(|i| ((i as f32 / 100.0).sin() * 50.0).round().to_le_bytes())
        .collect();
    let mut planes = vec![0; data.len()];
    hdf5_codecs::shuffle::encode(4, &data, &mut planes).unwrap();
    for data in [data, planes] {
        let (ours, theirs) = (lzf::encode(&data).unwrap(), c_encode(&data));
        assert!(
            ours.len() <= theirs.len() * 21 / 20,
            "{} bytes are {} in ours and {} in theirs",
            data.len(),
            ours.len(),
            theirs.len()
        );
        assert!(c_decode(&ours, data.len()).unwrap() == data);
        assert!(lzf::decode(&theirs, data.len()).unwrap() == data);
    }
}
