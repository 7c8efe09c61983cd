include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    put_unused_fd(fd);
    fd.fd_install(a); //~ E0382
    Ok(())
}
