include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let batch = reserve_batch::<1>(current, O_CLOEXEC)?;
    install_batch(batch, [a]);
    fd.fd_install(a); //~ E0382
    Ok(())
}
