include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let a = filp_open("a")?;
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let seen = view(&fd);
    let number = seen.reserved_fd();
    fd.fd_install(a);
    Ok(number)
}
