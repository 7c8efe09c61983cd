include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let b = filp_open("b")?;
    let batch = reserve_batch::<1>(current, O_CLOEXEC)?;
    install_batch(batch, [a, b]); //~ E0308
    Ok(())
}
