include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    drop_batch(batch);
    Ok(())
}
