include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut fds = vec![a, b];
    loop {
        let Some(fd) = fds.pop() else { break };
        if fds.len() == 1 {
            put_unused_fd(fd);
        }
    }
    for fd in fds {
        put_unused_fd(fd);
    }
    Ok(())
}
