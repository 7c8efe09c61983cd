include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut fds = vec![];
    fds.push(a);
    fds.push(b);
    for fd in fds {
        put_unused_fd(fd);
    }
    Ok(())
}
