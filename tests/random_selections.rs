//! Thousands of random selections, beside numpy's orthogonal indexing.

use hdf5::{AxisSelection, File, Selection};
use ndarray::{ArrayD, Slice};
use serde_json::{Value, json};

/// As many selections are read, and as many are written.
const SELECTIONS: usize = 2000;
/// As many masks of whole shapes, sets of points, and unions and differences.
const ELEMENTS: usize = 900;
/// As many of them are of one dataset.
const PER_SHAPE: usize = 20;

/// Numbers that are the same in each run (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// An index that means a position, counted from either end.
    fn index(&mut self, position: usize, length: usize) -> isize {
        let from_end = position < length && self.chance(30);
        position as isize - if from_end { length as isize } else { 0 }
    }

    fn shape(&mut self) -> Vec<usize> {
        let longest = [40, 12, 7, 5][self.below(4)];
        let rank = [40, 12, 7, 5].iter().position(|&n| n == longest).unwrap() + 1;
        let length = |r: &mut Self| if r.chance(6) { 0 } else { 1 + r.below(longest) };
        (0..rank).map(|_| length(self)).collect()
    }

    /// What is selected along an axis of this length.
    fn axis(&mut self, length: usize, duplicates: bool) -> AxisSelection {
        match self.below(9) {
            0 | 1 if length > 0 => {
                let position = self.below(length);
                AxisSelection::Index(self.index(position, length))
            }
            2 | 3 => {
                let (start, end) = (self.below(length + 1), self.below(length + 1));
                let end = (!self.chance(25)).then(|| self.index(end, length));
                let step = [1, 1, 2, 3, -1, -1, -2, -5][self.below(8)];
                AxisSelection::Slice { start: self.index(start, length), end, step }
            }
            4 if length > 0 => {
                let start = self.below(length);
                let block = 1 + self.below(length - start);
                let stride = block + self.below(3);
                let fit = (length - start - block) / stride + 1;
                let count = (!self.chance(30)).then(|| 1 + self.below(fit));
                AxisSelection::Blocks { start: self.index(start, length), stride, count, block }
            }
            5 | 6 => AxisSelection::List(self.list(length, duplicates)),
            7 => AxisSelection::Mask((0..length).map(|_| self.chance(40)).collect()),
            _ => whole(),
        }
    }

    fn list(&mut self, length: usize, duplicates: bool) -> Vec<isize> {
        let mut positions: Vec<usize> = (0..length).collect();
        for i in (1..length).rev() {
            positions.swap(i, self.below(i + 1));
        }
        positions.truncate(self.below(length + 1));
        if duplicates && length > 0 {
            positions.extend((0..self.below(4)).map(|_| self.below(length)).collect::<Vec<_>>());
        }
        if self.chance(40) {
            positions.sort_unstable();
        }
        positions.into_iter().map(|position| self.index(position, length)).collect()
    }

    /// A selection, and what it selects along every axis.
    fn selection(&mut self, shape: &[usize], duplicates: bool) -> (Selection, Vec<AxisSelection>) {
        let mut axes: Vec<_> = shape.iter().map(|&n| self.axis(n, duplicates)).collect();
        let unnamed = if self.chance(30) { self.below(shape.len() + 1) } else { 0 };
        let before = self.below(shape.len() - unnamed + 1);
        axes[before..before + unnamed].fill(whole());
        let mut named = axes.clone();
        let at_the_end = before + unnamed == axes.len();
        let ellipsis = (!at_the_end || self.chance(50)).then_some(AxisSelection::Ellipsis);
        named.splice(before..before + unnamed, ellipsis);
        (Selection::new(named), axes)
    }
}

fn whole() -> AxisSelection {
    AxisSelection::from(..)
}

/// The kind of a selection along an axis, and its parts, as Python takes them.
fn described(axis: &AxisSelection) -> Value {
    match axis {
        AxisSelection::Index(index) => json!(["index", index]),
        AxisSelection::Slice { start, end, step } => json!(["slice", start, end, step]),
        AxisSelection::Blocks { start, stride, count, block } => {
            json!(["blocks", start, stride, count, block])
        }
        AxisSelection::List(list) => json!(["list", list]),
        AxisSelection::Mask(mask) => json!(["mask", mask]),
        other => panic!("{other:?} is made by no one here"),
    }
}

