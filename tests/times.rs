//! Times and durations, which h5py stores as opaque bytes that say which of numpy's types they are.

#![forbid(unsafe_code)]

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use hdf5::{
    DateTime64, Days, Error, ErrorKind, File, H5Type, Hours, Microseconds, Milliseconds, Minutes,
    Nanoseconds, Seconds, TimeDelta64, TimeUnit, Weeks,
};

/// 29 February 2024, 12:34:56.789012 UTC.
const LEAP_DAY: i64 = 1_709_210_096_789_012;

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Event {
    at: DateTime64<Microseconds>,
    took: TimeDelta64<Milliseconds>,
    level: u8,
}

fn misfit<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(*error.kind(), ErrorKind::ValueOutOfRange { .. }), "{error:#}");
}

/// Checks that an error says what does not fit what.
fn told<T: std::fmt::Debug>(result: Result<T, Error>, told: &str) {
    let error = result.unwrap_err();
    assert!(error.to_string().contains(told), "{error:#}");
}

fn mismatch<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error:#}");
}

#[test]
fn h5py_reads_our_times_and_durations_of_every_unit() -> Result<(), Error> {
    fn write<U: TimeUnit>(file: &File) -> Result<(), Error> {
        let times = [0, 1, -12_345, i64::MAX, i64::MIN].map(DateTime64::<U>::new);
        assert!(times[4].is_nat());
        file.create_dataset(format!("M{}", U::CODE), times)?;
        file.attrs().set(
            format!("m{}", U::CODE).as_str(),
            times.map(|t| TimeDelta64::<U>::new(i64::from(t))),
        )
    }
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let file = File::create(&path)?;
    write::<Weeks>(&file)?;
    write::<Days>(&file)?;
    write::<Hours>(&file)?;
    write::<Minutes>(&file)?;
    write::<Seconds>(&file)?;
    write::<Milliseconds>(&file)?;
    write::<Microseconds>(&file)?;
    write::<Nanoseconds>(&file)?;
    file.close()?;
    let judged = h5py.file(&path);
    for unit in ["W", "D", "h", "m", "s", "ms", "us", "ns"] {
        for (stored, kind) in
            [(format!("f['M{unit}']"), "M8"), (format!("f.attrs['m{unit}']"), "m8")]
        {
            judged.expect(&format!("{stored}.dtype.str"), &format!("'<{kind}[{unit}]'"));
            judged.expect(
                &format!("{stored}[:].astype('i8').tolist()"),
                "[0, 1, -12345, 9223372036854775807, -9223372036854775808]",
            );
            judged.assert(&format!("np.isnat({stored}[:]).tolist() == [False] * 4 + [True]"));
        }
    }
    Ok(())
}

#[test]
fn times_of_h5py_in_every_unit_and_byte_order_are_read() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(
        &path,
        "
        for order in '<>':
            for kind in 'Mm':
                for unit in 'Y M W D h m s ms us ns ps fs as 25s 3D 6M'.split():
                    scale = 10**9 if unit in ('ps', 'fs', 'as') else 1
                    a = np.array([0, 5 * scale, -7 * scale, 'NaT'], dtype=f'{order}{kind}8[{unit}]')
                    f[a.dtype.str] = a.astype(h5py.opaque_dtype(a.dtype))
        ",
    );
    let file = File::open(&path)?;
    for order in ["<", ">"] {
        for unit in "Y M W D h m s ms us ns ps fs as 25s 3D 6M".split(' ') {
            let times = format!("{order}M8[{unit}]");
            let durations = format!("{order}m8[{unit}]");
            let in_ns = |name: &str| {
                let expression = format!("f['{name}'][:].astype('{}8[ns]')", &name[1..2]);
                h5py.file(&path).eval(&format!("{expression}.astype('i8').tolist()"))
            };
            let read: Vec<DateTime64<Nanoseconds>> = file.dataset(&times)?.read()?;
            assert_eq!(format!("{:?}", counts(read)), in_ns(&times), "{times}");
            mismatch(file.dataset(&times)?.read::<Vec<TimeDelta64<Nanoseconds>>>());

            let read = file.dataset(&durations)?.read::<Vec<TimeDelta64<Nanoseconds>>>();
            // How long a month is depends on the month.
            if unit.ends_with(['Y', 'M']) {
                mismatch(read);
            } else {
                assert_eq!(format!("{:?}", counts(read?)), in_ns(&durations), "{durations}");
            }
            mismatch(file.dataset(&durations)?.read::<Vec<DateTime64<Nanoseconds>>>());
        }
    }
    Ok(())
}

