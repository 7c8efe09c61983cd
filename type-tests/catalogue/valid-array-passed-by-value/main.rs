include!("../prelude.rs");

fn close(fds: Vec<FileDescriptorReservation<'_>>) -> usize {
    let count = fds.len();
    for fd in fds {
        put_unused_fd(fd);
    }
    count
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![fd];
    Ok(close(fds))
}
