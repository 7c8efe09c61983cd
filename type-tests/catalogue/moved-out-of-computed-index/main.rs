include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = [left, right];
    let at = if index() == 0 { 0 } else { 1 };
    put_unused_fd(fds[at]); //~ E0508
    for fd in fds {
        put_unused_fd(fd);
    }
    Ok(())
}