fn counts<T: Into<i64>>(values: Vec<T>) -> Vec<i64> {
    values.into_iter().map(Into::into).collect()
}

#[test]
fn times_are_written_in_the_unit_and_byte_order_that_the_file_has() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("overwritten.h5");
    h5py.create(
        &path,
        "
        for dtype in ['>M8[ms]', '<M8[25s]', '<M8[M]', '>M8[Y]', '>m8[fs]', '<M8[as]']:
            f.create_dataset(dtype, (3,), dtype=h5py.opaque_dtype(np.dtype(dtype)))
        ",
    );
    let file = File::open_rw(&path)?;
    let data = |name: &str| file.dataset(name);
    let times = [DateTime64::<Seconds>::new(946_684_800), DateTime64::NAT, DateTime64::new(0)];
    for name in [">M8[ms]", "<M8[25s]", "<M8[M]", ">M8[Y]"] {
        data(name)?.write(times)?;
    }
    let second = DateTime64::<Seconds>::new(1);
    data(">M8[ms]")?.select(2)?.write(second)?;
    data(">m8[fs]")?.write([1, -2, i64::MIN].map(TimeDelta64::<Microseconds>::new))?;
    // Not a multiple of 25 s, not the start of a month or year, and too many attoseconds.
    for name in ["<M8[25s]", "<M8[M]", ">M8[Y]"] {
        misfit(data(name)?.select(2)?.write(second));
        misfit(data(name)?.select(2)?.write(DateTime64::<Minutes>::new(30 * 24 * 60 + 1)));
    }
    misfit(data("<M8[as]")?.select(0)?.write(DateTime64::<Seconds>::new(10)));
    told(data("<M8[25s]")?.select(2)?.write(second), "1 [s] does not fit datetime64[25s]");
    let late = data("<M8[as]")?.select(0)?.write(DateTime64::<Seconds>::new(10));
    told(late, "10 [s] does not fit datetime64[as]");
    mismatch(data("<M8[as]")?.select(0)?.write(TimeDelta64::<Seconds>::new(1)));
    file.close()?;
    h5py.file(&path)
        .expect("f['>M8[ms]'].dtype.str", "'>M8[ms]'")
        .expect(
            "[str(x) for x in f['>M8[ms]'][:]]",
            "['2000-01-01T00:00:00.000', 'NaT', '1970-01-01T00:00:01.000']",
        )
        .expect(
            "[str(x) for x in f['<M8[25s]'][:]]",
            "['2000-01-01T00:00:00', 'NaT', '1970-01-01T00:00:00']",
        )
        .expect("[str(x) for x in f['<M8[M]'][:]]", "['2000-01', 'NaT', '1970-01']")
        .expect("[str(x) for x in f['>M8[Y]'][:]]", "['2000', 'NaT', '1970']")
        .expect(
            "[str(x) for x in f['>m8[fs]'][:]]",
            "['1000000000 femtoseconds', '-2000000000 femtoseconds', 'NaT']",
        );
    Ok(())
}

#[test]
fn times_in_structs_and_attributes_are_exchanged_with_h5py() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let events = [
        Event { at: DateTime64::new(LEAP_DAY), took: TimeDelta64::new(-1500), level: 3 },
        Event { at: DateTime64::NAT, took: TimeDelta64::NAT, level: 0 },
    ];
    let file = File::create(&ours)?;
    file.create_dataset("log", &events)?;
    file.attrs().set("event", &events[0])?;
    file.attrs().set("start", events[0].at)?;
    file.close()?;
    h5py.file(&ours)
        .expect("f['log'].dtype['at'].str, f['log'].dtype['took'].str", "('<M8[us]', '<m8[ms]')")
        .expect("[str(x) for x in f['log']['at']]", "['2024-02-29T12:34:56.789012', 'NaT']")
        .expect("[str(x) for x in f['log']['took']]", "['-1500 milliseconds', 'NaT']")
        .expect("f['log']['level'].tolist()", "[3, 0]")
        .expect("str(f.attrs['event']['at'])", "'2024-02-29T12:34:56.789012'")
        .expect(
            "f.attrs['start'].dtype.str, str(f.attrs['start'])",
            "('<M8[us]', '2024-02-29T12:34:56.789012')",
        );

    h5py.create(
        &theirs,
        "
        opaque = lambda dtype: h5py.opaque_dtype(np.dtype(dtype))
        a = np.zeros(2, dtype=[('level', 'i4'), ('took', opaque('>m8[us]')), ('at', opaque('>M8[us]'))])
        a['at'] = ['2024-02-29T12:34:56.789012', 'NaT']
        a['took'] = [-1500000, 'NaT']
        a['level'] = [3, 0]
        f['log'] = a
        a['took'][0] = 1
        f.attrs['log'] = a
        start = np.array(['2024-02-29'], dtype='M8[D]')
        f.attrs['start'] = start.astype(opaque('M8[D]'))
        ",
    );
    let file = File::open(&theirs)?;
    assert_eq!(file.dataset("log")?.read::<Vec<Event>>()?, events);
    // A microsecond is not a whole number of milliseconds.
    misfit(file.attrs().get::<Vec<Event>>("log"));
    let start: DateTime64<Microseconds> = file.attrs().get("start")?;
    assert_eq!(start.to_unit::<Hours>()?.to_string(), "2024-02-29T00");
    Ok(())
}

