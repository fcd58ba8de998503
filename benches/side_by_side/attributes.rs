//! Attributes, and many small datasets that have some.

use std::hint::black_box;
use std::path::Path;

use hdf5::{Dataset, File};

use crate::c_calls as c;
use crate::case::Case;

const DATASETS: usize = 1_000;
const TEXTS: usize = 4_000;

/// Puts what is read into the shared file.
pub(crate) fn prepare(shared: &Path) -> hdf5::Result<()> {
    let file = File::open_rw(shared)?;
    let dataset = file.create_dataset("attributes", [0.5; 10])?;
    dataset.attrs().set("count", 7_i64)?;
    dataset.attrs().set("units", "kelvin")?;
    dataset.attrs().set("texts", texts())?;
    let group = file.create_group("small datasets")?;
    for i in 0..DATASETS {
        describe(&group.create_dataset(format!("{i}"), [1.5; 10])?, i as i64)?;
    }
    file.close()
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new("attribute: read an i64", 2_000)
            .ours(|files| {
                let dataset = File::open(&files.shared)?.dataset("attributes")?;
                Ok(Box::new(move |_| {
                    black_box(dataset.attrs().get::<i64>("count")?);
                    Ok(())
                }))
            })
            .c(|files| {
                let dataset = c::open_dataset(&c::open_file(&files.shared), "attributes");
                Ok(Box::new(move |_| {
                    black_box(c::read_number_attribute(&dataset, "count"));
                    Ok(())
                }))
            })
            .h5py("d = h5py.File(shared)['attributes']", "d.attrs['count']"),
        Case::new("attribute: read a short text", 2_000)
            .ours(|files| {
                let dataset = File::open(&files.shared)?.dataset("attributes")?;
                Ok(Box::new(move |_| {
                    black_box(dataset.attrs().get::<String>("units")?);
                    Ok(())
                }))
            })
            .c(|files| {
                let dataset = c::open_dataset(&c::open_file(&files.shared), "attributes");
                Ok(Box::new(move |_| {
                    black_box(c::read_text_attribute(&dataset, "units"));
                    Ok(())
                }))
            })
            .h5py("d = h5py.File(shared)['attributes']", "d.attrs['units']"),
        Case::new("attribute: write an i64 over another", 2_000)
            .ours(|files| {
                let dataset = File::create(&files.fresh)?.create_dataset("d", 0)?;
                dataset.attrs().set("count", -1_i64)?;
                Ok(Box::new(move |i| dataset.attrs().set("count", i as i64)))
            })
            .c(|files| {
                let dataset = c::create_dataset(&c::create_file(&files.fresh), "d", &[1], None);
                c::create_number_attribute(&dataset, "count", -1);
                Ok(Box::new(move |i| {
                    c::write_number_attribute(&dataset, "count", i as i64);
                    Ok(())
                }))
            })
            .h5py(
                "d = h5py.File(fresh, 'w').create_dataset('d', data=0)\nd.attrs['count'] = -1",
                "d.attrs['count'] = i",
            ),
        Case::new("attribute: write a text over another", 2_000)
            .ours(|files| {
                let dataset = File::create(&files.fresh)?.create_dataset("d", 0)?;
                dataset.attrs().set("units", "kelvin")?;
                Ok(Box::new(move |_| dataset.attrs().set("units", "celsius")))
            })
            .h5py(
                "d = h5py.File(fresh, 'w').create_dataset('d', data=0)\nd.attrs['units'] = 'kelvin'",
                "d.attrs['units'] = 'celsius'",
            ),
        // Some on each object: an object with thousands is another task.
        Case::new("attribute: write a new text", 2_000)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                let groups = (0..250).map(|i| file.create_group(format!("{i}")));
                let groups = groups.collect::<hdf5::Result<Vec<_>>>()?;
                Ok(Box::new(move |i| groups[i / 8].attrs().set(NAMES[i % 8], "kelvin")))
            })
            .c(|files| {
                let file = c::create_file(&files.fresh);
                let groups: Vec<_> =
                    (0..250).map(|i| c::create_group(&file, &format!("{i}"))).collect();
                Ok(Box::new(move |i| {
                    c::create_text_attribute(&groups[i / 8], NAMES[i % 8], "kelvin");
                    Ok(())
                }))
            })
            .h5py(
                "f = h5py.File(fresh, 'w')\ngroups = [f.create_group(str(i)) for i in range(250)]\n\
                 names = list('abcdefgh')",
                "groups[i // 8].attrs[names[i % 8]] = 'kelvin'",
            ),
        Case::new("attribute: 4,000 texts, written", 5)
            .per("text", TEXTS)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                let groups = (0..5).map(|i| file.create_group(format!("{i}")));
                let groups = groups.collect::<hdf5::Result<Vec<_>>>()?;
                let texts = texts();
                Ok(Box::new(move |i| groups[i].attrs().set("texts", &texts)))
            })
            .h5py(
                "f = h5py.File(fresh, 'w')\ngroups = [f.create_group(str(i)) for i in range(5)]\n\
                 texts = [f'text number {i}' for i in range(4_000)]",
                "groups[i].attrs['texts'] = texts",
            ),
        Case::new("1,000 datasets of 5 attributes, created", 1)
            .per("dataset", DATASETS)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                Ok(Box::new(move |_| {
                    for i in 0..DATASETS {
                        describe(&file.create_dataset(format!("{i}"), [1.5; 10])?, i as i64)?;
                    }
                    Ok(())
                }))
            })
            .c(|files| {
                let file = c::create_file(&files.fresh);
                Ok(Box::new(move |_| {
                    for i in 0..DATASETS {
                        let dataset = c::create_dataset(&file, &format!("{i}"), &[10], None);
                        c::write_all(&dataset, &[1.5; 10]);
                        c::create_number_attribute(&dataset, "number", i as i64);
                        c::create_number_attribute(&dataset, "gain", 2);
                        c::create_number_attribute(&dataset, "valid", 1);
                        c::create_text_attribute(&dataset, "units", "kelvin");
                        c::create_text_attribute(&dataset, "title", "a small dataset");
                    }
                    Ok(())
                }))
            })
            .h5py(
                "f = h5py.File(fresh, 'w')\nvalues = np.full(10, 1.5)",
                "for i in range(1_000):\n\
                 \x20   d = f.create_dataset(str(i), data=values)\n\
                 \x20   d.attrs['number'] = i\n\
                 \x20   d.attrs['gain'] = 2.5\n\
                 \x20   d.attrs['valid'] = True\n\
                 \x20   d.attrs['units'] = 'kelvin'\n\
                 \x20   d.attrs['title'] = 'a small dataset'",
            ),
        Case::new("1,000 datasets of 5 attributes, read", 1)
            .per("dataset", DATASETS)
            .ours(|files| {
                let group = File::open(&files.shared)?.group("small datasets")?;
                Ok(Box::new(move |_| {
                    for name in group.names()? {
                        let dataset = group.dataset(&name)?;
                        let attrs = dataset.attrs();
                        black_box(dataset.read::<Vec<f64>>()?);
                        black_box(attrs.get::<i64>("number")?);
                        black_box(attrs.get::<f64>("gain")?);
                        black_box(attrs.get::<bool>("valid")?);
                        black_box(attrs.get::<String>("units")?);
                        black_box(attrs.get::<String>("title")?);
                    }
                    Ok(())
                }))
            })
            .h5py(
                "g = h5py.File(shared)['small datasets']",
                "for name in g:\n\
                 \x20   d = g[name]\n\
                 \x20   d[:], d.attrs['number'], d.attrs['gain'], d.attrs['valid']\n\
                 \x20   d.attrs['units'], d.attrs['title']",
            ),
    ]
}

const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn texts() -> Vec<String> {
    (0..TEXTS).map(|i| format!("text number {i}")).collect()
}

/// Gives a dataset five attributes.
fn describe(dataset: &Dataset, number: i64) -> hdf5::Result<()> {
    let attrs = dataset.attrs();
    attrs.set("number", number)?;
    attrs.set("gain", 2.5)?;
    attrs.set("valid", true)?;
    attrs.set("units", "kelvin")?;
    attrs.set("title", "a small dataset")
}
