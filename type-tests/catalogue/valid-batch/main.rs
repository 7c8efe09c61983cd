include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let a = filp_open("a")?;
    let b = filp_open("b")?;
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    let [first, second] = batch.reserved_fds();
    install_batch(batch, [a, b]);
    Ok(second - first)
}
