include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    let number = fd.reserved_fd();
    fd.fd_install(a);
    let file = fget(current, number)?;
    Ok(file.path().len())
}
