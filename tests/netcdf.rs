//! NetCDF-4: files that netCDF4 and xarray open with the right dimensions, and files of theirs.
//!
//! netCDF4 brings a libhdf5 of its own, and so runs in Python processes that have not imported h5py.

use hdf5::{Dataset, File};
use ndarray::{Array2, array};
use std::path::Path;

/// A variable over time and place, with bounds: coordinates, an unlimited dimension, and two dimensions
/// that have no values.
fn write_weather(path: &Path) {
    let file = File::create(path).unwrap();
    let time = file.new_dataset::<f64>().shape(0..).chunk(16).create("time").unwrap();
    time.make_scale("time").unwrap();
    time.attrs().set("units", "days since 2000-01-01").unwrap();
    let x = file.create_dataset("x", [10.0_f32, 20.0, 30.0]).unwrap();
    x.make_scale("x").unwrap();
    let bounds = file.create_dimension("bounds", 2).unwrap();
    let events = file.create_dimension("event", 0..).unwrap();

    let temp = file.new_dataset::<f32>().shape((0.., 3)).chunk((16, 3)).create("temp").unwrap();
    temp.attrs().set("units", "K").unwrap();
    let spans = file.new_dataset::<f64>().shape((0.., 2)).chunk((16, 2)).create("spans").unwrap();
    let hits = file.new_dataset::<i32>().shape(0..).chunk(16).create("hits").unwrap();
    let inner = file.create_dataset("group/inner", [7_i64, 8, 9]).unwrap();
    for (dataset, axis, scale) in [
        (&temp, 0, &time),
        (&temp, 1, &x),
        (&spans, 0, &time),
        (&spans, 1, &bounds),
        (&hits, 0, &events),
        (&inner, 0, &x),
    ] {
        dataset.dim(axis).unwrap().attach_scale(scale).unwrap();
    }
    time.append([1.0, 2.0]).unwrap();
    temp.append([[1.5_f32, 2.5, 3.5], [4.5, 5.5, 6.5]]).unwrap();
    spans.append([[0.5, 1.5], [1.5, 2.5]]).unwrap();
    hits.append([1, 2, 3, 4]).unwrap();
    file.close().unwrap();
}

#[test]
fn netcdf4_sees_dimensions_and_variables() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("weather.nc");
    write_weather(&path);
    let told = h5py.without_h5py(
        "
        import netCDF4
        with netCDF4.Dataset(args[0]) as f:
            for name in sorted(f.dimensions):
                print(name, f.dimensions[name].size, f.dimensions[name].isunlimited())
            for name in sorted(f.variables):
                v = f.variables[name]
                print(name, v.dtype, v.dimensions, v[:].tolist(), v.ncattrs())
            inner = f.groups['group'].variables['inner']
            print('inner', inner.dimensions, inner[:].tolist(), f['group'].dimensions)
            print(f['time'].units, f['temp'].units)
        assert 'h5py' not in sys.modules
        ",
        &[&path],
    );
    assert_eq!(
        told,
        "\
bounds 2 False
event 4 True
time 2 True
x 3 False
hits int32 ('event',) [1, 2, 3, 4] []
spans float64 ('time', 'bounds') [[0.5, 1.5], [1.5, 2.5]] []
temp float32 ('time', 'x') [[1.5, 2.5, 3.5], [4.5, 5.5, 6.5]] ['units']
time float64 ('time',) [1.0, 2.0] ['units']
x float32 ('x',) [10.0, 20.0, 30.0] []
inner ('x',) [7, 8, 9] {}
days since 2000-01-01 K
"
    );
}

#[test]
fn xarray_opens_the_same_with_both_of_its_engines() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("weather.nc");
    write_weather(&path);
    for (engine, other) in [("netcdf4", "h5py"), ("h5netcdf", "netCDF4")] {
        let script = format!(
            "
            import xarray
            with xarray.open_dataset(args[0], engine='{engine}') as d:
                print(dict(d.sizes), sorted(d.coords), sorted(d.data_vars))
                print(d.temp.dims, d.temp.sel(x=20, time='2000-01-03').item(), d.temp.units)
                print(d.spans.dims, d.hits.dims, d.hits.values.tolist())
            with xarray.open_dataset(args[0], engine='{engine}', group='group') as d:
                print(d.inner.dims, d.inner.values.tolist())
            assert '{other}' not in sys.modules
            "
        );
        let told = h5py.without_h5py(&script, &[&path]);
        let lines: Vec<_> = told.lines().collect();
        assert!(lines[0].contains("'time': 2") && lines[0].contains("'x': 3"), "{engine}: {told}");
        assert!(lines[0].ends_with("['time', 'x'] ['hits', 'spans', 'temp']"), "{engine}: {told}");
        assert_eq!(
            lines[1..],
            [
                "('time', 'x') 5.5 K",
                "('time', 'bounds') ('event',) [1, 2, 3, 4]",
                "('x',) [7, 8, 9]"
            ],
            "{engine}"
        );
    }
}

