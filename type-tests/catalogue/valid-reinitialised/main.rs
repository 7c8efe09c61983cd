include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let mut fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(fd);
    fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(fd);
    Ok(())
}
