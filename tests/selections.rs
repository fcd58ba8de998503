//! What h5py cannot select: lists in any order and several at once, negative steps, points; and blocks and
//! regions, which it can.

use std::collections::HashSet;
use std::fmt::Write;

use hdf5::{
    AxisSelection, Dataset, Error, ErrorKind, File, H5Type, Region, RegionReference, Selection,
};
use ndarray::{Array1, Array2, ArrayD, s};

const ROWS: usize = 3000;
const COLUMNS: usize = 400;
const LONG: usize = 1_000_000;

/// Indices below `end`, in an order that jumps to and fro; the first `end` are different.
fn scattered(count: usize, end: usize) -> Vec<usize> {
    (0..count).map(|i| i * 7919 % end).collect()
}

/// Larger than what is read at once: `long` counts, and `wide` has `1000 * row + column`.
const LARGE: &str = "
    x = np.arange(3000)[:, None] * 1000 + np.arange(400)
    f['contiguous/long'] = np.arange(1_000_000.0)
    f['contiguous/wide'] = x.astype('i4')
    f.create_dataset('chunked/long', data=np.arange(1_000_000.0), chunks=(4321,))
    f.create_dataset('chunked/wide', data=x.astype('i4'), chunks=(128, 100), compression=1)
";

fn numbers(dataset: &Dataset, selection: impl Into<Selection>) -> Vec<usize> {
    let read: Vec<f64> = dataset.select(selection.into()).unwrap().read().unwrap();
    read.into_iter().map(|x| x as usize).collect()
}

fn table(rows: &[usize], columns: &[usize]) -> Array2<i32> {
    let number = |(i, j): (usize, usize)| (1000 * rows[i] + columns[j]) as i32;
    Array2::from_shape_fn((rows.len(), columns.len()), number)
}

#[test]
fn lists_of_many_indices_are_read_in_their_order() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("large.h5");
    h5py.create(&path, LARGE);
    let file = File::open(&path).unwrap();
    for layout in ["contiguous", "chunked"] {
        let long = file.dataset(format!("{layout}/long")).unwrap();
        let mut indices = scattered(20_000, LONG);
        indices.extend_from_within(..500);
        assert_eq!(numbers(&long, &indices), indices);
        indices.sort_unstable();
        assert_eq!(numbers(&long, &indices), indices);
        indices.reverse();
        assert_eq!(numbers(&long, &indices), indices);
        let few = [LONG - 1, 0, LONG / 2, LONG / 2, 1];
        assert_eq!(numbers(&long, few), few);
        assert!(
            numbers(&long, AxisSelection::from(..).step_by(-1)).into_iter().eq((0..LONG).rev())
        );
        let backwards: Vec<_> = (10..LONG - 5).rev().step_by(3).collect();
        let slice = AxisSelection::from(10..LONG - 5).step_by(-3);
        assert_eq!(numbers(&long, slice), backwards);
        let mask: Vec<bool> = (0..LONG).map(|i| i * i % 7 == 2).collect();
        let selected: Vec<usize> = (0..LONG).filter(|&i| mask[i]).collect();
        assert_eq!(numbers(&long, mask), selected);

        let wide = file.dataset(format!("{layout}/wide")).unwrap();
        let read = |selection: Selection| -> Array2<i32> {
            wide.select(selection).unwrap().read().unwrap()
        };
        let (all_rows, all_columns) =
            ((0..ROWS).collect::<Vec<_>>(), (0..COLUMNS).collect::<Vec<_>>());
        let (rows, columns) = (scattered(3500, ROWS), scattered(450, COLUMNS));
        assert_eq!(read((&rows, &columns).into()), table(&rows, &columns));
        assert_eq!(read((&rows[..7], ..).into()), table(&rows[..7], &all_columns));
        assert_eq!(read((.., &columns[..5]).into()), table(&all_rows, &columns[..5]));
        let (up, down): (Vec<_>, Vec<_>) =
            (all_rows.iter().rev().copied().collect(), all_columns.iter().rev().copied().collect());
        let reversed = Selection::try_from(s![..;-1, ..;-1]).unwrap();
        assert_eq!(read(reversed), table(&up, &down));
        let reversed = AxisSelection::from(..).step_by(-1);
        assert_eq!(read((reversed, &columns).into()), table(&up, &columns));
        let blocks = AxisSelection::blocks(2, 9, None, 4);
        let in_blocks: Vec<_> = (0..333).flat_map(|b| 2 + 9 * b..6 + 9 * b).collect();
        assert_eq!(read((blocks, &columns).into()), table(&in_blocks, &columns));
        let column: Array1<i32> = wide.select((&rows, 7)).unwrap().read().unwrap();
        assert_eq!(column, table(&rows, &[7]).column(0));

        let mask = Array2::from_shape_fn((ROWS, COLUMNS), |(i, j)| (i * j) % 5 == 1);
        let masked: Vec<i32> = wide.select(&mask).unwrap().read().unwrap();
        let whole = table(&all_rows, &all_columns);
        let expected = mask.iter().zip(&whole).filter(|&(&selected, _)| selected).map(|(_, &x)| x);
        let expected: Vec<i32> = expected.collect();
        let differ = masked.iter().zip(&expected).position(|(ours, right)| ours != right);
        assert_eq!((masked.len(), differ), (expected.len(), None), "{layout}");
        let points: Vec<_> = scattered(9000, ROWS * COLUMNS)
            .into_iter()
            .map(|at| [at / COLUMNS, at % COLUMNS])
            .collect();
        let read: Vec<i32> = wide.select(Selection::points(&points)).unwrap().read().unwrap();
        assert!(read.into_iter().eq(points.iter().map(|&[i, j]| whole[[i, j]])));
    }
}

