//! Filters of new datasets: every legal combination, both directions, in h5py's order.

use hdf5::{
    DatasetBuilder, Encode, ErrorKind, File, Filter, IntegerType, SzipCoding, TypeDescriptor,
};
use ndarray::Array2;

/// One way to store a dataset: a name, h5py's options, and ours.
struct Pipeline {
    name: String,
    options: String,
    scale_offset: Option<u32>,
    shuffle: bool,
    compressor: Compressor,
    fletcher32: bool,
}

#[derive(Clone, Copy)]
enum Compressor {
    None,
    Deflate(u8),
    #[cfg_attr(not(hdf5_have_szip), expect(dead_code, reason = "this libhdf5 has no szip"))]
    Szip(SzipCoding, u32),
}

impl Compressor {
    fn all() -> Vec<Self> {
        let mut all = vec![Self::None];
        all.extend((0..=9).map(Self::Deflate));
        #[cfg(hdf5_have_szip)]
        for block in [2, 8, 32] {
            all.push(Self::Szip(SzipCoding::Entropy, block));
            all.push(Self::Szip(SzipCoding::NearestNeighbor, block));
        }
        all
    }

    fn options(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Deflate(level) => format!("compression='gzip', compression_opts={level}, "),
            Self::Szip(coding, block) => {
                let coding = if coding == SzipCoding::Entropy { "ec" } else { "nn" };
                format!("compression='szip', compression_opts=('{coding}', {block}), ")
            }
        }
    }
}

impl Pipeline {
    /// All that h5py allows, with these scale-offset factors.
    fn all(scale_offsets: &[Option<u32>]) -> Vec<Self> {
        let mut all = Vec::new();
        for &scale_offset in scale_offsets {
            for compressor in Compressor::all() {
                for (shuffle, fletcher32) in
                    [(false, false), (true, false), (false, true), (true, true)]
                {
                    if scale_offset.is_some() && fletcher32 {
                        continue;
                    }
                    let mut options = compressor.options();
                    for (said, option) in
                        [(shuffle, "shuffle=True, "), (fletcher32, "fletcher32=True, ")]
                    {
                        options.push_str(if said { option } else { "" });
                    }
                    if let Some(factor) = scale_offset {
                        options.push_str(&format!("scaleoffset={factor}, "));
                    }
                    let name = format!("pipeline {}", all.len());
                    all.push(Self { name, options, scale_offset, shuffle, compressor, fletcher32 });
                }
            }
        }
        all
    }

    /// The options in an order that is not that of the pipeline.
    fn build<'g, T: Encode>(&self, mut new: DatasetBuilder<'g, T>) -> DatasetBuilder<'g, T> {
        if self.fletcher32 {
            new = new.fletcher32();
        }
        new = match self.compressor {
            Compressor::None => new,
            Compressor::Deflate(level) => new.deflate(level),
            Compressor::Szip(coding, block) => new.szip(coding, block),
        };
        if self.shuffle {
            new = new.shuffle();
        }
        match self.scale_offset {
            Some(factor) => new.scale_offset(factor),
            None => new,
        }
    }
}

/// Every filter of a dataset as h5py tells it: number, flags, parameters.
const PIPELINES: &str = "[[p.get_filter(i)[:3] for i in range(p.get_nfilters())] \
    for p in (f[f'pipeline {n}'].id.get_create_plist() for n in range(len(f)))]";

#[test]
fn every_combination_of_filters_is_the_same_in_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let integers = Array2::from_shape_fn((60, 40), |(i, j)| ((40 * i + j) * 7 % 1000) as i64);
    let check = |dtype: &str, scale_offsets: &[Option<u32>], exact: &str| {
        let pipelines = Pipeline::all(scale_offsets);
        let file = File::create(&ours).unwrap();
        let mut made = format!("x = np.arange(2400).reshape(60, 40) * 7 % 1000 / {exact}\n");
        for pipeline in &pipelines {
            let Pipeline { name, options, .. } = pipeline;
            match dtype {
                "i2" => {
                    let new = pipeline.build(file.new_dataset::<i16>()).chunk((16, 16));
                    new.create_with(name, &integers).unwrap();
                }
                _ => {
                    let new = pipeline.build(file.new_dataset::<f64>()).chunk((16, 16));
                    new.create_with(name, integers.mapv(|n| n as f64 / 8.0)).unwrap();
                }
            }
            made.push_str(&format!(
                "f.create_dataset('{name}', data=x.astype('{dtype}'), chunks=(16, 16), {options})\n"
            ));
        }
        file.close().unwrap();
        h5py.create(&theirs, &made);
        // The same filters, flags and parameters, and values that h5py reads.
        h5py.file(&ours)
            .expect(PIPELINES, &h5py.file(&theirs).eval(PIPELINES))
            .expect("len(f)", &pipelines.len().to_string())
            .assert(&format!(
                "all(np.allclose(d[:], np.arange(2400).reshape(60, 40) * 7 % 1000 / {exact}, atol=5e-4) \
                 for d in f.values())"
            ));
        let file = File::open(&theirs).unwrap();
        for Pipeline { name, options, .. } in &pipelines {
            let read: Array2<f64> = file.dataset(name).unwrap().read().unwrap();
            let scale = if dtype == "i2" { 1.0 } else { 8.0 };
            let close = |(&read, &n): (&f64, &i64)| (read - n as f64 / scale).abs() < 5e-4;
            assert!(read.iter().zip(&integers).all(close), "{dtype} {options}");
        }
    };
    check("i2", &[None, Some(0), Some(11)], "1");
    check("f8", &[None, Some(3)], "8");
}

