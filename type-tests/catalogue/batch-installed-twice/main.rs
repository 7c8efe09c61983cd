include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let batch = reserve_batch::<1>(current, O_CLOEXEC)?;
    install_batch(batch, [a]);
    drop_batch(batch); //~ E0382
    Ok(())
}