#[test]
fn lists_of_many_indices_are_written_where_they_say() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let file = File::create(&path).unwrap();
    let (rows, columns) = (scattered(ROWS, ROWS), scattered(300, COLUMNS));
    for layout in ["contiguous", "chunked"] {
        let long = file.new_dataset::<f64>().shape(LONG);
        let wide = file.new_dataset::<i32>().shape((ROWS, COLUMNS));
        let (long, wide) = match layout {
            "chunked" => (long.chunk(4321), wide.chunk((128, 100)).deflate(1)),
            _ => (long, wide),
        };
        let long = long.create(format!("{layout}/long")).unwrap();
        let wide = wide.create(format!("{layout}/wide")).unwrap();
        let indices = scattered(20_000, LONG);
        let values: Vec<_> = indices.iter().map(|&i| i as f64).collect();
        long.select(&indices).unwrap().write(&values).unwrap();
        let tens: Vec<usize> = (0..LONG).step_by(10).map(|i| i + 1).collect();
        long.select(&tens).unwrap().write(-1.0).unwrap();
        let end = AxisSelection::from(LONG - 300_000..).step_by(-1);
        long.select(end).unwrap().write(Array1::from_iter(0..300_000)).unwrap();

        wide.select((&rows[..1500], &columns))
            .unwrap()
            .write(table(&rows[..1500], &columns))
            .unwrap();
        let mask = Array2::from_shape_fn((ROWS, COLUMNS), |(i, j)| i < 5 && (i * j) % 5 == 1);
        wide.select(&mask).unwrap().write(-2).unwrap();
        let corners = Selection::points([[0, 0], [-1, -1], [0, -1], [-1, 0]]);
        wide.select(corners).unwrap().write([1, 2, 3, 4]).unwrap();
    }
    file.close().unwrap();
    h5py.file(&path).run(
        "
        scattered = lambda count, end: np.arange(count) * 7919 % end
        long = np.zeros(1_000_000)
        long[scattered(20_000, 1_000_000)] = scattered(20_000, 1_000_000)
        long[1::10] = -1
        long[-300_000:] = np.arange(300_000)[::-1]
        wide = np.zeros((3000, 400))
        where = np.ix_(scattered(1500, 3000), scattered(300, 400))
        wide[where] = 1000 * where[0] + where[1]
        i, j = np.indices(wide.shape)
        wide[(i < 5) & (i * j % 5 == 1)] = -2
        wide[[0, -1, 0, -1], [0, -1, -1, 0]] = [1, 2, 3, 4]
        for layout in f:
            assert np.array_equal(f[layout]['long'][:], long), layout
            assert np.array_equal(f[layout]['wide'][:], wide), layout
        ",
    );
}

