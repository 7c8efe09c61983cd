include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![left, right];
    for i in 0..fds.len() {
        put_unused_fd(fds[i]); //~ E0507
    }
    for fd in fds {
        put_unused_fd(fd);
    }
    Ok(())
}