#[test]
fn numbers_of_few_bits_are_packed_both_ways() {
    let (h5py, h5dump) = (judges::h5py!(), judges::h5dump!());
    let dir = judges::scratch();
    let path = dir.file("nbit.h5");
    let bits = IntegerType { precision: 20, offset: 3, ..IntegerType::native(4, true) };
    let data: Vec<i32> = (-2048..2048).collect();
    let file = File::create(&path).unwrap();
    let new = || file.new_dataset::<i32>().dtype(TypeDescriptor::Integer(bits)).chunk(1024).nbit();
    new().create_with("packed", &data).unwrap();
    let more = new().shuffle().deflate(4).fletcher32().create_with("more", &data).unwrap();
    let ids: Vec<i32> = more.filters().unwrap().iter().map(|filter| filter.id).collect();
    assert_eq!(ids, [Filter::NBIT, Filter::SHUFFLE, Filter::DEFLATE, Filter::FLETCHER32]);
    assert_eq!(file.dataset("packed").unwrap().read::<Vec<i32>>().unwrap(), data);
    let size = file.dataset("packed").unwrap().storage_size().unwrap();
    assert!((10_240..10_500).contains(&size), "{size}");
    file.close().unwrap();
    h5py.file(&path)
        .assert("(f['packed'][:] == np.arange(-2048, 2048)).all()")
        .assert("(f['more'][:] == f['packed'][:]).all()");
    assert!(h5dump.dump(&path, &["-pH"]).contains("COMPRESSION NBIT"));

    h5py.create(
        &path,
        "
        t = h5py.h5t.NATIVE_INT32.copy()
        t.set_precision(20)
        p = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        p.set_chunk((1024,))
        p.set_filter(h5py.h5z.FILTER_NBIT, h5py.h5z.FLAG_OPTIONAL)
        d = h5py.h5d.create(f.id, b'packed', t, h5py.h5s.create_simple((4096,)), p)
        h5py.Dataset(d)[:] = np.arange(-2048, 2048)
        ",
    );
    let file = File::open(&path).unwrap();
    assert_eq!(file.dataset("packed").unwrap().read::<Vec<i32>>().unwrap(), data);
    let like = file.dataset("packed").unwrap();
    let copy = File::create(dir.file("copy.h5")).unwrap();
    let copy = copy.create_dataset_like("copy", &like).unwrap();
    assert_eq!(copy.filters().unwrap(), like.filters().unwrap());
}

#[test]
fn compression_has_the_names_that_h5py_gives_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("names.h5");
    let file = File::create(&path).unwrap();
    let new = || file.new_dataset::<f32>().shape((100, 100));
    new().compression("gzip").create("gzip").unwrap();
    new().compression("deflate").deflate(9).create("the last level said").unwrap();
    new().filter(Filter::DEFLATE, &[5]).create("by number").unwrap();
    let szip = new().compression("szip").create("szip");
    #[cfg(hdf5_have_szip)]
    szip.unwrap();
    #[cfg(not(hdf5_have_szip))]
    {
        let missing = ErrorKind::FilterMissing { id: Filter::SZIP, name: "szip".into() };
        assert_eq!(*szip.unwrap_err().kind(), missing);
    }
    for (name, id) in [("lzf", Filter::LZF), ("zstd", 32015), ("blosc", 32001), ("bzip2", 307)] {
        let error = new().compression(name).create(name).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::FilterMissing { id, name: name.into() });
    }
    let error = new().compression("zip").create("zip").unwrap_err();
    let known = "\"zip\" is no compression: gzip, deflate, szip, lzf, bzip2, blosc, lz4, bitshuffle, \
                 zfp, zstd, blosc2 are";
    assert!(error.to_string().ends_with(known), "{error}");
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['gzip'].compression, f['gzip'].compression_opts", "('gzip', 4)")
        .expect("f['the last level said'].compression_opts", "9")
        .expect("f['by number'].compression_opts", "5");
    #[cfg(hdf5_have_szip)]
    h5py.file(&path).expect("f['szip'].compression_opts", "('nn', 8)");
}

#[test]
fn filters_that_are_missing_can_be_allowed() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("unknown.h5");
    let file = File::create(&path).unwrap();
    let new = || file.new_dataset::<i32>().chunk(4).filter(40_000, &[1, 2, 3]);
    let error = new().create_with("refused", [1, 2, 3, 4]).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::FilterMissing { id: 40_000, name: String::new() });
    let allowed = new().allow_unknown_filters().create_with("allowed", [1, 2, 3, 4]).unwrap();
    let filters = allowed.filters().unwrap();
    assert_eq!((filters[0].id, &filters[0].parameters[..]), (40_000, &[1, 2, 3][..]));
    assert!(filters[0].optional && !filters[0].is_available().unwrap());
    assert_eq!(allowed.read::<Vec<i32>>().unwrap(), [1, 2, 3, 4]);
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['allowed'].compression, f['allowed'][:].tolist()", "('unknown', [1, 2, 3, 4])")
        .expect("f['allowed'].id.get_create_plist().get_filter(0)[:3]", "(40000, 1, (1, 2, 3))");

    #[cfg(not(hdf5_have_szip))]
    {
        h5py.create(&path, "f.create_dataset('x', data=np.arange(100), compression='szip')");
        let error = File::open(&path).unwrap().dataset("x").unwrap().read::<Vec<i32>>();
        let error = error.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::FilterMissing { id: Filter::SZIP, .. }),
            "{error}"
        );
    }
}