#[derive(H5Type, Debug, Clone, PartialEq, Default)]
struct Sample {
    id: u16,
    name: String,
    values: Vec<f32>,
}

#[test]
fn strings_and_structs_are_selected_as_numbers_are() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("samples.h5");
    let sample = |id: usize| Sample {
        id: id as u16,
        name: format!("sample {id}"),
        values: vec![id as f32; id % 4],
    };
    let samples: Vec<_> = (0..5000).map(sample).collect();
    let file = File::create(&path).unwrap();
    for layout in ["contiguous", "chunked"] {
        let builder = file.new_dataset::<Sample>();
        let builder = if layout == "chunked" { builder.chunk(77).deflate(1) } else { builder };
        let dataset = builder.create_with(layout, &samples).unwrap();
        let order = [scattered(3000, 5000), vec![4999, 0, 0, 17]].concat();
        let read: Vec<Sample> = dataset.select(&order).unwrap().read().unwrap();
        assert!(read.iter().eq(order.iter().map(|&id| &samples[id])));
        let reversed = AxisSelection::from(..).step_by(-1);
        let part = dataset.select(reversed.clone()).unwrap();
        assert!(part.read::<Vec<Sample>>().unwrap().iter().eq(samples.iter().rev()));
        let names: Vec<String> = part.field("name").unwrap().read().unwrap();
        assert!(names.iter().eq(samples.iter().rev().map(|sample| &sample.name)));
        let mask: Vec<bool> = (0..5000).map(|id| id % 3 == 0).collect();
        let mut names = vec![String::new(); 1667];
        dataset.select(mask).unwrap().field("name").unwrap().read_into(&mut names).unwrap();
        assert!(names.iter().eq(samples.iter().step_by(3).map(|sample| &sample.name)));

        let part = dataset.select([9, 3, 4000]).unwrap();
        part.write([sample(1), sample(2), Sample::default()]).unwrap();
        part.field("id").unwrap().write([65, 66, 67]).unwrap();
        let ids = dataset.select(AxisSelection::from(100..200).step_by(-1)).unwrap().field("id");
        ids.unwrap().write(Array1::from_iter(0..100_u16)).unwrap();
        dataset.select([1, 0]).unwrap().field("name").unwrap().write("both").unwrap();
    }
    file.close().unwrap();
    h5py.file(&path).run(
        "
        for name in f:
            d = f[name][()]
            assert [d['name'][i] for i in (9, 3, 4000)] == [b'sample 1', b'sample 2', b'']
            assert [d['id'][i] for i in (9, 3, 4000)] == [65, 66, 67]
            assert [d['values'][i].tolist() for i in (9, 3, 4000)] == [[1], [2, 2], []]
            assert (d['id'][100:200] == np.arange(100)[::-1]).all()
            assert [d['name'][i] for i in (0, 1, 2)] == [b'both', b'both', b'sample 2']
            assert d['values'][103].tolist() == [103] * 3
        ",
    );
}

/// As in numpy, where `x[[3, 3]] = [1, 2]` leaves 2.
#[test]
fn of_values_for_the_same_position_the_last_stays() {
    let dir = judges::scratch();
    let file = File::create(dir.file("twice.h5")).unwrap();
    let line = file.create_dataset("line", [0; 6]).unwrap();
    line.select([3, 1, 3, 3]).unwrap().write([1, 2, 3, 4]).unwrap();
    assert_eq!(line.read::<Vec<i32>>().unwrap(), [0, 2, 0, 4, 0, 0]);
    line.select(Selection::points([[5], [0], [5]])).unwrap().write([7, 8, 9]).unwrap();
    assert_eq!(line.read::<Vec<i32>>().unwrap(), [8, 2, 0, 4, 0, 9]);
}