/// `place(shape, axes)`: what to index an array with by numpy, and the shape without the axes that were
/// selected by an index.
const NUMPY: &str = "
import json

def positions(length, kind, *parts):
    every = np.arange(length)
    if kind == 'index':
        return every[[parts[0]]]
    if kind == 'slice':
        start, end, step = parts
        return every[start:end][::step]
    if kind == 'blocks':
        start, stride, count, block = parts
        return np.concatenate([every[start:][at:at + block]
            for at in range(0, length, stride)
            if at + block <= len(every[start:])][:count])
    return every[np.array(parts[0], bool if kind == 'mask' else int)]

def place(shape, axes):
    chosen = [positions(n, *axis) for n, axis in zip(shape, axes)]
    left = [len(p) for p, axis in zip(chosen, axes) if axis[0] != 'index']
    return np.ix_(*chosen), left

cases = json.load(open(args[0])) if args else None
";

#[test]
fn random_selections_are_read_as_by_numpy() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let mut random = Random(0x5eed);
    let shapes: Vec<_> = (0..SELECTIONS / PER_SHAPE).map(|_| random.shape()).collect();
    let mut selections = Vec::new();
    let mut cases = Vec::new();
    for (dataset, shape) in shapes.iter().enumerate() {
        for _ in 0..PER_SHAPE {
            let (selection, axes) = random.selection(shape, true);
            let axes: Vec<_> = axes.iter().map(described).collect();
            cases.push(json!([shape, axes]));
            selections.push((dataset, selection));
        }
    }
    let (described, path) = (dir.file("cases.json"), dir.file("theirs.h5"));
    std::fs::write(&described, json!(cases).to_string()).unwrap();
    let script = "
