include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let batch = reserve_batch::<1>(current, O_CLOEXEC)?;
    install_batch(batch, []); //~ E0308
    Ok(())
}