#[test]
fn blocks_are_those_of_h5pys_multi_block_slice() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("blocks.h5");
    h5py.create(&path, "f['x'] = np.arange(20)");
    type Blocks = (isize, usize, Option<usize>, usize);
    let cases: [Blocks; 16] = [
        (0, 1, None, 1),
        (0, 1, Some(20), 1),
        (4, 1, None, 1),
        (0, 3, None, 1),
        (0, 3, Some(4), 2),
        (0, 4, Some(5), 4),
        (2, 5, None, 3),
        (3, 1, Some(2), 1),
        (0, 20, None, 20),
        (19, 1, Some(1), 1),
        (0, 0, Some(2), 1),
        (0, 2, Some(2), 3),
        (0, 2, Some(2), 0),
        (0, 2, Some(0), 1),
        (1, 5, Some(4), 5),
        (16, 5, None, 5),
    ];
    let python = |(start, stride, count, block): Blocks| {
        let count = count.map_or(String::from("None"), |count| count.to_string());
        format!("h5py.MultiBlockSlice({start}, {stride}, {count}, {block})")
    };
    let judged = h5py.file(&path);
    let ours = File::create(dir.file("ours.h5")).unwrap();
    let file = File::open(&path).unwrap();
    let dataset = file.dataset("x").unwrap();
    let mut refused = 0;
    for (number, blocks) in cases.into_iter().enumerate() {
        let (start, stride, count, block) = blocks;
        let index = python(blocks);
        let selection = AxisSelection::blocks(start, stride, count, block);
        match dataset.select(selection.clone()) {
            Ok(part) => {
                let read: Vec<i32> = part.read().unwrap();
                judged.expect(&format!("f['x'][{index}].tolist()"), &format!("{read:?}"));
                let written = ours.create_dataset(number.to_string(), [-1; 20]).unwrap();
                written.select(selection).unwrap().write(&read).unwrap();
                let all: Vec<i32> = written.read().unwrap();
                let kept: HashSet<i32> = read.iter().copied().collect();
                for (position, value) in (0..).zip(all) {
                    assert_eq!(value, if kept.contains(&position) { position } else { -1 });
                }
            }
            Err(error) => {
                let kinds = (error.kind(), judged.error_of(&format!("f['x'][{index}]")));
                let bad = matches!(
                    kinds.0,
                    ErrorKind::InvalidArgument { .. } | ErrorKind::OutOfBounds { .. }
                );
                assert!(bad && kinds.1 == "ValueError", "{index}: {kinds:?}");
                refused += 1;
            }
        }
    }
    assert_eq!(refused, 6);
    // From the end, which h5py cannot.
    let last: Vec<i32> =
        dataset.select(AxisSelection::blocks(-5, 3, None, 2)).unwrap().read().unwrap();
    assert_eq!(last, [15, 16, 18, 19]);
}

/// Unions and differences, against sets of the positions.
#[test]
fn unions_and_differences_have_each_element_once_in_c_order() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("combined.h5");
    h5py.create(&path, "f['x'] = np.arange(120).reshape(10, 12)");
    let file = File::open_rw(&path).unwrap();
    let dataset = file.dataset("x").unwrap();
    let whole = || Selection::from(..);
    let cases: Vec<(Result<Selection, Error>, &str)> = vec![
        (Selection::from(2).union(5), "(i == 2) | (i == 5)"),
        (Selection::from(2..6).union((.., 3..5)), "((i >= 2) & (i < 6)) | ((j >= 3) & (j < 5))"),
        (whole().difference((1..9, 1..11)), "(i < 1) | (i > 8) | (j < 1) | (j > 10)"),
        (whole().difference(..), "i < 0"),
        (Selection::from(0..0).union(3), "i == 3"),
        (
            Selection::from([7, 0, 7]).union((.., [1, 4])),
            "(i == 7) | (i == 0) | (j == 1) | (j == 4)",
        ),
        (
            Selection::from(1..4).union(8).and_then(|rows| rows.difference((.., ..6))),
            "(((i >= 1) & (i < 4)) | (i == 8)) & (j >= 6)",
        ),
        (
            Selection::from(1).difference(1).and_then(|none| none.union((-1, -1))),
            "(i == 9) & (j == 11)",
        ),
        (whole().union(4), "i >= 0"),
    ];
    let mut checks = String::from("i, j = np.indices((10, 12))\nx = f['x'][()]\n");
    for (number, (selection, mask)) in cases.into_iter().enumerate() {
        let selection = selection.unwrap();
        let part = dataset.select(selection.clone()).unwrap();
        let read: Vec<i64> = part.read().unwrap();
        assert_eq!(part.shape().unwrap(), [read.len()]);
        let written = file.create_dataset(format!("{number}"), Array2::<i64>::zeros((10, 12)));
        written.unwrap().select(selection).unwrap().write(&read).unwrap();
        writeln!(checks, "assert x[{mask}].tolist() == {read:?}").unwrap();
        writeln!(checks, "assert (f['{number}'][()] == np.where({mask}, x, 0)).all()").unwrap();
    }
    file.close().unwrap();
    h5py.file(&path).run(&checks);
    let refused = Selection::points([[0, 0]]).union(1).unwrap_err();
    assert!(matches!(refused.kind(), ErrorKind::InvalidArgument { .. }));
}

