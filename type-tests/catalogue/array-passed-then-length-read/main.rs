include!("../prelude.rs");

fn close(fds: Vec<FileDescriptorReservation<'_>>) {
    for fd in fds {
        put_unused_fd(fd);
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![fd];
    close(fds);
    Ok(fds.len()) //~ E0382
}
