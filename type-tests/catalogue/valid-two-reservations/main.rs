include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let first = get_unused_fd_flags(current, O_CLOEXEC)?;
    let second = get_unused_fd_flags(current, O_CLOEXEC)?;
    second.fd_install(a);
    put_unused_fd(first);
    Ok(())
}