#[test]
fn selections_of_many_positions_are_made_again_and_again() {
    let dir = judges::scratch();
    let file = File::create(dir.file("many.h5")).unwrap();
    let x = file.create_dataset("x", Array1::from_iter(0..500_000)).unwrap();
    let some: Vec<usize> = (0..10_000).map(|i| i * 50 + i % 3).collect();
    let others: Vec<usize> = (0..10_000).map(|i| i * 49 + 7).collect();
    let is_some = |n: usize| n % 50 == n / 50 % 3;
    let is_other = |n: usize| n >= 7 && (n - 7) % 49 == 0 && (n - 7) / 49 < 10_000;
    let expect = |chosen: &dyn Fn(usize) -> bool| -> Vec<i64> {
        (0..500_000).filter(|&n| chosen(n)).map(|n| n as i64).collect()
    };
    for _ in 0..2 {
        let union = Selection::from(&some).union(&others).unwrap();
        let union = x.select(union).unwrap();
        let read: Vec<i64> = union.read().unwrap();
        assert!(read == expect(&|n| is_some(n) || is_other(n)));
        union.write(&read).unwrap();
        let difference = Selection::from(&some).difference(&others).unwrap();
        let read: Vec<i64> = x.select(difference).unwrap().read().unwrap();
        assert!(read == expect(&|n| is_some(n) && !is_other(n)));
    }
    // Lists of blocks, which are written as unions.
    let blocks: Vec<usize> =
        (0..10_000).flat_map(|i| i * 50 + i % 3..i * 50 + i % 3 + 20).collect();
    let part = x.select(&blocks).unwrap();
    for _ in 0..3 {
        let read: Vec<i64> = part.read().unwrap();
        assert!(read.iter().zip(&blocks).all(|(&value, &place)| value == place as i64));
        part.write(&read).unwrap();
    }
}

#[test]
fn unions_of_more_blocks_than_memory_has_room_for_are_refused() {
    let dir = judges::scratch();
    let file = File::create(dir.file("wide.h5")).unwrap();
    let x = file.new_dataset::<u8>().shape((20_000, 20_000)).chunk((100, 100)).create("x").unwrap();
    let every_other = |start: usize| Selection::try_from(s![start..;2, start..;2]).unwrap();
    let union = every_other(0).union(every_other(1)).unwrap();
    let error = x.select(union).unwrap().shape().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    // What is whole along an axis is no more than its rows.
    let rows = Selection::try_from(s![..;2, ..]).unwrap().union((1, ..)).unwrap();
    assert_eq!(x.select(rows).unwrap().shape().unwrap(), [10_001 * 20_000]);
}

const THEIR_REGIONS: [&str; 9] = [
    "2",
    "2:5",
    "::2, 1:9:3",
    "[1, 4]",
    ":, [0, 3, 9]",
    "...",
    "5, 9",
    "np.arange(60).reshape(6, 10) % 7 == 0",
    "h5py.MultiBlockSlice(0, 3, 2, 2), 4",
];

