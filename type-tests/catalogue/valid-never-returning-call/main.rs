include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    if !coin() {
        put_unused_fd(fd);
        fail();
    }
    fd.fd_install(a);
    Ok(())
}
