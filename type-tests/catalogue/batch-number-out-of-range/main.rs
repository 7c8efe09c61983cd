include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    let [_, _, third] = batch.reserved_fds(); //~ E0527
    Ok(third)
}