#[test]
fn regions_that_h5py_refers_to_are_selections() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    let script = format!(
        "
import json
x = np.arange(60).reshape(6, 10)
d = f.create_dataset('contiguous', data=x)
c = f.create_dataset('chunked', data=x, chunks=(4, 3), compression=1)
for s in d, c:
    r = f.create_dataset(s.name + ' regions', ({},), dtype=h5py.regionref_dtype)
    for n, region in enumerate([{}]):
        r[n] = region
    print(json.dumps([[list(s[ref].shape), s[ref].ravel().tolist()] for ref in r]))
",
        THEIR_REGIONS.len(),
        THEIR_REGIONS.map(|index| format!("s.regionref[{index}]")).join(", "),
    );
    let told = h5py.file(&path).opened("'w'").run(&script);
    let file = File::open_rw(&path).unwrap();
    for (layout, told) in ["contiguous", "chunked"].into_iter().zip(told.lines()) {
        let dataset = file.dataset(layout).unwrap();
        let regions: Vec<RegionReference> =
            file.dataset(format!("{layout} regions")).unwrap().read().unwrap();
        let told: Vec<(Vec<usize>, Vec<i32>)> = serde_json::from_str(told).unwrap();
        for ((region, (shape, values)), index) in regions.into_iter().zip(told).zip(THEIR_REGIONS) {
            let part = dataset.select(region).unwrap();
            let read: ArrayD<i32> = part.read().unwrap();
            let about = format!("{layout}[{index}]: {read:?}, not {shape:?} {values:?}");
            assert!(read.iter().eq(&values), "{about}");
            assert_eq!(part.shape().unwrap(), read.shape(), "{about}");
            assert!(read.len() == 1 || read.shape() == shape || shape.len() == 1, "{about}");
            part.write(read.mapv(|x| x + 1000)).unwrap();
            let again: Vec<i32> = dataset.select(region).unwrap().read().unwrap();
            assert!(again.iter().map(|x| x - 1000).eq(values), "{about}");
            part.write(&read).unwrap();
        }
    }
}

#[test]
fn h5py_reads_regions_of_every_selection() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let file = File::create(&path).unwrap();
    let data = Array2::from_shape_fn((6, 10), |(i, j)| (10 * i + j) as i32);
    let table = file.create_dataset("table", &data).unwrap();
    let reversed = Selection::try_from(s![..;-2, 3..5]).unwrap();
    let mask = Array2::from_shape_fn((6, 10), |(i, j)| (i + j) % 4 == 0);
    let selections: Vec<Selection> = vec![
        2.into(),
        (2..4, 1..3).into(),
        (.., AxisSelection::from(..).step_by(3)).into(),
        (AxisSelection::blocks(0, 3, None, 2), 7..).into(),
        ([5, 0, 2], ..).into(),
        ([4, 1], [9, 0, 3]).into(),
        ([true, false, false, true, true, false], -1).into(),
        (&mask).into(),
        Selection::points([[5, 9], [0, 0], [3, 3]]),
        reversed,
        Selection::from(1).union((.., 2)).unwrap(),
        Selection::from(..).difference((1..5, 1..9)).unwrap(),
    ];
    let regions: Vec<_> = selections
        .iter()
        .map(|selection| table.region_reference(selection.clone()).unwrap())
        .collect();
    file.create_dataset("regions", &regions).unwrap();
    file.close().unwrap();
    let told = h5py.file(&path).run(
        "
        import json
        print(json.dumps([sorted(f['table'][r].ravel().tolist()) for r in f['regions']]))
        ",
    );
    let told: Vec<Vec<i32>> = serde_json::from_str(&told).unwrap();
    let file = File::open(&path).unwrap();
    let table = file.dataset("table").unwrap();
    for ((selection, region), theirs) in selections.into_iter().zip(regions).zip(told) {
        let about = format!("{selection:?}");
        let sorted = |selection: Selection| {
            let mut read: Vec<i32> = table.select(selection).unwrap().read().unwrap();
            read.sort_unstable();
            read
        };
        assert_eq!(sorted(selection), theirs, "{about}");
        assert_eq!(sorted(region.into()), theirs, "{about}");
        assert!(!matches!(file.region(region).unwrap().region(), Region::All), "{about}");
    }
}