#[test]
fn what_does_not_fit_a_unit_and_what_is_no_time_are_errors() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("errors.h5"))?;
    let far = file.create_dataset("far", [DateTime64::<Weeks>::new(i64::MAX), DateTime64::NAT])?;
    misfit(far.read::<Vec<DateTime64<Days>>>());
    assert_eq!(far.read::<Vec<DateTime64<Weeks>>>()?[0].get(), Some(i64::MAX));
    assert!(far.select(1)?.read::<DateTime64<Days>>()?.is_nat());
    let near = file.create_dataset("near", DateTime64::<Nanoseconds>::new(1_000_001))?;
    misfit(near.read::<DateTime64<Microseconds>>());
    // The one count that is another value where it is stored.
    let nat = i64::MIN / 1000;
    assert_eq!(
        DateTime64::<Milliseconds>::new(nat).to_unit::<Microseconds>()?.get(),
        Some(nat * 1000)
    );
    misfit(TimeDelta64::<Days>::new(8).to_unit::<Weeks>());
    let weeks = TimeDelta64::<Days>::new(8).to_unit::<Weeks>();
    told(weeks, "8 [D] does not fit timedelta64[W]");

    let numbers = file.create_dataset("numbers", [1_i64])?;
    mismatch(numbers.read::<Vec<DateTime64<Seconds>>>());
    mismatch(numbers.write([DateTime64::<Seconds>::new(1)]));
    mismatch(near.read::<i64>());

    let h5py = judges::h5py!(Ok(()));
    let path = dir.file("tags.h5");
    let tags = "['', 'NUMPY:<M8[jiffy]', 'NUMPY:<M8[0s]', 'NUMPY:<M8[]', 'NUMPY:M8[us]', 'NUMPY:|M8[us]', \
                'NUMPY:<M8[us]]', 'NUMPY:<M8[99999999999999s]', 'NUMPY:<m8[us]', '<M8[us]', 'NUMPY:|V8']";
    h5py.create(
        &path,
        &format!(
            "
            tags = [(8, tag) for tag in {tags}] + [(4, 'NUMPY:<M8[us]'), (16, 'NUMPY:<M8[us]')]
            for index, (size, tag) in enumerate(tags):
                opaque = h5py.h5t.create(h5py.h5t.OPAQUE, size)
                opaque.set_tag(tag.encode())
                space = h5py.h5s.create_simple((1,))
                h5py.h5d.create(f.id, str(index).encode(), opaque, space)
            "
        ),
    );
    let file = File::open_rw(&path)?;
    let names = file.names()?;
    assert_eq!(names.len(), 13);
    for name in names {
        let data = file.dataset(&name)?;
        mismatch(data.read::<Vec<DateTime64<Microseconds>>>());
        mismatch(data.write([DateTime64::<Microseconds>::NAT]));
    }
    Ok(())
}

