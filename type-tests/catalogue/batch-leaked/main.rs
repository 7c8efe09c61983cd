include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    Ok(batch.reserved_fds()[0])
}