/// The last parts of the paths of the scales of each axis: what netCDF calls the dimensions.
fn dimensions(dataset: &Dataset) -> Vec<String> {
    let dims = dataset.dims().unwrap();
    let name = |scale: Dataset| scale.path().unwrap().rsplit('/').next().unwrap().to_owned();
    dims.iter().map(|dim| name(dim.scale(0).unwrap())).collect()
}

const WRITE: &str = "
    import netCDF4
    import numpy as np
    with netCDF4.Dataset(args[0], 'w') as f:
        f.createDimension('time', None)
        f.createDimension('x', 3)
        f.createDimension('bounds', 2)
        f.createVariable('time', 'f8', ('time',))[:] = [1, 2]
        f.createVariable('x', 'f4', ('x',))[:] = [10, 20, 30]
        f.createVariable('temp', 'f4', ('time', 'x'))[:] = np.arange(6).reshape(2, 3)
        f.createVariable('spans', 'f8', ('time', 'bounds'))[:] = [[0, 1], [1, 2]]
        f.createGroup('g').createVariable('inner', 'i4', ('x',))[:] = [1, 2, 3]
";

#[test]
fn the_dimensions_of_a_file_of_netcdf4_are_listed() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("written.nc");
    h5py.without_h5py(WRITE, &[&path]);
    let file = File::open(&path).unwrap();
    let dataset = |name: &str| file.dataset(name).unwrap();
    assert_eq!(dimensions(&dataset("temp")), ["time", "x"]);
    assert_eq!(dimensions(&dataset("spans")), ["time", "bounds"]);
    assert_eq!(dimensions(&dataset("g/inner")), ["x"]);
    let x = dataset("temp").dim(1).unwrap().scale(0).unwrap();
    assert_eq!(x.read::<Vec<f32>>().unwrap(), [10.0, 20.0, 30.0]);
    assert_eq!(x.scale_name().unwrap().as_deref(), Some("x"));
    let bounds = dataset("bounds").scale_name().unwrap().unwrap();
    assert_eq!(bounds, "This is a netCDF dimension but not a netCDF variable.         2");
    assert_eq!(
        dataset("temp").read::<Array2<f32>>().unwrap(),
        array![[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    );
}

#[test]
fn a_file_of_netcdf4_is_extended_here_and_then_there() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("extended.nc");
    h5py.without_h5py(WRITE, &[&path]);
    let file = File::open_rw(&path).unwrap();
    let (time, x) = (file.dataset("time").unwrap(), file.dataset("x").unwrap());
    let level = file.create_dataset("a_level", [0.0, 0.5]).unwrap();
    level.make_scale("a_level").unwrap();
    let wind =
        file.new_dataset::<f32>().shape((2.., 2, 3)).chunk((1, 2, 3)).create("a_wind").unwrap();
    for (axis, scale) in [&time, &level, &x].into_iter().enumerate() {
        wind.dim(axis).unwrap().attach_scale(scale).unwrap();
    }
    wind.write(1.5).unwrap();
    let spare = file.create_dimension("a_spare", 4).unwrap();
    let more = file.create_dataset("a_more", [1, 2, 3, 4]).unwrap();
    more.dim(0).unwrap().attach_scale(&spare).unwrap();
    file.dataset("temp").unwrap().dim(0).unwrap().set_label("t").unwrap();
    file.close().unwrap();
    let told = h5py.without_h5py(
        "
        import netCDF4
        with netCDF4.Dataset(args[0], 'r+') as f:
            print({n: len(d) for n, d in sorted(f.dimensions.items())})
            for name in ('a_more', 'a_wind', 'spans', 'temp'):
                print(name, f[name].dimensions, f[name].shape)
            assert (f['a_wind'][:] == 1.5).all()
            f.createDimension('late', 5)
            f.createVariable('later', 'i4', ('late', 'a_level'))[:] = 3
        with netCDF4.Dataset(args[0]) as f:
            print(f['later'].dimensions, f['a_wind'].dimensions)
        ",
        &[&path],
    );
    assert_eq!(
        told,
        "\
{'a_level': 2, 'a_spare': 4, 'bounds': 2, 'time': 2, 'x': 3}
a_more ('a_spare',) (4,)
a_wind ('time', 'a_level', 'x') (2, 2, 3)
spans ('time', 'bounds') (2, 2)
temp ('time', 'x') (2, 3)
('late', 'a_level') ('time', 'a_level', 'x')
"
    );
    let file = File::open(&path).unwrap();
    assert_eq!(dimensions(&file.dataset("later").unwrap()), ["late", "a_level"]);
}