with h5py.File(args[1], 'w') as f:
    results = []
    shapes = []
    for shape, axes in cases:
        if not shapes or shapes[-1] != shape or len(results) % PER_SHAPE == 0:
            array = np.arange(np.prod(shape), dtype='i4').reshape(shape)
            f[f'contiguous/{len(shapes)}'] = array
            f.create_dataset(f'chunked/{len(shapes)}', data=array, compression=1, shuffle=True,
                             chunks=tuple(n // 3 + 1 for n in shape), maxshape=(None,) * len(shape))
            shapes.append(shape)
        where, left = place(shape, axes)
        results.append([left, array[where].ravel().tolist()])
    print(json.dumps(results))
";
    let script = [NUMPY, script].concat().replace("PER_SHAPE", &PER_SHAPE.to_string());
    let answers = h5py.script(&script, &[&described, &path]);
    let answers: Vec<(Vec<usize>, Vec<i32>)> = serde_json::from_str(&answers).unwrap();
    assert_eq!(answers.len(), SELECTIONS);

    let file = File::open(&path).unwrap();
    for layout in ["contiguous", "chunked"] {
        let group = file.group(layout).unwrap();
        for (case, ((number, selection), (shape, values))) in
            selections.iter().zip(&answers).enumerate()
        {
            let dataset = group.dataset(number.to_string()).unwrap();
            let about = format!("{case}, {layout}, of {:?}: {selection:?}", shapes[*number]);
            let part = dataset.select(selection.clone()).expect(&about);
            assert_eq!(part.shape().expect(&about), *shape, "{about}");
            let array: ArrayD<i32> = part.read().expect(&about);
            assert_eq!(array.shape(), shape, "{about}");
            assert!(array.iter().eq(values), "{about}: {array:?}, not {values:?}");
            // Into a part of a larger array, forwards or backwards along each axis.
            let around: Vec<_> = shape.iter().map(|n| 2 * n + 1).collect();
            let mut large = ArrayD::from_elem(around, -7_i16);
            let mut turn = case;
            let step = |_: ndarray::AxisDescription| {
                turn /= 2;
                Slice::new(1, None, if turn % 2 == 0 { 2 } else { -2 })
            };
            let mut places = large.slice_each_axis_mut(step);
            part.read_into(&mut places).expect(&about);
            let same = places.iter().zip(values).all(|(&place, &value)| i32::from(place) == value);
            assert!(same, "{about}: {large:?}");
            let touched = large.iter().filter(|&&place| place != -7).count();
            assert_eq!(touched, values.len(), "{about}");
            // Into a buffer, of the same or of another type.
            if case % 2 == 0 {
                let mut buffer = vec![-1_i32; values.len()];
                part.read_into(&mut buffer[..]).expect(&about);
                assert_eq!(buffer, *values, "{about}");
            } else {
                let mut buffer = ArrayD::from_elem(&shape[..], -1.0_f64);
                part.read_into(&mut buffer).expect(&about);
                assert!(
                    buffer.iter().eq(values
                        .iter()
                        .map(|&x| f64::from(x))
                        .collect::<Vec<_>>()
                        .iter()),
                    "{about}"
                );
            }
        }
    }
}

#[test]
fn random_selections_are_written_as_by_numpy() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let file = File::create(&path).unwrap();
    let mut random = Random(0xda7a);
    let mut cases = Vec::new();
    for case in 0..SELECTIONS {
        let shape = random.shape();
        let (selection, axes) = random.selection(&shape, false);
        let background = ArrayD::from_elem(&shape[..], -1_i32);
        let builder = file.new_dataset::<i32>();
        let builder = if random.chance(50) {
            builder
        } else {
            let chunk: Vec<_> = shape.iter().map(|n| n / 3 + 1).collect();
            builder.max_shape(vec![None; shape.len()]).chunk(&chunk[..]).deflate(1).shuffle()
        };
        let dataset = builder.create_with(format!("{case}"), &background).unwrap();
        let about = format!("{case}, of {shape:?}: {selection:?}");
        let part = dataset.select(selection).expect(&about);
        let whole = part.shape().expect(&about);
        let mut given = whole.clone();
        match random.below(4) {
            0 => given.clear(),
            1 => {
                // Axes of length 1 are stretched, and others are added in front.
                for length in &mut given {
                    if *length > 0 && random.chance(40) {
                        *length = 1;
                    }
                }
                if random.chance(30) {
                    given.insert(0, 1);
                } else if random.chance(50) && !given.is_empty() && given[0] == 1 {
                    given.remove(0);
                }
            }
            _ => {}
        }
        let count: usize = given.iter().product();
        let data = ArrayD::from_shape_vec(&given[..], (1..=count as i64).collect()).unwrap();
        let written = match given.len() {
            0 => part.write(data.first().copied().unwrap()),
            // From memory that is in another order.
            _ if case % 3 == 0 => part.write(data.t().as_standard_layout().t()),
            _ => part.write(&data),
        };
        written.unwrap_or_else(|error| panic!("{about}: {given:?}: {error:#}"));
        let axes: Vec<_> = axes.iter().map(described).collect();
        cases.push(json!([shape, axes, given]));
    }
    file.close().unwrap();
    let described = dir.file("cases.json");
    std::fs::write(&described, json!(cases).to_string()).unwrap();
    let script = "
with h5py.File(args[1]) as f:
    for number, (shape, axes, given) in enumerate(cases):
        where, left = place(shape, axes)
        data = np.arange(1, np.prod(given, dtype=int) + 1).reshape(given)
        data = np.broadcast_to(data.reshape(data.shape[max(0, data.ndim - len(left)):]), left)
        expected = np.full(shape, -1)
        expected[where] = data.reshape(expected[where].shape)
        found = f[str(number)][()]
        assert np.array_equal(found, expected), (number, shape, axes, given, found, expected)
    print(number + 1)
";
    let checked = h5py.script(&[NUMPY, script].concat(), &[&described, &path]);
    assert_eq!(checked.trim(), SELECTIONS.to_string());
}

