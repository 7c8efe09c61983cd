include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    let commit = || fd.fd_install(a);
    commit();
    let cancel = || put_unused_fd(fd); //~ E0382
    cancel();
    Ok(())
}
