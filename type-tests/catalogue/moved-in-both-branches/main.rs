include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    if coin() {
        fd.fd_install(a);
    } else {
        put_unused_fd(fd);
    }
    Ok(fd.reserved_fd()) //~ E0382
}