/// A selection of single elements, and what it is in numpy.
fn elements(random: &mut Random, shape: &[usize], writing: bool) -> (Selection, Value) {
    let count: usize = shape.iter().product();
    match random.below(3) {
        0 => {
            let mask: Vec<_> = (0..count).map(|_| random.chance(30)).collect();
            let described = json!(["mask", &mask]);
            (Selection::mask(shape, mask), described)
        }
        1 if count > 0 => {
            let mut places: Vec<usize> = random
                .list(count, !writing)
                .iter()
                .map(|&place| place.rem_euclid(count as isize) as usize)
                .collect();
            places.truncate(30);
            let points: Vec<Vec<isize>> = places
                .into_iter()
                .map(|mut place| {
                    let mut point = vec![0; shape.len()];
                    for (index, &length) in point.iter_mut().zip(shape).rev() {
                        *index = random.index(place % length, length);
                        place /= length;
                    }
                    point
                })
                .collect();
            let described = json!(["points", &points]);
            // No points have no rank.
            match points.is_empty() {
                true => (
                    Selection::mask(shape, vec![false; count]),
                    json!(["mask", vec![false; count]]),
                ),
                false => (Selection::points(points), described),
            }
        }
        _ => {
            let (mut all, axes) = random.selection(shape, true);
            let mut parts = vec![json!([true, axes.iter().map(described).collect::<Vec<_>>()])];
            for _ in 0..1 + random.below(3) {
                let (part, axes) = random.selection(shape, true);
                let union = random.chance(50);
                all = if union { all.union(part) } else { all.difference(part) }.unwrap();
                parts.push(json!([union, axes.iter().map(described).collect::<Vec<_>>()]));
            }
            (all, json!(["parts", parts]))
        }
    }
}

/// `where(shape, chosen)`: what indexes an array to get the elements.
const ELEMENTS_OF_NUMPY: &str = "
def where(shape, chosen):
    kind, what = chosen
    if kind == 'mask':
        return np.array(what, bool).reshape(shape)
    if kind == 'points':
        return tuple(np.array(what).T)
    mask = np.zeros(shape, bool)
    for union, axes in what:
        mask[place(shape, axes)[0]] = union
    return mask
";

#[test]
fn random_elements_are_read_and_written_as_by_numpy() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (described, path) = (dir.file("cases.json"), dir.file("ours.h5"));
    let file = File::create(&path).unwrap();
    let mut random = Random(0xe1e);
    let mut cases = Vec::new();
    for case in 0..ELEMENTS {
        let shape = random.shape();
        let count = shape.iter().product::<usize>() as i32;
        let numbers = ArrayD::from_shape_vec(&shape[..], (0..count).collect()).unwrap();
        let chunk: Vec<_> = shape.iter().map(|n| n / 3 + 1).collect();
        let create = |name: &str| {
            let new = file.new_dataset::<i32>();
            let new = match case % 2 {
                0 => new,
                _ => new.max_shape(vec![None; chunk.len()]).chunk(&chunk[..]).deflate(1),
            };
            new.create_with(format!("{name}/{case}"), &numbers).unwrap()
        };
        let (selection, chosen) = elements(&mut random, &shape, false);
        let about = format!("{case}, of {shape:?}: {selection:?}");
        let part = create("read").select(selection).expect(&about);
        let read: Vec<i32> = part.read().expect(&about);
        assert_eq!(part.shape().unwrap(), [read.len()], "{about}");
        let mut buffer = vec![-1_i64; read.len()];
        part.read_into(&mut buffer).expect(&about);
        assert!(buffer.iter().eq(read.iter().map(|&x| i64::from(x)).collect::<Vec<_>>().iter()));

        let (selection, written) = elements(&mut random, &shape, true);
        let about = format!("{case}, of {shape:?}: {selection:?}");
        let part = create("written").select(selection).expect(&about);
        let count = part.shape().unwrap()[0];
        let given = match random.below(3) {
            0 => vec![],
            1 => vec![1],
            _ => vec![count],
        };
        let data: Vec<i32> = (1000..).take(given.iter().product()).collect();
        part.write(ArrayD::from_shape_vec(&given[..], data).unwrap()).expect(&about);
        cases.push(json!([shape, chosen, read, written, given]));
    }
    file.close().unwrap();
    std::fs::write(&described, json!(cases).to_string()).unwrap();
    let script = "
with h5py.File(args[1]) as f:
    for number, (shape, chosen, read, written, given) in enumerate(cases):
        array = np.arange(np.prod(shape, dtype=int)).reshape(shape)
        assert array[where(shape, chosen)].tolist() == read, (number, shape, chosen, read)
        data = np.arange(1000, 1000 + np.prod(given, dtype=int)).reshape(given)
        array[where(shape, written)] = data
        found = f[f'written/{number}'][()]
        assert np.array_equal(found, array), (number, shape, written, given, found, array)
    print(number + 1)
";
    let checked = h5py.script(&[NUMPY, ELEMENTS_OF_NUMPY, script].concat(), &[&described, &path]);
    assert_eq!(checked.trim(), ELEMENTS.to_string());
}