#[test]
fn times_are_shown_as_numpy_shows_them() {
    fn check<U: TimeUnit>(h5py: judges::H5py) {
        let counts =
            [0, 1, -1, 59, 86_399, 10_957, 19_782, -25_567, 86_400_000, 951_782_400, -3_600];
        let ours: Vec<String> =
            counts.iter().map(|&count| DateTime64::<U>::new(count).to_string()).collect();
        let theirs =
            h5py.eval(&format!("[str(np.datetime64(x, '{}')) for x in {counts:?}]", U::CODE));
        let theirs: Vec<&str> = theirs.trim_matches(['[', ']']).split(", ").collect();
        for (our, their) in ours.iter().zip(theirs) {
            let their = their.trim_matches('\'');
            // It has no sign for years of more than four digits.
            let their =
                if their.find('-') > Some(4) { format!("+{their}") } else { their.to_owned() };
            assert_eq!(*our, their, "{}", U::CODE);
        }
    }
    assert_eq!(DateTime64::<Days>::new(-719_529).to_string(), "-0001-12-31");
    assert_eq!(DateTime64::<Seconds>::NAT.to_string(), "NaT");
    assert_eq!(format!("{:?}", DateTime64::<Minutes>::new(-1)), "1969-12-31T23:59");
    // The ends of what can be stored.
    assert_eq!(
        DateTime64::<Nanoseconds>::new(i64::MAX).to_string(),
        "2262-04-11T23:47:16.854775807"
    );
    assert_eq!(DateTime64::<Weeks>::new(i64::MAX).to_string(), "+176769144494367851-12-25");
    for (duration, text) in [
        (TimeDelta64::<Weeks>::new(-2).to_string(), "-P2W"),
        (TimeDelta64::<Days>::new(2).to_string(), "P2D"),
        (TimeDelta64::<Hours>::new(36).to_string(), "PT36H"),
        (TimeDelta64::<Minutes>::new(0).to_string(), "PT0M"),
        (TimeDelta64::<Seconds>::new(-90).to_string(), "-PT90S"),
        (TimeDelta64::<Microseconds>::new(-1_500_000).to_string(), "-PT1.500000S"),
        (TimeDelta64::<Nanoseconds>::new(i64::MIN + 1).to_string(), "-PT9223372036.854775807S"),
        (TimeDelta64::<Nanoseconds>::NAT.to_string(), "NaT"),
    ] {
        assert_eq!(duration, text);
    }
    let h5py = judges::h5py!();
    check::<Weeks>(h5py);
    check::<Days>(h5py);
    check::<Hours>(h5py);
    check::<Minutes>(h5py);
    check::<Seconds>(h5py);
    check::<Milliseconds>(h5py);
    check::<Microseconds>(h5py);
    check::<Nanoseconds>(h5py);
}

#[test]
fn times_of_chrono_are_written_and_read_exactly_or_not_at_all() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("chrono.h5");
    let time: DateTime<Utc> = DateTime::from_timestamp_micros(LEAP_DAY).unwrap();
    let early = NaiveDate::from_ymd_opt(1901, 12, 13).unwrap().and_hms_milli_opt(20, 45, 51, 500);
    let early = early.unwrap();
    let file = File::create(&path)?;
    let times = [time.try_into()?, early.try_into()?, DateTime64::<Microseconds>::NAT];
    file.create_dataset("times", times)?;
    let pause = TimeDelta::milliseconds(-1500);
    file.attrs().set("pause", TimeDelta64::<Milliseconds>::try_from(pause)?)?;
    file.close()?;
    h5py.file(&path)
        .expect("str(f['times'][0])", "'2024-02-29T12:34:56.789012'")
        .expect("str(f['times'][1])", "'1901-12-13T20:45:51.500000'")
        .expect("str(f.attrs['pause'])", "'-1500 milliseconds'");

    let file = File::open(&path)?;
    let read: Vec<DateTime64<Nanoseconds>> = file.dataset("times")?.read()?;
    assert_eq!(DateTime::<Utc>::try_from(read[0])?, time);
    assert_eq!(chrono::NaiveDateTime::try_from(read[1])?, early);
    let error = DateTime::<Utc>::try_from(read[2]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error:#}");
    let read: TimeDelta64<Microseconds> = file.attrs().get("pause")?;
    assert_eq!(TimeDelta::try_from(read)?, pause);
    assert!(TimeDelta::try_from(TimeDelta64::<Seconds>::NAT).is_err());

    // Digits of less than the unit are dropped only by those who say so.
    misfit(DateTime64::<Milliseconds>::try_from(time));
    let milliseconds = DateTime64::<Milliseconds>::try_from(time.trunc_subsecs(3))?;
    assert_eq!(milliseconds.to_string(), "2024-02-29T12:34:56.789");
    misfit(TimeDelta64::<Seconds>::try_from(pause));
    misfit(DateTime64::<Nanoseconds>::try_from(DateTime::<Utc>::MAX_UTC));
    misfit(DateTime::<Utc>::try_from(DateTime64::<Seconds>::new(i64::MAX)));
    misfit(DateTime::<Utc>::try_from(DateTime64::<Weeks>::new(i64::MIN + 1)));
    misfit(TimeDelta::try_from(TimeDelta64::<Seconds>::new(i64::MAX)));
    misfit(TimeDelta64::<Nanoseconds>::try_from(TimeDelta::MAX));
    let leap_second =
        NaiveDate::from_ymd_opt(2016, 12, 31).unwrap().and_hms_milli_opt(23, 59, 59, 1_000);
    misfit(DateTime64::<Milliseconds>::try_from(leap_second.unwrap()));
    Ok(())
}
