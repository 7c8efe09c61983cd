include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![left, right];
    for fd in fds {
        put_unused_fd(fd);
    }
    for fd in fds { //~ E0382
        put_unused_fd(fd);
    }
    Ok(())
}
