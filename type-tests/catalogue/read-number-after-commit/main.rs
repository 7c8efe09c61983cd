include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    fd.fd_install(a);
    Ok(fd.reserved_fd()) //~ E0382
}
