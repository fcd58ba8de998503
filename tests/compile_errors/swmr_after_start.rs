use hdf5::File;

fn main() -> hdf5::Result<()> {
    let builder = File::create_swmr("run.h5")?;
    let writer = builder.start()?;
    builder.file().create_group("late")?;
    let x = writer.dataset::<f64>("x")?;
    writer.close()?;
    writer.flush()?;
    x.append(&1.0)?;
    Ok(())
}
